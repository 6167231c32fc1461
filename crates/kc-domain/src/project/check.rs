//! What holds for every project, whoever writes it.

use super::refusal::Refusal;
use super::{Project, ProjectKind};
use crate::kernel::figure::Figure;
use crate::plan::Plan;
use crate::programme::Programme;
use crate::programme::catalogue;

/// Checks a project against itself and against the plan and programme it names.
pub fn check(
    project: &Project,
    plan: Option<&Plan>,
    programme: Option<&Programme>,
) -> Result<(), Refusal> {
    if let (Some(from), Some(to)) = (project.starts_on, project.ends_on)
        && to < from
    {
        return Err(Refusal::BackwardPeriod);
    }
    for (field, amount) in [
        ("cost_estimated", project.cost_estimated),
        ("support_asked", project.support_asked),
    ] {
        if amount.is_some_and(|amount| !amount.is_positive()) {
            return Err(Refusal::NoAmount { field });
        }
    }
    if project.kind == ProjectKind::Task && project.establishment.is_some() {
        return Err(Refusal::TaskWithBeneficiary);
    }
    if let (Some(of_plan), Some(named)) = (plan.and_then(|plan| plan.programme), project.programme)
        && of_plan != named
    {
        return Err(Refusal::PlanOfAnotherProgramme);
    }
    if let Some(written) = &project.outcome
        && Figure::parse(written).is_err()
    {
        return Err(Refusal::UnreadableOutcome {
            written: written.clone(),
        });
    }
    let counted_by = plan
        .map(|plan| plan.catalogue.as_str())
        .or_else(|| programme.map(|programme| programme.catalogue.as_str()));
    check_group(project, counted_by.unwrap_or(catalogue::NATIONAL))
}

fn check_group(project: &Project, counted_by: &str) -> Result<(), Refusal> {
    let Some(key) = &project.content_group else {
        return Ok(());
    };
    let known = catalogue::find(counted_by)
        .is_some_and(|catalogue| catalogue.groups.iter().any(|group| &group.key == key));
    if known {
        return Ok(());
    }
    Err(Refusal::UnknownContentGroup {
        key: key.clone(),
        catalogue: counted_by.to_owned(),
    })
}
