//! What the rules need to know of one project, and what they answer.

use super::book::book;
use super::snapshot::of_snapshot;
use crate::kernel::Done;
use chrono::{Datelike, NaiveDate};
use kc_domain::establishment::Establishment;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::norm::refusal::Refusal;
use kc_domain::norm::{
    About, AdvanceShown, Book, Case, Ceiling, Content, Decided, Explanation, Judgement, Key, Norm,
    Proposal, Told, Who, Worth, advance, explain, judge, weigh,
};
use kc_domain::project::Project;
use kc_store::kernel::Reader;
use kc_store::{document, establishment, norm, plan};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything the rules need to know of a project, and the rules that count for it.
pub(super) struct Facts {
    book: Arc<Book>,
    pub(super) told: Option<Told>,
    pub(super) decided: Option<Decided>,
    beneficiary: Option<Establishment>,
    pub(super) on: NaiveDate,
    year: i32,
}

impl Facts {
    pub(super) fn gather(reader: &mut Reader<'_>, project: &Project, on: NaiveDate) -> Done<Self> {
        let decided = norm::decided(reader, project.id)?;
        let (book, on) = match &decided {
            Some(decided) => (of_snapshot(&decided.snapshot)?, decided.on),
            None => (book(reader)?, decision_day(reader, project)?.unwrap_or(on)),
        };
        let mut facts = Self::of_book(reader, project, on, book)?;
        facts.decided = decided;
        Ok(facts)
    }

    pub(super) fn of_book(
        reader: &mut Reader<'_>,
        project: &Project,
        on: NaiveDate,
        book: Arc<Book>,
    ) -> Done<Self> {
        let plan = match project.plan {
            Some(id) => plan::find(reader, id)?,
            None => None,
        };
        let beneficiary = match project.establishment {
            Some(id) => establishment::find(reader, id)?,
            None => None,
        };
        Ok(Self {
            book,
            told: norm::told(reader, project.id)?,
            decided: None,
            beneficiary,
            on,
            year: plan.map_or(project.registered_on.year(), |plan| plan.year),
        })
    }

    fn case(&self, project: &Project, support: Option<Dong>) -> Option<Case> {
        let told = self.told.as_ref()?;
        // A decided project keeps the kind and the count it was decided with.
        let (kind, count) = match &self.decided {
            Some(decided) => (&decided.kind, decided.count),
            None => (&told.kind, told.count),
        };
        Some(Case {
            kind: kind.clone(),
            on: self.on,
            level: Some(level(project)),
            area: project.area.clone(),
            cost: project.cost_estimated,
            count,
            support,
        })
    }

    pub(super) fn ceiling(
        &self,
        project: &Project,
        support: Option<Dong>,
    ) -> Option<Result<Explanation, Refusal>> {
        let case = self.case(project, support)?;
        Some(explain(&self.book, &case))
    }

    pub(super) fn advance(&self, project: &Project) -> Option<Result<AdvanceShown, Refusal>> {
        let case = self.case(project, None)?;
        Some(advance(
            &self.book,
            &case.kind,
            self.on,
            level(project),
            &project.area,
        ))
    }

    pub(super) fn eligibility(&self, project: &Project) -> Option<Result<Judgement, Refusal>> {
        let beneficiary = self.beneficiary.as_ref()?;
        let kind = self
            .case(project, None)
            .map_or_else(Key::any, |case| case.kind);
        let trade = beneficiary.trade.clone().or_else(|| project.trade.clone());
        let who = Who {
            form: beneficiary.legal_form,
            area: beneficiary.area.clone(),
            craft_village: beneficiary.craft_village,
            trade,
        };
        Some(judge(&self.book, &who, &kind, self.on, level(project)))
    }

    pub(super) fn worth(&self, project: &Project) -> Worth {
        let norms = self
            .book
            .all_in_force(About::Priority, self.on, level(project), &project.area);
        weigh(norms, &self.proposal(), self.year, project.registered_on)
    }

    /// What a person told, and what the record of the beneficiary says by itself.
    fn proposal(&self) -> Proposal {
        let told = self.told.as_ref();
        let facts = told.map(|told| told.facts.clone()).unwrap_or_default();
        let is_paper = |key: &Key| {
            let mut held = self.book.facts.iter();
            held.any(|fact| fact.key == *key && fact.is_paper)
        };
        let (papers, plain): (BTreeMap<_, _>, BTreeMap<_, _>) =
            facts.into_iter().partition(|(key, _)| is_paper(key));
        let mut facts: BTreeSet<_> = plain.into_keys().collect();
        if let Some(beneficiary) = &self.beneficiary {
            let known = [
                (Some(true), "rural-establishment"),
                (beneficiary.woman_owned, "woman-owned"),
                (beneficiary.minority_owned, "minority-owned"),
            ];
            let held = known.into_iter().filter(|(holds, _)| *holds == Some(true));
            facts.extend(held.filter_map(|(_, key)| Key::parse(key)));
        }
        Proposal {
            kind: told.map(|told| told.kind.clone()),
            form: self.beneficiary.as_ref().and_then(|held| held.legal_form),
            facts,
            papers,
        }
    }

    /// The rules that count for the project, to be kept with its decision.
    pub(super) fn in_use(&self, project: &Project) -> Book {
        let shown = self.ceiling(project, None).and_then(Result::ok);
        let mut norms: Vec<Norm> = shown.iter().map(|shown| shown.norm.clone()).collect();
        norms.extend(shown.iter().flat_map(|shown| self.bases(&shown.norm)));
        let advance = self.advance(project).and_then(Result::ok);
        norms.extend(advance.map(|shown| shown.norm));
        let judgement = self.eligibility(project).and_then(Result::ok);
        norms.extend(judgement.map(|judgement| judgement.norm));
        for about in [About::Priority, About::Ranking] {
            let held = self
                .book
                .all_in_force(about, self.on, level(project), &project.area);
            norms.extend(held.filter(|norm| self.counts(norm)).cloned());
        }
        Book {
            kinds: self.book.kinds.clone(),
            facts: self.book.facts.clone(),
            norms,
        }
    }

    /// Whether a priority is for the plan year of the project.
    fn counts(&self, norm: &Norm) -> bool {
        match &norm.content {
            Content::Priority(priority) => priority.year.is_none_or(|year| year == self.year),
            _ => true,
        }
    }

    /// The rule whose multiple another is.
    fn bases(&self, norm: &Norm) -> Vec<Norm> {
        let Content::Ceiling(Ceiling {
            multiple: Some(multiple),
            ..
        }) = &norm.content
        else {
            return Vec::new();
        };
        let is_base = |other: &&Norm| {
            other.file == norm.file
                && other.about() == About::Ceiling
                && other.from == norm.from
                && other.kinds.contains(&multiple.of)
        };
        self.book.norms.iter().filter(is_base).cloned().collect()
    }
}

/// The day of the decision that approves a project, which counts even where no rules were kept.
fn decision_day(reader: &mut Reader<'_>, project: &Project) -> Done<Option<NaiveDate>> {
    let Some(decision) = project.decision else {
        return Ok(None);
    };
    let paper = document::find(reader, decision)?;
    Ok(paper.and_then(|paper| paper.issued_on))
}

/// A project whose level nobody stated is judged as local: so a province's own rules count.
fn level(project: &Project) -> Level {
    project.level.unwrap_or(Level::Local)
}
