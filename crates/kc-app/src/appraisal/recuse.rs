//! Recusals: computed from what is known, or asked for by the member; kept for good.

use super::{get, subject};
use crate::kernel::{About, Cx, Done, Trace};
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::{Council, Ground, GroundKind, StruckFor, ground};
use kc_domain::kernel::id::{ProjectId, SittingId, UserId};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::Action;
use kc_store::appraisal as store;
use kc_store::kernel::Tx;

/// Compares every member of a council with every file, and keeps who must stay away from what.
/// A score that is there already is struck where the minutes are open.
pub(super) fn refresh(tx: &mut Tx<'_>, council: &Council) -> Done<()> {
    let members = store::members(&mut tx.reader(), council.id)?;
    let judges = store::judges(&mut tx.reader(), &members, council.year)?;
    let parties = store::parties(&mut tx.reader(), council.id)?;
    let held = store::recusals(&mut tx.reader(), council.id)?;
    for (project, (code, parties)) in &parties {
        for judge in &judges {
            if held.contains_key(&(*project, judge.person)) {
                continue;
            }
            if let Some(ground) = ground(judge, parties) {
                let whose = (*project, judge.person);
                keep(tx, council, whose, (&judge.name, code), &ground)?;
            }
        }
    }
    Ok(())
}

/// Keeps one recusal and strikes what it makes void.
fn keep(
    tx: &mut Tx<'_>,
    council: &Council,
    (project, person): (ProjectId, UserId),
    (name, code): (&str, &str),
    ground: &Ground,
) -> Done<()> {
    store::insert_recusal(tx, council.id, (project, person), ground)?;
    let mut struck = "";
    for sitting in store::list_sittings(&mut tx.reader(), council.id)? {
        if sitting.closed_at.is_none()
            && store::strike(tx, sitting.id, (project, person), StruckFor::Recused)?
        {
            struck = "; phiếu đã chấm bị gạch";
        }
    }
    let reason = ground.say(Lang::Vi);
    let detail = format!("Hồi tị: {name}, đề án {code}: {reason}{struck}");
    tx.trace(Trace::new("appraisal", council.id, detail));
    Ok(())
}

/// A member asks to stay away from a file, with a reason.
pub fn ask(cx: &Cx<'_>, sitting: SittingId, project: ProjectId, reason: &str) -> Done<()> {
    let (council, sitting) = cx.read(|reader| get(reader, sitting))?;
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(Action::ScoreProject, subject(&council), &about)?;
    cx.change(&permit, &about, |tx| {
        let members = store::members(&mut tx.reader(), council.id)?;
        let own = members.iter().find(|held| Some(held.person) == cx.user());
        let own = own.ok_or_else(|| Refusal::NotAMember {
            council: council.name.clone(),
        })?;
        let files = store::files(&mut tx.reader(), sitting.id)?;
        let file = files.iter().find(|file| file.project == project);
        let file = file.ok_or(Refusal::NotListed)?;
        let detail = clean(reason);
        if detail.is_empty() {
            return Err(Refusal::NoReason.into());
        }
        let ground = Ground {
            kind: GroundKind::Declared,
            detail,
        };
        let named = (own.name.as_str(), file.code.as_str());
        keep(tx, &council, (project, own.person), named, &ground)
    })
}
