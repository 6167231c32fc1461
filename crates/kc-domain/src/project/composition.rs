//! What a project is made of: activities and beneficiaries, and how many its kind must have.

use super::{Project, ProjectKind};
use crate::kernel::id::{ActivityId, EstablishmentId};
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::{Lang, fold};
use chrono::{Datelike, NaiveDate};

/// Fewest activities and fewest beneficiaries of a flagship project, fewest beneficiaries of a group.
const FEWEST: usize = 2;

/// Years a flagship project runs, counted in budget years.
const FLAGSHIP_YEARS: std::ops::RangeInclusive<i32> = 2..=3;

/// One activity of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Identity.
    pub id: ActivityId,
    /// What is done.
    pub name: String,
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// Last day.
    pub ends_on: Option<NaiveDate>,
    /// What it costs, đồng.
    pub cost: Option<Dong>,
}

/// One beneficiary of a project that has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supported {
    /// Who.
    pub establishment: EstablishmentId,
    /// Its name.
    pub name: String,
    /// Its trade, as written.
    pub trade: Option<String>,
    /// Its share of the support, đồng.
    pub support: Option<Dong>,
}

/// Why a project is not made as its kind asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// A flagship project with fewer than two activities.
    FewActivities {
        /// How many there are.
        found: usize,
    },
    /// A flagship or group project with fewer than two beneficiaries.
    FewBeneficiaries {
        /// The kind.
        kind: ProjectKind,
        /// How many there are.
        found: usize,
    },
    /// A flagship project that does not run two to three years.
    WrongYears {
        /// How many years it runs; `None` where its days are not known.
        years: Option<i32>,
    },
    /// A group project over several trades.
    UnlikeTrades {
        /// One trade.
        one: String,
        /// Another.
        other: String,
    },
}

/// Judges what a project is made of, by its kind.
///
/// Thông tư 36/2013/TT-BCT, điều 2 khoản 3, sửa đổi bởi Thông tư 17/2018/TT-BCT: a flagship project
/// has at least two activities and two beneficiaries and runs two to three years. A group project
/// is for several beneficiaries of one trade; what no record says of a trade is no objection.
pub fn check_composition(
    project: &Project,
    activities: &[Activity],
    supported: &[Supported],
) -> Result<(), Unfit> {
    if !matches!(project.kind, ProjectKind::Flagship | ProjectKind::Group) {
        return Ok(());
    }
    let found = supported.len();
    if found < FEWEST {
        return Err(Unfit::FewBeneficiaries {
            kind: project.kind,
            found,
        });
    }
    if project.kind == ProjectKind::Group {
        return one_trade(supported);
    }
    if activities.len() < FEWEST {
        return Err(Unfit::FewActivities {
            found: activities.len(),
        });
    }
    let years = years(project);
    if years.is_some_and(|years| FLAGSHIP_YEARS.contains(&years)) {
        return Ok(());
    }
    Err(Unfit::WrongYears { years })
}

fn years(project: &Project) -> Option<i32> {
    let (from, to) = (project.starts_on?, project.ends_on?);
    Some(to.year().saturating_sub(from.year()).saturating_add(1))
}

fn one_trade(supported: &[Supported]) -> Result<(), Unfit> {
    let mut trades = supported.iter().filter_map(|one| one.trade.as_deref());
    let Some(first) = trades.next() else {
        return Ok(());
    };
    match trades.find(|trade| fold(trade) != fold(first)) {
        Some(other) => Err(Unfit::UnlikeTrades {
            one: first.to_owned(),
            other: other.to_owned(),
        }),
        None => Ok(()),
    }
}

const LAW: &str = "Thông tư 36/2013/TT-BCT, Điều 2 (sửa đổi bởi Thông tư 17/2018/TT-BCT)";

impl Refuse for Unfit {
    fn code(&self) -> &'static str {
        match self {
            Self::FewActivities { .. } => "project.few-activities",
            Self::FewBeneficiaries { .. } => "project.few-beneficiaries",
            Self::WrongYears { .. } => "project.wrong-years",
            Self::UnlikeTrades { .. } => "project.unlike-trades",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.in_vietnamese(),
            Lang::En => self.in_english(),
        }
    }
}

impl Unfit {
    fn in_vietnamese(&self) -> String {
        match self {
            Self::FewActivities { found } => format!(
                "Đề án điểm phải có từ 2 hoạt động khuyến công, hiện có {found} ({LAW}). Hãy thêm hoạt động trên trang đề án."
            ),
            Self::FewBeneficiaries { kind, found } => format!(
                "{} phải có từ 2 cơ sở thụ hưởng, hiện có {found} ({LAW}). Hãy thêm cơ sở thụ hưởng trên trang đề án.",
                kind.name(Lang::Vi)
            ),
            Self::WrongYears { years } => {
                let now = years.map_or_else(
                    || "chưa ghi thời gian".to_owned(),
                    |years| format!("hiện là {years} năm"),
                );
                format!(
                    "Đề án điểm thực hiện trong 2–3 năm, {now} ({LAW}). Hãy sửa ngày bắt đầu và kết thúc."
                )
            }
            Self::UnlikeTrades { one, other } => format!(
                "Đề án nhóm gồm các cơ sở cùng ngành nghề, hiện có “{one}” và “{other}”. Hãy tách thành hai đề án, hoặc sửa ngành nghề của cơ sở."
            ),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::FewActivities { found } => {
                format!("A flagship project has at least 2 activities, this one {found}. Add some.")
            }
            Self::FewBeneficiaries { kind, found } => format!(
                "{}: at least 2 beneficiaries, this one has {found}. Add some.",
                kind.name(Lang::En)
            ),
            Self::WrongYears { .. } => {
                "A flagship project runs 2 to 3 years. Correct its days.".to_owned()
            }
            Self::UnlikeTrades { one, other } => format!(
                "A group project is of one trade, this one of “{one}” and “{other}”. Split it."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn supported(trade: &str) -> Supported {
        Supported {
            establishment: EstablishmentId([1; 16]),
            name: "Cơ sở".into(),
            trade: (!trade.is_empty()).then(|| trade.to_owned()),
            support: None,
        }
    }

    #[test]
    fn trades_are_compared_as_people_write_them_and_unknown_ones_are_no_objection() {
        for (one, other, fits) in [
            ("Chế biến thủy sản", "chế biến thuỷ sản", true),
            ("mộc", "", true),
            ("mộc", "cơ khí", false),
        ] {
            let all = [supported(one), supported(other)];
            assert_eq!(one_trade(&all).is_ok(), fits, "{one} {other}");
        }
    }
}
