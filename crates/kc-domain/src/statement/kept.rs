//! A statement as an office keeps it.

use crate::kernel::date::Instant;
use crate::kernel::id::{OrganisationId, StatementId};
use crate::place::area::AreaPath;
use crate::programme::frame::Frame;
use chrono::NaiveDate;

/// A statement an office keeps: the file as it was given, and whose it is. Its verdicts are
/// computed each time and never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Identity.
    pub id: StatementId,
    /// What it is about.
    pub title: String,
    /// The programme or plan it speaks of.
    pub frame: Option<Frame>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// Where it stands.
    pub source: Option<String>,
    /// The statement file, word for word.
    pub body: String,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation that keeps it.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
    /// Counts the edits.
    pub version: i64,
    /// When it was first kept.
    pub recorded_at: Instant,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Instant>,
}
