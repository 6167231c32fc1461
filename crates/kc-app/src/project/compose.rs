//! What a project is made of: adding and taking out activities and beneficiaries.

use super::amend::{action, expect_amendable};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use chrono::NaiveDate;
use kc_domain::kernel::id::{ActivityId, EstablishmentId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::clean;
use kc_domain::project::{Activity, Project, Supported, Unfit, check_composition};
use kc_store::kernel::{Reader, Tx};
use kc_store::project;

/// An activity as it is entered.
#[derive(Debug, Clone)]
pub struct NewActivity {
    /// What is done.
    pub name: String,
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// Last day.
    pub ends_on: Option<NaiveDate>,
    /// What it costs.
    pub cost: Option<Dong>,
}

/// What a project is made of, and whether that is what its kind asks.
#[derive(Debug, Clone)]
pub struct Composition {
    /// Its activities.
    pub activities: Vec<Activity>,
    /// Everybody it supports.
    pub supported: Vec<Supported>,
    /// Why it does not fit its kind; nothing where it does.
    pub unfit: Option<Unfit>,
}

/// What a project the reader may see is made of.
pub fn composition(cx: &Cx<'_>, id: ProjectId) -> Done<Composition> {
    let found = show(cx, id)?;
    cx.read(|reader| {
        let activities = project::activities(reader, id)?;
        let supported = project::supported(reader, &found)?;
        let unfit = check_composition(&found, &activities, &supported).err();
        Ok(Composition {
            activities,
            supported,
            unfit,
        })
    })
}

/// Refuses a project that is not made as its kind asks.
pub(crate) fn expect_composed(reader: &mut Reader<'_>, of: &Project) -> Done<()> {
    let activities = project::activities(reader, of.id)?;
    let supported = project::supported(reader, of)?;
    Ok(check_composition(of, &activities, &supported)?)
}

/// Adds an activity.
pub fn add_activity(cx: &Cx<'_>, id: ProjectId, new: NewActivity) -> Done<ActivityId> {
    let name = clean(&new.name);
    if name.is_empty() {
        return Err(Failure::invalid(
            "name",
            "Hãy nhập nội dung hoạt động.",
            "Say what is done.",
        ));
    }
    if let (Some(from), Some(to)) = (new.starts_on, new.ends_on)
        && to < from
    {
        return Err(Failure::invalid(
            "ends_on",
            "Ngày kết thúc phải sau ngày bắt đầu.",
            "The last day must be after the first.",
        ));
    }
    let activity = Activity {
        id: ActivityId(token::new_id(cx.now())?),
        name,
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        cost: new.cost,
    };
    change(cx, id, |tx| {
        project::add_activity(tx, id, &activity)?;
        Ok(format!("Thêm hoạt động: {}", activity.name))
    })?;
    Ok(activity.id)
}

/// Takes an activity out.
pub fn remove_activity(cx: &Cx<'_>, id: ProjectId, activity: ActivityId) -> Done<()> {
    change(cx, id, |tx| {
        let held = project::activities(&mut tx.reader(), id)?;
        let held = held.into_iter().find(|held| held.id == activity);
        let name = held.ok_or(Failure::NotFound)?.name;
        project::remove_activity(tx, id, activity)?;
        Ok(format!("Bỏ hoạt động: {name}"))
    })
}

/// Adds a beneficiary the person may read, or changes its share.
pub fn keep_supported(
    cx: &Cx<'_>,
    id: ProjectId,
    establishment: EstablishmentId,
    support: Option<Dong>,
) -> Done<()> {
    let named = crate::establishment::show(cx, establishment)?;
    change(cx, id, |tx| {
        project::keep_supported(tx, id, named.id, support)?;
        Ok(format!("Thêm cơ sở thụ hưởng: {}", named.name))
    })
}

/// Takes a beneficiary out.
pub fn remove_supported(cx: &Cx<'_>, id: ProjectId, establishment: EstablishmentId) -> Done<()> {
    change(cx, id, |tx| {
        if project::remove_supported(tx, id, establishment)? == 0 {
            return Err(Failure::NotFound);
        }
        Ok("Bỏ một cơ sở thụ hưởng".to_owned())
    })
}

/// Changes what a project is made of while it may be amended; `work` answers what the audit says.
fn change(cx: &Cx<'_>, id: ProjectId, work: impl FnOnce(&mut Tx<'_>) -> Done<String>) -> Done<()> {
    let seen = show(cx, id)?;
    let about = About::new("project", id);
    let permit = cx.permit(action(cx, &seen), subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        let now = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        expect_amendable(cx, &now)?;
        let detail = work(tx)?;
        tx.trace(Trace::new("project", id, detail));
        Ok(())
    })
}
