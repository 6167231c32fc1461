//! The page of one project: where it stands, what is known, its money, its papers, its history.

use super::facts::facts;
use super::{equipment, standing, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Offer, PostButton, Tab, Tabs};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::project::{self, Sight};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::policy::Action;
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
        "contract" => crate::contract::contract_parts(visit, project)?,
        "changes" => crate::amendment::change_parts(visit, project)?,
        "field" => crate::monitoring::project_parts(visit, project)?,
        "after" => crate::followup::project_parts(visit, project)?,
        "money" => money(visit, &sight)?,
        "papers" => papers(visit, &sight)?,
        "history" => vec![crate::audit::history_part(visit, project.id)?],
        _ => overview(visit, &sight)?,
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

fn overview(visit: &Visit<'_>, sight: &Sight) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut parts = Vec::new();
    if sight.project.status != Status::Withdrawn {
        parts.extend(crate::ledger::money_at_a_glance(visit, sight.project.id)?);
    }
    parts.extend([offers(visit, sight), withheld(visit, sight)].map(Part::Offers));
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
    parts.extend(crate::norm::project_part(visit, &sight.project)?);
    parts.retain(|part| !matches!(part, Part::Offers(offers) if offers.is_empty()));
    Ok(parts)
}

/// What this person can do here.
fn offers(visit: &Visit<'_>, sight: &Sight) -> Vec<Offer> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let project = &sight.project;
    let base = url(project.id);
    let mut offers: Vec<_> = project::steps(&cx, project)
        .into_iter()
        .filter(|(_, why)| why.is_none())
        .map(|(step, _)| offer(visit, sight, step))
        .collect();
    if project::amend::offered(&cx, project).is_ok() {
        offers.push(Offer::open(lang.t("Sửa", "Edit"), format!("{base}/edit")));
        let label = lang.t("Thêm thiết bị", "Add a machine");
        offers.push(Offer::open(label, format!("{base}/equipment/new")));
    }
    offers
}

fn offer(visit: &Visit<'_>, sight: &Sight, step: Move) -> Offer {
    let label = step.name(visit.lang());
    let address = format!("{}/{}", url(sight.project.id), step.code());
    if !matches!(step, Move::Submit | Move::Settle) {
        return Offer::open(label, address);
    }
    let button = PostButton::new(address, visit.csrf(), label)
        .with("version", sight.project.version.to_string());
    Offer::post(button)
}

/// Why the next step is not this person's to take, or cannot be taken yet.
fn withheld(visit: &Visit<'_>, sight: &Sight) -> Vec<Offer> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let project = &sight.project;
    let is_aside = |step: Move| matches!(step, Move::Return | Move::Stop | Move::Withdraw);
    let mut withheld: Vec<_> = project::steps(&cx, project)
        .into_iter()
        .filter(|(step, _)| !is_aside(*step))
        .filter_map(|(step, why)| Some(Offer::withheld(step.name(lang), why?.say(lang))))
        .collect();
    if cx.may(Action::RecordContract)
        && project.status.is_undecided()
        && let Err(refusal) = next(project.status, Move::Contract)
    {
        withheld.push(Offer::withheld(
            Move::Contract.name(lang),
            refusal.say(lang),
        ));
    }
    withheld
}
