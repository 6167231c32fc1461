//! What tasks are found from, and how people are reminded of them.

mod outbox;
mod reminder;
mod standing;

pub use outbox::{
    Haste, Letter, insert_letter, list_waiting, mark_failed, mark_sent, redirect_letters,
    take_letter,
};
pub use reminder::{
    Changed, Reminder, find_by_feed, find_reminder, list_unwritten, set_address, set_feed,
};
pub use standing::{Stand, Standing, list_proposed, list_standing, list_stands};
