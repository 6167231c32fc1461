//! The files of norms that provinces adopted.

use super::key;
use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::norm::{Adopted, Key};

const COLUMNS: &str = "SELECT file_key, version, area, title, content, adopted_on, adopted_by, \
                       organisation_id, illustrative FROM norm_file";

/// The latest version of every adopted file. Law is public: whoever may read rules reads them all.
pub fn latest(reader: &mut Reader<'_>) -> Stored<Vec<Adopted>> {
    let sql = [
        COLUMNS,
        " WHERE version = (SELECT max(later.version) FROM norm_file later \
          WHERE later.file_key = norm_file.file_key) ORDER BY file_key",
    ];
    let rows = reader.query(&sql.concat(), &[])?;
    rows.iter().map(read).collect()
}

/// Every version of an adopted file, the newest first.
pub fn versions(reader: &mut Reader<'_>, file: &Key) -> Stored<Vec<Adopted>> {
    let sql = [COLUMNS, " WHERE file_key = $1 ORDER BY version DESC"];
    let rows = reader.query(&sql.concat(), &[file.as_str().into()])?;
    rows.iter().map(read).collect()
}

/// The number of the version that a file would get next.
pub fn next_version(reader: &mut Reader<'_>, file: &Key) -> Stored<i64> {
    reader.number(
        "SELECT 1 + COALESCE(max(version), 0) FROM norm_file WHERE file_key = $1",
        &[file.as_str().into()],
    )
}

/// Adds a version of a file.
pub fn insert(tx: &mut Tx<'_>, adopted: &Adopted) -> Stored<()> {
    tx.execute(
        "INSERT INTO norm_file (file_key, version, area, title, content, adopted_on, adopted_by,
                                organisation_id, illustrative, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            adopted.file.as_str().into(),
            adopted.version.into(),
            (&adopted.area).into(),
            (&adopted.title).into(),
            (&adopted.content).into(),
            adopted.adopted_on.into(),
            (&adopted.adopted_by).into(),
            adopted.organisation.into(),
            adopted.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

fn read(row: &Row) -> Stored<Adopted> {
    Ok(Adopted {
        file: key(row, 0)?,
        version: row.get(1)?,
        area: row.get(2)?,
        title: row.get(3)?,
        content: row.get(4)?,
        adopted_on: row.get(5)?,
        adopted_by: row.get(6)?,
        organisation: row.get(7)?,
        illustrative: row.get(8)?,
    })
}
