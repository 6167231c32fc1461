//! Changes of an approved project: asked, confirmed, decided, and only then true – in the project
//! and in the ledger at once.

mod hands;
mod money;

use crate::contract::{Story, day};
use kc_app::amendment::decide::{Decision, decide};
use kc_app::amendment::request::{NewAmendment, request};
use kc_app::kernel::Done;
use kc_domain::amendment::{AmendmentKind, Fact, Stand, What};
use kc_domain::identity::Role;
use kc_domain::kernel::id::AmendmentId;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_testkit::Engine;

/// A local project approved on 10/02/2026, asked about on 04/05/2026.
fn local(engine: Engine) -> Story {
    Story::of(engine, "2026-05-04", Level::Local, "machinery")
}

fn to_be(what: What, after: &str) -> Fact {
    Fact {
        what,
        purse: None,
        before: None,
        after: Some(after.into()),
    }
}

/// The support from the story's purse as it is to be.
fn support(story: &Story, after: i64) -> Fact {
    Fact::support(Source::Local, Some(story.purse), Dong::ZERO, Dong(after))
}

fn ask(story: &Story, kind: AmendmentKind, wished: Vec<Fact>) -> Done<AmendmentId> {
    let new = NewAmendment {
        project: story.project,
        kind,
        reason: "Nhà cung cấp giao máy chậm".into(),
        wished,
    };
    request(&story.at(Role::CentreOfficer), &new)
}

fn granted() -> Decision {
    Decision {
        is_granted: true,
        on: day("2026-05-04"),
        number: "77/QĐ-SCT".into(),
        document: None,
        note: None,
    }
}

fn grant(story: &Story, id: AmendmentId) -> Done<Stand> {
    decide(&story.at(Role::DepartmentHead), id, &granted())
}
