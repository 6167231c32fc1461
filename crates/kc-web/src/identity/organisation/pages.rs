//! The pages of organisations.

use super::{forms, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Fact, Facts, Field, Head, Kind};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{
    Cell, FormPage, ListPage, Part, RecordPage, Table, TableRow, list_pager,
};
use crate::kernel::query::Query;
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::identity::organisation::{self, Filter};
use kc_app::kernel::{Done, ROWS_DEFAULT, Window};
use kc_app::place::name_of;
use kc_domain::identity::{Organisation, OrganisationKind};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /organisations`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = Filter {
        words: visit.query("q").to_owned(),
        kind: OrganisationKind::from_code(visit.query("kind")),
    };
    let page = organisation::list(&cx, &filter, window)?;
    let mut shell = shell(visit, lang.t("Tổ chức", "Organisations"));
    if cx.may(Action::RecordOrganisation) {
        shell.action = Some(MainAction {
            label: lang.t("Thêm tổ chức", "Add an organisation").to_owned(),
            url: "/organisations/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    let empty = Empty {
        title: lang
            .t("Không có tổ chức nào", "No organisations")
            .to_owned(),
        text: lang
            .t(
                "Sở, trung tâm, UBND, tổ chức dịch vụ, cơ sở có tài khoản sẽ hiện ở đây.",
                "Every body whose people sign in will stand here.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    Reply::page(&ListPage {
        tabs: None,
        filters: filters(visit),
        action: "/organisations".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(
            visit,
            window,
            page.total,
            lang.t("tổ chức", "organisations"),
        ),
        shell,
    })
}

fn filters(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let all = Choice::new("", lang.t("Tất cả", "All"));
    let kinds = OrganisationKind::ALL.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let kinds = std::iter::once(all).chain(kinds).collect();
    vec![
        Field::text(lang, "q", lang.t("Tên", "Name"))
            .value(visit.query("q"))
            .optional(),
        Field::new(lang, Kind::Select(kinds), "kind", lang.t("Loại", "Kind"))
            .value(visit.query("kind"))
            .optional(),
    ]
}

fn table(lang: Lang, rows: &[Organisation]) -> Table {
    let columns = vec![
        Column::text(lang.t("Tên tổ chức", "Name")),
        Column::text(lang.t("Loại", "Kind")),
        Column::text(lang.t("Địa bàn", "Area")),
    ];
    let rows = rows.iter().map(|row| {
        let cells = vec![
            Cell::text(&row.name),
            Cell::text(row.kind.name(lang)),
            Cell::text(name_of(&row.area, lang)),
        ];
        TableRow::new(url(row.id), cells)
    });
    Table {
        lang,
        caption: lang.t("Tổ chức", "Organisations").to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }
}

/// `GET /organisations/{organisation}`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = find(visit)?;
    let mut shell = shell(visit, &found.name);
    shell.crumbs = vec![crumb(lang.t("Tổ chức", "Organisations"), "/organisations")];
    if cx.may_on(Action::RecordOrganisation, &organisation::subject(&found)) {
        shell.action = Some(MainAction {
            label: lang.t("Sửa", "Edit").to_owned(),
            url: format!("{}/edit", url(found.id)),
            official: false,
            posts: false,
        });
    }
    let parts = vec![
        Part::Facts(facts(visit, &found)),
        Part::Heading(lang.t("Lịch sử", "History").to_owned()),
        crate::audit::history_part(visit, found.id)?,
    ];
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(visit: &Visit<'_>, found: &Organisation) -> Facts {
    let lang = visit.lang();
    let above = lang.t("Cấp trên", "Stands under");
    let parent = found
        .parent
        .and_then(|id| organisation::show(&visit.cx(), id).ok());
    let parent = match parent {
        Some(parent) => Fact::link(above, &parent.name, url(parent.id)),
        None => Fact::text(above, lang.t("Không có cấp trên trong hệ thống", "None")),
    };
    let short = found.short_name.clone().unwrap_or_default();
    let facts = vec![
        Fact::text(lang.t("Loại", "Kind"), found.kind.name(lang)),
        Fact::text(lang.t("Tên viết tắt", "Short name"), short),
        parent,
        Fact::text(
            lang.t("Địa bàn phụ trách", "Area"),
            name_of(&found.area, lang),
        ),
    ];
    Facts { lang, facts }
}

/// `GET /organisations/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    new_form(visit, &Query::default())?.show()
}

/// `POST /organisations`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let done = forms::read(&cx, form, None).and_then(|new| organisation::record(&cx, new));
    match done {
        Ok(id) => Reply::see_other(url(id), visit.lang().t("Đã thêm tổ chức.", "Saved.")),
        Err(failure) => new_form(visit, form)?.come_back(failure),
    }
}

/// `GET /organisations/{organisation}/edit`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    edit_form(visit, &found, &forms::values(&found))?.show()
}

/// `POST /organisations/{organisation}`
pub fn update(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let found = find(visit)?;
    let version = form.get("version").parse().unwrap_or(0);
    let done = forms::read(&cx, form, Some(&found))
        .and_then(|new| organisation::amend(&cx, found.id, version, new));
    match done {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => edit_form(visit, &found, form)?.come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Organisation> {
    organisation::show(
        &visit.cx(),
        visit.id("organisation", OrganisationId::parse)?,
    )
}

fn new_form(visit: &Visit<'_>, form: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Thêm tổ chức", "Add an organisation"));
    shell.crumbs = vec![crumb(lang.t("Tổ chức", "Organisations"), "/organisations")];
    let page = FormPage::new(shell, "/organisations", forms::fields(&visit.cx(), form)?);
    Ok(page.buttons(lang.t("Thêm tổ chức", "Save"), "/organisations"))
}

fn edit_form(visit: &Visit<'_>, found: &Organisation, form: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Sửa tổ chức", "Edit the organisation"));
    shell.crumbs = vec![
        crumb(lang.t("Tổ chức", "Organisations"), "/organisations"),
        crumb(&found.name, url(found.id)),
    ];
    let page = FormPage::new(shell, url(found.id), forms::fields(&visit.cx(), form)?);
    Ok(page.buttons(lang.t("Lưu", "Save"), url(found.id)))
}
