//! Processes a province put into force. The file is kept as it was read; nothing is edited.

use crate::kernel::{Reader, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::level::Level;
use kc_domain::place::area::AreaPath;

/// A version in force, as it is kept.
#[derive(Debug, Clone)]
pub struct Adopted {
    /// Which version of which process: `hai-phong/2026`.
    pub reference: String,
    /// National or local.
    pub level: Level,
    /// Where it holds.
    pub area: AreaPath,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The text of the file.
    pub file: String,
    /// Who put it into force.
    pub organisation: OrganisationId,
}

/// The file of a version.
pub fn find(reader: &mut Reader<'_>, reference: &str) -> Stored<Option<String>> {
    let sql = "SELECT file FROM process_version WHERE reference = $1";
    let rows = reader.query(sql, &[reference.into()])?;
    rows.first().map(|row| row.get(0)).transpose()
}

/// The files of the versions for a level that are in force on a day; hundreds at most.
pub fn list_on(reader: &mut Reader<'_>, level: Level, day: NaiveDate) -> Stored<Vec<String>> {
    let rows = reader.query(
        "SELECT file FROM process_version
         WHERE level = $1 AND holds_from <= $2 AND (holds_to IS NULL OR holds_to >= $3)
         ORDER BY reference",
        &[level.code().into(), day.into(), day.into()],
    )?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The files of every version; what a process says is public.
pub fn list(reader: &mut Reader<'_>) -> Stored<Vec<String>> {
    let sql = "SELECT file FROM process_version ORDER BY reference";
    let rows = reader.query(sql, &[])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Puts a version into force; `false` where there is one of that name.
pub fn insert(tx: &mut Tx<'_>, adopted: &Adopted) -> Stored<bool> {
    let (user, at) = (tx.permit().user(), tx.at());
    let added = tx.execute(
        "INSERT INTO process_version (reference, level, area, holds_from, holds_to, file,
                                      organisation_id, adopted_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (reference) DO NOTHING",
        &[
            (&adopted.reference).into(),
            adopted.level.code().into(),
            (&adopted.area).into(),
            adopted.from.into(),
            adopted.to.into(),
            (&adopted.file).into(),
            adopted.organisation.into(),
            user.into(),
            at.into(),
        ],
    )?;
    Ok(added == 1)
}
