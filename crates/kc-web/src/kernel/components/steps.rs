//! The strip of steps: where a case is, who holds it, until when.

use askama::Template;
use kc_domain::kernel::text::Lang;

/// The way of a case, step by step.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/steps.html")]
pub struct Steps {
    /// The language of the reader.
    pub lang: Lang,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

super::component!(Steps);

/// One step of a case.
#[derive(Debug, Clone)]
pub struct Step {
    /// The public name of the step.
    pub label: String,
    /// How far it is.
    pub state: StepState,
    /// Who holds it and until when, or when it was done.
    pub note: String,
}

impl Step {
    /// A step with its note.
    pub fn new(label: impl Into<String>, state: StepState, note: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            state,
            note: note.into(),
        }
    }
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Here.
    Current,
    /// Here, and past its day.
    Late,
    /// Ahead.
    Ahead,
    /// Will not happen in this case.
    Skipped,
}

impl StepState {
    /// The class of its mark.
    pub fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Current => "current",
            Self::Late => "current late",
            Self::Ahead => "ahead",
            Self::Skipped => "skipped",
        }
    }

    /// Whether the case is here.
    pub fn is_here(self) -> bool {
        matches!(self, Self::Current | Self::Late)
    }

    /// The state in a word, for readers that speak.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Done => lang.t("đã xong", "done"),
            Self::Current => lang.t("đang ở bước này", "under way"),
            Self::Late => lang.t("quá hạn", "late"),
            Self::Ahead => lang.t("chưa đến", "ahead"),
            Self::Skipped => lang.t("không áp dụng", "does not apply"),
        }
    }
}
