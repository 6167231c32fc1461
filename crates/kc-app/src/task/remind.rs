//! Reminding: letters are written into the outbox once for a person and a day, and sent from there
//! at least once. A mail server that is absent loses nothing.

use super::digest::{Digest, digest};
use crate::identity::session;
use crate::kernel::{App, Done, Failure, Trace, token};
use kc_domain::calendar;
use kc_domain::kernel::date::{Instant, show_date};
use kc_domain::kernel::id::{LetterId, UserId};
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject, system_permit};
use kc_store::identity::person;
use kc_store::kernel::Stamp;
use kc_store::task;
pub use kc_store::task::{Haste, Letter};

/// Most people written to, and most letters sent, in one round; the next round does the rest.
const ROUND_MAX: i64 = 500;

/// A letter in somebody's hands comes back after five minutes, in milliseconds.
const IN_HAND_MS: i64 = 5 * 60 * 1000;

/// The first wait after a failure is ten minutes, in milliseconds; each next is twice as long.
const WAIT_MS: i64 = 10 * 60 * 1000;

/// No wait is longer than six hours, in milliseconds.
const WAIT_MS_MAX: i64 = 6 * 3600 * 1000;

/// Offices open at seven, in milliseconds of the day.
const OPENING_MS: i64 = 7 * 3600 * 1000;

/// After so many failures, about four days, a letter is given up.
const ATTEMPTS_MAX: i64 = 20;

/// Longest fault kept of a mail server.
const FAULT_CHARACTERS_MAX: usize = 300;

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Letters newly written.
    pub written: usize,
    /// Letters the server took.
    pub sent: usize,
    /// Letters that did not leave; they are tried again.
    pub failed: usize,
}

/// Writes today's letters and sends what waits. `deliver` hands one letter to a mail server.
pub fn remind(
    app: &App,
    site: &str,
    haste: Haste,
    deliver: impl Fn(&Letter) -> Result<(), String>,
) -> Done<Round> {
    remind_while(app, site, haste, deliver, || true)
}

/// The same for as long as it goes on: between two letters it can be told to stop, and what was
/// not begun then waits for the next round.
pub fn remind_while(
    app: &App,
    site: &str,
    haste: Haste,
    deliver: impl Fn(&Letter) -> Result<(), String>,
    goes_on: impl Fn() -> bool,
) -> Done<Round> {
    let mut round = Round::default();
    if haste == Haste::Now || is_time(app.now()) {
        round.written = write(app, site)?;
    }
    for letter in waiting(app, haste)? {
        if !goes_on() {
            break;
        }
        send(app, &letter, &deliver, &mut round)?;
    }
    Ok(round)
}

/// Whether offices have opened, so that a letter finds its reader; in time none is written before.
fn is_time(now: Instant) -> bool {
    now.0 >= Instant::start_of(now.day()).0.saturating_add(OPENING_MS)
}

/// Today's letters as they would be written now. On a day off nobody is reminded.
pub fn preview(app: &App, site: &str) -> Done<Vec<Letter>> {
    let today = app.now().day();
    if !calendar::national().is_working(today) {
        return Ok(Vec::new());
    }
    let unwritten = app
        .database
        .read(|reader| Ok::<_, Failure>(task::list_unwritten(reader, today, ROUND_MAX)?))?;
    let mut letters = Vec::new();
    for (user, address) in unwritten {
        letters.extend(letter(app, user, address, site)?);
    }
    Ok(letters)
}

/// The letter to one person, where there is something to say.
fn letter(app: &App, user: UserId, address: String, site: &str) -> Done<Option<Letter>> {
    let actor = app.database.read(|reader| {
        let found = person::find(reader, user)?.ok_or(Failure::NotFound)?;
        session::actor(reader, found, app.now())
    })?;
    let (name, today) = (actor.name.clone(), app.now().day());
    let desk = super::desk(&app.cx(actor, Lang::Vi))?;
    let Some(Digest {
        subject,
        text,
        html,
    }) = digest(&name, &desk, today, site)
    else {
        return Ok(None);
    };
    Ok(Some(Letter {
        id: LetterId(token::new_id(app.now())?),
        person: user,
        name,
        day: today,
        address,
        subject,
        text,
        html,
        attempts: 0,
    }))
}

/// Writes today's letters into the outbox and answers how many.
fn write(app: &App, site: &str) -> Done<usize> {
    let letters = preview(app, site)?;
    if letters.is_empty() {
        return Ok(0);
    }
    change(app, |tx| {
        for letter in &letters {
            task::insert_letter(tx, letter)?;
        }
        let day = show_date(app.now().day());
        let detail = format!("Soạn {} thư nhắc việc ngày {day}", letters.len());
        tx.trace(Trace::new("task", day, detail));
        Ok(letters.len())
    })
}

/// What waits to be sent.
fn waiting(app: &App, haste: Haste) -> Done<Vec<Letter>> {
    app.database
        .read(|reader| Ok(task::list_waiting(reader, app.now(), haste, ROUND_MAX)?))
}

/// Sends one letter: takes it in hand, hands it over, and writes down how it went. A letter that
/// somebody else took meanwhile is theirs.
fn send(
    app: &App,
    letter: &Letter,
    deliver: impl Fn(&Letter) -> Result<(), String>,
    round: &mut Round,
) -> Done<()> {
    match take(app, letter) {
        Err(Failure::Stale) => return Ok(()),
        taken => taken?,
    }
    let fault = deliver(letter).err();
    let count = match fault {
        None => &mut round.sent,
        Some(_) => &mut round.failed,
    };
    *count = count.saturating_add(1);
    keep(app, letter, fault)
}

/// One letter at a time: none lies in hand while another is slow, so that its time never runs out.
fn take(app: &App, letter: &Letter) -> Done<()> {
    let until = Instant(app.now().0.saturating_add(IN_HAND_MS));
    change(app, |tx| {
        task::take_letter(tx, letter, until)?;
        let (day, name) = (show_date(letter.day), &letter.name);
        let detail = format!("Lấy thư nhắc việc ngày {day} của {name} để gửi");
        tx.trace(Trace::new("task", letter.id, detail));
        Ok(())
    })
}

/// Writes down how one letter went.
fn keep(app: &App, letter: &Letter, fault: Option<String>) -> Done<()> {
    change(app, |tx| {
        let day = show_date(letter.day);
        let detail = match &fault {
            None => {
                task::mark_sent(tx, letter.id)?;
                format!("Đã gửi thư nhắc việc ngày {day} cho {}", letter.name)
            }
            Some(fault) => {
                let fault: String = fault.chars().take(FAULT_CHARACTERS_MAX).collect();
                let again = next_try(letter.attempts, tx.at());
                task::mark_failed(tx, letter.id, &fault, again)?;
                let then = if again.is_some() {
                    "sẽ gửi lại"
                } else {
                    "thôi gửi"
                };
                format!(
                    "Chưa gửi được thư ngày {day} cho {}, {then}: {fault}",
                    letter.name
                )
            }
        };
        tx.trace(Trace::new("task", letter.id, detail));
        Ok(())
    })
}

/// When a letter that failed is tried again; `failures` counts those before. Nothing: given up.
fn next_try(failures: i64, now: Instant) -> Option<Instant> {
    if failures.saturating_add(1) >= ATTEMPTS_MAX {
        return None;
    }
    let doublings = u32::try_from(failures).unwrap_or(u32::MAX).min(16);
    let wait = WAIT_MS.saturating_mul(2_i64.saturating_pow(doublings));
    Some(Instant(now.0.saturating_add(wait.min(WAIT_MS_MAX))))
}

/// A write by the program itself.
fn change<T>(app: &App, work: impl FnOnce(&mut kc_store::kernel::Tx<'_>) -> Done<T>) -> Done<T> {
    let permit = system_permit(Action::Remind, Subject::new(AreaPath::nation(), None))?;
    let stamp = Stamp {
        permit: &permit,
        at: app.now(),
    };
    app.database.write(stamp, work)
}
