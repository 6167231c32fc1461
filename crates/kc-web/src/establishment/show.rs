//! The page of one establishment: facts, projects it stood in, history.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Column, Empty, Fact, Facts, Head, Offer, Shape, Tab, Tabs, Tag, Tone, Value,
};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::establishment::{self, Support};
use kc_app::kernel::Failure;
use kc_domain::establishment::{Establishment, TaxNumber};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /establishments/{establishment}`, with `?tab=supports` or `?tab=history`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let id = visit.id("establishment", EstablishmentId::parse)?;
    let found = establishment::show(&cx, id)?;
    let supports = match establishment::supports(&cx, id) {
        Err(Failure::Denied(_)) => Vec::new(),
        other => other?,
    };
    let mut shell = shell(visit, &found.name);
    shell.crumbs = vec![crumb(
        lang.t("Cơ sở CNNT", "Establishments"),
        "/establishments",
    )];
    if cx.may_on(Action::RecordEstablishment, &establishment::subject(&found)) {
        shell.action = Some(MainAction {
            label: lang.t("Sửa", "Edit").to_owned(),
            url: format!("{}/edit", url(id)),
            official: false,
            posts: false,
        });
    }
    let parts = match visit.query("tab") {
        "supports" => vec![supported(lang, &supports)],
        "documents" => vec![crate::document::documents_part(visit, id.0)?],
        "history" => vec![crate::audit::history_part(visit, id)?],
        _ => {
            let mut parts = facts(lang, &found);
            parts.extend(survey(visit, &found));
            parts
        }
    };
    Reply::page(&RecordPage {
        shell,
        tabs: Some(tabs(visit, &found, supports.len())),
        parts,
    })
}

/// The way to a survey of its needs, for whoever may record one.
fn survey(visit: &Visit<'_>, found: &Establishment) -> Option<Part> {
    let may_record = visit
        .cx()
        .may_on(Action::RecordVisit, &establishment::subject(found));
    may_record.then(|| {
        let label = visit.lang().t("Ghi khảo sát nhu cầu", "Record a survey");
        let address = format!("/visits/surveys/new?establishment={}", found.id);
        Part::Offers(vec![Offer::open(label, address)])
    })
}

fn tabs(visit: &Visit<'_>, found: &Establishment, supports: usize) -> Tabs {
    let lang = visit.lang();
    let shown = visit.query("tab");
    let base = url(found.id);
    let tab = |code: &str, label: &str, count| Tab {
        label: label.to_owned(),
        url: if code.is_empty() {
            base.clone()
        } else {
            format!("{base}?tab={code}")
        },
        current: shown == code,
        count,
    };
    Tabs {
        label: found.name.clone(),
        tabs: vec![
            tab("", lang.t("Thông tin", "Facts"), None),
            tab("supports", lang.t("Đã hỗ trợ", "Support"), Some(supports)),
            tab("documents", lang.t("Văn bản", "Documents"), None),
            tab("history", lang.t("Lịch sử", "History"), None),
        ],
    }
}

fn facts(lang: Lang, found: &Establishment) -> Vec<Part> {
    let text = |label: &str, value: Option<&str>| Fact::text(label, value.unwrap_or_default());
    let flag = |label: &str, value: Option<bool>| {
        let no = lang.t("Không", "No");
        text(
            label,
            value.map(|yes| if yes { lang.t("Có", "Yes") } else { no }),
        )
    };
    let surveyed = found.surveyed_on.map(show_date);
    let on = |day: &String| format!("{} {day}", lang.t("khảo sát ngày", "surveyed on"));
    let as_of = surveyed.as_ref().map(on).unwrap_or_default();
    let workers = found
        .workers
        .map(|count| format!("{count} {}", lang.t("người", "people")));
    let mut facts = vec![
        text(
            lang.t("Hình thức pháp lý", "Legal form"),
            found.legal_form.map(|form| form.name(lang)),
        ),
        text(
            lang.t("Mã số thuế", "Tax number"),
            found.tax_number.as_ref().map(TaxNumber::as_str),
        ),
        text(
            lang.t("Địa chỉ theo hồ sơ", "Address as written"),
            Some(&found.address_written),
        )
        .note(super::place_of(found, lang)),
        text(lang.t("Ngành nghề", "Trade"), found.trade.as_deref()),
        text(
            lang.t("Sản phẩm chính", "Main products"),
            found.products.as_deref(),
        ),
        text(lang.t("Chủ cơ sở", "Owner"), found.owner_name.as_deref()),
        flag(
            lang.t("Phụ nữ làm chủ", "Owned by a woman"),
            found.woman_owned,
        ),
        flag(
            lang.t("Người dân tộc thiểu số làm chủ", "Owned by a minority"),
            found.minority_owned,
        ),
        flag(
            lang.t("Trong làng nghề được công nhận", "In a craft village"),
            found.craft_village,
        ),
        text(lang.t("Số lao động", "Workers"), workers.as_deref()).note(as_of),
        text(lang.t("Ngày khảo sát", "Surveyed on"), surveyed.as_deref()),
    ];
    if found.illustrative {
        let tag = Tag::new(
            Shape::Triangle,
            Tone::Care,
            lang.t("số liệu minh họa", "sample data"),
        );
        facts.push(Fact::new(lang.t("Nguồn", "Source"), Value::Tag(tag)));
    }
    vec![Part::Facts(Facts { lang, facts })]
}

fn supported(lang: Lang, supports: &[Support]) -> Part {
    if supports.is_empty() {
        return Part::Empty(Empty {
            title: lang.t("Chưa có đề án nào", "No projects yet").to_owned(),
            text: lang
                .t(
                    "Các đề án mà cơ sở này thụ hưởng sẽ hiện ở đây.",
                    "The projects this establishment benefits from will stand here.",
                )
                .to_owned(),
            action: None,
        });
    }
    let columns = vec![
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Cấp", "Level")),
        Column::text(lang.t("Ngày đăng ký", "Registered on")),
    ];
    let rows = supports.iter().map(|support| {
        let title = if support.withdrawn {
            format!("{} ({})", support.title, lang.t("đã rút", "withdrawn"))
        } else {
            support.title.clone()
        };
        let cells = vec![
            Cell::text(title),
            Cell::text(&support.code),
            Cell::text_or_unknown(support.level.map(|level| level.name(lang))),
            Cell::text(show_date(support.registered_on)),
        ];
        TableRow::new(format!("/projects/{}", support.project), cells)
    });
    Part::Table(Table {
        lang,
        caption: lang.t("Đề án đã hỗ trợ", "Projects").to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    })
}
