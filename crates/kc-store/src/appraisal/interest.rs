//! Declarations of interests, and who stays away from which file. Nothing here is ever changed.

use crate::kernel::{Reader, Stored, Tx};
use kc_domain::appraisal::{Ground, GroundKind, Judge, Member, Tie, TieKind};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{CouncilId, DeclarationId, ProjectId, UserId};
use std::collections::BTreeMap;

/// What a person declared for a year, in its newest version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// When.
    pub at: Instant,
    /// The ties; none is an answer too.
    pub ties: Vec<Tie>,
}

/// The newest declaration of a person for a year.
pub fn declared(reader: &mut Reader<'_>, person: UserId, year: i32) -> Stored<Option<Declared>> {
    let newest = reader.first(
        "SELECT id, recorded_at FROM interest_declaration
         WHERE person_id = $1 AND year = $2 ORDER BY recorded_at DESC, id DESC LIMIT 1",
        &[person.into(), year.into()],
    )?;
    let Some(row) = newest else { return Ok(None) };
    let id: DeclarationId = row.get(0)?;
    let rows = reader.query(
        "SELECT kind, written FROM interest_tie WHERE declaration_id = $1 ORDER BY kind, written",
        &[id.into()],
    )?;
    let tie = |row: &crate::kernel::Row| {
        Ok(Tie {
            kind: row.code(0, TieKind::from_code)?,
            written: row.get(1)?,
        })
    };
    Ok(Some(Declared {
        at: row.get(1)?,
        ties: rows.iter().map(tie).collect::<Stored<_>>()?,
    }))
}

/// Adds a declaration with its ties.
pub fn insert_declaration(
    tx: &mut Tx<'_>,
    id: DeclarationId,
    (person, year): (UserId, i32),
    ties: &[Tie],
) -> Stored<()> {
    let by = tx.permit().user();
    tx.execute(
        "INSERT INTO interest_declaration (id, person_id, year, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            id.into(),
            person.into(),
            year.into(),
            by.into(),
            tx.at().into(),
        ],
    )?;
    for tie in ties {
        tx.execute(
            "INSERT INTO interest_tie (declaration_id, kind, written) VALUES ($1, $2, $3)
             ON CONFLICT (declaration_id, kind, written) DO NOTHING",
            &[id.into(), tie.kind.code().into(), (&tie.written).into()],
        )?;
    }
    Ok(())
}

/// The members as they are compared with files.
pub fn judges(reader: &mut Reader<'_>, members: &[Member], year: i32) -> Stored<Vec<Judge>> {
    members
        .iter()
        .map(|member| {
            let declared = declared(reader, member.person, year)?;
            Ok(Judge {
                person: member.person,
                name: member.name.clone(),
                organisation: member.organisation,
                ties: declared.map(|held| held.ties).unwrap_or_default(),
            })
        })
        .collect()
}

/// That a member stays away from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recusal {
    /// Why.
    pub ground: Ground,
    /// Since when.
    pub at: Instant,
}

/// Who stays away from what in a council.
pub fn recusals(
    reader: &mut Reader<'_>,
    council: CouncilId,
) -> Stored<BTreeMap<(ProjectId, UserId), Recusal>> {
    let rows = reader.query(
        "SELECT project_id, person_id, ground, detail, recorded_at FROM recusal
         WHERE council_id = $1",
        &[council.into()],
    )?;
    rows.iter()
        .map(|row| {
            let recusal = Recusal {
                ground: Ground {
                    kind: row.code(2, GroundKind::from_code)?,
                    detail: row.get(3)?,
                },
                at: row.get(4)?,
            };
            Ok(((row.get(0)?, row.get(1)?), recusal))
        })
        .collect()
}

/// Keeps that a member stays away from a file; once kept it stays.
pub fn insert_recusal(
    tx: &mut Tx<'_>,
    council: CouncilId,
    (project, person): (ProjectId, UserId),
    ground: &Ground,
) -> Stored<()> {
    let by = tx.permit().user();
    tx.execute(
        "INSERT INTO recusal (council_id, project_id, person_id, ground, detail, recorded_by,
                              recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (council_id, project_id, person_id) DO NOTHING",
        &[
            council.into(),
            project.into(),
            person.into(),
            ground.kind.code().into(),
            (&ground.detail).into(),
            by.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}
