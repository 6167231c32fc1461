//! People and the roles they hold.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::identity::{Assignment, Role};
use kc_domain::kernel::id::{AssignmentId, UserId};
use kc_domain::kernel::text::{fold, sort_key};
use kc_domain::policy::Scope;

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Identity.
    pub id: UserId,
    /// The name typed to sign in, in lower case.
    pub sign_in: String,
    /// Full name.
    pub full_name: String,
    /// The hash of the password, once there is one.
    pub password_hash: Option<String>,
    /// Whether the account is closed.
    pub closed: bool,
    /// Counts the edits.
    pub version: i64,
}

const PERSON: &str = "SELECT DISTINCT person.id, person.sign_in, person.full_name, \
                      person.password_hash, person.closed, person.version, \
                      person.full_name_sort FROM person \
                      LEFT JOIN assignment ON assignment.person_id = person.id";

/// One person, whoever asks; the caller shows it only after a permit.
pub fn find(reader: &mut Reader<'_>, id: UserId) -> Stored<Option<Person>> {
    let sql = "SELECT id, sign_in, full_name, password_hash, closed, version
               FROM person WHERE id = $1";
    reader
        .first(sql, &[id.into()])?
        .as_ref()
        .map(read)
        .transpose()
}

/// The person of a sign-in name.
pub fn find_by_sign_in(reader: &mut Reader<'_>, sign_in: &str) -> Stored<Option<Person>> {
    let sql = "SELECT id, sign_in, full_name, password_hash, closed, version
               FROM person WHERE sign_in = $1";
    reader
        .first(sql, &[sign_in.into()])?
        .as_ref()
        .map(read)
        .transpose()
}

/// People who hold a role within a scope, by name; with newcomers, also those without any role.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    with_newcomers: bool,
    words: &str,
    window: Window,
) -> Stored<Page<Person>> {
    let mut conditions = Conditions::new();
    if with_newcomers {
        conditions.scope_or(scope, "assignment", "assignment.id IS NULL");
    } else {
        conditions.scope(scope, "assignment", None);
    }
    conditions.holds_words("person.full_name_fold", words);
    let count = "SELECT count(DISTINCT person.id) FROM person \
                 LEFT JOIN assignment ON assignment.person_id = person.id";
    let parts = [count, PERSON, "ORDER BY person.full_name_sort, person.id"];
    conditions.page(reader, parts, window, read)
}

/// Adds a person without a password.
pub fn insert(tx: &mut Tx<'_>, person: &Person) -> Stored<()> {
    tx.execute(
        "INSERT INTO person (id, sign_in, full_name, full_name_fold, full_name_sort,
                             password_hash, closed, version, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, 0, 1, $7)
         ON CONFLICT (id) DO NOTHING",
        &[
            person.id.into(),
            (&person.sign_in).into(),
            (&person.full_name).into(),
            fold(&person.full_name).into(),
            sort_key(&person.full_name).into(),
            person.password_hash.as_ref().into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Sets the hash of a new password.
pub fn set_password(tx: &mut Tx<'_>, id: UserId, hash: &str) -> Stored<()> {
    tx.update_one(
        "UPDATE person SET password_hash = $1, version = version + 1 WHERE id = $2",
        &[hash.into(), id.into()],
    )
}

/// Closes or opens an account.
pub fn set_closed(tx: &mut Tx<'_>, id: UserId, closed: bool) -> Stored<()> {
    tx.update_one(
        "UPDATE person SET closed = $1, version = version + 1 WHERE id = $2",
        &[closed.into(), id.into()],
    )
}

/// Every role a person ever held, newest first.
pub fn assignments(reader: &mut Reader<'_>, person: UserId) -> Stored<Vec<Assignment>> {
    let sql = "SELECT id, role, organisation_id, area, valid_from, valid_to
               FROM assignment WHERE person_id = $1 ORDER BY valid_from DESC, id";
    reader
        .query(sql, &[person.into()])?
        .iter()
        .map(read_assignment)
        .collect()
}

/// How many people hold a role on a day with an open account.
pub fn count_holders(reader: &mut Reader<'_>, role: Role, day: NaiveDate) -> Stored<i64> {
    reader.number(
        "SELECT count(DISTINCT person.id) FROM assignment
         JOIN person ON person.id = assignment.person_id
         WHERE assignment.role = $1 AND person.closed = 0 AND assignment.valid_from <= $2
           AND (assignment.valid_to IS NULL OR assignment.valid_to >= $3)",
        &[role.code().into(), day.into(), day.into()],
    )
}

/// Gives a role.
pub fn insert_assignment(tx: &mut Tx<'_>, person: UserId, given: &Assignment) -> Stored<()> {
    tx.execute(
        "INSERT INTO assignment (id, person_id, role, organisation_id, area, valid_from, valid_to,
                                 recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO NOTHING",
        &[
            given.id.into(),
            person.into(),
            given.role.code().into(),
            given.organisation.into(),
            (&given.area).into(),
            given.valid_from.into(),
            given.valid_to.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Ends a role on a day.
pub fn end_assignment(tx: &mut Tx<'_>, id: AssignmentId, last: NaiveDate) -> Stored<()> {
    tx.update_one(
        "UPDATE assignment SET valid_to = $1 WHERE id = $2",
        &[last.into(), id.into()],
    )
}

pub(super) fn read(row: &Row) -> Stored<Person> {
    Ok(Person {
        id: row.get(0)?,
        sign_in: row.get(1)?,
        full_name: row.get(2)?,
        password_hash: row.get(3)?,
        closed: row.get(4)?,
        version: row.get(5)?,
    })
}

fn read_assignment(row: &Row) -> Stored<Assignment> {
    Ok(Assignment {
        id: row.get(0)?,
        role: row.code(1, Role::from_code)?,
        organisation: row.get(2)?,
        area: row.get(3)?,
        valid_from: row.get(4)?,
        valid_to: row.get(5)?,
    })
}
