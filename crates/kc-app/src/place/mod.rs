//! Places: which unit an address names, and what became of it. Open to everybody.

mod json;
mod look_up;

pub use json::answer_json;
pub use look_up::{look_up, name_of, name_on, suggest};
