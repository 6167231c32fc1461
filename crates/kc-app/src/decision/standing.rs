//! What a plan comes to on a day: the sum of its decisions, and the ledger beside it.

use super::Filter;
use crate::kernel::{Cx, Done, Failure, ROWS_MAX, Window};
use chrono::NaiveDate;
use kc_domain::decision::{Decision, DecisionStatus};
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_domain::policy::Action;
use kc_store::{decision, plan};
use std::collections::BTreeMap;

/// A plan on a day.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The day.
    pub on: NaiveDate,
    /// Every decision up to the day, in order, with what it added and took by source.
    pub acts: Vec<(Decision, Vec<decision::Step>)>,
    /// Every decided change of a project that moved money, in order.
    pub amended: Vec<decision::Amended>,
    /// What the decisions come to and what the ledger holds, by source.
    pub sums: BTreeMap<Source, Sum>,
    /// Drafts that are not counted.
    pub drafts: Vec<Decision>,
}

/// One source of a plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// By the decisions, and by the changes of projects decided after them.
    pub decided: Dong,
    /// By the ledger.
    pub kept: Dong,
}

impl Standing {
    /// Whether decisions and ledger say the same, source by source.
    pub fn agrees(&self) -> bool {
        self.sums.values().all(|sum| sum.decided == sum.kept)
    }
}

/// The plan on a day, by its decisions.
pub fn standing(cx: &Cx<'_>, id: PlanId, on: NaiveDate) -> Done<Standing> {
    let of = crate::plan::show(cx, id)?;
    let scope = cx.scope(Action::ReadDecisions)?;
    cx.read(|reader| {
        let of = plan::find(reader, of.id)?.ok_or(Failure::NotFound)?;
        let mut sums: BTreeMap<Source, Sum> = BTreeMap::new();
        let mut acts: Vec<(Decision, Vec<decision::Step>)> = Vec::new();
        for step in decision::steps(reader, &of, on)? {
            let sum = sums.entry(step.source).or_default();
            sum.decided = sum.decided.plus(step.added).minus(step.taken);
            let same = acts.last_mut().filter(|(act, _)| act.id == step.decision);
            if let Some((_, steps)) = same {
                steps.push(step);
                continue;
            }
            let act = decision::find(reader, step.decision)?.ok_or(Failure::NotFound)?;
            acts.push((act, vec![step]));
        }
        let amended = decision::amended(reader, &of, on)?;
        for change in &amended {
            let sum = sums.entry(change.source).or_default();
            sum.decided = sum.decided.plus(change.change);
        }
        for (source, kept) in decision::ledger_of_plan(reader, &of, on)? {
            sums.entry(source).or_default().kept = kept;
        }
        sums.retain(|_, sum| *sum != Sum::default());
        let drafts = Filter {
            plan: Some(id),
            status: Some(DecisionStatus::Draft),
            ..Filter::default()
        };
        let window = Window::of_page(1, ROWS_MAX);
        let drafts = decision::list(reader, &scope, &drafts, window)?.rows;
        Ok(Standing {
            on,
            acts,
            amended,
            sums,
            drafts,
        })
    })
}
