//! Rules of law: adopted files, what they were told of a project, the rules it was decided under.

mod alike;
mod file;

pub use alike::alike;
pub use file::{insert, latest, next_version, versions};

use crate::kernel::{Reader, Row, StoreError, Stored, Tx};
use kc_domain::kernel::id::ProjectId;
use kc_domain::norm::{Decided, Key, Told};

/// What the rules were told of a project.
pub fn told(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Option<Told>> {
    let row = reader.first(
        "SELECT kind, shared_by, version FROM project_norm WHERE project_id = $1",
        &[project.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let facts = reader.query(
        "SELECT fact, valid_to FROM project_norm_fact WHERE project_id = $1 ORDER BY fact",
        &[project.into()],
    )?;
    let facts = facts.iter().map(|row| Ok((key(row, 0)?, row.get(1)?)));
    Ok(Some(Told {
        project,
        kind: key(&row, 0)?,
        count: row.get(1)?,
        facts: facts.collect::<Stored<_>>()?,
        version: row.get(2)?,
    }))
}

/// Tells the rules of a project; `version` is that of what the person saw.
pub fn tell(tx: &mut Tx<'_>, told: &Told) -> Stored<()> {
    tx.update_one(
        "INSERT INTO project_norm (project_id, kind, shared_by, version, recorded_at)
         VALUES ($1, $2, $3, 1, $4)
         ON CONFLICT (project_id) DO UPDATE
         SET kind = $2, shared_by = $3, version = project_norm.version + 1, recorded_at = $4
         WHERE project_norm.version = $5",
        &[
            told.project.into(),
            told.kind.as_str().into(),
            told.count.into(),
            tx.at().into(),
            told.version.into(),
        ],
    )?;
    tx.execute(
        "DELETE FROM project_norm_fact WHERE project_id = $1",
        &[told.project.into()],
    )?;
    for (fact, valid_to) in &told.facts {
        tx.execute(
            "INSERT INTO project_norm_fact (project_id, fact, valid_to) VALUES ($1, $2, $3)",
            &[
                told.project.into(),
                fact.as_str().into(),
                (*valid_to).into(),
            ],
        )?;
    }
    Ok(())
}

/// The rules a project was last decided under.
pub fn decided(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Option<Decided>> {
    let row = reader.first(
        "SELECT kind, shared_by, norm, norm_version, decided_on, snapshot
         FROM project_norm_decided WHERE project_id = $1
         ORDER BY sequence DESC LIMIT 1",
        &[project.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Decided {
        project,
        kind: key(&row, 0)?,
        count: row.get(1)?,
        norm: row.get(2)?,
        norm_version: row.get(3)?,
        on: row.get(4)?,
        snapshot: row.get(5)?,
    }))
}

/// Keeps the rules a project is decided under, above what was kept before.
pub fn keep_decided(tx: &mut Tx<'_>, decided: &Decided) -> Stored<()> {
    tx.execute(
        "INSERT INTO project_norm_decided (project_id, sequence, kind, shared_by, norm,
                                           norm_version, decided_on, snapshot, recorded_at)
         SELECT $1, 1 + COALESCE(max(sequence), 0), $2, $3, $4, $5, $6, $7, $8
         FROM project_norm_decided WHERE project_id = $1",
        &[
            decided.project.into(),
            decided.kind.as_str().into(),
            decided.count.into(),
            decided.norm.as_ref().into(),
            decided.norm_version.into(),
            decided.on.into(),
            (&decided.snapshot).into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

fn key(row: &Row, column: usize) -> Stored<Key> {
    let text: String = row.get(column)?;
    Key::parse(&text).ok_or_else(|| StoreError::Shape(format!("key {text}")))
}
