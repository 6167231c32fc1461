//! What is asked after the support: data with its basis and status.

use crate::kernel::text::{Lang, Text};
use std::sync::OnceLock;

const FILE: &str = include_str!("../../../../reference/field/followup.csv");

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its key, which never changes.
    pub key: String,
    /// What is asked.
    pub text: Text,
    /// What a column of answers is called.
    pub short: Text,
    /// How it is measured.
    pub measure: Measure,
    /// One example of an answer.
    pub example: String,
    /// The rule it comes from.
    pub basis: String,
    /// Whether the rule was read word for word.
    pub verified: bool,
}

/// How an answer is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Whether the machine is still there and used.
    Machine,
    /// Money.
    Money,
    /// People or things.
    Count,
    /// An amount of anything, with its unit.
    Amount,
}

impl Measure {
    fn from_code(code: &str) -> Option<Self> {
        match code {
            "machine" => Some(Self::Machine),
            "money" => Some(Self::Money),
            "count" => Some(Self::Count),
            "amount" => Some(Self::Amount),
            _ => None,
        }
    }
}

/// What became of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Machine {
    /// Còn, đang sử dụng.
    InUse,
    /// Còn, không sử dụng.
    Idle,
    /// Không còn.
    Gone,
}

impl Machine {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::InUse, Self::Idle, Self::Gone];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::InUse => "in-use",
            Self::Idle => "idle",
            Self::Gone => "gone",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::InUse => lang.t("Còn, đang sử dụng", "There and used"),
            Self::Idle => lang.t("Còn, không sử dụng", "There, not used"),
            Self::Gone => lang.t("Không còn", "Gone"),
        }
    }
}

/// The questions, in the order of the form.
pub fn questions() -> &'static [Question] {
    static QUESTIONS: OnceLock<Vec<Question>> = OnceLock::new();
    QUESTIONS.get_or_init(read)
}

/// The question of a key.
pub fn find(key: &str) -> Option<&'static Question> {
    questions().iter().find(|question| question.key == key)
}

fn read() -> Vec<Question> {
    let mut reader = csv::Reader::from_reader(FILE.as_bytes());
    let rows = reader.records().filter_map(Result::ok);
    rows.filter_map(|row| {
        let field = |at: usize| row.get(at).unwrap_or_default().to_owned();
        Some(Question {
            key: field(0),
            text: Text::new(field(1), field(2)),
            measure: Measure::from_code(row.get(3)?)?,
            example: field(4),
            basis: field(5),
            verified: row.get(6) == Some("verified"),
            short: Text::new(field(7), field(8)),
        })
    })
    .collect()
}
