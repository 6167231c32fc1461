//! Moves of a project: the money side of its page, and the form that records or prepares one.

use super::{forms, journal};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind, MoneyBar, Offer, Stage as BarStage};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done, Failure, ROWS_DEFAULT, ROWS_MAX, Window};
use kc_app::ledger::append::append;
use kc_app::ledger::{self, Filter, purse, reached};
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source, Stage};
use kc_domain::policy::Action;

/// The moves of a project that one hand records, in the order of its life. Money that leaves has
/// a form of its own, and a contract binds its money by itself.
const OF_PROJECT: [MoveKind; 5] = [
    MoveKind::Approve,
    MoveKind::Reduce,
    MoveKind::Commit,
    MoveKind::Uncommit,
    MoveKind::Evidence,
];

/// The money side of a project: the bar, what can be done, the entries.
pub(crate) fn project_money(visit: &Visit<'_>, project: ProjectId) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let stages = ledger::stages_of_project(&cx, project)?;
    if stages.is_empty() {
        let unknown = lang
            .t("Kinh phí: chưa có số liệu.", "Money: no data yet.")
            .to_owned();
        return Ok(std::iter::once(Part::Text(unknown))
            .chain(offer(visit, project))
            .collect());
    }
    let mut parts = vec![Part::MoneyBar(bar(visit, project, &stages))];
    parts.extend(offer(visit, project));
    if cx.may(Action::ReadLedger) {
        let filter = Filter {
            project: Some(project),
            ..Filter::default()
        };
        let page = ledger::list(&cx, &filter, Window::of_page(1, ROWS_DEFAULT))?;
        parts.push(Part::Heading(lang.t("Bút toán", "Entries").to_owned()));
        parts.push(Part::Table(journal::table(lang, &page.rows, None)));
    }
    Ok(parts)
}

/// The money of a project at a glance; nothing while the ledger holds none.
pub(crate) fn money_at_a_glance(visit: &Visit<'_>, project: ProjectId) -> Done<Option<Part>> {
    let stages = ledger::stages_of_project(&visit.cx(), project)?;
    Ok((!stages.is_empty()).then(|| Part::MoneyBar(bar(visit, project, &stages))))
}

fn bar(visit: &Visit<'_>, project: ProjectId, stages: &[(Source, Stage, Dong)]) -> MoneyBar {
    let lang = visit.lang();
    // Who may not see the entries is not led to them.
    let url = if visit.cx().may(Action::ReadLedger) {
        format!("/ledger/entries?project={project}")
    } else {
        String::new()
    };
    let of = |list: &[Stage], partners: bool| -> Vec<BarStage> {
        let bar = |stage: &Stage| {
            let amount = reached(stages, *stage, |source| source.is_of_partners() == partners);
            BarStage::new(stage.name(lang), Some(amount), url.clone())
        };
        list.iter().map(bar).collect()
    };
    let has = |partners| {
        stages
            .iter()
            .any(|(source, ..)| source.is_of_partners() == partners)
    };
    MoneyBar {
        lang,
        state: if has(false) {
            of(&Stage::OF_BUDGET, false)
        } else {
            Vec::new()
        },
        counterpart: if has(true) {
            of(&Stage::OF_PARTNERS, true)
        } else {
            Vec::new()
        },
    }
}

fn offer(visit: &Visit<'_>, project: ProjectId) -> Option<Part> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut offers = Vec::new();
    if cx.may(Action::PrepareMove) {
        let label = lang.t("Lập chứng từ chi", "Prepare a payment");
        offers.push(Offer::open(
            label,
            format!("/projects/{project}/payments/new"),
        ));
    }
    if !allowed(&cx).is_empty() {
        let label = lang.t("Ghi bút toán", "Record an entry");
        offers.push(Offer::open(label, format!("/projects/{project}/moves/new")));
    }
    (!offers.is_empty()).then_some(Part::Offers(offers))
}

/// The kinds this person may record or prepare.
fn allowed(cx: &Cx<'_>) -> Vec<MoveKind> {
    let may = |kind: &MoveKind| {
        cx.may(match kind {
            MoveKind::Commit | MoveKind::Uncommit | MoveKind::Evidence => Action::RecordCounterpart,
            _ => Action::AssignBudget,
        })
    };
    OF_PROJECT.into_iter().filter(may).collect()
}

/// `GET /projects/{project}/moves/new`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let project = visit.id("project", ProjectId::parse)?;
    ledger::stages_of_project(&visit.cx(), project)?;
    form(visit, project, &Query::default())?.show()
}

/// `POST /projects/{project}/moves`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let project = visit.id("project", ProjectId::parse)?;
    let typed = &visit.arrival.form;
    let purse = PurseId::parse(typed.get("purse"));
    let done = forms::read(typed, (purse, Some(project)), None).and_then(|new| append(&cx, &new));
    match done {
        Ok(_) => Reply::see_other(
            format!("/projects/{project}?tab=money"),
            visit.lang().t("Đã ghi bút toán.", "The entry is recorded."),
        ),
        Err(failure) => form(visit, project, typed)?.come_back(failure),
    }
}

fn form(visit: &Visit<'_>, project: ProjectId, typed: &Query) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let kinds = allowed(&cx);
    if kinds.is_empty() {
        return Err(Failure::NotFound);
    }
    let purses = purse::list(&cx, Window::of_page(1, ROWS_MAX))?;
    let choice = |card: &purse::PurseCard| {
        let id = card.purse.id.to_string();
        let left = lang.t("còn", "left");
        Choice::new(
            id,
            format!("{} – {left} {}", card.purse.name, card.available),
        )
    };
    let choices = purses.rows.iter().map(choice).collect();
    let mut fields = forms::fields(lang, &kinds, typed);
    fields.insert(1, forms::source_field(lang, typed));
    let label = lang.t("Nguồn kinh phí", "Purse");
    let purse = Field::new(lang, Kind::Select(choices), "purse", label)
        .value(typed.get("purse"))
        .hint(lang.t(
            "Bỏ trống với vốn đối ứng.",
            "Leave empty for counterpart money.",
        ))
        .optional();
    fields.insert(2, purse);
    let back = format!("/projects/{project}?tab=money");
    let mut shell = shell(visit, lang.t("Ghi bút toán", "Record an entry"));
    shell.crumbs = vec![crumb(lang.t("Đề án", "Project"), back.clone())];
    Ok(
        FormPage::new(shell, format!("/projects/{project}/moves"), fields)
            .buttons(lang.t("Ghi", "Record"), back),
    )
}
