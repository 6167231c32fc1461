//! Numbers of documents: `459/QĐ-UBND`, `45/2012/NĐ-CP`.

use super::refusal::Refusal;
use crate::kernel::text::clean;
use std::fmt;

/// Longest number of a document, in characters; the longest seen has 34.
const CHARACTERS_MAX: usize = 60;

/// Số, ký hiệu as printed: a number, then a slash and the symbol of kind and issuer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentNumber(String);

impl DocumentNumber {
    /// Reads `459/QĐ-UBND`, `Số: 459 / qđ-ubnd`, `45/2012/NĐ-CP`, `12a/KH-SCT`. The symbol is
    /// written in capitals, as Nghị định 30/2020/NĐ-CP prints it.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let cleaned = clean(text);
        let plain = without_label(&cleaned);
        let refused = || Refusal::NumberShape {
            written: cleaned.clone(),
        };
        let number: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
        let number = number.replace(['–', '—', '‑'], "-");
        let mut parts = number.split('/');
        let first = parts.next().unwrap_or_default();
        let digits = first.chars().take_while(char::is_ascii_digit).count();
        let suffix = first.chars().skip(digits);
        let first_fits = digits > 0 && suffix.clone().count() <= 2 && suffix.clone().all(is_letter);
        let rest: Vec<_> = parts.collect();
        let rest_fits = rest.iter().all(|part| {
            !part.is_empty() && part.chars().all(|c| is_letter(c) || "-.&+,".contains(c))
        });
        if !first_fits || !rest_fits || number.chars().count() > CHARACTERS_MAX {
            return Err(refused());
        }
        let mut kept = first.to_owned();
        for part in rest {
            kept.push('/');
            kept.extend(part.chars().flat_map(char::to_uppercase));
        }
        Ok(Self(kept))
    }

    /// The number as the database keeps it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// The text behind "Số", "Số:" or "No.".
fn without_label(text: &str) -> &str {
    let trimmed = ["Số", "số", "SỐ", "No.", "No"]
        .iter()
        .find_map(|label| text.strip_prefix(label));
    trimmed.unwrap_or(text).trim_start_matches([':', ' '])
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_printed_and_as_typed() {
        for (typed, kept) in [
            ("459/QĐ-UBND", "459/QĐ-UBND"),
            ("Số: 459 / qđ-ubnd", "459/QĐ-UBND"),
            ("2677/QĐ–UBND", "2677/QĐ-UBND"),
            ("45/2012/NĐ-CP", "45/2012/NĐ-CP"),
            ("12a/KH-SCT", "12a/KH-SCT"),
            ("01/2024/TT-BCT", "01/2024/TT-BCT"),
            ("77", "77"),
        ] {
            assert_eq!(DocumentNumber::parse(typed).unwrap().as_str(), kept);
        }
        for typed in ["", "QĐ-UBND", "459//QĐ", "459/", "459/<b>", "459abc/QĐ"] {
            assert!(DocumentNumber::parse(typed).is_err(), "{typed}");
        }
    }
}
