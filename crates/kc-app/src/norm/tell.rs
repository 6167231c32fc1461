//! Telling the rules of a project: its kind of support, how many share it, facts and papers.

use super::book::book;
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::project::{show, subject};
use kc_domain::kernel::id::ProjectId;
use kc_domain::norm::refusal::Refusal;
use kc_domain::norm::{Book, Told};
use kc_domain::policy::Action;
use kc_domain::project::{Project, ProjectKind};
use kc_store::norm;
use std::sync::Arc;

/// What the rules were told of a project the person may read.
pub fn told(cx: &Cx<'_>, project: ProjectId) -> Done<Option<Told>> {
    let project = show(cx, project)?;
    cx.read(|reader| Ok(norm::told(reader, project.id)?))
}

/// The project and the book to choose from, where this person may tell the rules of it.
pub fn tellable(cx: &Cx<'_>, project: ProjectId) -> Done<(Project, Arc<Book>)> {
    let project = show(cx, project)?;
    let about = About::new("project", project.id);
    cx.permit(Action::CollectProject, subject(&project), &about)?;
    let (book, decided) =
        cx.read(|reader| Ok((book(reader)?, norm::decided(reader, project.id)?)))?;
    match decided {
        Some(_) => Err(Refusal::Decided.into()),
        None => Ok((project, book)),
    }
}

/// Tells the rules of a project that is not decided yet.
pub fn tell(cx: &Cx<'_>, new: &Told) -> Done<()> {
    let project = show(cx, new.project)?;
    let about = About::new("project", project.id);
    let permit = cx.permit(Action::CollectProject, subject(&project), &about)?;
    if new.count < 1 {
        return Err(Failure::invalid(
            "count",
            "Số lượng phải từ 1 trở lên.",
            "The count must be at least 1.",
        ));
    }
    expect_for_flagships(&project, new.kind.as_str())?;
    cx.change(&permit, &about, |tx| {
        if norm::decided(&mut tx.reader(), project.id)?.is_some() {
            return Err(Refusal::Decided.into());
        }
        book(&mut tx.reader())?.expect_kind(new.kind.as_str())?;
        norm::tell(tx, new)?;
        let detail = format!("Loại hỗ trợ: {} × {}", new.kind, new.count);
        tx.trace(Trace::new("project", project.id, detail));
        Ok(())
    })
}

/// The kind of support of projects that hold several kinds in one.
const FLAGSHIP: &str = "flagship";

/// Only a flagship project (đề án điểm, Điều 2.3 of Thông tư 36/2013/TT-BCT as amended) holds several
/// kinds of support; any other names its own, with its own ceiling.
fn expect_for_flagships(project: &Project, kind: &str) -> Done<()> {
    if kind != FLAGSHIP || project.kind == ProjectKind::Flagship {
        return Ok(());
    }
    Err(Failure::invalid(
        "kind",
        "Loại này chỉ dành cho đề án điểm. Chọn loại hỗ trợ của chính đề án, để biết mức tối đa của nó.",
        "This kind is for flagship projects only. Choose the project's own kind of support, which has its own ceiling.",
    ))
}
