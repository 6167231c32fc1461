//! Text in two languages, and Vietnamese text made comparable.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// The language a person reads. Vietnamese first, English second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The one of the two that this reader reads.
    pub fn t<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// The code of the language: `vi` or `en`.
    pub fn code(self) -> &'static str {
        self.t("vi", "en")
    }
}

/// A sentence in both languages, so that neither can be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Both versions of one sentence.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The version this reader reads.
    pub fn say(&self, lang: Lang) -> &str {
        lang.t(&self.vi, &self.en)
    }
}

/// Cleans what a person typed or pasted: NFC, no invisible characters, single spaces, trimmed.
pub fn clean(input: &str) -> String {
    let visible = input.nfc().filter(|c| !is_invisible(*c));
    let mut out = String::with_capacity(input.len());
    for c in visible {
        match c.is_whitespace() {
            true if out.is_empty() || out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// Folds text for searching: lower case, no accents, `đ` as `d`, only letters, digits and
/// single spaces. "Mỹ Đồng" and "my dong" fold alike; so do "Thuỷ" and "Thủy".
pub fn fold(input: &str) -> String {
    let mut out = String::with_capacity(input.len());
    for c in input.nfd().flat_map(char::to_lowercase) {
        match c {
            'đ' => out.push('d'),
            c if c.is_alphanumeric() => out.push(c),
            c if ('\u{0300}'..='\u{036F}').contains(&c) => {}
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Bytes that sort as Vietnamese does: A Ă Â B … D Đ E Ê …, tones after letters.
pub fn sort_key(input: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(input.len().saturating_mul(2));
    match collator() {
        Some(collator) => {
            let Ok(()) = collator.write_sort_key_to(input, &mut key);
        }
        None => key.extend(fold(input).bytes()),
    }
    key
}

fn collator() -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    COLLATOR
        .get_or_init(|| {
            let locale = "vi".parse::<icu_locale_core::Locale>().ok()?;
            Collator::try_new(locale.into(), CollatorOptions::default()).ok()
        })
        .as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_ignores_accents_case_and_old_spellings() {
        for (a, b) in [
            ("xã Mỹ Đồng", "xa my dong"),
            ("Thuỷ Nguyên", "Thủy Nguyên"),
            ("ĐÚC  KIM-LOẠI", "duc kim loai"),
            ("Hoa\u{0300} Bi\u{0300}nh", "Hòa Bình"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_ne!(fold("Mỹ Đông A"), fold("Mỹ Đông B"));
    }

    #[test]
    fn names_sort_as_vietnamese_does() {
        let mut names = ["Yên", "Đặng", "Dương", "Âu", "Bùi", "Ôn", "Ý", "An", "Ăn"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["An", "Ăn", "Âu", "Bùi", "Dương", "Đặng", "Ôn", "Ý", "Yên"]
        );
    }

    #[test]
    fn pasted_text_is_cleaned_but_not_changed() {
        assert_eq!(clean("  Công\u{00A0}ty \u{200B} TNHH\n"), "Công ty TNHH");
        assert_eq!(clean("Hòa"), clean("Ho\u{0300}a"));
    }
}
