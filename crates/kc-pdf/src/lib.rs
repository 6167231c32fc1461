//! Official papers as PDF, typeset by typst; knows no word of the business.

mod data;
mod error;
mod grid;
mod render;
mod world;

pub use error::PdfError;
pub use kc_domain::kernel::paper::{
    Align, Appendix, Block, Cell, Column, Issuer, Number, Paper, Row, Sheet, Signature, Style,
    Subject, Table,
};
pub use render::pdf;
