//! The most that may be advanced or paid, with the sum that leads there.

use crate::kernel::money::Dong;
use crate::kernel::text::{Lang, Text};
use crate::norm::Share;

/// The advance rate of a project's kind, as a rule of law states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvanceRate {
    /// The share of the support; `None` where the rule is there and nobody has read its figure.
    pub share: Option<Share>,
    /// Document and article.
    pub rule: String,
    /// Whether the rule was read word for word.
    pub is_verified: bool,
}

/// The highest support by the norms, reckoned with what the work cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceiling {
    /// The highest support.
    pub most: Dong,
    /// Document and article.
    pub rule: String,
    /// Whether the rule was read word for word.
    pub is_verified: bool,
    /// The accepted cost it is a share of; `None` where it was reckoned with the estimate.
    pub accepted_cost: Option<Dong>,
}

/// The most that may leave, and how it was reckoned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The most; never below zero.
    pub most: Dong,
    /// The sum in words and figures.
    pub sum: Text,
}

/// What may be advanced: the lower of the rule's share and the contract's (`agreed`, in hundredths),
/// of the support alone and never of the whole cost. Nothing where neither names a share.
///
/// Thông tư 17/2018/TT-BCT: one advance, of at most 30 % or 70 % of the support by kind.
pub fn advance_bound(support: Dong, rate: &AdvanceRate, agreed: Option<i64>) -> Option<Bound> {
    let by_rule = rate
        .share
        .map(|share| (share.of(support), share.to_string()));
    let by_contract = agreed.map(|percent| (percent_of(support, percent), format!("{percent} %")));
    let lower = [by_rule, by_contract.clone()].into_iter().flatten();
    let (most, share) = lower.min_by_key(|(most, _)| *most)?;
    let sum = |lang: Lang| {
        let base = lang.t("kinh phí hỗ trợ", "support");
        let rule = said_by_rule(rate, lang);
        let contract = by_contract
            .as_ref()
            .map_or_else(String::new, |(_, agreed)| {
                format!("; {} {agreed}", lang.t("hợp đồng", "the contract says"))
            });
        format!("{base} {support} × {share} = {most}; {rule}{contract}")
    };
    Some(Bound {
        most,
        sum: Text::new(sum(Lang::Vi), sum(Lang::En)),
    })
}

/// Some hundredths of an amount, the rest of the division cut off.
fn percent_of(amount: Dong, percent: i64) -> Dong {
    let part = i128::from(amount.0) * i128::from(percent.clamp(0, 100)) / 100;
    Dong(i64::try_from(part).unwrap_or(i64::MAX))
}

fn said_by_rule(rate: &AdvanceRate, lang: Lang) -> String {
    let (rule, doubt) = (&rate.rule, doubt(rate.is_verified, lang));
    match (rate.share, lang) {
        (Some(share), Lang::Vi) => format!("tối đa {share} theo {rule}{doubt}"),
        (Some(share), Lang::En) => format!("at most {share} by {rule}{doubt}"),
        (None, Lang::Vi) => format!("{rule} có quy định mức tối đa nhưng chưa kiểm chứng được"),
        (None, Lang::En) => format!("{rule} sets a share nobody could verify yet"),
    }
}

/// What may still be paid: the lower of contract and ceiling, less what was advanced and paid.
/// What nobody knows bounds nothing, and the sum says so.
pub fn payment_bound(contract: Dong, ceiling: Option<&Ceiling>, spent: Dong) -> Bound {
    let lowest = ceiling.map_or(contract, |ceiling| ceiling.most.min(contract));
    let most = Dong(lowest.minus(spent).0.max(0));
    let sum = |lang: Lang| {
        let bound = ceiling.map_or_else(
            || lang.t("mức trần chưa rõ", "ceiling unknown").to_owned(),
            |ceiling| said_by_ceiling(ceiling, lang),
        );
        let lead = lang.t("số nhỏ hơn trong hợp đồng", "the lower of the contract");
        let gone = lang.t("đã tạm ứng, thanh toán", "advanced and paid");
        format!("{lead} {contract}, {bound}; − {gone} {spent} = {most}")
    };
    Bound {
        most,
        sum: Text::new(sum(Lang::Vi), sum(Lang::En)),
    }
}

fn said_by_ceiling(ceiling: &Ceiling, lang: Lang) -> String {
    let (most, rule) = (ceiling.most, &ceiling.rule);
    let doubt = doubt(ceiling.is_verified, lang);
    let base = match ceiling.accepted_cost {
        Some(cost) => format!("{} {cost}", lang.t("chi phí nghiệm thu", "accepted cost")),
        None => lang
            .t(
                "chi phí dự kiến, chưa có chi phí nghiệm thu",
                "estimated cost, none accepted yet",
            )
            .to_owned(),
    };
    match lang {
        Lang::Vi => format!("mức trần {most} ({base}, {rule}{doubt})"),
        Lang::En => format!("the ceiling {most} ({base}, {rule}{doubt})"),
    }
}

fn doubt(is_verified: bool, lang: Lang) -> &'static str {
    if is_verified {
        return "";
    }
    lang.t(", chưa kiểm chứng", ", unverified")
}
