//! Reading visits whole, with their people and answers.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::id::{ProjectId, VisitId};
use kc_domain::monitoring::checklist::{Answer, Finding};
use kc_domain::monitoring::{Findings, Person, Side, Verdict, Visit, VisitKind};

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
    for visit in &mut visits {
        visit.people = people(reader, visit.id)?;
        visit.answers = answers(reader, visit.id)?;
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

fn people(reader: &mut Reader<'_>, visit: VisitId) -> Stored<Vec<Person>> {
    let rows = reader.query(
        "SELECT side, name, post FROM visit_person WHERE visit_id = $1 ORDER BY position",
        &[visit.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Person {
                side: row.code(0, Side::from_code)?,
                name: row.get(1)?,
                post: row.get(2)?,
            })
        })
        .collect()
}

fn answers(reader: &mut Reader<'_>, visit: VisitId) -> Stored<Vec<Answer>> {
    let rows = reader.query(
        "SELECT question, finding FROM visit_answer WHERE visit_id = $1 ORDER BY question",
        &[visit.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Answer {
                question: row.get(0)?,
                finding: row.code(1, Finding::from_code)?,
            })
        })
        .collect()
}
