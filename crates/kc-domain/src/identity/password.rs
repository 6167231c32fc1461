//! What a password must be.

use super::refusal::Refusal;
use crate::kernel::text::fold;

/// Shortest password allowed without a second factor (ASVS 5.0, 6.2).
pub const PASSWORD_CHARACTERS_MIN: usize = 14;

/// Longest password hashed, so that nobody can keep the processor busy.
pub const PASSWORD_CHARACTERS_MAX: usize = 200;

/// Checks a new password: long enough, not the sign-in name, not one repeated character.
pub fn check_password(password: &str, sign_in: &str) -> Result<(), Refusal> {
    let length = password.chars().count();
    if !(PASSWORD_CHARACTERS_MIN..=PASSWORD_CHARACTERS_MAX).contains(&length) {
        return Err(Refusal::PasswordLength {
            min: PASSWORD_CHARACTERS_MIN,
        });
    }
    let first = password.chars().next();
    let same = password.chars().all(|c| Some(c) == first);
    if same || (!sign_in.is_empty() && fold(password).contains(&fold(sign_in))) {
        return Err(Refusal::PasswordGuessable);
    }
    Ok(())
}
