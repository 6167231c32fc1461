//! A form page: fields in one column, what is wrong on top, one button.

use super::part::Part;
use crate::kernel::answer::{Answer, Reply, render};
use crate::kernel::components::{ErrorSummary, Field, Problem, attach};
use crate::kernel::remedy;
use crate::kernel::shell::Shell;
use askama::Template;
use kc_app::kernel::{Failure, StoreError};
use kc_domain::kernel::text::Lang;

/// A form page.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/form.html")]
pub struct FormPage {
    /// The frame.
    pub shell: Shell,
    /// What is wrong.
    pub errors: ErrorSummary,
    /// A sentence before the fields; empty for none.
    pub intro: String,
    /// Where the form is sent.
    pub action: String,
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The words of the button.
    pub submit: String,
    /// A second button that sends the same form elsewhere: its words and its address.
    pub other: Option<(String, String)>,
    /// Where "back" leads; empty for nowhere.
    pub cancel: String,
    /// What stands over the fields, such as what a trial found.
    pub before: Vec<Part>,
    /// What stands under the form, such as how to write what it asks.
    pub after: Vec<Part>,
    /// Whether files come with it.
    pub with_files: bool,
    /// Whether the button is a word of the State.
    pub official: bool,
}

impl FormPage {
    /// A form with its fields, sent to an address.
    pub fn new(shell: Shell, action: impl Into<String>, fields: Vec<Field>) -> Self {
        let lang = shell.lang;
        Self {
            errors: ErrorSummary {
                lang,
                problems: Vec::new(),
            },
            intro: String::new(),
            action: action.into(),
            fields,
            submit: lang.t("Lưu", "Save").to_owned(),
            other: None,
            cancel: String::new(),
            before: Vec::new(),
            after: Vec::new(),
            with_files: false,
            official: false,
            shell,
        }
    }

    /// The words of the button, and where "back" leads.
    pub fn buttons(mut self, submit: impl Into<String>, cancel: impl Into<String>) -> Self {
        self.submit = submit.into();
        self.cancel = cancel.into();
        self
    }

    /// A second button that sends the same form elsewhere.
    pub fn other(mut self, label: impl Into<String>, url: impl Into<String>) -> Self {
        self.other = Some((label.into(), url.into()));
        self
    }

    /// A sentence before the fields.
    pub fn intro(mut self, intro: impl Into<String>) -> Self {
        self.intro = intro.into();
        self
    }

    /// The form as it is asked for.
    pub fn show(&self) -> Answer {
        Ok(Reply::Page(render(self)?))
    }

    /// The form come back whole: every value kept, every problem on top and at its field. A
    /// failure that no field can mend goes on as it is.
    pub fn come_back(mut self, failure: Failure) -> Answer {
        let lang = self.shell.lang;
        let problems = problems(&failure, lang);
        if problems.is_empty() {
            return Err(failure);
        }
        let known = |name: &str| self.fields.iter().any(|field| field.name == name);
        self.errors.problems = problems
            .into_iter()
            .map(|problem| {
                if known(&problem.field) {
                    problem
                } else {
                    Problem::whole(problem.text).mended_at(problem.remedy)
                }
            })
            .collect();
        attach(&mut self.fields, &self.errors.problems);
        if matches!(failure, Failure::Invalid(_)) {
            name_fields(&self.fields, &mut self.errors.problems);
        }
        Ok(Reply::Corrections(render(&self)?))
    }
}

/// Several fields may lack the same thing: above the form each says which field it is about.
fn name_fields(fields: &[Field], problems: &mut [Problem]) {
    for problem in problems {
        let field = fields.iter().find(|field| field.name == problem.field);
        if let Some(field) = field.filter(|field| !field.label.is_empty()) {
            problem.text = format!("{}: {}", field.label, problem.text);
        }
    }
}

/// What a person can mend, field by field; nothing for failures of other kinds.
pub fn problems(failure: &Failure, lang: Lang) -> Vec<Problem> {
    match failure {
        Failure::Refused(refusal) => {
            let field = refusal.field().unwrap_or_default();
            let remedy = refusal.remedy().map(|remedy| remedy::link(remedy, lang));
            vec![Problem::at(field, refusal.say(lang)).mended_at(remedy)]
        }
        Failure::Invalid(problems) => problems
            .iter()
            .map(|p| Problem::at(p.field.clone(), p.text.say(lang)))
            .collect(),
        Failure::Stale | Failure::Store(StoreError::Constraint(_)) => {
            vec![Problem::whole(failure.say(lang))]
        }
        Failure::NotFound | Failure::Denied(_) | Failure::Store(_) | Failure::Internal(_) => {
            Vec::new()
        }
    }
}
