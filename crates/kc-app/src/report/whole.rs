//! The programme around the report of a plan: what the year is a part of.

use super::{About, Ask, Opened, show};
use crate::kernel::{Cx, Done, Failure};
use crate::{plan, programme};

/// The report of the programme a plan is a year of, on the same day and at the same moment. `None`
/// for other reports, and where the reader may not see the programme.
pub fn whole(cx: &Cx<'_>, ask: &Ask, part: &Opened) -> Done<Option<Opened>> {
    let About::Plan(code) = &ask.about else {
        return Ok(None);
    };
    let Some(id) = plan::show_by_code(cx, code)?.programme else {
        return Ok(None);
    };
    let found = match programme::show(cx, id) {
        Ok(found) => found,
        Err(Failure::NotFound) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let around = Ask {
        place: ask.place.clone(),
        ..Ask::programme(found.code).on(part.as_of(), part.known_at())
    };
    show(cx, &around).map(Some)
}
