//! An amount: triệu đồng to read, full đồng on hover, and a way to what it is made of.

use askama::Template;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;

/// An amount of money, or the plain word that nobody knows it.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/money.html")]
pub struct Money {
    /// The language of the reader.
    pub lang: Lang,
    /// The amount; `None` when no source states it, which is never nought.
    pub amount: Option<Dong>,
    /// What the source put before the number: "trên", "gần".
    pub hedge: String,
    /// Where the entries behind the number are; empty when nowhere.
    pub url: String,
    /// Whether the unit stands behind the number; in tables it stands in the head.
    pub unit: bool,
    /// Whether the full đồng are shown instead of triệu.
    pub full: bool,
}

super::component!(Money);

impl Money {
    /// For a table: the bare number in triệu đồng.
    pub fn cell(lang: Lang, amount: Option<Dong>) -> Self {
        Self {
            lang,
            amount,
            hedge: String::new(),
            url: String::new(),
            unit: false,
            full: false,
        }
    }

    /// For running text: the number with its unit.
    pub fn text(lang: Lang, amount: Option<Dong>) -> Self {
        Self {
            unit: true,
            ..Self::cell(lang, amount)
        }
    }

    /// For a record: every đồng.
    pub fn full(lang: Lang, amount: Option<Dong>) -> Self {
        Self {
            full: true,
            ..Self::text(lang, amount)
        }
    }

    /// Opens the entries the number is made of.
    #[must_use]
    pub fn opens(mut self, url: impl Into<String>) -> Self {
        self.url = url.into();
        self
    }

    /// As the source hedged it.
    #[must_use]
    pub fn hedged(mut self, hedge: impl Into<String>) -> Self {
        self.hedge = hedge.into();
        self
    }

    /// The number as shown.
    pub fn shown(&self, amount: &Dong) -> String {
        let number = if self.full {
            amount.grouped()
        } else {
            amount.millions()
        };
        let unit = match (self.unit, self.full) {
            (false, _) => "",
            (true, true) => self.lang.t(" đồng", " VND"),
            (true, false) => self.lang.t(" triệu đồng", " million VND"),
        };
        format!("{number}{unit}")
    }
}
