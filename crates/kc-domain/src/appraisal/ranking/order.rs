//! The order of the line: key by key, and the code of the file as the last word.

use super::File;
use crate::kernel::text::Lang;
use std::cmp::{Ordering, Reverse};

/// What files are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Flagship projects first.
    Flagship,
    /// More priority marks first.
    Marks,
    /// More points first.
    Points,
    /// The more experienced unit first.
    Experience,
    /// The earlier registration first.
    Registered,
}

impl Key {
    /// Every key in the usual order: flagship, priorities and the experience of the unit as the law
    /// names them, the council's points between equals of priority.
    ///
    /// Thông tư 36/2013/TT-BCT, điều 7.
    pub const USUAL: [Self; 5] = [
        Self::Flagship,
        Self::Marks,
        Self::Points,
        Self::Experience,
        Self::Registered,
    ];

    /// Every key with the points first.
    pub const POINTS_FIRST: [Self; 5] = [
        Self::Points,
        Self::Flagship,
        Self::Marks,
        Self::Experience,
        Self::Registered,
    ];

    /// The code kept with a run.
    pub fn code(self) -> &'static str {
        match self {
            Self::Flagship => "flagship",
            Self::Marks => "marks",
            Self::Points => "points",
            Self::Experience => "experience",
            Self::Registered => "registered",
        }
    }

    /// The key of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::USUAL.into_iter().find(|key| key.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Flagship => lang.t("đề án điểm", "flagship"),
            Self::Marks => lang.t("số dấu ưu tiên", "priority marks"),
            Self::Points => lang.t("điểm thẩm định", "points"),
            Self::Experience => lang.t("kinh nghiệm của đơn vị", "experience of the unit"),
            Self::Registered => lang.t("ngày đăng ký", "day of registration"),
        }
    }
}

/// Which of two files stands before the other; never equal for two codes.
pub(super) fn compare(a: &File, b: &File, keys: &[Key]) -> Ordering {
    let by_key = keys.iter().map(|key| match key {
        Key::Flagship => Reverse(a.is_flagship).cmp(&Reverse(b.is_flagship)),
        Key::Marks => Reverse(a.marks.len()).cmp(&Reverse(b.marks.len())),
        Key::Points => Reverse(a.points).cmp(&Reverse(b.points)),
        Key::Experience => Reverse(a.experience).cmp(&Reverse(b.experience)),
        Key::Registered => a.registered_on.cmp(&b.registered_on),
    });
    by_key
        .fold(Ordering::Equal, Ordering::then)
        .then_with(|| a.code.cmp(&b.code))
}
