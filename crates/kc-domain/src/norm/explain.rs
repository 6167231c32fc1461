//! From the facts of a case to an explanation: the rule, its sum, and what comes of it.

use super::book::{Book, Case};
use super::ceiling::{Ceiling, Step};
use super::key::Key;
use super::refusal::Refusal;
use super::rule::{About, Content, Norm, Standing};
use super::share::Share;
use crate::kernel::level::Level;
use crate::kernel::money::Dong;
use crate::kernel::text::{Lang, Text};
use crate::place::AreaPath;
use chrono::NaiveDate;

/// Why a support may or may not be given, with the rule and the sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What was asked.
    pub case: Case,
    /// The rule in force.
    pub norm: Norm,
    /// The sum, line by line.
    pub steps: Vec<Step>,
    /// The highest support, as far as it could be reckoned.
    pub limit: Option<Dong>,
    /// What comes of it.
    pub verdict: Verdict,
    /// Rules of the place whose first day nobody has confirmed: they may be the ones that hold.
    pub undated: Vec<Norm>,
}

/// What comes of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The support is within the rule.
    Accepted,
    /// The support is above the rule.
    Over {
        /// By how much, đồng.
        by: Dong,
    },
    /// It cannot be told.
    Open(Open),
}

/// Why it cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Nobody stated the support.
    Support,
    /// Nobody stated the cost, and the rule is a share of it.
    Cost,
    /// The rule is there, its figures are not.
    Figure,
}

/// Explains the ceiling of a case.
pub fn explain(book: &Book, case: &Case) -> Result<Explanation, Refusal> {
    let norm = book.find(About::Ceiling, case)?;
    let Content::Ceiling(ceiling) = &norm.content else {
        return Err(Refusal::NoFigure { norm: norm.path() });
    };
    let base = ceiling.multiple.as_ref();
    let base = base.and_then(|multiple| book.kind(&multiple.of));
    let sum = ceiling.reckon(case.cost, case.count, base.map(|kind| &kind.name));
    let verdict = verdict(ceiling, case.support, sum.limit, sum.needs_cost);
    Ok(Explanation {
        case: case.clone(),
        norm: norm.clone(),
        steps: sum.steps,
        limit: sum.limit,
        verdict,
        undated: book.undated(About::Ceiling, case).cloned().collect(),
    })
}

fn verdict(
    ceiling: &Ceiling,
    support: Option<Dong>,
    limit: Option<Dong>,
    needs_cost: bool,
) -> Verdict {
    if !ceiling.is_bounded() {
        return Verdict::Open(Open::Figure);
    }
    let over = support
        .zip(limit)
        .map(|(asked, limit)| asked.minus(limit))
        .filter(|by| by.is_positive());
    match (support, over) {
        (None, _) => Verdict::Open(Open::Support),
        (_, Some(by)) => Verdict::Over { by },
        _ if needs_cost => Verdict::Open(Open::Cost),
        _ => Verdict::Accepted,
    }
}

impl Explanation {
    /// Whether the support is within the rule.
    pub fn is_accepted(&self) -> bool {
        self.verdict == Verdict::Accepted
    }

    /// Whether every bound of the rule could be reckoned.
    pub fn is_complete(&self) -> bool {
        !matches!(self.verdict, Verdict::Open(Open::Cost | Open::Figure))
    }

    /// The result in one sentence, with the rule.
    pub fn say(&self, lang: Lang) -> String {
        let rule = self.norm.citation.say();
        let asked = self.case.support.unwrap_or_default();
        let limit = self.limit.unwrap_or_default();
        let sentence = match (self.verdict, lang) {
            (Verdict::Accepted, Lang::Vi) => {
                format!("Được: hỗ trợ {asked} trong mức tối đa {limit} theo {rule}.")
            }
            (Verdict::Accepted, Lang::En) => {
                format!(
                    "Accepted: a support of {asked} is within the highest of {limit} by {rule}."
                )
            }
            (Verdict::Over { by }, Lang::Vi) => format!(
                "Không được: hỗ trợ {asked} vượt mức tối đa {limit} là {by} theo {rule}. Giảm mức hỗ trợ, hoặc kiểm tra lại loại hỗ trợ, ngày và chi phí."
            ),
            (Verdict::Over { by }, Lang::En) => format!(
                "Not accepted: a support of {asked} is {by} above the highest of {limit} by {rule}. Lower the support, or check the kind, the day and the cost."
            ),
            (Verdict::Open(open), lang) => self.say_open(open, lang),
        };
        match self.warning() {
            Some(warning) => format!("{sentence} {}", warning.say(lang)),
            None => sentence,
        }
    }

    fn say_open(&self, open: Open, lang: Lang) -> String {
        let rule = self.norm.citation.say();
        match (open, self.limit, lang) {
            (Open::Figure, _, Lang::Vi) => format!(
                "Chưa kết luận được: {rule} có quy định, nhưng mức chưa được nhập vào dữ liệu. Nhập tệp định mức của văn bản này."
            ),
            (Open::Figure, _, Lang::En) => format!(
                "Cannot be told: {rule} has a rule whose figure is not entered. Enter a file of norms for it."
            ),
            (Open::Cost, _, Lang::Vi) => format!(
                "Chưa kết luận được: mức tối đa theo {rule} là tỷ lệ của chi phí, mà chi phí chưa có. Ghi tổng chi phí."
            ),
            (Open::Cost, _, Lang::En) => format!(
                "Cannot be told: by {rule} the highest support is a share of the cost, and no cost is stated. State it."
            ),
            (Open::Support, Some(limit), Lang::Vi) => {
                let share = self.share_of_unknown();
                let share = share.map(|share| {
                    format!(", đồng thời không quá {share} chi phí (chưa ghi chi phí)")
                });
                format!(
                    "Mức hỗ trợ tối đa là {limit}{} theo {rule}.",
                    share.unwrap_or_default()
                )
            }
            (Open::Support, Some(limit), Lang::En) => {
                let share = self.share_of_unknown();
                let share =
                    share.map(|share| format!(" and {share} of the cost, which is not stated,"));
                format!(
                    "The highest support is {limit}{} by {rule}.",
                    share.unwrap_or_default()
                )
            }
            (Open::Support, None, Lang::Vi) => {
                format!("Ghi chi phí để tính mức hỗ trợ tối đa theo {rule}.")
            }
            (Open::Support, None, Lang::En) => {
                format!("State the cost to reckon the highest support by {rule}.")
            }
        }
    }

    /// The share of a cost that nobody stated.
    fn share_of_unknown(&self) -> Option<Share> {
        match &self.norm.content {
            Content::Ceiling(ceiling) if self.case.cost.is_none() => ceiling.share,
            _ => None,
        }
    }

    /// What a reader must know before relying on the result.
    pub fn warning(&self) -> Option<Text> {
        let unverified = (self.norm.standing == Standing::Unverified).then(|| {
            Text::new(
                "Mức này chưa kiểm chứng với văn bản gốc.",
                "This figure has not been compared with the text of the law.",
            )
        });
        unverified.or_else(|| {
            let held = self.undated.first()?;
            let name = &held.citation.instrument;
            Some(Text::new(
                format!("Địa phương có quy định riêng chưa rõ ngày hiệu lực ({name}); đối chiếu trước khi dùng."),
                format!("The place has a rule of its own whose first day is not known ({name}); compare before use."),
            ))
        })
    }
}

/// The share of the support that may be advanced, with its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvanceShown {
    /// The rule in force.
    pub norm: Norm,
    /// The share; `None` where the rule is there and its rate is not known.
    pub share: Option<Share>,
}

/// The advance rate of a kind on a day.
pub fn advance(
    book: &Book,
    kind: &Key,
    on: NaiveDate,
    level: Level,
    area: &AreaPath,
) -> Result<AdvanceShown, Refusal> {
    let case = Case {
        kind: kind.clone(),
        on,
        level: Some(level),
        area: area.clone(),
        cost: None,
        count: 1,
        support: None,
    };
    let norm = book.find(About::Advance, &case)?;
    let share = match norm.content {
        Content::Advance(share) => share,
        _ => None,
    };
    Ok(AdvanceShown {
        norm: norm.clone(),
        share,
    })
}
