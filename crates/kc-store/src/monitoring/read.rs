//! Reading visits whole, with their people and answers.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::id::{ProjectId, VisitId};
use kc_domain::monitoring::checklist::{Answer, Finding};
use kc_domain::monitoring::{Findings, Person, Side, Verdict, Visit, VisitKind};
use std::collections::BTreeMap;

/// Most visits of one project; more is no project but a career.
const VISITS_MAX: i64 = 500;

/// The columns of a visit, in the order [`row`] takes them.
pub(super) const COLUMNS: &str = "visit.id, visit.kind, visit.project_id, visit.establishment_id, \
    visit.held_on, visit.place_written, visit.need, visit.progress, visit.money, visit.machine, \
    visit.verdict, visit.conclusion, visit.withdrawn_because, visit.recorded_by, visit.area, \
    visit.organisation_id, visit.party_id, visit.illustrative";

/// How many columns a visit takes.
pub(super) const WIDTH: usize = 18;

/// One visit, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: VisitId) -> Stored<Option<Visit>> {
    let mut conditions = Conditions::new();
    conditions.add("visit.id = ?", [id.into()]);
    Ok(select(reader, &conditions)?.into_iter().next())
}

/// The visits of a project, oldest first, withdrawn ones too; the caller has shown the project.
pub fn of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Visit>> {
    let mut conditions = Conditions::new();
    conditions.add("visit.project_id = ?", [project.into()]);
    select(reader, &conditions)
}

fn select(reader: &mut Reader<'_>, conditions: &Conditions) -> Stored<Vec<Visit>> {
    let head = ["SELECT ", COLUMNS, " FROM visit"].concat();
    let tail = "ORDER BY visit.held_on, visit.id LIMIT ?";
    let (sql, values) = conditions.statement(&head, tail, [VISITS_MAX.into()]);
    let rows = reader.query(&sql, &values)?;
    let mut visits = rows.iter().map(row).collect::<Stored<Vec<_>>>()?;
    let mut people = people(reader, &visits)?;
    let mut answers = answers(reader, &visits)?;
    for visit in &mut visits {
        visit.people = people.remove(&visit.id).unwrap_or_default();
        visit.answers = answers.remove(&visit.id).unwrap_or_default();
    }
    Ok(visits)
}

/// A visit without its people and answers.
pub(super) fn row(row: &Row) -> Stored<Visit> {
    Ok(Visit {
        id: row.get(0)?,
        kind: row.code(1, VisitKind::from_code)?,
        project: row.get(2)?,
        establishment: row.get(3)?,
        held_on: row.get(4)?,
        place_written: row.get(5)?,
        people: Vec::new(),
        findings: Findings {
            need: row.get(6)?,
            progress: row.get(7)?,
            money: row.get(8)?,
            machine: row.get(9)?,
        },
        answers: Vec::new(),
        verdict: row.code_or_none(10, Verdict::from_code)?,
        conclusion: row.get(11)?,
        withdrawn_because: row.get(12)?,
        recorded_by: row.get(13)?,
        area: row.get(14)?,
        organisation: row.get(15)?,
        party: row.get(16)?,
        illustrative: row.get(17)?,
    })
}

/// Those present at some visits, by visit.
fn people(reader: &mut Reader<'_>, at: &[Visit]) -> Stored<BTreeMap<VisitId, Vec<Person>>> {
    let head = "SELECT visit_id, side, name, post FROM visit_person";
    let rows = beside(reader, at, head, "ORDER BY visit_id, position")?;
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &rows {
        found.entry(row.get(0)?).or_default().push(Person {
            side: row.code(1, Side::from_code)?,
            name: row.get(2)?,
            post: row.get(3)?,
        });
    }
    Ok(found)
}

/// What was found at some visits, by visit.
fn answers(reader: &mut Reader<'_>, at: &[Visit]) -> Stored<BTreeMap<VisitId, Vec<Answer>>> {
    let head = "SELECT visit_id, question, finding FROM visit_answer";
    let rows = beside(reader, at, head, "ORDER BY visit_id, question")?;
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &rows {
        found.entry(row.get(0)?).or_default().push(Answer {
            question: row.get(1)?,
            finding: row.code(2, Finding::from_code)?,
        });
    }
    Ok(found)
}

/// The rows that stand beside some visits, all in one question.
fn beside(reader: &mut Reader<'_>, at: &[Visit], head: &str, order: &str) -> Stored<Vec<Row>> {
    if at.is_empty() {
        return Ok(Vec::new());
    }
    let mut conditions = Conditions::new();
    conditions.among("visit_id", at.iter().map(|visit| visit.id.into()));
    let (sql, values) = conditions.statement(head, order, []);
    reader.query(&sql, &values)
}
