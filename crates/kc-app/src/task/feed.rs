//! The calendar feed: every deadline on one's desk, behind a secret address.

use super::{Desk, Task, desk};
use crate::identity::session;
use crate::kernel::{App, Done, Failure, token};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::text::Lang;
use kc_files::{Deadline, When};
use kc_store::identity::person;
use kc_store::task;

/// Characters of the hash that tells one deadline from another.
const UID_CHARACTERS: usize = 32;

/// The calendar file behind an address. It carries what the office already knows of its reader:
/// no money, no reasons.
pub fn feed(app: &App, secret: &str) -> Done<String> {
    let desk = desk_of(app, secret)?;
    let events = desk.mine.iter().filter_map(|task| event(task, app.site()));
    let events: Vec<_> = events.collect();
    Ok(kc_files::calendar(
        "Khuyến công: việc cần làm",
        app.now().0,
        &events,
    ))
}

/// What stands on the desk of whoever has this address; an address nobody has is not found.
fn desk_of(app: &App, secret: &str) -> Done<Desk> {
    let actor = app.database.read(|reader| {
        let found = task::find_by_feed(reader, token::hash(secret))?;
        let found = found.map_or(Ok(None), |id| person::find(reader, id))?;
        let person = found.filter(|person| !person.closed);
        session::actor(reader, person.ok_or(Failure::NotFound)?, app.now())
    })?;
    desk(&app.cx(actor, Lang::Vi))
}

/// A deadline on the day it really ends, at its hour where it has one; what has no day is on no calendar.
fn event(task: &Task, site: Option<&str>) -> Option<Deadline> {
    let day = task.ends_on()?;
    let hour = task.until.filter(|moment| !moment.ends_day());
    Some(Deadline {
        uid: uid(task),
        when: hour.map_or(When::Day(day), |moment| When::Until(moment.0)),
        summary: format!("Hạn: {} – {}", task.what.vi, task.title),
        description: described(task, hour.unwrap_or(Instant::end_of(day))),
        url: site.map(|site| format!("{site}{}", task.path)),
    })
}

fn described(task: &Task, until: Instant) -> String {
    let until = until.say_until(Lang::Vi);
    let moved = task.say_moved(Lang::Vi);
    let moved = moved.map_or_else(String::new, |moved| format!(" ({moved})"));
    format!(
        "Hạn cuối: {until}{moved}. Người phải làm: {}.",
        task.holder.vi
    )
}

/// The same for the same step of the same record, however often the file is made.
fn uid(task: &Task) -> String {
    let named = [&*task.path, &*task.title, &*task.what.en].join("#");
    let hash = token::hex(&token::hash(&named));
    let short: String = hash.chars().take(UID_CHARACTERS).collect();
    format!("{short}@khuyencong")
}
