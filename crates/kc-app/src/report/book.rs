//! A report as a workbook: numbers stay numbers, sums are formulas.

use super::recipient::{Recipient, heading};
use super::show::Opened;
use crate::kernel::local;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::report::{Cells, Published, SourceNode, notes};
use kc_files::{Book, Cell, Column, Heading, Kind, Paper, Row, Sheet, Style, Total};

/// The workbook of a report.
pub(super) fn of(opened: &Opened, recipient: Option<&Recipient>, lang: Lang) -> Book {
    let title = heading(opened, recipient);
    let head = short(&opened.audit_head);
    Book {
        title: title.clone(),
        lang,
        made: local(opened.known_at()),
        source: format!(
            "Nguồn: sổ kinh phí và danh mục đề án, biết đến {}; mã băm nhật ký {head}",
            opened.known_at().show()
        ),
        sheets: vec![
            groups(opened, recipient, title),
            breakdown(opened, recipient, lang),
        ],
    }
}

/// Enough of a hash to compare by eye.
fn short(hash: &str) -> String {
    hash.chars().take(16).collect()
}

fn headings(opened: &Opened, recipient: Option<&Recipient>, title: String) -> Heading {
    let day = show_date(opened.as_of());
    let known = opened.known_at().show();
    let to = recipient.map(|recipient| format!("Kính gửi: {}. ", recipient.name(&opened.about)));
    Heading {
        body: opened.about.issuer.to_uppercase(),
        title: title.to_uppercase(),
        period: format!(
            "{}Số liệu đến ngày {day}, theo những gì đã ghi đến {known}",
            to.unwrap_or_default()
        ),
        unit: "Đơn vị tính tiền: triệu đồng (ô chứa đủ đồng)".to_owned(),
        illustrative: opened.about.illustrative,
    }
}

fn groups(opened: &Opened, recipient: Option<&Recipient>, title: String) -> Sheet {
    let report = &opened.report;
    let rows = (1_i64..).zip(&report.groups).map(|(at, row)| {
        let cells = row.tally.cells();
        let mut line = vec![Cell::Integer(at), Cell::Text(row.label.clone())];
        line.extend(numbers(&cells));
        Row::normal(line)
    });
    let after = report.published.as_ref().map(after);
    Sheet {
        name: "Theo nội dung".to_owned(),
        heading: headings(opened, recipient, title),
        columns: vec![
            Column::new("STT", 6, Kind::Code),
            Column::new("Nội dung", 46, Kind::Text),
            Column::new("Số đề án", 10, Kind::Integer),
            Column::new("Tổng kinh phí", 17, Kind::Millions).in_unit("triệu đồng"),
            Column::new("Ngân sách nhà nước", 17, Kind::Millions).in_unit("triệu đồng"),
            Column::new("Đối ứng", 17, Kind::Millions).in_unit("triệu đồng"),
            Column::new("Lao động", 12, Kind::Integer).in_unit("người"),
            Column::new("Lượt người", 12, Kind::Integer).in_unit("lượt"),
        ],
        rows: rows.collect(),
        total: Some(Total {
            label: "Tổng cộng".to_owned(),
            columns: vec![2, 3, 4, 5, 6, 7],
        }),
        after: after.unwrap_or_default(),
        notes: notes(report).into_iter().map(|note| note.vi).collect(),
        frozen_columns: 2,
        filter: false,
        paper: Paper::Landscape,
    }
}

fn numbers(cells: &Cells) -> [Cell; 6] {
    [
        Cell::Integer(cells.projects),
        money(cells.total),
        money(cells.budget),
        money(cells.counterpart),
        cells.workers.map_or(Cell::Empty, Cell::Integer),
        cells.turns.map_or(Cell::Empty, Cell::Integer),
    ]
}

fn money(amount: Option<Dong>) -> Cell {
    amount.map_or(Cell::Unknown, Cell::Dong)
}

/// The published figures under the sums, and the gap between the two.
fn after(published: &Published) -> Vec<Row> {
    let figure = |figure: &Option<Figure>| match figure {
        None => Cell::Unknown,
        Some(figure) if figure.is_loose() => Cell::Hedged(figure.in_report()),
        Some(figure) => match (figure.dong(), figure.things()) {
            (Some(amount), _) => Cell::Dong(amount),
            (None, Some(number)) => Cell::Integer(number),
            (None, None) => Cell::Unknown,
        },
    };
    let printed = vec![
        Cell::Empty,
        Cell::Text("Số đã công bố".to_owned()),
        figure(&published.projects),
        figure(&published.total),
        figure(&published.budget),
        figure(&published.counterpart),
    ];
    let gap = vec![
        Cell::Empty,
        Cell::Text("Chênh lệch".to_owned()),
        Cell::AboveMinusTotal,
        Cell::AboveMinusTotal,
        Cell::AboveMinusTotal,
        Cell::AboveMinusTotal,
    ];
    vec![Row::normal(printed), Row::styled(Style::Gap, gap)]
}

fn breakdown(opened: &Opened, recipient: Option<&Recipient>, lang: Lang) -> Sheet {
    let report = &opened.report;
    let group = |name: &str| Row::styled(Style::Group, vec![Cell::Text(name.to_owned())]);
    let mut rows = vec![group("Theo nguồn vốn")];
    rows.extend(SourceNode::ALL.into_iter().map(|node| {
        let indent = if node.is_inner() { "– " } else { "" };
        let label = format!("{indent}{}", node.name(lang));
        let amount = report.total.sources.at(node);
        Row::normal(vec![Cell::Text(label), Cell::Empty, Cell::Dong(amount)])
    }));
    for (name, held) in [
        ("Theo cấp", &report.levels),
        ("Theo trạng thái", &report.statuses),
    ] {
        rows.push(group(name));
        rows.extend(held.iter().map(|row| {
            let cells = row.tally.cells();
            let label = Cell::Text(row.label.clone());
            Row::normal(vec![
                label,
                Cell::Integer(cells.projects),
                money(cells.total),
            ])
        }));
    }
    rows.push(group("Theo giai đoạn của kinh phí"));
    rows.extend(opened.stages.iter().map(|(stage, reached)| {
        let label = Cell::Text(stage.name(lang).to_owned());
        Row::normal(vec![label, Cell::Empty, Cell::Dong(*reached)])
    }));
    Sheet {
        name: "Nguồn, cấp, giai đoạn".to_owned(),
        heading: headings(opened, recipient, "Cơ cấu kinh phí và đề án".to_owned()),
        columns: vec![
            Column::new("Chỉ tiêu", 44, Kind::Text),
            Column::new("Số đề án", 12, Kind::Integer),
            Column::new("Kinh phí", 20, Kind::Millions).in_unit("triệu đồng"),
        ],
        rows,
        paper: Paper::Portrait,
        ..Sheet::default()
    }
}
