//! The money of one project through its stages, each against the largest of them.

use super::Money;
use askama::Template;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;

/// The money of one project: the State's through its stages, and the firm's own beside it.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/money_bar.html")]
pub struct MoneyBar {
    /// The language of the reader.
    pub lang: Lang,
    /// The State's money: approved, contracted, advanced, paid, settled.
    pub state: Vec<Stage>,
    /// The counterpart: committed, evidenced. Empty: not shown.
    pub counterpart: Vec<Stage>,
}

super::component!(MoneyBar);

/// How much money has reached a stage.
#[derive(Debug, Clone)]
pub struct Stage {
    /// The name of the stage.
    pub label: String,
    /// The amount; `None` when no source states it.
    pub amount: Option<Dong>,
    /// Where its entries are; empty when nowhere.
    pub url: String,
}

impl Stage {
    /// A stage whose entries can be opened.
    pub fn new(label: impl Into<String>, amount: Option<Dong>, url: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            amount,
            url: url.into(),
        }
    }
}

impl MoneyBar {
    /// The amount of a stage as shown.
    pub fn money(&self, stage: &Stage) -> Money {
        Money::cell(self.lang, stage.amount).opens(stage.url.clone())
    }

    /// The length of a stage's bar in thousandths of the largest stage of its row.
    pub fn length(row: &[Stage], stage: &Stage) -> i64 {
        let amounts = || row.iter().filter_map(|other| other.amount);
        let largest = amounts().map(|amount| amount.0).max().unwrap_or(0);
        crate::kernel::chart::share_of(stage.amount.unwrap_or_default().0, largest, 1000)
    }
}
