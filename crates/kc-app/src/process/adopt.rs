//! Putting a process of the province into force.

use super::{file, shipped};
use crate::kernel::{About, Cx, Done, Trace};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaLevel;
use kc_domain::policy::{Action, Subject};
use kc_domain::process::Process;
use kc_domain::process::refusal::Refusal;
use kc_store::process::{self, Adopted};

/// Reads a file, checks it, and puts it into force for projects registered from its first day on.
/// Projects under way keep the version they were registered under.
pub fn adopt(cx: &Cx<'_>, organisation: OrganisationId, text: &str) -> Done<String> {
    let read = file::read(text).map_err(|faults| Refusal::Faulty { faults })?;
    if read.level != Level::Local || read.area.level() == AreaLevel::Nation {
        return Err(Refusal::NotOwnArea.into());
    }
    let reference = read.reference();
    let about = About::new("process", &reference);
    let subject = Subject::new(read.area.clone(), Some(organisation));
    let permit = cx.permit(Action::AdoptRules, subject, &about)?;
    cx.change(&permit, &about, |tx| {
        let taken = || Refusal::VersionTaken {
            reference: reference.clone(),
        };
        let is_shipped = shipped().iter().any(|held| held.reference() == reference);
        let adopted = adopted(&read, organisation, text);
        if is_shipped || !process::insert(tx, &adopted)? {
            return Err(taken().into());
        }
        let detail = format!("Áp dụng quy trình {reference}: {}", read.name.say(Lang::Vi));
        tx.trace(Trace::new("process", &reference, detail));
        Ok(reference.clone())
    })
}

fn adopted(read: &Process, organisation: OrganisationId, text: &str) -> Adopted {
    Adopted {
        reference: read.reference(),
        level: read.level,
        area: read.area.clone(),
        from: read.from,
        to: read.to,
        file: text.to_owned(),
        organisation,
    }
}
