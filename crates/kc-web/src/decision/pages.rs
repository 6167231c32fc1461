//! The forms of a draft: new, edit, give up.

use super::{form, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::decision;
use kc_app::decision::discard::discard as give_up;
use kc_app::decision::draft::{StartWith, draft, redraft};
use kc_domain::decision::Decision;
use kc_domain::kernel::id::{DecisionId, RankingId};

/// `GET /decisions/new`, with `?plan=` and `?kind=` chosen before
pub fn new(visit: &Visit<'_>) -> Answer {
    let blank = form::blank(&visit.cx(), &visit.arrival.query);
    new_form(visit, &blank).show()
}

/// `POST /decisions`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let start = match (
        RankingId::parse(typed.get("ranking")),
        typed.get("submitted"),
    ) {
        (Some(ranking), _) => StartWith::Ranking(ranking),
        (None, "yes") => StartWith::Submitted,
        (None, _) => StartWith::Nothing,
    };
    match form::read(typed).and_then(|new| draft(&cx, new, start)) {
        Ok(id) => Reply::see_other(
            url(id),
            visit
                .lang()
                .t("Đã lập dự thảo. Hãy xem danh mục đề án.", "Drafted."),
        ),
        Err(failure) => new_form(visit, typed).come_back(failure),
    }
}

/// `GET /decisions/{decision}/edit`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let found = decision::show(&visit.cx(), visit.id("decision", DecisionId::parse)?)?;
    edit_form(visit, &found, &form::values(&found)).show()
}

/// `POST /decisions/{decision}`
pub fn update(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let found = decision::show(&cx, visit.id("decision", DecisionId::parse)?)?;
    let version = typed.get("version").parse().unwrap_or(0);
    let whole = typed.with("plan", &found.plan.to_string());
    match form::read(&whole).and_then(|new| redraft(&cx, found.id, version, new)) {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => edit_form(visit, &found, typed).come_back(failure),
    }
}

/// `POST /decisions/{decision}/discarding`
pub fn discard(visit: &Visit<'_>) -> Answer {
    let id = visit.id("decision", DecisionId::parse)?;
    let version = visit.form("version").parse().unwrap_or(0);
    give_up(&visit.cx(), id, version)?;
    Reply::see_other(url(id), visit.lang().t("Đã bỏ dự thảo.", "Discarded."))
}

fn new_form(visit: &Visit<'_>, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Soạn quyết định", "Draft a decision"));
    shell.crumbs = vec![crumb(lang.t("Quyết định", "Decisions"), "/decisions")];
    let fields = form::fields(&visit.cx(), typed, true);
    let page = FormPage::new(shell, "/decisions", fields)
        .buttons(lang.t("Lập dự thảo", "Draft"), "/decisions");
    if typed.get("ranking").is_empty() {
        return page;
    }
    page.intro(lang.t(
        "Danh mục bắt đầu bằng các đề án được xếp hỗ trợ và số kinh phí được xếp; đề án chưa tới bước phê duyệt được nêu tên trên trang dự thảo.",
        "The list starts with the winners of the ranking and what they were given; those not up for approval yet are named on the draft.",
    ))
}

fn edit_form(visit: &Visit<'_>, found: &Decision, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Sửa dự thảo", "Edit the draft"));
    shell.crumbs = vec![
        crumb(lang.t("Quyết định", "Decisions"), "/decisions"),
        crumb(&found.title, url(found.id)),
    ];
    FormPage::new(
        shell,
        url(found.id),
        form::fields(&visit.cx(), typed, false),
    )
    .buttons(lang.t("Lưu", "Save"), url(found.id))
}
