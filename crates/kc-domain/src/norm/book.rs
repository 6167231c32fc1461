//! The book of rules, and which of them holds for a case.

use super::key::{Key, Named};
use super::refusal::Refusal;
use super::rule::{About, Norm, Standing};
use crate::kernel::level::Level;
use crate::kernel::money::Dong;
use crate::place::AreaPath;
use chrono::NaiveDate;

/// Rules with the names of kinds and facts they use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Book {
    /// The kinds of support, in the order of lists.
    pub kinds: Vec<Named>,
    /// The facts and papers that priorities ask for.
    pub facts: Vec<Named>,
    /// Every rule.
    pub norms: Vec<Norm>,
}

/// What is asked of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The kind of support.
    pub kind: Key,
    /// The day that counts.
    pub on: NaiveDate,
    /// Whose money; not stated, the money of the place: local in a province, else national.
    pub level: Option<Level>,
    /// Where.
    pub area: AreaPath,
    /// The cost in all.
    pub cost: Option<Dong>,
    /// How many establishments, models, … share it; at least 1.
    pub count: i64,
    /// The support asked.
    pub support: Option<Dong>,
}

impl Case {
    /// Whose money it is.
    pub fn money(&self) -> Level {
        let own = if self.area == AreaPath::nation() {
            Level::National
        } else {
            Level::Local
        };
        self.level.unwrap_or(own)
    }
}

impl Book {
    /// The kind of support of a key.
    pub fn kind(&self, key: &Key) -> Option<&Named> {
        self.kinds.iter().find(|kind| kind.key == *key)
    }

    /// The kind of support a person named, or a refusal that lists the kinds.
    pub fn expect_kind(&self, key: &str) -> Result<Key, Refusal> {
        let known = Key::parse(key).filter(|key| self.kind(key).is_some());
        known.ok_or_else(|| Refusal::UnknownKind {
            kind: key.to_owned(),
            known: self.kinds.iter().map(|kind| kind.key.clone()).collect(),
        })
    }

    /// Adds the rules of another book; a kind or fact that is there keeps its name.
    pub fn add(&mut self, other: Self) {
        for kind in other.kinds {
            if self.kind(&kind.key).is_none() {
                self.kinds.push(kind);
            }
        }
        for fact in other.facts {
            if self.facts.iter().all(|held| held.key != fact.key) {
                self.facts.push(fact);
            }
        }
        self.norms.extend(other.norms);
    }

    /// The rule that holds for a case. A province's own stands above the nation's for its local
    /// money; the newest one counts. No rule that day is a refusal with the dates around it.
    pub fn find(&self, about: About, case: &Case) -> Result<&Norm, Refusal> {
        let in_force = self.candidates(about, case);
        let in_force = in_force.filter(|norm| norm.is_in_force(case.on));
        in_force
            .max_by_key(|norm| rank(norm))
            .ok_or_else(|| self.gap(about, case))
    }

    /// Every priority or other rule that holds that day for that money in that place.
    pub fn all_in_force(
        &self,
        about: About,
        on: NaiveDate,
        level: Level,
        area: &AreaPath,
    ) -> impl Iterator<Item = &Norm> {
        self.norms.iter().filter(move |norm| {
            norm.about() == about
                && reaches(norm, level, area)
                && (norm.is_in_force(on) || is_of_a_year(norm))
        })
    }

    /// Rules of the place that might hold, did somebody know their first day.
    pub fn undated<'a, 'c>(
        &'a self,
        about: About,
        case: &'c Case,
    ) -> impl Iterator<Item = &'a Norm> + use<'a, 'c> {
        self.candidates(about, case).filter(|norm| {
            !norm.is_national() && norm.from.is_none() && norm.standing != Standing::Draft
        })
    }

    fn candidates<'a, 'c>(
        &'a self,
        about: About,
        case: &'c Case,
    ) -> impl Iterator<Item = &'a Norm> + use<'a, 'c> {
        self.norms.iter().filter(move |norm| {
            norm.about() == about
                && norm.speaks_of(&case.kind)
                && reaches(norm, case.money(), &case.area)
        })
    }

    fn gap(&self, about: About, case: &Case) -> Refusal {
        let dated = || self.candidates(about, case).filter(|norm| norm.is_dated());
        let last = dated().filter_map(|norm| norm.to.filter(|to| *to < case.on));
        let first = dated().filter_map(|norm| norm.from.filter(|from| *from > case.on));
        Refusal::Gap {
            about,
            kind: case.kind.clone(),
            name: self.kind(&case.kind).map(|kind| kind.name.clone()),
            on: case.on,
            last: last.max(),
            next: first.min(),
        }
    }
}

/// The province above the nation, then the newest, then the one that names the kind, then the
/// one that was adopted last.
fn rank(norm: &Norm) -> (bool, Option<NaiveDate>, bool, bool, i64) {
    let is_own = !norm.is_national();
    let is_read = norm.standing != Standing::Unread;
    (
        is_own,
        norm.from,
        is_read,
        !norm.kinds.is_empty(),
        norm.version,
    )
}

/// Priorities of one plan year have no dates; their year says when they hold.
fn is_of_a_year(norm: &Norm) -> bool {
    matches!(&norm.content, super::Content::Priority(priority) if priority.year.is_some())
        && norm.standing != Standing::Draft
}

fn reaches(norm: &Norm, level: Level, area: &AreaPath) -> bool {
    let is_money = norm.level.is_none_or(|held| held == level);
    let is_place = norm.is_national() || level == Level::Local && norm.holds_in(area);
    is_money && is_place
}
