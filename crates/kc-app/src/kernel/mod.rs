//! The context of a use case and how it fails.

mod app;
mod cx;
mod failure;
mod memo;
mod paper;
mod picture;
mod sent;
pub mod token;
pub(crate) mod toml;

pub use app::{App, Clock};
pub use cx::{About, Cx};
pub use failure::{Failure, Problem};
pub use kc_store::kernel::page::{Page, ROWS_DEFAULT, ROWS_MAX, Window};
pub use kc_store::kernel::{Access, Location, StoreError, Trace};
pub(crate) use memo::Memo;
pub use paper::{PaperFormat, local, paper_bytes};
pub use picture::Picture;
pub use sent::SentForm;

/// The answer of every use case.
pub type Done<T> = Result<T, Failure>;
