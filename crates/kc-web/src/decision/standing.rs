//! The plan by its decisions: what each added and took, what it comes to on a day, and the ledger.

use super::{list, url};
use crate::kernel::answer::render;
use crate::kernel::components::{Column, Empty, Field, Head, Money, Offer};
use crate::kernel::page::{Cell, Part, RowKind, Table, TableRow};
use crate::kernel::visit::Visit;
use askama::Template;
use chrono::NaiveDate;
use kc_app::decision::standing::{Standing, standing};
use kc_app::kernel::{Cx, Done};
use kc_domain::decision::Decision;
use kc_domain::kernel::date::{parse_date, show_date};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Source;
use kc_domain::plan::Plan;
use kc_domain::policy::Action;

/// `GET /plans/{plan}?tab=decisions&on=`
pub fn of_plan(visit: &Visit<'_>, plan: &Plan) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let on = parse_date(visit.query("on")).unwrap_or_else(|| cx.today());
    let shown = standing(&cx, plan.id, on)?;
    let mut parts = vec![
        Part::Text(verdict(lang, &shown)),
        Part::Drawing(render(&DayForm::of(visit, plan, &show_date(on)))?),
    ];
    if shown.acts.is_empty() && shown.amended.is_empty() {
        parts.push(Part::Empty(nothing(lang)));
    } else {
        parts.push(Part::Table(table(visit, &shown)));
    }
    if !shown.agrees() {
        parts.push(Part::Table(gaps(lang, &shown)));
    }
    if !shown.drafts.is_empty() {
        let heading = lang.t("Dự thảo chưa tính vào kế hoạch", "Drafts, not counted yet");
        parts.push(Part::Heading(heading.to_owned()));
        parts.push(Part::Table(list::table(lang, &shown.drafts)));
    }
    if cx.may_on(Action::RecordDecision, &kc_app::plan::subject(plan)) {
        let address = format!("/decisions/new?plan={}", plan.id);
        let label = lang.t("Soạn quyết định", "Draft a decision");
        parts.push(Part::Offers(vec![Offer::open(label, address)]));
    }
    Ok(parts)
}

/// The day the plan is asked for.
#[derive(Template)]
#[template(path = "decision/day.html")]
struct DayForm {
    action: String,
    day: Field,
    button: &'static str,
}

impl DayForm {
    fn of(visit: &Visit<'_>, plan: &Plan, on: &str) -> Self {
        let lang = visit.lang();
        Self {
            action: crate::plan::url(plan.id),
            day: Field::date(lang, "on", lang.t("Kế hoạch đến ngày", "The plan on")).value(on),
            button: lang.t("Xem", "Show"),
        }
    }
}

fn nothing(lang: Lang) -> Empty {
    Empty {
        title: lang
            .t("Chưa có quyết định nào đến ngày này", "No decision up to this day")
            .to_owned(),
        text: lang
            .t(
                "Kế hoạch bằng tổng các quyết định đã ban hành; chưa có quyết định thì chưa có kinh phí được phê duyệt.",
                "The plan is the sum of the decisions issued.",
            )
            .to_owned(),
        action: None,
    }
}

/// One sentence: what the plan comes to, and whether the ledger says the same.
fn verdict(lang: Lang, shown: &Standing) -> String {
    let total: Dong = shown.sums.values().map(|sum| sum.decided).sum();
    let (day, count) = (show_date(shown.on), shown.acts.len());
    let said = match lang {
        Lang::Vi => format!("Đến ngày {day}: {count} quyết định, kế hoạch {total}."),
        Lang::En => format!("On {day}: {count} decisions, the plan comes to {total}."),
    };
    let checked = if shown.agrees() {
        lang.t(
            "Khớp với sổ kinh phí theo từng nguồn.",
            "The ledger says the same, source by source.",
        )
    } else {
        lang.t(
            "Không khớp với sổ kinh phí: có khoản phê duyệt ghi ngoài quyết định, nêu ở bảng dưới.",
            "The ledger says otherwise: something was approved past any decision; see below.",
        )
    };
    format!("{said} {checked}")
}

fn table(visit: &Visit<'_>, shown: &Standing) -> Table {
    let lang = visit.lang();
    let sources: Vec<Source> = shown.sums.keys().copied().collect();
    let unit = lang.t("triệu đồng", "million VND");
    let mut columns = vec![
        Column::text(lang.t("Quyết định, thay đổi", "Decision")),
        Column::text(lang.t("Ngày", "Day")),
        Column::text(lang.t("Nội dung", "What it does")),
    ];
    columns.extend(
        sources
            .iter()
            .map(|source| Column::number(source.name(lang), unit)),
    );
    columns.push(Column::number(
        lang.t("Kế hoạch sau quyết định", "Plan after it"),
        unit,
    ));
    let mut running = Dong::ZERO;
    let mut rows: Vec<TableRow> = Vec::new();
    for moved in moves(visit, shown) {
        let mut cells = moved.head;
        for source in &sources {
            let of = moved.changes.iter().filter(|(held, _)| held == source);
            let change: Option<Dong> = of.map(|(_, change)| *change).reduce(Dong::plus);
            cells.push(change.map_or(Cell::Empty, signed));
            running = running.plus(change.unwrap_or_default());
        }
        cells.push(Cell::Money(Money::cell(lang, Some(running))));
        rows.push(TableRow::new(moved.url, cells));
    }
    let mut total = vec![
        Cell::text(lang.t("Kế hoạch", "Plan")),
        Cell::Empty,
        Cell::Empty,
    ];
    let money = |amount| Cell::Money(Money::cell(lang, Some(amount)));
    total.extend(shown.sums.values().map(|sum| money(sum.decided)));
    total.push(money(running));
    rows.push(TableRow::of_kind(RowKind::Total, total));
    Table {
        lang,
        caption: lang
            .t("Kế hoạch theo quyết định", "The plan by decisions")
            .to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

/// One row: a decision, or a change of one project decided after it.
struct Moved {
    on: Option<NaiveDate>,
    url: String,
    head: Vec<Cell>,
    changes: Vec<(Source, Dong)>,
}

/// Everything that moved the plan, in the order of days. A decision opens for those who may read it; the plan is for more.
fn moves(visit: &Visit<'_>, shown: &Standing) -> Vec<Moved> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let acts = shown.acts.iter().map(|(act, steps)| Moved {
        on: act.dated,
        url: open(&cx, act),
        head: head(lang, act),
        changes: steps
            .iter()
            .map(|step| (step.source, step.added.minus(step.taken)))
            .collect(),
    });
    let amended = shown.amended.iter().map(|held| Moved {
        on: Some(held.on),
        url: project(&cx, held.project),
        head: vec![
            Cell::text(format!("{} {}", lang.t("Thay đổi", "Change of"), held.code)),
            Cell::text(show_date(held.on)),
            Cell::text(&held.reason),
        ],
        changes: vec![(held.source, held.change)],
    });
    let mut moves: Vec<_> = acts.chain(amended).collect();
    moves.sort_by_key(|moved| moved.on);
    moves
}

/// Where a decision opens for this person; nothing where it is not theirs to read.
pub(super) fn open(cx: &Cx<'_>, act: &Decision) -> String {
    if cx.may_on(Action::ReadDecisions, &kc_app::decision::subject(act)) {
        return url(act.id);
    }
    String::new()
}

/// Where a changed project opens: for the office, which reads all of a plan.
fn project(cx: &Cx<'_>, id: ProjectId) -> String {
    if cx.may(Action::ReadLedger) {
        return crate::project::url(id);
    }
    String::new()
}

fn head(lang: Lang, act: &Decision) -> Vec<Cell> {
    let batch = act
        .batch
        .as_ref()
        .map(|batch| format!(" ({} {batch})", lang.t("đợt", "batch")));
    vec![
        Cell::text(act.number.as_deref().unwrap_or_default()),
        Cell::text(act.dated.map(show_date).unwrap_or_default()),
        Cell::text(format!(
            "{}{}",
            act.kind.name(lang),
            batch.unwrap_or_default()
        )),
    ]
}

/// "+300" or "−50", in triệu đồng.
fn signed(change: Dong) -> Cell {
    let sign = if change < Dong::ZERO { "−" } else { "+" };
    Cell::Number(format!("{sign}{}", change.abs().millions()))
}

/// Where decisions and ledger differ, with both numbers.
fn gaps(lang: Lang, shown: &Standing) -> Table {
    let unit = lang.t("triệu đồng", "million VND");
    let columns = vec![
        Column::text(lang.t("Nguồn", "Source")),
        Column::number(lang.t("Theo quyết định", "By decisions"), unit),
        Column::number(lang.t("Theo sổ kinh phí", "By the ledger"), unit),
        Column::number(lang.t("Chênh lệch", "Difference"), unit),
    ];
    let unequal = shown.sums.iter().filter(|(_, sum)| sum.decided != sum.kept);
    let rows = unequal.map(|(source, sum)| {
        let money = |amount| Cell::Money(Money::cell(lang, Some(amount)));
        let cells = vec![
            Cell::text(source.name(lang)),
            money(sum.decided),
            money(sum.kept),
            money(sum.kept.minus(sum.decided)),
        ];
        TableRow::of_kind(RowKind::Gap, cells)
    });
    Table {
        lang,
        caption: lang
            .t("Chênh lệch với sổ kinh phí", "Differences from the ledger")
            .to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }
}
