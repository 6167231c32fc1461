//! Recording an annual plan.

use super::subject;
use crate::kernel::{About, Cx, Done, Trace, token};
use crate::search;
use chrono::NaiveDate;
use kc_domain::kernel::id::{DocumentId, OrganisationId, PlanId, ProgrammeId};
use kc_domain::kernel::period::Period;
use kc_domain::place::area::AreaPath;
use kc_domain::plan::refusal::Refusal;
use kc_domain::plan::{Plan, Round, check};
use kc_domain::policy::Action;
use kc_domain::programme::catalogue;
use kc_store::plan;

/// An annual plan as it is entered.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// The code the office uses.
    pub code: String,
    /// Name as in the decision.
    pub name: String,
    /// The programme it is a year of.
    pub programme: Option<ProgrammeId>,
    /// The year.
    pub year: i32,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// When proposals may be registered.
    pub round: Round,
    /// The decision it stands on.
    pub decision: Option<DocumentId>,
    /// The code of the catalogue of content.
    pub catalogue: String,
    /// What readers must know.
    pub note: Option<String>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records a plan.
pub fn record(cx: &Cx<'_>, new: NewPlan) -> Done<PlanId> {
    let id = PlanId(token::new_id(cx.now())?);
    let plan = build(id, new, 1)?;
    let about = About::new("plan", id);
    let permit = cx.permit(Action::RecordPlan, subject(&plan), &about)?;
    cx.change(&permit, &about, |tx| {
        if plan::find_by_code(&mut tx.reader(), &plan.code)?.is_some() {
            return Err(Refusal::CodeTaken {
                code: plan.code.clone(),
            }
            .into());
        }
        plan::insert(tx, &plan)?;
        search::keep_plan(tx, &plan)?;
        let detail = format!("Ghi kế hoạch {}", plan.name);
        tx.trace(Trace::new("plan", id, detail));
        Ok(id)
    })
}

pub(super) fn build(id: PlanId, new: NewPlan, version: i64) -> Done<Plan> {
    let period = Period::new(new.starts_on, new.ends_on).ok_or(Refusal::BackwardPeriod)?;
    check(new.year, period, new.round)?;
    if catalogue::find(&new.catalogue).is_none() {
        return Err(Refusal::UnknownCatalogue {
            code: new.catalogue,
        }
        .into());
    }
    Ok(Plan {
        id,
        code: new.code,
        name: new.name,
        programme: new.programme,
        year: new.year,
        period,
        round: new.round,
        decision: new.decision,
        catalogue: new.catalogue,
        note: new.note,
        area: new.area,
        organisation: new.organisation,
        illustrative: new.illustrative,
        version,
    })
}
