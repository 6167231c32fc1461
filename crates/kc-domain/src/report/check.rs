//! The published figures against the counted ones, by the rules of statements.

use super::Report;
use super::published::Published;
use super::sources::Sources;
use crate::kernel::figure::Figure;
use crate::kernel::money::Dong;
use crate::statement::{Check, Entry, Finding, Limit, Rule, Statement, StatementRefusal};
use std::collections::BTreeMap;

/// Checks what was published: the number of projects, the total, and the sources between the
/// bounds that unstated money leaves. Nothing to check without a statement.
pub fn checks(report: &Report) -> Result<Vec<Finding>, StatementRefusal> {
    let Some(published) = &report.published else {
        return Ok(Vec::new());
    };
    let counted = &report.total;
    let mut statement = Statement {
        title: published.title.clone(),
        place: None,
        published: None,
        period: None,
        source: None,
        figures: Vec::new(),
        checks: Vec::new(),
    };
    statement
        .figures
        .push(entry("projects", "Số đề án", published.projects.clone()));
    statement.checks.push(Check {
        name: "Số đề án".to_owned(),
        rule: Rule::Count {
            whole: "projects".to_owned(),
            listed: Some(counted.projects),
            complete: true,
        },
        at_most: BTreeMap::new(),
    });
    if counted.cells().total.is_some() {
        add_money(&mut statement, published, &counted.sources);
    }
    statement.check()
}

fn add_money(statement: &mut Statement, published: &Published, sources: &Sources) {
    let open = entry("unstated", "Chưa rõ nguồn", None);
    statement.figures.push(open);
    let whole = [
        (
            "total",
            "Tổng kinh phí",
            &published.total,
            sources.total(),
            false,
        ),
        (
            "budget",
            "Ngân sách nhà nước",
            &published.budget,
            sources.budget(),
            true,
        ),
        (
            "counterpart",
            "Đối ứng",
            &published.counterpart,
            sources.counterpart,
            true,
        ),
    ];
    for (key, name, figure, known, bounded) in whole {
        let part = format!("{key}_counted");
        let bounded = bounded && sources.unstated != Dong::ZERO;
        statement.figures.push(entry(key, name, figure.clone()));
        statement
            .figures
            .push(entry(&part, "Theo danh mục", Some(Figure::money(known))));
        let mut parts = vec![part];
        let mut at_most = BTreeMap::new();
        if bounded {
            parts.push("unstated".to_owned());
            let most = Limit::Printed(Figure::money(sources.unstated));
            at_most.insert("unstated".to_owned(), most);
        }
        statement.checks.push(Check {
            name: name.to_owned(),
            rule: Rule::Sum {
                whole: key.to_owned(),
                parts,
            },
            at_most,
        });
    }
}

fn entry(key: &str, label: &str, figure: Option<Figure>) -> Entry {
    Entry {
        key: key.to_owned(),
        label: Some(label.to_owned()),
        printed: figure.as_ref().map(Figure::to_string),
        figure,
    }
}
