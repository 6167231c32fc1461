//! A project of an earlier year under contract, for the field work of the sample office.

use super::agenda::day;
use super::money::Frame;
use super::{Office, area, money};
use crate::document::record::{NewDocument, record as keep_document};
use crate::establishment::record::{NewEstablishment, record as keep_firm};
use crate::kernel::Done;
use crate::ledger::append::append;
use crate::project::equipment::{NewEquipment, add};
use crate::project::propose::{NewProject, propose};
use crate::project::show;
use crate::project::step::{self, Which, take};
use kc_domain::document::DocumentKind;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::process::Move;
use kc_domain::project::Status;

/// The project of the year before, accepted long enough ago to be asked what became of it.
pub(super) const EARLIER: &str = "say-lanh";

/// A project that was proposed, approved and contracted in the year before.
pub(super) fn earlier_project(office: &mut Office<'_>) -> Done<ProjectId> {
    let centre = office.organisation("hp-tt")?;
    let site = area("VN/31/11914")?;
    let cx = office.act("canbo.tt", day("2025-07-02")?)?;
    let firm = NewEstablishment {
        trade: Some("chế biến thủy sản".to_owned()),
        illustrative: true,
        ..NewEstablishment::named(
            "Hộ kinh doanh Chế biến hải sản Phù Long",
            "đặc khu Cát Hải, Hải Phòng",
            site.clone(),
            centre,
        )
    };
    let firm = keep_firm(&cx, firm, true)?;
    let new = NewProject {
        establishment: Some(firm),
        level: Some(Level::Local),
        unit: Some(centre),
        place_written: Some("đặc khu Cát Hải".to_owned()),
        trade: Some("chế biến thủy sản".to_owned()),
        cost_estimated: Some(Dong(420_000_000)),
        support_asked: Some(Dong(120_000_000)),
        illustrative: true,
        ..NewProject::named(
            "Hỗ trợ ứng dụng máy sấy lạnh trong chế biến hải sản tại đặc khu Cát Hải",
            site,
            centre,
        )
    };
    let id = propose(&cx, new)?;
    let machine = NewEquipment {
        name: "Máy sấy lạnh 500 kg/mẻ".to_owned(),
        model: None,
        origin: Some("Việt Nam".to_owned()),
        year_made: Some(2025),
        quantity: 1,
        price: Some(Dong(398_000_000)),
    };
    add(&cx, id, machine)?;
    super::norm::choose(office, id, "machinery", day("2025-07-08")?)?;
    office.bring(id, "L5", day("2025-07-10")?)?;
    let decision = decision(office)?;
    let head = office.act("lanhdao.sct", day("2025-07-18")?)?;
    let approve = Which::Makes(Move::Approve);
    take(
        &head,
        id,
        show(&head, id)?.version,
        approve,
        &step::Given::by(decision),
    )?;
    grant(office, id)?;
    under_contract(office, id, "2025-08-01")?;
    Ok(id)
}

/// The support of the project, out of a purse of its year.
fn grant(office: &mut Office<'_>, id: ProjectId) -> Done<()> {
    let (on, of) = (day("2025-07-18")?, (Source::Local, 2025));
    let amount = Dong(120_000_000);
    let frame = Frame {
        programme: None,
        plan: None,
        document: None,
    };
    money::fill(office, on, of, frame, amount)?;
    let cx = office.act("lanhdao.sct", on)?;
    let mut asked = money::blank(&cx, MoveKind::Approve, Source::Local, amount);
    asked.project = Some(id);
    asked.purse = office.purses.get(&of).copied();
    append(&cx, &asked).map(drop)
}

fn decision(office: &Office<'_>) -> Done<DocumentId> {
    let cx = office.act("chuyenvien.sct", day("2025-07-18")?)?;
    let new = NewDocument {
        number: None,
        issued_on: Some(day("2025-07-18")?),
        issuer: "Ủy ban nhân dân thành phố Hải Phòng".to_owned(),
        kind: DocumentKind::Decision,
        summary: "Phê duyệt bổ sung đề án khuyến công năm 2025".to_owned(),
        level: None,
        valid_from: None,
        valid_to: None,
        source: None,
        area: area("VN/31")?,
        organisation: office.organisation("hp-sct")?,
        illustrative: true,
    };
    keep_document(&cx, new)
}

/// Puts an approved project under contract, where nobody did so before.
pub(super) fn under_contract(office: &Office<'_>, id: ProjectId, on: &str) -> Done<()> {
    let on = day(on)?;
    let cx = office.act("canbo.tt", on)?;
    let found = show(&cx, id)?;
    if found.status == Status::Approved {
        let contract = Which::Makes(Move::Contract);
        take(&cx, id, found.version, contract, &step::Given::on(on))?;
    }
    Ok(())
}
