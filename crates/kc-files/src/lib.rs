//! What is handed over: plain tables to workbooks; knows no word of the business.

mod book;
mod comma;
mod error;
mod guard;
mod upload;
mod xlsx;

pub use book::{Book, Cell, Column, Heading, Kind, Paper, Row, Sheet, Style, Total};
pub use comma::csv;
pub use error::FileError;
pub use guard::is_risky;
pub use upload::{FileKind, Unfit, recognise};
pub use xlsx::xlsx;
