//! A visit: kind, day, place, people, findings.

use super::checklist::Answer;
use super::{Person, Verdict, VisitKind};
use crate::kernel::id::{EstablishmentId, OrganisationId, ProjectId, UserId, VisitId};
use crate::kernel::text::Lang;
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// A visit as it is kept. The record is the minutes: it is withdrawn with a reason, never edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Identity.
    pub id: VisitId,
    /// Why they came.
    pub kind: VisitKind,
    /// The project; a survey has none until a proposal is made from it.
    pub project: Option<ProjectId>,
    /// The establishment surveyed.
    pub establishment: Option<EstablishmentId>,
    /// The day.
    pub held_on: NaiveDate,
    /// The place as written.
    pub place_written: Option<String>,
    /// Who came.
    pub people: Vec<Person>,
    /// What was found.
    pub findings: Findings,
    /// What the checklist of a survey says.
    pub answers: Vec<Answer>,
    /// How it ended; an inspection has no verdict.
    pub verdict: Option<Verdict>,
    /// The conclusion in words.
    pub conclusion: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// A second organisation concerned.
    pub party: Option<OrganisationId>,
    /// Who recorded it.
    pub recorded_by: Option<UserId>,
    /// Why it was withdrawn; `None` while it counts.
    pub withdrawn_because: Option<String>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

impl Visit {
    /// What the visit is called: `Kiểm tra định kỳ ngày 12/03/2026`.
    pub fn title(&self, lang: Lang) -> String {
        let day = crate::kernel::date::show_date(self.held_on);
        format!("{} {} {day}", self.kind.name(lang), lang.t("ngày", "on"))
    }
}

/// What was found, each in words; `None` when nobody wrote of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// The need, of a survey.
    pub need: Option<String>,
    /// Progress of the work.
    pub progress: Option<String>,
    /// Use of the money.
    pub money: Option<String>,
    /// The machine.
    pub machine: Option<String>,
}

impl Findings {
    /// Whether nothing at all was written of an inspection.
    pub fn is_empty(&self) -> bool {
        self.progress.is_none() && self.money.is_none() && self.machine.is_none()
    }
}
