//! A ranking as tables and sentences; and a kept one, computed again from its inputs.

use super::{crumbs, ranking_url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Fact, Facts, Head, Money, Offer, Shape, Tag, Tone};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, Part, RecordPage, RowKind, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::appraisal::rank::{Reopened, Run, reopen};
use kc_app::kernel::Done;
use kc_domain::appraisal::Points;
use kc_domain::appraisal::ranking::{BEST_FILES_MAX, Outcome, Purse, Verdict};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::RankingId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /appraisals/rankings/{ranking}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let again = reopen(&cx, visit.id("ranking", RankingId::parse)?)?;
    let mut shell = shell(visit, lang.t("Kết quả xếp hạng", "Ranking"));
    shell.crumbs = crumbs(lang, &again.council);
    shell.illustrative = again.council.illustrative;
    let printed = format!("{}/paper", ranking_url(again.kept.id));
    let replaced = again.replaced_by.as_ref();
    let replaced = replaced.map(|newest| (ranking_url(newest.id), newest.recorded_at.show()));
    shell.tag = Some(validity(lang, replaced.as_ref().map(|(_, at)| at.as_str())));
    let mut offers: Vec<_> = drafting(visit, &again).into_iter().collect();
    let words = ("Bảng xếp hạng", "Ranking");
    offers.extend(super::paper::offers(lang, &printed, words));
    let mut facts = facts(lang, &again);
    if let Some((url, at)) = replaced {
        let label = lang.t("Đã thay bằng", "Replaced by");
        facts.facts.insert(0, Fact::link(label, at, url));
    }
    facts.facts.extend(built(visit, again.kept.id)?);
    let mut parts = vec![Part::Facts(facts), Part::Offers(offers)];
    parts.extend(self::parts(lang, &again.run));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

/// Whether a ranking holds: the last one kept does, those before it were replaced.
pub(super) fn validity(lang: Lang, replaced: Option<&str>) -> Tag {
    match replaced {
        None => Tag::new(Shape::Full, Tone::Good, lang.t("đang dùng", "in use")),
        Some(at) => {
            let said = lang.t(
                "đã thay bằng kết quả ghi lúc",
                "replaced by the one kept at",
            );
            Tag::new(Shape::Cross, Tone::Quiet, format!("{said} {at}"))
        }
    }
}

/// The way to a draft with what the ranking gives, for who drafts decisions.
fn drafting(visit: &Visit<'_>, again: &Reopened) -> Option<Offer> {
    let (lang, council) = (visit.lang(), &again.council);
    let subject = kc_app::appraisal::subject(council);
    if !visit.cx().may_on(Action::RecordDecision, &subject) {
        return None;
    }
    let label = lang.t("Soạn quyết định từ kết quả này", "Draft a decision from it");
    if again.replaced_by.is_some() {
        let why = lang.t(
            "Kết quả này đã được thay; soạn từ kết quả đang dùng.",
            "It was replaced; draft from the one in use.",
        );
        return Some(Offer::withheld(label, why));
    }
    Some(Offer::open(
        label,
        crate::decision::ranked_url(council.plan, again.kept.id),
    ))
}

/// The decisions built from the ranking.
fn built(visit: &Visit<'_>, id: RankingId) -> Done<Vec<Fact>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let acts = kc_app::decision::ranking::found_on(&cx, id)?;
    let fact = |act: &kc_domain::decision::Decision| {
        let label = lang.t("Căn cứ của", "Basis of");
        let name = kc_app::decision::draft::name(act, lang);
        Fact::link(label, name, crate::decision::url(act.id))
    };
    Ok(acts.iter().map(fact).collect())
}

fn facts(lang: Lang, again: &Reopened) -> Facts {
    let kept = &again.kept;
    let (run, rules) = (&again.run, &again.run.rules);
    let proof = if again.is_same {
        lang.t(
            "tính lại từ số liệu đầu vào đã lưu: khớp với kết quả đã ghi",
            "computed again from the kept inputs: the same",
        )
    } else {
        lang.t(
            "tính lại từ số liệu đầu vào đã lưu: KHÔNG khớp với kết quả đã ghi",
            "computed again from the kept inputs: NOT the same",
        )
    };
    let reduced = rules.reduce_from.map_or_else(
        || lang.t("không", "no").to_owned(),
        |share| format!("{} {} %", lang.t("không dưới", "not below"), Points(share)),
    );
    let keys: Vec<_> = rules.keys.iter().map(|key| key.name(lang)).collect();
    let facts = vec![
        Fact::text(lang.t("Ghi lúc", "Kept at"), kept.recorded_at.show())
            .note(kept.recorded_by.clone().unwrap_or_default()),
        Fact::link(lang.t("Đối chứng", "Proof"), proof, ranking_url(kept.id)),
        Fact::text(
            lang.t("Số dư nguồn lấy ngày", "Balances of"),
            show_date(again.on),
        ),
        Fact::text(lang.t("Ngưỡng", "Threshold"), rules.threshold.to_string()),
        Fact::text(lang.t("Thứ tự xét", "Order"), keys.join(", "))
            .note(lang.t("cuối cùng theo mã đề án", "the code last")),
        Fact::text(
            lang.t("Khi không đủ", "When it does not fit"),
            rules.fill.name(lang),
        ),
        Fact::text(
            lang.t("Được xếp hỗ trợ", "Supported"),
            format!("{}/{}", run.ranking.winners().count(), run.files.len()),
        ),
        Fact::text(lang.t("Giảm cho vừa", "Reduced to fit"), reduced),
        Fact::text(
            lang.t("Danh sách dự phòng", "Reserve list"),
            format!("{} {}", rules.reserve, lang.t("đề án", "files")),
        ),
        Fact::text(
            lang.t("Ghi chú", "Note"),
            kept.note.as_deref().unwrap_or_default(),
        ),
    ];
    Facts { lang, facts }
}

/// The outcome of each file, the purses, the floors, and the comparison with the optimum.
pub(super) fn parts(lang: Lang, run: &Run) -> Vec<Part> {
    let mut parts = vec![
        Part::Heading(lang.t("Kết quả từng đề án", "Each file").to_owned()),
        Part::Table(outcomes(lang, run)),
    ];
    parts.push(Part::Heading(lang.t("Nguồn kinh phí", "Purses").to_owned()));
    parts.push(Part::Table(purses(lang, run)));
    parts.extend(floors(lang, run).map(Part::Text));
    parts.push(Part::Text(best(lang, run)));
    if !run.rules.fill.is_monotone() {
        parts.push(Part::Text(
            lang.t(
                "Xét vượt không giữ mọi bảo đảm: thêm tiền vào nguồn có thể làm một đề án đang được xếp bị loại.",
                "Leapfrog does not keep every promise: more money may remove a winner.",
            )
            .to_owned(),
        ));
    }
    parts
}

fn outcomes(lang: Lang, run: &Run) -> Table {
    let million = lang.t("triệu đồng", "million VND");
    let columns = vec![
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Đề án", "File")),
        Column::text(lang.t("Tình trạng", "Standing")),
        Column::number(lang.t("Xin", "Asks"), million),
        Column::number(lang.t("Được", "Gets"), million),
        Column::text(lang.t("Kết luận", "Outcome")),
    ];
    let row = |outcome: &Outcome| {
        let sum = |of: fn(&kc_domain::appraisal::ranking::Draw) -> Dong| -> Dong {
            outcome.draws.iter().map(of).sum()
        };
        let file = run.files.iter().find(|file| file.code == outcome.code);
        let title = file.map_or("", |file| file.title.as_str());
        let asked = (!outcome.draws.is_empty()).then(|| sum(|draw| draw.asked));
        let cells = vec![
            Cell::text(&outcome.code),
            Cell::text(title),
            Cell::Tag(tag(lang, &outcome.verdict)),
            Cell::Money(Money::cell(lang, asked)),
            Cell::Money(Money::cell(lang, Some(sum(|draw| draw.granted)))),
            Cell::text(outcome.say(&run.rules, lang)),
        ];
        let project = run.projects.get(&outcome.code);
        TableRow::new(
            project.map_or_else(String::new, |id| crate::project::url(*id)),
            cells,
        )
    };
    Table {
        lang,
        caption: lang.t("Kết quả xếp hạng", "Ranking").to_owned(),
        head: Head { columns },
        rows: run.ranking.outcomes.iter().map(row).collect(),
        note: String::new(),
    }
}

fn tag(lang: Lang, verdict: &Verdict) -> Tag {
    match verdict {
        Verdict::Won => Tag::new(Shape::Full, Tone::Good, lang.t("được xếp", "supported")),
        Verdict::Reduced { .. } => {
            Tag::new(Shape::Half, Tone::Good, lang.t("được giảm", "reduced"))
        }
        Verdict::Unfit { .. } => {
            Tag::new(Shape::Cross, Tone::Bad, lang.t("không đủ", "does not fit"))
        }
        Verdict::Behind { .. } => Tag::plain(lang.t("chưa tới lượt", "not reached")),
        Verdict::BelowThreshold
        | Verdict::NoPoints
        | Verdict::NoAsk
        | Verdict::ForeignPurse { .. } => Tag::plain(lang.t("không xếp", "not ranked")),
    }
}

fn purses(lang: Lang, run: &Run) -> Table {
    let million = lang.t("triệu đồng", "million VND");
    let columns = vec![
        Column::text(lang.t("Nguồn", "Purse")),
        Column::number(lang.t("Trước khi xếp", "Before"), million),
        Column::number(lang.t("Xếp cho đề án", "Given"), million),
        Column::number(lang.t("Còn lại", "Left"), million),
    ];
    let left = |purse: &Purse| {
        run.ranking
            .left
            .get(&purse.code)
            .copied()
            .unwrap_or_default()
    };
    let money = |amount| Cell::Money(Money::cell(lang, Some(amount)));
    let row = |name: &str, before: Dong, left: Dong| {
        vec![
            Cell::text(name),
            money(before),
            money(before.minus(left)),
            money(left),
        ]
    };
    let purses = run.purses.iter();
    let mut rows: Vec<_> = purses
        .map(|purse| TableRow::new("", row(&purse.name, purse.available, left(purse))))
        .collect();
    let before = run.purses.iter().map(|purse| purse.available).sum();
    let after = run.purses.iter().map(left).sum();
    rows.push(TableRow::of_kind(
        RowKind::Total,
        row(lang.t("Cộng", "Total"), before, after),
    ));
    Table {
        lang,
        caption: lang.t("Nguồn kinh phí", "Purses").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

/// Whether each floor got its files.
fn floors(lang: Lang, run: &Run) -> impl Iterator<Item = String> {
    let pairs = run.rules.floors.iter().zip(&run.ranking.floors);
    pairs.map(move |(floor, met)| {
        let state = if *met >= floor.at_least {
            lang.t("đạt", "met")
        } else {
            lang.t("chưa đạt", "not met")
        };
        format!(
            "{} “{}”: {met}, {state}.",
            lang.t("Sàn", "Floor"),
            floor.label
        )
    })
}

/// The comparison with the exact optimum.
fn best(lang: Lang, run: &Run) -> String {
    let Some(best) = &run.best else {
        return match lang {
            Lang::Vi => format!(
                "Phương án tối ưu để so sánh chỉ tính khi có tối đa {BEST_FILES_MAX} đề án đạt ngưỡng."
            ),
            Lang::En => format!(
                "The optimum is computed for comparison with at most {BEST_FILES_MAX} files over the threshold."
            ),
        };
    };
    let in_full = run.ranking.outcomes.iter();
    let in_full = in_full.filter(|outcome| outcome.verdict == Verdict::Won);
    let points: Points = in_full.filter_map(|won| won.points).sum();
    let codes: Vec<_> = best.codes.iter().map(String::as_str).collect();
    if codes.is_empty() {
        let none = lang.t(
            "Chưa có đề án nào đạt ngưỡng điểm nên chưa có phương án để so sánh.",
            "No file is over the threshold yet, so there is nothing to compare with.",
        );
        return none.to_owned();
    }
    match lang {
        Lang::Vi => format!(
            "Chỉ để so sánh: các đề án được đủ kinh phí ở cách xếp này có tổng {points} điểm; phương án có tổng điểm cao nhất được {} điểm với {} đề án ({}). \
             Phương án đó có thể bỏ đề án xếp trên, không dùng để quyết định.",
            best.points,
            codes.len(),
            codes.join(", ")
        ),
        Lang::En => format!(
            "For comparison only: the files this line pays in full sum up to {points} points; the choice with the most points has {} with {} files ({}). \
             It may leave out files that rank higher and decides nothing.",
            best.points,
            codes.len(),
            codes.join(", ")
        ),
    }
}
