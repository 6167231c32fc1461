//! Organisations and people of the sample office.

use super::Office;
use super::sheet::{Line, lines};
use crate::identity::organisation::{self, NewOrganisation};
use crate::identity::role::{self, NewRole};
use crate::identity::{initialise, invitation, invite, session};
use crate::kernel::{App, Cx, Done, Failure};
use kc_domain::identity::{Actor, OrganisationKind, Role};
use kc_domain::kernel::date::{Instant, parse_date};
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_store::identity::person;

const ORGANISATIONS: &str = include_str!("../../../../demo/organisations.csv");
const PEOPLE: &str = include_str!("../../../../demo/people.csv");

/// The day the sample office opens.
const OPENED: &str = "2016-01-04";

/// A sign-in of the sample office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The name to type.
    pub sign_in: String,
    /// The person.
    pub full_name: String,
    /// The role.
    pub role: Role,
}

/// Makes the organisations and people; everybody has the same password.
pub(super) fn gather<'a>(app: &'a App, password: &str) -> Done<(Office<'a>, Vec<SignIn>)> {
    let opened = parse_date(OPENED).ok_or_else(|| Failure::Internal(OPENED.to_owned()))?;
    app.clock().set(Instant::start_of(opened));
    let secret = initialise::initialise(app, "Văn phòng mẫu (số liệu minh họa)")?;
    invitation::accept(app, &secret, password, password, "demo")?;
    let administrator = actor(app, "quantri")?;
    let mut office = Office::empty(app);
    let cx = app.cx(administrator.clone(), Lang::Vi);
    for line in lines(ORGANISATIONS)? {
        let id = organisation::record(&cx, organisation_of(&line, &office)?)?;
        office.organisations.insert(line.text("key").to_owned(), id);
    }
    let mut sign_ins = vec![sign_in(
        "quantri",
        &administrator.name,
        Role::SystemAdministrator,
    )];
    office.people.insert("quantri".to_owned(), administrator);
    for line in lines(PEOPLE)? {
        let (name, role) = (line.text("sign_in"), role_of(&line)?);
        let (id, secret) = invite::invite(&cx, name, line.text("full_name"))?;
        role::give(&cx, id, new_role(&line, role, &office)?)?;
        invitation::accept(app, &secret, password, password, "demo")?;
        office.people.insert(name.to_owned(), actor(app, name)?);
        sign_ins.push(sign_in(name, line.text("full_name"), role));
    }
    forget_sessions(&office)?;
    Ok((office, sign_ins))
}

/// Accepting a link signs in; nobody of the sample office is signed in when it opens.
fn forget_sessions(office: &Office<'_>) -> Done<()> {
    let people = office.people.values();
    people
        .map(|actor| office.app.cx(actor.clone(), Lang::Vi))
        .try_for_each(|cx: Cx<'_>| session::sign_out_everywhere(&cx))
}

fn organisation_of(line: &Line, office: &Office<'_>) -> Done<NewOrganisation> {
    let unknown = || Failure::Internal(format!("demo: {}", line.text("key")));
    let parent = match line.text("parent") {
        "" => None,
        key => Some(office.organisation(key)?),
    };
    Ok(NewOrganisation {
        name: line.text("name").to_owned(),
        short_name: line.text_or_none("short_name"),
        kind: OrganisationKind::from_code(line.text("kind")).ok_or_else(unknown)?,
        parent,
        area: AreaPath::parse(line.text("area"))
            .ok()
            .ok_or_else(unknown)?,
        illustrative: line.text("key") == "hp-dv",
    })
}

fn role_of(line: &Line) -> Done<Role> {
    let unknown = || Failure::Internal(format!("demo: {}", line.text("role")));
    Role::from_code(line.text("role")).ok_or_else(unknown)
}

fn new_role(line: &Line, role: Role, office: &Office<'_>) -> Done<NewRole> {
    let unknown = || Failure::Internal(format!("demo: {}", line.text("area")));
    Ok(NewRole {
        role,
        organisation: office.organisation(line.text("organisation"))?,
        area: AreaPath::parse(line.text("area"))
            .ok()
            .ok_or_else(unknown)?,
        valid_from: parse_date(OPENED).ok_or_else(unknown)?,
        valid_to: None,
    })
}

/// A person of the database with the roles in force.
pub(super) fn actor(app: &App, name: &str) -> Done<Actor> {
    app.database.read(|reader| {
        let found = person::find_by_sign_in(reader, name)?.ok_or(Failure::NotFound)?;
        session::actor(reader, found, app.now())
    })
}

fn sign_in(name: &str, full_name: &str, role: Role) -> SignIn {
    SignIn {
        sign_in: name.to_owned(),
        full_name: full_name.to_owned(),
        role,
    }
}
