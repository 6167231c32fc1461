//! Whether two records may be one establishment written twice.

use super::{Establishment, TaxNumber};
use crate::kernel::text::{Lang, fold};
use crate::place::area::AreaPath;

/// Words that say what kind of firm it is, not which; longest first.
const KIND_WORDS: &[&str] = &[
    "trach nhiem huu han mot thanh vien",
    "trach nhiem huu han",
    "doanh nghiep tu nhan",
    "lien hiep hop tac xa",
    "ho kinh doanh",
    "mot thanh vien",
    "cong ty cp",
    "cong ty",
    "hop tac xa",
    "to hop tac",
    "co phan",
    "tnhh mtv",
    "tnhh 1tv",
    "tnhh",
    "dntn",
    "ctcp",
    "htx",
    "mtv",
    "cty",
];

/// Why two records look alike, the strongest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same tax number.
    TaxNumber,
    /// The same name in the same commune.
    NameAndCommune,
    /// The same name elsewhere.
    Name,
}

impl Likeness {
    /// The reason in words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::TaxNumber => lang.t("trùng mã số thuế", "same tax number"),
            Self::NameAndCommune => lang.t("trùng tên, cùng địa bàn", "same name, same place"),
            Self::Name => lang.t("trùng tên, khác địa bàn", "same name, another place"),
        }
    }
}

/// The name without accents and without the words for its legal form: "CTCP Hoàng Cường" and
/// "Công ty Cổ phần Hoàng Cường" have the same key.
pub fn name_key(name: &str) -> String {
    let mut key = format!(" {} ", fold(name));
    for words in KIND_WORDS {
        key = key.replace(&format!(" {words} "), " ");
    }
    let key = key.trim();
    if key.is_empty() {
        fold(name)
    } else {
        key.to_owned()
    }
}

/// Compares what is about to be recorded with a record that is there.
pub fn compare(
    name: &str,
    tax_number: Option<&TaxNumber>,
    area: &AreaPath,
    other: &Establishment,
) -> Option<Likeness> {
    if tax_number.is_some() && tax_number == other.tax_number.as_ref() {
        return Some(Likeness::TaxNumber);
    }
    if name_key(name) != name_key(&other.name) {
        return None;
    }
    let near = area.is_within(&other.area) || other.area.is_within(area);
    Some(if near {
        Likeness::NameAndCommune
    } else {
        Likeness::Name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_form_does_not_make_another_name() {
        let names = [
            "Công ty Cổ phần Thương mại cơ khí Hoàng Cường",
            "CTCP thương mại cơ khí Hoàng Cường",
            "CÔNG TY CP THƯƠNG MẠI CƠ KHÍ HOÀNG CƯỜNG",
        ];
        for name in names {
            assert_eq!(name_key(name), "thuong mai co khi hoang cuong");
        }
        assert_eq!(name_key("Hợp tác xã"), "hop tac xa");
        assert_ne!(
            name_key("Cơ khí Hoàng Cường"),
            name_key("Cơ khí Hoàng Cương Phát")
        );
    }
}
