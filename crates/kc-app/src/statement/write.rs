//! A statement as the file other tools read.

use kc_domain::statement::{Check, Entry, Limit, Rule, Statement};
use serde_json::{Map, Value, json};

/// The statement file: indented JSON, keys in the order of the format.
pub fn to_file(statement: &Statement) -> String {
    let mut file = Map::new();
    let mut put = |key: &str, value: Value| drop(file.insert(key.to_owned(), value));
    put("title", json!(statement.title));
    if let Some(place) = &statement.place {
        put("place", json!(place));
    }
    if let Some(day) = statement.published {
        put("published", json!(day.to_string()));
    }
    if let Some(period) = statement.period {
        let (from, to) = (period.from().to_string(), period.to().to_string());
        put("period", json!({"from": from, "to": to}));
    }
    if let Some(source) = &statement.source {
        put("source", json!(source));
    }
    let figures = statement.figures.iter().map(figure);
    put("figures", Value::Object(figures.collect()));
    put("checks", statement.checks.iter().map(check).collect());
    format!("{:#}", Value::Object(file))
}

fn figure(entry: &Entry) -> (String, Value) {
    let value = match &entry.label {
        Some(label) => json!({"text": entry.printed, "label": label}),
        None => json!(entry.printed),
    };
    (entry.key.clone(), value)
}

fn check(check: &Check) -> Value {
    let (name, kind) = (&check.name, check.rule.kind());
    let mut value = match &check.rule {
        Rule::Sum { whole, parts } => {
            json!({"name": name, "kind": kind, "whole": whole, "parts": parts})
        }
        Rule::Count {
            whole,
            listed,
            complete,
        } => {
            json!({"name": name, "kind": kind, "whole": whole, "listed": listed, "complete": complete})
        }
        Rule::Percent {
            stated,
            part,
            whole,
        } => {
            json!({"name": name, "kind": kind, "stated": stated, "part": part, "whole": whole})
        }
        Rule::Quotient {
            stated,
            dividend,
            divisor,
        } => {
            json!({"name": name, "kind": kind, "stated": stated, "dividend": dividend, "divisor": divisor})
        }
        Rule::Product { stated, factors } => {
            json!({"name": name, "kind": kind, "stated": stated, "factors": factors})
        }
        Rule::AtMost { smaller, larger } => {
            json!({"name": name, "kind": kind, "smaller": smaller, "larger": larger})
        }
    };
    if let (false, Some(object)) = (check.at_most.is_empty(), value.as_object_mut()) {
        let limits = check.at_most.iter().map(|(key, limit)| {
            let limit = match limit {
                Limit::Key(key) => key.clone(),
                Limit::Printed(figure) => figure.to_string(),
            };
            (key.clone(), Value::from(limit))
        });
        object.insert("at_most".to_owned(), Value::Object(limits.collect()));
    }
    value
}
