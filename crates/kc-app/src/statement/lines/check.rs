//! One check on a line.

use super::{LineRefusal, Side, Wrong, split, spoken};
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::text::fold;
use kc_domain::statement::{Check, Limit, Rule};
use std::collections::BTreeSet;

/// The kinds of check: how a line names them (folded, then the name in files) and one example.
pub(super) const KINDS: [(&str, &str, &str); 6] = [
    ("tong", "sum", "tổng: total = budget + counterpart"),
    ("dem", "count", "đếm: projects liệt kê 64 đủ"),
    ("ty le", "percent", "tỷ lệ: share = budget / total"),
    (
        "binh quan",
        "quotient",
        "bình quân: mean = total / projects",
    ),
    (
        "tich",
        "product",
        "tích: copies = per_issue × issues × years",
    ),
    ("khong vuot", "at most", "không vượt: total_2017 ≤ total"),
];

type Keys<'a> = BTreeSet<&'a str>;

pub(super) fn read_all(text: &str, keys: &Keys<'_>) -> Result<Vec<Check>, LineRefusal> {
    let lines = spoken(text, Side::Checks)?.into_iter();
    let checks = lines.map(|(line, text)| {
        read(&text, keys).map_err(|wrong| LineRefusal::new(Side::Checks, line, wrong))
    });
    checks.collect()
}

fn read(text: &str, keys: &Keys<'_>) -> Result<Check, Wrong> {
    let Some((kind, name, formula)) = split(text, ':') else {
        return Err(Wrong::NoCheck {
            text: text.to_owned(),
        });
    };
    let folded = fold(kind).replace("ti le", "ty le");
    let known = KINDS
        .iter()
        .position(|(vi, en, _)| [*vi, *en].contains(&folded.as_str()));
    let Some(place) = known else {
        return Err(Wrong::Kind {
            kind: kind.to_owned(),
        });
    };
    let mut pieces = formula.split(';').map(str::trim);
    let first = pieces.next().unwrap_or_default();
    let rule = rule(place, first).ok_or(Wrong::Formula { kind: place })?;
    match named(&rule).into_iter().find(|key| !keys.contains(key)) {
        Some(key) => Err(Wrong::UnknownKey {
            key: key.to_owned(),
        }),
        None => Ok(Check {
            name: name.unwrap_or(formula).to_owned(),
            at_most: pieces
                .map(|piece| limit(piece, keys))
                .collect::<Result<_, _>>()?,
            rule,
        }),
    }
}

/// Reads the formula of a kind; `None` when it has another form.
fn rule(kind: usize, text: &str) -> Option<Rule> {
    Some(match kind {
        0 => {
            let (whole, parts) = equation(text, &['+'])?;
            Rule::Sum { whole, parts }
        }
        1 => return count(text),
        2 => {
            let (stated, (part, whole)) = fraction(text)?;
            Rule::Percent {
                stated,
                part,
                whole,
            }
        }
        3 => {
            let (stated, (dividend, divisor)) = fraction(text)?;
            Rule::Quotient {
                stated,
                dividend,
                divisor,
            }
        }
        4 => {
            let (stated, factors) = equation(text, &['×', '*'])?;
            Rule::Product { stated, factors }
        }
        _ => {
            let (smaller, larger) = at_most(text)?;
            Rule::AtMost { smaller, larger }
        }
    })
}

fn equation(text: &str, marks: &[char]) -> Option<(String, Vec<String>)> {
    let (whole, parts) = text.split_once('=')?;
    let parts: Option<Vec<String>> = parts.split(marks).map(word).collect();
    Some((word(whole)?, parts?))
}

fn fraction(text: &str) -> Option<(String, (String, String))> {
    let (stated, parts) = equation(text, &['/'])?;
    let [above, below] = <[String; 2]>::try_from(parts).ok()?;
    Some((stated, (above, below)))
}

fn at_most(text: &str) -> Option<(String, String)> {
    let (smaller, larger) = text.split_once('≤').or_else(|| text.split_once("<="))?;
    Some((word(smaller)?, word(larger)?))
}

/// `projects liệt kê 64 đủ`, `programmes liệt kê 10 chưa đủ`, `projects liệt kê ?`.
fn count(text: &str) -> Option<Rule> {
    let words: Vec<&str> = text.split(' ').collect();
    let [whole, lists, kept, listed, tail @ ..] = words.as_slice() else {
        return None;
    };
    let complete = match fold(&tail.join(" ")).as_str() {
        "" | "du" => true,
        "chua du" => false,
        _ => return None,
    };
    let listed = match *listed {
        super::figure::UNKNOWN => None,
        number => Some(number.replace('.', "").parse().ok()?),
    };
    let says_listed = fold(&[*lists, *kept].join(" ")) == "liet ke";
    says_listed.then(|| Rule::Count {
        whole: (*whole).to_owned(),
        listed,
        complete,
    })
}

fn word(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The figures a rule names.
fn named(rule: &Rule) -> Vec<&str> {
    match rule {
        Rule::Sum { whole, parts } => with(whole, parts),
        Rule::Product { stated, factors } => with(stated, factors),
        Rule::Count { whole, .. } => vec![whole],
        Rule::Percent {
            stated,
            part,
            whole,
        } => vec![stated, part, whole],
        Rule::Quotient {
            stated,
            dividend,
            divisor,
        } => vec![stated, dividend, divisor],
        Rule::AtMost { smaller, larger } => vec![smaller, larger],
    }
}

fn with<'a>(first: &'a str, rest: &'a [String]) -> Vec<&'a str> {
    let rest = rest.iter().map(String::as_str);
    std::iter::once(first).chain(rest).collect()
}

/// `g1_budget ≤ g1`: the bound of an unknown figure, by another one or as printed.
fn limit(text: &str, keys: &Keys<'_>) -> Result<(String, Limit), Wrong> {
    let Some((key, most)) = at_most(text) else {
        return Err(Wrong::Bound {
            text: text.to_owned(),
        });
    };
    if keys.contains(most.as_str()) {
        return Ok((key, Limit::Key(most)));
    }
    match Figure::parse(&most) {
        Ok(figure) => Ok((key, Limit::Printed(figure))),
        Err(refusal) => Err(Wrong::Figure {
            printed: most,
            refusal,
        }),
    }
}
