//! What waits around contracts: projects without one, values that moved on, late reports.

use super::execution;
use super::facts::approved;
use crate::kernel::{Cx, Done, Window};
use crate::project::{self, Filter, Listed, Order};
use chrono::NaiveDate;
use kc_domain::calendar::national;
use kc_domain::contract::of_source;
use kc_domain::contract::progress::{due_on, months, overdue};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Text;
use kc_domain::ledger::Source;
use kc_domain::policy::{Action, Subject};
use kc_domain::project::Status;
use kc_store::contract;

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
    let mut waiting = Vec::new();
    for listed in projects(cx, Status::Approved)? {
        waiting.push(to_sign(cx, &listed)?);
    }
    for listed in projects(cx, Status::Contracted)? {
        waiting.extend(to_append(cx, &listed)?);
    }
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

fn to_sign(cx: &Cx<'_>, listed: &Listed) -> Done<Waiting> {
    let decision = match listed.project.decision {
        Some(id) => cx.read(|reader| Ok(kc_store::document::find(reader, id)?))?,
        None => None,
    };
    Ok(Waiting {
        what: Text::new("Ký hợp đồng", "Sign the contract"),
        project: listed.project.id,
        title: listed.project.title.clone(),
        url: format!("/projects/{}/contract", listed.project.id),
        since: decision.and_then(|paper| paper.issued_on),
        due: None,
    })
}

fn to_append(cx: &Cx<'_>, listed: &Listed) -> Done<Option<Waiting>> {
    let id = listed.project.id;
    let (held, approved) = cx.read(|reader| Ok((execution(reader, id)?, approved(reader, id)?)))?;
    let Some(held) = held else { return Ok(None) };
    let differs = |source: Source| held.value_of(source) != of_source(&approved, source);
    // A project that may run longer than its contract says needs an appendix as well.
    let ends_later = held
        .ends_now()
        .is_some_and(|day| listed.project.ends_on > Some(day));
    let differs = ends_later || Source::ALL.into_iter().any(differs);
    let is_open = held.liquidation.is_none() && differs;
    Ok(is_open.then(|| Waiting {
        what: Text::new(
            "Ký phụ lục hợp đồng theo điều chỉnh đã quyết định",
            "Sign an appendix for what was amended",
        ),
        project: id,
        title: listed.project.title.clone(),
        url: format!("/projects/{id}?tab=contract"),
        since: None,
        due: None,
    }))
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
