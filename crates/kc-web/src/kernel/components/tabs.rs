//! The sides of a record. Each has an address that can be sent.

use askama::Template;

/// The sides of a record.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/tabs.html")]
pub struct Tabs {
    /// What the tabs are of, for readers that speak.
    pub label: String,
    /// The sides, in order.
    pub tabs: Vec<Tab>,
}

super::component!(Tabs);

/// One side of a record.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Its name.
    pub label: String,
    /// Its address.
    pub url: String,
    /// Whether it is the one shown.
    pub current: bool,
    /// How many things it holds, where that helps.
    pub count: Option<usize>,
}
