//! Correcting closed minutes: a new version that starts from what was closed.

use super::{show_sitting, subject};
use crate::kernel::{About, Cx, Done, Trace, token};
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::sitting::may_correct;
use kc_domain::appraisal::{Council, Score, Sitting};
use kc_domain::kernel::id::{ScoreId, SittingId};
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;
use kc_store::appraisal as store;
use kc_store::kernel::Tx;

/// Opens a new version of closed minutes, with a reason. Files, those who sat and the scores that
/// counted are taken over; scores of members who must stay away by now are not.
pub fn correct(cx: &Cx<'_>, id: SittingId, reason: &str) -> Done<SittingId> {
    let (council, closed) = show_sitting(cx, id)?;
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(Action::RecordAppraisal, subject(&council), &about)?;
    let new = SittingId(token::new_id(cx.now())?);
    let reason = clean(reason);
    cx.change(&permit, &about, |tx| {
        let newest = store::newest_version(&mut tx.reader(), council.id, closed.number)?;
        may_correct(&closed, newest)?;
        if reason.is_empty() {
            return Err(Refusal::NoReason.into());
        }
        let version = Sitting {
            id: new,
            version: newest.saturating_add(1),
            corrects: Some(closed.id),
            reason: Some(reason.clone()),
            opened_at: tx.at(),
            closed_at: None,
            closed_by: None,
            ..closed.clone()
        };
        store::insert_sitting(tx, &version)?;
        take_over(tx, &council, id, new)?;
        copy_scores(cx, tx, (id, new), &council)?;
        let detail = format!(
            "Lập bản đính chính số {} của biên bản phiên {}. Lý do: {reason}",
            version.version, closed.number
        );
        tx.trace(Trace::new("appraisal", council.id, detail));
        Ok(new)
    })
}

fn take_over(tx: &mut Tx<'_>, council: &Council, old: SittingId, new: SittingId) -> Done<()> {
    let present = store::presence(&mut tx.reader(), old)?;
    store::set_presence(tx, new, &present)?;
    for file in store::files(&mut tx.reader(), old)? {
        store::insert_file(tx, new, file.project, &file.marks)?;
        store::set_asks(tx, new, file.project, &file.asks)?;
    }
    super::recuse::refresh(tx, council)
}

fn copy_scores(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    (old, new): (SittingId, SittingId),
    council: &Council,
) -> Done<()> {
    let recusals = store::recusals(&mut tx.reader(), council.id)?;
    for score in store::scores(&mut tx.reader(), old)? {
        let stays_away = recusals.contains_key(&(score.project, score.person));
        if score.struck.is_some() || stays_away {
            continue;
        }
        let copy = Score {
            id: ScoreId(token::new_id(cx.now())?),
            sitting: new,
            ..score
        };
        store::insert_score(tx, &copy)?;
    }
    Ok(())
}
