//! Tax numbers (mã số thuế): read once, right from then on.

use super::refusal::Refusal;
use std::fmt;

/// Weights of the first nine digits; the tenth checks them.
const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/// A tax number: ten digits of which the last checks the others, a branch behind a hyphen, or the
/// twelve digits of a person's identity number, which households use from 01/7/2025.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaxNumber(String);

impl TaxNumber {
    /// Reads `0200123456`, `0200 123 456`, `0200123456-001` or twelve digits.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
        let refused = || Refusal::TaxNumberShape {
            written: text.trim().to_owned(),
        };
        let (main, branch) = match plain.split_once('-') {
            Some((main, branch)) => (main, Some(branch)),
            None if plain.len() == 13 => plain.split_at_checked(10).map_or_else(
                || (plain.as_str(), None),
                |(main, branch)| (main, Some(branch)),
            ),
            None => (plain.as_str(), None),
        };
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let fits = match (main.len(), branch) {
            (10 | 12, None) => is_digits(main),
            (10, Some(branch)) => branch.len() == 3 && is_digits(main) && is_digits(branch),
            _ => false,
        };
        if !fits {
            return Err(refused());
        }
        if main.len() == 10 && !is_checked(main) {
            return Err(Refusal::TaxNumberCheck {
                written: text.trim().to_owned(),
            });
        }
        Ok(Self(branch.map_or_else(
            || main.to_owned(),
            |branch| format!("{main}-{branch}"),
        )))
    }

    /// The number as the database keeps it; only what [`TaxNumber::parse`] accepted is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the tenth digit is ten less the weighted sum modulo eleven.
fn is_checked(main: &str) -> bool {
    let mut digits = main.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = WEIGHTS
        .iter()
        .zip(digits.by_ref())
        .map(|(weight, digit)| weight.saturating_mul(digit))
        .sum();
    let check = 10_u32.checked_sub(sum % 11);
    check.is_some() && digits.next() == check
}

impl fmt::Display for TaxNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::refuse::Refuse;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, kept) in [
            ("0100112437", "0100112437"),
            (" 0100 112 437 ", "0100112437"),
            ("0100112437-001", "0100112437-001"),
            ("0100112437001", "0100112437-001"),
            ("0300588569", "0300588569"),
            ("031094001234", "031094001234"),
        ] {
            assert_eq!(TaxNumber::parse(typed).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn a_slip_of_one_digit_is_found_and_a_wrong_shape_is_refused() {
        let code = |typed| TaxNumber::parse(typed).unwrap_err().code();
        assert_eq!(code("0100112438"), "establishment.tax-number-check");
        for typed in ["", "12345", "0100112437-1", "O100112437", "01001124370"] {
            assert_eq!(code(typed), "establishment.tax-number-shape", "{typed}");
        }
    }
}
