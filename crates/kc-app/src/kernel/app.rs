//! The program as the use cases see it: a database, a folder for files, a clock.

use super::{Cx, Done, Failure};
use kc_domain::identity::Actor;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::text::Lang;
use kc_store::kernel::{Access, Database, Location};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::UNIX_EPOCH;

/// Tells the time; tests and the demo set it.
#[derive(Debug)]
pub enum Clock {
    /// The clock of the machine.
    System,
    /// A clock that stands until it is set, in epoch milliseconds.
    Set(AtomicI64),
}

impl Clock {
    /// A clock that stands at a moment.
    pub fn standing_at(moment: Instant) -> Self {
        Self::Set(AtomicI64::new(moment.0))
    }

    /// The moment.
    pub fn now(&self) -> Instant {
        match self {
            Self::System => system_now(),
            Self::Set(moment) => Instant(moment.load(Ordering::SeqCst)),
        }
    }

    /// Moves a standing clock; the machine's clock stays as it is.
    pub fn set(&self, moment: Instant) {
        if let Self::Set(held) = self {
            held.store(moment.0, Ordering::SeqCst);
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the machine's clock"
)]
fn system_now() -> Instant {
    let since = std::time::SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Instant(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// An open office: everything use cases need, shared by all requests.
pub struct App {
    pub(crate) database: Database,
    pub(crate) files: PathBuf,
    clock: Clock,
    site: Option<String>,
}

impl App {
    /// Opens the database. Attachments lie in `files`.
    pub fn open(location: &Location, access: Access, files: &Path, clock: Clock) -> Done<Self> {
        let database = Database::open(location, access, clock.now())?;
        Ok(Self {
            database,
            files: files.to_owned(),
            clock,
            site: None,
        })
    }

    /// The same office, opened by people under an address, as in `https://khuyencong.haiphong.gov.vn`.
    #[must_use]
    pub fn at_site(self, site: Option<&str>) -> Self {
        let site = site.map(|site| site.trim_end_matches('/').to_owned());
        Self { site, ..self }
    }

    /// The address under which people open the program, without a slash at the end; nothing where
    /// the office named none.
    pub fn site(&self) -> Option<&str> {
        self.site.as_deref()
    }

    /// The moment.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The clock, for tests and the demo to set.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// How many statements were sent to the database so far, by requests that are over.
    pub fn statements_sent(&self) -> u64 {
        self.database.statements_sent()
    }

    /// A context for one person's request.
    pub fn cx(&self, actor: impl Into<Arc<Actor>>, lang: Lang) -> Cx<'_> {
        Cx::of_person(self, actor.into(), lang)
    }

    /// The context of whoever holds the machine: reads everything, writes nothing.
    pub fn console(&self, lang: Lang) -> Cx<'_> {
        Cx::of_console(self, lang)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Store(kc_store::kernel::StoreError::DiskFull),
            _ => Self::Internal(error.to_string()),
        }
    }
}
