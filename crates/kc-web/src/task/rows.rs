//! Tasks as rows of a table: the deadline is a shape and words first, colour last.

use crate::kernel::components::{Column, Head, Money, Shape, Tag, Tone};
use crate::kernel::page::{Cell, Table, TableRow};
use chrono::NaiveDate;
use kc_app::task::Task;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::task::Urgency;

/// Tasks with whoever holds them, or without where they are the reader's own.
pub(super) fn table(
    lang: Lang,
    today: NaiveDate,
    caption: &str,
    tasks: &[&Task],
    with_holder: bool,
) -> Table {
    let mut columns = vec![
        Column::text(lang.t("Việc", "Task")),
        Column::text(lang.t("Hồ sơ", "Record")),
        Column::text(lang.t("Hạn", "Deadline")),
    ];
    if with_holder {
        columns.push(Column::text(lang.t("Đang ở", "Held by")));
    }
    columns.push(Column::text(lang.t("Chờ từ", "Since")));
    columns.push(Column::number(
        lang.t("Số tiền", "Amount"),
        lang.t("triệu đồng", "million đồng"),
    ));
    let row = |task: &&Task| row(lang, today, task, with_holder);
    Table {
        lang,
        caption: caption.to_owned(),
        head: Head { columns },
        rows: tasks.iter().map(row).collect(),
        note: String::new(),
    }
}

fn row(lang: Lang, today: NaiveDate, task: &Task, with_holder: bool) -> TableRow {
    let mut cells = vec![
        Cell::text(task.what.say(lang)),
        Cell::text(&task.title),
        Cell::Tag(tag(lang, task, today)),
    ];
    if with_holder {
        cells.push(Cell::text(task.holder.say(lang)));
    }
    cells.push(Cell::text_or_unknown(task.since.map(show_date)));
    cells.push(match task.amount {
        Some(amount) => Cell::Money(Money::cell(lang, Some(amount))),
        None => Cell::Empty,
    });
    TableRow::new(&task.path, cells)
}

/// The deadline as a tag.
pub(super) fn tag(lang: Lang, task: &Task, today: NaiveDate) -> Tag {
    let urgency = task.urgency(today);
    let (shape, tone) = match urgency {
        Urgency::Overdue(_) => (Shape::Cross, Tone::Bad),
        Urgency::Today | Urgency::Soon(_) => (Shape::Triangle, Tone::Care),
        Urgency::Later(_) => (Shape::Half, Tone::Work),
        Urgency::Open => (Shape::Empty, Tone::Quiet),
    };
    Tag::new(shape, tone, task.say_due(today, lang))
}
