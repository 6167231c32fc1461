//! The tables of a report; every number opens what it is made of.

use super::address::cell_url;
use crate::kernel::components::{Column, Fact, Facts, Head, Money};
use crate::kernel::page::{Cell as Td, RowKind, Table, TableRow};
use crate::kernel::query::Query;
use kc_app::report::Opened;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::money::{Dong, group_thousands};
use kc_domain::kernel::percent::Decimal;
use kc_domain::kernel::text::Lang;
use kc_domain::project::Status;
use kc_domain::report::{
    Cell, Cells, Published, Row, RowKey, SourceNode, indicators, row_indicators,
};

fn money_unit(lang: Lang) -> &'static str {
    lang.t("triệu đồng", "million VND")
}

pub(super) fn columns(lang: Lang, first: &str) -> Vec<Column> {
    let unit = money_unit(lang);
    vec![
        Column::text(first),
        Column::number(lang.t("Số đề án", "Projects"), ""),
        Column::number(lang.t("Tổng kinh phí", "All money"), unit),
        Column::number(lang.t("Ngân sách nhà nước", "State budget"), unit),
        Column::number(lang.t("Đối ứng", "Counterpart"), unit),
        Column::number(lang.t("Lao động", "Workers"), lang.t("người", "")),
        Column::number(lang.t("Lượt người", "Turns"), lang.t("lượt", "")),
    ]
}

/// The cells of a row, each opening what it is made of.
pub(super) fn numbers(lang: Lang, query: &Query, key: &RowKey, cells: &Cells) -> Vec<Td> {
    let url = |cell| cell_url(query, key, cell);
    let money = |amount: Option<Dong>, cell| match amount {
        Some(_) => Td::Money(Money::cell(lang, amount).opens(url(cell))),
        None => Td::Unknown,
    };
    let people = |count: Option<i64>, cell| match count {
        Some(count) => figure(group_thousands(count), url(cell)),
        None => Td::Empty,
    };
    vec![
        figure(group_thousands(cells.projects), url(Cell::Projects)),
        money(cells.total, Cell::Total),
        money(cells.budget, Cell::Budget),
        money(cells.counterpart, Cell::Counterpart),
        people(cells.workers, Cell::Workers),
        people(cells.turns, Cell::Turns),
    ]
}

fn figure(text: String, url: String) -> Td {
    Td::Figure { text, url }
}

fn row(lang: Lang, query: &Query, row: &Row, label: &str) -> TableRow {
    let mut cells = vec![Td::text(label)];
    cells.extend(numbers(lang, query, &row.key, &row.tally.cells()));
    TableRow::new("", cells)
}

/// By content group, with the sum, what was published and the gap.
pub fn groups(lang: Lang, opened: &Opened, query: &Query) -> Table {
    let report = &opened.report;
    let mut rows: Vec<TableRow> = report
        .groups
        .iter()
        .map(|group| row(lang, query, group, &group.label))
        .collect();
    let mut total = vec![Td::text(lang.t("Tổng cộng", "Total"))];
    total.extend(numbers(lang, query, &RowKey::Total, &report.total.cells()));
    rows.push(TableRow::of_kind(RowKind::Total, total));
    if let (Some(published), Some(gap)) = (&report.published, report.gap()) {
        rows.push(TableRow::new("", printed(lang, published)));
        let money = |amount: Option<Dong>| {
            amount.map_or(Td::Unknown, |_| Td::Money(Money::cell(lang, amount)))
        };
        let projects = gap.projects.map(group_thousands);
        let cells = vec![
            Td::text(lang.t("Chênh lệch", "Gap")),
            projects.map_or(Td::Unknown, Td::Number),
            money(gap.total),
            money(gap.budget),
            money(gap.counterpart),
            Td::Empty,
            Td::Empty,
        ];
        rows.push(TableRow::of_kind(RowKind::Gap, cells));
    }
    Table {
        lang,
        caption: lang
            .t("Kết quả theo nội dung", "Results by content")
            .to_owned(),
        head: Head {
            columns: columns(lang, lang.t("Nội dung", "Content")),
        },
        rows,
        note: String::new(),
    }
}

fn printed(lang: Lang, published: &Published) -> Vec<Td> {
    let money = |figure: &Option<Figure>| match figure {
        None => Td::Unknown,
        Some(figure) => {
            let cell = Money::cell(lang, figure.dong());
            Td::Money(cell.hedged(figure.hedge().word()))
        }
    };
    let projects = published.projects.as_ref().and_then(Figure::things);
    vec![
        Td::text(lang.t("Số đã công bố", "As published")),
        projects.map_or(Td::Unknown, |count| Td::Number(group_thousands(count))),
        money(&published.total),
        money(&published.budget),
        money(&published.counterpart),
        Td::Empty,
        Td::Empty,
    ]
}

/// The published figures against the counted ones.
pub fn findings(lang: Lang, opened: &Opened) -> Table {
    let columns = vec![
        Column::text(lang.t("Phép đối chiếu", "Check")),
        Column::text(lang.t("Kết quả", "Verdict")),
        Column::text(lang.t("Giải thích", "In words")),
    ];
    let rows = opened.findings.iter().map(|finding| {
        let cells = vec![
            Td::text(&finding.name),
            Td::text(finding.verdict.text().say(lang)),
            Td::text(finding.message.say(lang)),
        ];
        TableRow::new("", cells)
    });
    Table {
        lang,
        caption: lang.t("Đối chiếu", "Checks").to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }
}

/// By source, as a tree.
pub fn sources(lang: Lang, opened: &Opened, query: &Query) -> Table {
    let sources = &opened.report.total.sources;
    let rows = SourceNode::ALL.into_iter().map(|node| {
        let indent = if node.is_inner() { "– " } else { "" };
        let label = format!("{indent}{}", node.name(lang));
        money_row(
            lang,
            label,
            sources.at(node),
            cell_url(query, &RowKey::Source(node), Cell::Total),
        )
    });
    let head = lang.t("Nguồn vốn", "Source");
    money_table(lang, head, rows.collect())
}

/// By stage reached.
pub fn stages(lang: Lang, opened: &Opened, query: &Query) -> Table {
    let rows = opened.stages.iter().map(|(stage, reached)| {
        let url = cell_url(query, &RowKey::Stage(*stage), Cell::Total);
        money_row(lang, stage.name(lang).to_owned(), *reached, url)
    });
    let head = lang.t("Giai đoạn", "Stage");
    money_table(lang, head, rows.collect())
}

fn money_row(lang: Lang, label: String, amount: Dong, url: String) -> TableRow {
    let money = Money::cell(lang, Some(amount)).opens(url);
    TableRow::new("", vec![Td::text(label), Td::Money(money)])
}

fn money_table(lang: Lang, head: &str, rows: Vec<TableRow>) -> Table {
    let columns = vec![
        Column::text(head),
        Column::number(lang.t("Kinh phí", "Money"), money_unit(lang)),
    ];
    Table {
        lang,
        caption: head.to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

/// By level, then by status.
pub fn levels_and_statuses(lang: Lang, opened: &Opened, query: &Query) -> Table {
    let report = &opened.report;
    let levels = report
        .levels
        .iter()
        .map(|held| row(lang, query, held, &held.label));
    let statuses = report.statuses.iter().map(|held| {
        let status = Status::from_code(&held.label);
        row(
            lang,
            query,
            held,
            status.map_or(&held.label, |status| status.name(lang)),
        )
    });
    Table {
        lang,
        caption: lang
            .t("Theo cấp và trạng thái", "By level and status")
            .to_owned(),
        head: Head {
            columns: columns(lang, lang.t("Cấp, trạng thái", "Level, status")),
        },
        rows: levels.chain(statuses).collect(),
        note: String::new(),
    }
}

/// The indicators of the whole.
pub fn indicators_facts(lang: Lang, opened: &Opened) -> Facts {
    let found = indicators(&opened.report);
    let percent = |value: Option<Decimal>| {
        value.map_or_else(String::new, |value| format!("{}%", value.comma()))
    };
    let money = |value: Option<Dong>| value.map_or_else(String::new, |value| value.to_string());
    let basis = if found.of_published {
        lang.t("số đã công bố", "the published figures")
    } else {
        lang.t("số đếm được", "the counted figures")
    };
    let facts = vec![
        Fact::text(lang.t("Tính trên", "Computed from"), basis),
        Fact::text(
            lang.t("Kinh phí bình quân một đề án", "Mean of a project"),
            money(found.mean_total),
        ),
        Fact::text(
            lang.t("Hỗ trợ bình quân một đề án", "Mean support"),
            money(found.mean_budget),
        ),
        Fact::text(
            lang.t("Tỷ trọng ngân sách", "Budget share"),
            percent(found.budget_share),
        ),
        Fact::text(
            lang.t("Tỷ trọng đối ứng", "Counterpart share"),
            percent(found.counterpart_share),
        ),
        Fact::text(
            lang.t("Trung ương trong ngân sách", "Central in budget"),
            percent(found.central_share),
        ),
        Fact::text(
            lang.t("Địa phương trong ngân sách", "Local in budget"),
            percent(found.city_share),
        ),
        Fact::text(
            lang.t("Đề án địa phương", "Local projects"),
            percent(found.local_share),
        ),
        Fact::text(
            lang.t("Đề án quốc gia", "National projects"),
            percent(found.national_share),
        ),
        Fact::text(
            lang.t(
                "Đối ứng trên 1 đồng ngân sách",
                "Counterpart per đồng of budget",
            ),
            found
                .leverage
                .map_or_else(String::new, |value| format!("{} đồng", value.comma())),
        ),
    ];
    Facts { lang, facts }
}

/// The indicators of each group.
pub fn group_indicators(lang: Lang, opened: &Opened) -> Table {
    let total = indicators(&opened.report).total;
    let columns = vec![
        Column::text(lang.t("Nội dung", "Content")),
        Column::number(lang.t("Tỷ trọng", "Share"), "%"),
        Column::number(lang.t("Tỷ lệ hỗ trợ", "Support share"), "%"),
        Column::number(lang.t("Đối ứng/ngân sách", "Leverage"), ""),
        Column::number(
            lang.t("Hỗ trợ bình quân", "Mean support"),
            lang.t("đồng", "VND"),
        ),
        Column::number(
            lang.t("Chi phí một lao động", "Per worker"),
            lang.t("đồng", "VND"),
        ),
        Column::number(
            lang.t("Chi phí một lượt", "Per turn"),
            lang.t("đồng", "VND"),
        ),
    ];
    let decimal =
        |value: Option<Decimal>| value.map_or(Td::Unknown, |value| Td::Number(value.comma()));
    let known =
        |value: Option<Dong>| value.map_or(Td::Unknown, |value| Td::Number(value.grouped()));
    let counted =
        |value: Option<Dong>| value.map_or(Td::Empty, |value| Td::Number(value.grouped()));
    let rows = opened.report.groups.iter().map(|row| {
        let found = row_indicators(&row.tally, total);
        let cells = vec![
            Td::text(&row.label),
            decimal(found.share),
            decimal(found.support_share),
            decimal(found.leverage),
            known(found.mean_support),
            counted(found.per_worker),
            counted(found.per_turn),
        ];
        TableRow::new("", cells)
    });
    Table {
        lang,
        caption: lang
            .t("Chỉ tiêu theo nội dung", "Indicators by content")
            .to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }
}
