//! How targets and results stand, as parts of a page.

use crate::kernel::components::{Column, Fact, Facts, Head, Shape, Tag, Tone};
use crate::kernel::page::{Cell, Part, RowKind, Table, TableRow};
use kc_app::indicator::{Overview, Visits};
use kc_domain::indicator::learners::{Classes, partners_note};
use kc_domain::indicator::record::ResultRecord;
use kc_domain::indicator::standing::{NestedResult, Standing, Training};
use kc_domain::indicator::target::{Measured, Outcome};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::group_thousands;
use kc_domain::kernel::percent::Decimal;
use kc_domain::kernel::text::{Lang, Text};

/// A heading and a table under it.
fn table(lang: Lang, heading: &str, columns: Vec<Column>, rows: Vec<TableRow>) -> Vec<Part> {
    vec![
        Part::Heading(heading.to_owned()),
        Part::Table(Table {
            lang,
            caption: heading.to_owned(),
            head: Head { columns },
            rows,
            note: String::new(),
        }),
    ]
}

fn count(number: Option<i64>) -> Cell {
    number.map_or(Cell::Unknown, Cell::number)
}

fn decimal(number: Option<Decimal>, unit: &str) -> Cell {
    number.map_or(Cell::Unknown, |number| {
        Cell::Number(format!("{}{unit}", number.comma()))
    })
}

/// How far the period is, what is finished, and the money as it was said.
pub(super) fn progress(lang: Lang, found: &Overview) -> Facts {
    let held = &found.progress;
    let passed = held.elapsed.map(|elapsed| {
        let percent = elapsed.percent.map(Decimal::comma).unwrap_or_default();
        let [day, days, left] = [elapsed.day, elapsed.days, elapsed.left].map(group_thousands);
        match lang {
            Lang::Vi => format!("ngày {day}/{days}, đã qua {percent}%, còn {left} ngày"),
            Lang::En => format!("day {day} of {days}, {percent}% passed, {left} days left"),
        }
    });
    let finished = held.completion.map(|share| format!("{}%", share.comma()));
    let unsettled = lang.t("không đủ số liệu", "not enough figures").to_owned();
    let facts = vec![
        Fact::text(lang.t("Thời gian", "Time"), passed.unwrap_or_default()),
        Fact::text(
            lang.t("Đề án hoàn thành", "Projects finished"),
            finished.unwrap_or(unsettled),
        ),
        Fact::text(
            lang.t("Kinh phí như đã nêu", "Money as stated"),
            held.money.clone().unwrap_or_default(),
        ),
    ];
    Facts { lang, facts }
}

/// Each target beside its latest result.
pub(super) fn targets(lang: Lang, standings: &[Standing]) -> Vec<Part> {
    if standings.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(lang.t("Chỉ tiêu", "Target")),
        Column::number(lang.t("Mức đặt ra", "Set at"), ""),
        Column::number(lang.t("Kết quả mới nhất", "Latest result"), ""),
        Column::text(lang.t("Đến ngày", "As of")),
        Column::text(lang.t("Đánh giá", "Measure")),
    ];
    let rows = standings.iter().map(|standing| target(lang, standing));
    let heading = lang.t("Chỉ tiêu", "Targets");
    table(lang, heading, columns, rows.collect())
}

fn target(lang: Lang, standing: &Standing) -> TableRow {
    let result = standing.result.as_ref();
    let printed = result.and_then(|result| result.printed.clone());
    let period = standing.target.period.map_or_else(
        || lang.t("kỳ chưa rõ", "period unclear").to_owned(),
        |period| format!("{} – {}", show_date(period.from()), show_date(period.to())),
    );
    let cells = vec![
        Cell::text(&standing.target.indicator),
        Cell::Number(format!("{} ({period})", standing.target.printed)),
        printed.map_or(Cell::Unknown, Cell::Number),
        Cell::text_or_unknown(result.map(|result| show_date(result.as_of))),
        Cell::Tag(measure(lang, standing.measured.as_ref())),
    ];
    TableRow::new("", cells)
}

fn measure(lang: Lang, measured: Option<&Measured>) -> Tag {
    let Some(measured) = measured else {
        return Tag::plain(lang.t("không đủ số liệu", "not enough figures"));
    };
    let (shape, tone) = match measured.outcome {
        Outcome::Reached | Outcome::Within | Outcome::AtUpperEnd | Outcome::Above(_) => {
            (Shape::Full, Tone::Good)
        }
        Outcome::Short(_) => (Shape::Half, Tone::Care),
        Outcome::TooMuch(_) => (Shape::Triangle, Tone::Bad),
    };
    Tag::new(shape, tone, measured.text().say(lang))
}

/// Classes and learners; the classes nobody counted are said to be missing.
pub(super) fn training(lang: Lang, found: &Overview) -> Vec<Part> {
    if found.training.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(lang.t("Đào tạo, tập huấn", "Training")),
        Column::number(lang.t("Lớp", "Classes"), ""),
        Column::number(lang.t("Học viên", "Learners"), ""),
        Column::number(lang.t("Học viên/lớp", "Learners per class"), ""),
        Column::text(lang.t("Ghi chú", "Note")),
    ];
    let row = |held: &Training| {
        let each = held.as_classes().and_then(Classes::learners_each);
        let note = held.partners.zip(held.classes);
        let note = note.and_then(|(partners, classes)| partners_note(partners, classes));
        let note = note.map_or(Cell::Empty, |note| Cell::text(note.say(lang)));
        let cells = vec![
            Cell::text(&held.name),
            count(held.classes),
            count(held.learners),
            decimal(each, ""),
            note,
        ];
        TableRow::new("", cells)
    };
    let mut rows: Vec<_> = found.training.iter().map(row).collect();
    if found.learners.classes > 0 {
        let total = vec![
            Cell::text(lang.t("Cộng các loại đã có số lớp", "All with known classes")),
            Cell::number(found.learners.classes),
            Cell::Number(found.learners.text().say(lang).to_owned()),
            Cell::Empty,
            Cell::Empty,
        ];
        rows.push(TableRow::of_kind(RowKind::Total, total));
    }
    table(
        lang,
        lang.t("Lớp và học viên", "Classes and learners"),
        columns,
        rows,
    )
}

/// Visits in one sentence, their shares, a warning where there is one, and where the numbers
/// come from.
pub(super) fn field_work(lang: Lang, visits: Option<Visits>) -> Vec<Part> {
    let Some(visits) = visits else {
        return Vec::new();
    };
    let source = match visits {
        Visits::Counted(_) => lang.t(
            "Đếm từ các biên bản đã ghi trong kỳ.",
            "Counted among the records of the period.",
        ),
        Visits::Stated(_) => lang.t(
            "Theo số liệu đã nêu; trong kỳ chưa ghi biên bản nào.",
            "As stated; no visit of the period is recorded.",
        ),
    };
    let mut parts = crate::monitoring::counts::parts(lang, visits.work());
    parts.push(Part::Text(source.to_owned()));
    parts
}

fn warning(lang: Lang, text: Option<Text>) -> Option<Part> {
    let lead = lang.t("Cảnh báo", "Warning");
    text.map(|text| Part::Text(format!("{lead}: {}.", text.say(lang))))
}

/// The year beside its programme: nothing in the part may exceed the whole.
pub(super) fn nested(lang: Lang, found: &Overview) -> Vec<Part> {
    if found.nested.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(lang.t("Nội dung", "What")),
        Column::number(lang.t("Kế hoạch này", "This plan"), ""),
        Column::number(lang.t("Cả chương trình", "Whole programme"), ""),
        Column::number(lang.t("Tỷ trọng", "Share"), ""),
        Column::text(lang.t("Kết luận", "Verdict")),
    ];
    let rows = found.nested.iter().map(|held| beside(lang, held)).collect();
    let heading = lang.t("So kỳ lồng nhau", "The year within its programme");
    let mut parts = table(lang, heading, columns, rows);
    parts.extend(warning(lang, found.money_warning.clone()));
    parts
}

fn beside(lang: Lang, held: &NestedResult) -> TableRow {
    let printed = |result: &ResultRecord| {
        let figure = result.figure.as_ref();
        figure.map_or(Cell::Unknown, |figure| Cell::Number(figure.in_report()))
    };
    let tag = match (held.nested.holds, held.nested.mixes_units) {
        (false, _) => Tag::new(Shape::Cross, Tone::Bad, lang.t("lệch", "exceeds")),
        (true, true) => {
            let label = lang.t("khớp; khác đơn vị đếm", "agrees; different units");
            Tag::new(Shape::Triangle, Tone::Care, label)
        }
        (true, false) => Tag::new(Shape::Full, Tone::Good, lang.t("khớp", "agrees")),
    };
    let cells = vec![
        Cell::text(&held.part.indicator),
        printed(&held.part),
        printed(&held.whole),
        decimal(held.nested.share, "%"),
        Cell::Tag(tag),
    ];
    TableRow::new("", cells)
}

/// Every result as it was reported.
pub(super) fn results(lang: Lang, results: &[ResultRecord]) -> Vec<Part> {
    if results.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(lang.t("Kết quả", "Result")),
        Column::number(lang.t("Như đã nêu", "As reported"), ""),
        Column::text(lang.t("Đến ngày", "As of")),
        Column::text(lang.t("Nơi", "Place")),
        Column::text(lang.t("Ghi chú", "Note")),
    ];
    let row = |result: &ResultRecord| {
        let optional = |text: &Option<String>| match text {
            Some(text) => Cell::text(text),
            None => Cell::Empty,
        };
        let cells = vec![
            Cell::text(&result.indicator),
            result.printed.clone().map_or(Cell::Unknown, Cell::Number),
            Cell::text(show_date(result.as_of)),
            optional(&result.place_written),
            optional(&result.note),
        ];
        TableRow::new("", cells)
    };
    let rows = results.iter().map(row).collect();
    table(lang, lang.t("Kết quả đã ghi", "Results"), columns, rows)
}
