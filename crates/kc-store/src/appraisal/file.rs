//! The files of a sitting: what a ranking takes of them, and whose they are.

use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::appraisal::Parties;
use kc_domain::kernel::id::{CouncilId, OrganisationId, PlanId, ProjectId, PurseId, SittingId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::place::area::AreaPath;
use kc_domain::project::ProjectKind;
use std::collections::BTreeMap;

/// A file of a sitting with what a ranking takes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// The project.
    pub project: ProjectId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: ProjectKind,
    /// Its level.
    pub level: Option<Level>,
    /// Its plan.
    pub plan: Option<PlanId>,
    /// The key of its group of content.
    pub content_group: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// What it asks of the State in all.
    pub support_asked: Option<Dong>,
    /// The unit that carries it out.
    pub unit: Option<OrganisationId>,
    /// Priority marks.
    pub marks: Vec<String>,
    /// What it asks of which purse, where that is stated.
    pub asks: Vec<AskedOf>,
}

/// An amount asked of a purse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedOf {
    /// The purse.
    pub purse: PurseId,
    /// The amount.
    pub amount: Dong,
}

/// The files of a sitting, by code.
pub fn files(reader: &mut Reader<'_>, sitting: SittingId) -> Stored<Vec<FileFacts>> {
    let mut asks: BTreeMap<ProjectId, Vec<AskedOf>> = BTreeMap::new();
    let rows = reader.query(
        "SELECT project_id, purse_id, amount FROM sitting_ask
         WHERE sitting_id = $1 ORDER BY project_id, purse_id",
        &[sitting.into()],
    )?;
    for row in &rows {
        asks.entry(row.get(0)?).or_default().push(AskedOf {
            purse: row.get(1)?,
            amount: row.get(2)?,
        });
    }
    let rows = reader.query(
        "SELECT project.id, project.code, project.title, project.kind, project.level,
                project.plan_id, project.content_group, project.area, project.registered_on,
                project.support_asked, project.unit_id, sitting_file.marks
         FROM sitting_file JOIN project ON project.id = sitting_file.project_id
         WHERE sitting_file.sitting_id = $1 ORDER BY project.code",
        &[sitting.into()],
    )?;
    rows.iter().map(|row| read(row, &mut asks)).collect()
}

fn read(row: &Row, asks: &mut BTreeMap<ProjectId, Vec<AskedOf>>) -> Stored<FileFacts> {
    let project = row.get(0)?;
    let marks: String = row.get(11)?;
    Ok(FileFacts {
        project,
        code: row.get(1)?,
        title: row.get(2)?,
        kind: row.code(3, ProjectKind::from_code)?,
        level: row.code_or_none(4, Level::from_code)?,
        plan: row.get(5)?,
        content_group: row.get(6)?,
        area: row.get(7)?,
        registered_on: row.get(8)?,
        support_asked: row.get(9)?,
        unit: row.get(10)?,
        marks: marks.split_whitespace().map(str::to_owned).collect(),
        asks: asks.remove(&project).unwrap_or_default(),
    })
}

/// What the units of a sitting's files carried out so far, as far as the register knows, without
/// the files themselves.
pub fn experience(
    reader: &mut Reader<'_>,
    sitting: SittingId,
) -> Stored<BTreeMap<OrganisationId, i64>> {
    let rows = reader.query(
        "SELECT unit_id, count(*) FROM project
         WHERE withdrawn_at IS NULL AND status IN ('accepted', 'settled', 'reported')
           AND unit_id IN (SELECT listed.unit_id FROM project AS listed
                           JOIN sitting_file ON sitting_file.project_id = listed.id
                           WHERE sitting_file.sitting_id = $1)
           AND id NOT IN (SELECT project_id FROM sitting_file WHERE sitting_id = $2)
         GROUP BY unit_id",
        &[sitting.into(), sitting.into()],
    )?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// The sittings a project is a file of.
pub fn files_of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<SittingId>> {
    let rows = reader.query(
        "SELECT sitting.id FROM sitting_file
         JOIN sitting ON sitting.id = sitting_file.sitting_id
         WHERE sitting_file.project_id = $1 ORDER BY sitting.held_on, sitting.id",
        &[project.into()],
    )?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Puts a project on the list of a sitting.
pub fn insert_file(
    tx: &mut Tx<'_>,
    sitting: SittingId,
    project: ProjectId,
    marks: &[String],
) -> Stored<()> {
    tx.execute(
        "INSERT INTO sitting_file (sitting_id, project_id, marks) VALUES ($1, $2, $3)",
        &[sitting.into(), project.into(), marks.join(" ").into()],
    )?;
    Ok(())
}

/// Takes a project that nobody scored off the list.
pub fn remove_file(tx: &mut Tx<'_>, sitting: SittingId, project: ProjectId) -> Stored<()> {
    set_asks(tx, sitting, project, &[])?;
    tx.update_one(
        "DELETE FROM sitting_file WHERE sitting_id = $1 AND project_id = $2",
        &[sitting.into(), project.into()],
    )
}

/// Sets the priority marks of a file.
pub fn set_marks(
    tx: &mut Tx<'_>,
    sitting: SittingId,
    project: ProjectId,
    marks: &[String],
) -> Stored<()> {
    tx.update_one(
        "UPDATE sitting_file SET marks = $1 WHERE sitting_id = $2 AND project_id = $3",
        &[marks.join(" ").into(), sitting.into(), project.into()],
    )
}

/// Sets what a file asks of which purse.
pub fn set_asks(
    tx: &mut Tx<'_>,
    sitting: SittingId,
    project: ProjectId,
    asks: &[AskedOf],
) -> Stored<()> {
    tx.execute(
        "DELETE FROM sitting_ask WHERE sitting_id = $1 AND project_id = $2",
        &[sitting.into(), project.into()],
    )?;
    for ask in asks {
        tx.execute(
            "INSERT INTO sitting_ask (sitting_id, project_id, purse_id, amount)
             VALUES ($1, $2, $3, $4)",
            &[
                sitting.into(),
                project.into(),
                ask.purse.into(),
                ask.amount.into(),
            ],
        )?;
    }
    Ok(())
}

/// Whose the files of a council are, over all its sittings, each with its code.
pub fn parties(
    reader: &mut Reader<'_>,
    council: CouncilId,
) -> Stored<BTreeMap<ProjectId, (String, Parties)>> {
    let rows = reader.query(
        "SELECT project.id, project.proposed_by, project.organisation_id, project.party_id,
                project.unit_id, own.name, party.name, unit.name, establishment.name,
                establishment.tax_number, establishment.owner_name,
                establishment.address_written, project.place_written,
                project.code
         FROM project
         LEFT JOIN organisation AS own ON own.id = project.organisation_id
         LEFT JOIN organisation AS party ON party.id = project.party_id
         LEFT JOIN organisation AS unit ON unit.id = project.unit_id
         LEFT JOIN establishment ON establishment.id = project.establishment_id
         WHERE project.id IN (
             SELECT sitting_file.project_id FROM sitting_file
             JOIN sitting ON sitting.id = sitting_file.sitting_id
             WHERE sitting.council_id = $1)",
        &[council.into()],
    )?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, (row.get(13)?, read_parties(row)?))))
        .collect()
}

fn read_parties(row: &Row) -> Stored<Parties> {
    let organisations: [Option<OrganisationId>; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
    let names: [Option<String>; 3] = [row.get(5)?, row.get(6)?, row.get(7)?];
    let addresses: [Option<String>; 2] = [row.get(11)?, row.get(12)?];
    Ok(Parties {
        proposed_by: row.get(1)?,
        organisations: organisations.into_iter().flatten().collect(),
        organisation_names: names.into_iter().flatten().collect(),
        establishment: row.get(8)?,
        tax_number: row.get(9)?,
        owner: row.get(10)?,
        addresses: addresses.into_iter().flatten().collect(),
    })
}
