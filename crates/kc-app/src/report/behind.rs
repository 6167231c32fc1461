//! What a cell of a report is made of.

use super::Ask;
use super::show::{Header, header};
use crate::kernel::{Cx, Done, Failure, Window};
use kc_domain::policy::Action;
use kc_domain::report::{Cell, RowKey};
pub use kc_store::report::{Behind, BehindEntry, BehindProject};

/// A cell opened: the entries whose effects sum to it, or the projects it counts.
#[derive(Debug, Clone)]
pub struct Cells {
    /// What the report is about.
    pub about: Header,
    /// The row.
    pub row: RowKey,
    /// The column.
    pub cell: Cell,
    /// What stands behind it.
    pub behind: Contents,
}

/// What stands behind a cell.
#[derive(Debug, Clone)]
pub enum Contents {
    /// Ledger entries.
    Entries(Behind<BehindEntry>),
    /// Projects.
    Projects(Behind<BehindProject>),
}

impl Contents {
    /// What all rows come to: the cell.
    pub fn sum(&self) -> i64 {
        match self {
            Self::Entries(behind) => behind.sum,
            Self::Projects(behind) => behind.sum,
        }
    }

    /// Rows in all.
    pub fn count(&self) -> i64 {
        match self {
            Self::Entries(behind) => behind.count,
            Self::Projects(behind) => behind.count,
        }
    }
}

/// Opens a cell. Rows of money by source and stage have money only.
pub fn entries(cx: &Cx<'_>, ask: &Ask, (row, cell): (RowKey, Cell), window: Window) -> Done<Cells> {
    let scope = cx.scope(Action::ReadReports)?;
    let about = header(cx, ask)?;
    let of_money = matches!(row, RowKey::Source(_) | RowKey::Stage(_));
    if of_money && !cell.is_money() {
        return Err(Failure::NotFound);
    }
    let behind = cx.read(|reader| {
        let place = (&row, cell);
        let selection = &about.selection;
        Ok(if cell.is_money() {
            let found = kc_store::report::entries(reader, &scope, selection, place, window)?;
            Contents::Entries(found)
        } else {
            let found = kc_store::report::projects(reader, &scope, selection, place, window)?;
            Contents::Projects(found)
        })
    })?;
    Ok(Cells {
        about,
        row,
        cell,
        behind,
    })
}
