//! The agenda of the sample office: every act with its day, carried out in the order of days.

use super::Office;
use super::sheet::{Line, lines};
use crate::kernel::{Done, Failure};
use chrono::{Months, NaiveDate};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source};
use std::collections::BTreeMap;

const DOCUMENTS: &str = include_str!("../../../../demo/documents.csv");
const PLANS: &str = include_str!("../../../../demo/plans.csv");
const PLAN_LINES: &str = include_str!("../../../../demo/plan-lines.csv");
const INDICATORS: &str = include_str!("../../../../demo/indicators.csv");
const STATEMENTS: &str = include_str!("../../../../demo/statements.csv");
const PROJECTS: &str = include_str!("../../../../demo/hai-phong-2016-2020.csv");

/// The columns of money in the sheet of projects, each with its source.
const SOURCES: [(&str, Source); 4] = [
    ("unstated", Source::Unstated),
    ("local", Source::Local),
    ("budget", Source::Budget),
    ("counterpart", Source::Counterpart),
];

/// The steps of budget money and of partners' money, each so many months after registration.
const BUDGET_STEPS: [(MoveKind, u32); 4] = [
    (MoveKind::Approve, 0),
    (MoveKind::Contract, 1),
    (MoveKind::Pay, 2),
    (MoveKind::Settle, 3),
];
const PARTNER_STEPS: [(MoveKind, u32); 2] = [(MoveKind::Commit, 0), (MoveKind::Evidence, 2)];

/// One act.
pub(super) enum Act {
    Document(Line),
    Programme,
    Plan(Line),
    PlanLine(Line),
    Indicator(Line),
    Statement(Line),
    HoangCuong,
    TakeOver(Line),
    FillPurse {
        source: Source,
        year: i32,
        amount: Dong,
    },
    Move {
        code: String,
        source: Source,
        kind: MoveKind,
        amount: Dong,
    },
}

/// Every act with its day, in the order of days; acts of one day in the order of this list.
pub(super) fn agenda() -> Done<Vec<(NaiveDate, Act)>> {
    let mut acts = vec![
        (day("2016-03-22")?, Act::Programme),
        (day("2017-04-03")?, Act::HoangCuong),
    ];
    let sheets: [(&str, fn(Line) -> Act); 5] = [
        (DOCUMENTS, Act::Document),
        (PLANS, Act::Plan),
        (PLAN_LINES, Act::PlanLine),
        (INDICATORS, Act::Indicator),
        (STATEMENTS, Act::Statement),
    ];
    for (sheet, act) in sheets {
        for line in lines(sheet)? {
            acts.push((day(line.text("day"))?, act(line)));
        }
    }
    add_projects(&mut acts)?;
    acts.sort_by_key(|(day, _)| *day);
    Ok(acts)
}

/// Each listed project, its purse money and every move of it.
fn add_projects(acts: &mut Vec<(NaiveDate, Act)>) -> Done<()> {
    let mut purses: BTreeMap<(Source, i32), Dong> = BTreeMap::new();
    for line in lines(PROJECTS)? {
        let registered = day(&format!(
            "{}-{:0>2}-01",
            line.text("year"),
            line.text("month")
        ))?;
        let year = line
            .text("year")
            .parse()
            .or(Err(unreadable(line.text("year"))))?;
        for (column, source) in SOURCES {
            let Some(amount) = line.number(column).map(Dong) else {
                continue;
            };
            if !source.is_of_partners() {
                let sum = purses.entry((source, year)).or_default();
                *sum = sum.plus(amount);
            }
            add_moves(acts, &line, (registered, source, amount));
        }
        acts.push((registered, Act::TakeOver(line)));
    }
    for ((source, year), amount) in purses {
        // The purses of the first year wait for the programme and its decision.
        let opened = day(&format!("{year}-01-11"))?.max(day("2016-03-23")?);
        acts.insert(
            0,
            (
                opened,
                Act::FillPurse {
                    source,
                    year,
                    amount,
                },
            ),
        );
    }
    Ok(())
}

fn add_moves(
    acts: &mut Vec<(NaiveDate, Act)>,
    line: &Line,
    (registered, source, amount): (NaiveDate, Source, Dong),
) {
    let steps: &[(MoveKind, u32)] = if source.is_of_partners() {
        &PARTNER_STEPS
    } else {
        &BUDGET_STEPS
    };
    for (kind, months) in steps {
        let later = registered + Months::new(*months) + chrono::Days::new(14);
        let code = line.text("code").to_owned();
        acts.push((
            later,
            Act::Move {
                code,
                source,
                kind: *kind,
                amount,
            },
        ));
    }
}

/// Carries out one act on its day.
pub(super) fn carry_out(office: &mut Office<'_>, day: NaiveDate, act: &Act) -> Done<()> {
    match act {
        Act::Document(line) => super::papers::document(office, line),
        Act::Programme => super::frames::programme(office, day),
        Act::Plan(line) => super::frames::plan(office, line),
        Act::PlanLine(line) => super::projects::plan_line(office, line),
        Act::Indicator(line) => super::figures::indicator(office, line),
        Act::Statement(line) => super::figures::statement(office, line),
        Act::HoangCuong => super::projects::hoang_cuong(office, day),
        Act::TakeOver(line) => super::projects::take_over(office, day, line),
        Act::FillPurse {
            source,
            year,
            amount,
        } => super::money::fill_purse(office, day, (*source, *year), *amount),
        Act::Move {
            code,
            source,
            kind,
            amount,
        } => super::money::record(office, day, (code, *source, *kind), *amount),
    }
}

pub(super) fn day(text: &str) -> Done<NaiveDate> {
    parse_date(text).ok_or_else(|| unreadable(text))
}

pub(super) fn unreadable(text: &str) -> Failure {
    Failure::Internal(format!("demo: {text}"))
}
