//! A day, and what makes it special.

use chrono::{Datelike, NaiveDate, Weekday};

/// What a special day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpecialKind {
    /// Ngày lễ.
    Holiday,
    /// Nghỉ bù: off in lieu of a holiday that fell on a weekend.
    InLieu,
    /// Nghỉ hoán đổi: a working day off, worked on another day.
    Swapped,
    /// Làm bù: a day of the weekend that is worked.
    MakeUp,
}

impl SpecialKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Holiday, Self::InLieu, Self::Swapped, Self::MakeUp];

    /// The code that never changes, as in `hoan_doi`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Holiday => "le",
            Self::InLieu => "bu",
            Self::Swapped => "hoan_doi",
            Self::MakeUp => "lam_bu",
        }
    }

    /// The kind of a code, if it is one.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A day that is off though it is no weekend, or worked though it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: SpecialKind,
    /// Its name in Vietnamese.
    pub name: String,
    /// The law or notice it rests on.
    pub basis: String,
    /// How sure it is, in the words of the list.
    pub certainty: String,
}

impl SpecialDay {
    /// Whether the day rests on a law or a published notice.
    pub fn is_certain(&self) -> bool {
        matches!(self.certainty.as_str(), "chính thức" | "theo luật")
    }
}

/// Whether a day is worked, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// An ordinary working day.
    Working,
    /// A day of the weekend worked for another.
    MakeUp(&'a SpecialDay),
    /// Saturday or Sunday.
    Weekend,
    /// Off by the table.
    Off(&'a SpecialDay),
    /// Off by law, in a year whose notice is not known.
    FixedHoliday(&'static str),
}

impl DayKind<'_> {
    /// Whether offices work on the day.
    pub fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp(_))
    }
}

pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Holidays with a fixed date in the solar calendar: Labour Code 2019, article 112; 24/11
/// from 2026 on (Nghị quyết 80-NQ/TW). The second day of Quốc khánh varies and is not here.
pub(super) fn fixed_holiday(date: NaiveDate) -> Option<&'static str> {
    match (date.month(), date.day()) {
        (1, 1) => Some("Tết Dương lịch"),
        (4, 30) => Some("Ngày Chiến thắng"),
        (5, 1) => Some("Quốc tế Lao động"),
        (9, 2) => Some("Quốc khánh"),
        (11, 24) if date.year() >= 2026 => Some("Ngày Văn hóa Việt Nam"),
        _ => None,
    }
}
