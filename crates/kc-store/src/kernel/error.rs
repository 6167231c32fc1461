//! What can go wrong in the store, sorted by who can mend it.

use std::fmt;

/// A failure of the store.
#[derive(Debug)]
pub enum StoreError {
    /// A named constraint of the schema said no.
    Constraint(String),
    /// Somebody changed the record meanwhile.
    Stale,
    /// The disk is full; nothing was written.
    DiskFull,
    /// Another process holds the data file.
    InUse(String),
    /// The database was made by a newer version of the program.
    Newer {
        /// Number of the newest migration in the database.
        found: i64,
        /// Number of the newest migration this program knows.
        known: i64,
    },
    /// The database has not been brought up to this version yet.
    Older,
    /// There is no database here.
    Missing(String),
    /// A migration that was applied differs from the one this program carries.
    MigrationChanged(i64),
    /// A write that left no trace for the audit; our own mistake.
    NoTrace,
    /// A row does not have the shape the program expects; our own mistake.
    Shape(String),
    /// The engine failed.
    Engine(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Constraint(name) => write!(f, "constraint {name}"),
            Self::Stale => write!(f, "the record was changed meanwhile"),
            Self::DiskFull => write!(f, "the disk is full"),
            Self::InUse(path) => write!(f, "{path} is in use by another process"),
            Self::Newer { found, known } => {
                write!(
                    f,
                    "database has migration {found}, this program knows {known}"
                )
            }
            Self::Older => write!(f, "database needs to be migrated"),
            Self::Missing(path) => write!(f, "no database at {path}"),
            Self::MigrationChanged(number) => write!(f, "migration {number} was changed"),
            Self::NoTrace => write!(f, "a write without an audit record"),
            Self::Shape(what) => write!(f, "unexpected row: {what}"),
            Self::Engine(what) => write!(f, "database engine: {what}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse(String::new()),
            Some(ErrorCode::ConstraintViolation) => Self::Constraint(error.to_string()),
            _ => Self::Engine(error.to_string()),
        }
    }
}

impl From<::postgres::Error> for StoreError {
    fn from(error: ::postgres::Error) -> Self {
        let Some(cause) = error.as_db_error() else {
            return Self::Engine(error.to_string());
        };
        if cause.code().code().starts_with("23") {
            let name = cause.constraint().unwrap_or_default();
            return Self::Constraint(format!("{} {name}", cause.message()));
        }
        match *cause.code() {
            ::postgres::error::SqlState::DISK_FULL => Self::DiskFull,
            _ => Self::Engine(cause.message().to_owned()),
        }
    }
}
