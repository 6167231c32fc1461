//! A way of several states, from top to bottom: what each is, who holds it, and where it leads.

use askama::Template;
use kc_domain::kernel::text::Lang;

/// The way, as a list that reads well without a picture.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/flow.html")]
pub struct Flow {
    /// The language of the reader.
    pub lang: Lang,
    /// What the list is of.
    pub caption: String,
    /// The states, in order.
    pub nodes: Vec<Node>,
}

super::component!(Flow);

/// One state of the way.
#[derive(Debug, Clone)]
pub struct Node {
    /// The short key.
    pub key: String,
    /// The name.
    pub label: String,
    /// Who holds it, and by when.
    pub note: String,
    /// Whether it lies beside the main way.
    pub is_aside: bool,
    /// Where it leads.
    pub arrows: Vec<Arrow>,
}

/// A step from one state to another.
#[derive(Debug, Clone)]
pub struct Arrow {
    /// The name of the step.
    pub label: String,
    /// The key of the state it leads to.
    pub to: String,
    /// Whether it leaves the main way.
    pub is_aside: bool,
}
