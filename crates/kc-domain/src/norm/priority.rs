//! What goes first: priorities of a plan year or of the law, as marks with their reasons.

use super::key::Key;
use super::rule::{Content, Norm};
use crate::establishment::LegalForm;
use crate::kernel::text::Text;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What a priority asks and gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priority {
    /// The plan year it is for; `None` while its rule is in force.
    pub year: Option<i32>,
    /// Its mark in lists: `A`.
    pub mark: String,
    /// What it is, in the words of the guidance.
    pub name: Text,
    /// Facts that bring a proposal under it; any of them does.
    pub when: Vec<Key>,
    /// Kinds of support that bring a proposal under it.
    pub kinds: Vec<Key>,
    /// The forms it is limited to; none means any.
    pub forms: Vec<LegalForm>,
    /// What is said where the form is another.
    pub forms_reason: String,
    /// The paper that must be there and still valid.
    pub paper: Option<Key>,
    /// What is said where the paper is missing.
    pub missing: String,
    /// What is said where the paper has run out.
    pub expired: String,
    /// Whether the mark goes to the province that registers, not to the proposal.
    pub is_for_province: bool,
}

/// What priorities need to know of a proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The kind of support.
    pub kind: Option<Key>,
    /// The legal form of the beneficiary.
    pub form: Option<LegalForm>,
    /// Facts about it.
    pub facts: BTreeSet<Key>,
    /// Papers with it, and the last day each is valid.
    pub papers: BTreeMap<Key, Option<NaiveDate>>,
}

/// One priority that applies, and whether it was earned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The rule.
    pub norm: Norm,
    /// Its mark.
    pub mark: String,
    /// Its name.
    pub name: Text,
    /// Whether the mark goes to the province.
    pub is_for_province: bool,
    /// Why it was not earned; `None` when it was.
    pub reason: Option<Reason>,
}

/// Why a priority that applies was not earned, in the words of its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(pub String);

/// What all priorities together say of a proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Worth {
    /// The plan year.
    pub year: i32,
    /// Whether any priorities of that very year are known.
    pub is_year_known: bool,
    /// Every priority the proposal comes under.
    pub given: Vec<Given>,
}

/// A proposal with what the priorities say of it.
pub type Ranked<T> = (T, Worth);

impl Worth {
    /// The marks earned, in the order of the rules: `A`, `E`, `F`.
    pub fn marks(&self) -> Vec<&str> {
        let earned = self.given.iter().filter(|given| given.is_earned());
        earned.map(|given| given.mark.as_str()).collect()
    }

    /// Whether the proposal goes before others.
    pub fn is_priority(&self) -> bool {
        !self.marks().is_empty()
    }

    /// Whether its province gets a mark for it.
    pub fn is_for_province(&self) -> bool {
        let mut given = self.given.iter();
        given.any(|given| given.is_for_province && given.reason.is_none())
    }

    /// Why it is no priority, or what keeps it from a further mark.
    pub fn reasons(&self) -> Vec<String> {
        let named = self.given.iter().filter_map(|given| given.reason.as_ref());
        let mut reasons: Vec<_> = named.map(|reason| reason.0.clone()).collect();
        if !self.is_year_known {
            reasons.push(format!("chưa nhập nội dung ưu tiên năm {}", self.year));
        } else if self.given.is_empty() {
            reasons.push(format!("không thuộc nội dung ưu tiên {}", self.year));
        }
        reasons
    }
}

impl Given {
    fn is_earned(&self) -> bool {
        self.reason.is_none() && !self.is_for_province
    }
}

/// Weighs a proposal for a plan year, on the day it was submitted.
pub fn weigh<'a>(
    norms: impl Iterator<Item = &'a Norm>,
    proposal: &Proposal,
    year: i32,
    on: NaiveDate,
) -> Worth {
    let mut worth = Worth {
        year,
        ..Worth::default()
    };
    for norm in norms {
        let Content::Priority(priority) = &norm.content else {
            continue;
        };
        if priority.year.is_none_or(|held| held == year) {
            worth.is_year_known |= priority.year.is_some();
            worth.given.extend(applied(norm, priority, proposal, on));
        }
    }
    worth
}

fn applied(norm: &Norm, priority: &Priority, proposal: &Proposal, on: NaiveDate) -> Option<Given> {
    let has = |key: &Key| proposal.facts.contains(key) || proposal.papers.contains_key(key);
    let is_kind = |kind: &Key| priority.kinds.contains(kind);
    if !priority.when.iter().any(has) && !proposal.kind.as_ref().is_some_and(is_kind) {
        return None;
    }
    Some(Given {
        norm: norm.clone(),
        mark: priority.mark.clone(),
        name: priority.name.clone(),
        is_for_province: priority.is_for_province,
        reason: lacking(priority, proposal, on).map(Reason),
    })
}

fn lacking(priority: &Priority, proposal: &Proposal, on: NaiveDate) -> Option<String> {
    let fits = |form: LegalForm| priority.forms.contains(&form);
    if !priority.forms.is_empty() && !proposal.form.is_some_and(fits) {
        return Some(priority.forms_reason.clone());
    }
    let paper = priority.paper.as_ref()?;
    match proposal.papers.get(paper) {
        None => Some(priority.missing.clone()),
        Some(Some(valid_to)) if *valid_to < on => Some(priority.expired.clone()),
        Some(_) => None,
    }
}

/// Proposals with the most marks first; those with as many keep the order they came in.
pub fn by_marks<T>(mut proposals: Vec<Ranked<T>>) -> Vec<Ranked<T>> {
    proposals.sort_by_key(|(_, worth)| Reverse(worth.marks().len()));
    proposals
}
