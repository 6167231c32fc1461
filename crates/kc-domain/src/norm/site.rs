//! What sort of place a site is, as the rules about eligibility name it.

use crate::kernel::text::Lang;
use crate::place::unit::Kind;
use crate::place::{AreaLevel, AreaPath, Era, Level, Unit, gazetteer};
use chrono::NaiveDate;

/// What sort of place a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Site {
    /// Xã, until 30/06/2025.
    Commune,
    /// Thị trấn, until 30/06/2025.
    Township,
    /// Phường thuộc thị xã, until 30/06/2025.
    WardOfTown,
    /// Phường thuộc thành phố thuộc tỉnh, until 30/06/2025.
    WardOfProvincialCity,
    /// Phường thuộc quận, or of a city within a centrally-run city, until 30/06/2025.
    WardOfDistrict,
    /// Xã thuộc tỉnh, from 01/07/2025.
    CommuneOfProvince,
    /// Phường thuộc tỉnh, from 01/07/2025.
    WardOfProvince,
    /// Đặc khu thuộc tỉnh, from 01/07/2025.
    ZoneOfProvince,
    /// Xã thuộc thành phố trực thuộc trung ương, from 01/07/2025.
    CommuneOfCity,
    /// Phường thuộc thành phố trực thuộc trung ương, from 01/07/2025.
    WardOfCity,
    /// Đặc khu thuộc thành phố trực thuộc trung ương, from 01/07/2025.
    ZoneOfCity,
    /// A district, a province, or a place the lists do not know.
    Wider,
}

impl Site {
    /// Every sort of place.
    pub const ALL: [Self; 12] = [
        Self::Commune,
        Self::Township,
        Self::WardOfTown,
        Self::WardOfProvincialCity,
        Self::WardOfDistrict,
        Self::CommuneOfProvince,
        Self::WardOfProvince,
        Self::ZoneOfProvince,
        Self::CommuneOfCity,
        Self::WardOfCity,
        Self::ZoneOfCity,
        Self::Wider,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Commune => "commune",
            Self::Township => "township",
            Self::WardOfTown => "ward-of-town",
            Self::WardOfProvincialCity => "ward-of-provincial-city",
            Self::WardOfDistrict => "ward-of-district",
            Self::CommuneOfProvince => "commune-of-province",
            Self::WardOfProvince => "ward-of-province",
            Self::ZoneOfProvince => "zone-of-province",
            Self::CommuneOfCity => "commune-of-city",
            Self::WardOfCity => "ward-of-city",
            Self::ZoneOfCity => "zone-of-city",
            Self::Wider => "wider",
        }
    }

    /// What a code means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|site| site.code() == code)
    }

    /// The words on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Commune => lang.t("xã", "a commune"),
            Self::Township => lang.t("thị trấn", "a township"),
            Self::WardOfTown => lang.t("phường thuộc thị xã", "a ward of a town"),
            Self::WardOfProvincialCity => lang.t(
                "phường thuộc thành phố thuộc tỉnh",
                "a ward of a city of a province",
            ),
            Self::WardOfDistrict => lang.t("phường thuộc quận", "a ward of an urban district"),
            Self::CommuneOfProvince => lang.t("xã thuộc tỉnh", "a commune of a province"),
            Self::WardOfProvince => lang.t("phường thuộc tỉnh", "a ward of a province"),
            Self::ZoneOfProvince => lang.t("đặc khu thuộc tỉnh", "a special zone of a province"),
            Self::CommuneOfCity => lang.t(
                "xã của thành phố trực thuộc trung ương",
                "a commune of a centrally-run city",
            ),
            Self::WardOfCity => lang.t(
                "phường của thành phố trực thuộc trung ương",
                "a ward of a centrally-run city",
            ),
            Self::ZoneOfCity => lang.t(
                "đặc khu của thành phố trực thuộc trung ương",
                "a special zone of a centrally-run city",
            ),
            Self::Wider => lang.t("chưa rõ xã, phường", "no commune stated"),
        }
    }

    /// The sort of place an area is on a day.
    pub fn of(area: &AreaPath, on: NaiveDate) -> Self {
        let Some(province) = area.province() else {
            return Self::Wider;
        };
        match (area.level(), area.commune()) {
            (AreaLevel::Commune, Some(code)) => {
                let unit = version(Level::Commune, Era::Today, code, on);
                let city = version(Level::Province, Era::Today, province, on);
                of_today(unit, city.is_some_and(|unit| unit.kind == Kind::ThanhPho))
            }
            (AreaLevel::OldCommune, Some(code)) => {
                let unit = version(Level::Commune, Era::Before, code, on);
                let district = area.district();
                let district =
                    district.and_then(|code| version(Level::District, Era::Before, code, on));
                let city = version(Level::Province, Era::Before, province, on);
                let is_city = city.is_some_and(|unit| unit.kind == Kind::ThanhPho);
                of_before(unit, district, is_city)
            }
            _ => Self::Wider,
        }
    }
}

/// The version of a unit on a day; a unit asked for outside its days answers its nearest version.
fn version(level: Level, era: Era, code: &str, on: NaiveDate) -> Option<&'static Unit> {
    let gazetteer = gazetteer();
    let nearest = || gazetteer.versions(level, era, code).last();
    gazetteer.version_on(level, era, code, on).or_else(nearest)
}

fn of_today(unit: Option<&Unit>, is_city: bool) -> Site {
    match (unit.map(|unit| unit.kind), is_city) {
        (Some(Kind::Xa), false) => Site::CommuneOfProvince,
        (Some(Kind::Phuong), false) => Site::WardOfProvince,
        (Some(Kind::DacKhu), false) => Site::ZoneOfProvince,
        (Some(Kind::Xa), true) => Site::CommuneOfCity,
        (Some(Kind::Phuong), true) => Site::WardOfCity,
        (Some(Kind::DacKhu), true) => Site::ZoneOfCity,
        _ => Site::Wider,
    }
}

fn of_before(unit: Option<&Unit>, district: Option<&Unit>, is_city: bool) -> Site {
    let district = district.map(|unit| unit.kind);
    match (unit.map(|unit| unit.kind), district) {
        (Some(Kind::Xa), _) => Site::Commune,
        (Some(Kind::ThiTran), _) => Site::Township,
        (Some(Kind::Phuong), Some(Kind::ThiXa)) => Site::WardOfTown,
        (Some(Kind::Phuong), Some(Kind::ThanhPho)) if !is_city => Site::WardOfProvincialCity,
        (Some(Kind::Phuong), Some(_)) => Site::WardOfDistrict,
        _ => Site::Wider,
    }
}
