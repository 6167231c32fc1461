//! Purses: list, show, open, and moves of a purse alone.

use super::{forms, journal, purse_url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Choice, Column, Empty, Fact, Facts, Field, Head, Kind, Money, PostButton, Tab, Tabs, Value,
};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{
    Cell, FormPage, ListPage, Part, RecordPage, SmallForm, Table, TableRow, list_pager,
};
use crate::kernel::query::Query;
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done, Failure, ROWS_DEFAULT, Window};
use kc_app::ledger::append::append;
use kc_app::ledger::holder::holders;
use kc_app::ledger::purse::{self, PurseCard};
use kc_app::ledger::{Filter, list as list_entries};
use kc_domain::kernel::id::PurseId;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Purse, Source};
use kc_domain::policy::{Action, Subject};

/// The moves of a purse that no project takes part in.
const OF_PURSE: [MoveKind; 6] = [
    MoveKind::Assign,
    MoveKind::Cut,
    MoveKind::CarryOut,
    MoveKind::CarryIn,
    MoveKind::Reserve,
    MoveKind::Release,
];

/// The sides of the ledger.
pub(crate) fn tabs(lang: Lang, current: usize) -> Tabs {
    let sides = [
        (lang.t("Nguồn kinh phí", "Purses"), "/ledger"),
        (lang.t("Sổ bút toán", "Entries"), "/ledger/entries"),
        (
            lang.t("Chờ duyệt chi", "Waiting for approval"),
            "/ledger/waiting",
        ),
        (
            lang.t("Bảng kê Kho bạc", "Treasury lists"),
            "/ledger/handovers",
        ),
    ];
    let tab = |(index, (label, url)): (usize, (&str, &str))| Tab {
        label: label.to_owned(),
        url: url.to_owned(),
        current: index == current,
        count: None,
    };
    let tabs = sides.into_iter().enumerate().map(tab).collect();
    Tabs {
        label: lang.t("Kinh phí", "Ledger").to_owned(),
        tabs,
    }
}

/// `GET /ledger`
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let page = purse::list(&cx, window)?;
    let mut shell = shell(visit, lang.t("Kinh phí", "Ledger"));
    shell.action = cx.may(Action::AssignBudget).then(|| MainAction {
        label: lang.t("Mở nguồn kinh phí", "Open a purse").to_owned(),
        url: "/ledger/purses/new".to_owned(),
        official: false,
        posts: false,
    });
    let empty = Empty {
        title: lang.t("Chưa có nguồn kinh phí", "No purses yet").to_owned(),
        text: lang
            .t(
                "Mỗi nguồn là dự toán của một nguồn vốn, cấp và năm.",
                "A purse is the budget of one source, level and year.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    Reply::page(&ListPage {
        tabs: Some(tabs(lang, 0)),
        filters: Vec::new(),
        action: "/ledger".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("nguồn", "purses")),
        shell,
    })
}

fn table(lang: Lang, rows: &[PurseCard]) -> Table {
    let million = lang.t("triệu đồng", "million đồng");
    let columns = vec![
        Column::text(lang.t("Nguồn kinh phí", "Purse")),
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Nguồn vốn", "Source")),
        Column::number(lang.t("Năm", "Year"), ""),
        Column::number(lang.t("Đã giao", "Assigned"), million),
        Column::number(lang.t("Còn lại", "Available"), million),
    ];
    let row = |card: &PurseCard| {
        let entries = format!("/ledger/entries?purse={}", card.purse.id);
        let cells = vec![
            Cell::text(&card.purse.name),
            Cell::text(&card.purse.code),
            Cell::text(card.purse.source.name(lang)),
            card.purse.budget_year.map_or(Cell::Unknown, Cell::number),
            Cell::Money(Money::cell(lang, Some(card.assigned)).opens(entries)),
            Cell::Money(Money::cell(lang, Some(card.available))),
        ];
        TableRow::new(purse_url(card.purse.id), cells)
    };
    Table {
        lang,
        caption: lang.t("Nguồn kinh phí", "Purses").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

/// `GET /ledger/purses/{purse}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let card = purse::show(&cx, visit.id("purse", PurseId::parse)?)?;
    Reply::page(&page(
        visit,
        &card,
        forms::fields(visit.lang(), &OF_PURSE, &Query::default()),
    )?)
}

fn page(visit: &Visit<'_>, card: &PurseCard, fields: Vec<Field>) -> Done<RecordPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut shell = shell(visit, &card.purse.name);
    shell.crumbs = vec![crumb(lang.t("Kinh phí", "Ledger"), "/ledger")];
    shell.illustrative = card.purse.illustrative;
    let filter = Filter {
        purse: Some(card.purse.id),
        ..Filter::default()
    };
    let entries = list_entries(&cx, &filter, Window::of_page(1, ROWS_DEFAULT))?;
    let holders = holders(&cx, &entries.rows)?;
    let mut parts = vec![Part::Facts(facts(lang, card))];
    if cx.may_on(Action::AssignBudget, &subject(&card.purse)) {
        let url = format!("{}/moves", purse_url(card.purse.id));
        let label = lang.t("Ghi bút toán", "Record the entry");
        parts.push(Part::Heading(
            lang.t("Giao, điều chỉnh dự toán", "Assign, adjust")
                .to_owned(),
        ));
        let button = PostButton::new(url, visit.csrf(), label).official();
        parts.push(Part::Form(SmallForm {
            fields,
            button,
            with_files: false,
        }));
    }
    parts.push(Part::Heading(
        lang.t("Bút toán gần nhất", "Latest entries").to_owned(),
    ));
    parts.push(Part::Table(journal::table(
        lang,
        &entries.rows,
        Some(&holders),
    )));
    Ok(RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(lang: Lang, card: &PurseCard) -> Facts {
    let money = |amount| Value::Money(Money::full(lang, Some(amount)));
    let level = card
        .purse
        .level
        .map_or(Value::Unknown, |l| Value::Text(l.name(lang).to_owned()));
    let facts = vec![
        Fact::text(lang.t("Mã", "Code"), &card.purse.code),
        Fact::text(lang.t("Nguồn vốn", "Source"), card.purse.source.name(lang)),
        Fact::new(lang.t("Cấp", "Level"), level),
        Fact::new(lang.t("Đã giao", "Assigned"), money(card.assigned)),
        Fact::new(lang.t("Còn lại", "Available"), money(card.available)),
    ];
    Facts { lang, facts }
}

/// `POST /ledger/purses/{purse}/moves`
pub(super) fn create_move(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let card = purse::show(&cx, visit.id("purse", PurseId::parse)?)?;
    let form = &visit.arrival.form;
    let done = forms::read(form, (Some(card.purse.id), None), Some(card.purse.source))
        .and_then(|new| append(&cx, &new));
    match done {
        Ok(_) => {
            let notice = visit.lang().t("Đã ghi bút toán.", "The entry is recorded.");
            Reply::see_other(purse_url(card.purse.id), notice)
        }
        Err(failure) => {
            let shell = shell(visit, &card.purse.name);
            let url = format!("{}/moves", purse_url(card.purse.id));
            FormPage::new(shell, url, forms::fields(visit.lang(), &OF_PURSE, form))
                .buttons(
                    visit.lang().t("Ghi bút toán", "Record"),
                    purse_url(card.purse.id),
                )
                .come_back(failure)
        }
    }
}

/// `GET /ledger/purses/new`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    form(visit, &Query::default()).show()
}

/// `POST /ledger/purses`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    match read(&cx, &visit.arrival.form).and_then(|new| purse::open(&cx, new)) {
        Ok(id) => Reply::see_other(
            purse_url(id),
            visit.lang().t("Đã mở nguồn kinh phí.", "Opened."),
        ),
        Err(failure) => form(visit, &visit.arrival.form).come_back(failure),
    }
}

fn form(visit: &Visit<'_>, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let levels = Level::ALL.map(|level| Choice::new(level.code(), level.name(lang)));
    let fields = vec![
        Field::text(lang, "code", lang.t("Mã", "Code"))
            .example("HP-2026-DP")
            .value(typed.get("code")),
        Field::text(lang, "name", lang.t("Tên", "Name")).value(typed.get("name")),
        forms::source_field(lang, typed),
        Field::new(
            lang,
            Kind::Radio(levels.into()),
            "level",
            lang.t("Cấp", "Level"),
        )
        .value(typed.get("level"))
        .optional(),
        Field::new(
            lang,
            Kind::Count,
            "budget_year",
            lang.t("Năm ngân sách", "Budget year"),
        )
        .value(typed.get("budget_year"))
        .optional(),
    ];
    let mut shell = shell(visit, lang.t("Mở nguồn kinh phí", "Open a purse"));
    shell.crumbs = vec![crumb(lang.t("Kinh phí", "Ledger"), "/ledger")];
    FormPage::new(shell, "/ledger/purses", fields)
        .buttons(lang.t("Mở nguồn kinh phí", "Open"), "/ledger")
}

fn read(cx: &Cx<'_>, form: &Query) -> Done<Purse> {
    let given = cx.role_for(Action::AssignBudget).ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(form);
    let (code, name) = (reader.text("code"), reader.text("name"));
    let source = reader.choice("source", Source::from_code);
    let level = reader.choice_or_none("level", Level::from_code);
    let budget_year = reader.count_or_none("budget_year");
    reader.finish_with(|| {
        Some(Purse {
            id: PurseId([0; 16]),
            code,
            name,
            programme: None,
            plan: None,
            source: source?,
            level,
            budget_year: budget_year.and_then(|year| i32::try_from(year).ok()),
            area: given.area.clone(),
            organisation: given.organisation,
            illustrative: false,
        })
    })
}

fn subject(purse: &Purse) -> Subject {
    Subject::new(purse.area.clone(), Some(purse.organisation))
}
