//! Words that a spreadsheet might take for a formula.

/// Whether a spreadsheet could run this text instead of showing it.
///
/// The first character decides; blanks before it do not save us, since some programs trim them.
pub fn is_risky(text: &str) -> bool {
    let first = text.chars().next();
    let first_ink = text.trim_start().chars().next();
    matches!(first, Some('\t' | '\r' | '\n'))
        || matches!(
            first_ink,
            Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
        )
}

/// The text for a comma-separated file: an apostrophe before what could run.
pub(crate) fn disarm(text: &str) -> String {
    if is_risky(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_recognised_and_plain_words_are_left_alone() {
        for risky in [
            "=1+1", "+84", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\nx", "  =1", "＝1",
        ] {
            assert!(is_risky(risky), "{risky:?}");
            assert!(disarm(risky).starts_with('\''), "{risky:?}");
        }
        for plain in ["Xã Mỹ Đồng", "a=b", "1-2", "", "'=1", "(-5)"] {
            assert!(!is_risky(plain), "{plain:?}");
            assert_eq!(disarm(plain), plain);
        }
    }
}
