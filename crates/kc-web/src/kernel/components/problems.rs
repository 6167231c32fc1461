//! What is wrong with a form, listed once on top and said once at each field.

use super::Field;
use askama::Template;
use kc_domain::kernel::text::Lang;

/// One mistake, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the field; empty when it is about the whole form.
    pub field: String,
    /// What is wrong and what to do.
    pub text: String,
    /// Where it is mended, where that is elsewhere: words and address.
    pub remedy: Option<(String, String)>,
}

impl Problem {
    /// A mistake in one field.
    pub fn at(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            text: text.into(),
            remedy: None,
        }
    }

    /// The same with a link to where it is mended.
    pub fn mended_at(mut self, remedy: Option<(String, String)>) -> Self {
        self.remedy = remedy;
        self
    }

    /// A mistake of the whole form.
    pub fn whole(text: impl Into<String>) -> Self {
        Self::at("", text)
    }
}

/// The list on top of a form that came back. Shows nothing when there is nothing.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/error_summary.html")]
pub struct ErrorSummary {
    /// The language of the reader.
    pub lang: Lang,
    /// The mistakes, in the order of the fields.
    pub problems: Vec<Problem>,
}

super::component!(ErrorSummary);

/// Puts each mistake at its field, so that summary and field say the same words.
pub fn attach(fields: &mut [Field], problems: &[Problem]) {
    for field in fields {
        if let Some(problem) = problems.iter().find(|problem| problem.field == field.name) {
            field.error.clone_from(&problem.text);
        }
    }
}
