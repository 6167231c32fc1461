//! The list of councils, and the form that sets one up.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, ListPage, Table, TableRow, list_pager};
use crate::kernel::query::Query;
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::appraisal::council::{NewCouncil, establish};
use kc_app::appraisal::{self, sheet};
use kc_app::kernel::{Done, Failure, ROWS_DEFAULT, ROWS_MAX, Window};
use kc_app::plan::{self, PlanFilter};
use kc_domain::appraisal::Council;
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /appraisals`, with `?plan=`
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let page = appraisal::list(&cx, PlanId::parse(visit.query("plan")), window)?;
    let mut shell = shell(
        visit,
        lang.t("Thẩm định, xếp hạng", "Appraisal and ranking"),
    );
    if cx.may(Action::RecordAppraisal) {
        shell.action = Some(MainAction {
            label: lang.t("Lập hội đồng", "Set up a council").to_owned(),
            url: "/appraisals/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    let empty = Empty {
        title: lang.t("Chưa có hội đồng nào", "No councils yet").to_owned(),
        text: lang
            .t(
                "Mỗi kế hoạch năm có một hoặc nhiều hội đồng thẩm định; đề án được chấm điểm trong các phiên họp.",
                "A plan has one or more councils; files are scored in their sittings.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    Reply::page(&ListPage {
        tabs: None,
        filters: Vec::new(),
        action: "/appraisals".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(visit, &page.rows)?,
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("hội đồng", "councils")),
        shell,
    })
}

fn table(visit: &Visit<'_>, rows: &[Council]) -> Done<Table> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sizes = appraisal::sizes(&cx, rows)?;
    let row = |council: &Council| {
        let size = sizes.get(&council.id).copied().unwrap_or_default();
        let cells = vec![
            Cell::text(&council.name),
            Cell::number(council.year),
            Cell::text(&council.round),
            Cell::number(size.members),
            Cell::number(size.sittings),
            Cell::number(size.open),
        ];
        TableRow::new(url(council.id), cells)
    };
    let columns = vec![
        Column::text(lang.t("Hội đồng", "Council")),
        Column::number(lang.t("Năm", "Year"), ""),
        Column::text(lang.t("Đợt", "Round")),
        Column::number(lang.t("Thành viên", "Members"), ""),
        Column::number(lang.t("Phiên họp", "Sittings"), ""),
        Column::number(lang.t("Biên bản chưa khóa", "Open minutes"), ""),
    ];
    Ok(Table {
        lang,
        caption: lang.t("Hội đồng thẩm định", "Councils").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    })
}

/// `GET /appraisals/new`, with `?plan=`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    form(visit, &visit.arrival.query)?.show()
}

/// `POST /appraisals`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let typed = &visit.arrival.form;
    match read(typed).and_then(|new| establish(&visit.cx(), new)) {
        Ok(id) => Reply::see_other(
            url(id),
            visit.lang().t("Đã lập hội đồng.", "The council is set up."),
        ),
        Err(Failure::NotFound) => Err(Failure::NotFound),
        Err(failure) => form(visit, typed)?.come_back(failure),
    }
}

fn read(form: &Query) -> Done<NewCouncil> {
    let mut reader = FormReader::new(form);
    let plan = reader.choice("plan", PlanId::parse);
    let (name, decision) = (reader.text("name"), reader.text_or_none("decision"));
    let (round, sheet) = (reader.text("round"), reader.text("sheet"));
    reader.finish_with(|| {
        Some(NewCouncil {
            name,
            plan: plan?,
            round,
            sheet,
            decision,
            illustrative: false,
        })
    })
}

fn form(visit: &Visit<'_>, typed: &Query) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let plans = plan::list(&cx, &PlanFilter::default(), Window::of_page(1, ROWS_MAX))?;
    let plans = plans.rows.into_iter();
    let plans = plans.map(|plan| Choice::new(plan.id.to_string(), plan.name));
    let fields = fields(lang, plans.collect())?;
    let fields = fields.into_iter().map(|field| {
        let value = typed.get(&field.name);
        field.value(value)
    });
    let mut shell = shell(visit, lang.t("Lập hội đồng thẩm định", "Set up a council"));
    shell.crumbs = vec![crumb(lang.t("Thẩm định", "Appraisal"), "/appraisals")];
    Ok(FormPage::new(shell, "/appraisals", fields.collect())
        .buttons(lang.t("Lập hội đồng", "Set up"), "/appraisals"))
}

fn fields(lang: Lang, plans: Vec<Choice>) -> Done<Vec<Field>> {
    let sheets = sheet::all()?.into_iter().map(|sheet| {
        let standing = sheet.standing.name(lang);
        Choice::new(sheet.code, format!("{} ({standing})", sheet.name))
    });
    let (plan, sheet) = (
        lang.t("Kế hoạch", "Plan"),
        lang.t("Phiếu chấm điểm", "Scoring sheet"),
    );
    Ok(vec![
        Field::text(lang, "name", lang.t("Tên hội đồng", "Name")).hint(lang.t(
            "Ghi như trong quyết định thành lập.",
            "As in the decision that sets it up.",
        )),
        Field::new(lang, Kind::Select(plans), "plan", plan),
        Field::new(lang, Kind::Short, "round", lang.t("Đợt", "Round")).example("I"),
        Field::new(lang, Kind::Select(sheets.collect()), "sheet", sheet),
        Field::text(lang, "decision", lang.t("Quyết định thành lập", "Decision"))
            .example("Quyết định số 12/QĐ-SCT ngày 05/01/2026")
            .optional(),
    ])
}
