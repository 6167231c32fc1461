//! Standing in for a colleague on leave: for some days, at one organisation, never in a chain.

use super::Assignment;
use crate::kernel::date::show_date;
use crate::kernel::id::{DelegationId, OrganisationId, UserId};
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// Longest time one delegation lasts: the six months of maternity leave.
///
/// Bộ luật Lao động 2019, điều 139 khoản 1.
pub const DAYS_MAX: i64 = 184;

/// Who hands their tasks at one organisation to whom, from the first day to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// Identity.
    pub id: DelegationId,
    /// Who is away.
    pub person: UserId,
    /// Who stands in.
    pub deputy: UserId,
    /// Where.
    pub organisation: OrganisationId,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_to: NaiveDate,
    /// Why.
    pub reason: String,
}

impl Delegation {
    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.valid_from <= other.valid_to && other.valid_from <= self.valid_to
    }
}

/// Somebody an actor stands in for today, with the roles that were handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    /// Who is away.
    pub user: UserId,
    /// Their name, as the audit says for whom it was done.
    pub name: String,
    /// Last day.
    pub until: NaiveDate,
    /// Their roles in force at the organisation.
    pub assignments: Vec<Assignment>,
}

/// Checks a new delegation against the day and against others of the same two people that are in
/// force or to come.
pub fn check(new: &Delegation, others: &[Delegation], today: NaiveDate) -> Result<(), Refusal> {
    if new.deputy == new.person {
        return Err(Refusal::OwnDeputy);
    }
    if new.valid_to < new.valid_from {
        return Err(Refusal::Backward);
    }
    if new.valid_from < today {
        return Err(Refusal::Past { today });
    }
    let days = new
        .valid_to
        .signed_duration_since(new.valid_from)
        .num_days();
    if days >= DAYS_MAX {
        return Err(Refusal::TooLong);
    }
    let clash = others.iter().filter(|other| other.overlaps(new));
    clash
        .map(|other| clash_of(new, other))
        .find(Option::is_some)
        .flatten()
        .map_or(Ok(()), Err)
}

/// Why one delegation forbids another of days they share. A deputy stands in for several people,
/// but is never away, and nobody hands on what was handed to them.
fn clash_of(new: &Delegation, other: &Delegation) -> Option<Refusal> {
    let until = other.valid_to;
    if other.person == new.person && other.organisation == new.organisation {
        return Some(Refusal::AlreadyHandedOver { until });
    }
    if other.deputy == new.person {
        return Some(Refusal::Chain { until });
    }
    (other.person == new.deputy).then_some(Refusal::DeputyAway { until })
}

/// Why nobody can stand in like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody stands in for themselves.
    OwnDeputy,
    /// The last day comes before the first.
    Backward,
    /// It begins in the past.
    Past {
        /// Today.
        today: NaiveDate,
    },
    /// It lasts too long.
    TooLong,
    /// The tasks are handed over already.
    AlreadyHandedOver {
        /// Until when.
        until: NaiveDate,
    },
    /// Whoever stands in for another cannot be away.
    Chain {
        /// Until when they stand in.
        until: NaiveDate,
    },
    /// The deputy is away.
    DeputyAway {
        /// Until when.
        until: NaiveDate,
    },
    /// The deputy has no role that could stand in at this organisation.
    NoColleague,
    /// No reason is given.
    NoReason,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::OwnDeputy => "delegation.own-deputy",
            Self::Backward => "delegation.backward",
            Self::Past { .. } => "delegation.past",
            Self::TooLong => "delegation.too-long",
            Self::AlreadyHandedOver { .. } => "delegation.already-handed-over",
            Self::Chain { .. } => "delegation.chain",
            Self::DeputyAway { .. } => "delegation.deputy-away",
            Self::NoColleague => "delegation.no-colleague",
            Self::NoReason => "delegation.no-reason",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::OwnDeputy => lang.t("Không ai tự thay mình. Hãy chọn một đồng nghiệp.", "Nobody stands in for themselves. Choose a colleague.").to_owned(),
            Self::Backward => lang.t("Ngày cuối phải từ ngày đầu trở đi.", "The last day must not come before the first.").to_owned(),
            Self::Past { today } => match lang {
                Lang::Vi => format!("Không giao việc cho ngày đã qua. Chọn từ {} trở đi.", show_date(*today)),
                Lang::En => format!("Days gone by cannot be handed over. Choose {} or later.", show_date(*today)),
            },
            Self::TooLong => match lang {
                Lang::Vi => format!("Một lần giao việc dài nhất {DAYS_MAX} ngày. Chọn ngày cuối sớm hơn, hết hạn thì lập lại."),
                Lang::En => format!("One delegation lasts {DAYS_MAX} days at most. Choose an earlier last day."),
            },
            Self::AlreadyHandedOver { until } => match lang {
                Lang::Vi => format!("Bạn đã giao việc tại đây đến {}. Thu lại lần giao đó trước.", show_date(*until)),
                Lang::En => format!("Your tasks here are handed over until {}. Take them back first.", show_date(*until)),
            },
            Self::Chain { until } => match lang {
                Lang::Vi => format!("Bạn đang nhận thay người khác đến {}; việc nhận thay không giao tiếp được. Trả lại việc đó trước.", show_date(*until)),
                Lang::En => format!("You stand in for somebody until {}; that cannot be handed on. Give it back first.", show_date(*until)),
            },
            Self::DeputyAway { until } => match lang {
                Lang::Vi => format!("Người được chọn cũng vắng đến {}. Chọn đồng nghiệp khác.", show_date(*until)),
                Lang::En => format!("The colleague is away until {}. Choose another.", show_date(*until)),
            },
            Self::NoColleague => lang.t("Người thay phải đang giữ một vai trò nghiệp vụ tại cùng tổ chức. Chọn đồng nghiệp trong danh sách.", "The deputy must hold a business role at the same organisation. Choose one of the list.").to_owned(),
            Self::NoReason => lang.t("Hãy ghi lý do, ví dụ: nghỉ phép năm.", "Say why, as in: annual leave.").to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::OwnDeputy | Self::DeputyAway { .. } | Self::NoColleague => "deputy",
            Self::Backward | Self::TooLong => "valid_to",
            Self::Past { .. } | Self::AlreadyHandedOver { .. } | Self::Chain { .. } => "valid_from",
            Self::NoReason => "reason",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn delegation(person: u8, deputy: u8, from: &str, to: &str) -> Delegation {
        Delegation {
            id: DelegationId([0; 16]),
            person: UserId([person; 16]),
            deputy: UserId([deputy; 16]),
            organisation: OrganisationId([9; 16]),
            valid_from: day(from),
            valid_to: day(to),
            reason: "Nghỉ phép".into(),
        }
    }

    #[test]
    fn what_cannot_be_handed_over_says_why() {
        let today = day("2026-11-23");
        let week = |person, deputy| delegation(person, deputy, "2026-11-25", "2026-12-01");
        let cases = [
            (week(1, 2), vec![], "ok"),
            (week(1, 1), vec![], "delegation.own-deputy"),
            (
                delegation(1, 2, "2026-11-25", "2026-11-24"),
                vec![],
                "delegation.backward",
            ),
            (
                delegation(1, 2, "2026-11-22", "2026-11-24"),
                vec![],
                "delegation.past",
            ),
            (delegation(1, 2, "2026-11-23", "2027-05-25"), vec![], "ok"),
            (
                delegation(1, 2, "2026-11-23", "2027-05-26"),
                vec![],
                "delegation.too-long",
            ),
            (
                week(1, 2),
                vec![week(1, 3)],
                "delegation.already-handed-over",
            ),
            (week(1, 2), vec![week(3, 1)], "delegation.chain"),
            (week(1, 2), vec![week(2, 3)], "delegation.deputy-away"),
            // A deputy may stand in for two people; days that do not meet never clash.
            (week(1, 2), vec![week(3, 2)], "ok"),
            (
                week(1, 2),
                vec![delegation(2, 3, "2026-12-02", "2026-12-03")],
                "ok",
            ),
            (
                week(1, 2),
                vec![delegation(3, 1, "2026-12-01", "2026-12-03")],
                "delegation.chain",
            ),
        ];
        for (new, others, expected) in cases {
            let found = check(&new, &others, today);
            let code = found.map_or_else(|refusal| refusal.code(), |()| "ok");
            assert_eq!(code, expected, "{new:?}");
        }
    }
}
