//! The table by content group as texts, for papers and plain text: triệu đồng, unknown in words.

use super::show::Opened;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::money::{Dong, group_thousands};
use kc_domain::report::{Cells, Published};

/// What nobody knows.
pub(super) const UNKNOWN: &str = "chưa có số liệu";

/// The headers of the table.
pub(super) const HEADERS: [&str; 8] = [
    "STT",
    "Nội dung",
    "Số đề án",
    "Tổng kinh phí",
    "Ngân sách nhà nước",
    "Đối ứng",
    "Lao động",
    "Lượt người",
];

/// A line of the table: its cells, and whether it is a group, the sum, the published or the gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) cells: [Option<String>; 8],
    pub(super) kind: LineKind,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Group,
    Total,
    Published,
    Gap,
}

/// Every line: groups, their sum, what was published, the gap.
pub(super) fn lines(opened: &Opened) -> Vec<Line> {
    let report = &opened.report;
    let mut lines: Vec<Line> = (1..)
        .zip(&report.groups)
        .map(|(at, row)| {
            counted(
                at.to_string(),
                &row.label,
                &row.tally.cells(),
                LineKind::Group,
            )
        })
        .collect();
    let total = report.total.cells();
    lines.push(counted(String::new(), "Tổng cộng", &total, LineKind::Total));
    if let (Some(published), Some(gap)) = (&report.published, report.gap()) {
        lines.push(printed(published));
        let money = |amount: Option<Dong>| amount.map(Dong::millions);
        let cells = [
            Some(String::new()),
            Some("Chênh lệch".to_owned()),
            gap.projects.map(group_thousands),
            money(gap.total),
            money(gap.budget),
            money(gap.counterpart),
            Some(String::new()),
            Some(String::new()),
        ];
        lines.push(Line {
            cells,
            kind: LineKind::Gap,
        });
    }
    lines
}

fn counted(at: String, label: &str, cells: &Cells, kind: LineKind) -> Line {
    let money = |amount: Option<Dong>| amount.map(Dong::millions);
    let people = |count: Option<i64>| Some(count.map(group_thousands).unwrap_or_default());
    let cells = [
        Some(at),
        Some(label.to_owned()),
        Some(group_thousands(cells.projects)),
        money(cells.total),
        money(cells.budget),
        money(cells.counterpart),
        people(cells.workers),
        people(cells.turns),
    ];
    Line { cells, kind }
}

fn printed(published: &Published) -> Line {
    let figure = |figure: &Option<Figure>| {
        let figure = figure.as_ref()?;
        let number = figure
            .dong()
            .map(Dong::millions)
            .or_else(|| figure.things().map(group_thousands))?;
        let hedge = figure.hedge().word();
        Some(format!("{hedge} {number}").trim().to_owned())
    };
    let cells = [
        Some(String::new()),
        Some("Số đã công bố".to_owned()),
        figure(&published.projects),
        figure(&published.total),
        figure(&published.budget),
        figure(&published.counterpart),
        Some(String::new()),
        Some(String::new()),
    ];
    Line {
        cells,
        kind: LineKind::Published,
    }
}
