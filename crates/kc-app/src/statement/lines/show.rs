//! Figures and checks written as the lines that are read.

use super::figure::UNKNOWN;
use kc_domain::statement::{Check, Entry, Limit, Rule};

pub(super) fn figure_line(entry: &Entry) -> String {
    let printed = entry.printed.as_deref().unwrap_or(UNKNOWN);
    match &entry.label {
        Some(label) => format!("{} ({label}) = {printed}", entry.key),
        None => format!("{} = {printed}", entry.key),
    }
}

/// A check as its line: "tổng (Kinh phí theo nguồn): total = budget + counterpart".
pub fn check_line(check: &Check) -> String {
    let (kind, mut formula) = formula(&check.rule);
    for (key, limit) in &check.at_most {
        let limit = match limit {
            Limit::Key(key) => key.clone(),
            Limit::Printed(figure) => figure.to_string(),
        };
        formula = format!("{formula}; {key} ≤ {limit}");
    }
    if check.name == formula {
        return format!("{kind}: {formula}");
    }
    format!("{kind} ({}): {formula}", check.name)
}

fn formula(rule: &Rule) -> (&'static str, String) {
    match rule {
        Rule::Sum { whole, parts } => ("tổng", format!("{whole} = {}", parts.join(" + "))),
        Rule::Count {
            whole,
            listed,
            complete,
        } => {
            let listed = listed.map_or_else(|| UNKNOWN.to_owned(), |number| number.to_string());
            let tail = if *complete { "đủ" } else { "chưa đủ" };
            ("đếm", format!("{whole} liệt kê {listed} {tail}"))
        }
        Rule::Percent {
            stated,
            part,
            whole,
        } => ("tỷ lệ", format!("{stated} = {part} / {whole}")),
        Rule::Quotient {
            stated,
            dividend,
            divisor,
        } => ("bình quân", format!("{stated} = {dividend} / {divisor}")),
        Rule::Product { stated, factors } => {
            ("tích", format!("{stated} = {}", factors.join(" × ")))
        }
        Rule::AtMost { smaller, larger } => ("không vượt", format!("{smaller} ≤ {larger}")),
    }
}
