//! What must still be done: a request of a visit, or an obstacle somebody raised; who must do it and
//! by when, until it is closed with a day and a sentence.

use super::Side;
use crate::kernel::id::{MatterId, OrganisationId, ProjectId, VisitId};
use crate::kernel::text::Lang;
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// Days before its deadline in which an open matter is called near: one working week.
const NEAR_DAYS: i64 = 7;

/// What kind of matter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatterKind {
    /// Yêu cầu, kiến nghị of an inspection or acceptance.
    Request,
    /// Vướng mắc.
    Obstacle,
}

impl MatterKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Request, Self::Obstacle];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Obstacle => "obstacle",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Request => lang.t("Yêu cầu", "Request"),
            Self::Obstacle => lang.t("Vướng mắc", "Obstacle"),
        }
    }
}

/// Something that must still be done for a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Identity.
    pub id: MatterId,
    /// Request or obstacle.
    pub kind: MatterKind,
    /// The project it holds up.
    pub project: ProjectId,
    /// The visit that asked; obstacles may have none.
    pub visit: Option<VisitId>,
    /// The day it was raised.
    pub raised_on: NaiveDate,
    /// Who raised it, as written.
    pub raised_by: String,
    /// What it is.
    pub what: String,
    /// Who must do it.
    pub holder: Side,
    /// By when.
    pub due_on: NaiveDate,
    /// The day it was done.
    pub closed_on: Option<NaiveDate>,
    /// How it was done.
    pub closed_how: Option<String>,
    /// Where the project lies.
    pub area: AreaPath,
    /// The organisation in charge of the project.
    pub organisation: OrganisationId,
    /// The organisation behind the project.
    pub party: Option<OrganisationId>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// How a matter stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Done, so many days after the deadline; not above 0 means in time.
    Closed(i64),
    /// Open, the deadline is further than a week.
    Open(i64),
    /// Open, so many days are left.
    Near(i64),
    /// Open, so many days after the deadline.
    Late(i64),
}

impl Matter {
    /// How it stands on a day.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        let days = |until: NaiveDate| until.signed_duration_since(self.due_on).num_days();
        if let Some(closed_on) = self.closed_on {
            return Standing::Closed(days(closed_on));
        }
        match days(today) {
            late if late > 0 => Standing::Late(late),
            left if left.saturating_add(NEAR_DAYS) >= 0 => Standing::Near(left.saturating_neg()),
            left => Standing::Open(left.saturating_neg()),
        }
    }

    /// Whether nobody closed it.
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }
}

impl Standing {
    /// In words: `quá hạn 12 ngày`.
    pub fn say(self, lang: Lang) -> String {
        let days = |vi: &str, en: &str, number: i64| match lang {
            Lang::Vi => format!("{vi} {number} ngày"),
            Lang::En => format!("{number} days {en}"),
        };
        match self {
            Self::Closed(late) if late > 0 => days("đã xong, chậm", "late, done", late),
            Self::Closed(_) => lang.t("đã xong đúng hạn", "done in time").to_owned(),
            Self::Near(0) => lang.t("đến hạn hôm nay", "due today").to_owned(),
            Self::Open(left) | Self::Near(left) => days("còn", "left", left),
            Self::Late(late) => days("quá hạn", "overdue", late),
        }
    }
}
