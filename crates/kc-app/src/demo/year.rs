//! The running year of the sample office: the plan of 2026 with its purses and projects, all illustrative.

use super::agenda::{day, unreadable};
use super::money::Frame;
use super::sheet::{self, Line};
use super::{Office, area, money};
use crate::decision;
use crate::decision::draft::{NewDecision, StartWith, draft};
use crate::decision::issue::{Signed, issue};
use crate::decision::lines::{self, NewLine};
use crate::establishment::record::{self as establishment, NewEstablishment};
use crate::establishment::{Filter, Order};
use crate::kernel::{Done, Failure, Window};
use crate::plan::guide::guide;
use crate::plan::record::{self as plan, NewPlan};
use crate::project::compose::{self, NewActivity};
use crate::project::equipment::{NewEquipment, add};
use crate::project::propose::NewProject;
use crate::project::show;
use crate::project::step::{Given, Which, take};
use chrono::NaiveDate;
use kc_domain::decision::DecisionKind;
use kc_domain::document::DocumentNumber;
use kc_domain::establishment::LegalForm;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{EstablishmentId, OrganisationId, ProjectId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_domain::plan::{Guidance, Round};
use kc_domain::process::Move;
use kc_domain::project::ProjectKind;

const PROJECTS: &str = include_str!("../../../../demo/year-2026.csv");

const PARTS: &str = include_str!("../../../../demo/year-2026-parts.csv");

/// The plan of the running year.
pub(super) const CODE: &str = "HP-2026";
const YEAR: i32 = 2026;

/// The money assigned to the year, by source.
const PURSES: [(Source, i64); 2] = [
    (Source::Central, 3_600_000_000),
    (Source::Local, 1_500_000_000),
];

/// The day proposals were looked at, the day of the first batch, and that of the draft of the second.
const LOOKED_AT: &str = "2025-10-15";
const BATCH: &str = "2026-02-12";
const SECOND: &str = "2026-03-09";

/// Runs the year as far as it has come.
pub(super) fn run(office: &mut Office<'_>) -> Done<()> {
    super::norm::adopt_file(office)?;
    make_plan(office)?;
    let sheet = sheet::lines(PROJECTS)?;
    for line in &sheet {
        let id = register(office, line)?;
        office.projects.insert(line.text("key").to_owned(), id);
    }
    guidance(office)?;
    for line in sheet::lines(PARTS)? {
        part(office, &line)?;
    }
    super::norm::tell_projects(office)?;
    for line in &sheet {
        hand_in(office, line)?;
    }
    for (source, amount) in PURSES {
        let frame = Frame {
            programme: None,
            plan: office.plans.get(CODE).copied(),
            document: None,
        };
        let assigned = day("2026-01-06")?;
        money::fill(office, assigned, (source, YEAR), frame, Dong(amount))?;
    }
    for line in sheet.iter().filter(|line| line.text("state") == "approved") {
        awaiting(office, line)?;
    }
    first_batch(office, &sheet)?;
    second_batch(office)
}

/// The plan, with a round that was open through the third quarter of the year before.
fn make_plan(office: &mut Office<'_>) -> Done<()> {
    let cx = office.act("chuyenvien.sct", day("2025-07-10")?)?;
    let new = NewPlan {
        code: CODE.to_owned(),
        name: "Kế hoạch khuyến công thành phố Hải Phòng năm 2026".to_owned(),
        programme: None,
        year: YEAR,
        starts_on: day("2026-01-01")?,
        ends_on: day("2026-12-31")?,
        round: Round {
            opens_at: Instant::parse("2025-07-15T08:00:00+07:00"),
            closes_at: Instant::parse("2025-09-30T17:00:00+07:00"),
        },
        decision: None,
        catalogue: "ND45-2012".to_owned(),
        note: Some("Năm làm việc của văn phòng mẫu; mọi số liệu là minh họa.".to_owned()),
        area: area("VN/31")?,
        organisation: office.organisation("hp-tt")?,
        illustrative: true,
    };
    let id = plan::record(&cx, new)?;
    office.plans.insert(CODE.to_owned(), id);
    Ok(())
}

/// This year's priorities, as the letter to communes and units names them.
fn guidance(office: &Office<'_>) -> Done<()> {
    let cx = office.act("chuyenvien.sct", day("2025-07-10")?)?;
    let plan = office.plans.get(CODE).copied();
    let priorities = [
        "Đề án điểm, đề án nhóm có từ hai cơ sở thụ hưởng trở lên",
        "Ứng dụng máy móc tiên tiến, sản xuất sạch hơn, sản xuất và tiêu dùng bền vững",
        "Cơ sở do phụ nữ làm chủ; cơ sở tại xã có điều kiện khó khăn, xã đảo",
    ];
    let new = Guidance {
        priorities: priorities.map(str::to_owned).into(),
        ..Guidance::default()
    };
    guide(&cx, plan.ok_or_else(|| unreadable(CODE))?, new)
}

/// One activity or one further beneficiary of a project, while it is a proposal.
fn part(office: &Office<'_>, line: &Line) -> Done<()> {
    let on = day("2025-09-12")?;
    let id = office.projects.get(line.text("project")).copied();
    let id = id.ok_or_else(|| unreadable(line.text("project")))?;
    let cx = office.act("canbo.tt", on)?;
    let amount = line.number("amount").map(Dong);
    if line.text("form") == "activity" {
        let new = NewActivity {
            name: line.text("name").to_owned(),
            starts_on: Some(day(line.text("starts_on"))?),
            ends_on: Some(day(line.text("ends_on"))?),
            cost: amount,
        };
        return compose::add_activity(&cx, id, new).map(|_| ());
    }
    let new = NewEstablishment {
        trade: line.text_or_none("trade"),
        surveyed_on: Some(on),
        illustrative: true,
        ..NewEstablishment::named(
            line.text("name"),
            format!("{}, Hải Phòng", line.text("place")),
            area(line.text("area"))?,
            office.organisation("hp-tt")?,
        )
    };
    let beneficiary = establishment::record(&cx, new, true)?;
    compose::keep_supported(&cx, id, beneficiary, amount)
}

/// Registers one proposal by whoever proposes it: the centre, a commune, a service, a firm.
fn register(office: &Office<'_>, line: &Line) -> Done<ProjectId> {
    let on = day(line.text("day"))?;
    let establishment = beneficiary(office, line, on)?;
    let cx = office.act(line.text("who"), on)?;
    let new = NewProject {
        plan: office.plans.get(CODE).copied(),
        kind: ProjectKind::from_code(line.text("kind"))
            .ok_or_else(|| unreadable(line.text("kind")))?,
        level: Level::from_code(line.text("level")),
        content_group: line.text_or_none("group"),
        trade: line.text_or_none("trade"),
        place_written: line.text_or_none("place"),
        establishment,
        unit: Some(office.organisation("hp-tt")?),
        starts_on: Some(day(line.text("starts_on"))?),
        ends_on: Some(day(line.text("ends_on"))?),
        need: line.text_or_none("need"),
        outcome: line.text_or_none("outcome"),
        cost_estimated: line.number("cost").map(Dong),
        support_asked: line.number("support").map(Dong),
        party: party(office, line.text("who"))?,
        illustrative: true,
        ..NewProject::named(
            line.text("title"),
            area(line.text("area"))?,
            office.organisation(registrar(line.text("who")))?,
        )
    };
    let id = super::field::propose_surveyed(&cx, line, new)?;
    if let Some(name) = line.text_or_none("machine") {
        let machine = NewEquipment {
            name,
            model: None,
            origin: None,
            year_made: None,
            quantity: 1,
            price: line.number("price").map(Dong),
        };
        add(&cx, id, machine)?;
    }
    Ok(id)
}

/// The organisation that registers a proposal: a commune its own, the centre everybody else's.
fn registrar(who: &str) -> &'static str {
    match who {
        "kienthuy" => "hp-kt",
        _ => "hp-tt",
    }
}

/// The outside organisation behind a proposal.
fn party(office: &Office<'_>, who: &str) -> Done<Option<OrganisationId>> {
    let key = match who {
        "hoangcuong" => "hp-cs",
        "dichvu" => "hp-dv",
        _ => return Ok(None),
    };
    office.organisation(key).map(Some)
}

/// The beneficiary named in the sheet: recorded from a survey, or found where it stands already.
fn beneficiary(office: &Office<'_>, line: &Line, on: NaiveDate) -> Done<Option<EstablishmentId>> {
    let Some(name) = line.text_or_none("firm") else {
        return Ok(None);
    };
    // A service organisation records whom it surveyed itself.
    let (who, keeper) = match line.text("who") {
        "dichvu" => ("dichvu", "hp-dv"),
        _ => ("canbo.tt", "hp-tt"),
    };
    let cx = office.act(who, on)?;
    let Some(form) = LegalForm::from_code(line.text("form")) else {
        let filter = Filter {
            words: name,
            ..Filter::default()
        };
        let found = crate::establishment::list(&cx, &filter, Order::Name, Window::of_page(1, 1))?;
        let found = found.rows.first().map(|found| found.id);
        return found.map(Some).ok_or(Failure::NotFound);
    };
    let new = NewEstablishment {
        legal_form: Some(form),
        trade: line.text_or_none("trade"),
        surveyed_on: Some(on),
        illustrative: true,
        ..NewEstablishment::named(
            name,
            format!("{}, Hải Phòng", line.text("place")),
            area(line.text("area"))?,
            office.organisation(keeper)?,
        )
    };
    establishment::record(&cx, new, true).map(Some)
}

/// Hands a proposal in, or gives it back, as far as the sheet says it came.
fn hand_in(office: &Office<'_>, line: &Line) -> Done<()> {
    let state = line.text("state");
    if state == "registered" {
        return Ok(());
    }
    let id = project(office, line)?;
    office.hand_papers(id, "submission", day("2025-09-29")?)?;
    let cx = office.act(line.text("who"), day("2025-09-29")?)?;
    let (submit, given) = (Which::Makes(Move::Submit), Given::default());
    take(&cx, id, show(&cx, id)?.version, submit, &given)?;
    if state == "returned" {
        let cx = office.act("giamdoc.tt", day(LOOKED_AT)?)?;
        let reason = "Thiếu báo giá của đơn vị tư vấn nhãn hiệu và cam kết vốn đối ứng của cơ sở.";
        let back = Which::Makes(Move::Return);
        take(
            &cx,
            id,
            show(&cx, id)?.version,
            back,
            &Given::because(reason),
        )?;
    }
    Ok(())
}

/// The decision that approves the first batch: drafted by the officer, issued by the head.
fn first_batch(office: &Office<'_>, sheet: &[Line]) -> Done<()> {
    let on = day(BATCH)?;
    let drafter = office.act("chuyenvien.sct", on)?;
    let id = draft(&drafter, first(office)?, StartWith::Nothing)?;
    for line in sheet.iter().filter(|line| line.text("state") == "approved") {
        let source = Source::from_code(line.text("source"));
        let source = source.ok_or_else(|| unreadable("source"))?;
        let purse = office.purses.get(&(source, YEAR)).copied();
        let after = line.number("support").map(Dong);
        let new = NewLine {
            project: project(office, line)?,
            purse: purse.ok_or_else(|| unreadable("purse"))?,
            after: after.ok_or_else(|| unreadable("support"))?,
        };
        lines::put(&drafter, id, decision::show(&drafter, id)?.version, new)?;
    }
    let head = office.act("lanhdao.sct", on)?;
    let signed = Signed {
        number: DocumentNumber::parse("512/QĐ-UBND")?,
        dated: on,
    };
    issue(&head, id, decision::show(&head, id)?.version, &signed)
}

/// Brings a project to where it awaits its approval.
fn awaiting(office: &Office<'_>, line: &Line) -> Done<()> {
    let state = match line.text("level") {
        "national" => "N7",
        _ => "L5",
    };
    office.bring(project(office, line)?, state, day(LOOKED_AT)?)
}

fn first(office: &Office<'_>) -> Done<NewDecision> {
    let plan = office.plans.get(CODE).copied();
    let basis = [
        "Luật Tổ chức chính quyền địa phương",
        "Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ về khuyến công",
        "Nghị định số 235/2025/NĐ-CP ngày 27/8/2025 sửa đổi, bổ sung Nghị định số 45/2012/NĐ-CP",
        "Theo đề nghị của Giám đốc Sở Công Thương",
    ];
    Ok(NewDecision {
        kind: DecisionKind::Approve,
        plan: plan.ok_or_else(|| unreadable(CODE))?,
        to_plan: None,
        amends: None,
        batch: Some("I/2026".to_owned()),
        title: "Về việc phê duyệt Kế hoạch khuyến công thành phố Hải Phòng năm 2026 (đợt I)"
            .to_owned(),
        basis: basis.map(str::to_owned).into(),
        reason: None,
        issuer: "Ủy ban nhân dân thành phố Hải Phòng".to_owned(),
        signer_post: Some("Phó Chủ tịch".to_owned()),
        signer_name: None,
    })
}

/// The draft of the second batch: what waits for approval, not issued yet.
fn second_batch(office: &Office<'_>) -> Done<()> {
    for key in ["quang-pho", "hoi-cho"] {
        let id = office.projects.get(key).copied();
        office.bring(id.ok_or_else(|| unreadable(key))?, "L5", day(SECOND)?)?;
    }
    let cx = office.act("chuyenvien.sct", day(SECOND)?)?;
    let title = "Về việc bổ sung Kế hoạch khuyến công thành phố Hải Phòng năm 2026 (đợt II)";
    let new = NewDecision {
        kind: DecisionKind::Supplement,
        batch: Some("II/2026".to_owned()),
        title: title.to_owned(),
        ..first(office)?
    };
    draft(&cx, new, StartWith::Submitted)?;
    Ok(())
}

fn project(office: &Office<'_>, line: &Line) -> Done<ProjectId> {
    let key = line.text("key");
    office
        .projects
        .get(key)
        .copied()
        .ok_or_else(|| unreadable(key))
}
