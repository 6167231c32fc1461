//! From the bytes of a statement file to a statement.

use super::fields::{Fields, wrong};
use super::json::Json;
use super::refusal::FileRefusal;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::period::Period;
use kc_domain::statement::{Check, Entry, Limit, Rule, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// The largest file read, in bytes: a thousand times the statement of a five-year programme.
pub const FILE_BYTES_MAX: usize = 4 * 1024 * 1024;

const FILE_KEYS: [&str; 7] = [
    "title",
    "place",
    "published",
    "period",
    "source",
    "figures",
    "checks",
];
const FIGURE: (&str, &str) = (
    "chuỗi như đã in, {\"text\", \"label\"}, hoặc null nếu chưa công bố",
    "the text as printed, {\"text\", \"label\"}, or null for what was not published",
);
const PERIOD: (&str, &str) = (
    "ngày đầu không sau ngày cuối",
    "a first day that is not after the last",
);

/// Reads a statement file.
pub fn read(bytes: &[u8]) -> Result<Statement, FileRefusal> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(FileRefusal::TooLarge {
            bytes_max: FILE_BYTES_MAX,
        });
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(FileRefusal::NotUtf8);
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let json: Json = serde_json::from_str(text).map_err(|error| FileRefusal::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    let file = Fields::known("Tệp", &json, &FILE_KEYS)?;
    let figures = figures(file.object("figures")?)?;
    let keys: BTreeSet<&str> = figures.iter().map(|entry| entry.key.as_str()).collect();
    let checks = file.list("checks")?.iter().enumerate();
    let checks: Result<Vec<Check>, FileRefusal> = checks
        .map(|(index, json)| check(index.saturating_add(1), json, &keys))
        .collect();
    Ok(Statement {
        title: file.text("title")?,
        place: file.find_text("place")?,
        published: file.find_day("published")?,
        period: file.find("period").map(period).transpose()?,
        source: file.find_text("source")?,
        checks: checks?,
        figures,
    })
}

fn period(json: &Json) -> Result<Period, FileRefusal> {
    let fields = Fields::known("Kỳ “period”", json, &["from", "to"])?;
    let period = Period::new(fields.day("from")?, fields.day("to")?);
    period.ok_or_else(|| wrong("Kỳ “period”", PERIOD))
}

fn figures(json: &Json) -> Result<Vec<Entry>, FileRefusal> {
    let fields = Fields::free("Các số liệu “figures”", json)?;
    let entries = fields.pairs().iter();
    entries.map(|(key, value)| entry(key, value)).collect()
}

fn entry(key: &str, json: &Json) -> Result<Entry, FileRefusal> {
    let at = format!("Số liệu “{key}”");
    let (printed, label) = match json {
        Json::Null => (None, None),
        Json::Text(text) => (Some(text.clone()), None),
        Json::Object(_) => {
            let fields = Fields::known(&at, json, &["text", "label"])?;
            (fields.find_text("text")?, fields.find_text("label")?)
        }
        _ => return Err(wrong(&at, FIGURE)),
    };
    let figure = match &printed {
        None => None,
        Some(text) => Some(Figure::parse(text).map_err(|refusal| FileRefusal::Figure {
            at,
            printed: text.clone(),
            refusal,
        })?),
    };
    Ok(Entry {
        key: key.to_owned(),
        label,
        printed,
        figure,
    })
}

/// The keys of each kind of check, beside `name` and `kind`.
fn kind_keys(kind: &str) -> Option<&'static [&'static str]> {
    Some(match kind {
        "sum" => &["name", "kind", "whole", "parts", "at_most"],
        "count" => &["name", "kind", "whole", "listed", "complete"],
        "percent" => &["name", "kind", "stated", "part", "whole", "at_most"],
        "quotient" => &["name", "kind", "stated", "dividend", "divisor", "at_most"],
        "product" => &["name", "kind", "stated", "factors", "at_most"],
        "at_most" => &["name", "kind", "smaller", "larger", "at_most"],
        _ => return None,
    })
}

fn check(number: usize, json: &Json, keys: &BTreeSet<&str>) -> Result<Check, FileRefusal> {
    let at = format!("Phép kiểm thứ {number}");
    let free = Fields::free(&at, json)?;
    let name = free.text("name")?;
    let at = format!("Phép kiểm “{name}”");
    let kind = free.text("kind")?;
    let Some(known) = kind_keys(&kind) else {
        return Err(FileRefusal::UnknownKind { at, kind });
    };
    let fields = Fields::known(&at, json, known)?;
    let at_most = match fields.find("at_most") {
        Some(json) => limits(&at, json, keys)?,
        None => BTreeMap::new(),
    };
    Ok(Check {
        name,
        rule: rule(&kind, &fields)?,
        at_most,
    })
}

fn rule(kind: &str, fields: &Fields<'_>) -> Result<Rule, FileRefusal> {
    Ok(match kind {
        "sum" => Rule::Sum {
            whole: fields.text("whole")?,
            parts: fields.texts("parts")?,
        },
        "count" => Rule::Count {
            whole: fields.text("whole")?,
            listed: fields.count("listed")?,
            complete: fields.find_bool("complete")?.unwrap_or(true),
        },
        "percent" => Rule::Percent {
            stated: fields.text("stated")?,
            part: fields.text("part")?,
            whole: fields.text("whole")?,
        },
        "quotient" => Rule::Quotient {
            stated: fields.text("stated")?,
            dividend: fields.text("dividend")?,
            divisor: fields.text("divisor")?,
        },
        "product" => Rule::Product {
            stated: fields.text("stated")?,
            factors: fields.texts("factors")?,
        },
        _ => Rule::AtMost {
            smaller: fields.text("smaller")?,
            larger: fields.text("larger")?,
        },
    })
}

/// Bounds of unknown parts: each the key of a figure, or a figure as printed.
fn limits(
    at: &str,
    json: &Json,
    keys: &BTreeSet<&str>,
) -> Result<BTreeMap<String, Limit>, FileRefusal> {
    let at = format!("{at}, khóa “at_most”");
    let fields = Fields::free(&at, json)?;
    let mut limits = BTreeMap::new();
    for (key, value) in fields.pairs() {
        let Json::Text(text) = value else {
            return Err(wrong(&at, FIGURE));
        };
        let limit = if keys.contains(text.as_str()) {
            Limit::Key(text.clone())
        } else {
            Limit::Printed(Figure::parse(text).map_err(|refusal| FileRefusal::Bound {
                at: at.clone(),
                printed: text.clone(),
                refusal,
            })?)
        };
        limits.insert(key.clone(), limit);
    }
    Ok(limits)
}
