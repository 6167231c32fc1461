//! Keeping requests and what became of them.

use crate::kernel::{Stored, Tx};
use kc_domain::amendment::{Act, Amendment, Stand};
use kc_domain::kernel::id::{AmendmentId, DocumentId, EntryId};

/// Keeps a request with its facts; keeping the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, new: &Amendment) -> Stored<()> {
    let added = tx.execute(
        "INSERT INTO amendment (id, project_id, kind, reason, stand, rule, asked_on, asked_by,
                                area, organisation_id, party_id, illustrative, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (id) DO NOTHING",
        &[
            new.id.into(),
            new.project.into(),
            new.kind.code().into(),
            (&new.reason).into(),
            new.stand.code().into(),
            (&new.rule).into(),
            new.asked_on.into(),
            new.asked_by.into(),
            (&new.area).into(),
            new.organisation.into(),
            new.party.into(),
            new.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    if added == 0 {
        return Ok(());
    }
    for (position, fact) in (1_i64..).zip(&new.facts) {
        tx.execute(
            "INSERT INTO amendment_fact (amendment_id, position, fact, purse_id, before_value,
                                         after_value)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                new.id.into(),
                position.into(),
                fact.what.code().into(),
                fact.purse.into(),
                fact.before.as_ref().into(),
                fact.after.as_ref().into(),
            ],
        )?;
    }
    Ok(())
}

/// Writes down the confirmation; a request that moved on meanwhile is stale.
pub fn confirm(tx: &mut Tx<'_>, id: AmendmentId, act: &Act) -> Stored<()> {
    tx.update_one(
        "UPDATE amendment
         SET stand = 'confirmed', confirmed_on = $1, confirmed_by = $2, confirmation = $3
         WHERE id = $4 AND stand = 'asked'",
        &[
            act.on.into(),
            act.by.into(),
            (&act.number).into(),
            id.into(),
        ],
    )
}

/// Writes down how a request ended; ending it twice is stale.
pub fn conclude(
    tx: &mut Tx<'_>,
    id: AmendmentId,
    stand: Stand,
    act: &Act,
    (document, note): (Option<DocumentId>, Option<&str>),
) -> Stored<()> {
    tx.update_one(
        "UPDATE amendment
         SET stand = $1, decided_on = $2, decided_by = $3, decision = $4, decision_id = $5,
             note = $6
         WHERE id = $7 AND stand IN ('asked', 'confirmed')",
        &[
            stand.code().into(),
            act.on.into(),
            act.by.into(),
            (&act.number).into(),
            document.into(),
            note.into(),
            id.into(),
        ],
    )
}

/// Keeps that a ledger entry was made by a granted change.
pub fn link_entry(tx: &mut Tx<'_>, id: AmendmentId, entry: EntryId) -> Stored<()> {
    tx.execute(
        "INSERT INTO amendment_entry (entry_id, amendment_id) VALUES ($1, $2)
         ON CONFLICT (entry_id) DO NOTHING",
        &[entry.into(), id.into()],
    )?;
    Ok(())
}
