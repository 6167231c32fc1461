//! A button that changes something, and the plain word why one is not offered.

use askama::Template;

/// A form of one button: a `POST` with its token.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/post_button.html")]
pub struct PostButton {
    /// Where it posts to.
    pub url: String,
    /// The token of the session.
    pub csrf: String,
    /// A verb and its object.
    pub label: String,
    /// Whether it is a word of the State.
    pub official: bool,
    /// Whether it takes something away.
    pub dangerous: bool,
    /// The question asked before; empty asks nothing.
    pub confirm: String,
    /// What it sends besides, name and value.
    pub hidden: Vec<(String, String)>,
}

super::component!(PostButton, Offer);

impl PostButton {
    /// A plain button.
    pub fn new(url: impl Into<String>, csrf: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            csrf: csrf.into(),
            label: label.into(),
            official: false,
            dangerous: false,
            confirm: String::new(),
            hidden: Vec::new(),
        }
    }

    /// A word of the State: approve, decide, sign.
    #[must_use]
    pub fn official(mut self) -> Self {
        self.official = true;
        self
    }

    /// Takes something away.
    #[must_use]
    pub fn dangerous(mut self) -> Self {
        self.dangerous = true;
        self
    }

    /// Asks before it acts.
    #[must_use]
    pub fn confirm(mut self, question: impl Into<String>) -> Self {
        self.confirm = question.into();
        self
    }

    /// Sends a value besides.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// The class of its colours.
    pub fn class(&self) -> &'static str {
        match (self.official, self.dangerous) {
            (_, true) => "btn btn-danger",
            (true, false) => "btn btn-state",
            (false, false) => "btn",
        }
    }
}

/// A move that may be made, or the reason why not.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/offer.html")]
pub struct Offer {
    label: String,
    way: Way,
}

/// How a move is made.
#[derive(Debug, Clone)]
enum Way {
    Post(Box<PostButton>),
    Open(String),
    Withheld(String),
}

impl Offer {
    /// It may be made at once.
    pub fn post(button: PostButton) -> Self {
        Self {
            label: button.label.clone(),
            way: Way::Post(Box::new(button)),
        }
    }

    /// It may be made on a page of its own.
    pub fn open(label: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            way: Way::Open(url.into()),
        }
    }

    /// It may not be made: by which rule, and what to do first, in one sentence.
    pub fn withheld(label: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            way: Way::Withheld(reason.into()),
        }
    }
}
