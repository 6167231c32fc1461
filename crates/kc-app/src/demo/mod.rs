//! The sample office: built in an empty database through the same use cases as everything else.
//!
//! Figures come from `demo/`; nothing is typed into code. The clock is set to the day of each
//! act, so that reports as of a date and as known at a moment have something to tell.

mod hai_phong;
mod money;
mod papers;
mod people;
mod sheet;

pub use people::SignIn;

use crate::kernel::{App, Cx, Done, Failure};
use kc_domain::identity::Actor;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::Lang;
use std::collections::BTreeMap;

/// The office while it is being built: its organisations and people by their keys in `demo/`.
struct Office<'a> {
    app: &'a App,
    organisations: BTreeMap<String, OrganisationId>,
    people: BTreeMap<String, Actor>,
}

impl Office<'_> {
    /// Acts as one of the people on a day.
    fn act(&self, sign_in: &str, day: &str) -> Done<Cx<'_>> {
        let moment = Instant::parse(&format!("{day}T09:00:00+07:00"));
        let moment = moment.ok_or_else(|| Failure::Internal(format!("demo: {day}")))?;
        self.app.clock().set(moment);
        let actor = self.people.get(sign_in);
        let actor = actor.ok_or_else(|| Failure::Internal(format!("demo: {sign_in}")))?;
        Ok(self.app.cx(actor.clone(), Lang::Vi))
    }

    fn organisation(&self, key: &str) -> Done<OrganisationId> {
        let found = self.organisations.get(key).copied();
        found.ok_or_else(|| Failure::Internal(format!("demo: {key}")))
    }
}

/// Builds the sample office and answers one sign-in per role. The office must be empty and its
/// clock must be one that can be set.
pub fn build(app: &App, password: &str) -> Done<Vec<SignIn>> {
    let (office, sign_ins) = people::gather(app, password)?;
    hai_phong::build(&office)?;
    Ok(sign_ins)
}
