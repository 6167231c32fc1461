//! The charts of a report; every bar opens its entries.

use super::address::cell_url;
use crate::kernel::chart::{Arrangement, BarRow, Bars, Measure, Part, Share, Value};
use crate::kernel::query::Query;
use kc_app::report::Opened;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Source;
use kc_domain::report::{Cell, Row, RowKey, SourceNode};

/// Money of each content group by source.
pub fn by_group(lang: Lang, opened: &Opened, query: &Query) -> Bars {
    let row = |row: &Row| {
        let sources = &row.tally.sources;
        let known = row.tally.funded > 0;
        let value = |amount: Dong, cell| {
            let number = known.then_some(amount.0);
            Value::new(number, cell_url(query, &row.key, cell))
        };
        BarRow {
            label: row.label.clone(),
            url: cell_url(query, &row.key, Cell::Total),
            values: vec![
                value(sources.budget(), Cell::Budget),
                value(sources.counterpart, Cell::Counterpart),
                value(sources.unstated, Cell::Unstated),
            ],
        }
    };
    let series = [
        lang.t("Ngân sách nhà nước", "State budget"),
        lang.t("Đối ứng", "Counterpart"),
        lang.t("Chưa nêu nguồn", "Source not stated"),
    ];
    Bars {
        lang,
        title: lang
            .t(
                "Mỗi nội dung dùng bao nhiêu kinh phí?",
                "How much money has each content?",
            )
            .to_owned(),
        of: lang.t("Nội dung", "Content").to_owned(),
        measure: Measure::Money,
        arrangement: Arrangement::Stacked,
        series: series.map(str::to_owned).to_vec(),
        rows: opened.report.groups.iter().map(row).collect(),
    }
}

/// Where the money comes from.
pub fn by_source(lang: Lang, opened: &Opened, query: &Query) -> Share {
    let sources = &opened.report.total.sources;
    let part = |node: SourceNode| Part {
        label: node.name(lang).to_owned(),
        number: Some(sources.at(node).0),
        url: cell_url(query, &RowKey::Source(node), Cell::Total),
        unstated: node == SourceNode::Of(Source::Unstated),
    };
    let leaves = Source::ALL.into_iter().map(SourceNode::Of);
    let shown = leaves.filter(|node| sources.at(*node) != Dong::ZERO);
    Share {
        lang,
        title: lang
            .t("Tiền từ nguồn nào?", "Where does the money come from?")
            .to_owned(),
        measure: Measure::Money,
        parts: shown.map(part).collect(),
    }
}
