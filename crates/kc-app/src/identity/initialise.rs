//! The first run: one organisation, one administrator, one link that works once.

use super::invite;
use crate::kernel::{App, Done, Failure, Trace, token};
use kc_domain::identity::{Assignment, Organisation, OrganisationKind, Role};
use kc_domain::kernel::id::{AssignmentId, OrganisationId, UserId};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject, system_permit};
use kc_store::identity::{organisation, person};
use kc_store::kernel::Stamp;

/// Makes the first administrator and answers the secret of the one-time link.
///
/// There is no default password. On a database that already has an administrator with an open
/// account it is refused.
pub fn initialise(app: &App, office: &str) -> Done<String> {
    let today = app.now().day();
    let holders = app.database.read(|reader| {
        Ok::<_, Failure>(person::count_holders(
            reader,
            Role::SystemAdministrator,
            today,
        )?)
    })?;
    if holders > 0 {
        return Err(Failure::invalid(
            "data",
            "Hệ thống đã được khởi tạo và có quản trị hệ thống. Đăng nhập để mời thêm người.",
            "The system was initialised before and has an administrator. Sign in to invite people.",
        ));
    }
    let organisation = OrganisationId(token::new_id(app.now())?);
    let person_id = UserId(token::new_id(app.now())?);
    let given = Assignment {
        id: AssignmentId(token::new_id(app.now())?),
        role: Role::SystemAdministrator,
        organisation,
        area: AreaPath::nation(),
        valid_from: today,
        valid_to: None,
    };
    let secret = token::secret()?;
    let permit = system_permit(Action::Initialise, Subject::new(AreaPath::nation(), None))?;
    app.database.write(
        Stamp {
            permit: &permit,
            at: app.now(),
        },
        |tx| {
            organisation::insert(tx, &first_organisation(organisation, office))?;
            person::insert(
                tx,
                &invite::new_person(person_id, "quantri", "Quản trị hệ thống"),
            )?;
            person::insert_assignment(tx, person_id, &given)?;
            invite::insert_link(tx, &secret, person_id)?;
            tx.trace(Trace::new(
                "identity",
                person_id,
                "Khởi tạo hệ thống, mời quản trị đầu tiên",
            ));
            Ok::<_, Failure>(())
        },
    )?;
    Ok(secret)
}

fn first_organisation(id: OrganisationId, name: &str) -> Organisation {
    Organisation {
        id,
        name: name.to_owned(),
        short_name: None,
        kind: OrganisationKind::Other,
        parent: None,
        area: AreaPath::nation(),
        illustrative: false,
        version: 1,
    }
}
