//! The sample office: built in an empty database through the same use cases as everything else.
//!
//! Figures come from `demo/`; nothing is typed into code. The clock is set to the day of each
//! act, so that reports as of a date and as known at a moment have something to tell.

mod agenda;
mod appraisal;
mod carried;
mod earlier;
mod field;
mod figures;
mod frames;
mod money;
mod norm;
mod papers;
mod people;
mod projects;
mod reminding;
mod round;
mod sheet;
mod walk;
mod year;

pub use people::SignIn;

use crate::kernel::{App, Cx, Done};
use agenda::unreadable;
use chrono::NaiveDate;
use kc_domain::identity::Actor;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{DocumentId, OrganisationId, PlanId, ProgrammeId, ProjectId, PurseId};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Source;
use kc_domain::place::area::AreaPath;
use std::collections::BTreeMap;

/// The office while it is being built: what was made so far, by the keys of `demo/`.
struct Office<'a> {
    app: &'a App,
    organisations: BTreeMap<String, OrganisationId>,
    people: BTreeMap<String, Actor>,
    documents: BTreeMap<String, DocumentId>,
    programmes: BTreeMap<String, ProgrammeId>,
    plans: BTreeMap<String, PlanId>,
    projects: BTreeMap<String, ProjectId>,
    purses: BTreeMap<(Source, i32), PurseId>,
}

impl<'a> Office<'a> {
    fn empty(app: &'a App) -> Self {
        Self {
            app,
            organisations: BTreeMap::new(),
            people: BTreeMap::new(),
            documents: BTreeMap::new(),
            programmes: BTreeMap::new(),
            plans: BTreeMap::new(),
            projects: BTreeMap::new(),
            purses: BTreeMap::new(),
        }
    }

    /// Acts as one of the people at nine in the morning of a day.
    fn act(&self, sign_in: &str, day: NaiveDate) -> Done<Cx<'a>> {
        let nine = Instant::start_of(day).0.saturating_add(9 * 3600 * 1000);
        self.app.clock().set(Instant(nine));
        let actor = self
            .people
            .get(sign_in)
            .ok_or_else(|| unreadable(sign_in))?;
        Ok(self.app.cx(actor.clone(), Lang::Vi))
    }

    fn organisation(&self, key: &str) -> Done<OrganisationId> {
        self.organisations
            .get(key)
            .copied()
            .ok_or_else(|| unreadable(key))
    }
}

/// Builds the sample office and answers one sign-in per role. The office must be empty and its
/// clock must be one that can be set.
pub fn build(app: &App, password: &str) -> Done<Vec<SignIn>> {
    let (mut office, sign_ins) = people::gather(app, password)?;
    for (day, act) in agenda::agenda()? {
        agenda::carry_out(&mut office, day, &act)?;
    }
    year::run(&mut office)?;
    appraisal::run(&mut office)?;
    carried::run(&office)?;
    field::run(&mut office)?;
    carried::go_on(&office)?;
    round::run(&mut office)?;
    reminding::run(&office)?;
    Ok(sign_ins)
}

fn area(path: &str) -> Done<AreaPath> {
    AreaPath::parse(path).or(Err(unreadable(path)))
}
