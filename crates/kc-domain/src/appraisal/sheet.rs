//! Scoring sheets (phiếu chấm điểm): criteria with their limits, a threshold, a citation.

use super::Points;
use super::effective::Method;
use super::refusal::Refusal;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// Most criteria of one sheet; more do not fit on a paper.
pub const CRITERIA_MAX: usize = 40;

/// A scoring sheet in one version. A change is a new sheet with a code and days of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its code: `de-an-2026`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// First day in force.
    pub valid_from: NaiveDate,
    /// Last day in force; `None` while it has no end.
    pub valid_to: Option<NaiveDate>,
    /// Points from which on a file is considered.
    pub threshold: Points,
    /// What is scored, in the order of the paper.
    pub criteria: Vec<Criterion>,
    /// How a council that uses it sits and counts.
    pub rule: CouncilRule,
    /// Where it comes from.
    pub citation: String,
    /// How far it was compared with its source.
    pub standing: Standing,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its code, which scores are kept under.
    pub code: String,
    /// What is judged.
    pub name: String,
    /// Most points.
    pub points_max: Points,
}

/// How a council sits and counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CouncilRule {
    /// The share of the members who must sit: so many …
    pub present_numerator: i64,
    /// … of so many.
    pub present_denominator: i64,
    /// Whether the one who chairs must sit.
    pub chair_must_sit: bool,
    /// Fewest scores that make a result of a file.
    pub scores_min: usize,
    /// How the scores of a file become one.
    pub method: Method,
}

/// How far data of the law was compared with its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Compared with the official text.
    Verified,
    /// Known from others, not compared yet.
    Unverified,
    /// Made up to show how it works.
    Illustrative,
}

impl Standing {
    /// The standing of a code in the data.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "verified" => Some(Self::Verified),
            "unverified" => Some(Self::Unverified),
            "illustrative" => Some(Self::Illustrative),
            _ => None,
        }
    }

    /// The words on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Verified => lang.t("đã kiểm chứng", "verified"),
            Self::Unverified => lang.t("chưa kiểm chứng", "unverified"),
            Self::Illustrative => lang.t(
                "số liệu minh họa, chưa kiểm chứng",
                "illustrative, unverified",
            ),
        }
    }
}

impl Sheet {
    /// Whether it is in force on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }

    /// Points of a file without fault.
    pub fn points_max(&self) -> Points {
        self.criteria.iter().map(|each| each.points_max).sum()
    }

    /// The same sheet if it can be used at all.
    pub fn checked(self) -> Result<Self, Refusal> {
        let is_twice = |code: &str| self.criteria.iter().filter(|c| c.code == code).count() > 1;
        let what = if self.criteria.is_empty() || self.criteria.len() > CRITERIA_MAX {
            "criteria"
        } else if self.criteria.iter().any(|c| is_twice(&c.code)) {
            "code"
        } else if self.criteria.iter().any(|c| c.points_max <= Points::ZERO) {
            "max"
        } else if self.threshold < Points::ZERO || self.threshold > self.points_max() {
            "threshold"
        } else if self.valid_to.is_some_and(|last| last < self.valid_from) {
            "valid_to"
        } else if !self.rule.is_sound() {
            "council"
        } else {
            return Ok(self);
        };
        let code = self.code;
        Err(Refusal::BadSheet { code, what })
    }

    /// Whether points for a criterion stay within its limit.
    pub fn fits(&self, code: &str, points: Points) -> Result<(), Refusal> {
        let found = self.criteria.iter().find(|each| each.code == code);
        let criterion = found.ok_or_else(|| Refusal::UnknownCriterion {
            code: code.to_owned(),
        })?;
        if points > criterion.points_max || points < Points::ZERO {
            return Err(Refusal::OverLimit {
                code: code.to_owned(),
                name: criterion.name.clone(),
                given: points,
                points_max: criterion.points_max,
            });
        }
        Ok(())
    }

    /// The total of one member's points: every criterion once, none above its limit.
    pub fn total(&self, given: &[(String, Points)]) -> Result<Points, Refusal> {
        for (code, points) in given {
            self.fits(code, *points)?;
        }
        for criterion in &self.criteria {
            if given
                .iter()
                .filter(|(code, _)| *code == criterion.code)
                .count()
                != 1
            {
                return Err(Refusal::Unscored {
                    code: criterion.code.clone(),
                    name: criterion.name.clone(),
                });
            }
        }
        Ok(given.iter().map(|(_, points)| *points).sum())
    }
}

impl CouncilRule {
    fn is_sound(self) -> bool {
        self.present_numerator > 0
            && self.present_numerator <= self.present_denominator
            && self.scores_min > 0
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A sheet of two criteria, 60 and 40 points.
    pub fn sheet() -> Sheet {
        let criterion = |code: &str, points: i64| Criterion {
            code: code.into(),
            name: code.to_uppercase(),
            points_max: Points::whole(points),
        };
        Sheet {
            code: "mau".into(),
            name: "Phiếu".into(),
            valid_from: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
            valid_to: None,
            threshold: Points::whole(70),
            criteria: vec![criterion("a", 60), criterion("b", 40)],
            rule: CouncilRule {
                present_numerator: 2,
                present_denominator: 3,
                chair_must_sit: true,
                scores_min: 2,
                method: Method::Mean,
            },
            citation: String::new(),
            standing: Standing::Illustrative,
        }
    }

    #[test]
    fn every_criterion_is_scored_once_within_its_limit() {
        let given = |pairs: &[(&str, i64)]| -> Vec<_> {
            let pairs = pairs.iter();
            pairs
                .map(|(c, p)| ((*c).to_owned(), Points::whole(*p)))
                .collect()
        };
        let code = |pairs: &[(&str, i64)]| {
            use crate::kernel::refuse::Refuse;
            sheet()
                .total(&given(pairs))
                .map_err(|refusal| refusal.code())
        };
        assert_eq!(code(&[("a", 50), ("b", 32)]), Ok(Points::whole(82)));
        assert_eq!(code(&[("a", 61), ("b", 1)]), Err("appraisal.over-limit"));
        assert_eq!(code(&[("a", 60)]), Err("appraisal.unscored"));
        assert_eq!(
            code(&[("a", 1), ("a", 1), ("b", 1)]),
            Err("appraisal.unscored")
        );
        assert_eq!(code(&[("c", 1)]), Err("appraisal.unknown-criterion"));
    }

    #[test]
    fn a_sheet_that_cannot_be_used_is_refused() {
        assert!(sheet().checked().is_ok());
        let too_high = Sheet {
            threshold: Points::whole(101),
            ..sheet()
        };
        assert!(too_high.checked().is_err());
        let empty = Sheet {
            criteria: Vec::new(),
            ..sheet()
        };
        assert!(empty.checked().is_err());
        let mut twice = sheet();
        twice.criteria.push(twice.criteria[0].clone());
        assert!(twice.checked().is_err());
    }
}
