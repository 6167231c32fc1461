//! Fills the frame of a page for one visit: navigation, name, notice.

use super::cookie;
use super::icon::Icon;
use super::query;
use super::shell::{Crumb, NavItem, Notice, NoticeKind, Shell, Theme, UserBadge};
use super::visit::Visit;
use kc_app::kernel::Cx;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// The frame of a page with a title.
pub fn shell(visit: &Visit<'_>, title: impl Into<String>) -> Shell {
    let lang = visit.lang();
    let cookies = &visit.arrival.cookies;
    let notice = cookies.get(cookie::NOTICE).map(|text| query::decode(text));
    Shell {
        lang,
        title: title.into(),
        nav: navigation(visit, lang),
        user: visit.held.as_ref().map(|held| UserBadge {
            key: held.actor.user.to_string(),
            name: held.actor.name.clone(),
            role: roles(visit, lang),
        }),
        csrf: visit.csrf().to_owned(),
        once: visit.once(),
        theme: cookies.get("kc_theme").and_then(|code| Theme::parse(code)),
        notice: notice.map(|text| Notice {
            kind: NoticeKind::Done,
            text,
        }),
        path: visit.arrival.query.behind(&visit.arrival.path),
        ..Shell::default()
    }
}

/// A step of the way to a page.
pub fn crumb(label: impl Into<String>, url: impl Into<String>) -> Crumb {
    Crumb {
        label: label.into(),
        url: url.into(),
    }
}

/// The roles of a person, and whom they stand in for today.
fn roles(visit: &Visit<'_>, lang: Lang) -> String {
    let held = visit.held.as_ref();
    let actors = held.iter().map(|held| &held.actor);
    let own = actors.clone().flat_map(|actor| actor.own());
    let names = own.map(|given| given.role.name(lang).to_owned());
    let absent = actors.flat_map(|actor| &actor.stands_in);
    let instead = absent.map(|absent| format!("{} {}", lang.t("thay", "for"), absent.name));
    names.chain(instead).collect::<Vec<_>>().join(", ")
}

/// One place of the navigation: who sees it, its word, where it leads.
struct Place(
    Option<Action>,
    &'static str,
    &'static str,
    &'static str,
    Icon,
);

/// The places of the office, in its own words and order.
const PLACES: &[Place] = &[
    Place(None, "Việc cần làm", "My work", "/", Icon::Tasks),
    Place(
        Some(Action::ReadProgrammes),
        "Chương trình",
        "Programmes",
        "/programmes",
        Icon::Programme,
    ),
    Place(
        Some(Action::ReadPlans),
        "Kế hoạch",
        "Plans",
        "/plans",
        Icon::Plan,
    ),
    Place(
        Some(Action::ReadDecisions),
        "Quyết định",
        "Decisions",
        "/decisions",
        Icon::Stamp,
    ),
    Place(
        Some(Action::ReadProjects),
        "Đề án",
        "Projects",
        "/projects",
        Icon::Project,
    ),
    Place(
        Some(Action::ReadAppraisals),
        "Thẩm định",
        "Appraisal",
        "/appraisals",
        Icon::Stamp,
    ),
    Place(
        Some(Action::ReadEstablishments),
        "Cơ sở CNNT",
        "Establishments",
        "/establishments",
        Icon::Establishment,
    ),
    Place(
        Some(Action::ReadLedger),
        "Kinh phí",
        "Ledger",
        "/ledger",
        Icon::Money,
    ),
    Place(
        Some(Action::ReadVisits),
        "Thực địa",
        "Field work",
        "/visits",
        Icon::Monitoring,
    ),
    Place(
        Some(Action::ReadProjects),
        "Sau hỗ trợ",
        "After support",
        "/followups",
        Icon::Activity,
    ),
    Place(
        Some(Action::ReadReports),
        "Báo cáo",
        "Reports",
        "/reports",
        Icon::Report,
    ),
    Place(
        Some(Action::ReadStatements),
        "Đối chiếu",
        "Statements",
        "/statements",
        Icon::Statement,
    ),
    Place(
        Some(Action::ReadRules),
        "Định mức",
        "Norms",
        "/norms",
        Icon::Law,
    ),
    Place(
        Some(Action::ReadRules),
        "Quy trình",
        "Processes",
        "/processes",
        Icon::Settings,
    ),
    Place(
        Some(Action::ReadDocuments),
        "Văn bản",
        "Documents",
        "/documents",
        Icon::Document,
    ),
    Place(
        Some(Action::ReadOrganisations),
        "Tổ chức",
        "Organisations",
        "/organisations",
        Icon::Organisation,
    ),
    Place(
        Some(Action::ReadPeople),
        "Người dùng",
        "People",
        "/people",
        Icon::Person,
    ),
    Place(
        Some(Action::ReadAudit),
        "Nhật ký",
        "Audit",
        "/audit",
        Icon::Audit,
    ),
];

fn navigation(visit: &Visit<'_>, lang: Lang) -> Vec<NavItem> {
    if visit.held.is_none() {
        return Vec::new();
    }
    let cx = visit.cx();
    let path = visit.arrival.path.as_str();
    let shown = PLACES.iter().filter(|place| may_see(&cx, place.0));
    let items = shown.map(|Place(_, vi, en, url, icon)| NavItem {
        label: lang.t(vi, en).to_owned(),
        url: (*url).to_owned(),
        icon: *icon,
        current: path == *url || (*url != "/" && path.starts_with(url)),
        waiting: 0,
    });
    items.collect()
}

fn may_see(cx: &Cx<'_>, action: Option<Action>) -> bool {
    action.is_none_or(|action| cx.may(action))
}
