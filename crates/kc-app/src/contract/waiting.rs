//! What waits around contracts: projects without one, values that moved on, late reports.

use super::facts::parts;
use crate::kernel::{Cx, Done, Window};
use crate::project::{self, Filter, Listed, Order};
use chrono::NaiveDate;
use kc_domain::calendar::national;
use kc_domain::contract::progress::{due_on, months, overdue};
use kc_domain::contract::{Contract, ContractKind, Part, of_source};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Text;
use kc_domain::ledger::Source;
use kc_domain::policy::{Action, Subject};
use kc_domain::project::Status;
use kc_store::{contract, document, ledger};

/// Most things of one kind shown at once.
const SHOWN_MAX: i64 = 20;

/// One thing that waits for a person, as plain facts for whoever lists tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What has to be done.
    pub what: Text,
    /// The project.
    pub project: ProjectId,
    /// Its title.
    pub title: String,
    /// Where it is done.
    pub url: String,
    /// Since when it waits, where that is known.
    pub since: Option<NaiveDate>,
    /// By when, where a rule says.
    pub due: Option<NaiveDate>,
}

/// Contracts and appendices that this person may record: approved projects without a contract,
/// and contracts whose value is not what is approved now.
pub fn waiting_for(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    if !cx.may(Action::RecordContract) {
        return Ok(Vec::new());
    }
    let mut waiting = to_sign(cx, &projects(cx, Status::Approved)?)?;
    waiting.extend(to_append(cx, &projects(cx, Status::Contracted)?)?);
    Ok(waiting)
}

fn projects(cx: &Cx<'_>, status: Status) -> Done<Vec<Listed>> {
    let filter = Filter {
        status: Some(status),
        ..Filter::default()
    };
    let found = project::list(cx, &filter, Order::Oldest, Window::of_page(1, SHOWN_MAX))?;
    let mine = found.rows.into_iter().filter(|row| {
        let subject = project::subject(&row.project);
        cx.may_on(Action::RecordContract, &subject)
    });
    Ok(mine.collect())
}

/// Approved projects wait for their contract since the day of the decision.
fn to_sign(cx: &Cx<'_>, approved: &[Listed]) -> Done<Vec<Waiting>> {
    let decisions = approved.iter().filter_map(|row| row.project.decision);
    let issued = cx.read(|reader| Ok(document::issued_on(reader, decisions)?))?;
    let waiting = |row: &Listed| Waiting {
        what: Text::new("Ký hợp đồng", "Sign the contract"),
        project: row.project.id,
        title: row.project.title.clone(),
        url: format!("/projects/{}/contract", row.project.id),
        since: row.project.decision.and_then(|id| issued.get(&id).copied()),
        due: None,
    };
    Ok(approved.iter().map(waiting).collect())
}

/// Projects whose contract says other than what is approved now.
fn to_append(cx: &Cx<'_>, contracted: &[Listed]) -> Done<Vec<Waiting>> {
    let ids: Vec<_> = contracted.iter().map(|row| row.project.id).collect();
    let (contracts, mut approved) = cx.read(|reader| {
        let contracts = contract::of_projects(reader, &ids)?;
        Ok((contracts, ledger::approved_of_each(reader, &ids)?))
    })?;
    let waits = |row: &&Listed| {
        let id = row.project.id;
        let binds = |held: &&Contract| held.project == id && held.kind == ContractKind::Execution;
        let held = contracts.iter().find(binds);
        let approved = parts(approved.remove(&id).unwrap_or_default());
        held.is_some_and(|held| needs_appendix(row, held, &approved))
    };
    let waiting = |row: &Listed| Waiting {
        what: Text::new(
            "Ký phụ lục hợp đồng theo điều chỉnh đã quyết định",
            "Sign an appendix for what was amended",
        ),
        project: row.project.id,
        title: row.project.title.clone(),
        url: format!("/projects/{}?tab=contract", row.project.id),
        since: None,
        due: None,
    };
    Ok(contracted.iter().filter(waits).map(waiting).collect())
}

/// Whether the money approved moved on, or the project may run longer than its contract says.
fn needs_appendix(row: &Listed, held: &Contract, approved: &[Part]) -> bool {
    let differs = |source: Source| held.value_of(source) != of_source(approved, source);
    let ends_later = held
        .ends_now()
        .is_some_and(|day| row.project.ends_on > Some(day));
    held.liquidation.is_none() && (ends_later || Source::ALL.into_iter().any(differs))
}

/// Progress reports that are late and that this person may give, the oldest contract first.
pub fn overdue_progress(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    if !cx.may(Action::RecordProgress) {
        return Ok(Vec::new());
    }
    let scope = cx.scope(Action::RecordProgress)?;
    let under_way = cx.read(|reader| Ok(contract::late_candidates(reader, &scope, SHOWN_MAX)?))?;
    let mut waiting = Vec::new();
    for held in under_way {
        let subject = Subject::new(held.area, Some(held.organisation)).with_party(held.party);
        let owed = months(held.signed_on, None, cx.today());
        let late = overdue(national(), &owed, &held.reported, cx.today());
        let Some(first) = late
            .first()
            .filter(|_| cx.may_on(Action::RecordProgress, &subject))
        else {
            continue;
        };
        let month = first.format("%m/%Y");
        waiting.push(Waiting {
            what: Text::new(
                format!(
                    "Báo cáo tiến độ tháng {month} ({} tháng chưa báo cáo)",
                    late.len()
                ),
                format!(
                    "Report the progress of {month} ({} months missing)",
                    late.len()
                ),
            ),
            project: held.project,
            title: held.title,
            url: format!("/projects/{}/progress/new", held.project),
            since: Some(*first),
            due: Some(due_on(national(), *first)),
        });
    }
    Ok(waiting)
}
