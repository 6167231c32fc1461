//! The running year of the sample office, carried on: contracts, progress, an advance, a change
//! asked and one decided, a stop whose advance has to come back. All illustrative.

use super::agenda::{day, unreadable};
use super::sheet::{Line, lines};
use super::{Office, money};
use crate::amendment::confirm::confirm;
use crate::amendment::decide::{Decision, decide};
use crate::amendment::request::{NewAmendment, request};
use crate::contract::facts::approved_for;
use crate::contract::progress::{NewProgress, report};
use crate::contract::sign::{NewContract, sign};
use crate::kernel::Done;
use crate::ledger::append::Move;
use crate::payment;
use crate::payment::handover::{NewHandover, hand_over};
use crate::project::show;
use kc_domain::amendment::{AmendmentKind, Fact, What};
use kc_domain::contract::ContractKind;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::ledger::MoveKind;

const CONTRACTS: &str = include_str!("../../../../demo/contracts.csv");
const PROGRESS: &str = include_str!("../../../../demo/progress.csv");

/// Carries the approved projects of the year on.
pub(super) fn run(office: &Office<'_>) -> Done<()> {
    let contracts = lines(CONTRACTS)?;
    for line in &contracts {
        signed(office, line)?;
    }
    for line in &contracts {
        advanced(office, line)?;
    }
    handed_over(office)?;
    for line in lines(PROGRESS)? {
        reported(office, &line)?;
    }
    stopped(office)
}

/// What happened after the field work of the year: a change asked, a payment prepared.
pub(super) fn go_on(office: &Office<'_>) -> Done<()> {
    later(office)?;
    pay(office)
}

fn signed(office: &Office<'_>, line: &Line) -> Done<()> {
    let (id, on) = (
        project(office, line.text("project"))?,
        day(line.text("day"))?,
    );
    let cx = office.act("canbo.tt", on)?;
    let found = show(&cx, id)?;
    let new = NewContract {
        project: id,
        kind: ContractKind::Execution,
        number: line.text("number").to_owned(),
        signed_on: on,
        giver: "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp Hải Phòng".to_owned(),
        taker: line.text("taker").to_owned(),
        parts: approved_for(&cx, id)?,
        advance_percent: line.number("advance_percent"),
        starts_on: found.starts_on,
        ends_on: found.ends_on,
        terms: None,
        schedule: line.text_or_none("schedule"),
        document: None,
    };
    sign(&cx, new)?;
    Ok(())
}

/// An advance by both hands, where the sheet has one.
fn advanced(office: &Office<'_>, line: &Line) -> Done<()> {
    let Some(amount) = line.number("advance") else {
        return Ok(());
    };
    let key = line.text("project");
    let (id, on) = (project(office, key)?, day(line.text("advanced_on"))?);
    let cx = office.act("ketoan", on)?;
    let parts = approved_for(&cx, id)?;
    let from = parts.first().ok_or_else(|| unreadable(key))?;
    let new = Move {
        project: Some(id),
        purse: from.purse,
        ..money::blank(&cx, MoveKind::Advance, from.source, Dong(amount))
    };
    let id = payment::prepare(&cx, &new, &[])?;
    payment::approve(&office.act("duyetchi", on)?, id)
}

fn handed_over(office: &Office<'_>) -> Done<()> {
    let cx = office.act("ketoan", day("2026-04-15")?)?;
    let period = Period::new(day("2026-03-01")?, day("2026-03-31")?);
    let new = NewHandover {
        number: "01/BK-TTKC".to_owned(),
        handed_on: day("2026-04-15")?,
        period: period.ok_or_else(|| unreadable("period"))?,
    };
    hand_over(&cx, &new)?;
    Ok(())
}

fn reported(office: &Office<'_>, line: &Line) -> Done<()> {
    let cx = office.act("canbo.tt", day(line.text("day"))?)?;
    let percent = line.number("percent");
    let new = NewProgress {
        month: day(line.text("month"))?,
        percent: percent.ok_or_else(|| unreadable("percent"))?,
        done: line.text("done").to_owned(),
        difficulties: line.text_or_none("difficulties"),
    };
    report(&cx, project(office, line.text("project"))?, &new)
}

/// A stop that the Ministry decided, recorded on its paper's number by the agency; the advance
/// has not come back.
fn stopped(office: &Office<'_>) -> Done<()> {
    let asked = office.act("canbo.tt", day("2026-10-05")?)?;
    let stop = NewAmendment {
        project: project(office, "nhom-nuoc-mam")?,
        kind: AmendmentKind::Stop,
        reason: "Một trong hai cơ sở giải thể, cơ sở còn lại không đủ vốn đối ứng.".to_owned(),
        wished: Vec::new(),
    };
    let id = request(&asked, &stop)?;
    let confirmed_on = day("2026-10-09")?;
    let officer = office.act("chuyenvien.sct", confirmed_on)?;
    confirm(&officer, id, confirmed_on, "214/SCT-QLCN")?;
    let on = day("2026-10-23")?;
    let decision = Decision {
        is_granted: true,
        on,
        number: "1187/QĐ-BCT".to_owned(),
        document: None,
        note: None,
    };
    decide(&office.act("cuc", on)?, id, &decision)?;
    Ok(())
}

/// An extension that waits for the Sở to confirm.
fn later(office: &Office<'_>) -> Done<()> {
    let cx = office.act("canbo.tt", day("2026-11-10")?)?;
    let extend = NewAmendment {
        project: project(office, "mo-hinh-bao-bi")?,
        kind: AmendmentKind::Extend,
        reason: "Đóng điện chậm một tháng nên lùi hội nghị trình diễn sang tháng 12.".to_owned(),
        wished: vec![Fact {
            what: What::EndsOn,
            purse: None,
            before: None,
            after: Some("2026-12-15".to_owned()),
        }],
    };
    request(&cx, &extend)?;
    Ok(())
}

/// What the rules leave to pay for the accepted machine, prepared and not yet approved.
fn pay(office: &Office<'_>) -> Done<()> {
    let id = project(office, "may-laser")?;
    let cx = office.act("ketoan", day("2026-11-12")?)?;
    let room = payment::room(&cx, id)?;
    let bound = room.payment.ok_or_else(|| unreadable("may-laser"))?;
    let parts = approved_for(&cx, id)?;
    let from = parts.first().ok_or_else(|| unreadable("may-laser"))?;
    let new = Move {
        project: Some(id),
        purse: from.purse,
        reason: Some("Thanh toán theo biên bản nghiệm thu ngày 22/9/2026.".to_owned()),
        ..money::blank(&cx, MoveKind::Pay, from.source, bound.most)
    };
    payment::prepare(&cx, &new, &[])?;
    Ok(())
}

fn project(office: &Office<'_>, key: &str) -> Done<ProjectId> {
    office
        .projects
        .get(key)
        .copied()
        .ok_or_else(|| unreadable(key))
}
