//! Reading the form of a project.

use super::beneficiary;
use super::forms::PLACE;
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::place::choice;
use kc_app::kernel::{Cx, Done, Failure};
use kc_app::project::propose::NewProject;
use kc_domain::identity::{Assignment, Role};
use kc_domain::kernel::id::{OrganisationId, PlanId, ProgrammeId};
use kc_domain::kernel::level::Level;
use kc_domain::place::AreaPath;
use kc_domain::policy::Action;
use kc_domain::project::ProjectKind;

/// Reads what was typed. A new project is registered by the organisation at which the person may
/// propose, and lies in that role's area unless a place is typed.
pub fn read(cx: &Cx<'_>, form: &Query, kept: choice::Kept<'_>) -> Done<NewProject> {
    let given = proposing(cx).ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(form);
    let place_written = reader.text_or_none(PLACE);
    let area = match &place_written {
        Some(_) => choice::read(&mut reader, form, PLACE, cx.today(), kept),
        None => kept.map_or_else(
            || given.area.clone(),
            |(_, area): (_, &AreaPath)| area.clone(),
        ),
    };
    let is_outsider = matches!(given.role, Role::ServiceOrganisation | Role::Firm);
    let kind = reader.choice("kind", ProjectKind::from_code);
    let title = reader.text("title");
    let rest = NewProject {
        code: reader.text_or_none("code"),
        programme: reader.choice_or_none("programme", ProgrammeId::parse),
        plan: reader.choice_or_none("plan", PlanId::parse),
        batch: reader.text_or_none("batch"),
        level: reader.choice_or_none("level", Level::from_code),
        content_group: reader.text_or_none("content_group"),
        trade: reader.text_or_none("trade"),
        place_written,
        establishment: beneficiary::read(cx, &mut reader, form),
        unit: reader.choice_or_none("unit", OrganisationId::parse),
        starts_on: reader.date_or_none("starts_on"),
        ends_on: reader.date_or_none("ends_on"),
        need: reader.text_or_none("need"),
        outcome: reader.text_or_none("outcome"),
        cost_estimated: reader.money_or_none("cost_estimated"),
        support_asked: reader.money_or_none("support_asked"),
        workers: reader.count_or_none("workers"),
        turns: reader.count_or_none("turns"),
        note: reader.text_or_none("note"),
        party: is_outsider.then_some(given.organisation),
        ..NewProject::named(title, area, given.organisation)
    };
    reader.finish_with(|| {
        Some(NewProject {
            kind: kind?,
            ..rest
        })
    })
}

/// The role in which the person may propose.
fn proposing<'a>(cx: &'a Cx<'_>) -> Option<&'a Assignment> {
    cx.role_for(Action::ProposeProject)
}
