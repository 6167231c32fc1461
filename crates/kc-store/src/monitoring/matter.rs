//! Requests and obstacles.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::id::{MatterId, ProjectId, VisitId};
use kc_domain::monitoring::{Matter, MatterKind, Side};
use kc_domain::policy::Scope;

/// Most matters of one list; who has more open needs a meeting, not a longer list.
const MATTERS_MAX: i64 = 500;

const COLUMNS: &str = "matter.id, matter.kind, matter.project_id, matter.visit_id, \
    matter.raised_on, matter.raised_by, matter.what, matter.holder, matter.due_on, \
    matter.closed_on, matter.closed_how, matter.area, matter.organisation_id, matter.party_id, \
    matter.illustrative";

/// How many columns a matter takes.
const WIDTH: usize = 15;

/// An open matter with the project it holds up.
#[derive(Debug, Clone)]
pub struct Open {
    /// The matter.
    pub matter: Matter,
    /// Title of the project.
    pub project: String,
}

/// One matter, whoever asks; the caller has the project shown first.
pub fn find_matter(reader: &mut Reader<'_>, id: MatterId) -> Stored<Option<Matter>> {
    let mut conditions = Conditions::new();
    conditions.add("matter.id = ?", [id.into()]);
    Ok(select(reader, &conditions)?.into_iter().next())
}

/// The matters of a project, open ones first; the caller has shown the project.
pub fn matters_of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Matter>> {
    let mut conditions = Conditions::new();
    conditions.add("matter.project_id = ?", [project.into()]);
    select(reader, &conditions)
}

/// The requests of a visit; the caller has shown the visit.
pub fn matters_of_visit(reader: &mut Reader<'_>, visit: VisitId) -> Stored<Vec<Matter>> {
    let mut conditions = Conditions::new();
    conditions.add("matter.visit_id = ?", [visit.into()]);
    select(reader, &conditions)
}

/// Open matters within a scope that some sides must deal with by a day, the most urgent first.
pub fn open_matters(
    reader: &mut Reader<'_>,
    scope: &Scope,
    sides: &[Side],
    due_by: NaiveDate,
) -> Stored<Vec<Open>> {
    if sides.is_empty() {
        return Ok(Vec::new());
    }
    let mut conditions = Conditions::new();
    conditions.scope(scope, "matter", Some("party_id"));
    conditions.add("matter.closed_on IS NULL", []);
    conditions.add("matter.due_on <= ?", [due_by.into()]);
    let marks = vec!["?"; sides.len()].join(", ");
    let codes = sides.iter().map(|side| side.code().into());
    conditions.add(&["matter.holder IN (", &*marks, ")"].concat(), codes);
    let head = [
        "SELECT ",
        COLUMNS,
        ", project.title FROM matter JOIN project ON project.id = matter.project_id",
    ]
    .concat();
    let tail = "ORDER BY matter.due_on, matter.id LIMIT ?";
    let (sql, values) = conditions.statement(&head, tail, [MATTERS_MAX.into()]);
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| {
            Ok(Open {
                matter: read(row)?,
                project: row.get(WIDTH)?,
            })
        })
        .collect()
}

/// Adds a matter; adding the same again changes nothing.
pub fn insert_matter(tx: &mut Tx<'_>, matter: &Matter) -> Stored<()> {
    tx.execute(
        "INSERT INTO matter (id, kind, project_id, visit_id, raised_on, raised_by, what, holder,
                             due_on, area, organisation_id, party_id, illustrative, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (id) DO NOTHING",
        &[
            matter.id.into(),
            matter.kind.code().into(),
            matter.project.into(),
            matter.visit.into(),
            matter.raised_on.into(),
            (&matter.raised_by).into(),
            (&matter.what).into(),
            matter.holder.code().into(),
            matter.due_on.into(),
            (&matter.area).into(),
            matter.organisation.into(),
            matter.party.into(),
            matter.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Closes a matter that is still open.
pub fn close_matter(tx: &mut Tx<'_>, closed: &Matter) -> Stored<()> {
    tx.update_one(
        "UPDATE matter SET closed_on = $1, closed_how = $2 WHERE id = $3 AND closed_on IS NULL",
        &[
            closed.closed_on.into(),
            closed.closed_how.as_ref().into(),
            closed.id.into(),
        ],
    )
}

fn select(reader: &mut Reader<'_>, conditions: &Conditions) -> Stored<Vec<Matter>> {
    let head = ["SELECT ", COLUMNS, " FROM matter"].concat();
    let tail = "ORDER BY matter.closed_on IS NOT NULL, matter.due_on, matter.id LIMIT ?";
    let (sql, values) = conditions.statement(&head, tail, [MATTERS_MAX.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Matter> {
    Ok(Matter {
        id: row.get(0)?,
        kind: row.code(1, MatterKind::from_code)?,
        project: row.get(2)?,
        visit: row.get(3)?,
        raised_on: row.get(4)?,
        raised_by: row.get(5)?,
        what: row.get(6)?,
        holder: row.code(7, Side::from_code)?,
        due_on: row.get(8)?,
        closed_on: row.get(9)?,
        closed_how: row.get(10)?,
        area: row.get(11)?,
        organisation: row.get(12)?,
        party: row.get(13)?,
        illustrative: row.get(14)?,
    })
}
