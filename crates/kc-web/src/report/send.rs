//! Keeping that a report was sent, and the list of those sent.

use super::address;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Field, Head, Kind, PostButton};
use crate::kernel::form::FormReader;
use crate::kernel::page::{Cell, Part, SmallForm, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::report::dispatch::{self, Dispatch};
use kc_app::report::{Opened, Recipient};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;

const PATH: &str = "/reports/programme/dispatches";

/// The reports sent, and the form for those who may send.
pub fn parts(visit: &Visit<'_>, opened: &Opened) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let Some(Frame::Programme(programme)) = opened.about.selection.of else {
        return Ok(Vec::new());
    };
    let sent = dispatch::list(&cx, programme)?;
    let may = cx.may(Action::SendReport);
    if sent.is_empty() && !may {
        return Ok(Vec::new());
    }
    let mut parts = vec![Part::Heading(
        lang.t("Gửi báo cáo", "Reports sent").to_owned(),
    )];
    if !sent.is_empty() {
        parts.push(Part::Table(table(lang, &sent)));
    }
    if may {
        parts.push(Part::Form(form(visit, opened)));
    }
    Ok(parts)
}

fn table(lang: Lang, sent: &[Dispatch]) -> Table {
    let columns = vec![
        Column::text(lang.t("Nơi nhận", "Recipient")),
        Column::text(lang.t("Ngày gửi", "Sent")),
        Column::text(lang.t("Số liệu đến", "As of")),
        Column::text(lang.t("Theo những gì đã ghi đến", "As known at")),
    ];
    let row = |sent: &Dispatch| {
        let cells = vec![
            Cell::text(&sent.recipient),
            Cell::text(show_date(sent.sent_on)),
            Cell::text(show_date(sent.as_of)),
            Cell::text(sent.known_at.show()),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: lang.t("Báo cáo đã gửi", "Reports sent").to_owned(),
        head: Head { columns },
        rows: sent.iter().map(row).collect(),
        note: String::new(),
    }
}

fn form(visit: &Visit<'_>, opened: &Opened) -> SmallForm {
    let lang = visit.lang();
    let about = &opened.about;
    let choices = [Recipient::Committee, Recipient::Ministry]
        .map(|recipient| Choice::new(recipient.code(), recipient.name(about)));
    let recipient = Kind::Select(choices.into());
    let label = lang.t("Ghi đã gửi", "Keep as sent");
    let button = PostButton::new(PATH, visit.csrf(), label);
    let query = address::query(opened);
    let button = query
        .0
        .into_iter()
        .fold(button, |button, (name, value)| button.with(name, value));
    SmallForm {
        fields: vec![
            Field::new(
                lang,
                recipient,
                "recipient",
                lang.t("Nơi nhận", "Recipient"),
            ),
            Field::date(lang, "sent_on", lang.t("Ngày gửi", "Day of sending"))
                .value(show_date(visit.cx().today())),
        ],
        button,
        with_files: false,
    }
}

/// `POST /reports/programme/dispatches`
pub fn create(visit: &Visit<'_>) -> Answer {
    let form = &visit.arrival.form;
    let ask = address::ask(form)?;
    let mut reader = FormReader::new(form);
    let read = (reader.date("sent_on"), reader.text("recipient"));
    let (sent_on, recipient) = reader.finish(read)?;
    let recipient = Recipient::parse(&recipient).unwrap_or(Recipient::Committee);
    dispatch::send(&visit.cx(), &ask, &recipient, sent_on)?;
    let url = ["csrf", "recipient", "sent_on"]
        .into_iter()
        .fold(form.clone(), |query, name| query.with(name, ""))
        .behind(address::PATH);
    let done = visit.lang().t("Đã ghi việc gửi báo cáo.", "Kept as sent.");
    Reply::see_other(url, done)
}
