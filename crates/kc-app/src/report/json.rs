//! Reports as JSON for other tools: money in đồng, unknown is null.

use super::behind::{Cells as OpenedCell, Contents};
use super::show::Opened;
use crate::statement;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::percent::Decimal;
use kc_domain::kernel::text::Lang;
use kc_domain::programme::frame::Frame;
use kc_domain::report::{
    Cells, Published, Row, RowKey, SourceNode, Tally, indicators, notes, row_indicators,
};
use kc_store::report::{BehindEntry, BehindProject};
use serde_json::{Map, Value, json};

/// A report as JSON.
pub fn to_json(opened: &Opened, lang: Lang) -> Value {
    let (about, report) = (&opened.about, &opened.report);
    let published = report.published.as_ref();
    let kind = match about.selection.of {
        Some(Frame::Programme(_)) => "programme",
        Some(Frame::Plan(_)) => "plan",
        None => "everything",
    };
    let mut object = json!({
        "report": kind,
        "name": about.name,
        "as_of": opened.as_of().to_string(),
        "known_at": opened.known_at().to_string(),
        "rows": rows(&report.groups),
        "levels": rows(&report.levels),
        "statuses": rows(&report.statuses),
        "sources": sources(&report.total),
        "stages": stages(opened, lang),
        "totals": totals(&report.total),
        "published": published.map(|figures| json!({
            "projects": sharp(figures.projects.as_ref()).and_then(Figure::things),
            "total": sharp(figures.total.as_ref()).and_then(Figure::dong).map(amount),
        })),
        "gap": report.gap().map(|gap| json!({
            "projects": gap.projects, "total": gap.total.map(amount),
        })),
        "published_figures": published.map(published_figures),
        "checks": statement::to_json("", &opened.findings).get("checks"),
        "indicators": indicators_json(opened),
        "notes": notes(report).iter().map(|note| note.say(lang).to_owned()).collect::<Vec<_>>(),
        "illustrative": about.illustrative,
        "audit_head": opened.audit_head,
    });
    if let (Value::Object(object), false) = (&mut object, about.code.is_empty()) {
        object.insert(kind.to_owned(), Value::from(about.code.clone()));
    }
    object
}

fn amount(dong: Dong) -> i64 {
    dong.0
}

/// A figure without hedge or range; a hedged one is not one number.
fn sharp(figure: Option<&Figure>) -> Option<&Figure> {
    figure.filter(|figure| !figure.is_loose())
}

fn rows(rows: &[Row]) -> Value {
    let row = |row: &Row| {
        json!({
            "key": row.key.to_string(), "label": row.label, "cells": cells(&row.tally.cells()),
        })
    };
    rows.iter().map(row).collect()
}

fn cells(cells: &Cells) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Option<i64>| {
        object.insert(key.to_owned(), Value::from(value));
    };
    put("projects", Some(cells.projects));
    put("total", cells.total.map(amount));
    put("budget", cells.budget.map(amount));
    put("counterpart", cells.counterpart.map(amount));
    for (key, people) in [("workers", cells.workers), ("turns", cells.turns)] {
        if people.is_some() {
            put(key, people);
        }
    }
    Value::Object(object)
}

/// The totals, and the bounds that money of unstated source leaves open.
fn totals(total: &Tally) -> Value {
    let mut object = cells(&total.cells());
    let sources = &total.sources;
    let (budget, counterpart) = (sources.budget_range(), sources.counterpart_range());
    let bounds = [
        ("budget_low", budget.0),
        ("budget_high", budget.1),
        ("counterpart_low", counterpart.0),
        ("counterpart_high", counterpart.1),
        ("unattributed", sources.unstated),
    ];
    if let Value::Object(held) = &mut object {
        for (key, bound) in bounds {
            held.insert(key.to_owned(), Value::from(bound.0));
        }
        held.insert("unfunded".to_owned(), Value::from(total.unfunded()));
    }
    object
}

fn sources(total: &Tally) -> Value {
    let row = |node: SourceNode| {
        json!({
            "key": RowKey::Source(node).to_string(),
            "label": node.name(Lang::Vi),
            "cells": { "total": total.sources.at(node).0 },
        })
    };
    SourceNode::ALL.into_iter().map(row).collect()
}

fn stages(opened: &Opened, lang: Lang) -> Value {
    let stages = opened.stages.iter().map(|(stage, reached)| {
        json!({
            "key": RowKey::Stage(*stage).to_string(),
            "label": stage.name(lang),
            "cells": { "total": reached.0 },
        })
    });
    stages.collect()
}

/// Every published figure as reports write it, hedge kept.
fn published_figures(published: &Published) -> Value {
    let figures = [
        ("projects", &published.projects),
        ("local", &published.local),
        ("national", &published.national),
        ("total", &published.total),
        ("budget", &published.budget),
        ("central", &published.central),
        ("city", &published.city),
        ("counterpart", &published.counterpart),
    ];
    let figure = |(key, figure): (&str, &Option<Figure>)| {
        let value = figure.as_ref().map(|figure| {
            let number = figure.dong().map(amount).or_else(|| figure.things());
            json!({ "value": number, "printed": figure.to_string(), "hedged": figure.is_loose() })
        });
        (key.to_owned(), value.unwrap_or(Value::Null))
    };
    Value::Object(figures.into_iter().map(figure).collect())
}

fn indicators_json(opened: &Opened) -> Value {
    let whole = indicators(&opened.report);
    let decimal = |value: Option<Decimal>| value.map(Decimal::point);
    let rows = opened.report.groups.iter().map(|row| {
        let of = row_indicators(&row.tally, whole.total);
        json!({
            "key": row.key.to_string(),
            "share": decimal(of.share),
            "support_share": decimal(of.support_share),
            "mean_support": of.mean_support.map(amount),
            "leverage": decimal(of.leverage),
            "per_worker": of.per_worker.map(amount),
            "per_turn": of.per_turn.map(amount),
        })
    });
    json!({
        "basis": if whole.of_published { "published" } else { "counted" },
        "mean_total": whole.mean_total.map(amount),
        "mean_budget": whole.mean_budget.map(amount),
        "budget_share": decimal(whole.budget_share),
        "counterpart_share": decimal(whole.counterpart_share),
        "central_share": decimal(whole.central_share),
        "city_share": decimal(whole.city_share),
        "local_share": decimal(whole.local_share),
        "national_share": decimal(whole.national_share),
        "leverage": decimal(whole.leverage),
        "gap_share": decimal(whole.gap_share),
        "rows": rows.collect::<Vec<_>>(),
    })
}

/// An opened cell as JSON: `sum` is the cell, `amount` or `value` what each row adds to it.
pub fn behind_json(opened: &OpenedCell, lang: Lang) -> Value {
    let selection = &opened.about.selection;
    let (key, items): (&str, Vec<Value>) = match &opened.behind {
        Contents::Entries(behind) => {
            let rows = behind.rows.iter().map(|row| entry(row, lang));
            ("entries", rows.collect())
        }
        Contents::Projects(behind) => ("rows", behind.rows.iter().map(project).collect()),
    };
    let mut object = json!({
        "programme": opened.about.code,
        "as_of": selection.as_of.to_string(),
        "known_at": selection.known_at.to_string(),
        "row": opened.row.to_string(),
        "cell": opened.cell.code(),
        "count": opened.behind.count(),
        "sum": opened.behind.sum(),
    });
    if let Value::Object(object) = &mut object {
        object.insert(key.to_owned(), Value::from(items));
    }
    object
}

fn entry(entry: &BehindEntry, lang: Lang) -> Value {
    json!({
        "id": entry.id.to_string(),
        "amount": entry.effect.0,
        "kind": entry.kind.code(),
        "label": entry.kind.name(lang),
        "source": entry.source.code(),
        "from": entry.from.code(),
        "to": entry.to.code(),
        "effective_on": entry.effective_on.to_string(),
        "project": entry.project_code,
        "project_id": entry.project.to_string(),
        "title": entry.project_title,
        "document": entry.document_number,
        "illustrative": entry.illustrative,
    })
}

fn project(project: &BehindProject) -> Value {
    json!({
        "id": project.id.to_string(),
        "project": project.code,
        "title": project.title,
        "status": project.status,
        "registered_on": project.registered_on.to_string(),
        "value": project.value,
        "illustrative": project.illustrative,
    })
}
