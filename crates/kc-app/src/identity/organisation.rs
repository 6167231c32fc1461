//! Organisations: list, show, record, change.

use crate::audit::Remembered;
use crate::kernel::{About, Cx, Done, Failure, Page, Trace, Window, token};
use crate::search;
use kc_domain::identity::refusal::Refusal;
use kc_domain::identity::{Organisation, OrganisationKind};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_store::identity::organisation;
pub use kc_store::identity::organisation::Filter;
use kc_store::kernel::Reader;

/// Deepest tree of organisations; a longer chain is a circle.
const DEPTH_MAX: usize = 20;

/// An organisation as it is entered.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    /// Official name.
    pub name: String,
    /// Short name.
    pub short_name: Option<String>,
    /// Kind.
    pub kind: OrganisationKind,
    /// The organisation it stands under.
    pub parent: Option<OrganisationId>,
    /// The area it works for.
    pub area: AreaPath,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Organisations the reader may see.
pub fn list(cx: &Cx<'_>, filter: &Filter, window: Window) -> Done<Page<Organisation>> {
    let scope = cx.scope(Action::ReadOrganisations)?;
    cx.read(|reader| Ok(organisation::list(reader, &scope, filter, window)?))
}

/// One organisation.
pub fn show(cx: &Cx<'_>, id: OrganisationId) -> Done<Organisation> {
    let found = cx.read(|reader| Ok(organisation::find(reader, id)?))?;
    let organisation = found.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadOrganisations, &subject(&organisation))?;
    Ok(organisation)
}

impl Remembered for OrganisationId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// Adds an organisation.
pub fn record(cx: &Cx<'_>, new: NewOrganisation) -> Done<OrganisationId> {
    let id = OrganisationId(token::new_id(cx.now())?);
    let organisation = build(id, new, 1)?;
    let about = About::new("organisation", id);
    let permit = cx.permit(Action::RecordOrganisation, subject(&organisation), &about)?;
    cx.change(&permit, &about, |tx| {
        organisation::insert(tx, &organisation)?;
        search::keep_organisation(tx, &organisation)?;
        let detail = format!("Thêm tổ chức {}", organisation.name);
        tx.trace(Trace::new("organisation", id, detail));
        Ok(id)
    })
}

/// Changes an organisation that is still as the person saw it.
pub fn amend(cx: &Cx<'_>, id: OrganisationId, version: i64, new: NewOrganisation) -> Done<()> {
    let before = show(cx, id)?;
    let mut organisation = build(id, new, version)?;
    organisation.illustrative = before.illustrative;
    let about = About::new("organisation", id);
    let permit = cx.permit(Action::RecordOrganisation, subject(&before), &about)?;
    cx.change(&permit, &about, |tx| {
        if let Some(parent) = organisation.parent {
            check_tree(&mut tx.reader(), id, parent)?;
        }
        organisation::update(tx, &organisation)?;
        search::keep_organisation(tx, &organisation)?;
        let detail = format!("Sửa tổ chức: {} → {}", before.name, organisation.name);
        tx.trace(Trace::new("organisation", id, detail));
        Ok(())
    })
}

/// Climbs from the new parent; meeting the organisation itself means a circle.
fn check_tree(reader: &mut Reader<'_>, id: OrganisationId, parent: OrganisationId) -> Done<()> {
    let mut above = Some(parent);
    for _ in 0..DEPTH_MAX {
        match above {
            None => return Ok(()),
            Some(current) if current == id => break,
            Some(current) => {
                above = organisation::find(reader, current)?.and_then(|found| found.parent);
            }
        }
    }
    Err(Refusal::CircularTree.into())
}

fn build(id: OrganisationId, new: NewOrganisation, version: i64) -> Done<Organisation> {
    let name = kc_domain::kernel::text::clean(&new.name);
    if name.is_empty() {
        return Err(Failure::invalid(
            "name",
            "Hãy nhập tên tổ chức.",
            "Enter the name.",
        ));
    }
    Ok(Organisation {
        id,
        name,
        short_name: new.short_name,
        kind: new.kind,
        parent: new.parent,
        area: new.area,
        illustrative: new.illustrative,
        version,
    })
}

/// What the policy must know of an organisation.
pub fn subject(organisation: &Organisation) -> Subject {
    Subject::new(organisation.area.clone(), Some(organisation.id))
}
