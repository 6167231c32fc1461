//! The forms that confirm a request and decide on it.

use super::form::said;
use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::amendment::confirm;
use kc_app::amendment::decide::{self, Decision};
use kc_app::amendment::{self, Sight};
use kc_app::document::decisions;
use kc_app::kernel::{Cx, Done};
use kc_domain::amendment::Stand;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{AmendmentId, DocumentId};
use kc_domain::kernel::text::Lang;

/// `GET /changes/{change}/confirmation`
pub(super) fn ask_confirmation(visit: &Visit<'_>) -> Answer {
    let sight = find(visit)?;
    confirmation(visit, &sight, &today(visit)).show()
}

/// `POST /changes/{change}/confirmation`
pub(super) fn confirm(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sight = find(visit)?;
    let typed = &visit.arrival.form;
    let id = sight.asked.amendment.id;
    let mut reader = FormReader::new(typed);
    let read = (reader.date("on"), reader.text("number"));
    let done = reader
        .finish(read)
        .and_then(|(on, number)| confirm::confirm(&cx, id, on, &number));
    match done {
        Ok(()) => Reply::see_other(url(id), lang.t("Đã ghi xác nhận.", "Confirmed.")),
        Err(failure) => confirmation(visit, &sight, typed).come_back(failure),
    }
}

/// `GET /changes/{change}/decision`
pub(super) fn ask_decision(visit: &Visit<'_>) -> Answer {
    let sight = find(visit)?;
    decision(visit, &sight, &today(visit)).show()
}

/// `POST /changes/{change}/decision`
pub(super) fn decide(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sight = find(visit)?;
    let typed = &visit.arrival.form;
    let id = sight.asked.amendment.id;
    match read(typed).and_then(|new| decide::decide(&cx, id, &new)) {
        Ok(stand) => Reply::see_other(url(id), told(lang, stand)),
        Err(failure) => decision(visit, &sight, typed).come_back(failure),
    }
}

fn told(lang: Lang, stand: Stand) -> &'static str {
    match stand {
        Stand::Granted => lang.t(
            "Đã quyết định; đề án và sổ kinh phí đã thay đổi theo.",
            "Decided; project and ledger follow.",
        ),
        Stand::Fallen => lang.t(
            "Đề nghị hết hiệu lực vì đề án đã thay đổi; chưa thay đổi gì.",
            "The request fell because the project changed; nothing was changed.",
        ),
        _ => lang.t("Đã ghi không chấp thuận.", "Refused."),
    }
}

fn find(visit: &Visit<'_>) -> Done<Sight> {
    amendment::show(&visit.cx(), visit.id("change", AmendmentId::parse)?)
}

fn today(visit: &Visit<'_>) -> Query {
    Query::default().with("on", &show_date(visit.cx().today()))
}

fn read(form: &Query) -> Done<Decision> {
    let mut reader = FormReader::new(form);
    let granted = |code: &str| match code {
        "granted" => Some(true),
        "refused" => Some(false),
        _ => None,
    };
    let is_granted = reader.choice("outcome", granted);
    let (on, note) = (reader.date("on"), reader.text_or_none("note"));
    let number = reader.text_or_none("number").unwrap_or_default();
    let document = reader.choice_or_none("document", DocumentId::parse);
    reader.finish_with(|| {
        Some(Decision {
            is_granted: is_granted?,
            on,
            number,
            document,
            note,
        })
    })
}

fn confirmation(visit: &Visit<'_>, sight: &Sight, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let fields = vec![
        Field::new(
            lang,
            Kind::Short,
            "number",
            lang.t("Số văn bản xác nhận", "Number"),
        )
        .value(typed.get("number"))
        .example("88/SCT-QLCN"),
        Field::date(lang, "on", lang.t("Ngày văn bản", "Day")).value(typed.get("on")),
    ];
    let title = lang.t("Xác nhận đề nghị thay đổi", "Confirm the change");
    page(visit, sight, (title, "confirmation"), fields)
        .buttons(lang.t("Xác nhận", "Confirm"), url(sight.asked.amendment.id))
}

fn decision(visit: &Visit<'_>, sight: &Sight, typed: &Query) -> FormPage {
    let (lang, cx) = (visit.lang(), visit.cx());
    let outcomes = vec![
        Choice::new("granted", lang.t("Chấp thuận", "Grant")),
        Choice::new("refused", lang.t("Không chấp thuận", "Refuse")),
    ];
    let fields = vec![
        Field::new(
            lang,
            Kind::Radio(outcomes),
            "outcome",
            lang.t("Kết quả", "Outcome"),
        )
        .value(typed.get("outcome")),
        Field::date(lang, "on", lang.t("Ngày quyết định", "Day")).value(typed.get("on")),
        Field::new(lang, Kind::Short, "number", lang.t("Số văn bản", "Number"))
            .value(typed.get("number"))
            .hint(lang.t(
                "Chọn văn bản bên dưới thì số và ngày lấy theo văn bản.",
                "With a document below, its number and day are taken.",
            ))
            .optional(),
        paper(&cx, typed),
        Field::new(
            lang,
            Kind::Long,
            "note",
            lang.t("Lý do, ghi chú", "Reason, note"),
        )
        .value(typed.get("note"))
        .hint(lang.t(
            "Bắt buộc khi không chấp thuận.",
            "Needed when it is refused.",
        ))
        .optional(),
    ];
    let title = lang.t("Quyết định thay đổi", "Decide on the change");
    let mut page = page(visit, sight, (title, "decision"), fields).buttons(
        lang.t("Ghi quyết định", "Record"),
        url(sight.asked.amendment.id),
    );
    page.official = true;
    page
}

fn paper(cx: &Cx<'_>, typed: &Query) -> Field {
    let lang = cx.lang();
    let none = Choice::new("", lang.t("Không chọn văn bản", "No document"));
    let papers = decisions(cx).unwrap_or_default();
    let choices = papers
        .iter()
        .map(|paper| Choice::new(paper.id.to_string(), paper.title(lang)));
    let choices = std::iter::once(none).chain(choices).collect();
    let label = lang.t("Văn bản quyết định", "The paper");
    Field::new(lang, Kind::Select(choices), "document", label)
        .value(typed.get("document"))
        .optional()
}

fn page(
    visit: &Visit<'_>,
    sight: &Sight,
    (title, step): (&str, &str),
    fields: Vec<Field>,
) -> FormPage {
    let lang = visit.lang();
    let held = &sight.asked.amendment;
    let mut shell = shell(visit, title);
    shell.illustrative = held.illustrative;
    shell.crumbs = vec![
        crumb(lang.t("Đề nghị thay đổi", "Changes"), "/changes"),
        crumb(held.kind.name(lang), url(held.id)),
    ];
    let action = format!("{}/{step}", url(held.id));
    FormPage::new(shell, action, fields).intro(format!(
        "{}. {}",
        sight.asked.title,
        said(lang, sight.route)
    ))
}
