//! Charts, drawn by the server: each answers one question and carries its numbers.

/// `part` of `whole` on a scale of `full`, held between nought and `full`. Integers only.
pub fn share_of(part: i64, whole: i64, full: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    let scaled = i128::from(part).saturating_mul(i128::from(full)) / i128::from(whole);
    i64::try_from(scaled).unwrap_or(full).clamp(0, full)
}
