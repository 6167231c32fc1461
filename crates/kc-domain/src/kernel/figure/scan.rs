//! Taking words and numbers from the head of a printed text.

/// The rest after a word or phrase at the head, in capitals or not; spaces around are skipped.
///
/// A word ends where no letter follows, so that "hơn" is not found in "hơng".
pub(super) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = after_prefix(text.trim_start(), word)?;
    let goes_on = rest.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphabetic);
    (!goes_on).then(|| rest.trim_start())
}

/// The rest after these characters at the head, in capitals or not.
pub(super) fn after_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in prefix.chars() {
        let found = rest.next()?;
        if !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Splits off the digits and separators at the head: `("3.000", " – 3.500 tấn")`.
pub(super) fn numeral(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(text.len());
    text.split_at_checked(end)
}

/// Whether this character stands between the two ends of a range, or before a negative number.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Splits at the first dash, "đến" or "tới" that a number follows: unit of the first number,
/// and the text from the second number on.
pub(super) fn range(text: &str) -> Option<(&str, &str)> {
    text.char_indices().find_map(|(at, c)| {
        let (before, from) = text.split_at_checked(at)?;
        let after = if is_dash(c) || matches!(c, '÷' | '~') {
            from.strip_prefix(c)?
        } else if before.is_empty() || before.ends_with(' ') {
            after_word(from, "đến").or_else(|| after_word(from, "tới"))?
        } else {
            return None;
        };
        let after = after.trim_start();
        let number_follows = after.starts_with(|c: char| c.is_ascii_digit());
        number_follows.then(|| (before.trim(), after))
    })
}

/// Whether a number stands alone in the text; the 2 of "m2" does not.
pub(super) fn has_number(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let alone = c.is_ascii_digit() && !before.is_alphanumeric();
        before = c;
        alone
    })
}
