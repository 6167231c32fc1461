//! Personal tokens: with one, a person's own program reads what the person may read.

use super::refusal::Refusal;
use crate::kernel::date::Instant;
use crate::kernel::id::ApiTokenId;
use chrono::{Days, NaiveDate};

/// Longest life of a token in days: whoever still needs it after a year makes a new one.
pub const DAYS_MAX: u64 = 366;

/// Most tokens one person holds at a time: one a program.
pub const HELD_MAX: usize = 10;

/// Longest name of a token in characters.
pub const NAME_CHARACTERS_MAX: usize = 80;

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Identity.
    pub id: ApiTokenId,
    /// What it is for, in the person's words.
    pub name: String,
    /// When it was made.
    pub created_at: Instant,
    /// The last day it opens anything.
    pub expires_on: NaiveDate,
}

/// Whether a person who holds so many tokens may make one that is good until a day.
pub fn check(held: usize, expires_on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if held >= HELD_MAX {
        return Err(Refusal::TooManyTokens { most: HELD_MAX });
    }
    let last = today.checked_add_days(Days::new(DAYS_MAX));
    if expires_on < today || last.is_some_and(|last| last < expires_on) {
        return Err(Refusal::TokenLife { days: DAYS_MAX });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_lives_from_today_to_a_year_and_there_are_few() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-22");
        let life = Err(Refusal::TokenLife { days: 366 });
        for (held, expires_on, wanted) in [
            (0, "2026-11-22", Ok(())),
            (9, "2027-11-23", Ok(())),
            (0, "2026-11-21", life.clone()),
            (0, "2027-11-24", life),
            (10, "2026-12-31", Err(Refusal::TooManyTokens { most: 10 })),
        ] {
            assert_eq!(check(held, day(expires_on), today), wanted, "{expires_on}");
        }
    }
}
