//! Declarations of interests, and who stays away from which file. Nothing here is ever changed.

use crate::kernel::dialect::Conditions;
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
    Ok(declared_by(reader, &[person], year)?.remove(&person))
}

/// The newest declarations of some people for a year, by person.
pub fn declared_by(
    reader: &mut Reader<'_>,
    people: &[UserId],
    year: i32,
) -> Stored<BTreeMap<UserId, Declared>> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut conditions = Conditions::new();
    conditions.add("interest_declaration.year = ?", [year.into()]);
    let people = people.iter().map(|person| (*person).into());
    conditions.among("interest_declaration.person_id", people);
    let (sql, values) = conditions.statement(
        "SELECT interest_declaration.id, interest_declaration.person_id,
                interest_declaration.recorded_at, interest_tie.kind, interest_tie.written
         FROM interest_declaration
         LEFT JOIN interest_tie ON interest_tie.declaration_id = interest_declaration.id",
        "ORDER BY interest_declaration.recorded_at, interest_declaration.id,
                  interest_tie.kind, interest_tie.written",
        [],
    );
    let mut newest: BTreeMap<UserId, (DeclarationId, Declared)> = BTreeMap::new();
    for row in &reader.query(&sql, &values)? {
        let (id, person, at) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let none = || {
            (
                id,
                Declared {
                    at,
                    ties: Vec::new(),
                },
            )
        };
        let held = newest.entry(person).or_insert_with(none);
        if held.0 != id {
            *held = none();
        }
        if let Some(kind) = row.code_or_none(3, TieKind::from_code)? {
            let written = row.get(4)?;
            held.1.ties.push(Tie { kind, written });
        }
    }
    let newest = newest.into_iter();
    Ok(newest.map(|(person, (_, held))| (person, held)).collect())
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
    let people: Vec<_> = members.iter().map(|member| member.person).collect();
    let mut declared = declared_by(reader, &people, year)?;
    let judge = |member: &Member| Judge {
        person: member.person,
        name: member.name.clone(),
        organisation: member.organisation,
        ties: declared
            .remove(&member.person)
            .map(|held| held.ties)
            .unwrap_or_default(),
    };
    Ok(members.iter().map(judge).collect())
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
