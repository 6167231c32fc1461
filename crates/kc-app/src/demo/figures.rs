//! Published statements, targets and results of the sample office.

use super::agenda::{day, unreadable};
use super::sheet::Line;
use super::{Office, area};
use crate::indicator::result::{self, NewResult};
use crate::indicator::target::{self, NewTarget};
use crate::kernel::Done;
use crate::statement::keep::{NewStatement, keep};
use kc_domain::indicator::record::Counts;
use kc_domain::kernel::period::Period;
use kc_domain::programme::frame::Frame;

/// The statement files, by name.
const FILES: [(&str, &str); 4] = [
    (
        "hai-phong-2016-2020",
        include_str!("../../../../demo/statements/hai-phong-2016-2020.json"),
    ),
    (
        "hai-phong-2017",
        include_str!("../../../../demo/statements/hai-phong-2017.json"),
    ),
    (
        "ha-noi-2020",
        include_str!("../../../../demo/statements/ha-noi-2020.json"),
    ),
    (
        "ba-ria-vung-tau-2023",
        include_str!("../../../../demo/statements/ba-ria-vung-tau-2023.json"),
    ),
];

/// Keeps one published statement.
pub(super) fn statement(office: &Office<'_>, line: &Line) -> Done<()> {
    let cx = office.act(line.text("who"), day(line.text("day"))?)?;
    let name = line.text("file");
    let body = FILES
        .iter()
        .find(|(file, _)| *file == name)
        .ok_or_else(|| unreadable(name))?
        .1;
    let new = NewStatement {
        body: body.to_owned(),
        frame: Some(frame(office, line.text("frame"))?),
        area: area(line.text("area"))?,
        organisation: office.organisation(line.text("organisation"))?,
        illustrative: false,
    };
    keep(&cx, new)?;
    Ok(())
}

/// Records one target or result.
pub(super) fn indicator(office: &Office<'_>, line: &Line) -> Done<()> {
    let recorded = day(line.text("day"))?;
    let cx = office.act(line.text("who"), recorded)?;
    let frame = frame(office, line.text("plan"))?;
    let illustrative = line.text("illustrative") == "yes";
    if line.text("form") == "target" {
        let figure = line.text("figure").to_owned();
        let indicator = line.text("indicator").to_owned();
        let period = period(line)?;
        target::record(
            &cx,
            NewTarget {
                frame,
                indicator,
                figure,
                period,
                illustrative,
            },
        )?;
        return Ok(());
    }
    let new = NewResult {
        frame,
        indicator: line.text("indicator").to_owned(),
        counts: Counts::from_code(line.text("counts")),
        figure: line.text_or_none("figure"),
        as_of: recorded,
        place_written: line.text_or_none("place"),
        note: line.text_or_none("note"),
        illustrative,
    };
    result::record(&cx, new)?;
    Ok(())
}

fn period(line: &Line) -> Done<Option<Period>> {
    match (line.text("from"), line.text("to")) {
        ("", _) | (_, "") => Ok(None),
        (from, to) => Ok(Period::new(day(from)?, day(to)?)),
    }
}

/// The plan or programme of a code.
fn frame(office: &Office<'_>, code: &str) -> Done<Frame> {
    let plan = office.plans.get(code).copied().map(Frame::Plan);
    let programme = office.programmes.get(code).copied().map(Frame::Programme);
    plan.or(programme).ok_or_else(|| unreadable(code))
}
