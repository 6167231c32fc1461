//! The book of entries, newest first.

use super::{entry_url, purses};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind, Money};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager};
use crate::kernel::visit::Visit;
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_app::ledger::holder::{Holders, holders};
use kc_app::ledger::{self, Filter};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{Entry, MoveKind};

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
    let holders = holders(&visit.cx(), &page.rows)?;
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
        filters: filters(visit),
        action: "/ledger/entries".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows, Some(&holders)),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("bút toán", "entries")),
    })
}

/// The kind, and what the address holds besides: the project or the purse.
fn filters(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let all = Choice::new("", lang.t("Tất cả", "All"));
    let kinds = MoveKind::ALL.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let kinds = std::iter::once(all).chain(kinds).collect();
    let label = lang.t("Loại bút toán", "Kind of entry");
    let mut fields = vec![Field::new(lang, Kind::Select(kinds), "kind", label).optional()];
    let kept = ["project", "purse"].into_iter();
    fields.extend(kept.map(|name| Field::new(lang, Kind::Hidden, name, "")));
    let filled = fields.into_iter().map(|field| {
        let typed = visit.query(&field.name).to_owned();
        field.value(typed)
    });
    filled.collect()
}

/// Entries as a table; with whose money they move, where that is not said around the table.
pub(super) fn table(lang: Lang, rows: &[Entry], holders: Option<&Holders>) -> Table {
    let mut columns = vec![
        Column::text(lang.t("Ngày hiệu lực", "Effective")),
        Column::text(lang.t("Loại", "Kind")),
    ];
    if holders.is_some() {
        columns.push(Column::text(lang.t("Đề án, nguồn", "Project, purse")));
    }
    columns.extend([
        Column::text(lang.t("Từ → đến", "From → to")),
        Column::text(lang.t("Nguồn vốn", "Source")),
        Column::number(
            lang.t("Số tiền", "Amount"),
            lang.t("triệu đồng", "million đồng"),
        ),
        Column::text(lang.t("Ghi lúc", "Recorded")),
    ]);
    Table {
        lang,
        caption: lang.t("Bút toán", "Entries").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(|entry| row(lang, entry, holders)).collect(),
        note: String::new(),
    }
}

fn row(lang: Lang, entry: &Entry, holders: Option<&Holders>) -> TableRow {
    let mut cells = vec![
        Cell::text(show_date(entry.effective_on)),
        Cell::text(entry.kind.name(lang)),
    ];
    cells.extend(holders.map(|held| Cell::text_or_unknown(held.of(entry))));
    cells.extend([
        Cell::text(format!(
            "{} → {}",
            entry.from.name(lang),
            entry.to.name(lang)
        )),
        Cell::text(entry.source.name(lang)),
        Cell::Money(Money::cell(lang, Some(entry.amount))),
        Cell::text(entry.recorded_at.show()),
    ]);
    TableRow::new(entry_url(entry.id), cells)
}
