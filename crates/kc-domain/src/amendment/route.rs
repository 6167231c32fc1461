//! Who confirms and who decides a change: data with citations, by kind and level.

use super::kind::AmendmentKind;
use crate::kernel::level::Level;
use crate::kernel::text::Lang;
use std::sync::OnceLock;

const FILE: &str = include_str!("../../../../reference/amendments/amendments.csv");

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// Bộ Công Thương.
    Ministry,
    /// The national agency.
    Agency,
    /// The head of the Sở.
    DepartmentHead,
}

impl Authority {
    fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "ministry" => Self::Ministry,
            "agency" => Self::Agency,
            "department-head" => Self::DepartmentHead,
            _ => return None,
        })
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Ministry => lang.t("Bộ Công Thương", "the Ministry of Industry and Trade"),
            Self::Agency => lang.t("Cục quản lý khuyến công quốc gia", "the national agency"),
            Self::DepartmentHead => lang.t("Lãnh đạo Sở Công Thương", "the head of the Sở"),
        }
    }
}

/// The way of one kind of change at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Its code: `extend/national/next-year`.
    pub code: String,
    /// The kind of change.
    pub kind: AmendmentKind,
    /// The level of the project.
    pub level: Level,
    /// Whether it is for a project that would end in a later year than planned.
    pub is_next_year: bool,
    /// Whether the Sở confirms first.
    pub needs_confirmation: bool,
    /// Who decides.
    pub authority: Authority,
    /// Document and article.
    pub citation: String,
    /// Whether the rule was read word for word.
    pub is_verified: bool,
}

/// Every route the program carries.
pub fn routes() -> &'static [Route] {
    static ROUTES: OnceLock<Vec<Route>> = OnceLock::new();
    ROUTES.get_or_init(|| {
        let mut reader = csv::Reader::from_reader(FILE.as_bytes());
        reader
            .records()
            .flatten()
            .filter_map(|row| read(&row))
            .collect()
    })
}

/// The route of a change: that for a later year where it ends in one and there is such a rule.
pub fn route(kind: AmendmentKind, level: Level, is_next_year: bool) -> Option<&'static Route> {
    let fits = |route: &&Route| route.kind == kind && route.level == level;
    let later = routes()
        .iter()
        .filter(fits)
        .find(|route| route.is_next_year);
    let plain = routes()
        .iter()
        .filter(fits)
        .find(|route| !route.is_next_year);
    if is_next_year { later.or(plain) } else { plain }
}

impl Route {
    /// The route of a code.
    pub fn of_code(code: &str) -> Option<&'static Self> {
        routes().iter().find(|route| route.code == code)
    }
}

fn read(row: &csv::StringRecord) -> Option<Route> {
    let cell = |column: usize| row.get(column).unwrap_or_default();
    let is_next_year = cell(2) == "next-year";
    let tail = if is_next_year { "/next-year" } else { "" };
    Some(Route {
        code: format!("{}/{}{tail}", cell(0), cell(1)),
        kind: AmendmentKind::from_code(cell(0))?,
        level: Level::from_code(cell(1))?,
        is_next_year,
        needs_confirmation: cell(3) == "department",
        authority: Authority::from_code(cell(4))?,
        citation: cell(5).to_owned(),
        is_verified: cell(6) == "verified",
    })
}
