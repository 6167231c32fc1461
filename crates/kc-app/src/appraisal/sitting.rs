//! Opening a sitting, and noting who sits.

use super::{keeping_minutes, show, show_sitting, subject};
use crate::kernel::{About, Cx, Done, Trace, token};
use chrono::NaiveDate;
use kc_domain::appraisal::Sitting;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{CouncilId, SittingId, UserId};
use kc_domain::policy::Action;
use kc_store::appraisal as store;

/// A sitting as it is entered.
#[derive(Debug, Clone)]
pub struct NewSitting {
    /// The day it is held.
    pub held_on: NaiveDate,
    /// Where.
    pub place_written: Option<String>,
}

/// Opens the next sitting of a council.
pub fn open(cx: &Cx<'_>, council: CouncilId, new: NewSitting) -> Done<SittingId> {
    let council = show(cx, council)?;
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(Action::RecordAppraisal, subject(&council), &about)?;
    let id = SittingId(token::new_id(cx.now())?);
    cx.change(&permit, &about, |tx| {
        let held = store::list_sittings(&mut tx.reader(), council.id)?;
        let last = held.iter().map(|sitting| sitting.number).max().unwrap_or(0);
        let sitting = Sitting {
            id,
            council: council.id,
            number: last.saturating_add(1),
            version: 1,
            corrects: None,
            reason: None,
            held_on: new.held_on,
            place_written: new.place_written,
            minutes: None,
            opened_at: tx.at(),
            closed_at: None,
            closed_by: None,
        };
        store::insert_sitting(tx, &sitting)?;
        let detail = format!(
            "Mở phiên {} ngày {}",
            sitting.number,
            show_date(new.held_on)
        );
        tx.trace(Trace::new("appraisal", council.id, detail));
        Ok(id)
    })
}

/// Notes who sits and what was said so far, in place of what was noted before.
pub fn note(cx: &Cx<'_>, id: SittingId, present: &[UserId], minutes: Option<&str>) -> Done<()> {
    let (council, sitting) = show_sitting(cx, id)?;
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(keeping_minutes(cx, &council)?, subject(&council), &about)?;
    cx.change(&permit, &about, |tx| {
        sitting.expect_open()?;
        let members = store::members(&mut tx.reader(), council.id)?;
        let seated: Vec<_> = members
            .iter()
            .map(|member| member.person)
            .filter(|person| present.contains(person))
            .collect();
        store::set_presence(tx, id, &seated)?;
        store::set_notes(tx, id, minutes)?;
        let detail = format!(
            "Ghi người dự phiên {}: {}/{}",
            sitting.number,
            seated.len(),
            members.len()
        );
        tx.trace(Trace::new("appraisal", council.id, detail));
        Ok(())
    })
}
