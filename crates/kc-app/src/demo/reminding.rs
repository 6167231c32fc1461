//! How the people of the sample office are reminded, and who stands in for whom.

use super::Office;
use super::agenda::day;
use crate::identity::delegation::{NewDelegation, delegate};
use crate::kernel::{Done, Failure};
use crate::task::settings;

/// The day on which everybody looks at their settings.
const SET_ON: &str = "2026-11-20";

/// Who is away, who stands in, from when to when, and why; written down on the first date.
const LEAVES: [(&str, &str, &str, &str, &str, &str); 2] = [
    (
        "2026-07-31",
        "giamdoc.tt",
        "canbo.tt",
        "2026-08-03",
        "2026-08-07",
        "Nghỉ phép năm",
    ),
    (
        "2026-11-20",
        "lanhdao.sct",
        "chuyenvien.sct",
        "2026-12-14",
        "2026-12-18",
        "Đi tập huấn",
    ),
];

/// Addresses that lead nowhere, and two leaves: one over, one to come.
pub(super) fn run(office: &Office<'_>) -> Done<()> {
    for leave in LEAVES {
        stand_in(office, leave)?;
    }
    for name in office.people.keys() {
        let cx = office.act(name, day(SET_ON)?)?;
        settings::set_address(&cx, &format!("{name}@example.invalid"), true)?;
    }
    Ok(())
}

fn stand_in(
    office: &Office<'_>,
    (written, away, deputy, from, to, reason): (&str, &str, &str, &str, &str, &str),
) -> Done<()> {
    let cx = office.act(away, day(written)?)?;
    let deputy = office.people.get(deputy).ok_or(Failure::NotFound)?;
    let organisation = cx
        .actor()
        .and_then(kc_domain::identity::Actor::organisation);
    let new = NewDelegation {
        deputy: deputy.user,
        organisation: organisation.ok_or(Failure::NotFound)?,
        valid_from: day(from)?,
        valid_to: day(to)?,
        reason: format!("{reason} (số liệu minh họa)"),
    };
    delegate(&cx, &new).map(drop)
}
