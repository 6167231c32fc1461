//! A year beside its programme: what part of the whole it is, counted from the same entries.

use super::address::{cell_url, query};
use super::cells::column_name;
use crate::kernel::components::{Column, Head};
use crate::kernel::page::{Cell as Td, Table, TableRow};
use kc_app::report::Opened;
use kc_domain::kernel::money::group_thousands;
use kc_domain::kernel::percent;
use kc_domain::kernel::text::Lang;
use kc_domain::report::{Cell, Cells, RowKey};

/// The columns of a report that a year and its programme have in common.
const COMPARED: [Cell; 6] = [
    Cell::Projects,
    Cell::Total,
    Cell::Budget,
    Cell::Counterpart,
    Cell::Workers,
    Cell::Turns,
];

/// Each column of the year beside that of the programme; every number opens.
pub(super) fn table(lang: Lang, year: &Opened, programme: &Opened) -> Table {
    let columns = vec![
        Column::text(lang.t("Số liệu", "Figure")),
        Column::number(lang.t("Năm", "Year"), ""),
        Column::number(lang.t("Cả chương trình", "Programme"), ""),
        Column::number(lang.t("Tỷ trọng", "Share"), "%"),
    ];
    let row = |cell: &Cell| {
        let (part, whole) = (value(year, *cell), value(programme, *cell));
        let share = part
            .zip(whole)
            .and_then(|(part, whole)| percent::share(part, whole));
        let cells = vec![
            Td::text(label(lang, *cell)),
            figure(year, *cell, part),
            figure(programme, *cell, whole),
            share.map_or(Td::Unknown, |share| Td::Number(share.comma())),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: format!(
            "{}: {}",
            lang.t("So với chương trình", "Beside the programme"),
            programme.about.name
        ),
        head: Head { columns },
        rows: COMPARED.iter().map(row).collect(),
        note: lang
            .t(
                "Cùng ngày, cùng thời điểm ghi; số của năm nằm trong số của chương trình, không cộng thêm.",
                "Same day and moment; the year is part of the programme and is not added to it.",
            )
            .to_owned(),
    }
}

fn label(lang: Lang, cell: Cell) -> String {
    let unit = if cell.is_money() {
        lang.t(" (đồng)", " (VND)")
    } else {
        ""
    };
    format!("{}{unit}", column_name(cell, lang))
}

fn value(opened: &Opened, cell: Cell) -> Option<i64> {
    let cells: Cells = opened.report.total.cells();
    match cell {
        Cell::Projects => Some(cells.projects),
        Cell::Total => cells.total.map(|amount| amount.0),
        Cell::Budget => cells.budget.map(|amount| amount.0),
        Cell::Counterpart => cells.counterpart.map(|amount| amount.0),
        Cell::Unstated => None,
        Cell::Workers => cells.workers,
        Cell::Turns => cells.turns,
    }
}

fn figure(opened: &Opened, cell: Cell, value: Option<i64>) -> Td {
    let Some(value) = value else {
        return Td::Unknown;
    };
    Td::Figure {
        text: group_thousands(value),
        url: cell_url(&query(opened), &RowKey::Total, cell),
    }
}
