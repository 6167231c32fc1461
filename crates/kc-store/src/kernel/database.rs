//! The database: where it is, who may hold it, how it is read and written.

use super::postgres::PgConnection;
use super::reader::Link;
use super::{Reader, Stamp, StoreError, Stored, Trace, Tx, dialect, migrate, sqlite};
use crate::audit;
use kc_domain::audit::Outcome;
use kc_domain::kernel::date::Instant;
use kc_domain::policy::Attempt;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The name of the data file in its folder.
const DATA_FILE: &str = "khuyencong.sqlite3";

/// The name of the file whose lock says that a process holds the folder.
const LOCK_FILE: &str = "khuyencong.lock";

/// Connections that read.
const READERS: usize = 4;

/// Connections that write: SQLite has one writer, PostgreSQL many.
const POSTGRES_WRITERS: usize = 4;

/// Where the data is.
#[derive(Debug, Clone)]
pub enum Location {
    /// A folder with one SQLite file.
    Folder(PathBuf),
    /// A PostgreSQL database, `postgres://…`.
    Postgres(String),
}

/// What a process wants of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read and write; no other process may hold the same SQLite file. Climbs the schema.
    Exclusive,
    /// Read only, also beside a running server.
    ReadOnly,
}

/// An open database.
pub struct Database {
    readers: Pool,
    writers: Pool,
    _lock: Option<File>,
}

impl Database {
    /// Opens a database, climbing the schema where this process may write.
    pub fn open(location: &Location, access: Access, now: Instant) -> Stored<Self> {
        match location {
            Location::Folder(folder) => open_folder(folder, access, now),
            Location::Postgres(url) => open_postgres(url, access, now),
        }
    }

    /// Reads from one unchanging picture of the database.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut held = self.readers.take();
        let link = held.link()?;
        link.turn(dialect::begin_read(link.is_postgres()))?;
        let answer = work(&mut Reader::over(link));
        held.end(answer)
    }

    /// Writes: everything `work` does and its audit record, or nothing.
    pub fn write<T, E: From<StoreError>>(
        &self,
        stamp: Stamp<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut held = self.writers.take();
        let link = held.link()?;
        link.turn(dialect::begin_write(link.is_postgres()))?;
        let mut tx = Tx::new(link, stamp);
        let answer = work(&mut tx).and_then(|done| {
            tx.seal()?;
            Ok(done)
        });
        held.end(answer)
    }

    /// Appends the record of something refused; the only write without effect on the business.
    pub fn record_refusal(&self, attempt: &Attempt, at: Instant, trace: Trace) -> Stored<()> {
        let mut held = self.writers.take();
        let link = held.link()?;
        link.turn(dialect::begin_write(link.is_postgres()))?;
        let kept = audit::append(link, attempt, at, Outcome::Refused, trace);
        held.end(kept)
    }
}

fn open_folder(folder: &Path, access: Access, now: Instant) -> Stored<Database> {
    let file = folder.join(DATA_FILE);
    let lock = match access {
        Access::Exclusive => Some(lock(folder)?),
        Access::ReadOnly if file.exists() => None,
        Access::ReadOnly => return Err(StoreError::Missing(file.display().to_string())),
    };
    let read_only = access == Access::ReadOnly;
    let mut writer = Link::Sqlite(sqlite::connect(&file, read_only)?);
    if read_only {
        migrate::check(&mut writer)?;
    } else {
        migrate::climb(&mut writer, now)?;
    }
    let readers = (0..READERS)
        .map(|_| sqlite::connect(&file, true).map(Link::Sqlite))
        .collect::<Stored<Vec<_>>>()?;
    Ok(Database {
        readers: Pool::new(readers, None),
        writers: Pool::new(vec![writer], None),
        _lock: lock,
    })
}

fn open_postgres(url: &str, access: Access, now: Instant) -> Stored<Database> {
    let connect = || PgConnection::connect(url).map(|link| Link::Postgres(Box::new(link)));
    let mut first = connect()?;
    match access {
        Access::Exclusive => migrate::climb(&mut first, now)?,
        Access::ReadOnly => migrate::check(&mut first)?,
    }
    let mut writers = vec![first];
    for _ in 1..POSTGRES_WRITERS {
        writers.push(connect()?);
    }
    let readers = (0..READERS)
        .map(|_| connect())
        .collect::<Stored<Vec<_>>>()?;
    let again = Some(url.to_owned());
    Ok(Database {
        readers: Pool::new(readers, again.clone()),
        writers: Pool::new(writers, again),
        _lock: None,
    })
}

/// Takes the lock of the folder, or says that another process holds it.
fn lock(folder: &Path) -> Stored<File> {
    let broken = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::StorageFull => StoreError::DiskFull,
        _ => StoreError::Engine(format!("{}: {error}", folder.display())),
    };
    std::fs::create_dir_all(folder).map_err(broken)?;
    let file = File::create(folder.join(LOCK_FILE)).map_err(broken)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => {
            Err(StoreError::InUse(folder.display().to_string()))
        }
        Err(std::fs::TryLockError::Error(error)) => Err(broken(error)),
    }
}

/// Connections lent one at a time.
struct Pool {
    idle: Mutex<Vec<Link>>,
    returned: Condvar,
    again: Option<String>,
}

impl Pool {
    fn new(idle: Vec<Link>, again: Option<String>) -> Self {
        Self {
            idle: Mutex::new(idle),
            returned: Condvar::new(),
            again,
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Link>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Held<'_> {
        let mut idle = self.idle();
        loop {
            if let Some(link) = idle.pop() {
                return Held {
                    pool: self,
                    link: Some(link),
                };
            }
            idle = self
                .returned
                .wait(idle)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A connection on loan; it goes back when dropped, rolled back if it was left in the middle.
struct Held<'a> {
    pool: &'a Pool,
    link: Option<Link>,
}

impl Held<'_> {
    fn link(&mut self) -> Stored<&mut Link> {
        let link = self
            .link
            .as_mut()
            .ok_or_else(|| StoreError::Engine("no connection".to_owned()))?;
        if let (Link::Postgres(held), Some(url)) = (&mut *link, &self.pool.again)
            && held.is_closed()
        {
            **held = PgConnection::connect(url)?;
        }
        Ok(link)
    }

    /// Ends the transaction as it went: what failed is undone, and why it failed is told.
    fn end<T, E: From<StoreError>>(&mut self, answer: Result<T, E>) -> Result<T, E> {
        let link = self.link()?;
        if answer.is_ok() {
            link.turn("COMMIT")?;
        } else if !link.is_over() {
            // Undoing must not hide the reason; what cannot be undone here is when the link is back.
            drop(link.turn("ROLLBACK"));
        }
        answer
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if let Some(mut link) = self.link.take() {
            if let Link::Sqlite(connection) = &link
                && !connection.is_autocommit()
            {
                // A panic or a failed commit left the transaction open; nothing of it may stay.
                drop(connection.execute_batch("ROLLBACK"));
            } else if std::thread::panicking() {
                drop(link.batch("ROLLBACK"));
            }
            self.pool.idle().push(link);
            self.pool.returned.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kc_domain::place::area::AreaPath;
    use kc_domain::policy::{Action, Permit, Subject, system_permit};

    const AT: Instant = Instant(1_795_000_000_000);

    fn open() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Folder(folder.path().to_owned());
        let database = Database::open(&location, Access::Exclusive, AT).unwrap();
        (folder, database)
    }

    /// Lets the file have so many pages more than it has now.
    fn leave_pages(database: &Database, more: i64) {
        let mut held = database.writers.take();
        let Link::Sqlite(connection) = held.link().unwrap() else {
            panic!("the folder holds SQLite");
        };
        let count: i64 = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        connection
            .pragma_update_and_check(None, "max_page_count", count + more, |_| Ok(()))
            .unwrap();
    }

    fn permit() -> Permit {
        system_permit(Action::SignIn, Subject::new(AreaPath::nation(), None)).unwrap()
    }

    /// Keeps an organisation with a name of so many bytes.
    fn keep(database: &Database, id: u8, bytes: usize) -> Stored<()> {
        let permit = permit();
        let stamp = Stamp {
            permit: &permit,
            at: AT,
        };
        database.write(stamp, |tx| {
            tx.execute(
                "INSERT INTO organisation (id, name, name_fold, name_sort, kind, area, illustrative,
                                           version, recorded_at)
                 VALUES ($1, $2, 'a', X'61', 'centre', 'VN', 0, 1, 1)",
                &[vec![id; 16].into(), "đ".repeat(bytes / 2).into()],
            )?;
            tx.trace(Trace::new("identity", id, "thử"));
            Ok(())
        })
    }

    fn kept(database: &Database) -> (i64, i64) {
        let count = |sql: &str| database.read::<_, StoreError>(|reader| reader.number(sql, &[]));
        let organisations = count("SELECT count(*) FROM organisation").unwrap();
        (organisations, count("SELECT count(*) FROM audit").unwrap())
    }

    #[test]
    fn a_full_disk_is_called_so_and_keeps_nothing_of_the_write() {
        let (_folder, database) = open();
        keep(&database, 1, 100).unwrap();
        leave_pages(&database, 3);
        let full = keep(&database, 2, 1_000_000).unwrap_err();
        assert!(matches!(full, StoreError::DiskFull), "{full:?}");
        assert_eq!(kept(&database), (1, 1), "neither the record nor its audit");

        leave_pages(&database, 10_000);
        keep(&database, 2, 1_000_000).expect("with room again the same write is kept");
        assert_eq!(kept(&database), (2, 2));
    }

    #[test]
    fn a_write_without_a_trace_is_not_kept() {
        let (_folder, database) = open();
        let permit = permit();
        let stamp = Stamp {
            permit: &permit,
            at: AT,
        };
        let silent = database.write(stamp, |tx| {
            tx.execute(
                "DELETE FROM organisation WHERE id = $1",
                &[vec![1; 16].into()],
            )
        });
        assert!(matches!(silent, Err(StoreError::NoTrace)));
    }
}
