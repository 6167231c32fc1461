//! Findings as JSON for other tools.

use kc_domain::kernel::figure::{Interval, Quantity};
use kc_domain::kernel::text::Lang;
use kc_domain::statement::{Finding, Shape};
use serde_json::{Value, json};

/// Decimals an end of an interval may have beyond the printed ones.
const EXTRA_PLACES: u32 = 2;

/// All findings of a statement: whole đồng and counts as numbers, percentages and means as
/// decimal texts, unknown as null.
pub fn to_json(title: &str, findings: &[Finding]) -> Value {
    let checks: Vec<Value> = findings.iter().map(finding).collect();
    json!({ "title": title, "checks": checks })
}

fn finding(finding: &Finding) -> Value {
    let shape = finding.shape;
    let number = |quantity: Option<Quantity>| match (quantity, shape) {
        (None, _) => Value::Null,
        (Some(quantity), Shape::Whole) => Value::from(quantity.floor()),
        (Some(quantity), Shape::Decimal(places)) => Value::from(quantity.point(places)),
    };
    json!({
        "name": finding.name,
        "kind": finding.kind,
        "stated": number(finding.stated),
        "computed": number(finding.computed),
        "interval_stated": interval(finding.interval_stated, shape),
        "interval_computed": interval(finding.interval_computed, shape),
        "difference": number(finding.difference()),
        "tolerance": fine(finding.tolerance, shape),
        "verdict": finding.verdict.code(),
        "message": finding.message.say(Lang::Vi),
    })
}

/// The whole numbers inside, or the ends with as many decimals as they need.
fn interval(interval: Option<Interval>, shape: Shape) -> Value {
    let Some(interval) = interval else {
        return Value::Null;
    };
    let (low, high) = (interval.low.number(), interval.high.number());
    match shape {
        Shape::Whole => json!([low.map(Quantity::ceil), high.map(Quantity::floor)]),
        Shape::Decimal(_) => json!([
            low.map(|end| fine(end, shape)),
            high.map(|end| fine(end, shape))
        ]),
    }
}

fn fine(quantity: Quantity, shape: Shape) -> Value {
    match shape {
        Shape::Whole => Value::from(quantity.floor()),
        Shape::Decimal(places) => {
            let most = places.saturating_add(EXTRA_PLACES);
            let needed = quantity.rounded(most).places().max(places);
            Value::from(quantity.point(needed))
        }
    }
}
