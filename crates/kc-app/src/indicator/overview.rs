//! Everything indicators say of a programme or plan on a day.

use super::head;
use crate::kernel::{Cx, Done};
use crate::monitoring::{self, OfPlan};
use chrono::NaiveDate;
use kc_domain::indicator::learners::Learners;
use kc_domain::indicator::nested::money_lags;
use kc_domain::indicator::progress::{Elapsed, completion, elapsed};
use kc_domain::indicator::record::{Counts, ResultRecord};
use kc_domain::indicator::standing::{
    NestedResult, Standing, Training, field_work, latest_of, measure, nest_results, training,
};
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::percent::Decimal;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::Text;
use kc_domain::monitoring::fieldwork::FieldWork;
use kc_domain::policy::{Action, Scope};
use kc_domain::programme::frame::{Frame, FrameHead};
use kc_domain::project::Status;
use kc_store::indicator;

/// What indicators say of a programme or plan on a day.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The programme or plan.
    pub head: FrameHead,
    /// How far it is.
    pub progress: Progress,
    /// Each target and how it stands.
    pub standings: Vec<Standing>,
    /// Every result, in the order it was recorded.
    pub results: Vec<ResultRecord>,
    /// Classes by name.
    pub training: Vec<Training>,
    /// All classes added up, the uncounted apart.
    pub learners: Learners,
    /// Visits: of the records, or as stated where no record lies in the period.
    pub field_work: Option<Visits>,
    /// Figures of the year beside those of its programme; for plans of a programme.
    pub nested: Vec<NestedResult>,
    /// Little money for many projects beside the programme.
    pub money_warning: Option<Text>,
}

/// Visits of a period, and where their number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visits {
    /// Counted among the records.
    Counted(FieldWork),
    /// As somebody stated them, for years without records.
    Stated(FieldWork),
}

impl Visits {
    /// The numbers.
    pub fn work(self) -> FieldWork {
        match self {
            Self::Counted(work) | Self::Stated(work) => work,
        }
    }
}

/// How far a programme or plan is on a day.
#[derive(Debug, Clone)]
pub struct Progress {
    /// Days passed and left; `None` for a period that runs nowhere.
    pub elapsed: Option<Elapsed>,
    /// Projects finished as a percentage of those listed; `None` when their states are unknown.
    pub completion: Option<Decimal>,
    /// Money as it was printed, hedge kept, in triệu đồng; `None` when nobody said.
    pub money: Option<String>,
}

/// Everything indicators say of a programme or plan on a day.
pub fn overview(cx: &Cx<'_>, frame: Frame, on: NaiveDate) -> Done<Overview> {
    let head = head(cx, frame)?;
    let scope = cx.scope(Action::ReadIndicators)?;
    let (targets, results) = cx.read(|reader| {
        let targets = indicator::list_targets(reader, &scope, frame)?;
        Ok((targets, indicator::list_results(reader, &scope, frame)?))
    })?;
    let whole = results_of_programme(cx, &scope, &head)?;
    let nested = nest_results(&results, &whole, on);
    let training = training(&results, on);
    let classes: Vec<_> = training.iter().filter_map(Training::as_classes).collect();
    Ok(Overview {
        progress: progress(cx, &head, &results, on)?,
        standings: measure(&targets, &results, on),
        learners: Learners::of(&classes),
        field_work: visits(cx, &head, &results, on)?,
        money_warning: money_warning(&nested),
        head,
        results,
        training,
        nested,
    })
}

/// Visits among the records of the plan, or of the area and period of a programme, up to the day;
/// as stated where there is none.
fn visits(
    cx: &Cx<'_>,
    head: &FrameHead,
    results: &[ResultRecord],
    on: NaiveDate,
) -> Done<Option<Visits>> {
    let until = head.period.to().min(on);
    let period = Period::new(head.period.from(), until);
    let counted = match (head.frame, period) {
        (Frame::Plan(plan), Some(_)) => {
            let (area, from) = (head.area.clone(), head.period.from());
            let of = OfPlan {
                plan,
                area,
                from,
                until,
            };
            monitoring::field_work_of_plan(cx, of)?
        }
        (Frame::Programme(_), Some(period)) => monitoring::field_work(cx, &head.area, period)?,
        (_, None) => None,
    };
    let stated = || field_work(results, on).map(Visits::Stated);
    Ok(counted.map(Visits::Counted).or_else(stated))
}

fn results_of_programme(cx: &Cx<'_>, scope: &Scope, head: &FrameHead) -> Done<Vec<ResultRecord>> {
    let Some(programme) = head.programme.map(Frame::Programme) else {
        return Ok(Vec::new());
    };
    cx.read(|reader| Ok(indicator::list_results(reader, scope, programme)?))
}

fn money_warning(nested: &[NestedResult]) -> Option<Text> {
    let share = |counts| {
        let mut of = nested
            .iter()
            .filter(|held| held.part.counts == Some(counts));
        of.next()?.nested.share
    };
    money_lags(share(Counts::Projects)?, share(Counts::Money)?)
}

fn progress(
    cx: &Cx<'_>,
    head: &FrameHead,
    results: &[ResultRecord],
    on: NaiveDate,
) -> Done<Progress> {
    let period = Period::new(head.period.from(), head.period.to());
    let money = latest_of(results, Counts::Money, on).and_then(|result| result.figure.as_ref());
    let completion = match head.frame {
        Frame::Plan(plan) => completed(cx, plan)?,
        Frame::Programme(_) => None,
    };
    Ok(Progress {
        elapsed: period.map(|period| elapsed(period, on)),
        completion,
        money: money.map(kc_domain::kernel::figure::Figure::in_report),
    })
}

/// Unknown while no project of the plan has a state of its own: taken over or none at all.
fn completed(cx: &Cx<'_>, plan: PlanId) -> Done<Option<Decimal>> {
    let Ok(scope) = cx.scope(Action::ReadProjects) else {
        return Ok(None);
    };
    let running = [
        Status::Approved,
        Status::Contracted,
        Status::Accepted,
        Status::Settled,
    ];
    let codes = running.map(Status::code);
    let done = [Status::Accepted, Status::Settled].map(Status::code);
    let (planned, finished) = cx.read(|reader| {
        let planned = indicator::count_projects(reader, &scope, plan, &codes)?;
        let finished = indicator::count_projects(reader, &scope, plan, &done)?;
        Ok((planned, finished))
    })?;
    Ok(completion(Some(finished), Some(planned)))
}
