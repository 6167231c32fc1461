//! Giving and ending roles.

use super::password::own_subject;
use super::people;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use chrono::{Days, NaiveDate};
use kc_domain::identity::refusal::Refusal;
use kc_domain::identity::{Assignment, Role};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{AssignmentId, OrganisationId, UserId};
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_store::identity::{organisation, person, session};

/// A role to be given.
#[derive(Debug, Clone)]
pub struct NewRole {
    /// The role.
    pub role: Role,
    /// Where it is held.
    pub organisation: OrganisationId,
    /// The area it covers.
    pub area: AreaPath,
    /// First day in force.
    pub valid_from: NaiveDate,
    /// Last day in force, if it has an end.
    pub valid_to: Option<NaiveDate>,
}

/// Gives a person a role.
pub fn give(cx: &Cx<'_>, person_id: UserId, new: NewRole) -> Done<AssignmentId> {
    if new.valid_to.is_some_and(|last| last < new.valid_from) {
        return Err(Failure::invalid(
            "valid_to",
            "Ngày kết thúc phải sau ngày bắt đầu.",
            "The last day must be after the first.",
        ));
    }
    let about = About::new("identity", person_id);
    people::show(cx, person_id)?;
    let permit = cx.permit(Action::ManagePeople, own_subject(cx), &about)?;
    if cx.user() == Some(person_id) {
        return Err(Refusal::OwnRole.into());
    }
    let covered = Subject::new(new.area.clone(), Some(new.organisation));
    if !cx.may_on(Action::ManagePeople, &covered) {
        return Err(Refusal::RoleOutsideArea.into());
    }
    let given = Assignment {
        id: AssignmentId(token::new_id(cx.now())?),
        role: new.role,
        organisation: new.organisation,
        area: new.area,
        valid_from: new.valid_from,
        valid_to: new.valid_to,
    };
    cx.change(&permit, &about, |tx| {
        let reader = &mut tx.reader();
        let person = person::find(reader, person_id)?.ok_or(Failure::NotFound)?;
        let place = organisation::find(reader, given.organisation)?.ok_or(Failure::NotFound)?;
        person::insert_assignment(tx, person_id, &given)?;
        let role = given.role.name(Lang::Vi);
        let detail = format!(
            "Giao vai trò {role} tại {} cho {}",
            place.name, person.full_name
        );
        tx.trace(Trace::new("identity", person_id, detail));
        Ok(given.id)
    })
}

/// Ends a role at the end of yesterday and every session of the person with it.
pub fn end(cx: &Cx<'_>, person_id: UserId, id: AssignmentId) -> Done<()> {
    let about = About::new("identity", person_id);
    people::show(cx, person_id)?;
    let permit = cx.permit(Action::ManagePeople, own_subject(cx), &about)?;
    let yesterday = cx
        .today()
        .checked_sub_days(Days::new(1))
        .unwrap_or(cx.today());
    cx.change(&permit, &about, |tx| {
        let held = person::assignments(&mut tx.reader(), person_id)?;
        let ended = held
            .into_iter()
            .find(|given| given.id == id)
            .ok_or(Failure::NotFound)?;
        let last = Role::SystemAdministrator;
        if ended.role == last && person::count_holders(&mut tx.reader(), last, cx.today())? < 2 {
            return Err(Refusal::LastAdministrator.into());
        }
        person::end_assignment(tx, id, yesterday)?;
        session::delete_all(tx, person_id)?;
        let role = ended.role.name(Lang::Vi);
        let detail = format!("Kết thúc vai trò {role} từ ngày {}", show_date(cx.today()));
        tx.trace(Trace::new("identity", person_id, detail));
        Ok(())
    })
}
