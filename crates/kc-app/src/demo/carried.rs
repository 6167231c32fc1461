//! The running year of the sample office, carried on: contracts, progress, an advance, a change
//! asked and one decided, a stop whose advance has to come back. All illustrative.

use super::agenda::{day, unreadable};
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

/// The contracts: project, number, day, who takes it, advance agreed, schedule.
const CONTRACTS: [(&str, &str, &str, &str, Option<i64>, &str); 3] = [
    (
        "may-laser",
        "08/HĐ-TTKC",
        "2026-03-02",
        "Công ty TNHH Kết cấu thép Tràng Sơn",
        None,
        "Đặt máy tháng 3; lắp đặt tháng 8; chạy thử tháng 10/2026.",
    ),
    (
        "mo-hinh-bao-bi",
        "09/HĐ-TTKC",
        "2026-03-16",
        "Công ty Cổ phần Bao bì Đa Độ",
        Some(50),
        "Nhập dây chuyền quý II; lắp đặt quý III; hội nghị trình diễn tháng 11/2026.",
    ),
    (
        "nhom-nuoc-mam",
        "10/HĐ-TTKC",
        "2026-04-01",
        "Hợp tác xã Chế biến thủy sản Gia Luận",
        Some(30),
        "Lắp đặt cho hai cơ sở trong quý III/2026.",
    ),
];

/// The reports: project, day of the report, month, hundredths done, what was done, difficulties.
const REPORTS: [(&str, &str, &str, i64, &str, Option<&str>); 10] = [
    (
        "may-laser",
        "2026-04-03",
        "2026-03-01",
        10,
        "Đã ký hợp đồng mua máy.",
        None,
    ),
    (
        "may-laser",
        "2026-05-06",
        "2026-04-01",
        20,
        "Đã chuyển tiền đặt cọc; làm móng đặt máy.",
        Some("Hãng báo giao máy chậm một tháng."),
    ),
    (
        "mo-hinh-bao-bi",
        "2026-04-06",
        "2026-03-01",
        15,
        "Đã mở thư tín dụng nhập dây chuyền.",
        None,
    ),
    (
        "mo-hinh-bao-bi",
        "2026-05-07",
        "2026-04-01",
        25,
        "Dây chuyền đang trên đường về cảng Hải Phòng.",
        None,
    ),
    (
        "mo-hinh-bao-bi",
        "2026-06-04",
        "2026-05-01",
        35,
        "Dây chuyền đã thông quan, đưa về xưởng.",
        None,
    ),
    (
        "mo-hinh-bao-bi",
        "2026-07-06",
        "2026-06-01",
        45,
        "Làm nền, kéo điện ba pha.",
        Some("Chờ đóng điện."),
    ),
    (
        "mo-hinh-bao-bi",
        "2026-08-05",
        "2026-07-01",
        60,
        "Lắp xong cụm tạo hình.",
        None,
    ),
    (
        "mo-hinh-bao-bi",
        "2026-09-07",
        "2026-08-01",
        70,
        "Lắp xong toàn dây chuyền.",
        None,
    ),
    (
        "mo-hinh-bao-bi",
        "2026-10-06",
        "2026-09-01",
        85,
        "Chạy thử không tải và có tải.",
        None,
    ),
    (
        "mo-hinh-bao-bi",
        "2026-11-05",
        "2026-10-01",
        95,
        "Chạy ổn định; chuẩn bị hội nghị trình diễn.",
        None,
    ),
];

/// The advances: project, day, amount.
const ADVANCES: [(&str, &str, i64); 2] = [
    ("mo-hinh-bao-bi", "2026-03-25", 400_000_000),
    ("nhom-nuoc-mam", "2026-04-10", 120_000_000),
];

/// Carries the approved projects of the year on.
pub(super) fn run(office: &Office<'_>) -> Done<()> {
    for contract in CONTRACTS {
        signed(office, contract)?;
    }
    for advance in ADVANCES {
        advanced(office, advance)?;
    }
    handed_over(office)?;
    for report in REPORTS {
        reported(office, report)?;
    }
    stopped(office)
}

/// What happened after the field work of the year: a change asked, a payment prepared.
pub(super) fn go_on(office: &Office<'_>) -> Done<()> {
    later(office)?;
    pay(office)
}

fn signed(
    office: &Office<'_>,
    (key, number, on, taker, advance_percent, schedule): (
        &str,
        &str,
        &str,
        &str,
        Option<i64>,
        &str,
    ),
) -> Done<()> {
    let id = project(office, key)?;
    let cx = office.act("canbo.tt", day(on)?)?;
    let found = show(&cx, id)?;
    let new = NewContract {
        id: None,
        project: id,
        kind: ContractKind::Execution,
        number: number.to_owned(),
        signed_on: day(on)?,
        giver: "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp Hải Phòng".to_owned(),
        taker: taker.to_owned(),
        parts: approved_for(&cx, id)?,
        advance_percent,
        starts_on: found.starts_on,
        ends_on: found.ends_on,
        terms: None,
        schedule: Some(schedule.to_owned()),
        document: None,
    };
    sign(&cx, new)?;
    Ok(())
}

/// An advance by both hands.
fn advanced(office: &Office<'_>, (key, on, amount): (&str, &str, i64)) -> Done<()> {
    let id = project(office, key)?;
    let cx = office.act("ketoan", day(on)?)?;
    let parts = approved_for(&cx, id)?;
    let from = parts.first().ok_or_else(|| unreadable(key))?;
    let new = Move {
        project: Some(id),
        purse: from.purse,
        ..money::blank(&cx, MoveKind::Advance, from.source, Dong(amount))?
    };
    payment::prepare(&cx, &new, &[])?;
    payment::approve(&office.act("duyetchi", day(on)?)?, new.id)
}

fn handed_over(office: &Office<'_>) -> Done<()> {
    let cx = office.act("ketoan", day("2026-04-15")?)?;
    let period = Period::new(day("2026-03-01")?, day("2026-03-31")?);
    let new = NewHandover {
        id: None,
        number: "01/BK-TTKC".to_owned(),
        handed_on: day("2026-04-15")?,
        period: period.ok_or_else(|| unreadable("period"))?,
    };
    hand_over(&cx, &new)?;
    Ok(())
}

fn reported(
    office: &Office<'_>,
    (key, on, month, percent, done, difficulties): (&str, &str, &str, i64, &str, Option<&str>),
) -> Done<()> {
    let cx = office.act("canbo.tt", day(on)?)?;
    let new = NewProgress {
        month: day(month)?,
        percent,
        done: done.to_owned(),
        difficulties: difficulties.map(str::to_owned),
    };
    report(&cx, project(office, key)?, &new)
}

/// A stop that the Ministry decided, recorded on its paper's number by the agency; the advance
/// has not come back.
fn stopped(office: &Office<'_>) -> Done<()> {
    let asked = office.act("canbo.tt", day("2026-10-05")?)?;
    let stop = NewAmendment {
        id: None,
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
        id: None,
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
        ..money::blank(&cx, MoveKind::Pay, from.source, bound.most)?
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
