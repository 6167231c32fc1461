//! The open registration round of the sample office: the plan of the coming year with its guidance
//! and the first proposals, all illustrative.

use super::agenda::day;
use super::{Office, area};
use crate::kernel::{Done, Failure};
use crate::plan::guide::guide;
use crate::plan::record::{self as plan, NewPlan};
use crate::plan::show_by_code;
use crate::project::propose::{NewProject, propose};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::plan::{Guidance, Round};

/// The plan of the coming year.
pub(super) const CODE: &str = "HP-2027";

const YEAR: i32 = 2027;

/// The day the Sở set the round.
const SET_ON: &str = "2026-08-25";

/// One proposal of the round: day, who, title, group of content, area, place, need.
type Proposal = [&'static str; 7];

/// The proposals, each with its cost and the support asked, in đồng.
const PROPOSALS: [(Proposal, i64, i64); 3] = [
    (
        [
            "2026-11-10",
            "kienthuy",
            "Hỗ trợ ứng dụng máy ép thủy lực trong sản xuất đồ gỗ tại xã Kiến Thụy",
            "3",
            "VN/31/11680",
            "xã Kiến Thụy, Hải Phòng",
            "Khảo sát tháng 8: ép tay, tỷ lệ hỏng cao; cơ sở có mặt bằng và vốn đối ứng.",
        ],
        620_000_000,
        300_000_000,
    ),
    (
        [
            "2026-11-13",
            "hoangcuong",
            "Hỗ trợ ứng dụng máy hàn robot trong gia công kết cấu thép",
            "3",
            "VN/31/11521",
            "phường Lê Ích Mộc, Hải Phòng",
            "Đơn hàng tăng, mối hàn tay không đều; đã có báo giá của hai nhà cung cấp.",
        ],
        900_000_000,
        300_000_000,
    ),
    (
        [
            "2026-11-18",
            "dichvu",
            "Tư vấn thiết kế bao bì, đăng ký nhãn hiệu cho cơ sở chế biến thủy sản",
            "5",
            "VN/31/11680",
            "xã Kiến Thụy, Hải Phòng",
            "Ba cơ sở bán hàng chưa có nhãn hiệu, không vào được siêu thị.",
        ],
        140_000_000,
        70_000_000,
    ),
];

/// Opens the round and takes the first proposals.
pub(super) fn run(office: &mut Office<'_>) -> Done<()> {
    let id = find_or_record(office)?;
    office.plans.insert(CODE.to_owned(), id);
    guidance(office, id)?;
    for (words, cost, support) in PROPOSALS {
        register(office, id, words, (Dong(cost), Dong(support)))?;
    }
    Ok(())
}

/// The plan, with a round that opens and closes by the hour.
fn find_or_record(office: &Office<'_>) -> Done<PlanId> {
    let cx = office.act("chuyenvien.sct", day(SET_ON)?)?;
    match show_by_code(&cx, CODE) {
        Ok(found) => return Ok(found.id),
        Err(Failure::NotFound) => {}
        Err(failure) => return Err(failure),
    }
    let new = NewPlan {
        code: CODE.to_owned(),
        name: "Kế hoạch khuyến công thành phố Hải Phòng năm 2027".to_owned(),
        programme: None,
        year: YEAR,
        starts_on: day("2027-01-01")?,
        ends_on: day("2027-12-31")?,
        round: Round {
            opens_at: Instant::parse("2026-09-01T08:00:00+07:00"),
            closes_at: Instant::parse("2026-12-31T17:00:00+07:00"),
        },
        decision: None,
        catalogue: "ND45-2012".to_owned(),
        note: Some("Đợt đăng ký đang mở của văn phòng mẫu; mọi số liệu là minh họa.".to_owned()),
        area: area("VN/31")?,
        organisation: office.organisation("hp-tt")?,
        illustrative: true,
    };
    plan::record(&cx, new)
}

/// What the letter says; whom it is addressed to is left to what is usual.
fn guidance(office: &Office<'_>, id: PlanId) -> Done<()> {
    let cx = office.act("chuyenvien.sct", day(SET_ON)?)?;
    let priorities = [
        "Đề án điểm, đề án nhóm có từ hai cơ sở thụ hưởng trở lên",
        "Chuyển đổi số, sản xuất sạch hơn, sản xuất và tiêu dùng bền vững",
        "Cơ sở do phụ nữ làm chủ; cơ sở tại đặc khu, xã có điều kiện khó khăn",
    ];
    let new = Guidance {
        priorities: priorities.map(str::to_owned).into(),
        desk: Some(
            "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp Hải Phòng, Phòng Khuyến công, \
             trong giờ làm việc"
                .to_owned(),
        ),
        signer_post: Some("Phó Giám đốc".to_owned()),
        signer_name: Some("Đỗ Quang Minh".to_owned()),
        ..Guidance::default()
    };
    guide(&cx, id, new)
}

/// One proposal by whoever proposes it.
fn register(office: &Office<'_>, plan: PlanId, words: Proposal, money: (Dong, Dong)) -> Done<()> {
    let [on, who, title, group, lies_in, place, need] = words;
    let cx = office.act(who, day(on)?)?;
    let keeper = if who == "kienthuy" { "hp-kt" } else { "hp-tt" };
    let party = match who {
        "hoangcuong" => Some(office.organisation("hp-cs")?),
        "dichvu" => Some(office.organisation("hp-dv")?),
        _ => None,
    };
    let new = NewProject {
        plan: Some(plan),
        level: Some(Level::Local),
        content_group: Some(group.to_owned()),
        place_written: Some(place.to_owned()),
        unit: Some(office.organisation("hp-tt")?),
        starts_on: Some(day("2027-03-01")?),
        ends_on: Some(day("2027-11-30")?),
        need: Some(need.to_owned()),
        cost_estimated: Some(money.0),
        support_asked: Some(money.1),
        party,
        illustrative: true,
        ..NewProject::named(title, area(lies_in)?, office.organisation(keeper)?)
    };
    propose(&cx, new).map(|_| ())
}
