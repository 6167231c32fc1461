//! A row of the table of projects, read whole.

use crate::kernel::{Row, Stored};
use kc_domain::kernel::level::Level;
use kc_domain::process::Standing;
use kc_domain::project::{Project, ProjectKind, Status};

/// The columns of a project, in the order [`read`] takes them.
pub const COLUMNS: &str = "project.id, project.code, project.title, project.programme_id, \
    project.plan_id, project.batch, project.kind, project.level, project.content_group, \
    project.trade, project.status, project.place_written, project.establishment_id, \
    project.unit_id, project.starts_on, project.ends_on, project.need, project.outcome, \
    project.cost_estimated, project.support_asked, project.workers, project.turns, project.note, \
    project.area, project.organisation_id, project.party_id, project.proposed_by, \
    project.decision_id, project.contract_number, project.contracted_on, project.accepted_on, \
    project.registered_on, project.reason, project.withdrawn_at, project.illustrative, \
    project.version, project.process, project.state, project.state_since";

/// How many columns a project takes.
pub const WIDTH: usize = 39;

/// Reads a project from the first columns of a row.
pub fn read(row: &Row) -> Stored<Project> {
    Ok(Project {
        id: row.get(0)?,
        code: row.get(1)?,
        title: row.get(2)?,
        programme: row.get(3)?,
        plan: row.get(4)?,
        batch: row.get(5)?,
        kind: row.code(6, ProjectKind::from_code)?,
        level: row.code_or_none(7, Level::from_code)?,
        content_group: row.get(8)?,
        trade: row.get(9)?,
        status: row.code(10, Status::from_code)?,
        place_written: row.get(11)?,
        establishment: row.get(12)?,
        unit: row.get(13)?,
        starts_on: row.get(14)?,
        ends_on: row.get(15)?,
        need: row.get(16)?,
        outcome: row.get(17)?,
        cost_estimated: row.get(18)?,
        support_asked: row.get(19)?,
        workers: row.get(20)?,
        turns: row.get(21)?,
        note: row.get(22)?,
        area: row.get(23)?,
        organisation: row.get(24)?,
        party: row.get(25)?,
        proposed_by: row.get(26)?,
        decision: row.get(27)?,
        contract_number: row.get(28)?,
        contracted_on: row.get(29)?,
        accepted_on: row.get(30)?,
        registered_on: row.get(31)?,
        reason: row.get(32)?,
        withdrawn_at: row.get(33)?,
        illustrative: row.get(34)?,
        version: row.get(35)?,
        standing: standing(row)?,
    })
}

/// Where it stands; the three columns are filled together.
fn standing(row: &Row) -> Stored<Option<Standing>> {
    let (process, state, since) = (row.get(36)?, row.get(37)?, row.get(38)?);
    Ok(match (process, state, since) {
        (Some(process), Some(state), Some(since)) => Some(Standing {
            process,
            state,
            since,
        }),
        _ => None,
    })
}
