//! The inputs of a ranking as they are kept: everything the result follows from, and nothing else.

mod day;

use crate::kernel::{Done, Failure};
use chrono::NaiveDate;
use kc_domain::appraisal::Points;
use kc_domain::appraisal::ranking::{
    Ask, File, Fill, Floor, Key, Outcome, Purse, Ranking, Rules, Verdict, rank,
};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form in which runs are kept; an old form stays readable.
const FORM: u32 = 1;

/// The inputs of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kept {
    form: u32,
    /// The day the balances were read.
    #[serde(with = "day")]
    pub(super) on: NaiveDate,
    rules: KeptRules,
    purses: Vec<KeptPurse>,
    files: Vec<KeptFile>,
    /// The project behind each file, by its code; no rule looks at it.
    projects: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptRules {
    threshold_hundredths: i64,
    floors: Vec<KeptFloor>,
    keys: Vec<String>,
    fill: String,
    reduce_from_hundredths: Option<i64>,
    reserve: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptFloor {
    group: String,
    label: String,
    at_least: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptPurse {
    code: String,
    name: String,
    available_dong: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptFile {
    code: String,
    title: String,
    points_hundredths: Option<i64>,
    is_flagship: bool,
    marks: Vec<String>,
    experience: i64,
    #[serde(with = "day")]
    registered_on: NaiveDate,
    groups: Vec<String>,
    asks: Vec<KeptAsk>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptAsk {
    purse: String,
    amount_dong: i64,
}

/// What a kept outcome says.
#[derive(Serialize)]
struct KeptOutcome<'a> {
    code: &'a str,
    place: Option<usize>,
    verdict: &'static str,
    granted_dong: i64,
    reserve: Option<usize>,
}

impl Kept {
    /// The inputs in one order, whatever order they came in.
    pub(super) fn of(
        on: NaiveDate,
        files: &[(ProjectId, File)],
        purses: &[Purse],
        rules: &Rules,
    ) -> Self {
        let projects = files.iter();
        let projects = projects.map(|(id, file)| (file.code.clone(), id.to_string()));
        let projects = projects.collect();
        let mut files: Vec<_> = files.iter().map(|(_, file)| KeptFile::of(file)).collect();
        files.sort_by(|a, b| a.code.cmp(&b.code));
        let purse = |purse: &Purse| KeptPurse {
            code: purse.code.clone(),
            name: purse.name.clone(),
            available_dong: purse.available.0,
        };
        let mut purses: Vec<_> = purses.iter().map(purse).collect();
        purses.sort_by(|a, b| a.code.cmp(&b.code));
        Self {
            form: FORM,
            on,
            rules: KeptRules::of(rules),
            purses,
            files,
            projects,
        }
    }

    /// The project behind each file, by its code.
    pub(super) fn projects(&self) -> BTreeMap<String, ProjectId> {
        let pairs = self.projects.iter();
        pairs
            .filter_map(|(code, id)| Some((code.clone(), ProjectId::parse(id)?)))
            .collect()
    }

    /// Reads kept inputs.
    pub(super) fn read(text: &str) -> Done<Self> {
        let broken = |error: serde_json::Error| Failure::Internal(error.to_string());
        let kept: Self = serde_json::from_str(text).map_err(broken)?;
        if kept.form != FORM {
            return Err(Failure::Internal(format!("ranking form {}", kept.form)));
        }
        Ok(kept)
    }

    /// The inputs as text.
    pub(super) fn write(&self) -> Done<String> {
        serde_json::to_string(self).map_err(|error| Failure::Internal(error.to_string()))
    }

    /// The files.
    pub(super) fn files(&self) -> Vec<File> {
        self.files.iter().map(KeptFile::file).collect()
    }

    /// The purses.
    pub(super) fn purses(&self) -> Vec<Purse> {
        let purse = |kept: &KeptPurse| Purse {
            code: kept.code.clone(),
            name: kept.name.clone(),
            available: Dong(kept.available_dong),
        };
        self.purses.iter().map(purse).collect()
    }

    /// The rules.
    pub(super) fn rules(&self) -> Rules {
        self.rules.rules()
    }

    /// The rules, and the ranking computed from these inputs now.
    pub(super) fn rank(&self) -> (Rules, Ranking) {
        let rules = self.rules();
        let ranking = rank(&self.files(), &self.purses(), &rules);
        (rules, ranking)
    }
}

/// The outcomes of a ranking as text, to be compared with those kept.
pub(super) fn outcomes(ranking: &Ranking) -> Done<String> {
    let outcome = |outcome: &'_ Outcome| {
        let granted = outcome.draws.iter().map(|draw| draw.granted);
        serde_json::to_value(KeptOutcome {
            code: &outcome.code,
            place: outcome.place,
            verdict: verdict(&outcome.verdict),
            granted_dong: granted.sum::<Dong>().0,
            reserve: outcome.reserve,
        })
    };
    let broken = |error: serde_json::Error| Failure::Internal(error.to_string());
    let outcomes = ranking.outcomes.iter().map(outcome);
    let outcomes = outcomes.collect::<Result<Vec<_>, _>>().map_err(broken)?;
    serde_json::to_string(&outcomes).map_err(broken)
}

fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Won => "won",
        Verdict::Reduced { .. } => "reduced",
        Verdict::Unfit { .. } => "unfit",
        Verdict::Behind { .. } => "behind",
        Verdict::BelowThreshold => "below-threshold",
        Verdict::NoPoints => "no-points",
        Verdict::NoAsk => "no-ask",
        Verdict::ForeignPurse { .. } => "foreign-purse",
    }
}

impl KeptRules {
    fn of(rules: &Rules) -> Self {
        let floor = |floor: &Floor| KeptFloor {
            group: floor.group.clone(),
            label: floor.label.clone(),
            at_least: floor.at_least,
        };
        Self {
            threshold_hundredths: rules.threshold.0,
            floors: rules.floors.iter().map(floor).collect(),
            keys: rules.keys.iter().map(|key| key.code().to_owned()).collect(),
            fill: rules.fill.code().to_owned(),
            reduce_from_hundredths: rules.reduce_from,
            reserve: rules.reserve,
        }
    }

    fn rules(&self) -> Rules {
        let floor = |kept: &KeptFloor| Floor {
            group: kept.group.clone(),
            label: kept.label.clone(),
            at_least: kept.at_least,
        };
        Rules {
            threshold: Points(self.threshold_hundredths),
            floors: self.floors.iter().map(floor).collect(),
            keys: self.keys.iter().filter_map(|c| Key::from_code(c)).collect(),
            fill: Fill::from_code(&self.fill).unwrap_or_default(),
            reduce_from: self.reduce_from_hundredths,
            reserve: self.reserve,
        }
    }
}

impl KeptFile {
    fn of(file: &File) -> Self {
        let ask = |ask: &Ask| KeptAsk {
            purse: ask.purse.clone(),
            amount_dong: ask.amount.0,
        };
        Self {
            code: file.code.clone(),
            title: file.title.clone(),
            points_hundredths: file.points.map(|points| points.0),
            is_flagship: file.is_flagship,
            marks: file.marks.clone(),
            experience: file.experience,
            registered_on: file.registered_on,
            groups: file.groups.clone(),
            asks: file.asks.iter().map(ask).collect(),
        }
    }

    fn file(&self) -> File {
        let ask = |kept: &KeptAsk| Ask {
            purse: kept.purse.clone(),
            amount: Dong(kept.amount_dong),
        };
        File {
            code: self.code.clone(),
            title: self.title.clone(),
            points: self.points_hundredths.map(Points),
            is_flagship: self.is_flagship,
            marks: self.marks.clone(),
            experience: self.experience,
            registered_on: self.registered_on,
            groups: self.groups.clone(),
            asks: self.asks.iter().map(ask).collect(),
        }
    }
}
