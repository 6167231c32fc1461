//! The files of a sitting: listed, marked, with what each asks of which purse.

use super::{recuse, show_sitting, subject};
use crate::kernel::{About, Cx, Done, ROWS_MAX, Trace, Window};
use crate::{norm, project};
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::sitting::FILES_MAX;
use kc_domain::appraisal::{Council, Sitting};
use kc_domain::kernel::id::{ProjectId, SittingId};
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;
use kc_domain::project::Project;
use kc_store::appraisal as store;
pub use kc_store::appraisal::AskedOf;
use kc_store::kernel::Tx;

/// Projects of the plan that are not on the list yet, for a choice.
pub fn choices(cx: &Cx<'_>, sitting: SittingId) -> Done<Vec<Project>> {
    let (council, sitting) = show_sitting(cx, sitting)?;
    let filter = project::Filter {
        plan: Some(council.plan),
        ..project::Filter::default()
    };
    let window = Window::of_page(1, ROWS_MAX);
    let found = project::list(cx, &filter, project::Order::Oldest, window)?;
    let listed = cx.read(|reader| Ok(store::files(reader, sitting.id)?))?;
    let is_new = |project: &Project| !listed.iter().any(|file| file.project == project.id);
    let projects = found.rows.into_iter().map(|row| row.project);
    Ok(projects.filter(is_new).collect())
}

/// Puts projects on the list of a sitting, each with the priority marks the rules of its day of
/// registration give. Who must stay away from them is found at once.
pub fn add(cx: &Cx<'_>, id: SittingId, projects: &[ProjectId]) -> Done<()> {
    change(cx, id, |tx, council, sitting| {
        let listed = store::files(&mut tx.reader(), id)?;
        if listed.len().saturating_add(projects.len()) > FILES_MAX {
            return Err(Refusal::TooManyFiles { most: FILES_MAX }.into());
        }
        let mut codes = Vec::new();
        for project in projects {
            if listed.iter().any(|file| file.project == *project) {
                return Err(Refusal::ListedAlready.into());
            }
            codes.push(list_one(tx, council, id, *project)?);
        }
        recuse::refresh(tx, council)?;
        Ok(format!(
            "Thêm vào phiên {}: {}",
            sitting.number,
            codes.join(", ")
        ))
    })
}

fn list_one(tx: &mut Tx<'_>, council: &Council, id: SittingId, project: ProjectId) -> Done<String> {
    let found = kc_store::project::find(&mut tx.reader(), project)?;
    let foreign = |code: String| Refusal::ForeignFile { code };
    let found = found.ok_or_else(|| foreign(project.to_string()))?;
    if found.plan != Some(council.plan) || found.withdrawn_at.is_some() {
        return Err(foreign(found.code).into());
    }
    let rules = norm::of_project(&mut tx.reader(), &found, found.registered_on)?;
    let marks: Vec<_> = rules.worth.marks().into_iter().map(str::to_owned).collect();
    store::insert_file(tx, id, project, &marks)?;
    Ok(found.code)
}

/// Takes a project off the list of a sitting; one that was scored stays.
pub fn remove(cx: &Cx<'_>, id: SittingId, project: ProjectId) -> Done<()> {
    change(cx, id, |tx, _, sitting| {
        let files = store::files(&mut tx.reader(), id)?;
        let file = files.iter().find(|file| file.project == project);
        let file = file.ok_or(Refusal::NotListed)?;
        let scores = store::scores(&mut tx.reader(), id)?;
        if let Some(score) = scores.iter().find(|score| score.project == project) {
            return Err(Refusal::ScoredAlready { total: score.total }.into());
        }
        store::remove_file(tx, id, project)?;
        Ok(format!(
            "Bỏ đề án {} khỏi phiên {}",
            file.code, sitting.number
        ))
    })
}

/// Sets the priority marks of a file and what it asks of which purse.
pub fn set(
    cx: &Cx<'_>,
    id: SittingId,
    project: ProjectId,
    (marks, asks): (&str, &[AskedOf]),
) -> Done<()> {
    let marks = marks_of(marks);
    change(cx, id, |tx, _, sitting| {
        let files = store::files(&mut tx.reader(), id)?;
        let file = files.iter().find(|file| file.project == project);
        let file = file.ok_or(Refusal::NotListed)?;
        let twice = asks.iter().find(|ask| {
            let same = asks.iter().filter(|other| other.purse == ask.purse);
            same.count() > 1
        });
        if let Some(ask) = twice {
            let purse = ask.purse.to_string();
            return Err(Refusal::AskedTwice { purse }.into());
        }
        store::set_marks(tx, id, project, &marks)?;
        store::set_asks(tx, id, project, asks)?;
        Ok(format!(
            "Phiên {}, đề án {}: dấu ưu tiên “{}”, {} nguồn đề nghị",
            sitting.number,
            file.code,
            marks.join(" "),
            asks.len()
        ))
    })
}

/// Marks as they are typed: `A, E, F`.
fn marks_of(typed: &str) -> Vec<String> {
    let typed = clean(typed).to_uppercase();
    let mut marks: Vec<_> = typed
        .split([',', ';', ' '])
        .filter(|mark| !mark.is_empty())
        .map(str::to_owned)
        .collect();
    marks.sort();
    marks.dedup();
    marks
}

/// Changes the files of an open sitting.
fn change(
    cx: &Cx<'_>,
    id: SittingId,
    work: impl FnOnce(&mut Tx<'_>, &Council, &Sitting) -> Done<String>,
) -> Done<()> {
    let (council, sitting) = show_sitting(cx, id)?;
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(Action::RecordAppraisal, subject(&council), &about)?;
    cx.change(&permit, &about, |tx| {
        sitting.expect_open()?;
        let detail = work(tx, &council, &sitting)?;
        tx.trace(Trace::new("appraisal", council.id, detail));
        Ok(())
    })
}
