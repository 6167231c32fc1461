//! Looks up an address, or the beginning of a name, as of a day.

use chrono::NaiveDate;
use kc_domain::place::{self, Answer, Match};

/// The most units a search box shows.
const SUGGESTIONS_MAX: usize = 20;

/// Finds what an address names on a day; the address is kept as written. Never a guess: see
/// [`Answer::must_choose`].
pub fn look_up(address: &str, on: NaiveDate) -> Answer {
    place::resolve(address, on)
}

/// Finds units for a search box: those an address names, then those whose name begins so.
pub fn suggest(text: &str, on: NaiveDate) -> Vec<Match> {
    place::search(text, on, SUGGESTIONS_MAX)
}
