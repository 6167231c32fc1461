//! An administrative unit in one of its versions: a new name or type is a new version.

use super::area::AreaPath;
use super::span::Span;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// The structure a unit belongs to. Equal codes of two structures are different units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    /// Three levels, until 30/06/2025.
    Before,
    /// Two levels, from 01/07/2025.
    Today,
}

/// The level of a unit, highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh; none after 30/06/2025.
    District,
    /// Xã, phường, thị trấn, đặc khu.
    Commune,
}

impl Level {
    /// The code that never changes: `tinh`, `huyen`, `xa`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Province => "tinh",
            Self::District => "huyen",
            Self::Commune => "xa",
        }
    }

    /// The level as people call it.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Province => lang.t("cấp tỉnh", "province"),
            Self::District => lang.t("cấp huyện", "district"),
            Self::Commune => lang.t("cấp xã", "commune"),
        }
    }
}

/// The type of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Tỉnh.
    Tinh,
    /// Thành phố, under the centre or under a province.
    ThanhPho,
    /// Quận.
    Quan,
    /// Huyện.
    Huyen,
    /// Thị xã.
    ThiXa,
    /// Xã.
    Xa,
    /// Phường.
    Phuong,
    /// Thị trấn.
    ThiTran,
    /// Đặc khu, from 01/07/2025.
    DacKhu,
}

impl Kind {
    /// All types.
    pub const ALL: [Self; 9] = [
        Self::Tinh,
        Self::ThanhPho,
        Self::Quan,
        Self::Huyen,
        Self::ThiXa,
        Self::Xa,
        Self::Phuong,
        Self::ThiTran,
        Self::DacKhu,
    ];

    /// The code that never changes, as in `thi_tran`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Tinh => "tinh",
            Self::ThanhPho => "thanh_pho",
            Self::Quan => "quan",
            Self::Huyen => "huyen",
            Self::ThiXa => "thi_xa",
            Self::Xa => "xa",
            Self::Phuong => "phuong",
            Self::ThiTran => "thi_tran",
            Self::DacKhu => "dac_khu",
        }
    }

    /// The word before the name, as in `Thị trấn`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tinh => "Tỉnh",
            Self::ThanhPho => "Thành phố",
            Self::Quan => "Quận",
            Self::Huyen => "Huyện",
            Self::ThiXa => "Thị xã",
            Self::Xa => "Xã",
            Self::Phuong => "Phường",
            Self::ThiTran => "Thị trấn",
            Self::DacKhu => "Đặc khu",
        }
    }

    /// The type of a code, if it is one.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether units of this type are communes.
    pub fn is_commune(self) -> bool {
        matches!(self, Self::Xa | Self::Phuong | Self::ThiTran | Self::DacKhu)
    }

    /// Whether units of this type are districts and nothing else.
    pub fn is_district(self) -> bool {
        matches!(self, Self::Quan | Self::Huyen | Self::ThiXa)
    }
}

/// One version of an administrative unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The structure it belongs to.
    pub era: Era,
    /// Its level.
    pub level: Level,
    /// Its type.
    pub kind: Kind,
    /// Its code in the list of the statistics office; with `era` and `level` it is the key.
    pub code: &'static str,
    /// Its name without the word of its type, spelled as in the official list.
    pub name: &'static str,
    /// The code of its province (its own, for a province).
    pub province: &'static str,
    /// The code of its district, before 01/07/2025.
    pub district: Option<&'static str>,
    pub(super) span: Span,
}

impl Unit {
    /// The name with the word of its type: `Xã Mỹ Đồng`.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.kind.word(), self.name)
    }

    /// The full name within a sentence: `xã Mỹ Đồng`.
    pub fn name_in_text(&self) -> String {
        format!("{} {}", self.kind.word().to_lowercase(), self.name)
    }

    /// The first day this version is known to have been in force; nothing when it was
    /// older than the lists we have (11/09/2019).
    pub fn valid_from(&self) -> Option<NaiveDate> {
        self.span.first
    }

    /// The last day this version is known to have been in force; nothing while it is.
    pub fn valid_to(&self) -> Option<NaiveDate> {
        self.span.last
    }

    /// Whether a date of the validity is the day of a list that first or last showed the
    /// unit, because the day of the change itself is not known to us.
    pub fn has_observed_dates(&self) -> bool {
        self.span.is_observed
    }

    /// Whether this version was, or may have been, in force on a day.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.span.may_hold(day)
    }

    /// Whether this version had ended by a day.
    pub fn has_ended_by(&self, day: NaiveDate) -> bool {
        self.span.is_before(day)
    }

    /// Whether two versions are of one unit.
    pub fn is_same_unit(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// What the unit is found by: its level, its structure, its code.
    pub fn key(&self) -> (Level, Era, &'static str) {
        (self.level, self.era, self.code)
    }

    /// The path that records and permissions keep.
    pub fn area(&self) -> AreaPath {
        let path = match (self.level, self.district) {
            (Level::Province, _) => AreaPath::of_province(self.province),
            (Level::District, _) => AreaPath::of_district(self.province, self.code),
            (Level::Commune, Some(district)) => {
                AreaPath::of_old_commune(self.province, district, self.code)
            }
            (Level::Commune, None) => AreaPath::of_commune(self.province, self.code),
        };
        path.unwrap_or_else(|_| AreaPath::nation())
    }
}
