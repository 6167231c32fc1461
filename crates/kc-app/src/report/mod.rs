//! Reports from data: shown, opened cell by cell, handed over as files.

pub mod behind;
mod book;
pub mod dispatch;
mod json;
mod lines;
mod markdown;
#[cfg(feature = "pdf")]
mod paper;
mod recipient;
pub mod show;
mod whole;
mod write;

pub use json::{behind_json, to_json};
pub use recipient::Recipient;
pub use show::{Opened, programme, show};
pub use whole::whole;
pub use write::{File, Format, write};

use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::place::area::AreaPath;

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The programme of a code.
    Programme(String),
    /// The annual plan of a code.
    Plan(String),
    /// Everything the reader may see: a province, the nation.
    Everything,
}

/// A report as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What it is about.
    pub about: About,
    /// Only what lies in a place.
    pub place: Option<AreaPath>,
    /// The first day of registration counted.
    pub from: Option<NaiveDate>,
    /// The day it is stated for; today when not said.
    pub as_of: Option<NaiveDate>,
    /// The moment up to which records count; now when not said.
    pub known_at: Option<Instant>,
}

impl Ask {
    /// The report of a programme as it stands now.
    pub fn programme(code: impl Into<String>) -> Self {
        Self::about(About::Programme(code.into()))
    }

    /// A report as it stands now.
    pub fn about(about: About) -> Self {
        Self {
            about,
            place: None,
            from: None,
            as_of: None,
            known_at: None,
        }
    }

    /// As of a day, as known at a moment.
    #[must_use]
    pub fn on(self, as_of: NaiveDate, known_at: Instant) -> Self {
        Self {
            as_of: Some(as_of),
            known_at: Some(known_at),
            ..self
        }
    }
}
