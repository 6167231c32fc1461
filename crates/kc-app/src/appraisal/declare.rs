//! The yearly declaration of interests of a member.

use super::{recuse, show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::{Council, TIES_MAX, Tie};
use kc_domain::kernel::id::{CouncilId, DeclarationId, UserId};
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;
use kc_store::appraisal as store;
pub use kc_store::appraisal::Declared;
use std::collections::BTreeMap;

/// What a member declared for the year of a council: seen by the member and by who runs councils.
pub fn declared(cx: &Cx<'_>, council: CouncilId, person: UserId) -> Done<Option<Declared>> {
    let council = show(cx, council)?;
    let is_own = cx.user() == Some(person);
    if !is_own && !cx.may_on(Action::RecordAppraisal, &subject(&council)) {
        return Err(Failure::NotFound);
    }
    cx.read(|reader| Ok(store::declared(reader, person, council.year)?))
}

/// Who of the members this person sees declared, and when: everybody for who runs councils, a member
/// only themselves.
pub fn list_declared(cx: &Cx<'_>, council: &Council) -> Done<BTreeMap<UserId, Declared>> {
    let runs_it = cx.may_on(Action::RecordAppraisal, &subject(council));
    cx.read(|reader| {
        let members = store::members(reader, council.id)?.into_iter();
        let people = members.map(|member| member.person);
        let seen = people.filter(|person| runs_it || cx.user() == Some(*person));
        let seen: Vec<_> = seen.collect();
        Ok(store::declared_by(reader, &seen, council.year)?)
    })
}

/// Declares for the year of a council: a member for themselves, or who runs the council from a
/// paper. It holds for every council of that year; what must be stayed away from is found at once.
pub fn declare(cx: &Cx<'_>, id: CouncilId, person: UserId, ties: Vec<Tie>) -> Done<()> {
    let council = show(cx, id)?;
    let action = if cx.user() == Some(person) {
        Action::ScoreProject
    } else {
        Action::RecordAppraisal
    };
    let ties = cleaned(ties)?;
    let about = About::new("appraisal", id);
    let permit = cx.permit(action, subject(&council), &about)?;
    let declaration = DeclarationId(token::new_id(cx.now())?);
    cx.change(&permit, &about, |tx| {
        let members = store::members(&mut tx.reader(), id)?;
        let member = members.iter().find(|held| held.person == person);
        let member = member.ok_or_else(|| Refusal::NotAMember {
            council: council.name.clone(),
        })?;
        store::insert_declaration(tx, declaration, (person, council.year), &ties)?;
        let detail = format!(
            "Kê khai lợi ích liên quan năm {}: {}, {} mục",
            council.year,
            member.name,
            ties.len()
        );
        tx.trace(Trace::new("appraisal", id, detail));
        let concerned = store::list_of_person(&mut tx.reader(), person, Some(council.year))?;
        concerned
            .iter()
            .try_for_each(|council| recuse::refresh(tx, council))
    })
}

fn cleaned(ties: Vec<Tie>) -> Done<Vec<Tie>> {
    let clean = |tie: Tie| Tie {
        written: clean(&tie.written),
        ..tie
    };
    let mut ties: Vec<_> = ties.into_iter().map(clean).collect();
    ties.retain(|tie| !tie.written.is_empty());
    ties.sort();
    ties.dedup();
    if ties.len() > TIES_MAX {
        return Err(Failure::invalid(
            "establishment",
            format!("Tối đa {TIES_MAX} mục. Hãy bỏ bớt."),
            format!("At most {TIES_MAX} lines. Leave some out."),
        ));
    }
    Ok(ties)
}
