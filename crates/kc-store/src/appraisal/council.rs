//! Councils and their members.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Tx, Value};
use chrono::NaiveDate;
use kc_domain::appraisal::{Council, Member, Post};
use kc_domain::kernel::id::{CouncilId, OrganisationId, PlanId, UserId};
use kc_domain::policy::Scope;
use std::collections::BTreeMap;

const COUNCIL: &str = "SELECT council.id, council.name, council.plan_id, plan.year, council.round, \
                       council.sheet, council.decision, council.area, council.organisation_id, \
                       council.illustrative FROM council \
                       JOIN plan ON plan.id = council.plan_id";

/// Most people offered as members.
const CANDIDATES_MAX: i64 = 200;

/// One council, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: CouncilId) -> Stored<Option<Council>> {
    let mut conditions = Conditions::new();
    conditions.add("council.id = ?", [id.into()]);
    let (sql, values) = conditions.statement(COUNCIL, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Councils within a scope, of one plan or of all, the newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    plan: Option<PlanId>,
    window: Window,
) -> Stored<Page<Council>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "council", None);
    if let Some(plan) = plan {
        conditions.add("council.plan_id = ?", [plan.into()]);
    }
    let parts = [
        "SELECT count(*) FROM council",
        COUNCIL,
        "ORDER BY plan.year DESC, council.id DESC",
    ];
    conditions.page(reader, parts, window, read)
}

/// How much there is of a council.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// Members.
    pub members: i64,
    /// Sittings, each counted once whatever its versions.
    pub sittings: i64,
    /// Minutes not closed yet.
    pub open: i64,
}

/// How much there is of some councils.
pub fn sizes(
    reader: &mut Reader<'_>,
    of: impl IntoIterator<Item = CouncilId>,
) -> Stored<BTreeMap<CouncilId, Size>> {
    let mut conditions = Conditions::new();
    conditions.among("council.id", of.into_iter().map(Value::from));
    let (sql, values) = conditions.statement(
        "SELECT council.id,
                (SELECT count(*) FROM council_member WHERE council_id = council.id),
                (SELECT count(*) FROM sitting WHERE council_id = council.id AND version = 1),
                (SELECT count(*) FROM sitting WHERE council_id = council.id AND closed_at IS NULL)
         FROM council",
        "",
        [],
    );
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| {
            let size = Size {
                members: row.get(1)?,
                sittings: row.get(2)?,
                open: row.get(3)?,
            };
            Ok((row.get(0)?, size))
        })
        .collect()
}

/// The councils a person sits in, of one year or of all, the newest first.
pub fn list_of_person(
    reader: &mut Reader<'_>,
    person: UserId,
    year: Option<i32>,
) -> Stored<Vec<Council>> {
    let mut conditions = Conditions::new();
    conditions.add(
        "council.id IN (SELECT council_id FROM council_member WHERE person_id = ?)",
        [person.into()],
    );
    if let Some(year) = year {
        conditions.add("plan.year = ?", [year.into()]);
    }
    let tail = "ORDER BY council.id DESC LIMIT ?";
    let (sql, values) = conditions.statement(COUNCIL, tail, [CANDIDATES_MAX.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// Adds a council; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, council: &Council) -> Stored<()> {
    tx.execute(
        "INSERT INTO council (id, name, plan_id, round, sheet, decision, area, organisation_id,
                              illustrative, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO NOTHING",
        &[
            council.id.into(),
            (&council.name).into(),
            council.plan.into(),
            (&council.round).into(),
            (&council.sheet).into(),
            council.decision.as_ref().into(),
            (&council.area).into(),
            council.organisation.into(),
            council.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// The members of a council: chair, members by name, secretary.
pub fn members(reader: &mut Reader<'_>, council: CouncilId) -> Stored<Vec<Member>> {
    let rows = reader.query(
        "SELECT council_member.person_id, person.full_name, council_member.post,
                council_member.organisation_id, organisation.name
         FROM council_member
         JOIN person ON person.id = council_member.person_id
         LEFT JOIN organisation ON organisation.id = council_member.organisation_id
         WHERE council_member.council_id = $1
         ORDER BY CASE council_member.post WHEN 'chair' THEN 0 WHEN 'member' THEN 1 ELSE 2 END,
                  person.full_name_sort, person.id",
        &[council.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Member {
                person: row.get(0)?,
                name: row.get(1)?,
                post: row.code(2, Post::from_code)?,
                organisation: row.get(3)?,
                organisation_name: row.get(4)?,
            })
        })
        .collect()
}

/// Adds a member.
pub fn insert_member(
    tx: &mut Tx<'_>,
    council: CouncilId,
    (person, post): (UserId, Post),
    organisation: Option<OrganisationId>,
) -> Stored<()> {
    tx.execute(
        "INSERT INTO council_member (council_id, person_id, post, organisation_id, recorded_at)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            council.into(),
            person.into(),
            post.code().into(),
            organisation.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Somebody who may be called into a council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The person.
    pub person: UserId,
    /// Full name.
    pub name: String,
    /// Where the person holds the role.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
}

/// People who hold the role of a council member on a day within a scope, by name.
pub fn candidates(
    reader: &mut Reader<'_>,
    scope: &Scope,
    day: NaiveDate,
) -> Stored<Vec<Candidate>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "assignment", None);
    conditions.add(
        "assignment.role = 'council-member' AND person.closed = 0 AND assignment.valid_from <= ?
         AND (assignment.valid_to IS NULL OR assignment.valid_to >= ?)",
        [day.into(), day.into()],
    );
    let head = "SELECT person.id, person.full_name, organisation.id, organisation.name \
                FROM assignment JOIN person ON person.id = assignment.person_id \
                JOIN organisation ON organisation.id = assignment.organisation_id";
    let tail = "ORDER BY person.full_name_sort, person.id LIMIT ?";
    let (sql, values) = conditions.statement(head, tail, [CANDIDATES_MAX.into()]);
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| {
            Ok(Candidate {
                person: row.get(0)?,
                name: row.get(1)?,
                organisation: row.get(2)?,
                organisation_name: row.get(3)?,
            })
        })
        .collect()
}

fn read(row: &Row) -> Stored<Council> {
    Ok(Council {
        id: row.get(0)?,
        name: row.get(1)?,
        plan: row.get(2)?,
        year: row.get(3)?,
        round: row.get(4)?,
        sheet: row.get(5)?,
        decision: row.get(6)?,
        area: row.get(7)?,
        organisation: row.get(8)?,
        illustrative: row.get(9)?,
    })
}
