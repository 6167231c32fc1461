//! The form that asks for a change: the reason, and the new values of its kind.

use super::read::read;
use super::{side, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use crate::place::choice;
use crate::project::beneficiary;
use kc_app::amendment::request::request;
use kc_app::contract::facts::approved_for;
use kc_app::kernel::{Cx, Done, ROWS_MAX, Window};
use kc_app::ledger::purse;
use kc_app::project;
use kc_domain::amendment::{AmendmentKind, Route, route};
use kc_domain::contract::Part;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::project::Project;

/// The field of the new place.
pub(super) const PLACE: &str = "place_written";

/// `GET /projects/{project}/changes/new?kind=…`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = found.ends_on.map(show_date).unwrap_or_default();
    let typed = Query::default()
        .with("kind", visit.query("kind"))
        .with("title", &found.title)
        .with("need", &text(&found.need))
        .with("outcome", &text(&found.outcome))
        .with("ends_on", &day);
    form(visit, &found, &typed)?.show()
}

/// `POST /projects/{project}/changes`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = find(visit)?;
    let typed = &visit.arrival.form;
    match read(&cx, typed, &found).and_then(|new| request(&cx, &new)) {
        Ok(id) => Reply::see_other(url(id), lang.t("Đã gửi đề nghị.", "The request is sent.")),
        Err(failure) => form(visit, &found, typed)?.come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn form(visit: &Visit<'_>, found: &Project, typed: &Query) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let kind = AmendmentKind::from_code(typed.get("kind")).unwrap_or(AmendmentKind::Adjust);
    let mut fields = fields(&cx, found, kind, typed)?;
    fields.push(
        Field::new(lang, Kind::Long, "reason", lang.t("Lý do", "Reason"))
            .value(typed.get("reason"))
            .hint(lang.t(
                "Đi cùng đề nghị đến cấp xác nhận và cấp quyết định.",
                "Goes with the request to those who confirm and decide.",
            )),
    );
    fields.push(Field::new(lang, Kind::Hidden, "kind", "").value(kind.code()));
    let mut shell = shell(visit, kind.name(lang));
    shell.illustrative = found.illustrative;
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&found.title, side(found.id)),
    ];
    let way = found.level.and_then(|level| route(kind, level, false));
    let action = format!("/projects/{}/changes", found.id);
    let mut intro = way.map(|way| said(lang, way)).unwrap_or_default();
    if kind == AmendmentKind::Stop {
        intro.push_str(lang.t(
            " Khi được chấp thuận: kinh phí chưa tạm ứng, chưa thanh toán trả về nguồn; khoản đã tạm ứng mà chưa thanh toán phải thu hồi.",
            " Once granted, money neither advanced nor paid goes back to its purse, and advances not cleared must be refunded.",
        ));
    }
    Ok(FormPage::new(shell, action, fields)
        .intro(intro)
        .buttons(lang.t("Gửi đề nghị", "Send the request"), side(found.id)))
}

/// Who confirms and who decides, by which rule.
pub(super) fn said(lang: Lang, route: &Route) -> String {
    let confirmed = if route.needs_confirmation {
        lang.t("Sở Công Thương xác nhận; ", "Confirmed by the Sở; ")
    } else {
        ""
    };
    let doubt = if route.is_verified {
        ""
    } else {
        lang.t(", chưa kiểm chứng", ", unverified")
    };
    let authority = route.authority.name(lang);
    let citation = &route.citation;
    match lang {
        Lang::Vi => format!("{confirmed}{authority} quyết định ({citation}{doubt})."),
        Lang::En => format!("{confirmed}{authority} decides ({citation}{doubt})."),
    }
}

/// The questions of one kind of change.
fn fields(cx: &Cx<'_>, found: &Project, kind: AmendmentKind, typed: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    Ok(match kind {
        AmendmentKind::Adjust | AmendmentKind::Supplement => content(lang, typed),
        AmendmentKind::Extend => vec![
            Field::date(lang, "ends_on", lang.t("Ngày kết thúc mới", "New last day"))
                .value(typed.get("ends_on"))
                .hint(lang.t(
                    "Kết thúc sang năm sau thì cấp quyết định có thể khác.",
                    "Ending in a later year may be for another authority to decide.",
                )),
        ],
        AmendmentKind::ReplaceBeneficiary => {
            let label = lang.t("Cơ sở thụ hưởng mới", "New beneficiary");
            let name = Field::text(lang, beneficiary::NAME, label)
                .value(typed.get(beneficiary::NAME))
                .hint(lang.t(
                    "Tên hoặc mã số thuế của cơ sở đã ghi trong Cơ sở CNNT; điều kiện thụ hưởng được kiểm tra lại.",
                    "Name or tax number of a recorded establishment; whether it qualifies is judged again.",
                ));
            std::iter::once(name)
                .chain(beneficiary::field(cx, typed))
                .collect()
        }
        AmendmentKind::ChangePlace => {
            let now = found.place_written.as_deref().unwrap_or_default();
            let place = Field::text(lang, PLACE, lang.t("Địa điểm mới", "New place"))
                .value(typed.get(PLACE))
                .hint(format!("{} {now}", lang.t("Đang là:", "Now:")));
            let which = choice::field(lang, typed, PLACE, cx.today());
            std::iter::once(place).chain(which).collect()
        }
        AmendmentKind::RaiseSupport | AmendmentKind::LowerSupport => amounts(cx, found, typed)?,
        AmendmentKind::SwitchSource => switch(cx, found, typed)?,
        AmendmentKind::Stop => Vec::new(),
    })
}

fn content(lang: Lang, typed: &Query) -> Vec<Field> {
    let long = |name: &str, label: &str| {
        Field::new(lang, Kind::Long, name, label)
            .value(typed.get(name))
            .optional()
    };
    vec![
        Field::text(lang, "title", lang.t("Tên đề án", "Title")).value(typed.get("title")),
        long("need", lang.t("Nội dung, sự cần thiết", "Need and content")),
        Field::text(lang, "outcome", lang.t("Kết quả dự kiến", "Outcome"))
            .value(typed.get("outcome"))
            .example("3.000 – 3.500 tấn/năm")
            .optional(),
    ]
}

/// The name of the field of an approved part.
pub(super) fn field_of(index: usize) -> String {
    format!("support_{index}")
}

/// The approved amounts, each with its new value.
fn amounts(cx: &Cx<'_>, found: &Project, typed: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let approved = approved_for(cx, found.id)?;
    let field = |(index, part): (usize, &Part)| {
        let name = field_of(index);
        let label = lang.t("Mức hỗ trợ mới", "New support");
        let label = format!("{label} – {}", part.source.name(lang));
        let field = Field::money(lang, &name, label).value(typed.get(&name));
        field
            .hint(format!("{} {}.", lang.t("Đang là", "Now"), part.amount))
            .optional()
    };
    Ok(approved.iter().enumerate().map(field).collect())
}

/// From which approved part, to which purse, how much.
fn switch(cx: &Cx<'_>, found: &Project, typed: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let approved = approved_for(cx, found.id)?;
    let part = |(index, part): (usize, &Part)| {
        let label = format!("{} – {}", part.source.name(lang), part.amount);
        Choice::new(index.to_string(), label)
    };
    let parts = approved.iter().enumerate().map(part).collect();
    let purses = purses(cx);
    Ok(vec![
        Field::new(
            lang,
            Kind::Select(parts),
            "from",
            lang.t("Chuyển từ", "From"),
        )
        .value(typed.get("from")),
        Field::new(
            lang,
            Kind::Select(purses),
            "to",
            lang.t("Sang nguồn", "To the purse"),
        )
        .value(typed.get("to")),
        Field::money(lang, "amount", lang.t("Số tiền chuyển", "Amount")).value(typed.get("amount")),
    ])
}

/// The purses this person may see, with what is free in each.
fn purses(cx: &Cx<'_>) -> Vec<Choice> {
    let lang = cx.lang();
    let Ok(cards) = purse::list(cx, Window::of_page(1, ROWS_MAX)) else {
        return Vec::new();
    };
    let left = lang.t("còn", "left");
    let choice = |card: &purse::PurseCard| {
        let label = format!("{} – {left} {}", card.purse.name, card.available);
        Choice::new(card.purse.id.to_string(), label)
    };
    cards.rows.iter().map(choice).collect()
}
