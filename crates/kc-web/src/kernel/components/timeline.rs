//! Everything that happened to a record, newest first.

use super::Tone;
use askama::Template;

/// The history of a record.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/timeline.html")]
pub struct Timeline {
    /// What happened, in the order shown.
    pub events: Vec<Event>,
}

super::component!(Timeline);

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// The moment for machines, as in `2017-06-05T09:30:00+07:00`.
    pub at: String,
    /// The moment for people: "05/6/2017 09:30".
    pub when: String,
    /// Who did it, in which role.
    pub who: String,
    /// What was done.
    pub what: String,
    /// The reason or the words that were given.
    pub note: String,
    /// The record it opens; empty when none.
    pub url: String,
    /// Red for a word of the State, grey for the rest.
    pub tone: Tone,
}
