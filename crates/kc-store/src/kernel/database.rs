//! The database: where it is, who may hold it, how it is read and written.

use super::postgres::PgConnection;
use super::reader::{Engine, Link};
use super::{Reader, Stamp, StoreError, Stored, Trace, Tx, dialect, migrate, sqlite};
use crate::audit;
use kc_domain::audit::Outcome;
use kc_domain::kernel::date::Instant;
use kc_domain::policy::Attempt;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

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

/// An open database; clones share it.
#[derive(Clone)]
pub struct Database {
    readers: Arc<Pool>,
    writers: Arc<Pool>,
    _lock: Option<Arc<File>>,
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
        let mut held = self.readers.begin(dialect::begin_read)?;
        let answer = work(&mut Reader::over(held.link()?));
        held.end(answer)
    }

    /// An unchanging picture of the database, to be read from again and again until it is dropped.
    pub fn picture(&self) -> Stored<Picture> {
        let held = self.readers.begin(dialect::begin_read)?;
        Ok(Picture { held })
    }

    /// How many statements were sent so far over the connections that are not at work now.
    pub fn statements_sent(&self) -> u64 {
        self.readers.sent().saturating_add(self.writers.sent())
    }

    /// Writes: everything `work` does and its audit record, or nothing.
    pub fn write<T, E: From<StoreError>>(
        &self,
        stamp: Stamp<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut held = self.writers.begin(dialect::begin_write)?;
        let mut tx = Tx::new(held.link()?, stamp);
        let answer = work(&mut tx).and_then(|done| {
            tx.seal()?;
            Ok(done)
        });
        held.end(answer)
    }

    /// Appends the record of something refused; the only write without effect on the business.
    pub fn record_refusal(&self, attempt: &Attempt, at: Instant, trace: Trace) -> Stored<()> {
        let mut held = self.writers.begin(dialect::begin_write)?;
        let kept = audit::append(held.link()?, attempt, at, Outcome::Refused, trace);
        held.end(kept)
    }
}

/// An open picture of the database: what is read from it is as it was when it was opened.
pub struct Picture {
    held: Held,
}

impl Picture {
    /// Reads from the picture.
    pub fn reader(&mut self) -> Stored<Reader<'_>> {
        Ok(Reader::over(self.held.link()?))
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
    let mut writer = Link::sqlite(sqlite::connect(&file, read_only)?);
    if read_only {
        migrate::check(&mut writer)?;
    } else {
        migrate::climb(&mut writer, now)?;
    }
    let readers = (0..READERS)
        .map(|_| sqlite::connect(&file, true).map(Link::sqlite))
        .collect::<Stored<Vec<_>>>()?;
    Ok(Database {
        readers: Pool::shared(readers, None),
        writers: Pool::shared(vec![writer], None),
        _lock: lock.map(Arc::new),
    })
}

fn open_postgres(url: &str, access: Access, now: Instant) -> Stored<Database> {
    let connect = || PgConnection::connect(url).map(Link::postgres);
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
        readers: Pool::shared(readers, again.clone()),
        writers: Pool::shared(writers, again),
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
    fn shared(idle: Vec<Link>, again: Option<String>) -> Arc<Self> {
        Arc::new(Self {
            idle: Mutex::new(idle),
            returned: Condvar::new(),
            again,
        })
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Link>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sent(&self) -> u64 {
        self.idle().iter().map(Link::sent).sum()
    }

    /// A connection with a transaction begun on it; one the server hung up on is made anew.
    fn begin(self: &Arc<Self>, begin: fn(bool) -> &'static str) -> Stored<Held> {
        let mut held = self.take();
        let link = held.link()?;
        if let (Engine::Postgres(connection), Some(url)) = (&mut link.engine, &self.again)
            && connection.is_closed()
        {
            **connection = PgConnection::connect(url)?;
        }
        link.turn(begin(link.is_postgres()))?;
        held.open = true;
        Ok(held)
    }

    fn take(self: &Arc<Self>) -> Held {
        let mut idle = self.idle();
        loop {
            if let Some(link) = idle.pop() {
                return Held {
                    pool: Arc::clone(self),
                    link: Some(link),
                    open: false,
                };
            }
            idle = self
                .returned
                .wait(idle)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A connection on loan; it goes back when dropped, and what was not committed is undone.
struct Held {
    pool: Arc<Pool>,
    link: Option<Link>,
    open: bool,
}

impl Held {
    fn link(&mut self) -> Stored<&mut Link> {
        let gone = || StoreError::Engine("no connection".to_owned());
        self.link.as_mut().ok_or_else(gone)
    }

    /// Ends the transaction as it went: what failed is undone when the link is back.
    fn end<T, E: From<StoreError>>(&mut self, answer: Result<T, E>) -> Result<T, E> {
        if answer.is_ok() {
            self.link()?.turn("COMMIT")?;
            self.open = false;
        }
        answer
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(mut link) = self.link.take() {
            if self.open && !link.is_over() {
                // Undoing must not hide why; a link that cannot even do this is found closed.
                drop(link.turn("ROLLBACK"));
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
        let Engine::Sqlite(connection) = &held.link().unwrap().engine else {
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
