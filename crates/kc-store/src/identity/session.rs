//! Sessions and one-time links; only hashes of their tokens are kept.

use super::person::{self, Person};
use crate::kernel::{Reader, Stored, Tx};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::UserId;

/// An open session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub person: Person,
    /// The token that every form of the session carries.
    pub csrf: String,
    /// When it began.
    pub created_at: Instant,
}

/// The session of a token, with its person.
pub fn find(reader: &mut Reader<'_>, token_hash: [u8; 32]) -> Stored<Option<Session>> {
    let sql = "SELECT person.id, person.sign_in, person.full_name, person.password_hash,
                      person.closed, person.version, session.csrf, session.created_at
               FROM session JOIN person ON person.id = session.person_id
               WHERE session.token_hash = $1";
    let Some(row) = reader.first(sql, &[token_hash.into()])? else {
        return Ok(None);
    };
    Ok(Some(Session {
        person: person::read(&row)?,
        csrf: row.get(6)?,
        created_at: row.get(7)?,
    }))
}

/// How many sessions a person has open.
pub fn count(reader: &mut Reader<'_>, person: UserId) -> Stored<i64> {
    reader.number(
        "SELECT count(*) FROM session WHERE person_id = $1",
        &[person.into()],
    )
}

/// Forgets the sessions that began before a moment.
pub fn forget_old(tx: &mut Tx<'_>, before: Instant) -> Stored<()> {
    let sql = "DELETE FROM session WHERE created_at < $1";
    tx.execute(sql, &[before.into()])?;
    Ok(())
}

/// Opens a session.
pub fn insert(
    tx: &mut Tx<'_>,
    token_hash: [u8; 32],
    person: UserId,
    csrf: &str,
    agent: &str,
) -> Stored<()> {
    tx.execute(
        "INSERT INTO session (token_hash, person_id, csrf, created_at, agent)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            token_hash.into(),
            person.into(),
            csrf.into(),
            tx.at().into(),
            agent.into(),
        ],
    )?;
    Ok(())
}

/// Ends one session.
pub fn delete(tx: &mut Tx<'_>, token_hash: [u8; 32]) -> Stored<u64> {
    tx.execute(
        "DELETE FROM session WHERE token_hash = $1",
        &[token_hash.into()],
    )
}

/// Ends every session of a person.
pub fn delete_all(tx: &mut Tx<'_>, person: UserId) -> Stored<u64> {
    tx.execute("DELETE FROM session WHERE person_id = $1", &[person.into()])
}

/// The person a one-time link is for, if it is still good.
pub fn find_invitation(
    reader: &mut Reader<'_>,
    token_hash: [u8; 32],
    now: Instant,
) -> Stored<Option<UserId>> {
    let sql = "SELECT person_id FROM invitation
               WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2";
    reader
        .first(sql, &[token_hash.into(), now.into()])?
        .map(|row| row.get(0))
        .transpose()
}

/// Makes a one-time link.
pub fn insert_invitation(
    tx: &mut Tx<'_>,
    token_hash: [u8; 32],
    person: UserId,
    expires_at: Instant,
) -> Stored<()> {
    tx.execute(
        "INSERT INTO invitation (token_hash, person_id, expires_at) VALUES ($1, $2, $3)",
        &[token_hash.into(), person.into(), expires_at.into()],
    )?;
    Ok(())
}

/// Spends a one-time link; spending it twice is stale.
pub fn use_invitation(tx: &mut Tx<'_>, token_hash: [u8; 32]) -> Stored<()> {
    tx.update_one(
        "UPDATE invitation SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL",
        &[tx.at().into(), token_hash.into()],
    )
}
