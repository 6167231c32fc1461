//! What the checks of a statement found, as a table, and its figures as they were printed.

use crate::kernel::components::{Column, Head, Shape, Tag, Tone};
use crate::kernel::page::{Cell, Part, RowKind, Table, TableRow};
use kc_app::statement::Checked;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::text::Lang;
use kc_domain::statement::{Entry, Finding, Statement, Verdict};

/// The sentence over the verdicts and the table of them.
pub(super) fn parts(lang: Lang, checked: &Checked) -> Vec<Part> {
    if checked.findings.is_empty() {
        let none = lang.t(
            "Chưa có phép kiểm nào. Thêm phép kiểm để đối chiếu các số liệu với nhau.",
            "No checks yet. Add checks to compare the figures with each other.",
        );
        return vec![Part::Text(none.to_owned())];
    }
    let mut parts = vec![
        Part::Text(summary(lang, checked)),
        Part::Table(table(lang, &checked.findings)),
    ];
    parts.extend(in_words(lang, &checked.findings));
    parts
}

/// The sentence of each check that does not simply agree; those that do are said by their row.
fn in_words(lang: Lang, findings: &[Finding]) -> Vec<Part> {
    let told = findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::Agrees);
    let mut parts: Vec<_> = told
        .map(|finding| Part::Text(format!("{} – {}", finding.name, finding.message.say(lang))))
        .collect();
    if !parts.is_empty() {
        let heading = lang.t("Diễn giải", "In words");
        parts.insert(0, Part::Heading(heading.to_owned()));
    }
    parts
}

/// "11 phép kiểm: 7 khớp hoặc trong sai số, 4 cần xem lại."
fn summary(lang: Lang, checked: &Checked) -> String {
    let (all, doubtful) = (checked.findings.len(), checked.doubtful());
    let fine = all.saturating_sub(doubtful);
    match lang {
        Lang::Vi => {
            format!("{all} phép kiểm: {fine} khớp hoặc trong sai số, {doubtful} cần xem lại.")
        }
        Lang::En => {
            format!("{all} checks: {fine} agree or within rounding, {doubtful} to look at.")
        }
    }
}

fn table(lang: Lang, findings: &[Finding]) -> Table {
    let columns = vec![
        Column::text(lang.t("Phép kiểm", "Check")),
        Column::text(lang.t("Kết luận", "Verdict")),
        Column::number(lang.t("Công bố", "Stated"), ""),
        Column::number(lang.t("Tính lại", "Computed"), ""),
        Column::number(lang.t("Chênh lệch", "Difference"), ""),
        Column::number(lang.t("Sai số cho phép", "Tolerance"), ""),
    ];
    Table {
        lang,
        caption: lang
            .t("Kết quả đối chiếu", "What the checks found")
            .to_owned(),
        head: Head { columns },
        rows: findings.iter().map(|finding| row(lang, finding)).collect(),
        note: String::new(),
    }
}

fn row(lang: Lang, finding: &Finding) -> TableRow {
    let shown = &finding.shown;
    let number = |text: &str| Cell::Number(text.to_owned());
    let cells = vec![
        Cell::text(&finding.name),
        Cell::Tag(tag(lang, finding.verdict)),
        number(shown.stated.say(lang)),
        number(shown.computed.say(lang)),
        number(shown.difference.say(lang)),
        number(shown.tolerance.say(lang)),
    ];
    match finding.verdict {
        Verdict::Differs | Verdict::CutOff => TableRow::of_kind(RowKind::Gap, cells),
        _ => TableRow::new("", cells),
    }
}

/// A verdict with its shape; the colour comes last.
pub(super) fn tag(lang: Lang, verdict: Verdict) -> Tag {
    let (shape, tone) = match verdict {
        Verdict::Agrees => (Shape::Full, Tone::Good),
        Verdict::AgreesWithin | Verdict::Rounded => (Shape::Half, Tone::Good),
        Verdict::CutOff => (Shape::Triangle, Tone::Care),
        Verdict::Differs => (Shape::Cross, Tone::Bad),
        Verdict::Unsettled => (Shape::Empty, Tone::Quiet),
    };
    Tag::new(shape, tone, verdict.text().say(lang))
}

/// The state of a whole statement: everything agrees, or how many checks somebody must look at.
pub(super) fn state(lang: Lang, checked: &Checked) -> Tag {
    let worst = checked.findings.iter().map(|finding| finding.verdict).max();
    let label = match (worst, lang) {
        (None, _) => return Tag::plain(lang.t("chưa có phép kiểm", "no checks")),
        (Some(verdict), _) if verdict.is_fine() => return tag(lang, Verdict::Agrees),
        (Some(_), Lang::Vi) => format!("{} cần xem lại", checked.doubtful()),
        (Some(_), Lang::En) => format!("{} to look at", checked.doubtful()),
    };
    let differs = |finding: &Finding| finding.verdict == Verdict::Differs;
    if checked.findings.iter().any(differs) {
        return Tag::new(Shape::Cross, Tone::Bad, label);
    }
    Tag::new(Shape::Triangle, Tone::Care, label)
}

/// The figures as printed, hedges and ranges kept, and how they were read.
pub(super) fn figures(lang: Lang, statement: &Statement) -> Part {
    let columns = vec![
        Column::text(lang.t("Số liệu", "Figure")),
        Column::text(lang.t("Tên trong phép kiểm", "Name in checks")),
        Column::number(lang.t("Như đã in", "As printed"), ""),
        Column::number(lang.t("Đọc là", "Read as"), ""),
    ];
    let row = |entry: &Entry| {
        let text = |value: Option<String>| value.map_or(Cell::Unknown, Cell::Number);
        let cells = vec![
            Cell::text(entry.name()),
            Cell::text(&entry.key),
            text(entry.printed.clone()),
            text(entry.figure.as_ref().map(Figure::in_report)),
        ];
        TableRow::new("", cells)
    };
    Part::Table(Table {
        lang,
        caption: lang.t("Số liệu như đã in", "Figures as printed").to_owned(),
        head: Head { columns },
        rows: statement.figures.iter().map(row).collect(),
        note: String::new(),
    })
}
