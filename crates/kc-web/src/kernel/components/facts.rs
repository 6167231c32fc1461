//! What is known about a record: a list of names and values.

use super::{LawLink, Money, Tag};
use askama::Template;
use kc_domain::kernel::text::Lang;

/// A list of facts.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/facts.html")]
pub struct Facts {
    /// The language of the reader.
    pub lang: Lang,
    /// The facts, in order.
    pub facts: Vec<Fact>,
}

super::component!(Facts);

/// One fact.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The value.
    pub value: Value,
    /// A remark: the source, the day, the former name.
    pub note: String,
    /// The rule behind it.
    pub law: Option<LawLink>,
}

/// The value of a fact.
#[derive(Debug, Clone)]
pub enum Value {
    /// Words.
    Text(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        label: String,
        /// Where they lead.
        url: String,
    },
    /// An amount.
    Money(Money),
    /// A state.
    Tag(Tag),
    /// No source says.
    Unknown,
}

impl Fact {
    /// A fact of any kind.
    pub fn new(label: impl Into<String>, value: Value) -> Self {
        Self {
            label: label.into(),
            value,
            note: String::new(),
            law: None,
        }
    }

    /// A fact in words; empty words mean that no source says.
    pub fn text(label: impl Into<String>, value: impl Into<String>) -> Self {
        let value = value.into();
        if value.is_empty() {
            return Self::new(label, Value::Unknown);
        }
        Self::new(label, Value::Text(value))
    }

    /// A fact that opens a record.
    pub fn link(
        label: impl Into<String>,
        value: impl Into<String>,
        url: impl Into<String>,
    ) -> Self {
        let (value, url) = (value.into(), url.into());
        Self::new(label, Value::Link { label: value, url })
    }

    /// With a remark.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// With the rule behind it.
    #[must_use]
    pub fn law(mut self, law: LawLink) -> Self {
        self.law = Some(law);
        self
    }
}
