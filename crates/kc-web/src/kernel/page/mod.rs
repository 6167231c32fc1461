//! The three kinds of page: a list, a record, a form. Words fill them; nobody copies markup.

mod form;
mod list;
mod part;
mod table;

pub use form::{FormPage, problems};
pub use list::{ListPage, list_pager, sort_column};
pub use part::{Part, RecordPage, SmallForm};
pub use table::{Cell, RowKind, Table, TableRow};
