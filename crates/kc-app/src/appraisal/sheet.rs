//! The scoring sheets shipped with the program, read from `reference/sheets/`.

use crate::kernel::{Done, Failure};
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::{CouncilRule, Criterion, Method, Points, Sheet, Standing};
use kc_domain::kernel::date::parse_date;
use serde::Deserialize;

/// The files, newest first.
const FILES: &[&str] = &[
    include_str!("../../../../reference/sheets/de-an-2026.toml"),
    include_str!("../../../../reference/sheets/san-pham-2014.toml"),
];

/// Every sheet.
pub fn all() -> Done<Vec<Sheet>> {
    FILES.iter().map(|text| read(text)).collect()
}

/// The sheet of a code.
pub fn get(code: &str) -> Done<Sheet> {
    let found = all()?.into_iter().find(|sheet| sheet.code == code);
    found.ok_or_else(|| {
        Refusal::UnknownSheet {
            code: code.to_owned(),
        }
        .into()
    })
}

/// A sheet as it is written in its file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    code: String,
    name: String,
    valid_from: String,
    valid_to: Option<String>,
    threshold: i64,
    citation: String,
    status: String,
    council: WrittenRule,
    criteria: Vec<WrittenCriterion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    /// As in `2/3`.
    present: String,
    chair_must_sit: bool,
    scores_min: usize,
    method: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCriterion {
    code: String,
    name: String,
    max: i64,
}

/// Reads one sheet and checks that it can be used.
fn read(text: &str) -> Done<Sheet> {
    let written: Written =
        toml::from_str(text).map_err(|error| Failure::Internal(error.to_string()))?;
    let broken = |what| {
        let code = written.code.clone();
        Failure::from(Refusal::BadSheet { code, what })
    };
    let day = |text: &str| parse_date(text).ok_or_else(|| broken("day"));
    let rule = written.council.read().ok_or_else(|| broken("council"))?;
    let standing = Standing::from_code(&written.status).ok_or_else(|| broken("status"))?;
    let criterion = |written: &WrittenCriterion| Criterion {
        code: written.code.clone(),
        name: written.name.clone(),
        points_max: Points::whole(written.max),
    };
    let sheet = Sheet {
        valid_from: day(&written.valid_from)?,
        valid_to: written.valid_to.as_deref().map(day).transpose()?,
        threshold: Points::whole(written.threshold),
        criteria: written.criteria.iter().map(criterion).collect(),
        rule,
        standing,
        code: written.code.clone(),
        name: written.name.clone(),
        citation: written.citation.clone(),
    };
    Ok(sheet.checked()?)
}

impl WrittenRule {
    fn read(&self) -> Option<CouncilRule> {
        let (numerator, denominator) = self.present.split_once('/')?;
        Some(CouncilRule {
            present_numerator: numerator.trim().parse().ok()?,
            present_denominator: denominator.trim().parse().ok()?,
            chair_must_sit: self.chair_must_sit,
            scores_min: self.scores_min,
            method: Method::from_code(&self.method)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_sheets_can_be_used_and_say_how_far_they_were_checked() {
        let sheets = all().unwrap();
        for sheet in &sheets {
            assert_eq!(sheet.points_max(), Points::whole(100), "{}", sheet.code);
            assert_ne!(sheet.standing, Standing::Verified);
        }
        let product = get("san-pham-2014").unwrap();
        let points: Vec<_> = product.criteria.iter().map(|c| c.points_max).collect();
        assert_eq!(points, [40, 40, 10, 10].map(Points::whole));
        assert_eq!(product.threshold, Points::whole(70));
        assert_eq!(
            get("khong-co").unwrap_err().code(),
            "appraisal.unknown-sheet"
        );
    }

    #[test]
    fn a_sheet_that_cannot_be_used_is_named() {
        let good = FILES[0];
        let table = [
            (
                good.replace("threshold = 70", "threshold = 101"),
                "appraisal.bad-sheet",
            ),
            (good.replace("\"2/3\"", "\"3/2\""), "appraisal.bad-sheet"),
            (
                good.replace("illustrative", "proven"),
                "appraisal.bad-sheet",
            ),
            (good.replace("threshold", "treshold"), "internal"),
        ];
        for (text, code) in table {
            assert_eq!(read(&text).unwrap_err().code(), code);
        }
    }
}
