//! Setting up a council and calling its members.

use super::{recuse, sheet, show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use crate::plan;
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::{Council, Post, may_join};
use kc_domain::kernel::id::{CouncilId, PlanId, UserId};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::Action;
use kc_store::appraisal as store;
pub use kc_store::appraisal::Candidate;

/// A council as it is entered.
#[derive(Debug, Clone)]
pub struct NewCouncil {
    /// Name as in the decision that sets it up.
    pub name: String,
    /// The plan whose files it appraises.
    pub plan: PlanId,
    /// The round.
    pub round: String,
    /// The code of its scoring sheet.
    pub sheet: String,
    /// The decision it stands on, as written.
    pub decision: Option<String>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Sets up a council; it lies where its plan lies.
pub fn establish(cx: &Cx<'_>, new: NewCouncil) -> Done<CouncilId> {
    let plan = plan::show(cx, new.plan)?;
    let sheet = sheet::get(&new.sheet)?;
    if !sheet.holds_on(plan.period.to()) {
        let code = sheet.code;
        return Err(Refusal::SheetNotInForce {
            code,
            year: plan.year,
        }
        .into());
    }
    let council = Council {
        id: CouncilId(token::new_id(cx.now())?),
        name: clean(&new.name),
        plan: plan.id,
        year: plan.year,
        round: clean(&new.round),
        sheet: sheet.code,
        decision: new.decision,
        area: plan.area,
        organisation: plan.organisation,
        illustrative: new.illustrative || plan.illustrative,
    };
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(Action::RecordAppraisal, subject(&council), &about)?;
    cx.change(&permit, &about, |tx| {
        store::insert(tx, &council)?;
        let detail = format!("Lập {} (đợt {})", council.name, council.round);
        tx.trace(Trace::new("appraisal", council.id, detail));
        Ok(council.id)
    })
}

/// People who may be called: they hold the role of a council member today, within the reader's own
/// area.
pub fn candidates(cx: &Cx<'_>) -> Done<Vec<Candidate>> {
    let scope = cx.scope(Action::RecordAppraisal)?;
    cx.read(|reader| Ok(store::candidates(reader, &scope, cx.today())?))
}

/// Calls a person into a council. What the person must stay away from is found at once.
pub fn call(cx: &Cx<'_>, id: CouncilId, person: UserId, post: Post) -> Done<()> {
    let council = show(cx, id)?;
    let about = About::new("appraisal", id);
    let permit = cx.permit(Action::RecordAppraisal, subject(&council), &about)?;
    let called = candidates(cx)?
        .into_iter()
        .find(|held| held.person == person);
    cx.change(&permit, &about, |tx| {
        let Some(called) = called else {
            return Err(without_role(tx, person)?);
        };
        let members = store::members(&mut tx.reader(), id)?;
        may_join(&members, person, post)?;
        store::insert_member(tx, id, (person, post), Some(called.organisation))?;
        let detail = format!("Mời {} làm {}", called.name, post.name(Lang::Vi));
        tx.trace(Trace::new("appraisal", id, detail));
        recuse::refresh(tx, &council)
    })
}

fn without_role(tx: &mut kc_store::kernel::Tx<'_>, person: UserId) -> Done<Failure> {
    let found = kc_store::identity::person::find(&mut tx.reader(), person)?;
    Ok(found.map_or(Failure::NotFound, |person| {
        let name = person.full_name;
        Refusal::NoCouncilRole { name }.into()
    }))
}
