//! Contracts (hợp đồng): who carries a project out, for how much, until when.
//!
//! The values of a contract are those a decision approved, source by source: the ledger counts
//! the money, the contract only repeats it, and what differs asks for an appendix.

mod kind;
pub mod progress;
pub mod refusal;
mod rules;

pub use kind::ContractKind;
pub use rules::{Facts, append, expect_within_rate, liquidate, sign};

use crate::kernel::id::{ContractId, DocumentId, OrganisationId, ProjectId, PurseId};
use crate::kernel::money::Dong;
use crate::ledger::Source;
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// How much of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Whose money.
    pub source: Source,
    /// The purse it comes from, where it is known.
    pub purse: Option<PurseId>,
    /// How much.
    pub amount: Dong,
}

/// A contract with everything that was added to it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    /// Identity.
    pub id: ContractId,
    /// The project it carries out.
    pub project: ProjectId,
    /// Between whom.
    pub kind: ContractKind,
    /// Its number.
    pub number: String,
    /// The day it was signed.
    pub signed_on: NaiveDate,
    /// Who gives the work and the money (bên A).
    pub giver: String,
    /// Who takes them (bên B).
    pub taker: String,
    /// Its value by source, as it was signed.
    pub parts: Vec<Part>,
    /// The advance agreed, in hundredths of its value.
    pub advance_percent: Option<i64>,
    /// First day of the work.
    pub starts_on: Option<NaiveDate>,
    /// Last day of the work, as it was signed.
    pub ends_on: Option<NaiveDate>,
    /// The terms in a few sentences.
    pub terms: Option<String>,
    /// When what is to be done.
    pub schedule: Option<String>,
    /// The paper itself.
    pub document: Option<DocumentId>,
    /// What was changed by appendices, in the order they were signed.
    pub appendices: Vec<Appendix>,
    /// How it ended.
    pub liquidation: Option<Liquidation>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// An appendix (phụ lục hợp đồng).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// Its number.
    pub number: String,
    /// The day it was signed.
    pub signed_on: NaiveDate,
    /// The value by source from then on; empty where it stays.
    pub parts: Vec<Part>,
    /// The last day of the work from then on, where it changes.
    pub ends_on: Option<NaiveDate>,
    /// Why, or what it changes besides.
    pub reason: String,
}

/// The end of a contract (biên bản thanh lý).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Liquidation {
    /// Its number.
    pub number: Option<String>,
    /// The day of the minutes.
    pub on: NaiveDate,
}

impl Contract {
    /// Its value by source as it holds now.
    pub fn parts_now(&self) -> &[Part] {
        let changed = self.appendices.iter().rev();
        let newest = changed.map(|appendix| appendix.parts.as_slice());
        newest
            .into_iter()
            .find(|parts| !parts.is_empty())
            .unwrap_or(&self.parts)
    }

    /// Its value as it holds now, over all sources.
    pub fn value_now(&self) -> Dong {
        self.parts_now().iter().map(|part| part.amount).sum()
    }

    /// Its value from one source as it holds now.
    pub fn value_of(&self, source: Source) -> Dong {
        of_source(self.parts_now(), source)
    }

    /// The last day of the work as it holds now.
    pub fn ends_now(&self) -> Option<NaiveDate> {
        let mut changed = self.appendices.iter().rev();
        changed
            .find_map(|appendix| appendix.ends_on)
            .or(self.ends_on)
    }
}

/// What some parts hold of one source.
pub fn of_source(parts: &[Part], source: Source) -> Dong {
    let held = parts.iter().filter(|part| part.source == source);
    held.map(|part| part.amount).sum()
}

#[cfg(test)]
mod tests;
