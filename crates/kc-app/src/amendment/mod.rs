//! Changes of an approved project: ask, confirm, decide; what a decision changes is changed with
//! it, in one transaction.

pub mod confirm;
pub mod decide;
mod effect;
mod facts;
mod money;
pub mod print;
pub mod request;
mod waiting;
pub mod words;

pub use facts::values_now;
pub use kc_store::amendment::{Asked, Filter};
pub use waiting::waiting_for;

use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::amendment::{Amendment, Fact, Route, stale};
use kc_domain::kernel::id::AmendmentId;
use kc_domain::policy::{Action, Subject};
use kc_store::amendment;

/// Requests the reader may see, the open ones first.
pub fn list(cx: &Cx<'_>, filter: &Filter, window: Window) -> Done<Page<Asked>> {
    let scope = cx.scope(Action::ReadProjects)?;
    cx.read(|reader| Ok(amendment::list(reader, &scope, filter, window)?))
}

/// One request with what tells whether it still holds.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The request and the title of its project.
    pub asked: Asked,
    /// The way it goes.
    pub route: &'static Route,
    /// The facts that changed since it was asked, with what they are now; only while it is open.
    pub stale: Vec<(Fact, Option<String>)>,
}

/// One request.
pub fn show(cx: &Cx<'_>, id: AmendmentId) -> Done<Sight> {
    let asked = cx.read(|reader| Ok(amendment::find(reader, id)?))?;
    let asked = asked.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadProjects, &subject(&asked.amendment))?;
    let route = route_of(&asked.amendment)?;
    let stale = if asked.amendment.stand.is_open() {
        cx.read(|reader| {
            let now = facts::Now::of(reader, asked.amendment.project)?;
            let changed = stale(&asked.amendment.facts, |fact| now.value(fact));
            let owned = changed.into_iter().map(|(fact, now)| (fact.clone(), now));
            Ok(owned.collect())
        })?
    } else {
        Vec::new()
    };
    Ok(Sight {
        asked,
        route,
        stale,
    })
}

/// The rule by which a request goes its way.
fn route_of(amendment: &Amendment) -> Done<&'static Route> {
    let unknown = || Failure::Internal(format!("no route {}", amendment.rule));
    Route::of_code(&amendment.rule).ok_or_else(unknown)
}

/// What the policy must know of a request.
pub fn subject(amendment: &Amendment) -> Subject {
    Subject::new(amendment.area.clone(), Some(amendment.organisation))
        .with_party(amendment.party)
        .made_by(amendment.asked_by)
}
