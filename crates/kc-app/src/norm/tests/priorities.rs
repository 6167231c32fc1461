//! The priorities of a year, national and of the city.

use super::*;

/// A proposal by what a person says of it; a paper may carry its last day behind a colon.
fn proposal(kind: &str, form: Option<LegalForm>, facts: &[&str], papers: &[&str]) -> Proposal {
    let paper = |paper: &&str| {
        let (name, until) = paper.split_once(':').unwrap_or((paper, ""));
        (key(name), until.parse().ok())
    };
    Proposal {
        kind: Key::parse(kind),
        form,
        facts: facts.iter().map(|fact| key(fact)).collect(),
        papers: papers.iter().map(paper).collect(),
    }
}

fn weighed(proposal: &Proposal, level: Level, on: &str) -> Worth {
    let city = area("VN/31");
    let norms = reference().all_in_force(About::Priority, day(on), level, &city);
    weigh(norms, proposal, 2023, day(on))
}

#[test]
fn v17_the_national_priorities_of_2023_need_their_papers() {
    let worth = |kind: &str, facts: &[&str], papers: &[&str]| {
        weighed(
            &proposal(kind, None, facts, papers),
            Level::National,
            "2022-06-15",
        )
    };
    let (own, saving) = (["own-made-machine"], ["resource-efficiency"]);
    for (worth, is_priority, reasons) in [
        (worth("machinery", &own, &["recognition"]), true, vec![]),
        (
            worth("machinery", &own, &[]),
            false,
            vec!["thiếu văn bản công nhận của cơ quan quản lý"],
        ),
        (
            worth("machinery", &saving, &["cleaner-production-report"]),
            true,
            vec![],
        ),
        (
            worth("machinery", &saving, &[]),
            false,
            vec!["đủ điều kiện, không ưu tiên: thiếu báo cáo đánh giá nhanh SXSH"],
        ),
        (worth("pollution-cluster", &[], &[]), true, vec![]),
        (
            worth("leaflet", &[], &[]),
            false,
            vec!["không thuộc nội dung ưu tiên 2023"],
        ),
    ] {
        assert_eq!(
            (worth.is_priority(), worth.reasons()),
            (
                is_priority,
                reasons.iter().map(ToString::to_string).collect()
            )
        );
    }
    let product = worth("award-prize", &["product-region-nation"], &[]);
    assert!(product.is_for_province() && !product.is_priority());
}

#[test]
fn v18_the_city_puts_four_proposals_of_2023_in_order() {
    use LegalForm::{Cooperative, Enterprise, Household};
    let rural = "rural-establishment";
    let table = [
        (
            "a",
            Cooperative,
            vec!["agro-forestry-fishery", rural],
            vec!["ocop:2024-12-31"],
        ),
        ("b", Enterprise, vec![rural], vec![]),
        (
            "c",
            Household,
            vec!["agro-forestry-fishery", rural],
            vec!["ocop"],
        ),
        (
            "d",
            Enterprise,
            vec!["agro-forestry-fishery", rural],
            vec!["ocop:2022-04-30"],
        ),
    ];
    let weighed: Vec<_> = table
        .iter()
        .map(|(name, form, facts, papers)| {
            let proposal = proposal("demonstration-model", Some(*form), facts, papers);
            (*name, weighed(&proposal, Level::Local, "2022-05-17"))
        })
        .collect();
    let said: Vec<_> = weighed
        .iter()
        .map(|(name, worth)| (*name, worth.marks().join(""), worth.reasons().join("")))
        .collect();
    let wanted = [
        ("a", "AEF", ""),
        ("b", "E", ""),
        ("c", "AE", "chỉ áp dụng DN, HTX"),
        ("d", "AE", "giấy công nhận OCOP hết hạn"),
    ];
    assert_eq!(
        said,
        wanted.map(|(name, marks, why)| (name, marks.to_owned(), why.to_owned()))
    );
    let order: Vec<_> = by_marks(weighed).iter().map(|(name, _)| *name).collect();
    assert_eq!(order, ["a", "c", "d", "b"]);
}
