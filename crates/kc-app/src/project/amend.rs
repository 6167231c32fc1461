//! Amending a project: its author while it is a proposal, the centre until the case is closed.

use super::late::expect_in_round;
use super::propose::{NewProject, free_code, settle_references, start};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::search;
use kc_domain::amendment::unchanged_by_hand;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::{Action, Withheld};
use kc_domain::project::refusal::Refusal;
use kc_domain::project::{Project, Status};
use kc_store::project;

/// What a person must be allowed to do to amend the project where it stands now.
pub fn action(cx: &Cx<'_>, project: &Project) -> Action {
    let is_authors =
        project.status.is_draft() && !cx.may_on(Action::AmendProject, &subject(project));
    if is_authors {
        Action::ProposeProject
    } else {
        Action::AmendProject
    }
}

/// Amends a project that is still as the person saw it. Area, organisations, the day of
/// registration, the steps taken and the mark of sample data stay.
pub fn amend(cx: &Cx<'_>, id: ProjectId, version: i64, new: NewProject) -> Done<()> {
    let seen = show(cx, id)?;
    let about = About::new("project", id);
    let permit = cx.permit(action(cx, &seen), subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        let before = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        expect_amendable(cx, &before)?;
        let typed_code = new.code.clone().or_else(|| Some(before.code.clone()));
        let mut after = with_facts(&before, new);
        settle_references(cx, &mut tx.reader(), &mut after)?;
        if after.plan != before.plan && after.status.is_draft() {
            expect_in_round(tx, &after)?;
        }
        if before.status.is_draft() && before.level != after.level {
            after.standing = Some(start(&mut tx.reader(), &after)?);
            after.status = Status::Registered;
        }
        after.code = free_code(tx, typed_code, &before)?;
        after.version = version;
        unchanged_by_hand(&before, &after)?;
        project::update(tx, &after)?;
        search::keep_project(tx, &after)?;
        let detail = format!("Sửa đề án {}: {}", after.code, changes(&before, &after));
        tx.trace(Trace::new("project", id, detail));
        Ok(())
    })
}

/// Whether this person may amend the project where it stands now; for offering a button or a form.
pub fn offered(cx: &Cx<'_>, project: &Project) -> Done<()> {
    let action = action(cx, project);
    if !cx.may_on(action, &subject(project)) {
        return Err(Failure::Denied(Withheld::NoRole { action }));
    }
    expect_amendable(cx, project)
}

/// Refuses once neither the author nor the centre may change the facts.
pub(super) fn expect_amendable(cx: &Cx<'_>, project: &Project) -> Done<()> {
    let status = project.status;
    let is_centres = cx.may_on(Action::AmendProject, &subject(project));
    let is_open = !status.is_final() && status != Status::Accepted;
    if status.is_draft() || (is_open && is_centres) {
        return Ok(());
    }
    Err(Refusal::NotAmendable { status }.into())
}

fn with_facts(before: &Project, new: NewProject) -> Project {
    Project {
        title: new.title,
        programme: new.programme,
        plan: new.plan,
        batch: new.batch,
        kind: new.kind,
        level: new.level,
        content_group: new.content_group,
        trade: new.trade,
        place_written: new.place_written,
        establishment: new.establishment,
        unit: new.unit,
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        need: new.need,
        outcome: new.outcome,
        cost_estimated: new.cost_estimated,
        support_asked: new.support_asked,
        workers: new.workers,
        turns: new.turns,
        note: new.note,
        ..before.clone()
    }
}

/// The facts before and after, as the audit keeps them.
fn changes(before: &Project, after: &Project) -> String {
    let pairs = facts(before).into_iter().zip(facts(after));
    let changed = pairs.filter(|((_, old), (_, new))| old != new);
    let sentences = changed.map(|((name, old), (_, new))| format!("{name}: {old} → {new}"));
    let all: Vec<_> = sentences.collect();
    if all.is_empty() {
        return "không đổi".to_owned();
    }
    all.join("; ")
}

fn facts(project: &Project) -> Vec<(&'static str, String)> {
    let unknown = || "chưa có".to_owned();
    let text = |value: &Option<String>| value.clone().unwrap_or_else(unknown);
    let money = |value: Option<kc_domain::kernel::money::Dong>| {
        value.map_or_else(unknown, |amount| amount.to_string())
    };
    let count = |value: Option<i64>| value.map_or_else(unknown, |count| count.to_string());
    let named = |value: Option<String>| value.unwrap_or_else(unknown);
    vec![
        ("mã", project.code.clone()),
        ("tên", project.title.clone()),
        ("loại", project.kind.name(Lang::Vi).to_owned()),
        (
            "cấp",
            named(project.level.map(|l| l.name(Lang::Vi).to_owned())),
        ),
        (
            "chương trình",
            named(project.programme.map(|id| id.to_string())),
        ),
        ("kế hoạch", named(project.plan.map(|id| id.to_string()))),
        ("đợt", text(&project.batch)),
        ("nhóm nội dung", text(&project.content_group)),
        ("ngành nghề", text(&project.trade)),
        ("địa điểm", text(&project.place_written)),
        (
            "cơ sở",
            named(project.establishment.map(|id| id.to_string())),
        ),
        (
            "đơn vị thực hiện",
            named(project.unit.map(|id| id.to_string())),
        ),
        (
            "từ ngày",
            named(project.starts_on.map(|day| day.to_string())),
        ),
        (
            "đến ngày",
            named(project.ends_on.map(|day| day.to_string())),
        ),
        ("nhu cầu", text(&project.need)),
        ("kết quả", text(&project.outcome)),
        ("dự kiến kinh phí", money(project.cost_estimated)),
        ("đề nghị hỗ trợ", money(project.support_asked)),
        ("lao động", count(project.workers)),
        ("lượt người", count(project.turns)),
        ("ghi chú", text(&project.note)),
    ]
}
