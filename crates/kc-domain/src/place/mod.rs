//! Where things are: administrative units before and after 1 July 2025, and paths of areas.
//!
//! Until 30/06/2025 there were provinces, districts and communes; from 01/07/2025 provinces
//! and communes (Nghị quyết 202/2025/QH15). [`resolve`] finds the units an address names and
//! what became of them; it never guesses where several answers are possible.

mod address;
pub mod answer;
pub mod area;
mod chain;
mod covering;
mod find;
mod former;
pub mod gazetteer;
mod load;
mod name;
pub mod outline;
mod resolve;
mod search;
mod span;
pub mod succession;
pub mod unit;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Match, Note};
pub use area::{AreaLevel, AreaPath};
pub use former::former_provinces;
pub use gazetteer::{Gazetteer, gazetteer};
pub use resolve::resolve;
pub use search::search;
pub use succession::{Basis, Extent, Successor};
pub use unit::{Era, Kind, Level, Unit};
