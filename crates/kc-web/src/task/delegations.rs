//! Standing in for each other: who is away, who acts instead, for which days.

use super::sides::tabs;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Choice, Column, Empty, Field, Head, Kind, Offer, PostButton, Shape, Tag, Tone,
};
use crate::kernel::form::FormReader;
use crate::kernel::frame;
use crate::kernel::page::{Cell, FormPage, Part, RecordPage, SmallForm, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use chrono::NaiveDate;
use kc_app::identity::delegation::{self, Colleague, Named, NewDelegation, Revoked};
use kc_app::kernel::Done;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DelegationId, OrganisationId, UserId};
use kc_domain::kernel::text::Lang;

/// `GET /delegations`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let (all, today) = (delegation::list(&cx)?, cx.today());
    let mut parts = vec![Part::Text(explained(lang).to_owned())];
    parts.push(if all.is_empty() {
        nothing(lang)
    } else {
        Part::Table(table(lang, &all, today))
    });
    let open = all.iter().filter(|named| is_open(named, today));
    let offers: Vec<_> = open.map(|named| ending(visit, named)).collect();
    if !offers.is_empty() {
        parts.push(Part::Offers(offers));
    }
    let label = lang.t("Nhờ đồng nghiệp làm thay", "Ask a colleague to stand in");
    parts.push(Part::Heading(label.to_owned()));
    let colleagues = delegation::colleagues(&cx)?;
    parts.push(if colleagues.iter().all(|(_, found)| found.is_empty()) {
        alone(lang)
    } else {
        Part::Form(SmallForm {
            fields: fields(lang, colleagues, &Query::default()),
            button: PostButton::new("/delegations", visit.csrf(), label),
            with_files: false,
        })
    });
    Reply::page(&RecordPage {
        shell: frame::shell(visit, lang.t("Thay nhau khi vắng", "Standing in")),
        tabs: Some(tabs(visit)),
        parts,
    })
}

fn explained(lang: Lang) -> &'static str {
    lang.t(
        "Trong những ngày đã chọn, người thay có các vai trò của người vắng tại cùng tổ chức; nhật ký ghi “B thay A”. Người thay không duyệt phần do chính mình hoặc người vắng lập. Vai trò quản trị hệ thống và ghế trong hội đồng không giao được.",
        "On the chosen days the deputy holds the roles of whoever is away at the same organisation; the audit says “B thay A”. A deputy approves neither what they nor what the absent person prepared. The administrator's role and a seat in a council cannot be handed over.",
    )
}

fn nothing(lang: Lang) -> Part {
    Part::Empty(Empty {
        title: lang
            .t("Chưa lần nào giao hoặc nhận thay", "Nobody stands in yet")
            .to_owned(),
        text: lang
            .t(
                "Khi bạn nhờ đồng nghiệp làm thay, hoặc được nhờ, các lần đó hiện ở đây.",
                "What you hand over, and what you take over, appears here.",
            )
            .to_owned(),
        action: None,
    })
}

pub(super) fn table(lang: Lang, all: &[Named], today: NaiveDate) -> Table {
    let columns = vec![
        Column::text(lang.t("Người vắng", "Away")),
        Column::text(lang.t("Người thay", "Stands in")),
        Column::text(lang.t("Tại", "At")),
        Column::text(lang.t("Những ngày", "Days")),
        Column::text(lang.t("Lý do", "Reason")),
        Column::text(lang.t("Hiệu lực", "State")),
    ];
    let row = |named: &Named| {
        let given = &named.delegation;
        let days = format!(
            "{} – {}",
            show_date(given.valid_from),
            show_date(given.valid_to)
        );
        let cells = vec![
            Cell::text(&named.person),
            Cell::text(&named.deputy),
            Cell::text(&named.organisation),
            Cell::text(days),
            Cell::text(&given.reason),
            Cell::Tag(state(lang, named, today)),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: lang
            .t("Các lần thay nhau", "Who stood in for whom")
            .to_owned(),
        head: Head { columns },
        rows: all.iter().map(row).collect(),
        note: String::new(),
    }
}

fn state(lang: Lang, named: &Named, today: NaiveDate) -> Tag {
    let given = &named.delegation;
    if let Some(revoked) = &named.revoked {
        return Tag::new(Shape::Cross, Tone::Quiet, taken_back(lang, revoked));
    }
    if given.valid_to < today {
        return Tag::new(Shape::Full, Tone::Quiet, lang.t("Đã hết hạn", "Over"));
    }
    if today < given.valid_from {
        return Tag::plain(lang.t("Chưa đến ngày", "To come"));
    }
    Tag::new(Shape::Half, Tone::Good, lang.t("Đang thay", "In force"))
}

/// When it was taken back, and by whom where that is known.
fn taken_back(lang: Lang, revoked: &Revoked) -> String {
    let day = show_date(revoked.at.day());
    match (&revoked.by, lang) {
        (Some(by), Lang::Vi) => format!("{by} thu lại {day}"),
        (Some(by), Lang::En) => format!("Taken back by {by}, {day}"),
        (None, Lang::Vi) => format!("Đã thu lại {day}"),
        (None, Lang::En) => format!("Taken back {day}"),
    }
}

/// Whether a delegation can still be taken back.
pub(super) fn is_open(named: &Named, today: NaiveDate) -> bool {
    named.revoked.is_none() && today <= named.delegation.valid_to
}

fn ending(visit: &Visit<'_>, named: &Named) -> Offer {
    let label = match visit.lang() {
        Lang::Vi => format!("Thôi để {} thay {}", named.deputy, named.person),
        Lang::En => format!("End: {} for {}", named.deputy, named.person),
    };
    let url = format!("/delegations/{}/revocation", named.delegation.id);
    let button = PostButton::new(url, visit.csrf(), &label);
    Offer::post(button.dangerous().confirm(label))
}

/// What stands in the place of the form where nobody could be asked.
fn alone(lang: Lang) -> Part {
    let text = lang.t(
        "Chưa có đồng nghiệp nào giữ vai trò nghiệp vụ tại tổ chức của bạn. Nhờ quản trị hệ thống mời người và giao vai trò trước.",
        "No colleague holds a business role at your organisation. Ask the administrator to invite somebody first.",
    );
    Part::Text(text.to_owned())
}

fn fields(lang: Lang, places: Vec<(OrganisationId, Vec<Colleague>)>, form: &Query) -> Vec<Field> {
    let nobody = Choice::new("", lang.t("Chọn một người…", "Choose somebody…"));
    let choices = places.into_iter().flat_map(|(place, colleagues)| {
        colleagues.into_iter().map(move |colleague| {
            let role = colleague.role.name(lang);
            let label = format!("{} – {role}, {}", colleague.name, colleague.organisation);
            Choice::new(format!("{place}/{}", colleague.user), label)
        })
    });
    let deputy = Kind::Select(std::iter::once(nobody).chain(choices).collect());
    let value = |name: &str| form.get(name).to_owned();
    vec![
        Field::new(lang, deputy, "deputy", lang.t("Người làm thay", "Deputy"))
            .hint(lang.t(
                "Đồng nghiệp đang giữ vai trò nghiệp vụ tại cùng tổ chức.",
                "A colleague with a business role at the same organisation.",
            ))
            .value(value("deputy")),
        Field::date(lang, "valid_from", lang.t("Từ ngày", "From"))
            .example("25/11/2026")
            .value(value("valid_from")),
        Field::date(lang, "valid_to", lang.t("Đến hết ngày", "Until the end of"))
            .example("27/11/2026")
            .value(value("valid_to")),
        Field::text(lang, "reason", lang.t("Lý do", "Reason"))
            .example(lang.t("Nghỉ phép năm", "Annual leave"))
            .value(value("reason")),
    ]
}

/// `POST /delegations`
pub fn create(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let done = read(&visit.arrival.form).and_then(|new| delegation::delegate(&visit.cx(), &new));
    match done {
        Ok(_) => Reply::see_other(
            "/delegations",
            lang.t("Đã nhờ đồng nghiệp làm thay.", "Handed over."),
        ),
        Err(failure) => {
            let label = lang.t("Nhờ đồng nghiệp làm thay", "Ask a colleague to stand in");
            let colleagues = delegation::colleagues(&visit.cx())?;
            let fields = fields(lang, colleagues, &visit.arrival.form);
            FormPage::new(frame::shell(visit, label), "/delegations", fields)
                .buttons(label, "/delegations")
                .come_back(failure)
        }
    }
}

fn read(form: &Query) -> Done<NewDelegation> {
    let mut reader = FormReader::new(form);
    let chosen = reader.choice("deputy", read_deputy);
    let (valid_from, valid_to) = (reader.date("valid_from"), reader.date("valid_to"));
    let reason = reader.text("reason");
    reader.finish_with(|| {
        let (organisation, deputy) = chosen?;
        Some(NewDelegation {
            deputy,
            organisation,
            valid_from,
            valid_to,
            reason,
        })
    })
}

/// Organisation and person of a choice, as in `…/…`.
fn read_deputy(text: &str) -> Option<(OrganisationId, UserId)> {
    let (place, user) = text.split_once('/')?;
    Some((OrganisationId::parse(place)?, UserId::parse(user)?))
}

/// `POST /delegations/{delegation}/revocation`
pub fn revoke(visit: &Visit<'_>) -> Answer {
    delegation::revoke(&visit.cx(), visit.id("delegation", DelegationId::parse)?)?;
    let notice = visit
        .lang()
        .t("Đã thôi làm thay.", "No longer standing in.");
    Reply::see_other("/delegations", notice)
}
