//! The list of projects behind a decision, with their money.

use super::super::{Line, Sight};
use super::sums;
use kc_domain::decision::Item;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::paper::{Align, Cell, Column, Row, Style, Table};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Source;
use std::collections::BTreeMap;

/// The share of a column of money: with four sources side by side it still holds ten billions of
/// đồng in bold on one line.
const MONEY: u16 = 22;

/// Projects with their money by source; where money was there before, both sides and the change.
pub(super) fn of(sight: &Sight) -> Table {
    let is_new = sight
        .lines
        .iter()
        .all(|line| line.item.before == Dong::ZERO);
    let (columns, rows) = if is_new { fresh(sight) } else { changed(sight) };
    Table {
        unit: "Đơn vị tính: đồng".to_owned(),
        columns,
        rows,
        ..Table::default()
    }
}

fn fresh(sight: &Sight) -> (Vec<Column>, Vec<Row>) {
    let sums = sums(sight, |item| item.after);
    let mut columns = named_columns();
    columns.push(Column::new("Tổng số", MONEY, Align::Right).under("Kinh phí hỗ trợ"));
    for source in sums.keys() {
        let column = Column::new(source.name(Lang::Vi), MONEY, Align::Right);
        columns.push(column.under("Kinh phí hỗ trợ"));
    }
    let mut by_project: Vec<(Vec<Cell>, BTreeMap<Source, Dong>)> = Vec::new();
    let mut held = None;
    for line in &sight.lines {
        if held != Some(line.item.project) {
            held = Some(line.item.project);
            let at = by_project.len().saturating_add(1);
            by_project.push((named_cells(at, line), BTreeMap::new()));
        }
        if let Some((_, of)) = by_project.last_mut() {
            let sum = of.entry(line.item.source).or_default();
            *sum = sum.plus(line.item.after);
        }
    }
    let money = |of: &BTreeMap<Source, Dong>| -> Vec<Cell> {
        let total: Dong = of.values().copied().sum();
        let each = sums.keys().map(|source| {
            of.get(source)
                .map_or(Cell::Empty, |sum| sum.grouped().into())
        });
        std::iter::once(total.grouped().into())
            .chain(each)
            .collect()
    };
    let rows = by_project.into_iter().map(|(cells, of)| {
        let money = money(&of);
        Row::normal(cells.into_iter().chain(money).collect())
    });
    let mut rows: Vec<_> = rows.collect();
    rows.push(total_row(money(&sums)));
    (columns, rows)
}

fn changed(sight: &Sight) -> (Vec<Column>, Vec<Row>) {
    let mut columns = named_columns();
    columns.extend([
        Column::new("Nguồn kinh phí", 18, Align::Left),
        Column::new("Đã phê duyệt", MONEY, Align::Right).under("Kinh phí hỗ trợ"),
        Column::new("Nay phê duyệt", MONEY, Align::Right).under("Kinh phí hỗ trợ"),
        Column::new("Tăng, giảm", MONEY, Align::Right).under("Kinh phí hỗ trợ"),
    ]);
    let numbered = (1_usize..).zip(&sight.lines);
    let rows = numbered.map(|(at, line)| {
        let item = line.item;
        let mut cells = named_cells(at, line);
        cells.extend([
            item.source.name(Lang::Vi).into(),
            item.before.grouped().into(),
            item.after.grouped().into(),
            item.change().grouped().into(),
        ]);
        Row::normal(cells)
    });
    let mut rows: Vec<_> = rows.collect();
    let total = |of: fn(&Item) -> Dong| -> Cell {
        let sum: Dong = sight.lines.iter().map(|line| of(&line.item)).sum();
        sum.grouped().into()
    };
    rows.push(total_row(vec![
        Cell::Empty,
        total(|item| item.before),
        total(|item| item.after),
        total(Item::change),
    ]));
    (columns, rows)
}

fn named_columns() -> Vec<Column> {
    vec![
        Column::new("TT", 7, Align::Center),
        Column::new("Tên đề án, nhiệm vụ", 42, Align::Left),
        Column::new("Đơn vị thụ hưởng", 24, Align::Left),
        Column::new("Địa điểm", 16, Align::Left),
    ]
}

fn named_cells(at: usize, line: &Line) -> Vec<Cell> {
    let text = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::Text);
    vec![
        at.to_string().into(),
        format!("{} ({})", line.title, line.code).into(),
        text(&line.beneficiary),
        text(&line.place),
    ]
}

fn total_row(money: Vec<Cell>) -> Row {
    let mut cells = vec![Cell::Empty, "Tổng cộng".into(), Cell::Empty, Cell::Empty];
    cells.extend(money);
    Row::styled(Style::Total, cells)
}
