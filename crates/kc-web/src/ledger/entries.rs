//! Entries: the book, one entry, and its reversal.

use super::{entry_url, papers, purse_url, purses};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Column, Empty, Fact, Facts, Field, Head, Money, PostButton, Value,
};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{
    Cell, FormPage, ListPage, Part, RecordPage, SmallForm, Table, TableRow, list_pager,
};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, ROWS_DEFAULT, Window};
use kc_app::ledger::reverse::NewReversal;
use kc_app::ledger::{self, Filter};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{EntryId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{Entry, MoveKind};
use kc_domain::policy::{Action, Subject};

/// `GET /ledger/entries`
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = Filter {
        project: ProjectId::parse(visit.query("project")),
        purse: PurseId::parse(visit.query("purse")),
        kind: MoveKind::from_code(visit.query("kind")),
    };
    let page = ledger::list(&visit.cx(), &filter, window)?;
    let empty = Empty {
        title: lang.t("Chưa có bút toán", "No entries").to_owned(),
        text: lang
            .t(
                "Không có bút toán nào theo bộ lọc này.",
                "No entry fits this filter.",
            )
            .to_owned(),
        action: None,
    };
    Reply::page(&ListPage {
        shell: shell(visit, lang.t("Sổ bút toán", "Entries")),
        tabs: Some(purses::tabs(lang, 1)),
        filters: Vec::new(),
        action: "/ledger/entries".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("bút toán", "entries")),
    })
}

/// Entries as a table.
pub(super) fn table(lang: Lang, rows: &[Entry]) -> Table {
    let columns = vec![
        Column::text(lang.t("Ngày hiệu lực", "Effective")),
        Column::text(lang.t("Loại", "Kind")),
        Column::text(lang.t("Từ", "From")),
        Column::text(lang.t("Đến", "To")),
        Column::text(lang.t("Nguồn vốn", "Source")),
        Column::number(
            lang.t("Số tiền", "Amount"),
            lang.t("triệu đồng", "million đồng"),
        ),
        Column::text(lang.t("Ghi lúc", "Recorded")),
    ];
    let row = |entry: &Entry| {
        let cells = vec![
            Cell::text(show_date(entry.effective_on)),
            Cell::text(entry.kind.name(lang)),
            Cell::text(entry.from.name(lang)),
            Cell::text(entry.to.name(lang)),
            Cell::text(entry.source.name(lang)),
            Cell::Money(Money::cell(lang, Some(entry.amount))),
            Cell::text(entry.recorded_at.show()),
        ];
        TableRow::new(entry_url(entry.id), cells)
    };
    Table {
        lang,
        caption: lang.t("Bút toán", "Entries").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

/// `GET /ledger/entries/{entry}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let (entry, left) = ledger::show(&cx, visit.id("entry", EntryId::parse)?)?;
    let title = format!("{} {}", entry.kind.name(lang), entry.amount);
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Kinh phí", "Ledger"), "/ledger"),
        crumb(lang.t("Sổ bút toán", "Entries"), "/ledger/entries"),
    ];
    shell.illustrative = entry.illustrative;
    let mut parts = vec![Part::Facts(facts(lang, &entry, left))];
    if ledger::payment::is_prepared(&cx, &entry)? {
        parts.push(Part::Offers(papers(lang, entry.id)));
    }
    let subject = Subject::new(entry.area.clone(), Some(entry.organisation));
    let may = entry.kind != MoveKind::Reversal && left.is_positive();
    if may && cx.may_on(Action::ReverseEntry, &subject) {
        let url = format!("{}/reversal", entry_url(entry.id));
        let button = PostButton::new(url, visit.csrf(), lang.t("Ghi bút toán đảo", "Reverse"));
        let fields = fields(lang, &Query::default());
        parts.push(Part::Heading(
            lang.t("Đảo bút toán", "Reverse the entry").to_owned(),
        ));
        parts.push(Part::Form(SmallForm {
            fields,
            button: button.dangerous(),
            with_files: false,
        }));
    }
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(lang: Lang, entry: &Entry, left: Dong) -> Facts {
    let money = |amount| Value::Money(Money::full(lang, Some(amount)));
    let text = |text: Option<&String>| text.map_or(Value::Unknown, |t| Value::Text(t.clone()));
    let mut facts = vec![
        Fact::new(lang.t("Số tiền", "Amount"), money(entry.amount)),
        Fact::text(lang.t("Từ", "From"), entry.from.name(lang)),
        Fact::text(lang.t("Đến", "To"), entry.to.name(lang)),
        Fact::text(lang.t("Nguồn vốn", "Source"), entry.source.name(lang)),
        Fact::text(
            lang.t("Ngày hiệu lực", "Effective on"),
            show_date(entry.effective_on),
        ),
        Fact::text(
            lang.t("Ghi vào sổ lúc", "Recorded at"),
            entry.recorded_at.show(),
        ),
        Fact::new(lang.t("Lý do", "Reason"), text(entry.reason.as_ref())),
        Fact::new(lang.t("Còn có thể đảo", "Left to reverse"), money(left)),
    ];
    if let Some(project) = entry.project {
        let label = lang.t("Đề án", "Project");
        facts.push(Fact::link(
            label,
            lang.t("Mở đề án", "Open"),
            format!("/projects/{project}"),
        ));
    }
    if let Some(purse) = entry.purse {
        let label = lang.t("Nguồn kinh phí", "Purse");
        facts.push(Fact::link(
            label,
            lang.t("Mở nguồn", "Open"),
            purse_url(purse),
        ));
    }
    if let Some(original) = entry.reverses {
        let label = lang.t("Đảo bút toán", "Reverses");
        facts.push(Fact::link(
            label,
            lang.t("Mở bút toán gốc", "Open"),
            entry_url(original),
        ));
    }
    Facts { lang, facts }
}

fn fields(lang: Lang, form: &Query) -> Vec<Field> {
    vec![
        Field::money(lang, "amount", lang.t("Số tiền đảo", "Amount")).value(form.get("amount")),
        Field::date(
            lang,
            "effective_on",
            lang.t("Ngày hiệu lực", "Effective on"),
        )
        .value(form.get("effective_on")),
        Field::text(lang, "reason", lang.t("Lý do", "Reason")).value(form.get("reason")),
    ]
}

/// `POST /ledger/entries/{entry}/reversal`
pub(super) fn reverse(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let of = visit.id("entry", EntryId::parse)?;
    // A record nobody may see is not found before anything about the form is said.
    ledger::show(&cx, of)?;
    let form = &visit.arrival.form;
    let done = read(form, of).and_then(|new| ledger::reverse::reverse(&cx, &new));
    match done {
        Ok(id) => Reply::see_other(
            entry_url(id),
            lang.t(
                "Đã ghi bút toán đảo; bút toán gốc được giữ.",
                "Reversed; the original is kept.",
            ),
        ),
        Err(failure) => {
            let shell = shell(visit, lang.t("Đảo bút toán", "Reverse the entry"));
            let url = format!("{}/reversal", entry_url(of));
            FormPage::new(shell, url, fields(lang, form))
                .buttons(lang.t("Ghi bút toán đảo", "Reverse"), entry_url(of))
                .come_back(failure)
        }
    }
}

fn read(form: &Query, of: EntryId) -> Done<NewReversal> {
    let mut reader = FormReader::new(form);
    let (amount, effective_on) = (reader.money("amount"), reader.date("effective_on"));
    let reason = reader.text("reason");
    reader.finish_with(|| {
        Some(NewReversal {
            of,
            amount,
            effective_on,
            reason,
        })
    })
}
