//! The dossier (hồ sơ) of a project: which papers its process asks for, and which came in.

use super::{show, step, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::Action;
use kc_domain::process::{Paper, Step};
use kc_domain::project::Project;
use kc_domain::project::refusal::Refusal;
use kc_store::project::{self, Held};

/// A paper that came in.
#[derive(Debug, Clone)]
pub struct Received {
    /// The key its process gives it.
    pub paper: String,
    /// How many sets.
    pub copies: i64,
    /// Who keeps the original.
    pub holder: String,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// The recorded document, where there is one.
    pub document: Option<DocumentId>,
}

/// A paper the process asks for, with what came in of it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The paper.
    pub paper: Paper,
    /// The name of the step that asks first.
    pub step: Step,
    /// What came in.
    pub held: Option<Held>,
}

/// Every paper the process of a project asks for, in the order of the way.
pub fn list(cx: &Cx<'_>, project: &Project) -> Done<Vec<Asked>> {
    let Some(process) = step::process_of(cx, project)? else {
        return Ok(Vec::new());
    };
    let held = cx.read(|reader| Ok(project::list_papers(reader, project.id)?))?;
    let mut asked: Vec<Asked> = Vec::new();
    for step in &process.steps {
        for paper in &step.papers {
            if asked.iter().all(|known| known.paper.key != paper.key) {
                asked.push(Asked {
                    paper: paper.clone(),
                    step: step.clone(),
                    held: held.iter().find(|held| held.paper == paper.key).cloned(),
                });
            }
        }
    }
    Ok(asked)
}

/// Records a paper that came in. Whoever takes the proposal in or hands it in may.
pub fn receive(cx: &Cx<'_>, id: ProjectId, received: &Received) -> Done<()> {
    let seen = show(cx, id)?;
    let about = About::new("project", id);
    let asked = list(cx, &seen)?;
    let asked = asked
        .iter()
        .find(|asked| asked.paper.key == received.paper)
        .ok_or(Failure::NotFound)?;
    let holder = clean(&received.holder);
    if holder.is_empty() || received.copies < 1 {
        return Err(Failure::invalid(
            "holder",
            "Ghi nơi giữ bản gốc và số bộ từ 1 trở lên.",
            "Record who keeps the original, and one set at least.",
        ));
    }
    if received.received_on > cx.today() {
        let day = received.received_on;
        return Err(Refusal::InTheFuture { day }.into());
    }
    let permit = cx.permit(action(cx, &seen), subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        let held = Held {
            paper: received.paper.clone(),
            copies: received.copies,
            holder: holder.clone(),
            received_on: received.received_on,
            document: received.document,
        };
        project::keep_paper(tx, id, &held)?;
        let name = asked.paper.name.say(Lang::Vi);
        let day = show_date(received.received_on);
        let detail = format!(
            "Nhận giấy tờ: {name}, {} bộ, ngày {day}, {holder} giữ",
            received.copies
        );
        tx.trace(Trace::new("project", id, detail));
        Ok(())
    })
}

/// The right by which this person records papers: those who take in, and those who hand in.
pub fn action(cx: &Cx<'_>, project: &Project) -> Action {
    let subject = subject(project);
    let rights = [Action::CollectProject, Action::AppraiseProject];
    let held = rights.into_iter().find(|right| cx.may_on(*right, &subject));
    held.unwrap_or(Action::SubmitProject)
}

/// The papers a step still lacks.
pub(super) fn missing<'s>(step: &'s Step, held: &[Held]) -> Vec<&'s Paper> {
    let is_there = |paper: &&Paper| {
        held.iter()
            .any(|held| held.paper == paper.key && held.copies >= i64::from(paper.copies))
    };
    let papers = step.papers.iter();
    papers.filter(|paper| !is_there(paper)).collect()
}
