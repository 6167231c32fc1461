//! The programme and the plans of the sample office.

use super::agenda::{day, unreadable};
use super::sheet::Line;
use super::{Office, area};
use crate::kernel::Done;
use crate::{plan, programme};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::plan::Round;

/// The code of the programme and of the catalogue it is counted by.
const CODE: &str = "HP-2016-2020";

/// Records the programme of Hải Phòng.
pub(super) fn programme(office: &mut Office<'_>, on: NaiveDate) -> Done<()> {
    let cx = office.act("canbo.tt", on)?;
    let new = programme::record::NewProgramme {
        code: CODE.to_owned(),
        name: "Chương trình Khuyến công thành phố Hải Phòng giai đoạn 2016-2020".to_owned(),
        level: None,
        catalogue: CODE.to_owned(),
        starts_on: day("2016-01-01")?,
        ends_on: day("2020-12-31")?,
        decision: office.documents.get("qd459").copied(),
        predecessor: None,
        note: None,
        area: area("VN/31")?,
        organisation: office.organisation("hp-tt")?,
        illustrative: false,
    };
    let id = programme::record::record(&cx, new)?;
    office.programmes.insert(CODE.to_owned(), id);
    Ok(())
}

/// Records one plan of the sheet.
pub(super) fn plan(office: &mut Office<'_>, line: &Line) -> Done<()> {
    let cx = office.act(line.text("who"), day(line.text("day"))?)?;
    let year = line
        .text("year")
        .parse()
        .or(Err(unreadable(line.text("year"))))?;
    let opens_at = line
        .text_or_none("opens_on")
        .map(|opens| day(&opens).map(Instant::start_of))
        .transpose()?;
    let new = plan::record::NewPlan {
        code: line.text("code").to_owned(),
        name: line.text("name").to_owned(),
        programme: office.programmes.get(line.text("programme")).copied(),
        year,
        starts_on: day(line.text("starts_on"))?,
        ends_on: day(line.text("ends_on"))?,
        round: Round {
            opens_at,
            closes_at: None,
        },
        decision: office.documents.get(line.text("decision")).copied(),
        catalogue: line.text("catalogue").to_owned(),
        note: line.text_or_none("note"),
        area: area(line.text("area"))?,
        organisation: office.organisation(line.text("organisation"))?,
        illustrative: false,
    };
    let id = plan::record::record(&cx, new)?;
    office.plans.insert(line.text("code").to_owned(), id);
    Ok(())
}
