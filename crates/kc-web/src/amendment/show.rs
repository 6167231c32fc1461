//! One request: what it changes, before and after, its way, and what became of it.

use super::form::said;
use super::{side, tag, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Fact as Shown, Facts, Head, Offer};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::amendment::print::print;
use kc_app::amendment::words::{name, value};
use kc_app::amendment::{self, Sight};
use kc_app::kernel::{Cx, PaperFormat};
use kc_domain::amendment::{Act, Fact, Stand};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::AmendmentId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /changes/{change}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sight = amendment::show(&cx, visit.id("change", AmendmentId::parse)?)?;
    let held = &sight.asked.amendment;
    let mut shell = shell(visit, held.kind.name(lang));
    shell.illustrative = held.illustrative;
    shell.tag = Some(tag(lang, held.stand));
    shell.crumbs = vec![
        crumb(lang.t("Đề nghị thay đổi", "Changes"), "/changes"),
        crumb(&sight.asked.title, side(held.project)),
    ];
    let mut parts = vec![Part::Facts(facts(lang, &sight))];
    if !held.facts.is_empty() {
        let heading = lang.t("Trước và sau khi thay đổi", "Before and after");
        parts.push(Part::Heading(heading.to_owned()));
        parts.push(Part::Table(changes(&cx, &sight)));
    }
    if !sight.stale.is_empty() {
        parts.push(Part::Text(fallen(lang, &sight)));
    }
    let mut offers = offers(&cx, &sight);
    let printed = [("DOCX", "docx"), ("PDF", "pdf")].map(|(format, ending)| {
        let label = format!("{} ({format})", lang.t("Tờ trình", "Request"));
        Offer::open(label, format!("{}/paper/{ending}", url(held.id)))
    });
    offers.extend(printed);
    parts.push(Part::Offers(offers));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

/// `GET /changes/{change}/paper/{format}`
pub(super) fn paper(visit: &Visit<'_>) -> Answer {
    let format = visit.id("format", PaperFormat::from_ending)?;
    let id = visit.id("change", AmendmentId::parse)?;
    let (name, bytes) = print(&visit.cx(), id, format)?;
    Ok(Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    })
}

fn facts(lang: Lang, sight: &Sight) -> Facts {
    let held = &sight.asked.amendment;
    let act = |act: &Option<Act>| {
        let said = |act: &Act| format!("{} ({})", act.number, show_date(act.on));
        act.as_ref().map(said).unwrap_or_default()
    };
    let mut facts = vec![
        Shown::link(
            lang.t("Đề án", "Project"),
            &sight.asked.title,
            side(held.project),
        ),
        Shown::text(lang.t("Lý do", "Reason"), &held.reason),
        Shown::text(lang.t("Ngày đề nghị", "Asked on"), show_date(held.asked_on)),
        Shown::text(lang.t("Thẩm quyền", "Who decides"), said(lang, sight.route)),
    ];
    if sight.route.needs_confirmation {
        let label = lang.t("Xác nhận của Sở", "Confirmation");
        facts.push(Shown::text(label, act(&held.confirmed)));
    }
    let label = match held.stand {
        Stand::Refused => lang.t("Không chấp thuận theo", "Refused by"),
        _ => lang.t("Quyết định", "Decision"),
    };
    facts.push(match held.decision {
        Some(paper) => Shown::link(label, act(&held.decided), crate::document::url(paper)),
        None => Shown::text(label, act(&held.decided)),
    });
    if let Some(note) = &held.note {
        let label = match held.stand {
            Stand::Fallen => lang.t("Hết hiệu lực vì đã thay đổi", "Fallen because it changed"),
            _ => lang.t("Ghi chú", "Note"),
        };
        facts.push(Shown::text(label, note));
    }
    Facts { lang, facts }
}

fn changes(cx: &Cx<'_>, sight: &Sight) -> Table {
    let lang = cx.lang();
    let columns = vec![
        Column::text(lang.t("Nội dung", "Fact")),
        Column::text(lang.t("Hiện tại khi đề nghị", "Before")),
        Column::text(lang.t("Đề nghị", "After")),
    ];
    let row = |fact: &Fact| {
        let cells = vec![
            Cell::text(name(cx, fact)),
            Cell::text(value(cx, fact, fact.before.as_ref())),
            Cell::text(value(cx, fact, fact.after.as_ref())),
        ];
        TableRow::new("", cells)
    };
    let facts = &sight.asked.amendment.facts;
    Table {
        lang,
        caption: lang.t("Thay đổi", "Changes").to_owned(),
        head: Head { columns },
        rows: facts.iter().map(row).collect(),
        note: String::new(),
    }
}

fn fallen(lang: Lang, sight: &Sight) -> String {
    let facts = sight.stale.iter().map(|(fact, now)| {
        format!(
            "{}: {}",
            fact.what.name(lang),
            fact.shown(now.as_ref(), lang)
        )
    });
    let facts = facts.collect::<Vec<_>>().join("; ");
    match lang {
        Lang::Vi => format!(
            "Đề án đã thay đổi từ khi đề nghị ({facts}): khi quyết định, đề nghị này sẽ hết hiệu lực. Lập đề nghị mới theo số liệu hiện tại."
        ),
        Lang::En => format!(
            "The project changed since this was asked ({facts}): it will fall when decided on. Ask again from what holds now."
        ),
    }
}

fn offers(cx: &Cx<'_>, sight: &Sight) -> Vec<Offer> {
    let lang = cx.lang();
    let held = &sight.asked.amendment;
    if !held.stand.is_open() {
        return Vec::new();
    }
    let subject = amendment::subject(held);
    let address = url(held.id);
    if sight.route.needs_confirmation && held.stand == Stand::Asked {
        let label = lang.t("Xác nhận của Sở", "Confirm");
        let may = cx.may_on(Action::ConfirmChange, &subject) && !cx.is_own_hand(held.asked_by);
        return vec![if may {
            Offer::open(label, format!("{address}/confirmation"))
        } else {
            let why = lang.t(
                "Chờ Sở Công Thương xác nhận.",
                "Waits for the Sở to confirm.",
            );
            Offer::withheld(label, why)
        }];
    }
    let label = lang.t("Ghi quyết định", "Record the decision");
    let confirmed_by = held.confirmed.as_ref().map(|act| act.by);
    let is_confirmer = confirmed_by.is_some_and(|by| cx.is_own_hand(by));
    let may = cx.may_on(Action::DecideChange, &subject) && !is_confirmer;
    vec![if may {
        Offer::open(label, format!("{address}/decision"))
    } else {
        let authority = sight.route.authority.name(lang);
        let waits = lang.t("Chờ quyết định của", "Waits for");
        Offer::withheld(label, format!("{waits} {authority}."))
    }]
}
