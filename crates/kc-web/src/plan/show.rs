//! The page of one annual plan: facts, projects, history.

use super::{guidance, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Offer, Value};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use crate::programme::sides::{Side, tabs};
use crate::project::listing;
use kc_app::kernel::{Cx, Done};
use kc_app::project::Filter;
use kc_app::{plan, programme};
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::text::Lang;
use kc_domain::plan::Plan;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;

/// `GET /plans/{plan}`, with `?tab=projects`, `?tab=decisions` or `?tab=history`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = plan::show(&cx, visit.id("plan", PlanId::parse)?)?;
    let mut shell = shell(visit, &found.name);
    shell.crumbs = vec![crumb(lang.t("Kế hoạch", "Plans"), "/plans")];
    shell.illustrative = found.illustrative;
    if cx.may(Action::ProposeProject) {
        shell.action = Some(MainAction {
            label: lang.t("Đăng ký đề án", "Propose a project").to_owned(),
            url: format!("/projects/new?plan={}", found.id),
            official: false,
            posts: false,
        });
    }
    let side = Side::of_tab(visit.query("tab"));
    let parts = match side {
        Side::Projects => listing::of(visit, &filter(&found))?,
        Side::Decisions => crate::decision::of_plan(visit, &found)?,
        Side::History => vec![crate::audit::history_part(visit, found.id)?],
        _ => overview(visit, &found)?,
    };
    Reply::page(&RecordPage {
        shell,
        tabs: Some(tabs(visit, Frame::Plan(found.id), &found.name, side)),
        parts,
    })
}

fn filter(plan: &Plan) -> Filter {
    Filter {
        plan: Some(plan.id),
        ..Filter::default()
    }
}

fn overview(visit: &Visit<'_>, plan: &Plan) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut parts = vec![
        Part::Text(listing::summary(visit, &filter(plan))?),
        Part::Facts(facts(&cx, plan)),
    ];
    parts.extend(guidance::parts(visit, plan)?);
    if cx.may_on(Action::RecordPlan, &plan::subject(plan)) {
        let edit = Offer::open(
            lang.t("Sửa kế hoạch", "Edit the plan"),
            format!("{}/edit", url(plan.id)),
        );
        let guide = Offer::open(
            lang.t("Hướng dẫn, ưu tiên của năm", "Guidance and priorities"),
            format!("{}/guidance", url(plan.id)),
        );
        let papers = guidance::papers(lang, plan.id);
        parts.push(Part::Offers(
            [edit, guide].into_iter().chain(papers).collect(),
        ));
    }
    Ok(parts)
}

fn facts(cx: &Cx<'_>, plan: &Plan) -> Facts {
    let lang = cx.lang();
    let now = cx.now();
    let round = plan.round.say_at(now, plan.round_at(now), lang);
    let facts = vec![
        Fact::text(lang.t("Mã", "Code"), &plan.code),
        Fact::text(lang.t("Năm", "Year"), plan.year.to_string()),
        Fact::text(lang.t("Thời gian", "Period"), plan.period.to_string()),
        Fact::new(
            lang.t("Thuộc chương trình", "Programme"),
            programme_of(cx, plan),
        ),
        decision_of(cx, plan),
        Fact::text(
            lang.t("Đợt đăng ký", "Registration round"),
            round.unwrap_or_default(),
        )
        .note(lead(lang, plan)),
        Fact::text(
            lang.t("Danh mục nội dung", "Catalogue"),
            kc_domain::programme::catalogue::find(&plan.catalogue)
                .map_or(plan.catalogue.as_str(), |catalogue| &catalogue.name),
        ),
        Fact::text(
            lang.t("Ghi chú", "Note"),
            plan.note.as_deref().unwrap_or_default(),
        ),
    ];
    Facts { lang, facts }
}

fn decision_of(cx: &Cx<'_>, plan: &Plan) -> Fact {
    let label = cx.lang().t("Quyết định ban hành", "Decision");
    let found = plan.decision.map(|id| kc_app::document::show(cx, id));
    match found {
        Some(Ok(paper)) => Fact::link(
            label,
            paper.title(cx.lang()),
            crate::document::url(paper.id),
        ),
        _ => Fact::new(label, Value::Unknown),
    }
}

fn programme_of(cx: &Cx<'_>, plan: &Plan) -> Value {
    let found = plan.programme.map(|id| programme::show(cx, id));
    match found {
        Some(Ok(programme)) => Value::Link {
            label: programme.name,
            url: crate::programme::url(programme.id),
        },
        _ => Value::Unknown,
    }
}

fn lead(lang: Lang, plan: &Plan) -> String {
    match plan.days_of_lead() {
        None => String::new(),
        Some(days) => format!(
            "{} {days} {}",
            lang.t("mở trước kỳ kế hoạch", "opened"),
            lang.t("ngày", "days before the plan starts")
        ),
    }
}
