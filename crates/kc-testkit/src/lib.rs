//! For tests only: both engines, the cast, page checks.

pub mod wire;
