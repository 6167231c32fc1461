//! The most that may be advanced or paid, with the sum that leads there.

use crate::kernel::money::Dong;
use crate::kernel::text::{Lang, Text};

/// The advance rate of a project's kind, as a rule of law states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvanceRate {
    /// Hundredths of the support.
    pub percent: i64,
    /// Document and article.
    pub rule: String,
    /// Whether the rule was read word for word.
    pub is_verified: bool,
}

/// What the accepted work cost, and the share of it the State may pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// What was accepted, with invoices.
    pub accepted: Dong,
    /// Hundredths of it.
    pub percent: i64,
    /// Document and article of the share.
    pub rule: String,
}

/// The most that may leave, and how it was reckoned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The most; never below zero.
    pub most: Dong,
    /// The sum in words and figures.
    pub sum: Text,
}

/// What may be advanced: the lower of the rule's rate and the contract's, of the support alone.
///
/// Thông tư 17/2018/TT-BCT: one advance, of at most 30 % or 70 % of the support by kind.
pub fn advance_bound(support: Dong, rate: &AdvanceRate, agreed: Option<i64>) -> Bound {
    let percent = agreed.map_or(rate.percent, |agreed| agreed.min(rate.percent));
    let most = percent_of(support, percent);
    let doubt = |lang: Lang| {
        if rate.is_verified {
            return "";
        }
        lang.t(" (chưa kiểm chứng)", " (unverified)")
    };
    let by_contract = |lang: Lang| match agreed {
        Some(agreed) if agreed < rate.percent => match lang {
            Lang::Vi => format!("; hợp đồng thỏa thuận {agreed} %"),
            Lang::En => format!("; the contract says {agreed} %"),
        },
        _ => String::new(),
    };
    Bound {
        most,
        sum: Text::new(
            format!(
                "kinh phí hỗ trợ {support} × {percent} % = {most}; mức tối đa {} % theo {}{}{}",
                rate.percent,
                rate.rule,
                doubt(Lang::Vi),
                by_contract(Lang::Vi)
            ),
            format!(
                "support {support} × {percent} % = {most}; at most {} % by {}{}{}",
                rate.percent,
                rate.rule,
                doubt(Lang::En),
                by_contract(Lang::En)
            ),
        ),
    }
}

/// What may still be paid: the lowest of contract, ceiling and share of the accepted cost, less
/// what was advanced and paid. What nobody knows bounds nothing, and the sum says so.
pub fn payment_bound(
    contract: Dong,
    ceiling: Option<&(Dong, String)>,
    cost: Option<&Cost>,
    spent: Dong,
) -> Bound {
    let by_cost = cost.map(|cost| percent_of(cost.accepted, cost.percent));
    let lowest = [ceiling.map(|(most, _)| *most), by_cost]
        .into_iter()
        .flatten()
        .fold(contract, Dong::min);
    let most = Dong(lowest.minus(spent).0.max(0));
    let sum = |lang: Lang| {
        let mut terms = vec![format!("{} {contract}", lang.t("hợp đồng", "contract"))];
        terms.push(match ceiling {
            Some((most, rule)) => format!("{} {most} ({rule})", lang.t("mức trần", "ceiling")),
            None => lang.t("mức trần chưa rõ", "ceiling unknown").to_owned(),
        });
        terms.push(match cost {
            Some(cost) => format!(
                "{} {} × {} % ({})",
                lang.t("chi phí nghiệm thu", "accepted cost"),
                cost.accepted,
                cost.percent,
                cost.rule
            ),
            None => lang
                .t("chi phí nghiệm thu chưa ghi", "accepted cost not recorded")
                .to_owned(),
        });
        let lead = lang.t("số nhỏ nhất trong", "the lowest of");
        let gone = lang.t("đã tạm ứng, thanh toán", "advanced and paid");
        format!("{lead}: {}; − {gone} {spent} = {most}", terms.join(", "))
    };
    Bound {
        most,
        sum: Text::new(sum(Lang::Vi), sum(Lang::En)),
    }
}

/// Some hundredths of an amount, the rest of the division cut off, so that no bound is exceeded.
fn percent_of(amount: Dong, percent: i64) -> Dong {
    let part = i128::from(amount.0) * i128::from(percent.clamp(0, 100)) / 100;
    Dong(i64::try_from(part).unwrap_or(i64::MAX))
}
