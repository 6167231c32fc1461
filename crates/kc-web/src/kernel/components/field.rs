//! One question of a form: label, hint, example, legal source, error, and what was typed.

use super::LawLink;
use askama::Template;
use kc_domain::kernel::text::Lang;

/// One question of a form. What was typed stays, whatever happens.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/field.html")]
pub struct Field {
    /// The language of the reader.
    pub lang: Lang,
    /// The name the form sends.
    pub name: String,
    /// Which of several forms on one page asks; empty where there is one.
    pub form: String,
    /// The question, above the box.
    pub label: String,
    /// How it is answered.
    pub kind: Kind,
    /// What was typed or is known already.
    pub value: String,
    /// One sentence of help.
    pub hint: String,
    /// One example of an answer.
    pub example: String,
    /// Why the answer was refused.
    pub error: String,
    /// The rule that asks the question.
    pub law: Option<LawLink>,
    /// Whether it may stay empty; said beside the label.
    pub optional: bool,
    /// The unit behind the box: "triệu đồng", "người".
    pub unit: String,
    /// The browser's own help, as in `username` or `current-password`.
    pub autocomplete: &'static str,
}

super::component!(Field);

/// How a question is answered.
#[derive(Debug, Clone)]
pub enum Kind {
    /// One line.
    Text,
    /// One short line: a number of a document, a code.
    Short,
    /// A count.
    Count,
    /// A number that may have decimals: points, a percentage.
    Decimal,
    /// Several lines.
    Long,
    /// Two lines: a few words, or one thing a line.
    Few,
    /// No question: a heading between questions of a long form.
    Section,
    /// Many short lines, one thing a line.
    Lines,
    /// One of a list that drops down.
    Select(Vec<Choice>),
    /// One of a few that are all seen.
    Radio(Vec<Choice>),
    /// Any of a few; all send the same name.
    Checks(Vec<Choice>),
    /// Yes or no; the label stands beside the box.
    Checkbox,
    /// A day, typed as people type it: `5/3/2026`.
    Date,
    /// A time of the day, typed as people type it: `17:00`, `17h30`.
    Time,
    /// An amount, typed as people type it: `1,25 tỷ`; read back in words.
    Money,
    /// A file; holds what is accepted, as in `.xlsx,.pdf`.
    File(&'static str),
    /// A secret.
    Password,
    /// Sent, not seen.
    Hidden,
}

/// One answer of a list.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// Whether it is the answer now. For `Select` and `Radio` the field's value decides too.
    pub chosen: bool,
}

impl Choice {
    /// An answer not chosen yet.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            chosen: false,
        }
    }
}

impl Field {
    /// A question of any kind, still without an answer.
    pub fn new(lang: Lang, kind: Kind, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            lang,
            name: name.into(),
            form: String::new(),
            label: label.into(),
            kind,
            value: String::new(),
            hint: String::new(),
            example: String::new(),
            error: String::new(),
            law: None,
            optional: false,
            unit: String::new(),
            autocomplete: "off",
        }
    }

    /// A line of text.
    pub fn text(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(lang, Kind::Text, name, label)
    }

    /// An amount of money.
    pub fn money(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(lang, Kind::Money, name, label).unit(lang.t("đồng", "VND"))
    }

    /// A day.
    pub fn date(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(lang, Kind::Date, name, label)
    }

    /// A time of the day.
    pub fn time(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(lang, Kind::Time, name, label)
    }

    /// Asked by one of several forms on the page, told apart by what each is about.
    #[must_use]
    pub fn of_form(mut self, form: impl ToString) -> Self {
        self.form = form.to_string();
        self
    }

    /// With what was typed or is known.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With one sentence of help.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With one example.
    #[must_use]
    pub fn example(mut self, example: impl Into<String>) -> Self {
        self.example = example.into();
        self
    }

    /// With the rule that asks.
    #[must_use]
    pub fn law(mut self, law: LawLink) -> Self {
        self.law = Some(law);
        self
    }

    /// With a unit behind the box.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// With the browser's own help.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// May stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The `id` of the box, where the error summary leads.
    pub fn id(&self) -> String {
        if self.form.is_empty() {
            format!("f-{}", self.name)
        } else {
            format!("f-{}-{}", self.name, self.form)
        }
    }

    /// The ids of what explains the box, for readers that speak.
    pub fn described_by(&self) -> String {
        let mut ids = Vec::new();
        for (shown, part) in [
            (!self.hint.is_empty(), "hint"),
            (!self.example.is_empty(), "example"),
            (!self.error.is_empty(), "error"),
        ] {
            if shown {
                ids.push(format!("{}-{part}", self.id()));
            }
        }
        ids.join(" ")
    }

    /// Whether this answer is the one chosen.
    pub fn is_chosen(&self, choice: &Choice) -> bool {
        choice.chosen || (!self.value.is_empty() && choice.value == self.value)
    }

    /// Whether the box is ticked.
    pub fn is_ticked(&self) -> bool {
        !self.value.is_empty()
    }
}
