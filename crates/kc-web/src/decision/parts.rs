//! The decisions a project stands in, as a part of its page.

use super::list::table;
use crate::kernel::page::Part;
use crate::kernel::visit::Visit;
use kc_app::decision;
use kc_app::kernel::Done;
use kc_domain::kernel::id::ProjectId;

/// A heading and the decisions of a project; nothing where there are none to be seen.
pub fn of_project(visit: &Visit<'_>, project: ProjectId) -> Done<Vec<Part>> {
    let lang = visit.lang();
    let found = decision::of_project(&visit.cx(), project)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let heading = lang.t("Quyết định về đề án", "Decisions over the project");
    Ok(vec![
        Part::Heading(heading.to_owned()),
        Part::Table(table(lang, &found)),
    ])
}
