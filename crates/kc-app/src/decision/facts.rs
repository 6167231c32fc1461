//! What a project says, as far as a decision covers it.

use crate::kernel::Done;
use kc_domain::decision::refusal::Refusal;
use kc_domain::decision::{Fact, Facts, changes};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::DecisionId;
use kc_domain::kernel::text::Lang;
use kc_domain::project::{Activity, Equipment, Project, Supported};
use kc_store::kernel::Reader;
use kc_store::{decision, identity, project};

/// The facts of a project now; what nobody said is left out.
pub(super) fn gather(reader: &mut Reader<'_>, project: &Project) -> Done<Facts> {
    let unit = match project.unit {
        Some(id) => identity::organisation::find(reader, id)?.map(|unit| unit.name),
        None => None,
    };
    let machines = project::list_equipment(reader, project.id)?;
    let supported = project::supported(reader, project)?;
    let activities = project::activities(reader, project.id)?;
    let money = |amount: Option<kc_domain::kernel::money::Dong>| amount.map(|a| a.to_string());
    let said = [
        (Fact::Title, Some(project.title.clone())),
        (Fact::Kind, Some(project.kind.name(Lang::Vi).to_owned())),
        (
            Fact::Level,
            project.level.map(|level| level.name(Lang::Vi).to_owned()),
        ),
        (Fact::Content, project.content_group.clone()),
        (Fact::Trade, project.trade.clone()),
        (Fact::Place, project.place_written.clone()),
        (
            Fact::Beneficiary,
            listed(supported.iter().map(supported_one)),
        ),
        (Fact::Unit, unit),
        (Fact::Period, period(project)),
        (Fact::Cost, money(project.cost_estimated)),
        (Fact::Support, money(project.support_asked)),
        (Fact::Outcome, project.outcome.clone()),
        (Fact::Machines, listed(machines.iter().map(machine))),
        (Fact::Activities, listed(activities.iter().map(activity))),
    ];
    let known = said
        .into_iter()
        .filter_map(|(fact, said)| Some((fact, said?)));
    Ok(known.collect())
}

/// An approval falls when the content it covers changed since it was drafted.
pub(super) fn expect_unchanged(reader: &mut Reader<'_>, act: DecisionId, of: &Project) -> Done<()> {
    let before = decision::facts(reader, act, of.id)?;
    let changes = changes(&before, &gather(reader, of)?);
    if changes.is_empty() {
        return Ok(());
    }
    Err(Refusal::Stale {
        project: of.code.clone(),
        changes,
    }
    .into())
}

fn supported_one(one: &Supported) -> String {
    match one.support {
        Some(support) => format!("{}, {support}", one.name),
        None => one.name.clone(),
    }
}

fn activity(activity: &Activity) -> String {
    match activity.cost {
        Some(cost) => format!("{}, {cost}", activity.name),
        None => activity.name.clone(),
    }
}

fn period(project: &Project) -> Option<String> {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "…".to_owned(), show_date);
    let known = project.starts_on.is_some() || project.ends_on.is_some();
    known.then(|| format!("{} – {}", day(project.starts_on), day(project.ends_on)))
}

fn machine(machine: &Equipment) -> String {
    let model = machine.model.as_deref().map(|model| format!(" {model}"));
    let price = machine.price.map(|price| format!(", {price}"));
    format!(
        "{} × {}{}{}",
        machine.quantity,
        machine.name,
        model.unwrap_or_default(),
        price.unwrap_or_default()
    )
}

fn listed(items: impl Iterator<Item = String>) -> Option<String> {
    let all: Vec<_> = items.collect();
    (!all.is_empty()).then(|| all.join("; "))
}
