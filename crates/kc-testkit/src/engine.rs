//! An empty office on each engine, gone when the test ends.

use kc_app::kernel::{Access, App, Clock, Location};
use kc_domain::kernel::date::Instant;
use postgres::{Client, NoTls};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// The variable that names the test server; `cargo xtask test` starts one and sets it.
const SERVER: &str = "KC_TEST_POSTGRES";

/// The data file of an office on SQLite.
const DATA_FILE: &str = "khuyencong.sqlite3";

/// One of the two engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// SQLite in a temporary folder.
    Sqlite,
    /// PostgreSQL, a database of its own.
    Postgres,
}

impl Engine {
    /// Both engines: every store test runs on each.
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

/// An office of a test.
pub struct TestOffice {
    /// The open office.
    pub app: Arc<App>,
    /// Where its database is.
    pub location: Location,
    folder: TempDir,
    database: Option<PgDatabase>,
}

impl TestOffice {
    /// An empty office on an engine, with a clock that stands at a moment.
    pub fn open(engine: Engine, moment: &str) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let database = (engine == Engine::Postgres).then(PgDatabase::create);
        let location = match &database {
            Some(database) => Location::Postgres(database.url.clone()),
            None => Location::Folder(folder.path().to_owned()),
        };
        let clock = Clock::standing_at(Instant::parse(moment).expect("a moment"));
        let files = folder.path().join("files");
        let app = App::open(&location, Access::Exclusive, &files, clock).expect("an empty office");
        Self {
            app: Arc::new(app),
            location,
            folder,
            database,
        }
    }

    /// The folder of the office's files; it is made with the first file.
    pub fn files(&self) -> std::path::PathBuf {
        self.folder.path().join("files")
    }

    /// Everything the office keeps but the audit, for asking whether anything changed.
    pub fn picture(&self) -> String {
        match &self.location {
            Location::Folder(folder) => crate::picture::of_file(&folder.join(DATA_FILE)),
            Location::Postgres(url) => crate::picture::of_database(url),
        }
    }

    /// Runs a statement behind the program's back, as whoever holds the data could: answers the
    /// rows it changed, or why the engine itself refused.
    pub fn behind_the_back(&self, sql: &str) -> Result<u64, String> {
        match &self.location {
            Location::Folder(folder) => {
                let connection =
                    rusqlite::Connection::open(folder.join(DATA_FILE)).expect("the data file");
                let changed = connection.execute(sql, []).map_err(|e| e.to_string())?;
                Ok(u64::try_from(changed).expect("a count"))
            }
            Location::Postgres(url) => {
                let mut client = Client::connect(url, NoTls).expect("the database");
                let told = |e: &postgres::Error| e.as_db_error().map(|e| e.message().to_owned());
                client
                    .execute(sql, &[])
                    .map_err(|e| told(&e).unwrap_or_default())
            }
        }
    }

    /// The same office closed and opened anew, as after an update of the program.
    pub fn reopened(self, moment: &str) -> Self {
        let files = self.files();
        drop(self.app);
        let clock = Clock::standing_at(Instant::parse(moment).expect("a moment"));
        let app = App::open(&self.location, Access::Exclusive, &files, clock);
        Self {
            app: Arc::new(app.expect("the same office")),
            location: self.location,
            folder: self.folder,
            database: self.database,
        }
    }

    /// Moves the clock of the office.
    pub fn set_clock(&self, moment: &str) {
        self.app
            .clock()
            .set(Instant::parse(moment).expect("a moment"));
    }
}

/// A database of one test on the test server; dropped with it.
struct PgDatabase {
    server: String,
    name: String,
    url: String,
}

impl PgDatabase {
    fn create() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let name = format!("kc_test_{}_{number}", std::process::id());
        let server = server();
        let mut client = Client::connect(&server, NoTls).expect("the test server");
        client
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .expect("a new database");
        let url = with_database(&server, &name);
        Self { server, name, url }
    }
}

impl Drop for PgDatabase {
    fn drop(&mut self) {
        let dropped = Client::connect(&self.server, NoTls).and_then(|mut client| {
            client.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name))
        });
        drop(dropped);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests learn of their server from the test command"
)]
fn server() -> String {
    std::env::var(SERVER).unwrap_or_else(|_| {
        panic!(
            "{SERVER} is not set: run the tests with `cargo xtask test`, which starts PostgreSQL"
        )
    })
}

/// The address of another database on the same server.
fn with_database(server: &str, name: &str) -> String {
    let (address, query) = server
        .split_once('?')
        .map_or((server, None), |(a, q)| (a, Some(q)));
    let start = address.find("://").map_or(0, |at| at + 3);
    let base = address[start..]
        .find('/')
        .map_or(address, |at| &address[..start + at]);
    query.map_or_else(
        || format!("{base}/{name}"),
        |query| format!("{base}/{name}?{query}"),
    )
}
