//! Projects of the sample office: listed ones, plan lines, and that of Hoàng Cường.

use super::agenda::day;
use super::sheet::Line;
use super::{Office, area};
use crate::establishment::record as establishment;
use crate::kernel::Done;
use crate::project::equipment::{NewEquipment, add};
use crate::project::propose::{NewProject, propose, record_reported};
use chrono::NaiveDate;
use kc_domain::establishment::LegalForm;
use kc_domain::project::ProjectKind;

/// Takes over one listed project of Hải Phòng from the published results.
pub(super) fn take_over(office: &mut Office<'_>, on: NaiveDate, line: &Line) -> Done<()> {
    let cx = office.act("canbo.tt", on)?;
    let centre = office.organisation("hp-tt")?;
    let new = NewProject {
        code: line.text_or_none("code"),
        programme: office.programmes.get("HP-2016-2020").copied(),
        content_group: line.text_or_none("group"),
        place_written: line.text_or_none("place"),
        unit: Some(centre),
        workers: line.number("workers"),
        turns: line.number("turns"),
        illustrative: true,
        ..NewProject::named(line.text("title"), area("VN/31")?, centre)
    };
    let id = record_reported(&cx, new)?;
    office.projects.insert(line.text("code").to_owned(), id);
    Ok(())
}

/// Registers one line of a plan as a task without money.
pub(super) fn plan_line(office: &mut Office<'_>, line: &Line) -> Done<()> {
    let cx = office.act(line.text("who"), day(line.text("day"))?)?;
    let organisation = office.organisation(line.text("organisation"))?;
    let new = NewProject {
        kind: ProjectKind::Task,
        plan: office.plans.get(line.text("plan")).copied(),
        content_group: line.text_or_none("group"),
        ..NewProject::named(line.text("title"), area(line.text("area"))?, organisation)
    };
    propose(&cx, new)?;
    Ok(())
}

/// The beneficiary and project of which an article tells, cost and support unknown. Whether it is
/// among the 64 listed ones no source says, so it belongs to no programme.
pub(super) fn hoang_cuong(office: &mut Office<'_>, on: NaiveDate) -> Done<()> {
    let cx = office.act("canbo.tt", on)?;
    let (centre, firm) = (office.organisation("hp-tt")?, office.organisation("hp-cs")?);
    let site = area("VN/31/311/11521")?;
    let beneficiary = establishment::NewEstablishment {
        legal_form: Some(LegalForm::Enterprise),
        trade: Some("đúc kim loại".to_owned()),
        organisation: centre,
        party: Some(firm),
        ..establishment::NewEstablishment::named(
            "Công ty Cổ phần Thương mại cơ khí Hoàng Cường",
            "xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng",
            site.clone(),
            centre,
        )
    };
    let beneficiary = establishment::record(&cx, beneficiary, false)?;
    let title = "Hỗ trợ ứng dụng máy móc, thiết bị tiên tiến vào sản xuất sản phẩm đúc kim loại";
    let new = NewProject {
        trade: Some("đúc kim loại".to_owned()),
        place_written: Some("xã Mỹ Đồng, huyện Thủy Nguyên".to_owned()),
        establishment: Some(beneficiary),
        unit: Some(centre),
        outcome: Some("3.000 – 3.500 tấn/năm".to_owned()),
        party: Some(firm),
        note: Some(
            "Nguồn tin không cho biết có nằm trong 64 đề án đã liệt kê hay không.".to_owned(),
        ),
        ..NewProject::named(title, site, centre)
    };
    let project = record_reported(&cx, new)?;
    let machine = NewEquipment {
        name: "Thiết bị quang phổ phân tích thành phần kim loại".to_owned(),
        model: None,
        origin: None,
        year_made: None,
        quantity: 1,
        price: None,
    };
    add(&cx, project, machine)?;
    Ok(())
}
