//! What is kept: files a province adopted, what the rules were told of a project, and the rules
//! it was decided under.

use super::key::Key;
use crate::kernel::id::{OrganisationId, ProjectId};
use crate::place::AreaPath;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A file of norms as a province adopted it. Never changed: a later version stands above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// The key of the file.
    pub file: Key,
    /// Its version, from 1.
    pub version: i64,
    /// The province.
    pub area: AreaPath,
    /// Its title.
    pub title: String,
    /// The text, as it was sent.
    pub content: String,
    /// The day it was adopted.
    pub adopted_on: NaiveDate,
    /// Who adopted it, by name.
    pub adopted_by: String,
    /// The organisation that adopted it.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// What the rules were told of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The project.
    pub project: ProjectId,
    /// The kind of support.
    pub kind: Key,
    /// How many establishments, models, … share it; at least 1.
    pub count: i64,
    /// Facts and papers, and the last day each paper is valid.
    pub facts: BTreeMap<Key, Option<NaiveDate>>,
    /// Counts the changes; 0 before the first.
    pub version: i64,
}

/// The rules a project was decided under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The project.
    pub project: ProjectId,
    /// The kind of support.
    pub kind: Key,
    /// How many share it.
    pub count: i64,
    /// The rule of the ceiling: `tt-28-2018/machinery`; nothing where none was in force.
    pub norm: Option<String>,
    /// The version of its file.
    pub norm_version: Option<i64>,
    /// The day the decision counts from.
    pub on: NaiveDate,
    /// The rules as text, in the form of a file of norms.
    pub snapshot: String,
}
