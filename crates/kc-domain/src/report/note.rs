//! What a reader of the numbers must know, in sentences.

use super::{Report, Row, RowKey};
use crate::kernel::money::Dong;
use crate::kernel::text::{Lang, Text};

/// The notes of a report: what is missing, and what that does to the sums.
pub fn notes(report: &Report) -> Vec<Text> {
    [
        unfunded(report),
        unsourced(report),
        ranges(report),
        footnote(report),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn unfunded(report: &Report) -> Option<Text> {
    let count = report.total.unfunded();
    (count > 0).then(|| {
        Text::new(
            format!("{count} đề án chưa có kinh phí"),
            format!("{count} projects without a known amount"),
        )
    })
}

fn unsourced(report: &Report) -> Option<Text> {
    let lacking: Vec<_> = report
        .groups
        .iter()
        .filter(|row| row.tally.lacks_source())
        .map(group_name)
        .collect();
    let list = lacking.join(", ");
    (!lacking.is_empty()).then(|| {
        Text::new(
            format!("thiếu nguồn vốn: nhóm {list}"),
            format!("source not stated: groups {list}"),
        )
    })
}

fn group_name(row: &Row) -> String {
    match &row.key {
        RowKey::Group(Some(key)) => key.clone(),
        _ => row.label.to_lowercase(),
    }
}

fn ranges(report: &Report) -> Option<Text> {
    let sources = &report.total.sources;
    let show = |(low, high): (Dong, Dong), lang: Lang| {
        let (from, to) = (lang.t("từ", "from"), lang.t("đến", "to"));
        format!("{from} {} {to} {}", low.grouped(), high.grouped())
    };
    let budget = |lang| show(sources.budget_range(), lang);
    let counterpart = |lang| show(sources.counterpart_range(), lang);
    report.total.lacks_source().then(|| {
        Text::new(
            format!(
                "ngân sách {} đồng; đối ứng {} đồng",
                budget(Lang::Vi),
                counterpart(Lang::Vi)
            ),
            format!(
                "budget {} VND; counterpart {} VND",
                budget(Lang::En),
                counterpart(Lang::En)
            ),
        )
    })
}

fn footnote(report: &Report) -> Option<Text> {
    let gap = report.gap().filter(|gap| !gap.is_none())?;
    let sentence = |lang: Lang| {
        let total = gap.total.map(Dong::millions);
        let total = total.unwrap_or_else(|| lang.t("chưa có số liệu", "not known").to_owned());
        let projects = gap.projects.unwrap_or(0);
        match lang {
            Lang::Vi => format!(
                "Số đã công bố nhiều hơn danh mục {projects} đề án; {total} triệu đồng; \
                 chương trình không tự sửa số nào"
            ),
            Lang::En => format!(
                "The published figures exceed the list by {projects} projects; {total} million VND; \
                 nothing is corrected silently"
            ),
        }
    };
    Some(Text::new(sentence(Lang::Vi), sentence(Lang::En)))
}
