//! The page of one visit: what it was, what it found, what it asks, its photos.

use super::{photo, tables, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Offer};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::visit::Visit as Guest;
use kc_app::kernel::Done;
use kc_app::monitoring::{self, Sight, subject, withdraw::expect_loose};
use kc_app::place::name_of;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::VisitId;
use kc_domain::monitoring::VisitKind;
use kc_domain::policy::Action;

/// `GET /visits/{visit}`
pub fn show(guest: &Guest<'_>) -> Answer {
    let (lang, cx) = (guest.lang(), guest.cx());
    let sight = monitoring::see(&cx, guest.id("visit", VisitId::parse)?)?;
    let visit = &sight.visit;
    let mut shell = shell(guest, visit.title(lang));
    shell.crumbs = vec![crumb(lang.t("Thực địa", "Field work"), "/visits")];
    shell.illustrative = visit.illustrative;
    shell.tag = tables::ended(lang, visit);
    let heading = |vi, en| Part::Heading(lang.t(vi, en).to_owned());
    let mut parts = vec![Part::Facts(facts(guest, &sight))];
    let offers = offers(guest, &sight);
    if !offers.is_empty() {
        parts.push(Part::Offers(offers));
    }
    if !visit.answers.is_empty() {
        parts.push(heading("Kiểm tra điều kiện", "Checklist"));
        parts.push(Part::Table(tables::checklist(lang, &visit.answers)));
    }
    if visit.kind == VisitKind::Acceptance {
        parts.extend(crate::acceptance::parts(guest, visit.id)?);
    }
    parts.push(heading("Thành phần tham gia", "Who came"));
    parts.push(Part::Table(tables::people(lang, &visit.people)));
    parts.extend(below(guest, &sight)?);
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

/// Requests, photos, history.
fn below(guest: &Guest<'_>, sight: &Sight) -> Done<Vec<Part>> {
    let (lang, cx) = (guest.lang(), guest.cx());
    let visit = &sight.visit;
    let counts = visit.withdrawn_because.is_none();
    let may_record = counts && cx.may_on(Action::RecordVisit, &subject(visit));
    let heading = |vi, en| Part::Heading(lang.t(vi, en).to_owned());
    let mut parts = Vec::new();
    if visit.kind != VisitKind::Survey {
        parts.push(heading("Yêu cầu, kiến nghị", "Requests"));
        parts.push(if sight.requests.is_empty() {
            Part::Text(lang.t("Không có yêu cầu nào.", "No requests.").to_owned())
        } else {
            let table = tables::matters(lang, &sight.requests, cx.today(), may_record);
            Part::Table(table)
        });
    }
    parts.push(heading("Ảnh", "Photos"));
    parts.push(if sight.photos.is_empty() {
        Part::Text(lang.t("Chưa có ảnh nào.", "No photos yet.").to_owned())
    } else {
        photo::gallery(visit.id, &sight.photos)?
    });
    parts.push(heading("Lịch sử", "History"));
    parts.push(crate::audit::history_part(guest, visit.id)?);
    Ok(parts)
}

/// What is known, and what was found.
fn facts(guest: &Guest<'_>, sight: &Sight) -> Facts {
    let lang = guest.lang();
    let visit = &sight.visit;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut facts = vec![
        Fact::text(lang.t("Loại", "Kind"), visit.kind.name(lang)),
        Fact::text(lang.t("Ngày", "Day"), show_date(visit.held_on)),
    ];
    if let Some(project) = &sight.project {
        let address = crate::project::url(project.id);
        facts.push(Fact::link(
            lang.t("Đề án", "Project"),
            &project.title,
            address,
        ));
    }
    facts.push(Fact::text(
        lang.t("Cơ sở", "Establishment"),
        text(&sight.establishment),
    ));
    let label = lang.t("Địa điểm", "Place");
    let area = name_of(&visit.area, lang);
    facts.push(match &visit.place_written {
        Some(place) => Fact::text(label, place).note(area),
        None => Fact::text(label, area),
    });
    let found = &visit.findings;
    let findings = match visit.kind {
        VisitKind::Survey => vec![(lang.t("Nhu cầu", "Need"), &found.need)],
        VisitKind::Planned | VisitKind::AdHoc => vec![
            (lang.t("Tiến độ, khối lượng", "Progress"), &found.progress),
            (lang.t("Kinh phí, chứng từ", "Money"), &found.money),
            (lang.t("Máy móc, thiết bị", "Machine"), &found.machine),
        ],
        VisitKind::Acceptance => Vec::new(),
    };
    facts.extend(
        findings
            .into_iter()
            .map(|(label, found)| Fact::text(label, text(found))),
    );
    if let Some(conclusion) = &visit.conclusion {
        facts.push(Fact::text(lang.t("Kết luận", "Conclusion"), conclusion));
    }
    if let Some(reason) = &visit.withdrawn_because {
        facts.push(Fact::text(lang.t("Lý do rút", "Withdrawn because"), reason));
    }
    Facts { lang, facts }
}

/// What can be done with the visit.
fn offers(guest: &Guest<'_>, sight: &Sight) -> Vec<Offer> {
    let (lang, cx) = (guest.lang(), guest.cx());
    let visit = &sight.visit;
    let mut offers = Vec::new();
    let is_unused = visit.kind == VisitKind::Survey && expect_loose(visit).is_ok();
    if is_unused && cx.may(Action::ProposeProject) {
        let label = lang.t("Lập đề án từ khảo sát này", "Propose a project from it");
        offers.push(Offer::open(
            label,
            format!("/projects/new?survey={}", visit.id),
        ));
    }
    let counts = visit.withdrawn_because.is_none();
    if counts && cx.may_on(Action::RecordVisit, &subject(visit)) {
        let label = lang.t("Thêm ảnh", "Add a photo");
        offers.push(Offer::open(label, format!("{}/photos/new", url(visit.id))));
        if visit.kind != VisitKind::Survey {
            let label = lang.t("Thêm yêu cầu", "Add a request");
            offers.push(Offer::open(
                label,
                format!("{}/requests/new", url(visit.id)),
            ));
        }
    }
    for (format, name) in [("docx", "DOCX"), ("pdf", "PDF")] {
        let label = format!("{} ({name})", lang.t("Biên bản", "Minutes"));
        let address = format!("{}/minutes/{format}", url(visit.id));
        offers.push(Offer::open(label, address));
    }
    if expect_loose(visit).is_ok() && cx.may_on(Action::RecordVisit, &subject(visit)) {
        let label = lang.t("Rút biên bản", "Withdraw");
        offers.push(Offer::open(label, format!("{}/withdrawal", url(visit.id))));
    }
    offers
}
