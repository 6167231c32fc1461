//! The schema climbs step by step, forward only; what was applied is never changed.

use super::reader::Link;
use super::{StoreError, Stored, Value, dialect};
use kc_domain::kernel::date::Instant;
use sha2::{Digest, Sha256};

/// One step of the schema.
#[derive(Debug)]
pub struct Migration {
    /// Its number, from 1, without gaps.
    pub number: i64,
    /// Its name.
    pub name: &'static str,
    /// Text for both engines.
    pub common: &'static str,
    /// What only SQLite gets.
    pub sqlite: &'static str,
    /// What only PostgreSQL gets.
    pub postgres: &'static str,
}

/// Declares a step by its file names; the second form adds what only one engine gets.
macro_rules! step {
    ($number:literal, $name:literal) => {
        Migration {
            number: $number,
            name: $name,
            common: include_str!(concat!("../../migrations/", $name, ".sql")),
            sqlite: "",
            postgres: "",
        }
    };
    ($number:literal, $name:literal, and engines) => {
        Migration {
            number: $number,
            name: $name,
            common: include_str!(concat!("../../migrations/", $name, ".sql")),
            sqlite: include_str!(concat!("../../migrations/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("../../migrations/", $name, ".postgres.sql")),
        }
    };
    ($number:literal, $name:literal, engines) => {
        Migration {
            number: $number,
            name: $name,
            common: "",
            sqlite: include_str!(concat!("../../migrations/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("../../migrations/", $name, ".postgres.sql")),
        }
    };
}

/// Every step, in order.
pub const MIGRATIONS: &[Migration] = &[
    step!(1, "0001_identity"),
    step!(2, "0002_audit"),
    step!(3, "0003_registers"),
    step!(4, "0004_programme"),
    step!(5, "0005_project"),
    step!(6, "0006_ledger", and engines),
    step!(7, "0007_surfaces"),
    step!(8, "0008_search", engines),
    step!(9, "0009_process"),
    step!(10, "0010_norm", and engines),
    step!(11, "0011_appraisal", and engines),
    step!(12, "0012_decision"),
    step!(13, "0013_contract"),
    step!(14, "0014_amendment"),
    step!(15, "0015_field"),
    step!(16, "0016_followup"),
    step!(17, "0017_task"),
    step!(18, "0018_api_token"),
    step!(19, "0019_waiting"),
    step!(20, "0020_contract_open"),
    step!(21, "0021_round", and engines),
    step!(22, "0022_what_stays", engines),
    step!(23, "0023_links"),
    step!(24, "0024_by_whom"),
    step!(25, "0025_sent_form"),
    step!(26, "0026_light_form"),
];

const LIST: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    hash BLOB NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;";

/// Brings the schema up to this program, or says that the database is newer.
pub(super) fn climb(link: &mut Link, now: Instant) -> Stored<()> {
    let list = if link.is_postgres() {
        dialect::to_postgres(LIST)
    } else {
        LIST.to_owned()
    };
    link.batch(&list)?;
    let applied = applied(link)?;
    for migration in MIGRATIONS.iter().filter(|step| step.number > applied) {
        apply(link, migration, now)?;
    }
    link.execute(
        "INSERT INTO audit_head (one, sequence, hash) SELECT 1, 0, $1
         WHERE NOT EXISTS (SELECT 1 FROM audit_head)",
        &[kc_domain::audit::GENESIS.into()],
    )?;
    Ok(())
}

/// Checks that the schema is exactly this program's, without changing anything.
pub(super) fn check(link: &mut Link) -> Stored<()> {
    if applied(link)? < newest() {
        return Err(StoreError::Older);
    }
    Ok(())
}

fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |step| step.number)
}

/// The number of the newest applied step, after comparing the hashes of all.
fn applied(link: &mut Link) -> Stored<i64> {
    let rows = link.query(
        "SELECT number, hash FROM schema_migration ORDER BY number",
        &[],
    )?;
    let mut last = 0;
    for row in &rows {
        last = row.get(0)?;
        let Some(known) = MIGRATIONS.iter().find(|step| step.number == last) else {
            return Err(StoreError::Newer {
                found: last,
                known: newest(),
            });
        };
        if row.get::<[u8; 32]>(1)? != hash(known) {
            return Err(StoreError::MigrationChanged(last));
        }
    }
    Ok(last)
}

fn apply(link: &mut Link, migration: &Migration, now: Instant) -> Stored<()> {
    let own = if link.is_postgres() {
        migration.postgres
    } else {
        migration.sqlite
    };
    let text = match (link.is_postgres(), migration.common.is_empty()) {
        (true, true) => dialect::to_postgres(own),
        (true, false) => dialect::to_postgres(migration.common) + own,
        (false, _) => migration.common.to_owned() + own,
    };
    link.batch("BEGIN")?;
    let done = link.batch(&text).and_then(|()| {
        let values: [Value; 4] = [
            migration.number.into(),
            migration.name.into(),
            hash(migration).into(),
            now.into(),
        ];
        link.execute(
            "INSERT INTO schema_migration (number, name, hash, applied_at) VALUES ($1, $2, $3, $4)",
            &values,
        )
    });
    match done {
        Ok(_) => link.batch("COMMIT"),
        Err(error) => {
            link.batch("ROLLBACK")?;
            Err(error)
        }
    }
}

fn hash(migration: &Migration) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for text in [migration.common, migration.sqlite, migration.postgres] {
        hasher.update(text.as_bytes());
        hasher.update([0]);
    }
    hasher.finalize().into()
}
