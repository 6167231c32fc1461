//! The one picture of the database that a visit sees.

use super::{App, Done, Failure};
use kc_domain::kernel::date::Instant;
use kc_store::kernel::{Database, Picture as Opened, Reader};
use std::cell::RefCell;

/// One picture of the database for everything a visit asks: opened with the first question, and
/// the same for all that follow, so that no two parts of a page can contradict each other.
pub struct Picture {
    database: Database,
    at: Instant,
    open: RefCell<Option<Opened>>,
}

impl Picture {
    /// A picture of an office at this moment, not yet opened.
    pub fn of(app: &App) -> Self {
        Self {
            database: app.database.clone(),
            at: app.now(),
            open: RefCell::new(None),
        }
    }

    /// The moment of the visit.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// Reads from the picture. After a statement that failed it is not used again.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut Reader<'_>) -> Done<T>) -> Done<T> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.database.picture()?,
        };
        let answer = work(&mut open.reader()?);
        if !matches!(answer, Err(Failure::Store(_))) {
            self.open.replace(Some(open));
        }
        answer
    }

    /// Lets the picture go: after a write it would show what is no longer so.
    pub(crate) fn let_go(&self) {
        drop(self.open.take());
    }
}
