//! What reports count: projects by the version of them that was known, money by the entries.
//!
//! One question, one query. A project counts when it was registered by the day, its version was
//! known at the moment and it was not withdrawn; an entry counts when it was effective by the day
//! and recorded by the moment.

mod behind;
mod dispatch;
mod facts;

pub use behind::{Behind, BehindEntry, BehindProject, entries, projects};
pub use dispatch::{Dispatch, dispatches, insert_dispatch};
pub use facts::{Depth, facts, stage_money};

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use kc_domain::programme::frame::Frame;

/// The group of a project within its own catalogue: that of its plan, of its programme, or the
/// national one. Written out, because it stands inside larger questions.
macro_rules! group_of_catalogue {
    () => {
        "(COALESCE((SELECT plan.catalogue FROM plan WHERE plan.id = revision.plan_id),
                   (SELECT programme.catalogue FROM programme
                    WHERE programme.id = revision.programme_id),
                   'ND45-2012') || ':' || revision.content_group)"
    };
}
use group_of_catalogue;

/// What a report counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The programme or plan it is about; `None` for everything.
    pub of: Option<Frame>,
    /// Only what lies in a place.
    pub place: Option<AreaPath>,
    /// The first day of registration counted.
    pub from: Option<NaiveDate>,
    /// The day it is stated for.
    pub as_of: NaiveDate,
    /// The moment up to which records count.
    pub known_at: Instant,
}

impl Selection {
    /// What a content group is told apart by: its key, or where several catalogues meet its
    /// catalogue too.
    fn group(&self) -> &'static str {
        match self.of {
            Some(_) => "revision.content_group",
            None => group_of_catalogue!(),
        }
    }

    /// The last moment a version can be known at: open versions end at the end of time.
    fn moment(&self) -> Instant {
        Instant(self.known_at.0.min(Instant::FOREVER.0.saturating_sub(1)))
    }

    /// The conditions on a revision. The day is `$1` and the moment `$2`, for joins before them.
    fn conditions(&self, scope: &Scope) -> Conditions {
        let mut conditions = Conditions::new();
        let moment = self.moment();
        conditions
            .add("revision.registered_on <= ?", [self.as_of.into()])
            .add("revision.recorded_at <= ?", [moment.into()])
            .add("revision.superseded_at > ?", [moment.into()])
            .add("revision.withdrawn = 0", []);
        match self.of {
            Some(Frame::Programme(id)) => conditions.add("revision.programme_id = ?", [id.into()]),
            Some(Frame::Plan(id)) => conditions.add("revision.plan_id = ?", [id.into()]),
            None => &mut conditions,
        };
        if let Some(from) = self.from {
            conditions.add("revision.registered_on >= ?", [from.into()]);
        }
        match &self.place {
            Some(place) => conditions.scope_by_area(&scope.within(place), "revision"),
            None => conditions.scope_by_area(scope, "revision"),
        };
        conditions
    }
}

/// The body of the statement published about the same: the latest by the day, known at the moment.
pub fn published_body(
    reader: &mut Reader<'_>,
    scope: &Scope,
    selection: &Selection,
) -> Stored<Option<String>> {
    let mut conditions = Conditions::new();
    match selection.of {
        Some(Frame::Programme(id)) => conditions.add("statement.programme_id = ?", [id.into()]),
        Some(Frame::Plan(id)) => conditions.add("statement.plan_id = ?", [id.into()]),
        None => return Ok(None),
    };
    let moment = selection.moment();
    conditions
        .add("statement.recorded_at <= ?", [moment.into()])
        .add(
            "(statement.withdrawn_at IS NULL OR statement.withdrawn_at > ?)",
            [moment.into()],
        )
        .add(
            "(statement.published_on IS NULL OR statement.published_on <= ?)",
            [selection.as_of.into()],
        )
        .scope_by_area(scope, "statement");
    let head = "SELECT statement.body FROM statement";
    let tail = "ORDER BY statement.published_on DESC, statement.recorded_at DESC LIMIT 1";
    let (sql, values) = conditions.statement(head, tail, []);
    reader
        .first(&sql, &values)?
        .map(|row| row.get(0))
        .transpose()
}

/// Whether some project counted is sample data, which every report on it must say.
pub fn is_illustrative(
    reader: &mut Reader<'_>,
    scope: &Scope,
    selection: &Selection,
) -> Stored<bool> {
    let mut conditions = selection.conditions(scope);
    conditions.add("project.illustrative = 1", []);
    let head = "SELECT project.illustrative FROM project_revision AS revision
                JOIN project ON project.id = revision.project_id";
    let (sql, values) = conditions.statement(head, "LIMIT 1", []);
    Ok(reader.first(&sql, &values)?.is_some())
}

#[cfg(test)]
mod tests {
    use kc_domain::programme::catalogue::{NATIONAL, OF};

    #[test]
    fn a_group_names_its_catalogue_as_the_domain_reads_it() {
        let written = group_of_catalogue!();
        assert!(written.contains(&format!("'{NATIONAL}') || '{OF}' ||")));
    }
}
