//! Where things are: administrative units before and after 1 July 2025, and paths of areas.

pub mod area;
mod covering;

pub use area::{AreaLevel, AreaPath};
