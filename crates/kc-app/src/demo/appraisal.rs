//! The councils of the running year: one sitting closed and ranked, one still being scored. All of it
//! is illustrative.

use super::agenda::{day, unreadable};
use super::sheet::{Line, lines};
use super::{Office, people, year};
use crate::appraisal::council::{NewCouncil, call, establish};
use crate::appraisal::file::{self, AskedOf};
use crate::appraisal::rank::{self, Choice};
use crate::appraisal::score::{NewScore, score};
use crate::appraisal::sitting::{self, NewSitting};
use crate::appraisal::{declare, minutes, sheet};
use crate::identity::invite;
use crate::identity::role::{self, NewRole};
use crate::kernel::Done;
use kc_domain::appraisal::{Points, Post, Tie, TieKind};
use kc_domain::identity::Role;
use kc_domain::kernel::id::{CouncilId, ProjectId, PurseId, SittingId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;

const MEMBERS: &str = include_str!("../../../../demo/council.csv");
const FILES: &str = include_str!("../../../../demo/council-files.csv");
const SCORES: &str = include_str!("../../../../demo/council-scores.csv");

/// The sheet of the councils.
const SHEET: &str = "de-an-2026";
/// The day the council is set up, sits, and ranks.
const SET_UP: &str = "2026-03-02";
const SITS: &str = "2026-03-20";
const RANKS: &str = "2026-03-24";
/// The sitting that is still to come, and the day it is opened.
const NEXT: &str = "2026-12-04";
const NEXT_OPENED: &str = "2026-04-02";

/// Lets the councils sit.
pub(super) fn run(office: &mut Office<'_>) -> Done<()> {
    let members = lines(MEMBERS)?;
    for line in members
        .iter()
        .filter(|line| !line.text("full_name").is_empty())
    {
        join(office, line)?;
    }
    let second = council(office, &members, "II")?;
    let files = lines(FILES)?;
    let sitting = listed(office, second, (SET_UP, SITS), files.iter())?;
    for line in &files {
        ask(office, sitting, line)?;
    }
    for line in lines(SCORES)? {
        give(office, sitting, &line)?;
    }
    close(office, sitting, &members)?;
    keep(office, second)?;
    let third = council(office, &members, "III")?;
    let again = files.iter().filter(|line| line.text("again") == "yes");
    listed(office, third, (NEXT_OPENED, NEXT), again)?;
    Ok(())
}

/// A member gets an account and the role.
fn join(office: &mut Office<'_>, line: &Line) -> Done<()> {
    let name = line.text("sign_in");
    let cx = office.act("quantri", day(SET_UP)?)?;
    let (id, _) = invite::invite(&cx, name, line.text("full_name"))?;
    let new = NewRole {
        role: Role::CouncilMember,
        organisation: office.organisation(line.text("organisation"))?,
        area: super::area("VN/31")?,
        valid_from: day("2026-01-01")?,
        valid_to: None,
    };
    role::give(&cx, id, new)?;
    let actor = people::actor(office.app, name)?;
    office.people.insert(name.to_owned(), actor);
    Ok(())
}

/// Sets up the council of a round, calls everybody and lets them declare.
fn council(office: &Office<'_>, members: &[Line], round: &str) -> Done<CouncilId> {
    let cx = office.act("chuyenvien.sct", day(SET_UP)?)?;
    let new = NewCouncil {
        name: format!("Hội đồng thẩm định khuyến công Hải Phòng năm 2026, đợt {round}"),
        plan: plan(office)?,
        round: round.to_owned(),
        sheet: SHEET.to_owned(),
        decision: Some("Quyết định số 118/QĐ-SCT ngày 02/03/2026".to_owned()),
        illustrative: true,
    };
    let id = establish(&cx, new)?;
    for line in members {
        let person = office.act(line.text("sign_in"), day(SET_UP)?)?;
        let user = person.user().ok_or_else(|| unreadable("council"))?;
        let post = Post::from_code(line.text("post")).ok_or_else(|| unreadable("post"))?;
        call(&cx, id, user, post)?;
        let tie = TieKind::from_code(line.text("kind")).map(|kind| Tie {
            kind,
            written: line.text("tie").to_owned(),
        });
        declare::declare(&person, id, user, tie.into_iter().collect())?;
    }
    Ok(id)
}

fn plan(office: &Office<'_>) -> Done<kc_domain::kernel::id::PlanId> {
    let found = office.plans.get(year::CODE).copied();
    found.ok_or_else(|| unreadable(year::CODE))
}

/// Opens a sitting with some files.
fn listed<'l>(
    office: &Office<'_>,
    council: CouncilId,
    (on, held): (&str, &str),
    files: impl Iterator<Item = &'l Line>,
) -> Done<SittingId> {
    let cx = office.act("chuyenvien.sct", day(on)?)?;
    let new = NewSitting {
        held_on: day(held)?,
        place_written: Some("Phòng họp tầng 3, Sở Công Thương".to_owned()),
    };
    let sitting = sitting::open(&cx, council, new)?;
    let files = files.map(|line| project(office, line));
    file::add(&cx, sitting, &files.collect::<Done<Vec<_>>>()?)?;
    Ok(sitting)
}

fn project(office: &Office<'_>, line: &Line) -> Done<ProjectId> {
    let key = line.text("file");
    let found = office.projects.get(key).copied();
    found.ok_or_else(|| unreadable(key))
}

fn purse(office: &Office<'_>, source: Source) -> Done<PurseId> {
    let found = office.purses.get(&(source, 2026)).copied();
    found.ok_or_else(|| unreadable("purse"))
}

/// The marks of a file and what it asks of which purse.
fn ask(office: &Office<'_>, sitting: SittingId, line: &Line) -> Done<()> {
    let cx = office.act("chuyenvien.sct", day(SITS)?)?;
    let mut asks = Vec::new();
    for (column, source) in [("central", Source::Central), ("local", Source::Local)] {
        if let Some(amount) = line.number(column).map(Dong) {
            let purse = purse(office, source)?;
            asks.push(AskedOf { purse, amount });
        }
    }
    file::set(
        &cx,
        sitting,
        project(office, line)?,
        (line.text("marks"), &asks),
    )
}

fn give(office: &Office<'_>, sitting: SittingId, line: &Line) -> Done<()> {
    let cx = office.act(line.text("who"), day(SITS)?)?;
    let points = sheet::get(SHEET)?.criteria.into_iter().map(|criterion| {
        let given = Points::parse(line.text(&criterion.code));
        Ok((criterion.code, given.ok_or_else(|| unreadable("points"))?))
    });
    let new = NewScore {
        points: points.collect::<Done<Vec<_>>>()?,
        remark: line.text_or_none("remark"),
    };
    score(&cx, sitting, project(office, line)?, new)?;
    Ok(())
}

/// The secretary notes who sat and closes the minutes.
fn close(office: &Office<'_>, sitting: SittingId, members: &[Line]) -> Done<()> {
    let cx = office.act("thuky.sct", day(SITS)?)?;
    let people = members
        .iter()
        .map(|line| office.people.get(line.text("sign_in")));
    let people: Vec<_> = people.flatten().map(|actor| actor.user).collect();
    let said = "Hội đồng nghe đơn vị thực hiện trình bày từng đề án, thảo luận và chấm điểm độc lập.\n\
                Đề án nhãn hiệu bánh đa khô chưa đạt ngưỡng, đề nghị hoàn thiện báo giá và cam kết vốn đối ứng.";
    sitting::note(&cx, sitting, &people, Some(said))?;
    minutes::close(&cx, sitting)
}

fn keep(office: &Office<'_>, council: CouncilId) -> Done<()> {
    let cx = office.act("chuyenvien.sct", day(RANKS)?)?;
    let choice = Choice {
        purses: vec![
            purse(office, Source::Central)?,
            purse(office, Source::Local)?,
        ],
        reserve: 2,
        ..Choice::default()
    };
    let note = "Trình phê duyệt đợt II năm 2026".to_owned();
    rank::keep(&cx, council, &choice, Some(note))?;
    Ok(())
}
