//! The list of annual plans and their forms.

use super::{forms, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Field, Head};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, ListPage, Table, TableRow, list_pager};
use crate::kernel::query::Query;
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_app::plan::{self, PlanFilter};
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::text::Lang;
use kc_domain::plan::Plan;
use kc_domain::policy::Action;

/// `GET /plans`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = PlanFilter {
        words: visit.query("q"),
        year: visit.query("year").parse().ok(),
        programme: None,
    };
    let page = plan::list(&cx, &filter, window)?;
    let mut shell = shell(visit, lang.t("Kế hoạch khuyến công năm", "Annual plans"));
    if cx.may(Action::RecordPlan) {
        shell.action = Some(MainAction {
            label: lang.t("Thêm kế hoạch", "Add a plan").to_owned(),
            url: "/plans/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    let empty = empty(lang, shell.action.clone());
    Reply::page(&ListPage {
        tabs: None,
        filters: filters(visit),
        action: "/plans".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(visit, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("kế hoạch", "plans")),
        shell,
    })
}

fn empty(lang: Lang, action: Option<MainAction>) -> Empty {
    Empty {
        title: lang.t("Chưa có kế hoạch nào", "No plans yet").to_owned(),
        text: lang
            .t(
                "Mỗi năm một kế hoạch; nhiều năm có thể mở cùng lúc.",
                "One plan a year; several years may be open at once.",
            )
            .to_owned(),
        action,
    }
}

fn filters(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    vec![
        Field::text(lang, "q", lang.t("Tên hoặc mã", "Name or code")).value(visit.query("q")),
        Field::text(lang, "year", lang.t("Năm", "Year")).value(visit.query("year")),
    ]
}

fn table(visit: &Visit<'_>, rows: &[Plan]) -> Table {
    let (lang, now) = (visit.lang(), visit.cx().now());
    let columns = vec![
        Column::text(lang.t("Tên kế hoạch", "Name")),
        Column::text(lang.t("Mã", "Code")),
        Column::number(lang.t("Năm", "Year"), ""),
        Column::text(lang.t("Thời gian", "Period")),
        Column::text(lang.t("Đợt đăng ký", "Registration round")),
    ];
    let row = |plan: &Plan| {
        let round = plan.round.say_at(now, plan.round_at(now), lang);
        let cells = vec![
            Cell::text(&plan.name),
            Cell::text(&plan.code),
            Cell::number(plan.year),
            Cell::text(plan.period.to_string()),
            Cell::text_or_unknown(round),
        ];
        TableRow::new(url(plan.id), cells)
    };
    Table {
        lang,
        caption: lang.t("Danh sách kế hoạch", "Plans").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

/// `GET /plans/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    new_form(visit, &Query::default()).show()
}

/// `POST /plans`
pub fn create(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let done = forms::read(&cx, &visit.arrival.form).and_then(|new| plan::record::record(&cx, new));
    match done {
        Ok(id) => Reply::see_other(url(id), visit.lang().t("Đã ghi kế hoạch.", "Saved.")),
        Err(failure) => new_form(visit, &visit.arrival.form).come_back(failure),
    }
}

/// `GET /plans/{plan}/edit`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let found = plan::show(&visit.cx(), visit.id("plan", PlanId::parse)?)?;
    edit_form(visit, &found, &forms::values(&found)).show()
}

/// `POST /plans/{plan}`
pub fn update(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let found = plan::show(&cx, visit.id("plan", PlanId::parse)?)?;
    let form = &visit.arrival.form;
    let version = form.get("version").parse().unwrap_or(0);
    let done =
        forms::read(&cx, form).and_then(|new| plan::amend::amend(&cx, found.id, version, new));
    match done {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => edit_form(visit, &found, form).come_back(failure),
    }
}

fn new_form(visit: &Visit<'_>, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Thêm kế hoạch năm", "Add an annual plan"));
    shell.crumbs = vec![crumb(lang.t("Kế hoạch", "Plans"), "/plans")];
    FormPage::new(shell, "/plans", forms::fields(&visit.cx(), form))
        .buttons(lang.t("Ghi kế hoạch", "Save"), "/plans")
}

fn edit_form(visit: &Visit<'_>, found: &Plan, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Sửa kế hoạch", "Edit the plan"));
    shell.crumbs = vec![
        crumb(lang.t("Kế hoạch", "Plans"), "/plans"),
        crumb(&found.name, url(found.id)),
    ];
    FormPage::new(shell, url(found.id), forms::fields(&visit.cx(), form))
        .buttons(lang.t("Lưu", "Save"), url(found.id))
}
