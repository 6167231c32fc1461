//! The list of projects: filters, sorting, columns and page live in the address.

use super::listing;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Columns, Empty, Field, Kind};
use crate::kernel::frame::shell;
use crate::kernel::page::{ListPage, list_pager};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, ROWS_DEFAULT, ROWS_MAX, Window};
use kc_app::place::look_up;
use kc_app::plan::PlanFilter;
use kc_app::project::{self, Filter, Order};
use kc_app::{plan, programme};
use kc_domain::kernel::id::{EstablishmentId, PlanId, ProgrammeId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::place::AreaPath;
use kc_domain::policy::Action;
use kc_domain::programme::catalogue;
use kc_domain::project::{ProjectKind, Status};

/// `GET /projects`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = filter(visit);
    let page = project::list(&cx, &filter, order(visit.query("sort")), window)?;
    let totals = project::total(&cx, &filter, page.total)?;
    let mut shell = shell(visit, lang.t("Đề án khuyến công", "Projects"));
    if cx.may(Action::ProposeProject) {
        shell.action = Some(MainAction {
            label: lang.t("Đăng ký đề án", "Propose a project").to_owned(),
            url: "/projects/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    Reply::page(&ListPage {
        tabs: None,
        filters: filters(visit, &filter),
        action: "/projects".to_owned(),
        summary: listing::say(lang, page.total, totals),
        columns: Some(columns(visit)),
        table: listing::table(visit, &page.rows, totals, true),
        empty: Some(empty(visit, shell.action.clone())),
        pager: list_pager(visit, window, page.total, lang.t("đề án", "projects")),
        shell,
    })
}

/// What the address asks for; what cannot be read narrows nothing.
fn filter(visit: &Visit<'_>) -> Filter {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Filter {
        words: visit.query("q").to_owned(),
        programme: ProgrammeId::parse(visit.query("programme")),
        plan: PlanId::parse(visit.query("plan")),
        batch: some(visit.query("batch")),
        status: Status::from_code(visit.query("status")),
        kind: ProjectKind::from_code(visit.query("kind")),
        level: Level::from_code(visit.query("level")),
        content_group: some(visit.query("group")),
        areas: areas(visit),
        establishment: EstablishmentId::parse(visit.query("establishment")),
    }
}

/// Every unit the text of the filter names; a path of an area stands for itself.
fn areas(visit: &Visit<'_>) -> Option<Vec<AreaPath>> {
    let text = visit.query("area");
    if text.is_empty() {
        return None;
    }
    if let Ok(area) = AreaPath::parse(text) {
        return Some(vec![area]);
    }
    let answer = look_up(text, visit.cx().today());
    let found = answer.matches.iter().map(|found| found.unit.area());
    Some(found.collect())
}

fn order(sort: &str) -> Order {
    match sort {
        "code" => Order::Code,
        "-code" => Order::CodeDown,
        "title" => Order::Title,
        "-title" => Order::TitleDown,
        "registered" => Order::Oldest,
        "support" => Order::Support,
        "-support" => Order::SupportDown,
        _ => Order::Newest,
    }
}

fn filters(visit: &Visit<'_>, filter: &Filter) -> Vec<Field> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let all = || Choice::new("", lang.t("Tất cả", "All"));
    let select = |name: &str, label: &str, choices: Vec<Choice>| {
        let choices = std::iter::once(all()).chain(choices).collect();
        Field::new(lang, Kind::Select(choices), name, label)
    };
    let statuses = Status::ALL.map(|status| Choice::new(status.code(), status.name(lang)));
    let levels = Level::ALL.map(|level| Choice::new(level.code(), level.name(lang)));
    let mut fields = vec![
        Field::text(
            lang,
            "q",
            lang.t("Tên, mã, cơ sở", "Title, code, beneficiary"),
        ),
        select("plan", lang.t("Kế hoạch", "Plan"), plans(&cx)),
        select(
            "programme",
            lang.t("Chương trình", "Programme"),
            programmes(&cx),
        ),
        select("status", lang.t("Trạng thái", "Status"), statuses.into()),
        select("level", lang.t("Cấp", "Level"), levels.into()),
        Field::text(lang, "area", lang.t("Địa bàn", "Area")),
    ];
    let groups = groups(&cx, filter);
    if !groups.is_empty() {
        let label = lang.t("Nhóm nội dung", "Content group");
        fields.push(select("group", label, groups));
    }
    fields.extend(kept(visit));
    fields
        .into_iter()
        .map(|field| {
            let typed = match field.kind {
                Kind::Hidden => field.value.clone(),
                _ => visit.query(&field.name).to_owned(),
            };
            field.value(typed)
        })
        .collect()
}

/// What the address holds besides the fields seen: order and columns must not be lost.
fn kept(visit: &Visit<'_>) -> Vec<Field> {
    let held = ["sort", "establishment", "batch", "kind", "col"];
    let pairs = visit.arrival.query.0.iter();
    pairs
        .filter(|(name, value)| held.contains(&name.as_str()) && !value.is_empty())
        .map(|(name, value)| Field::new(visit.lang(), Kind::Hidden, name, "").value(value))
        .collect()
}

fn plans(cx: &Cx<'_>) -> Vec<Choice> {
    let page = plan::list(cx, &PlanFilter::default(), Window::of_page(1, ROWS_MAX));
    let rows = page.map(|page| page.rows).unwrap_or_default();
    rows.iter()
        .map(|plan| {
            Choice::new(
                plan.id.to_string(),
                format!("{} ({})", plan.year, plan.code),
            )
        })
        .collect()
}

fn programmes(cx: &Cx<'_>) -> Vec<Choice> {
    let page = programme::list(cx, "", Window::of_page(1, ROWS_MAX));
    let rows = page.map(|page| page.rows).unwrap_or_default();
    rows.iter()
        .map(|programme| Choice::new(programme.id.to_string(), &programme.code))
        .collect()
}

/// The groups of the plan or programme chosen; without one, groups of several catalogues would mix.
fn groups(cx: &Cx<'_>, filter: &Filter) -> Vec<Choice> {
    let of_plan = filter.plan.and_then(|id| plan::show(cx, id).ok());
    let of_programme = filter.programme.and_then(|id| programme::show(cx, id).ok());
    let code = of_plan
        .map(|plan| plan.catalogue)
        .or_else(|| of_programme.map(|programme| programme.catalogue));
    let found = code.and_then(|code| catalogue::find(&code));
    let groups = found.map(|catalogue| catalogue.groups.as_slice());
    groups
        .unwrap_or_default()
        .iter()
        .map(|group| Choice::new(&group.key, format!("{}. {}", group.key, group.label)))
        .collect()
}

fn columns(visit: &Visit<'_>) -> Columns {
    let lang = visit.lang();
    let shown: Vec<_> = listing::chosen(visit)
        .iter()
        .map(|held| held.code)
        .collect();
    let choices = listing::COLUMNS.iter().map(|held| Choice {
        value: held.code.to_owned(),
        label: listing::label(lang, held.code).to_owned(),
        chosen: shown.contains(&held.code),
    });
    let keep = visit.arrival.query.0.iter();
    let keep = keep.filter(|(name, _)| name != "col").cloned().collect();
    Columns {
        lang,
        action: "/projects".to_owned(),
        keep,
        choices: choices.collect(),
    }
}

fn empty(visit: &Visit<'_>, action: Option<MainAction>) -> Empty {
    let lang = visit.lang();
    let is_narrowed = visit
        .arrival
        .query
        .0
        .iter()
        .any(|(_, value)| !value.is_empty());
    let (title, text) = if is_narrowed {
        (
            lang.t("Không có đề án nào khớp bộ lọc", "Nothing fits the filter"),
            lang.t(
                "Bớt điều kiện, hoặc kiểm tra chính tả.",
                "Take out a condition.",
            ),
        )
    } else {
        first(lang)
    };
    Empty {
        title: title.to_owned(),
        text: text.to_owned(),
        action,
    }
}

fn first(lang: Lang) -> (&'static str, &'static str) {
    (
        lang.t("Chưa có đề án nào", "No projects yet"),
        lang.t(
            "Đề án đăng ký, phê duyệt và thực hiện sẽ hiện ở đây.",
            "Projects registered, approved and carried out will stand here.",
        ),
    )
}
