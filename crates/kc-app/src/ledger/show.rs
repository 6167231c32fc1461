//! One entry, with everything its page names.

use super::holder::{Holders, holders};
use super::subject;
use crate::document;
use crate::kernel::{Cx, Done, Failure};
use kc_domain::document::Document;
use kc_domain::kernel::id::EntryId;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Entry;
use kc_domain::policy::Action;
use kc_store::identity::person;
use kc_store::ledger;

/// An entry as its page shows it.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The entry.
    pub entry: Entry,
    /// Đồng of it that no reversal has taken back yet.
    pub left: Dong,
    /// The names of its project and purse.
    pub holders: Holders,
    /// The paper it stands on, where the reader may see that.
    pub basis: Option<Document>,
    /// Who recorded it; nobody where the system itself did.
    pub recorded_by: Option<String>,
}

/// One entry the reader may see.
pub fn show(cx: &Cx<'_>, id: EntryId) -> Done<Sight> {
    let (entry, reversed, recorded_by) = cx.read(|reader| {
        let entry = ledger::find(reader, id)?.ok_or(Failure::NotFound)?;
        let by = match entry.recorded_by {
            Some(user) => person::find(reader, user)?,
            None => None,
        };
        Ok((entry, ledger::reversed(reader, id)?, by))
    })?;
    cx.may_read(Action::ReadLedger, &subject(&entry))?;
    Ok(Sight {
        left: entry.amount.minus(reversed),
        holders: holders(cx, std::slice::from_ref(&entry))?,
        basis: entry.document.and_then(|id| document::show(cx, id).ok()),
        recorded_by: recorded_by.map(|person| person.full_name),
        entry,
    })
}
