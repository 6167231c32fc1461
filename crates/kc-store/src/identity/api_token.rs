//! Personal tokens of the interface; only their hashes are kept.

use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::identity::api_token::ApiToken;
use kc_domain::kernel::id::{ApiTokenId, UserId};

/// The person and last day of a token that was not revoked.
pub fn find(reader: &mut Reader<'_>, token_hash: [u8; 32]) -> Stored<Option<(UserId, NaiveDate)>> {
    let sql = "SELECT person_id, expires_on FROM api_token
               WHERE token_hash = $1 AND revoked_at IS NULL";
    let found = reader.first(sql, &[token_hash.into()])?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// The tokens of a person that were not revoked, the newest first.
pub fn list(reader: &mut Reader<'_>, person: UserId) -> Stored<Vec<ApiToken>> {
    let sql = "SELECT id, name, created_at, expires_on FROM api_token
               WHERE person_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id";
    let rows = reader.query(sql, &[person.into()])?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<ApiToken> {
    Ok(ApiToken {
        id: row.get(0)?,
        name: row.get(1)?,
        created_at: row.get(2)?,
        expires_on: row.get(3)?,
    })
}

/// Keeps a new token of a person under its hash.
pub fn insert(
    tx: &mut Tx<'_>,
    person: UserId,
    token: &ApiToken,
    token_hash: [u8; 32],
) -> Stored<()> {
    tx.execute(
        "INSERT INTO api_token (id, token_hash, person_id, name, expires_on, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            token.id.into(),
            token_hash.into(),
            person.into(),
            (&token.name).into(),
            token.expires_on.into(),
            token.created_at.into(),
        ],
    )?;
    Ok(())
}

/// Revokes one token of a person; one that is revoked already, or is another's, is stale.
pub fn revoke(tx: &mut Tx<'_>, person: UserId, id: ApiTokenId) -> Stored<()> {
    tx.update_one(
        "UPDATE api_token SET revoked_at = $1
         WHERE id = $2 AND person_id = $3 AND revoked_at IS NULL",
        &[tx.at().into(), id.into(), person.into()],
    )
}

/// Revokes every token of a person.
pub fn revoke_all(tx: &mut Tx<'_>, person: UserId) -> Stored<u64> {
    tx.execute(
        "UPDATE api_token SET revoked_at = $1 WHERE person_id = $2 AND revoked_at IS NULL",
        &[tx.at().into(), person.into()],
    )
}
