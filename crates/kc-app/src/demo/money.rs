//! The money of the sample projects, entry by entry, through both hands.

use super::Office;
use crate::kernel::{Done, Failure, token};
use crate::ledger::append::{Move, append};
use crate::ledger::{payment, purse};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{DocumentId, EntryId, OrganisationId, ProgrammeId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Purse, Source};
use kc_domain::place::area::AreaPath;

/// One amount of one source for one project of the sample.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    pub(super) project: ProjectId,
    pub(super) source: Source,
    pub(super) amount: Dong,
    pub(super) year: i32,
    pub(super) month: i64,
}

/// What the entries of a programme stand on.
pub(super) struct Ground {
    pub(super) programme: ProgrammeId,
    pub(super) organisation: OrganisationId,
    pub(super) area: AreaPath,
    pub(super) decision: Option<DocumentId>,
}

/// Opens a purse for a source and year and assigns it exactly what the year's projects take.
pub(super) fn fill_purse(
    office: &Office<'_>,
    ground: &Ground,
    (source, year): (Source, i32),
    amount: Dong,
) -> Done<PurseId> {
    let day = format!("{year}-01-11");
    let cx = office.act("chuyenvien.sct", &day)?;
    let opened = Purse {
        id: PurseId([0; 16]),
        code: format!("HP-{year}-{}", source.code()),
        name: format!(
            "{} năm {year}",
            source.name(kc_domain::kernel::text::Lang::Vi)
        ),
        programme: Some(ground.programme),
        plan: None,
        source,
        level: None,
        budget_year: Some(year),
        area: ground.area.clone(),
        organisation: ground.organisation,
        illustrative: true,
    };
    let id = purse::open(&cx, opened)?;
    let assign = Move {
        project: None,
        purse: Some(id),
        ..blank(&cx, MoveKind::Assign, source, amount, &day)?
    };
    append(
        &cx,
        &Move {
            document: ground.decision,
            ..assign
        },
    )?;
    Ok(id)
}

/// Moves one share through every stage: approved, contracted, paid, settled; or, for partners'
/// money, committed and evidenced.
pub(super) fn spend(office: &Office<'_>, share: &Share, purse: Option<PurseId>) -> Done<()> {
    if share.source.is_of_partners() {
        one_hand(office, "canbo.tt", share, purse, (MoveKind::Commit, 0))?;
        return one_hand(office, "canbo.tt", share, purse, (MoveKind::Evidence, 2));
    }
    one_hand(
        office,
        "chuyenvien.sct",
        share,
        purse,
        (MoveKind::Approve, 0),
    )?;
    one_hand(office, "canbo.tt", share, purse, (MoveKind::Contract, 1))?;
    two_hands(office, share, purse, (MoveKind::Pay, 2))?;
    two_hands(office, share, purse, (MoveKind::Settle, 3))
}

fn one_hand(
    office: &Office<'_>,
    who: &str,
    share: &Share,
    purse: Option<PurseId>,
    (kind, later): (MoveKind, i64),
) -> Done<()> {
    let day = day_of(share, later);
    let cx = office.act(who, &day)?;
    append(
        &cx,
        &of_share(
            blank(&cx, kind, share.source, share.amount, &day)?,
            share,
            purse,
        ),
    )?;
    Ok(())
}

fn two_hands(
    office: &Office<'_>,
    share: &Share,
    purse: Option<PurseId>,
    (kind, later): (MoveKind, i64),
) -> Done<()> {
    let day = day_of(share, later);
    let accountant = office.act("ketoan", &day)?;
    let asked = blank(&accountant, kind, share.source, share.amount, &day)?;
    let id = payment::prepare(&accountant, &of_share(asked, share, purse))?;
    payment::approve(&office.act("duyetchi", &day)?, id)
}

fn of_share(asked: Move, share: &Share, purse: Option<PurseId>) -> Move {
    Move {
        project: Some(share.project),
        purse,
        ..asked
    }
}

/// A day of the share's year, some months after its beginning.
fn day_of(share: &Share, later: i64) -> String {
    format!(
        "{}-{:02}-15",
        share.year,
        share.month.saturating_add(later).min(12)
    )
}

fn blank(
    cx: &crate::kernel::Cx<'_>,
    kind: MoveKind,
    source: Source,
    amount: Dong,
    day: &str,
) -> Done<Move> {
    Ok(Move {
        id: EntryId(token::new_id(cx.now())?),
        kind,
        source,
        purse: None,
        project: None,
        amount,
        effective_on: parse_date(day).ok_or_else(|| Failure::Internal(day.to_owned()))?,
        document: None,
        reason: None,
        illustrative: true,
    })
}
