//! The list handed to the treasury as a workbook: one group per kind of move, sums as formulas.

use super::handover::{Handover, HandoverLine};
use crate::kernel::Cx;
use chrono::{DateTime, NaiveDateTime};
use kc_domain::kernel::date::{Instant, show_date};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{BUDGET_LINE, MoveKind};
use kc_files::{Book, Cell, Column, Heading, Kind, Paper, Row, Sheet, Style, Total};

/// Vietnam is seven hours ahead of Greenwich.
const VIETNAM_MILLISECONDS: i64 = 7 * 3600 * 1000;

/// The workbook of a list; `body` is the organisation that hands it over.
pub(super) fn of(cx: &Cx<'_>, list: &Handover, lines: &[HandoverLine], body: &str) -> Book {
    let title = format!("Bảng kê chứng từ chuyển Kho bạc số {}", list.number);
    Book {
        title: title.clone(),
        lang: cx.lang(),
        made: local(cx.now()),
        source: format!(
            "Nguồn: sổ kinh phí, chứng từ đã duyệt từ {} đến {}",
            show_date(list.from),
            show_date(list.to)
        ),
        sheets: vec![sheet(list, lines, title, body)],
    }
}

fn sheet(list: &Handover, lines: &[HandoverLine], title: String, body: &str) -> Sheet {
    let heading = Heading {
        body: body.to_uppercase(),
        title: title.to_uppercase(),
        period: format!(
            "Ngày chuyển {}; chứng từ từ {} đến {}",
            show_date(list.handed_on),
            show_date(list.from),
            show_date(list.to)
        ),
        unit: format!("Đơn vị tính: đồng; loại – khoản {BUDGET_LINE}"),
        illustrative: list.illustrative,
    };
    Sheet {
        name: "Bảng kê".to_owned(),
        heading,
        columns: columns(),
        rows: rows(lines),
        total: Some(Total {
            label: "Tổng cộng".to_owned(),
            columns: vec![7],
        }),
        frozen_columns: 2,
        paper: Paper::Landscape,
        ..Sheet::default()
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("STT", 6, Kind::Code),
        Column::new("Mã đề án", 16, Kind::Code),
        Column::new("Đề án", 46, Kind::Text),
        Column::new("Hợp đồng", 16, Kind::Text),
        Column::new("Đơn vị nhận", 30, Kind::Text),
        Column::new("Nguồn vốn", 18, Kind::Text),
        Column::new("Ngày", 12, Kind::Date),
        Column::new("Số tiền", 18, Kind::Dong).in_unit("đồng"),
    ]
}

/// A group row with its sum before the moves of each kind.
fn rows(lines: &[HandoverLine]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut held: Option<MoveKind> = None;
    for (number, line) in (1_i64..).zip(lines) {
        if held != Some(line.kind) {
            held = Some(line.kind);
            rows.push(group(line.kind));
        }
        let text = |text: Option<&String>| text.map_or(Cell::Empty, |t| Cell::Text(t.clone()));
        rows.push(Row::normal(vec![
            Cell::Integer(number),
            Cell::Text(line.code.clone()),
            Cell::Text(line.title.clone()),
            text(line.contract.as_ref()),
            text(line.taker.as_ref()),
            Cell::Text(line.source.name(Lang::Vi).to_owned()),
            Cell::Date(line.effective_on),
            Cell::Dong(line.amount),
        ]));
    }
    rows
}

fn group(kind: MoveKind) -> Row {
    let mut cells = vec![Cell::Empty; 7];
    if let Some(first) = cells.get_mut(2) {
        *first = Cell::Text(kind.name(Lang::Vi).to_owned());
    }
    cells.push(Cell::GroupSum);
    Row::styled(Style::Group, cells)
}

fn local(moment: Instant) -> NaiveDateTime {
    let shifted = moment.0.saturating_add(VIETNAM_MILLISECONDS);
    DateTime::from_timestamp_millis(shifted)
        .unwrap_or_default()
        .naive_utc()
}
