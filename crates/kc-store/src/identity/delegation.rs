//! Who stands in for whom.

use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::identity::{Assignment, Delegation, Role, StandIn};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{DelegationId, OrganisationId, UserId};

/// Delegations with the names of everybody in them.
const NAMED: &str = "SELECT delegation.id, delegation.person_id, delegation.deputy_id,
            delegation.organisation_id, delegation.valid_from, delegation.valid_to,
            delegation.reason, person.full_name, deputy.full_name, organisation.name,
            delegation.revoked_at, revoker.full_name
     FROM delegation
     JOIN person ON person.id = delegation.person_id
     JOIN person deputy ON deputy.id = delegation.deputy_id
     JOIN organisation ON organisation.id = delegation.organisation_id
     LEFT JOIN person revoker ON revoker.id = delegation.revoked_by";

/// A delegation with the names beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The delegation.
    pub delegation: Delegation,
    /// Who is away.
    pub person: String,
    /// Who stands in.
    pub deputy: String,
    /// Where.
    pub organisation: String,
    /// When it was taken back and by whom.
    pub revoked: Option<Revoked>,
}

/// That a delegation was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// When.
    pub at: Instant,
    /// By whom; rows from before this was kept do not know.
    pub by: Option<String>,
}

/// Somebody who holds a role at an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Identity.
    pub user: UserId,
    /// Full name.
    pub name: String,
    /// A role held there.
    pub role: Role,
    /// The name of the organisation.
    pub organisation: String,
}

/// Most delegations listed: years of one person's leave.
const LISTED_MAX: i64 = 50;

/// Adds a delegation; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, new: &Delegation) -> Stored<()> {
    tx.execute(
        "INSERT INTO delegation (id, person_id, deputy_id, organisation_id, valid_from, valid_to,
                                 reason, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO NOTHING",
        &[
            new.id.into(),
            new.person.into(),
            new.deputy.into(),
            new.organisation.into(),
            new.valid_from.into(),
            new.valid_to.into(),
            (&new.reason).into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Takes a delegation back; taking it back twice is stale.
pub fn revoke(tx: &mut Tx<'_>, id: DelegationId, by: UserId) -> Stored<()> {
    tx.update_one(
        "UPDATE delegation SET revoked_at = $1, revoked_by = $2
         WHERE id = $3 AND revoked_at IS NULL",
        &[tx.at().into(), by.into(), id.into()],
    )
}

/// One delegation, whoever asks; the caller shows it to the two people and whoever manages them.
pub fn find(reader: &mut Reader<'_>, id: DelegationId) -> Stored<Option<Named>> {
    let sql = [NAMED, " WHERE delegation.id = $1"].concat();
    reader
        .first(&sql, &[id.into()])?
        .as_ref()
        .map(read)
        .transpose()
}

/// Delegations of a person, given and received, the latest first.
pub fn list_of(reader: &mut Reader<'_>, person: UserId) -> Stored<Vec<Named>> {
    let tail = " WHERE delegation.person_id = $1 OR delegation.deputy_id = $1
               ORDER BY delegation.valid_from DESC, delegation.id DESC
               LIMIT $2";
    let sql = [NAMED, tail].concat();
    let rows = reader.query(&sql, &[person.into(), LISTED_MAX.into()])?;
    rows.iter().map(read).collect()
}

/// Delegations in force on a day or later in which either of two people takes part.
pub fn list_open(
    reader: &mut Reader<'_>,
    one: UserId,
    other: UserId,
    day: NaiveDate,
) -> Stored<Vec<Delegation>> {
    let sql = "SELECT delegation.id, delegation.person_id, delegation.deputy_id,
                      delegation.organisation_id, delegation.valid_from, delegation.valid_to,
                      delegation.reason
               FROM delegation
               WHERE delegation.revoked_at IS NULL AND delegation.valid_to >= $1
                 AND (delegation.person_id IN ($2, $3) OR delegation.deputy_id IN ($2, $3))
               ORDER BY delegation.valid_from, delegation.id";
    let rows = reader.query(sql, &[day.into(), one.into(), other.into()])?;
    rows.iter().map(read_plain).collect()
}

/// Whom a person stands in for on a day, with the roles they hold there that day. A closed account
/// lends nothing.
pub fn stand_ins(reader: &mut Reader<'_>, deputy: UserId, day: NaiveDate) -> Stored<Vec<StandIn>> {
    let sql = "SELECT delegation.person_id, person.full_name, delegation.valid_to, assignment.id,
                      assignment.role, assignment.organisation_id, assignment.area,
                      assignment.valid_from, assignment.valid_to
               FROM delegation
               JOIN person ON person.id = delegation.person_id
               JOIN assignment ON assignment.person_id = delegation.person_id
                    AND assignment.organisation_id = delegation.organisation_id
               WHERE delegation.deputy_id = $1 AND delegation.revoked_at IS NULL
                 AND delegation.valid_from <= $2 AND delegation.valid_to >= $2
                 AND assignment.valid_from <= $2
                 AND (assignment.valid_to IS NULL OR assignment.valid_to >= $2)
                 AND person.closed = 0
               ORDER BY person.full_name_sort, delegation.id, assignment.id";
    let mut found: Vec<StandIn> = Vec::new();
    for row in reader.query(sql, &[deputy.into(), day.into()])? {
        let user: UserId = row.get(0)?;
        let given = read_assignment(&row)?;
        match found.last_mut().filter(|last| last.user == user) {
            Some(last) => last.assignments.push(given),
            None => found.push(StandIn {
                user,
                name: row.get(1)?,
                until: row.get(2)?,
                assignments: vec![given],
            }),
        }
    }
    Ok(found)
}

/// Who holds a role at an organisation on a day with an open account, by name.
pub fn colleagues(
    reader: &mut Reader<'_>,
    organisation: OrganisationId,
    day: NaiveDate,
) -> Stored<Vec<Colleague>> {
    let sql = "SELECT person.id, person.full_name, assignment.role, organisation.name
               FROM assignment
               JOIN person ON person.id = assignment.person_id
               JOIN organisation ON organisation.id = assignment.organisation_id
               WHERE assignment.organisation_id = $1 AND assignment.valid_from <= $2
                 AND (assignment.valid_to IS NULL OR assignment.valid_to >= $2)
                 AND person.closed = 0
               ORDER BY person.full_name_sort, person.id, assignment.id
               LIMIT $3";
    let rows = reader.query(
        sql,
        &[organisation.into(), day.into(), COLLEAGUES_MAX.into()],
    )?;
    let colleague = |row: &Row| {
        Ok(Colleague {
            user: row.get(0)?,
            name: row.get(1)?,
            role: row.code(2, Role::from_code)?,
            organisation: row.get(3)?,
        })
    };
    rows.iter().map(colleague).collect()
}

/// Most roles looked through at one organisation: no office of the field is larger.
const COLLEAGUES_MAX: i64 = 500;

fn read(row: &Row) -> Stored<Named> {
    let by = row.get(11)?;
    Ok(Named {
        delegation: read_plain(row)?,
        person: row.get(7)?,
        deputy: row.get(8)?,
        organisation: row.get(9)?,
        revoked: row.get::<Option<Instant>>(10)?.map(|at| Revoked { at, by }),
    })
}

fn read_plain(row: &Row) -> Stored<Delegation> {
    Ok(Delegation {
        id: row.get(0)?,
        person: row.get(1)?,
        deputy: row.get(2)?,
        organisation: row.get(3)?,
        valid_from: row.get(4)?,
        valid_to: row.get(5)?,
        reason: row.get(6)?,
    })
}

fn read_assignment(row: &Row) -> Stored<Assignment> {
    Ok(Assignment {
        id: row.get(3)?,
        role: row.code(4, Role::from_code)?,
        organisation: row.get(5)?,
        area: row.get(6)?,
        valid_from: row.get(7)?,
        valid_to: row.get(8)?,
    })
}
