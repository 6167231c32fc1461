//! The form of whoever prepares: an advance, a payment, a settlement, a refund.

use super::vouchers;
use crate::document::choice;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Fact, Facts, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done, ROWS_MAX, Window};
use kc_app::ledger::append::Move;
use kc_app::ledger::purse;
use kc_app::payment::{self, Room};
use kc_app::{ledger, project};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProjectId, PurseId};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{BUDGET_LINE, MoveKind, Source};
use kc_domain::payment::Voucher;
use kc_domain::project::Project;

/// The moves that need two hands, in the order of a project's life.
const KINDS: [MoveKind; 6] = [
    MoveKind::Advance,
    MoveKind::Pay,
    MoveKind::ClearAdvance,
    MoveKind::Settle,
    MoveKind::RecoverAdvance,
    MoveKind::RecoverPaid,
];

/// `GET /projects/{project}/payments/new`, with `?kind=` where the way came from there
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let typed = Query::default()
        .with("kind", visit.query("kind"))
        .with("effective_on", &show_date(visit.cx().today()));
    form(visit, &found, &typed)?.show()
}

/// `POST /projects/{project}/payments`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = find(visit)?;
    let typed = &visit.arrival.form;
    let done =
        read(typed, &found).and_then(|(new, vouchers)| payment::prepare(&cx, &new, &vouchers));
    match done {
        Ok(_) => Reply::see_other(
            format!("/projects/{}?tab=money", found.id),
            lang.t(
                "Đã lập, chờ người khác duyệt.",
                "Prepared; waits for another person.",
            ),
        ),
        Err(failure) => form(visit, &found, typed)?.come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn read(form: &Query, project: &Project) -> Done<(Move, Vec<Voucher>)> {
    let mut reader = FormReader::new(form);
    let two_hands = |code: &str| MoveKind::from_code(code).filter(|kind| kind.needs_two_hands());
    let kind = reader.choice("kind", two_hands);
    let source = reader.choice("source", Source::from_code);
    let purse = reader.choice_or_none("purse", PurseId::parse);
    let (amount, effective_on) = (reader.money("amount"), reader.date("effective_on"));
    let document = reader.choice_or_none("document", DocumentId::parse);
    let reason = reader.text_or_none("reason");
    let vouchers = vouchers::read(&mut reader);
    reader.finish_with(|| {
        let new = Move {
            kind: kind?,
            source: source?,
            purse,
            project: Some(project.id),
            amount,
            effective_on,
            document,
            reason,
            illustrative: project.illustrative,
        };
        Some((new, vouchers))
    })
}

fn form(visit: &Visit<'_>, found: &Project, typed: &Query) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut fields = main_fields(&cx, found, typed)?;
    fields.push(vouchers::field(lang, typed.get("vouchers")));
    fields.push(
        Field::new(lang, Kind::Long, "reason", lang.t("Diễn giải", "Reason"))
            .value(typed.get("reason"))
            .optional(),
    );
    let back = format!("/projects/{}?tab=money", found.id);
    let mut shell = shell(visit, lang.t("Lập chứng từ chi", "Prepare a payment"));
    shell.illustrative = found.illustrative;
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&found.title, back.clone()),
    ];
    let mut page = FormPage::new(shell, format!("/projects/{}/payments", found.id), fields)
        .intro(format!(
            "{} {BUDGET_LINE}. {}",
            lang.t("Loại – khoản", "Budget line"),
            lang.t(
                "Người khác duyệt thì mới vào sổ.",
                "It enters the ledger once another person approves."
            )
        ))
        .buttons(lang.t("Lập, chuyển duyệt", "Prepare"), back);
    page.before = room(lang, &payment::room(&cx, found.id)?);
    Ok(page)
}

/// What may be advanced and paid now, each with its sum.
fn room(lang: Lang, room: &Room) -> Vec<Part> {
    let advance = room.advance.iter().map(|(source, bound)| {
        let label = lang.t("Được tạm ứng tối đa", "May be advanced");
        let label = format!("{label} ({})", source.name(lang));
        Fact::text(label, bound.most.to_string()).note(bound.sum.say(lang))
    });
    let mut facts: Vec<_> = advance.collect();
    if let Some(bound) = &room.payment {
        let label = lang.t("Còn được thanh toán tối đa", "May still be paid");
        facts.push(Fact::text(label, bound.most.to_string()).note(bound.sum.say(lang)));
    }
    if facts.is_empty() {
        return Vec::new();
    }
    vec![Part::Facts(Facts { lang, facts })]
}

fn main_fields(cx: &Cx<'_>, found: &Project, typed: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let kinds = KINDS.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let label = lang.t("Loại chứng từ", "Kind");
    Ok(vec![
        Field::new(lang, Kind::Select(kinds.into()), "kind", label).value(typed.get("kind")),
        source(cx, found.id, typed)?,
        purse_field(cx, found.id, typed)?,
        Field::money(lang, "amount", lang.t("Số tiền", "Amount"))
            .value(typed.get("amount"))
            .example("150.000.000"),
        Field::date(
            lang,
            "effective_on",
            lang.t("Ngày hiệu lực", "Effective on"),
        )
        .value(typed.get("effective_on")),
        document_field(cx, found.id, typed)?,
    ])
}

/// The sources the ledger holds for the project; all of them where it holds none.
fn source(cx: &Cx<'_>, id: ProjectId, typed: &Query) -> Done<Field> {
    let lang = cx.lang();
    let held = ledger::stages_of_project(cx, id)?;
    let has = |source: &Source| held.iter().any(|(of, ..)| of == source);
    let mut sources: Vec<_> = Source::ALL
        .into_iter()
        .filter(|source| !source.is_of_partners() && (held.is_empty() || has(source)))
        .collect();
    if sources.is_empty() {
        sources = Source::ALL.into();
    }
    let choices = sources
        .iter()
        .map(|source| Choice::new(source.code(), source.name(lang)));
    let label = lang.t("Nguồn vốn", "Source");
    Ok(
        Field::new(lang, Kind::Select(choices.collect()), "source", label)
            .value(typed.get("source")),
    )
}

/// The purses the project's money came from, first; the others after them.
fn purse_field(cx: &Cx<'_>, id: ProjectId, typed: &Query) -> Done<Field> {
    let lang = cx.lang();
    let own = kc_app::contract::facts::approved_for(cx, id)?;
    let is_own = |card: &purse::PurseCard| own.iter().any(|part| part.purse == Some(card.purse.id));
    let mut cards = purse::list(cx, Window::of_page(1, ROWS_MAX))?.rows;
    if cards.iter().any(is_own) {
        cards.retain(is_own);
    }
    let choice = |card: &purse::PurseCard| Choice::new(card.purse.id.to_string(), &card.purse.name);
    let choices = cards.iter().map(choice).collect();
    let label = lang.t("Nguồn được giao", "Purse");
    Ok(Field::new(lang, Kind::Select(choices), "purse", label)
        .value(typed.get("purse"))
        .optional())
}

/// The papers linked to the project.
fn document_field(cx: &Cx<'_>, id: ProjectId, typed: &Query) -> Done<Field> {
    let lang = cx.lang();
    let label = lang.t("Căn cứ", "It stands on");
    Ok(choice::linked(cx, id.0, label)?
        .value(typed.get("document"))
        .hint(lang.t(
            "Văn bản đã gắn với đề án: hợp đồng, biên bản nghiệm thu, giấy đề nghị.",
            "A document linked to the project: contract, minutes, request.",
        )))
}
