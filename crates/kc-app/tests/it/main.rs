//! Use cases on both engines, with the cast.

mod audit;
mod establishment;
mod programme;
