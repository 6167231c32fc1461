//! The fixture of Hải Phòng 2016–2020 through every rule of the report.

use super::paragraph::{Subject, paragraphs};
use super::*;
use crate::kernel::figure::Figure;
use crate::kernel::money::Dong;
use crate::programme::catalogue;
use crate::statement::Verdict;

/// Group, projects, budget, counterpart, unstated, workers, turns.
type Group = (&'static str, i64, i64, i64, i64, Option<i64>, Option<i64>);

const GROUPS: [Group; 7] = [
    ("1", 3, 0, 0, 735_500_000, Some(610), None),
    ("2", 6, 474_440_000, 0, 0, None, Some(716)),
    ("3", 14, 1_188_560_000, 0, 0, None, None),
    ("4", 21, 5_760_000_000, 25_982_180_000, 0, None, None),
    ("5", 12, 3_810_700_000, 2_538_300_000, 0, None, None),
    ("6", 3, 160_000_000, 207_550_000, 0, None, None),
    ("7", 5, 0, 0, 239_300_000, None, None),
];

fn fact(group: &str, level: Option<Level>, projects: i64, sources: Sources) -> Fact {
    Fact {
        group: Some(group.to_owned()),
        level,
        status: "settled".to_owned(),
        place: None,
        tally: Tally {
            projects,
            funded: projects,
            sources,
            ..Tally::default()
        },
    }
}

fn facts() -> Vec<Fact> {
    let fact = |(group, projects, budget, counterpart, unstated, workers, turns): Group| {
        let sources = Sources {
            unlevelled: Dong(budget),
            counterpart: Dong(counterpart),
            unstated: Dong(unstated),
            ..Sources::default()
        };
        let mut fact = fact(group, None, projects, sources);
        fact.tally.workers = workers;
        fact.tally.turns = turns;
        fact
    };
    GROUPS.into_iter().map(fact).collect()
}

fn published() -> Published {
    let read = |text: &str| Some(Figure::parse(text).unwrap());
    Published {
        title: "Hải Phòng 2016–2020".to_owned(),
        projects: read("65 đề án"),
        local: read("46 đề án"),
        national: read("19 đề án"),
        total: read("41.306,53 triệu đồng"),
        budget: read("12.578,48 triệu đồng"),
        central: read("7.898,47 triệu đồng"),
        city: read("4.680,01 triệu đồng"),
        counterpart: read("28.728,05 triệu đồng"),
    }
}

fn report(facts: &[Fact]) -> Report {
    let catalogue = catalogue::find("HP-2016-2020");
    Report::build(facts, catalogue, Some(published()), Lang::Vi)
}

fn verdicts(report: &Report) -> Vec<(String, Verdict)> {
    let findings = checks(report).unwrap();
    findings.into_iter().map(|f| (f.name, f.verdict)).collect()
}

fn missing_project() -> Fact {
    let sources = Sources {
        unlevelled: Dong(209_980_000),
        counterpart: Dong(20_000),
        ..Sources::default()
    };
    fact("4", Some(Level::Local), 1, sources)
}

#[test]
fn v02_one_project_and_210_million_are_missing_from_the_list() {
    let report = report(&facts());
    let cells = report.total.cells();
    assert_eq!(
        (cells.projects, cells.total),
        (64, Some(Dong(41_096_530_000)))
    );
    let gap = report.gap().unwrap();
    assert_eq!(
        (gap.projects, gap.total),
        (Some(1), Some(Dong(210_000_000)))
    );
    assert_eq!(
        (gap.budget, gap.counterpart),
        (None, None),
        "sources are missing"
    );
    let findings = checks(&report).unwrap();
    assert_eq!(findings[0].verdict, Verdict::Differs);
    assert_eq!(findings[1].verdict, Verdict::Differs);
    for number in ["41.306,53", "41.096,53"] {
        assert!(
            findings[1].message.vi.contains(number),
            "{}",
            findings[1].message.vi
        );
    }
    assert_eq!(indicators(&report).gap_share.unwrap().comma(), "0,51");
}

#[test]
fn v04_the_budget_differs_and_the_counterpart_agrees_within_its_range() {
    let report = report(&facts());
    let all = verdicts(&report);
    assert_eq!(all[2], ("Ngân sách nhà nước".to_owned(), Verdict::Differs));
    assert_eq!(all[3], ("Đối ứng".to_owned(), Verdict::AgreesWithin));
    let notes: Vec<_> = notes(&report).into_iter().map(|note| note.vi).collect();
    assert!(
        notes.contains(&"thiếu nguồn vốn: nhóm 1, 7".to_owned()),
        "{notes:?}"
    );
    assert!(
        notes[1].contains("từ 11.393.700.000 đến 12.368.500.000 đồng"),
        "{notes:?}"
    );
    for row in &report.groups {
        let lacks = [RowKey::parse("group:1"), RowKey::parse("group:7")];
        let lacks = lacks.contains(&Some(row.key.clone()));
        assert_eq!(row.tally.cells().budget.is_none(), lacks, "{}", row.label);
    }
}

#[test]
fn v04_when_both_groups_are_set_to_budget_the_gap_is_sharp() {
    let mut facts = facts();
    for fact in &mut facts {
        let sources = &mut fact.tally.sources;
        sources.unlevelled = sources.unlevelled.plus(sources.unstated);
        sources.unstated = Dong::ZERO;
    }
    let report = report(&facts);
    let gap = report.gap().unwrap();
    assert_eq!(gap.budget, Some(Dong(209_980_000)));
    assert_eq!(gap.counterpart, Some(Dong(20_000)));
    assert_eq!(verdicts(&report)[2].1, Verdict::Differs);
}

#[test]
fn v05_the_gap_lies_between_groups_and_a_found_project_closes_it() {
    let whole = report(&facts());
    let some = |range: std::ops::Range<usize>| {
        whole.groups[range]
            .iter()
            .fold(Tally::default(), |sum, row| sum.plus(row.tally))
            .cells()
    };
    assert_eq!(
        (some(0..4).projects, some(0..4).total),
        (44, Some(Dong(34_140_680_000)))
    );
    assert_eq!(
        (some(4..7).projects, some(4..7).total),
        (20, Some(Dong(6_955_850_000)))
    );

    let mut facts = facts();
    facts.push(missing_project());
    let found = report(&facts);
    let gap = found.gap().unwrap();
    assert_eq!((gap.projects, gap.total), (Some(0), Some(Dong::ZERO)));
    assert!(
        verdicts(&found)
            .iter()
            .all(|(_, verdict)| verdict.is_fine())
    );
    facts.pop();
    assert_eq!(verdicts(&report(&facts)), verdicts(&whole));
}

#[test]
fn v03_and_v06_indicators_stand_on_the_published_figures() {
    let found = indicators(&report(&facts()));
    let texts = [
        found.budget_share,
        found.counterpart_share,
        found.central_share,
        found.city_share,
        found.local_share,
        found.national_share,
        found.leverage,
    ];
    let texts: Vec<_> = texts.iter().map(|share| share.unwrap().comma()).collect();
    assert_eq!(
        texts,
        [
            "30,45", "69,55", "62,79", "37,21", "70,77", "29,23", "2,2839"
        ]
    );
    assert_eq!(found.mean_total, Some(Dong(635_485_077)));
    assert_eq!(found.mean_budget, Some(Dong(193_515_077)));
}

#[test]
fn v06_each_group_has_its_share_and_only_what_is_known() {
    let report = report(&facts());
    let total = indicators(&report).total;
    let rows: Vec<_> = report
        .groups
        .iter()
        .map(|row| row_indicators(&row.tally, total))
        .collect();
    let shares: Vec<_> = rows.iter().map(|row| row.share.unwrap().comma()).collect();
    assert_eq!(
        shares,
        ["1,78", "1,15", "2,88", "76,85", "15,37", "0,89", "0,58"]
    );
    assert_eq!(rows[0].per_worker, Some(Dong(1_205_738)));
    assert_eq!(rows[1].per_turn, Some(Dong(662_626)));
    assert_eq!(rows[3].mean_support, Some(Dong(274_285_714)));
    let of = |at: usize| {
        (
            rows[at].support_share.unwrap().comma(),
            rows[at].leverage.unwrap().comma(),
        )
    };
    assert_eq!(of(3), ("18,15".to_owned(), "4,5108".to_owned()));
    assert_eq!(of(4), ("60,02".to_owned(), "0,6661".to_owned()));
    assert_eq!(of(5), ("43,53".to_owned(), "1,2972".to_owned()));
    assert_eq!((rows[0].leverage, rows[6].leverage), (None, None));
}

#[test]
fn v07_the_paragraphs_say_the_published_numbers_word_for_word() {
    let subject = Subject {
        period: "giai đoạn 2016–2020".to_owned(),
        place: "thành phố Hải Phòng".to_owned(),
        own_budget: "thành phố".to_owned(),
    };
    let said = paragraphs(&report(&facts()), &subject);
    for phrase in [
        "65 đề án khuyến công (46 đề án khuyến công địa phương và 19 đề án khuyến công quốc gia)",
        "41.306,53 triệu đồng",
        "12.578,48 triệu đồng",
        "7.898,47 triệu đồng",
        "4.680,01 triệu đồng",
        "28.728,05 triệu đồng",
    ] {
        assert!(said.opening.contains(phrase), "{phrase}: {}", said.opening);
    }
    let amounts = [
        "735,5",
        "474,44",
        "1.188,56",
        "31.742,18",
        "6.349",
        "367,55",
        "239,3",
    ];
    assert_eq!(said.groups.len(), amounts.len());
    for (line, amount) in said.groups.iter().zip(amounts) {
        assert!(line.contains(&format!(" {amount} triệu đồng")), "{line}");
    }
    assert_eq!(
        said.gap.as_deref(),
        Some("Chênh lệch: 1 đề án; 210 triệu đồng")
    );
}

#[test]
fn a_hedged_published_total_leaves_no_single_difference() {
    let mut hedged = published();
    hedged.total = Some(Figure::parse("trên 3,865 tỷ đồng").unwrap());
    let catalogue = catalogue::find("HP-2016-2020");
    let report = Report::build(&facts(), catalogue, Some(hedged), Lang::Vi);
    assert_eq!(report.gap().unwrap().total, None);
    let subject = Subject {
        period: "năm 2017".to_owned(),
        place: String::new(),
        own_budget: "thành phố".to_owned(),
    };
    let said = paragraphs(&report, &subject);
    assert!(
        said.opening.contains("trên 3.865 triệu đồng"),
        "{}",
        said.opening
    );
}

#[test]
fn levels_nobody_stated_leave_no_share_and_never_nought() {
    let catalogue = catalogue::find("HP-2016-2020");
    let counted = |facts: &[Fact]| indicators(&Report::build(facts, catalogue, None, Lang::Vi));
    let mut facts = facts();
    let unknown = counted(&facts);
    assert_eq!((unknown.local_share, unknown.national_share), (None, None));
    for fact in &mut facts {
        fact.level = Some(Level::Local);
    }
    let known = counted(&facts);
    assert_eq!(known.local_share.unwrap().comma(), "100,00");
    assert_eq!(known.national_share.unwrap().comma(), "0,00");
}
