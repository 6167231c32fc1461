//! The way through a long list: before, after, and how many there are.

use askama::Template;
use kc_domain::kernel::text::Lang;

/// The foot of a list. The addresses carry the filter and the place to go on from.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/pager.html")]
pub struct Pager {
    /// The language of the reader.
    pub lang: Lang,
    /// The rows seen and how many there are: "1–50 trong 2.314 đề án".
    pub summary: String,
    /// Back to the beginning; empty when there.
    pub first: String,
    /// The page before; empty when there is none.
    pub previous: String,
    /// The page after; empty when there is none.
    pub next: String,
}

super::component!(Pager);
