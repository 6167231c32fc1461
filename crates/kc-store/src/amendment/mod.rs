//! Requests for change: found, listed, asked, confirmed, decided.

mod write;

pub use write::{conclude, confirm, insert, link_entry};

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, StoreError, Stored};
use chrono::NaiveDate;
use kc_domain::amendment::{Act, Amendment, AmendmentKind, Fact, Stand, What};
use kc_domain::kernel::id::{AmendmentId, ProjectId, UserId};
use kc_domain::policy::Scope;
use std::collections::BTreeMap;

const COLUMNS: &str = "SELECT amendment.id, amendment.project_id, amendment.kind, \
    amendment.reason, amendment.stand, amendment.rule, amendment.asked_on, amendment.asked_by, \
    amendment.confirmed_on, amendment.confirmed_by, amendment.confirmation, \
    amendment.decided_on, amendment.decided_by, amendment.decision, amendment.decision_id, \
    amendment.note, amendment.area, amendment.organisation_id, amendment.party_id, \
    amendment.illustrative, project.title \
    FROM amendment JOIN project ON project.id = amendment.project_id";

/// A request with the title of its project.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The request.
    pub amendment: Amendment,
    /// The title of the project.
    pub title: String,
}

/// Which requests a list holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only those of one project.
    pub project: Option<ProjectId>,
    /// Only those somebody still has to act on.
    pub is_open: bool,
}

/// One request, whoever asks.
pub fn find(reader: &mut Reader<'_>, id: AmendmentId) -> Stored<Option<Asked>> {
    let mut conditions = Conditions::new();
    conditions.add("amendment.id = ?", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    let rows = reader.query(&sql, &values)?;
    Ok(whole(reader, &rows)?.pop())
}

/// Requests within a scope, the open ones first, then the newest.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    window: Window,
) -> Stored<Page<Asked>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "amendment", Some("party_id"));
    if let Some(project) = filter.project {
        conditions.add("amendment.project_id = ?", [project.into()]);
    }
    if filter.is_open {
        conditions.add("amendment.stand IN ('asked', 'confirmed')", []);
    }
    let (count, values) = conditions.statement("SELECT count(*) FROM amendment", "", []);
    let total = reader.number(&count, &values)?;
    let (sql, values) = conditions.statement(
        COLUMNS,
        "ORDER BY CASE WHEN amendment.stand IN ('asked', 'confirmed') THEN 0 ELSE 1 END,
                  amendment.asked_on DESC, amendment.id DESC LIMIT ? OFFSET ?",
        [window.limit.into(), window.offset.into()],
    );
    let rows = reader.query(&sql, &values)?;
    let rows = whole(reader, &rows)?;
    Ok(Page { rows, total })
}

/// The kinds of change asked of a project and still open.
pub fn open_kinds(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<AmendmentKind>> {
    let rows = reader.query(
        "SELECT kind FROM amendment
         WHERE project_id = $1 AND stand IN ('asked', 'confirmed')",
        &[project.into()],
    )?;
    rows.iter()
        .map(|row| row.code(0, AmendmentKind::from_code))
        .collect()
}

/// Requests with what they change, all read in one question.
fn whole(reader: &mut Reader<'_>, rows: &[Row]) -> Stored<Vec<Asked>> {
    let asked = |row: &Row| {
        let (amendment, title) = (read(row)?, row.get(20)?);
        Ok(Asked { amendment, title })
    };
    let mut found = rows.iter().map(asked).collect::<Stored<Vec<_>>>()?;
    let mut facts = facts(reader, &found)?;
    for asked in &mut found {
        asked.amendment.facts = facts.remove(&asked.amendment.id).unwrap_or_default();
    }
    Ok(found)
}

/// What some requests change, by request.
fn facts(reader: &mut Reader<'_>, of: &[Asked]) -> Stored<BTreeMap<AmendmentId, Vec<Fact>>> {
    let mut facts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    if of.is_empty() {
        return Ok(facts);
    }
    let mut conditions = Conditions::new();
    let ids = of.iter().map(|asked| asked.amendment.id.into());
    conditions.among("amendment_id", ids);
    let (sql, values) = conditions.statement(
        "SELECT amendment_id, fact, purse_id, before_value, after_value FROM amendment_fact",
        "ORDER BY amendment_id, position",
        [],
    );
    for row in &reader.query(&sql, &values)? {
        facts.entry(row.get(0)?).or_default().push(Fact {
            what: row.code(1, What::from_code)?,
            purse: row.get(2)?,
            before: row.get(3)?,
            after: row.get(4)?,
        });
    }
    Ok(facts)
}

fn read(row: &Row) -> Stored<Amendment> {
    Ok(Amendment {
        id: row.get(0)?,
        project: row.get(1)?,
        kind: row.code(2, AmendmentKind::from_code)?,
        reason: row.get(3)?,
        facts: Vec::new(),
        stand: row.code(4, Stand::from_code)?,
        rule: row.get(5)?,
        asked_on: row.get(6)?,
        asked_by: row.get(7)?,
        confirmed: act(row, 8)?,
        decided: act(row, 11)?,
        decision: row.get(14)?,
        note: row.get(15)?,
        area: row.get(16)?,
        organisation: row.get(17)?,
        party: row.get(18)?,
        illustrative: row.get(19)?,
    })
}

/// Day, person and number from three columns.
fn act(row: &Row, first: usize) -> Result<Option<Act>, StoreError> {
    let on: Option<NaiveDate> = row.get(first)?;
    let by: Option<UserId> = row.get(first.saturating_add(1))?;
    let number: Option<String> = row.get(first.saturating_add(2))?;
    Ok(on.zip(by).map(|(on, by)| Act {
        on,
        by,
        number: number.unwrap_or_default(),
    }))
}
