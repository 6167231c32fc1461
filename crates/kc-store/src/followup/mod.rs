//! Follow-up after the support: rounds of questions, and the answers as they were written.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::followup::{Answer, Followup};
use kc_domain::kernel::id::{FollowupId, PlanId, ProgrammeId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::policy::Scope;
use std::collections::BTreeMap;

/// Most rounds due at once for one person.
const DUE_MAX: i64 = 200;

const COLUMNS: &str = "followup.id, followup.project_id, followup.year, followup.due_on, \
    followup.answered_on, followup.answered_by, followup.note, followup.area, \
    followup.organisation_id, followup.party_id, followup.illustrative";

/// How many columns a round takes.
const WIDTH: usize = 11;

/// What entered the stages of a project's budget money, less what left them again.
const SUPPORT: &str = "(SELECT CAST(sum(
        CASE WHEN to_stage IN ('approved', 'contracted', 'advanced', 'paid', 'settled')
             THEN amount ELSE 0 END
        - CASE WHEN from_stage IN ('approved', 'contracted', 'advanced', 'paid', 'settled')
               THEN amount ELSE 0 END) AS BIGINT)
     FROM ledger_entry WHERE ledger_entry.project_id = project.id)";

/// Which rounds to list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Of the projects of a plan.
    pub plan: Option<PlanId>,
    /// Of the projects of a programme.
    pub programme: Option<ProgrammeId>,
    /// Only those still owed.
    pub is_owed: bool,
    /// Only those answered already, or due by a day.
    pub due_by: Option<NaiveDate>,
}

/// A round with the project beside it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The round.
    pub followup: Followup,
    /// Title of the project.
    pub project: String,
    /// Name of the beneficiary.
    pub establishment: Option<String>,
    /// The budget money the ledger holds for the project; `None` without an entry.
    pub support: Option<Dong>,
}

/// Rounds within a scope, by their day.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: Filter,
    window: Window,
) -> Stored<Page<Listed>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "followup", Some("party_id"));
    if let Some(plan) = filter.plan {
        conditions.add("project.plan_id = ?", [plan.into()]);
    }
    if let Some(programme) = filter.programme {
        conditions.add("project.programme_id = ?", [programme.into()]);
    }
    if filter.is_owed {
        conditions.add("followup.answered_on IS NULL", []);
    }
    if let Some(due_by) = filter.due_by {
        conditions.add(
            "(followup.due_on <= ? OR followup.answered_on IS NOT NULL)",
            [due_by.into()],
        );
    }
    let (count, values) = conditions.statement(
        "SELECT count(*) FROM followup JOIN project ON project.id = followup.project_id",
        "",
        [],
    );
    let total = reader.number(&count, &values)?;
    let rows = select(reader, &conditions, window)?;
    Ok(Page { rows, total })
}

/// Rounds still owed by a day, within a scope, the oldest first.
pub fn list_due(reader: &mut Reader<'_>, scope: &Scope, due_by: NaiveDate) -> Stored<Vec<Listed>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "followup", Some("party_id"));
    conditions.add("followup.answered_on IS NULL", []);
    conditions.add("followup.due_on <= ?", [due_by.into()]);
    select(reader, &conditions, Window::of_page(1, DUE_MAX))
}

/// The rounds of a project, by year; the caller has shown the project.
pub fn of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Listed>> {
    let mut conditions = Conditions::new();
    conditions.add("followup.project_id = ?", [project.into()]);
    select(reader, &conditions, Window::of_page(1, DUE_MAX))
}

/// One round, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: FollowupId) -> Stored<Option<Listed>> {
    let mut conditions = Conditions::new();
    conditions.add("followup.id = ?", [id.into()]);
    let found = select(reader, &conditions, Window::of_page(1, 1))?;
    Ok(found.into_iter().next())
}

fn select(reader: &mut Reader<'_>, conditions: &Conditions, window: Window) -> Stored<Vec<Listed>> {
    let head = [
        "SELECT ",
        COLUMNS,
        ", project.title, establishment.name, ",
        SUPPORT,
        " FROM followup JOIN project ON project.id = followup.project_id \
         LEFT JOIN establishment ON establishment.id = project.establishment_id",
    ]
    .concat();
    let tail = "ORDER BY followup.due_on, followup.id LIMIT ? OFFSET ?";
    let page = [window.limit.into(), window.offset.into()];
    let (sql, values) = conditions.statement(&head, tail, page);
    let rows = reader.query(&sql, &values)?;
    let mut rounds = rows.iter().map(read).collect::<Stored<Vec<_>>>()?;
    let mut answers = answers(reader, &rounds)?;
    for round in &mut rounds {
        round.followup.answers = answers.remove(&round.followup.id).unwrap_or_default();
    }
    Ok(rounds)
}

/// Adds a round of a year; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, followup: &Followup) -> Stored<()> {
    tx.execute(
        "INSERT INTO followup (id, project_id, year, due_on, area, organisation_id, party_id,
                               illustrative, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (project_id, year) DO NOTHING",
        &[
            followup.id.into(),
            followup.project.into(),
            followup.year.into(),
            followup.due_on.into(),
            (&followup.area).into(),
            followup.organisation.into(),
            followup.party.into(),
            followup.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Keeps the answers of a round in place of those given before; the audit keeps both.
pub fn answer(tx: &mut Tx<'_>, followup: &Followup) -> Stored<()> {
    tx.update_one(
        "UPDATE followup SET answered_on = $1, answered_by = $2, note = $3 WHERE id = $4",
        &[
            followup.answered_on.into(),
            followup.answered_by.as_ref().into(),
            followup.note.as_ref().into(),
            followup.id.into(),
        ],
    )?;
    tx.execute(
        "DELETE FROM followup_answer WHERE followup_id = $1",
        &[followup.id.into()],
    )?;
    for answer in &followup.answers {
        tx.execute(
            "INSERT INTO followup_answer (followup_id, question, written) VALUES ($1, $2, $3)",
            &[
                followup.id.into(),
                (&answer.question).into(),
                (&answer.written).into(),
            ],
        )?;
    }
    Ok(())
}

/// What was answered in some rounds, by round.
fn answers(reader: &mut Reader<'_>, to: &[Listed]) -> Stored<BTreeMap<FollowupId, Vec<Answer>>> {
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    if to.is_empty() {
        return Ok(found);
    }
    let mut conditions = Conditions::new();
    conditions.among(
        "followup_id",
        to.iter().map(|round| round.followup.id.into()),
    );
    let (sql, values) = conditions.statement(
        "SELECT followup_id, question, written FROM followup_answer",
        "ORDER BY followup_id, question",
        [],
    );
    for row in &reader.query(&sql, &values)? {
        found.entry(row.get(0)?).or_default().push(Answer {
            question: row.get(1)?,
            written: row.get(2)?,
        });
    }
    Ok(found)
}

fn read(row: &Row) -> Stored<Listed> {
    let followup = Followup {
        id: row.get(0)?,
        project: row.get(1)?,
        year: row.get(2)?,
        due_on: row.get(3)?,
        answered_on: row.get(4)?,
        answered_by: row.get(5)?,
        answers: Vec::new(),
        note: row.get(6)?,
        area: row.get(7)?,
        organisation: row.get(8)?,
        party: row.get(9)?,
        illustrative: row.get(10)?,
    };
    Ok(Listed {
        followup,
        project: row.get(WIDTH)?,
        establishment: row.get(WIDTH + 1)?,
        support: row.get(WIDTH + 2)?,
    })
}
