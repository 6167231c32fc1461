//! Records of which a test says only what it is about.

use crate::cast::area_of;
use crate::{Cast, HAI_PHONG};
use chrono::NaiveDate;
use kc_app::document::record::NewDocument;
use kc_app::plan::record::NewPlan;
use kc_app::programme::record::NewProgramme;
use kc_app::project::propose::NewProject;
use kc_domain::document::DocumentKind;
use kc_domain::kernel::id::{OrganisationId, PurseId};
use kc_domain::ledger::{Purse, Source};
use kc_domain::plan::Round;

/// A proposal in an area, by an organisation, of which little is known.
pub fn new_project(title: &str, area: &str, organisation: OrganisationId) -> NewProject {
    NewProject::named(title, area_of(area), organisation)
}

/// A purse of local money in Hải Phòng, for a year.
pub fn new_purse(code: &str, year: i32, organisation: OrganisationId) -> Purse {
    Purse {
        id: PurseId([0; 16]),
        code: code.to_owned(),
        name: format!("Ngân sách thành phố {year}"),
        programme: None,
        plan: None,
        source: Source::Local,
        level: None,
        budget_year: Some(year),
        area: area_of(HAI_PHONG),
        organisation,
        illustrative: true,
    }
}

/// The programme of Hải Phòng 2016–2020.
pub fn new_programme(cast: &Cast) -> NewProgramme {
    NewProgramme {
        code: "HP-2016-2020".into(),
        name: "Chương trình Khuyến công thành phố Hải Phòng 2016-2020".into(),
        level: None,
        catalogue: "HP-2016-2020".into(),
        starts_on: day(2016, 1, 1),
        ends_on: day(2020, 12, 31),
        decision: None,
        predecessor: None,
        note: None,
        area: area_of(HAI_PHONG),
        organisation: cast.centre,
        illustrative: false,
    }
}

/// A plan of Hải Phòng for a year.
pub fn new_plan(cast: &Cast, year: i32) -> NewPlan {
    NewPlan {
        code: format!("HP-{year}"),
        name: format!("Kế hoạch khuyến công năm {year} thành phố Hải Phòng"),
        programme: None,
        year,
        starts_on: day(year, 1, 1),
        ends_on: day(year, 12, 31),
        round: Round::default(),
        decision: None,
        catalogue: "HP-2016-2020".into(),
        note: None,
        area: area_of(HAI_PHONG),
        organisation: cast.centre,
        illustrative: false,
    }
}

/// A decision of the province, still without number and day.
pub fn new_decision_paper(summary: &str, organisation: OrganisationId) -> NewDocument {
    NewDocument {
        number: None,
        issued_on: None,
        issuer: "UBND thành phố Hải Phòng".into(),
        kind: DocumentKind::Decision,
        summary: summary.to_owned(),
        level: None,
        valid_from: None,
        valid_to: None,
        source: None,
        area: area_of(HAI_PHONG),
        organisation,
        illustrative: true,
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}
