//! Whole numbers on their way into a format that only knows binary fractions.

use crate::error::FileError;

/// Excel keeps fifteen digits; a longer number would be rounded in silence.
const MOST: u64 = 999_999_999_999_999;

/// A whole number, exactly.
pub(super) fn whole(number: i64) -> Result<f64, FileError> {
    read(number, number.to_string())
}

/// Hundredths of a percent as the fraction Excel shows with a percent sign.
pub(super) fn fraction(hundredths: i64) -> Result<f64, FileError> {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    read(
        hundredths,
        format!("{sign}{}.{:04}", size / 10_000, size % 10_000),
    )
}

fn read(number: i64, text: String) -> Result<f64, FileError> {
    match text.parse() {
        Ok(read) if number.unsigned_abs() <= MOST => Ok(read),
        _ => Err(FileError::TooPrecise { number }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "the point is that nothing is rounded")]
    fn numbers_arrive_exactly_or_not_at_all() {
        assert_eq!(whole(41_096_530_000).unwrap(), 41_096_530_000.0);
        assert_eq!(whole(-5).unwrap(), -5.0);
        assert_eq!(fraction(3045).unwrap(), 0.3045);
        assert_eq!(fraction(-1).unwrap(), -0.0001);
        assert!(whole(1_000_000_000_000_000).is_err());
        assert!(whole(i64::MIN).is_err());
    }
}
