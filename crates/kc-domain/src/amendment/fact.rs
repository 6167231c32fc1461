//! A fact of a project before and after a change, as text that never changes its form: days are
//! ISO, amounts are whole đồng in digits, records are their identities.

use crate::kernel::date::show_date;
use crate::kernel::id::PurseId;
use crate::kernel::money::Dong;
use crate::kernel::text::Lang;
use crate::ledger::Source;
use chrono::NaiveDate;

/// Which fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The title.
    Title,
    /// The need and the content.
    Need,
    /// What it brings.
    Outcome,
    /// The last day of the work.
    EndsOn,
    /// The beneficiary.
    Beneficiary,
    /// The place as it is written.
    Place,
    /// The area the place lies in.
    Area,
    /// What is approved from a source.
    Support(Source),
}

impl What {
    /// The code kept in the database: `ends-on`, `support:local`.
    pub fn code(self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Need => "need".to_owned(),
            Self::Outcome => "outcome".to_owned(),
            Self::EndsOn => "ends-on".to_owned(),
            Self::Beneficiary => "beneficiary".to_owned(),
            Self::Place => "place".to_owned(),
            Self::Area => "area".to_owned(),
            Self::Support(source) => format!("support:{}", source.code()),
        }
    }

    /// The fact of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "title" => Self::Title,
            "need" => Self::Need,
            "outcome" => Self::Outcome,
            "ends-on" => Self::EndsOn,
            "beneficiary" => Self::Beneficiary,
            "place" => Self::Place,
            "area" => Self::Area,
            other => Self::Support(Source::from_code(other.strip_prefix("support:")?)?),
        })
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Title => lang.t("Tên đề án", "Title").to_owned(),
            Self::Need => lang
                .t("Nội dung, sự cần thiết", "Need and content")
                .to_owned(),
            Self::Outcome => lang.t("Kết quả dự kiến", "Outcome").to_owned(),
            Self::EndsOn => lang.t("Ngày kết thúc", "Last day").to_owned(),
            Self::Beneficiary => lang.t("Cơ sở thụ hưởng", "Beneficiary").to_owned(),
            Self::Place => lang.t("Địa điểm", "Place").to_owned(),
            Self::Area => lang.t("Địa bàn", "Area").to_owned(),
            Self::Support(source) => {
                format!("{} – {}", lang.t("Hỗ trợ", "Support"), source.name(lang))
            }
        }
    }
}

/// A fact before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Which.
    pub what: What,
    /// The purse, for an amount.
    pub purse: Option<PurseId>,
    /// As it was when the change was asked; `None` where it was not known.
    pub before: Option<String>,
    /// As it is to be.
    pub after: Option<String>,
}

impl Fact {
    /// An amount of a source and purse, before and after.
    pub fn support(source: Source, purse: Option<PurseId>, before: Dong, after: Dong) -> Self {
        Self {
            what: What::Support(source),
            purse,
            before: Some(before.0.to_string()),
            after: Some(after.0.to_string()),
        }
    }

    /// What is to be taken away (below zero) or added, for an amount.
    pub fn change(&self) -> Option<Dong> {
        let What::Support(_) = self.what else {
            return None;
        };
        Some(amount(self.after.as_ref()).minus(amount(self.before.as_ref())))
    }

    /// The day it is to be, for a day.
    pub fn day(&self) -> Option<NaiveDate> {
        self.after.as_ref()?.parse().ok()
    }

    /// A value as people read it; identities are for whoever knows their names.
    pub fn shown(&self, value: Option<&String>, lang: Lang) -> String {
        let unknown = lang.t("chưa có", "none").to_owned();
        let Some(text) = value else { return unknown };
        match self.what {
            What::EndsOn => text
                .parse()
                .map_or_else(|_| text.clone(), |day: NaiveDate| show_date(day)),
            What::Support(_) => amount(value).to_string(),
            _ => text.clone(),
        }
    }
}

fn amount(value: Option<&String>) -> Dong {
    let digits = value.and_then(|text| text.parse().ok());
    Dong(digits.unwrap_or(0))
}
