//! Recording a programme.

use super::subject;
use crate::kernel::{About, Cx, Done, Trace, token};
use crate::search;
use chrono::NaiveDate;
use kc_domain::kernel::id::{DocumentId, OrganisationId, ProgrammeId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::period::Period;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Action;
use kc_domain::programme::refusal::Refusal;
use kc_domain::programme::{Programme, catalogue};
use kc_store::programme;

/// A programme as it is entered.
#[derive(Debug, Clone)]
pub struct NewProgramme {
    /// The code the office uses.
    pub code: String,
    /// Name as in the decision.
    pub name: String,
    /// National or local.
    pub level: Option<Level>,
    /// The code of the catalogue of content.
    pub catalogue: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// The decision it stands on.
    pub decision: Option<DocumentId>,
    /// The programme before it.
    pub predecessor: Option<ProgrammeId>,
    /// What readers of its reports must know.
    pub note: Option<String>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records a programme.
pub fn record(cx: &Cx<'_>, new: NewProgramme) -> Done<ProgrammeId> {
    let id = ProgrammeId(token::new_id(cx.now())?);
    let programme = build(id, new, 1)?;
    let about = About::new("programme", id);
    let permit = cx.permit(Action::RecordProgramme, subject(&programme), &about)?;
    cx.change(&permit, &about, |tx| {
        if programme::find_by_code(&mut tx.reader(), &programme.code)?.is_some() {
            return Err(Refusal::CodeTaken {
                code: programme.code.clone(),
            }
            .into());
        }
        programme::insert(tx, &programme)?;
        search::keep_programme(tx, &programme)?;
        tx.trace(Trace::new(
            "programme",
            id,
            format!("Ghi chương trình {}", programme.name),
        ));
        Ok(id)
    })
}

pub(super) fn build(id: ProgrammeId, new: NewProgramme, version: i64) -> Done<Programme> {
    let period = Period::new(new.starts_on, new.ends_on).ok_or(Refusal::BackwardPeriod)?;
    if catalogue::find(&new.catalogue).is_none() {
        return Err(Refusal::UnknownCatalogue {
            code: new.catalogue,
        }
        .into());
    }
    Ok(Programme {
        id,
        code: new.code,
        name: new.name,
        level: new.level,
        catalogue: new.catalogue,
        period,
        decision: new.decision,
        predecessor: new.predecessor,
        note: new.note,
        area: new.area,
        organisation: new.organisation,
        illustrative: new.illustrative,
        version,
    })
}
