//! The legal source of a rule or of a field, as a small link.

use askama::Template;
use kc_domain::kernel::text::Lang;

/// "Điều 7, Thông tư 28/2018/TT-BTC", with the page that holds the text.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/law.html")]
pub struct LawLink {
    /// The language of the reader.
    pub lang: Lang,
    /// The citation, as officials write it.
    pub citation: String,
    /// Where the text of the rule can be read; empty when nowhere.
    pub url: String,
    /// Whether somebody has compared the rule with the official text.
    pub verified: bool,
}

super::component!(LawLink);
