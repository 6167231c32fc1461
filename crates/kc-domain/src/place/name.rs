//! Names made comparable: without case, old spellings and, where asked, without accents.

use crate::kernel::text::fold;
use unicode_normalization::UnicodeNormalization;

/// The name without accents, spaces or signs, `y` as `i`: `Mỹ Đồng` and `mi dong` are alike,
/// and so are `Phường 01` and `Phường 1`.
pub(super) fn loose_key(name: &str) -> String {
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(' ') {
        push_word(&mut key, word);
    }
    key
}

fn push_word(key: &mut String, word: &str) {
    let word = match word.trim_start_matches('0') {
        rest if rest.bytes().all(|b| b.is_ascii_digit()) && !rest.is_empty() => rest,
        _ => word,
    };
    key.extend(word.chars().map(|c| if c == 'y' { 'i' } else { c }));
}

/// The name with its accents, however they were placed: `Thuỷ` equals `Thủy` but not `Thúy`.
pub(super) fn strict_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut tones = String::new();
    for c in name.nfd().flat_map(char::to_lowercase) {
        match c {
            '\u{0300}' | '\u{0301}' | '\u{0303}' | '\u{0309}' | '\u{0323}' => tones.push(c),
            'y' => key.push('i'),
            c if c.is_alphanumeric() || is_vowel_mark(c) => key.push(c),
            _ => key.push_str(&std::mem::take(&mut tones)),
        }
    }
    key.push_str(&tones);
    key
}

fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{0302}' | '\u{0306}' | '\u{031B}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_alike() {
        for (a, b) in [
            ("Thuỷ Nguyên", "THỦY NGUYÊN"),
            ("Hoà Bình", "Hòa Bình"),
            ("Mĩ Đồng", "Mỹ Đồng"),
            ("Ea H'leo", "Ea H’Leo"),
            ("My\u{0303} Đo\u{0302}\u{0300}ng", "Mỹ Đồng"),
        ] {
            assert_eq!(loose_key(a), loose_key(b));
            assert_eq!(strict_key(a), strict_key(b));
        }
        assert_eq!(loose_key("01"), loose_key("1"));
        assert_ne!(loose_key("10"), loose_key("1"));
        assert_eq!(loose_key("my dong"), loose_key("Mỹ Đồng"));
    }

    #[test]
    fn accents_tell_names_apart_where_they_are_typed() {
        assert_ne!(strict_key("Mỹ Đông"), strict_key("Mỹ Đồng"));
        assert_ne!(strict_key("my dong"), strict_key("Mỹ Đồng"));
    }
}
