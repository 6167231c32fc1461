//! The money of the sample projects, entry by entry, through both hands.

use super::agenda::unreadable;
use super::{Office, area};
use crate::kernel::{Cx, Done};
use crate::ledger::append::{Move, append};
use crate::ledger::purse;
use crate::payment;
use chrono::NaiveDate;
use kc_domain::kernel::id::{DocumentId, PlanId, ProgrammeId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Purse, Source};

/// Opens a purse for a source and year and assigns it exactly what the year's projects take.
pub(super) fn fill_purse(
    office: &mut Office<'_>,
    day: NaiveDate,
    (source, year): (Source, i32),
    amount: Dong,
) -> Done<()> {
    let programme = office.programmes.get("HP-2016-2020").copied();
    let document = office.documents.get("qd459").copied();
    let frame = Frame {
        programme,
        plan: None,
        document,
    };
    fill(office, day, (source, year), frame, amount)
}

/// What a purse serves, and the document it was assigned by.
pub(super) struct Frame {
    pub(super) programme: Option<ProgrammeId>,
    pub(super) plan: Option<PlanId>,
    pub(super) document: Option<DocumentId>,
}

/// Opens a purse for a source and year and assigns it an amount.
pub(super) fn fill(
    office: &mut Office<'_>,
    day: NaiveDate,
    (source, year): (Source, i32),
    frame: Frame,
    amount: Dong,
) -> Done<()> {
    let cx = office.act("chuyenvien.sct", day)?;
    let opened = Purse {
        id: PurseId([0; 16]),
        code: format!("HP-{year}-{}", source.code()),
        name: format!("{} năm {year}", source.name(Lang::Vi)),
        programme: frame.programme,
        plan: frame.plan,
        source,
        level: None,
        budget_year: Some(year),
        area: area("VN/31")?,
        organisation: office.organisation("hp-tt")?,
        illustrative: true,
    };
    let id = purse::open(&cx, opened)?;
    let mut assign = blank(&cx, MoveKind::Assign, source, amount);
    assign.purse = Some(id);
    assign.document = frame.document;
    append(&cx, &assign)?;
    office.purses.insert((source, year), id);
    Ok(())
}

/// Records one move of a project: by one hand, or prepared by one and approved by another.
pub(super) fn record(
    office: &Office<'_>,
    day: NaiveDate,
    (code, source, kind): (&str, Source, MoveKind),
    amount: Dong,
) -> Done<()> {
    let who = match kind {
        MoveKind::Approve => "chuyenvien.sct",
        _ if kind.needs_two_hands() => "ketoan",
        _ => "canbo.tt",
    };
    let cx = office.act(who, day)?;
    let mut asked = blank(&cx, kind, source, amount);
    asked.project = office.projects.get(code).copied();
    asked.purse = purse_of(office, code, source)?;
    if kind.needs_two_hands() {
        let id = payment::prepare(&cx, &asked, &[])?;
        return payment::approve(&office.act("duyetchi", day)?, id);
    }
    append(&cx, &asked)?;
    Ok(())
}

/// The purse of a project's year; the code of a project names its year, as in `HP-2016-10`.
fn purse_of(office: &Office<'_>, code: &str, source: Source) -> Done<Option<PurseId>> {
    let year = code.split('-').nth(1).and_then(|year| year.parse().ok());
    let year: i32 = year.ok_or_else(|| unreadable(code))?;
    Ok(office.purses.get(&(source, year)).copied())
}

pub(super) fn blank(cx: &Cx<'_>, kind: MoveKind, source: Source, amount: Dong) -> Move {
    Move {
        kind,
        source,
        purse: None,
        project: None,
        amount,
        effective_on: cx.today(),
        document: None,
        reason: None,
        illustrative: true,
    }
}
