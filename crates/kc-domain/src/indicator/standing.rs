//! How things stand: each target beside the latest result, classes beside their learners, a year
//! beside its programme. Results that nobody knows stay unknown.

use super::learners::Classes;
use super::nested::{Nested, nest};
use super::record::{Counts, ResultRecord, TargetRecord};
use super::target::{Measured, Target};
use crate::kernel::figure::Figure;
use crate::kernel::text::fold;
use crate::monitoring::fieldwork::FieldWork;
use chrono::NaiveDate;

/// A target and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The target.
    pub target: TargetRecord,
    /// The latest known result of the same name and unit.
    pub result: Option<ResultRecord>,
    /// The measure; `None` without a result, or when the result is no single number.
    pub measured: Option<Measured>,
}

/// Classes of one name with what is known of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// What the classes are called.
    pub name: String,
    /// How many; `None` when nobody counted.
    pub classes: Option<i64>,
    /// How many learners; `None` when nobody counted.
    pub learners: Option<i64>,
    /// How many partners held them.
    pub partners: Option<i64>,
}

impl Training {
    /// As classes to add up; `None` when even the classes are unknown.
    pub fn as_classes(&self) -> Option<Classes> {
        Some(Classes {
            classes: self.classes?,
            learners: self.learners,
        })
    }
}

/// A figure of the year beside the same figure of its programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NestedResult {
    /// The figure of the year.
    pub part: ResultRecord,
    /// The figure of the programme.
    pub whole: ResultRecord,
    /// How they stand to each other.
    pub nested: Nested,
}

/// Measures each target by the latest result known on a day.
pub fn measure(targets: &[TargetRecord], results: &[ResultRecord], on: NaiveDate) -> Vec<Standing> {
    let standing = |target: &TargetRecord| {
        let fits = |result: &&ResultRecord| {
            let figure = result.figure.as_ref();
            is_same(&result.indicator, &target.indicator)
                && figure.is_some_and(|figure| figure.unit().agrees(target.figure.unit()))
        };
        let result = latest(results.iter().filter(fits), on).cloned();
        let actual = result.as_ref().and_then(|result| result.figure.as_ref());
        let measured = actual
            .and_then(Figure::value)
            .map(|actual| Target::of(&target.figure, target.period).measure(actual));
        Standing {
            target: target.clone(),
            result,
            measured,
        }
    };
    targets.iter().map(standing).collect()
}

/// The latest result of a kind known on a day.
pub fn latest_of(results: &[ResultRecord], counts: Counts, on: NaiveDate) -> Option<&ResultRecord> {
    latest(
        results
            .iter()
            .filter(|result| result.counts == Some(counts)),
        on,
    )
}

/// Visits and beneficiaries; `None` until all four were counted.
pub fn field_work(results: &[ResultRecord], on: NaiveDate) -> Option<FieldWork> {
    let number = |counts| latest_of(results, counts, on)?.things();
    Some(FieldWork {
        surveys: number(Counts::Surveys)?,
        inspections: number(Counts::Inspections)?,
        acceptances: number(Counts::Acceptances)?,
        beneficiaries: number(Counts::Beneficiaries)?,
    })
}

/// Classes by name, in the order they were first reported.
pub fn training(results: &[ResultRecord], on: NaiveDate) -> Vec<Training> {
    let is_training = |result: &&ResultRecord| {
        let of_classes = [Counts::Classes, Counts::Learners, Counts::Partners];
        result
            .counts
            .is_some_and(|counts| of_classes.contains(&counts))
    };
    let mut names: Vec<&str> = Vec::new();
    for result in results.iter().filter(is_training) {
        if !names.iter().any(|name| is_same(name, &result.indicator)) {
            names.push(&result.indicator);
        }
    }
    let number = |name: &str, counts| {
        let of_name = results
            .iter()
            .filter(|result| is_same(&result.indicator, name) && result.counts == Some(counts));
        latest(of_name, on)?.things()
    };
    let trained = names.into_iter().map(|name| Training {
        name: name.to_owned(),
        classes: number(name, Counts::Classes),
        learners: number(name, Counts::Learners),
        partners: number(name, Counts::Partners),
    });
    trained.collect()
}

/// Puts each latest result of a year beside the one of the same name of its programme.
pub fn nest_results(
    part: &[ResultRecord],
    whole: &[ResultRecord],
    on: NaiveDate,
) -> Vec<NestedResult> {
    let beside = |result: &ResultRecord| {
        let same = |other: &&ResultRecord| is_same(&other.indicator, &result.indicator);
        let like = whole.iter().filter(same).filter(|other| {
            other
                .figure
                .as_ref()
                .zip(result.figure.as_ref())
                .is_some_and(|(a, b)| a.unit().is_like(b.unit()))
        });
        let whole = latest(like, on)?.clone();
        let nested = nest(result.figure.as_ref()?, whole.figure.as_ref()?)?;
        Some(NestedResult {
            part: result.clone(),
            whole,
            nested,
        })
    };
    part.iter().filter_map(beside).collect()
}

/// Of results in the order they were recorded, the last of the latest day that is not after the
/// day asked for. A later "nobody knows" does not erase what was known.
fn latest<'a>(
    results: impl Iterator<Item = &'a ResultRecord>,
    on: NaiveDate,
) -> Option<&'a ResultRecord> {
    results
        .filter(|result| result.as_of <= on && result.figure.is_some())
        .max_by_key(|result| result.as_of)
}

fn is_same(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}
