//! Deciding on a request: granted with everything that follows, refused with a reason, or fallen
//! because the project changed meanwhile.

use super::confirm::roles;
use super::effect::apply;
use super::facts::Now;
use super::money::{entries, link};
use super::request::told;
use super::{route_of, show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::{document, project};
use chrono::NaiveDate;
use kc_domain::amendment::{Act, Amendment, Hand, Stand, decide as rules, stale};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{AmendmentId, DocumentId};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::Action;
use kc_store::amendment;
use kc_store::kernel::Tx;

/// A decision as it is made.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Whether the change is granted.
    pub is_granted: bool,
    /// The day of the decision.
    pub on: NaiveDate,
    /// Its number.
    pub number: String,
    /// Its recorded paper.
    pub document: Option<DocumentId>,
    /// Why it is refused.
    pub note: Option<String>,
}

/// Decides on a request and answers how it stands then. A granted change is carried out in the
/// same transaction, in the project and in the ledger; where that cannot be, nothing is decided.
pub fn decide(cx: &Cx<'_>, id: AmendmentId, new: &Decision) -> Done<Stand> {
    let seen = show(cx, id)?.asked.amendment;
    let about = About::new("amendment", seen.project);
    let permit = cx.permit(Action::DecideChange, subject(&seen), &about)?;
    let new = stated(cx, new)?;
    let user = cx.user().ok_or(Failure::NotFound)?;
    let roles = roles(cx);
    cx.change(&permit, &about, |tx| {
        let held = amendment::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        let held = held.amendment;
        // Whoever stands in for another is one pair of hands with them.
        for user in cx.hands() {
            let hand = Hand {
                user,
                roles: &roles,
                on: new.on,
                has_document: new.document.is_some(),
                today: cx.today(),
            };
            rules(&held, route_of(&held)?, &hand)?;
        }
        let (stand, note) = outcome(cx, tx, &held, &new)?;
        let act = Act {
            on: new.on,
            by: user,
            number: new.number.clone(),
        };
        let more = (new.document, note.as_deref());
        amendment::conclude(tx, id, stand, &act, more)?;
        tx.trace(Trace::new(
            "project",
            held.project,
            said(&held, &new, stand, note),
        ));
        Ok(stand)
    })
}

/// What becomes of the request: fallen facts are found before anything is changed.
fn outcome(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    held: &Amendment,
    new: &Decision,
) -> Done<(Stand, Option<String>)> {
    if !new.is_granted {
        return Ok((Stand::Refused, new.note.clone()));
    }
    let now = Now::of(&mut tx.reader(), held.project)?;
    let changed = stale(&held.facts, |fact| now.value(fact));
    if !changed.is_empty() {
        let lang = Lang::Vi;
        let sentences = changed.iter().map(|(fact, now)| {
            let (before, now) = (
                fact.shown(fact.before.as_ref(), lang),
                fact.shown(now.as_ref(), lang),
            );
            format!("{}: {before} → {now}", fact.what.name(lang))
        });
        let note = sentences.collect::<Vec<_>>().join("; ");
        return Ok((Stand::Fallen, Some(note)));
    }
    let before = entries(tx, held)?;
    apply(cx, tx, held, &now.project, new)?;
    link(tx, held, &before)?;
    Ok((Stand::Granted, new.note.clone()))
}

/// The decision as it is kept: a number, or the recorded paper with its own number and day.
fn stated(cx: &Cx<'_>, new: &Decision) -> Done<Decision> {
    let mut new = Decision {
        number: clean(&new.number),
        note: new
            .note
            .as_deref()
            .map(clean)
            .filter(|note| !note.is_empty()),
        ..new.clone()
    };
    if let Some(id) = new.document {
        let paper = document::show(cx, id)?;
        if new.number.is_empty() {
            new.number = paper
                .number
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
        }
        new.on = paper.issued_on.unwrap_or(new.on);
    }
    if new.number.is_empty() {
        return Err(Failure::invalid(
            "number",
            "Hãy ghi số văn bản quyết định.",
            "Enter the number of the decision.",
        ));
    }
    if !new.is_granted && new.note.is_none() {
        return Err(Failure::invalid(
            "note",
            "Hãy ghi lý do không chấp thuận.",
            "Say why it is refused.",
        ));
    }
    Ok(new)
}

fn said(held: &Amendment, new: &Decision, stand: Stand, note: Option<String>) -> String {
    let (kind, day) = (held.kind.name(Lang::Vi), show_date(new.on));
    let head = format!(
        "{kind}: {} ({} ngày {day})",
        stand.name(Lang::Vi),
        new.number
    );
    match stand {
        Stand::Granted => format!("{head}. {}", told(held)),
        _ => format!("{head}. {}", note.unwrap_or_default()),
    }
}

/// The project of a request the reader may see, for its page.
pub fn project_of(cx: &Cx<'_>, held: &Amendment) -> Done<kc_domain::project::Project> {
    project::show(cx, held.project)
}
