//! Hải Phòng: the programme 2016–2020 with its 64 listed projects and the published statement.

use super::Office;
use super::money::{Ground, Share, fill_purse, spend};
use super::sheet::{Line, lines};
use crate::kernel::{Done, Failure};
use crate::programme::record::{NewProgramme, record};
use crate::project::propose::{NewProject, record_reported};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{DocumentId, ProgrammeId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_domain::place::area::AreaPath;
use kc_domain::project::ProjectKind;
use std::collections::BTreeMap;

const PROJECTS: &str = include_str!("../../../../demo/hai-phong-2016-2020.csv");

/// The code of the programme.
const CODE: &str = "HP-2016-2020";

/// The columns of money in the sheet, each with its source.
const SOURCES: [(&str, Source); 4] = [
    ("unstated", Source::Unstated),
    ("local", Source::Local),
    ("budget", Source::Budget),
    ("counterpart", Source::Counterpart),
];

/// Builds the programme: its decision, its projects, every đồng of them.
pub(super) fn build(office: &Office<'_>) -> Done<ProgrammeId> {
    let decision = super::papers::decision_459(office)?;
    let programme = programme(office, decision)?;
    let ground = Ground {
        programme,
        organisation: office.organisation("hp-tt")?,
        area: area("VN/31")?,
        decision,
    };
    let shares = projects(office, &ground)?;
    let purses = purses(office, &ground, &shares)?;
    for share in &shares {
        spend(
            office,
            share,
            purses.get(&(share.source, share.year)).copied(),
        )?;
    }
    Ok(programme)
}

fn programme(office: &Office<'_>, decision: Option<DocumentId>) -> Done<ProgrammeId> {
    let cx = office.act("canbo.tt", "2016-03-22")?;
    record(
        &cx,
        NewProgramme {
            code: CODE.to_owned(),
            name: "Chương trình Khuyến công thành phố Hải Phòng giai đoạn 2016-2020".to_owned(),
            level: None,
            catalogue: CODE.to_owned(),
            starts_on: day("2016-01-01")?,
            ends_on: day("2020-12-31")?,
            decision,
            predecessor: None,
            note: None,
            area: area("VN/31")?,
            organisation: office.organisation("hp-tt")?,
            illustrative: false,
        },
    )
}

/// Takes over every listed project and answers its money, source by source.
fn projects(office: &Office<'_>, ground: &Ground) -> Done<Vec<Share>> {
    let mut shares = Vec::new();
    for line in lines(PROJECTS)? {
        let (year, month) = (number(&line, "year")?, number(&line, "month")?);
        let registered = format!("{year}-{month:02}-01");
        let cx = office.act("canbo.tt", &registered)?;
        let project = record_reported(&cx, new_project(&line, ground, &registered)?)?;
        shares.extend(shares_of(&line, project, (year, month))?);
    }
    Ok(shares)
}

fn new_project(line: &Line, ground: &Ground, registered: &str) -> Done<NewProject> {
    Ok(NewProject {
        id: None,
        code: line.text_or_none("code"),
        title: line.text("title").to_owned(),
        programme: Some(ground.programme),
        plan: None,
        batch: None,
        kind: ProjectKind::Single,
        level: None,
        content_group: line.text_or_none("group"),
        trade: None,
        place_written: line.text_or_none("place"),
        establishment: None,
        unit: Some(ground.organisation),
        starts_on: None,
        ends_on: None,
        need: None,
        outcome: None,
        cost_estimated: None,
        support_asked: None,
        workers: line.number("workers"),
        turns: line.number("turns"),
        note: None,
        area: ground.area.clone(),
        organisation: ground.organisation,
        party: None,
        registered_on: Some(day(registered)?),
        illustrative: true,
    })
}

fn shares_of(line: &Line, project: ProjectId, (year, month): (i64, i64)) -> Done<Vec<Share>> {
    let year = i32::try_from(year).or(Err(Failure::Internal(line.text("year").to_owned())))?;
    let share = |(column, source): (&str, Source)| {
        let amount = Dong(line.number(column)?);
        Some(Share {
            project,
            source,
            amount,
            year,
            month,
        })
    };
    Ok(SOURCES.into_iter().filter_map(share).collect())
}

/// One purse for each source and year, holding exactly what its projects take.
fn purses(
    office: &Office<'_>,
    ground: &Ground,
    shares: &[Share],
) -> Done<BTreeMap<(Source, i32), PurseId>> {
    let mut sums: BTreeMap<(Source, i32), Dong> = BTreeMap::new();
    for share in shares.iter().filter(|share| !share.source.is_of_partners()) {
        let sum = sums.entry((share.source, share.year)).or_default();
        *sum = sum.plus(share.amount);
    }
    let fill =
        |(key, sum): (&(Source, i32), &Dong)| Ok((*key, fill_purse(office, ground, *key, *sum)?));
    sums.iter().map(fill).collect()
}

pub(super) fn day(text: &str) -> Done<chrono::NaiveDate> {
    parse_date(text).ok_or_else(|| Failure::Internal(text.to_owned()))
}

pub(super) fn area(path: &str) -> Done<AreaPath> {
    AreaPath::parse(path).or(Err(Failure::Internal(path.to_owned())))
}

fn number(line: &Line, column: &str) -> Done<i64> {
    line.number(column)
        .ok_or_else(|| Failure::Internal(column.to_owned()))
}
