//! The page of one project: where it stands, what is known, its money, its papers, its history.

use super::facts::facts;
use super::{composition, equipment, late, standing, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Offer, PostButton, Tab, Tabs};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::project::way::{self, Offered, Way};
use kc_app::project::{self, Sight};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::process::{Move, Step};
use kc_domain::project::Status;

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
    let way = way::of(&cx, project)?;
    let strip = |way| standing::strip(lang, project, way, cx.today());
    parts.extend(way.as_ref().and_then(strip).map(Part::Steps));
    parts.extend(standing::aside(lang, project).map(Part::Text));
    parts.extend(match visit.query("tab") {
        "contract" => crate::contract::contract_parts(visit, project)?,
        "changes" => crate::amendment::change_parts(visit, project)?,
        "field" => crate::monitoring::project_parts(visit, project)?,
        "after" => crate::followup::project_parts(visit, project)?,
        "money" => money(visit, &sight)?,
        "papers" => papers(visit, &sight)?,
        "way" => match &way {
            Some(way) => super::way::parts(visit, &sight, way)?,
            None => Vec::new(),
        },
        "history" => vec![crate::audit::history_part(visit, project.id)?],
        _ => overview(visit, &sight, way.as_ref())?,
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
            tab(
                "contract",
                lang.t("Hợp đồng, tiến độ", "Contract, progress"),
            ),
            tab("money", lang.t("Kinh phí", "Money")),
            tab("changes", lang.t("Thay đổi", "Changes")),
            tab("field", lang.t("Thực địa", "Field work")),
            tab("after", lang.t("Sau hỗ trợ", "After support")),
            tab("papers", lang.t("Hồ sơ", "Papers")),
            tab("way", lang.t("Quy trình", "Process")),
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
    parts.extend(crate::decision::of_project(visit, project.id)?);
    parts.push(crate::document::documents_part(visit, project.id.0)?);
    Ok(parts)
}

fn overview(visit: &Visit<'_>, sight: &Sight, way: Option<&Way>) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut parts = Vec::new();
    parts.extend(way.map(|way| Part::Facts(standing::facts(lang, way))));
    if sight.project.status != Status::Withdrawn {
        parts.extend(crate::ledger::money_at_a_glance(visit, sight.project.id)?);
    }
    parts.extend([offers(visit, sight, way), withheld(lang, way)].map(Part::Offers));
    parts.extend(late::parts(visit, &sight.project)?);
    parts.extend(crate::monitoring::open_part(visit, &sight.project)?);
    parts.push(Part::Facts(Facts {
        lang,
        facts: facts(&cx, sight),
    }));
    if !sight.equipment.is_empty() {
        let heading = lang.t("Máy móc, thiết bị", "Machines");
        parts.push(Part::Heading(heading.to_owned()));
        parts.push(Part::Table(equipment::table(lang, &sight.equipment)));
    }
    parts.extend(composition::parts(visit, &sight.project)?);
    parts.extend(crate::norm::project_part(visit, &sight.project)?);
    parts.extend(crate::appraisal::project_part(visit, sight.project.id)?);
    parts.retain(|part| !matches!(part, Part::Offers(offers) if offers.is_empty()));
    Ok(parts)
}

/// What this person can do here.
fn offers(visit: &Visit<'_>, sight: &Sight, way: Option<&Way>) -> Vec<Offer> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let project = &sight.project;
    let base = url(project.id);
    let mut offers: Vec<_> = match way {
        Some(way) => {
            let open = way
                .steps
                .iter()
                .filter(|offered| offered.withheld.is_none());
            open.map(|offered| offer(visit, sight, &offered.step))
                .collect()
        }
        None => withdrawal(visit, sight).into_iter().collect(),
    };
    if project::amend::offered(&cx, project).is_ok() {
        offers.push(Offer::open(lang.t("Sửa", "Edit"), format!("{base}/edit")));
        let label = lang.t("Thêm thiết bị", "Add a machine");
        offers.push(Offer::open(label, format!("{base}/equipment/new")));
    }
    offers
}

/// A step that asks nothing is taken at once; the others open their form.
fn offer(visit: &Visit<'_>, sight: &Sight, step: &Step) -> Offer {
    let label = step.name.say(visit.lang());
    let address = super::steps::address(sight.project.id, step);
    if !step.asks().is_empty() {
        return Offer::open(label, address);
    }
    let button = PostButton::new(address, visit.csrf(), label)
        .with("version", sight.project.version.to_string());
    Offer::post(button)
}

/// What follows no process can be withdrawn, if it was recorded by mistake.
fn withdrawal(visit: &Visit<'_>, sight: &Sight) -> Option<Offer> {
    let project = &sight.project;
    let made = Move::Withdraw;
    let may = visit.cx().may_on(made.action(), &project::subject(project));
    let address = format!("{}/steps/{}", url(project.id), made.code());
    (may && !project.status.is_final()).then(|| Offer::open(made.name(visit.lang()), address))
}

/// Why the next step is not this person's to take, or cannot be taken yet.
fn withheld(lang: Lang, way: Option<&Way>) -> Vec<Offer> {
    let Some(way) = way else { return Vec::new() };
    let ahead = way.steps.iter().filter(|offered| !offered.step.aside);
    let why = |offered: &Offered| {
        let name = offered.step.name.clone();
        offered.withheld.clone().map(|why| (name, why))
    };
    ahead
        .filter_map(why)
        .map(|(name, why)| Offer::withheld(name.say(lang), why))
        .collect()
}
