//! The questions of a needs survey: dated data with citation and status, and the answers to them.

use crate::kernel::text::{Lang, Text};
use std::sync::OnceLock;

const FILE: &str = include_str!("../../../../reference/field/survey.csv");

/// One question of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its key, which never changes.
    pub key: String,
    /// What is asked.
    pub text: Text,
    /// The rule it comes from.
    pub basis: String,
    /// Whether the rule was read word for word.
    pub verified: bool,
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
    rows.map(|row| {
        let field = |at: usize| row.get(at).unwrap_or_default().to_owned();
        Question {
            key: field(0),
            text: Text::new(field(1), field(2)),
            basis: field(3),
            verified: row.get(4) == Some("verified"),
        }
    })
    .collect()
}

/// What the survey found on one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The key of the question.
    pub question: String,
    /// The finding.
    pub finding: Finding,
}

/// Yes, no, or not settled on the spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Có.
    Yes,
    /// Không.
    No,
    /// Chưa rõ: must be looked up.
    Unclear,
}

impl Finding {
    /// Every finding.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unclear];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unclear => "unclear",
        }
    }

    /// The finding of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finding| finding.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Yes => lang.t("Có", "Yes"),
            Self::No => lang.t("Không", "No"),
            Self::Unclear => lang.t("Chưa rõ", "Unclear"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_has_both_languages_and_a_basis() {
        assert!(questions().len() >= 5);
        for question in questions() {
            assert!(!question.text.vi.is_empty() && !question.text.en.is_empty());
            assert!(!question.basis.is_empty(), "{}", question.key);
            assert_eq!(find(&question.key), Some(question));
        }
    }
}
