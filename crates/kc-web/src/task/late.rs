//! Late and returned projects, for the Sở: since when, until when, and with whom they lie.

use super::rows::tag;
use super::sides::tabs;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Head};
use crate::kernel::frame;
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow};
use crate::kernel::visit::Visit;
use chrono::NaiveDate;
use kc_app::task::{self, LATE_MAX, Late};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;

/// `GET /late`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let late = task::list_late(&cx)?;
    let part = if late.is_empty() {
        nothing(lang)
    } else {
        Part::Table(table(lang, cx.today(), &late))
    };
    Reply::page(&RecordPage {
        shell: frame::shell(visit, lang.t("Trễ hạn, bị trả lại", "Late and returned")),
        tabs: Some(tabs(visit)),
        parts: vec![part],
    })
}

fn nothing(lang: Lang) -> Part {
    Part::Empty(Empty {
        title: lang
            .t("Không có hồ sơ trễ hạn hoặc bị trả lại", "Nothing is late or returned")
            .to_owned(),
        text: lang
            .t(
                "Đề án quá hạn ở bước đang đứng, hoặc bị trả lại chưa trình lại, sẽ hiện ở đây cùng người đang giữ.",
                "Projects past the deadline of their step, or returned and not sent again, appear here with whoever holds them.",
            )
            .to_owned(),
        action: None,
    })
}

fn table(lang: Lang, today: NaiveDate, late: &[Late]) -> Table {
    let columns = vec![
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Đang đứng ở", "Stands at")),
        Column::text(lang.t("Từ ngày", "Since")),
        Column::text(lang.t("Hạn", "Deadline")),
        Column::text(lang.t("Chờ ai", "Waits for")),
    ];
    let note = match lang {
        Lang::Vi => format!(
            "Mỗi bước xét {LATE_MAX} đề án đăng ký sớm nhất. Số ngày trễ là ngày làm việc, đã trừ ngày lễ."
        ),
        Lang::En => format!(
            "The {LATE_MAX} earliest projects of each step are looked through. Days late are working days."
        ),
    };
    Table {
        lang,
        caption: lang
            .t("Đề án trễ hạn, bị trả lại", "Late and returned projects")
            .to_owned(),
        head: Head { columns },
        rows: late.iter().map(|late| row(lang, today, late)).collect(),
        note,
    }
}

fn row(lang: Lang, today: NaiveDate, late: &Late) -> TableRow {
    let state = late.state.say(lang);
    let reason = late
        .reason
        .as_ref()
        .map(|reason| format!("{state}: {reason}"));
    let stands = reason.unwrap_or_else(|| state.to_owned());
    TableRow::new(
        &late.task.path,
        vec![
            Cell::text(&late.task.title),
            Cell::text(stands),
            Cell::text_or_unknown(late.task.since.map(show_date)),
            Cell::Tag(tag(lang, &late.task, today)),
            Cell::text(late.task.holder.say(lang)),
        ],
    )
}
