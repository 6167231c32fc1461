//! Forms that were taken, so that one sent again makes no second record.

use super::{Stored, Tx};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::UserId;

/// How long a taken form is remembered: longer than a browser keeps what was typed, three days.
const KEPT_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Marks a form as taken by this transaction; false when another took it before.
pub fn claim(tx: &mut Tx<'_>, person: UserId, form: [u8; 16], path: &str) -> Stored<bool> {
    let rows = tx.execute(
        "INSERT INTO sent_form (person_id, id, path, sent_at)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, id, path) DO NOTHING",
        &[
            person.into(),
            form.to_vec().into(),
            path.into(),
            tx.at().into(),
        ],
    )?;
    Ok(rows == 1)
}

/// Forgets the forms that no browser keeps any more.
pub fn forget_old(tx: &mut Tx<'_>) -> Stored<()> {
    let kept_since = Instant(tx.at().0.saturating_sub(KEPT_MS));
    let sql = "DELETE FROM sent_form WHERE sent_at < $1";
    tx.execute(sql, &[kept_since.into()])?;
    Ok(())
}
