//! What is handed over: plain tables as workbooks, papers as text documents, days as calendars, what a camera wrote;
//! knows no word of the business.

mod book;
mod camera;
mod comma;
mod docx;
mod error;
mod guard;
mod ics;
mod upload;
mod xlsx;

pub use book::{Book, Cell, Column, Heading, Kind, Paper, Row, Sheet, Style, Total};
pub use camera::{Taken, taken};
pub use comma::csv;
pub use docx::docx;
pub use error::FileError;
pub use guard::is_risky;
pub use ics::{Deadline, When, calendar};
pub use upload::{FileKind, Unfit, recognise};
pub use xlsx::xlsx;
