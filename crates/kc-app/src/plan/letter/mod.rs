//! The letter of guidance as a file: the draft the office goes on writing, or its print.

mod norms;
mod office;
mod paper;
mod papers;

use super::{show, subject};
use crate::kernel::{Cx, Done, Failure, PaperFormat, paper_bytes};
use crate::{document, norm, process};
use chrono::NaiveDate;
use kc_domain::document::Document;
use kc_domain::kernel::id::{DocumentId, PlanId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::paper::Paper;
use kc_domain::kernel::text::fold;
use kc_domain::norm::Book;
use kc_domain::plan::{Guidance, Plan};
use kc_domain::policy::{Action, Withheld};
use kc_domain::process::Process;
use kc_store::identity::organisation;
use kc_store::kernel::Reader;
use kc_store::{plan, programme};
use std::sync::Arc;

/// What the letter is made of.
struct Grounds {
    plan: Plan,
    guidance: Guidance,
    /// The signed letter, where it was recorded: its number and its day stand on the paper.
    signed: Option<Document>,
    /// The programme the plan is a year of.
    programme: Option<String>,
    /// The organisation in charge of the plan.
    keeper: String,
    /// The ways of national and of local projects.
    ways: Vec<(Level, Process)>,
    book: Arc<Book>,
    /// The day whose rules count: that of the letter, or today while it is a draft.
    on: NaiveDate,
}

/// The file of the letter: its name and its bytes.
pub fn write(cx: &Cx<'_>, id: PlanId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let (plan, paper) = draw(cx, id)?;
    let code = fold(&plan.code).replace([' ', '/'], "-");
    let name = format!("cong-van-huong-dan-{code}.{}", format.ending());
    Ok((name, paper_bytes(&paper, format)?))
}

/// The letter of a plan, for those who may record its guidance.
pub fn draw(cx: &Cx<'_>, id: PlanId) -> Done<(Plan, Paper)> {
    let plan = show(cx, id)?;
    let action = Action::RecordPlan;
    if !cx.may_on(action, &subject(&plan)) {
        return Err(Failure::Denied(Withheld::NoRole { action }));
    }
    let grounds = cx.read(|reader| gather(cx, reader, plan))?;
    let paper = paper::of(&grounds, cx.now());
    Ok((grounds.plan, paper))
}

fn gather(cx: &Cx<'_>, reader: &mut Reader<'_>, plan: Plan) -> Done<Grounds> {
    let guidance = plan::guidance(reader, plan.id)?;
    let signed = signed(cx, reader, guidance.letter)?;
    let day = signed.as_ref().and_then(|letter| letter.issued_on);
    let on = day.unwrap_or_else(|| cx.today());
    let programme = match plan.programme {
        Some(id) => programme::find(reader, id)?.map(|found| found.name),
        None => None,
    };
    let keeper = organisation::find(reader, plan.organisation)?;
    let mut ways = Vec::new();
    for level in [Level::National, Level::Local] {
        let way = process::of_registration(reader, level, &plan.area, on);
        ways.extend(way.ok().map(|way| (level, way)));
    }
    Ok(Grounds {
        keeper: keeper.map(|found| found.name).unwrap_or_default(),
        book: norm::book(reader)?,
        guidance,
        signed,
        programme,
        ways,
        on,
        plan,
    })
}

/// The recorded letter, where the person may read it.
fn signed(
    cx: &Cx<'_>,
    reader: &mut Reader<'_>,
    letter: Option<DocumentId>,
) -> Done<Option<Document>> {
    let Some(id) = letter else { return Ok(None) };
    let found = kc_store::document::find(reader, id)?;
    let may_read = |found: &Document| cx.may_on(Action::ReadDocuments, &document::subject(found));
    Ok(found.filter(may_read))
}
