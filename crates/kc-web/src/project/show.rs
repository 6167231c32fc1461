//! The page of one project: where it stands, what is known, its money, its papers, its history.

use super::{equipment, standing, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Money, Offer, PostButton, Tab, Tabs, Value};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done};
use kc_app::place::name_of;
use kc_app::project::{self, Sight};
use kc_app::{plan, programme};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::{Action, Withheld};
use kc_domain::programme::catalogue;
use kc_domain::project::Status;
use kc_domain::project::lifecycle::{Move, next};

/// `GET /projects/{project}`, with `?tab=money`, `?tab=papers` or `?tab=history`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sight = project::see(&cx, visit.id("project", ProjectId::parse)?)?;
    let project = &sight.project;
    let mut shell = shell(visit, &project.title);
    shell.crumbs = vec![crumb(lang.t("Đề án", "Projects"), "/projects")];
    shell.illustrative = project.illustrative;
    shell.tag = Some(standing::tag(lang, project.status));
    let mut parts = Vec::new();
    parts.extend(standing::strip(lang, &sight).map(Part::Steps));
    parts.extend(standing::aside(lang, project).map(Part::Text));
    parts.extend(match visit.query("tab") {
        "money" => money(visit, &sight)?,
        "papers" => papers(visit, &sight)?,
        "history" => vec![crate::audit::history_part(visit, project.id)?],
        _ => overview(visit, &sight),
    });
    Reply::page(&RecordPage {
        shell,
        tabs: Some(tabs(visit, &sight)),
        parts,
    })
}

fn tabs(visit: &Visit<'_>, sight: &Sight) -> Tabs {
    let (lang, shown, base) = (visit.lang(), visit.query("tab"), url(sight.project.id));
    let tab = |code: &str, label: &str| Tab {
        label: label.to_owned(),
        url: if code.is_empty() {
            base.clone()
        } else {
            format!("{base}?tab={code}")
        },
        current: shown == code,
        count: None,
    };
    Tabs {
        label: sight.project.title.clone(),
        tabs: vec![
            tab("", lang.t("Tổng quan", "Overview")),
            tab("money", lang.t("Kinh phí", "Money")),
            tab("papers", lang.t("Hồ sơ", "Papers")),
            tab("history", lang.t("Lịch sử", "History")),
        ],
    }
}

fn money(visit: &Visit<'_>, sight: &Sight) -> Done<Vec<Part>> {
    if sight.project.status == Status::Withdrawn {
        let lang = visit.lang();
        return Ok(vec![Part::Text(
            lang.t(
                "Đề án đã rút: mọi bút toán đã được ghi đảo.",
                "The project was withdrawn: every entry is reversed.",
            )
            .to_owned(),
        )]);
    }
    crate::ledger::project_money(visit, sight.project.id)
}

/// Decision, contract and acceptance, then every document linked to the project.
fn papers(visit: &Visit<'_>, sight: &Sight) -> Done<Vec<Part>> {
    let lang = visit.lang();
    let project = &sight.project;
    let mut facts = Vec::new();
    if let (Some(id), Some(paper)) = (project.decision, &sight.decision) {
        let day = paper.issued_on.map(show_date).unwrap_or_default();
        let label = lang.t("Quyết định phê duyệt", "Decision");
        facts.push(Fact::link(label, paper.title(lang), crate::document::url(id)).note(day));
    }
    if let Some(on) = project.contracted_on {
        let number = project.contract_number.as_deref();
        let shown = number.unwrap_or(lang.t("chưa có số", "no number yet"));
        facts.push(Fact::text(lang.t("Hợp đồng", "Contract"), shown).note(show_date(on)));
    }
    if let Some(on) = project.accepted_on {
        facts.push(Fact::text(
            lang.t("Nghiệm thu", "Acceptance"),
            show_date(on),
        ));
    }
    let mut parts = Vec::new();
    if !facts.is_empty() {
        parts.push(Part::Facts(Facts { lang, facts }));
    }
    parts.push(crate::document::documents_part(visit, project.id.0)?);
    Ok(parts)
}

fn overview(visit: &Visit<'_>, sight: &Sight) -> Vec<Part> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut parts = vec![
        Part::Offers(offers(visit, sight)),
        Part::Facts(Facts {
            lang,
            facts: facts(&cx, sight),
        }),
    ];
    if !sight.equipment.is_empty() {
        let heading = lang.t("Máy móc, thiết bị", "Machines");
        parts.push(Part::Heading(heading.to_owned()));
        parts.push(Part::Table(equipment::table(lang, &sight.equipment)));
    }
    parts
}

/// What can be done here, and why the next step may not be.
fn offers(visit: &Visit<'_>, sight: &Sight) -> Vec<Offer> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let project = &sight.project;
    let mut offers: Vec<_> = project::steps(&cx, project)
        .into_iter()
        .filter_map(|(step, why)| offer(visit, sight, step, why))
        .collect();
    if cx.may(Action::RecordContract)
        && let Err(refusal) = next(project.status, Move::Contract)
        && project.status.is_undecided()
    {
        let label = Move::Contract.name(lang);
        offers.push(Offer::withheld(label, refusal.say(lang)));
    }
    let action = project::amend::action(&cx, project);
    let is_open = project.status.is_draft() || action == Action::AmendProject;
    let is_closed = project.status.is_final() || project.status == Status::Accepted;
    if is_open && !is_closed && cx.may_on(action, &project::subject(project)) {
        let base = url(project.id);
        offers.push(Offer::open(lang.t("Sửa", "Edit"), format!("{base}/edit")));
        offers.push(Offer::open(
            lang.t("Thêm thiết bị", "Add a machine"),
            format!("{base}/equipment/new"),
        ));
    }
    offers
}

fn offer(visit: &Visit<'_>, sight: &Sight, step: Move, why: Option<Withheld>) -> Option<Offer> {
    let lang = visit.lang();
    let label = step.name(lang);
    let address = format!("{}/{}", url(sight.project.id), step.code());
    match (why, step) {
        (None, Move::Submit | Move::Settle) => {
            let button = PostButton::new(address, visit.csrf(), label)
                .with("version", sight.project.version.to_string());
            Some(Offer::post(button))
        }
        (None, _) => Some(Offer::open(label, address)),
        (Some(_), Move::Return | Move::Stop | Move::Withdraw) => None,
        (Some(why), _) => Some(Offer::withheld(label, why.say(lang))),
    }
}

fn facts(cx: &Cx<'_>, sight: &Sight) -> Vec<Fact> {
    let mut facts = frame(cx, sight);
    facts.extend(parties(cx.lang(), sight));
    facts.extend(contents(cx.lang(), sight));
    facts
}

/// Code, kind, plan, programme, batch, level, group.
fn frame(cx: &Cx<'_>, sight: &Sight) -> Vec<Fact> {
    let (lang, project) = (cx.lang(), &sight.project);
    let of_plan = project.plan.and_then(|id| plan::show(cx, id).ok());
    let of_programme = project
        .programme
        .and_then(|id| programme::show(cx, id).ok());
    let counted_by = of_plan
        .as_ref()
        .map(|plan| plan.catalogue.clone())
        .or_else(|| of_programme.as_ref().map(|held| held.catalogue.clone()));
    let group = project.content_group.as_deref().map(|key| {
        let found = counted_by.as_deref().and_then(catalogue::find);
        found.map_or_else(
            || key.to_owned(),
            |catalogue| format!("{key}. {}", catalogue.label(key)),
        )
    });
    let plan_value = of_plan.map_or(Value::Unknown, |plan| Value::Link {
        label: plan.name,
        url: crate::plan::url(plan.id),
    });
    let programme_value = of_programme.map_or(Value::Unknown, |held| Value::Link {
        label: held.name,
        url: crate::programme::url(held.id),
    });
    let text = |label: &str, value: Option<&str>| Fact::text(label, value.unwrap_or_default());
    let level = project.level.map(|level| level.name(lang));
    vec![
        Fact::text(lang.t("Mã", "Code"), &project.code),
        Fact::text(lang.t("Loại", "Kind"), project.kind.name(lang)),
        Fact::new(lang.t("Kế hoạch", "Plan"), plan_value),
        Fact::new(lang.t("Chương trình", "Programme"), programme_value),
        text(lang.t("Đợt phê duyệt", "Batch"), project.batch.as_deref()),
        text(lang.t("Cấp", "Level"), level),
        text(lang.t("Nhóm nội dung", "Content group"), group.as_deref()),
    ]
}

fn parties(lang: Lang, sight: &Sight) -> Vec<Fact> {
    let project = &sight.project;
    let place = project.place_written.as_deref().unwrap_or_default();
    let label = lang.t("Cơ sở thụ hưởng", "Beneficiary");
    let beneficiary = match (project.establishment, &sight.beneficiary) {
        (Some(id), Some(found)) => Fact::link(label, &found.name, crate::establishment::url(id)),
        _ => Fact::new(label, Value::Unknown),
    };
    vec![
        beneficiary,
        Fact::text(lang.t("Địa điểm", "Place"), place).note(name_of(&project.area, lang)),
        Fact::text(
            lang.t("Ngành nghề", "Trade"),
            project.trade.as_deref().unwrap_or_default(),
        ),
        Fact::text(
            lang.t("Ngày đăng ký", "Registered on"),
            show_date(project.registered_on),
        ),
        Fact::text(
            lang.t("Thời gian thực hiện", "Time of the work"),
            time(lang, sight),
        ),
    ]
}

fn time(lang: Lang, sight: &Sight) -> String {
    let project = &sight.project;
    match (project.starts_on, project.ends_on) {
        (Some(from), Some(to)) => format!("{} – {}", show_date(from), show_date(to)),
        (Some(from), None) => format!("{} {}", lang.t("từ", "from"), show_date(from)),
        (None, Some(to)) => format!("{} {}", lang.t("đến", "until"), show_date(to)),
        (None, None) => String::new(),
    }
}

fn contents(lang: Lang, sight: &Sight) -> Vec<Fact> {
    let project = &sight.project;
    let estimate = lang.t(
        "dự kiến; số đã giao nằm ở mục Kinh phí",
        "an estimate; what was granted stands under Money",
    );
    let money = |label: &str, amount| {
        let fact = Fact::new(label, Value::Money(Money::full(lang, amount)));
        if amount.is_some() {
            fact.note(estimate)
        } else {
            fact
        }
    };
    let count = |label: &str, value: Option<i64>, unit: &str| {
        let shown =
            value.map(|n| format!("{} {unit}", kc_domain::kernel::money::group_thousands(n)));
        Fact::text(label, shown.unwrap_or_default())
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    vec![
        money(
            lang.t("Tổng kinh phí dự kiến", "Estimated cost"),
            project.cost_estimated,
        ),
        money(
            lang.t("Đề nghị hỗ trợ", "Support asked"),
            project.support_asked,
        ),
        Fact::text(lang.t("Kết quả dự kiến", "Outcome"), outcome(sight)),
        count(
            lang.t("Số lao động", "Workers"),
            project.workers,
            lang.t("người", "people"),
        ),
        count(
            lang.t("Số lượt người tham gia", "Turns"),
            project.turns,
            lang.t("lượt", "turns"),
        ),
        Fact::text(
            lang.t("Sự cần thiết, căn cứ", "Need and basis"),
            text(&project.need),
        ),
        Fact::text(lang.t("Ghi chú", "Note"), text(&project.note)),
    ]
}

/// The outcome as a figure: `3.000 – 3.500 tấn/năm`.
fn outcome(sight: &Sight) -> String {
    let written = sight.project.outcome.as_deref().unwrap_or_default();
    Figure::parse(written).map_or_else(|_| written.to_owned(), |figure| figure.to_string())
}
