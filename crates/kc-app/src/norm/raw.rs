//! A file of norms as it is written; `content` and `file` make rules of it.

use serde::Deserialize;
use toml::value::Datetime;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFile {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) area: Option<String>,
    /// The instrument of every rule that names none itself.
    pub(super) act: Option<String>,
    /// Counts the corrections of a file inside the program; adopted files are numbered by the
    /// office.
    pub(super) edition: Option<i64>,
    #[serde(default)]
    pub(super) kind: Vec<RawNamed>,
    #[serde(default)]
    pub(super) fact: Vec<RawNamed>,
    #[serde(default)]
    pub(super) rule: Vec<RawRule>,
}

/// A kind of support, a fact, or a paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNamed {
    pub(super) key: String,
    pub(super) vi: String,
    pub(super) en: String,
    #[serde(default)]
    pub(super) paper: bool,
}

/// One rule. Which keys it may have depends on what it is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub(super) key: String,
    pub(super) about: String,
    pub(super) act: Option<String>,
    pub(super) article: Option<String>,
    #[serde(default)]
    pub(super) kinds: Vec<String>,
    pub(super) level: Option<String>,
    pub(super) from: Option<Datetime>,
    pub(super) to: Option<Datetime>,
    pub(super) status: String,
    #[serde(default)]
    pub(super) source: String,
    // Ceilings and advances.
    pub(super) percent: Option<RawNumber>,
    pub(super) amount: Option<i64>,
    pub(super) per: Option<String>,
    pub(super) times: Option<RawNumber>,
    pub(super) of: Option<String>,
    // Eligibility.
    #[serde(default)]
    pub(super) forms: Vec<String>,
    #[serde(default)]
    pub(super) forms_anywhere: Vec<String>,
    #[serde(default)]
    pub(super) places: Vec<String>,
    #[serde(default)]
    pub(super) places_to_confirm: Vec<String>,
    #[serde(default)]
    pub(super) condition: String,
    #[serde(default)]
    pub(super) craft_villages: bool,
    #[serde(default)]
    pub(super) trades: Vec<RawTrade>,
    // Priorities.
    pub(super) year: Option<i32>,
    pub(super) mark: Option<String>,
    pub(super) name: Option<String>,
    pub(super) name_en: Option<String>,
    #[serde(default)]
    pub(super) when: Vec<String>,
    #[serde(default)]
    pub(super) forms_reason: String,
    pub(super) paper: Option<String>,
    #[serde(default)]
    pub(super) missing: String,
    #[serde(default)]
    pub(super) expired: String,
    #[serde(default)]
    pub(super) for_province: bool,
    // Ranking.
    #[serde(default)]
    pub(super) order: Vec<String>,
}

/// A group of trades with words by which one is recognised.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTrade {
    pub(super) name: String,
    pub(super) words: Vec<String>,
}

/// A number with or without decimals: `30`, `"1,5"`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum RawNumber {
    Whole(i64),
    Written(String),
}

impl RawNumber {
    pub(super) fn text(&self) -> String {
        match self {
            Self::Whole(number) => number.to_string(),
            Self::Written(text) => text.clone(),
        }
    }
}
