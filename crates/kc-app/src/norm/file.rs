//! Reads a file of norms; every mistake is named with its line and key.

use super::block::{Block, blocks, head, name_of};
use super::content::{Wrong, content, key, keys, unknown, wrong};
use super::raw::{RawFile, RawNamed, RawRule};
use chrono::NaiveDate;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Text;
use kc_domain::norm::refusal::Mistake;
use kc_domain::norm::{About, Book, Ceiling, Citation, Content, Key, Named, Norm, Standing};
use kc_domain::place::AreaPath;
use toml::value::Datetime;

/// A file of norms that could be read.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// Its key.
    pub key: Key,
    /// Its title.
    pub title: String,
    /// The nation or a province.
    pub area: AreaPath,
    /// Its kinds, facts and rules.
    pub book: Book,
}

/// Reads a file; `version` numbers an adopted file, `None` takes the edition the file names.
pub fn parse(text: &str, version: Option<i64>) -> Result<Parsed, Vec<Mistake>> {
    let raw: RawFile = toml::from_str(text).map_err(|error| vec![unreadable(text, &error)])?;
    let mut mistakes = uncounted(text, &raw);
    let top = head(text);
    let (Some(file), Some(area)) = (
        kept(key("key", &raw.key), &top, &mut mistakes),
        kept(area(raw.area.as_deref()), &top, &mut mistakes),
    ) else {
        return Err(mistakes);
    };
    let head = Head {
        file: file.clone(),
        version: version.or(raw.edition).unwrap_or(1),
        area: area.clone(),
        act: raw.act.clone(),
    };
    let mut book = Book {
        kinds: named(&raw.kind, &blocks(text, "kind"), &mut mistakes),
        facts: named(&raw.fact, &blocks(text, "fact"), &mut mistakes),
        norms: Vec::new(),
    };
    for (raw, block) in raw.rule.iter().zip(blocks(text, "rule")) {
        if let Some(norm) = kept(rule(raw, &head, &block), &block, &mut mistakes) {
            book.norms.push(norm);
        }
    }
    settle_multiples(&mut book, text, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    Ok(Parsed {
        key: file,
        title: raw.title,
        area,
        book,
    })
}

/// Each table must have a line of its own, or its text could not be kept with a decision.
fn uncounted(text: &str, raw: &RawFile) -> Vec<Mistake> {
    let tables = [
        ("rule", raw.rule.len()),
        ("kind", raw.kind.len()),
        ("fact", raw.fact.len()),
    ];
    let uncounted = tables
        .into_iter()
        .filter(|(name, count)| blocks(text, name).len() != *count);
    let said = uncounted.map(|(name, _)| Mistake {
        line: 1,
        key: name.to_owned(),
        text: Text::new(
            format!("mỗi khối viết [[{name}]] trên một dòng riêng, không ở trong chuỗi hay mảng"),
            format!("write [[{name}]] on a line of its own, not inside a text or an array"),
        ),
    });
    said.collect()
}

/// What every rule of a file shares.
struct Head {
    file: Key,
    version: i64,
    area: AreaPath,
    act: Option<String>,
}

fn kept<T>(read: Result<T, Wrong>, block: &Block<'_>, mistakes: &mut Vec<Mistake>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(wrong) => {
            mistakes.push(Mistake {
                line: block.line_of(wrong.key),
                key: wrong.key.to_owned(),
                text: wrong.text,
            });
            None
        }
    }
}

fn unreadable(text: &str, error: &toml::de::Error) -> Mistake {
    let (line, said) = crate::kernel::toml::unreadable(text, error);
    let written = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    Mistake {
        line,
        key: name_of(written).to_owned(),
        text: said,
    }
}

fn area(text: Option<&str>) -> Result<AreaPath, Wrong> {
    let text = text.unwrap_or("VN");
    let read = AreaPath::parse(text).ok();
    let read = read.filter(|area| area.of_own_province() == *area);
    read.ok_or_else(|| {
        wrong(
            "area",
            format!("“{text}” không phải địa bàn; ghi VN hoặc VN/ và mã tỉnh, ví dụ VN/31"),
            format!(
                "“{text}” is no area; write VN, or VN/ and the code of a province, as in VN/31"
            ),
        )
    })
}

fn named(raw: &[RawNamed], blocks: &[Block<'_>], mistakes: &mut Vec<Mistake>) -> Vec<Named> {
    let read = |(raw, block): (&RawNamed, &Block<'_>)| {
        let key = kept(key("key", &raw.key), block, mistakes)?;
        Some(Named {
            key,
            name: Text::new(raw.vi.clone(), raw.en.clone()),
            is_paper: raw.paper,
        })
    };
    raw.iter().zip(blocks).filter_map(read).collect()
}

fn rule(raw: &RawRule, head: &Head, block: &Block<'_>) -> Result<Norm, Wrong> {
    let about = About::from_code(&raw.about)
        .ok_or_else(|| unknown("about", &raw.about, &About::ALL.map(About::code)))?;
    let standing = Standing::from_code(&raw.status)
        .ok_or_else(|| unknown("status", &raw.status, &Standing::ALL.map(Standing::code)))?;
    let (from, to) = (day("from", raw.from.as_ref())?, day("to", raw.to.as_ref())?);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(wrong(
            "to",
            "ngày cuối trước ngày đầu",
            "the last day is before the first",
        ));
    }
    let instrument = raw.act.clone().or_else(|| head.act.clone());
    let instrument = instrument
        .ok_or_else(|| wrong("act", "ghi văn bản ở “act”", "name the instrument in “act”"))?;
    Ok(Norm {
        file: head.file.clone(),
        key: key("key", &raw.key)?,
        version: head.version,
        citation: Citation {
            instrument,
            article: raw.article.clone().unwrap_or_default(),
        },
        kinds: if about == About::Priority {
            Vec::new()
        } else {
            keys("kinds", &raw.kinds)?
        },
        area: head.area.clone(),
        level: level(raw.level.as_deref())?,
        from,
        to,
        standing,
        source: raw.source.clone(),
        content: content(raw, about, standing)?,
        text: block.text(),
    })
}

fn level(code: Option<&str>) -> Result<Option<Level>, Wrong> {
    let Some(code) = code else { return Ok(None) };
    let known = Level::ALL.map(Level::code);
    let level = Level::from_code(code);
    level
        .map(Some)
        .ok_or_else(|| unknown("level", code, &known))
}

fn day(name: &'static str, written: Option<&Datetime>) -> Result<Option<NaiveDate>, Wrong> {
    let Some(written) = written else {
        return Ok(None);
    };
    let day: Option<NaiveDate> = written.to_string().parse().ok();
    day.map(Some).ok_or_else(|| {
        wrong(
            name,
            "ghi ngày như 2018-05-11, không có giờ",
            "write a day like 2018-05-11, without a time",
        )
    })
}

/// An amount that is a multiple of another kind's needs that kind's amount in the same file.
fn settle_multiples(book: &mut Book, text: &str, mistakes: &mut Vec<Mistake>) {
    let amounts: Vec<_> = book.norms.iter().filter_map(amount_of).collect();
    for (norm, block) in book.norms.iter_mut().zip(blocks(text, "rule")) {
        let from = norm.from;
        let Content::Ceiling(Ceiling {
            multiple: Some(multiple),
            amount,
            ..
        }) = &mut norm.content
        else {
            continue;
        };
        let base = amounts
            .iter()
            .find(|(kinds, held, _)| kinds.contains(&multiple.of) && *held == from);
        match base {
            Some((_, _, base)) => {
                multiple.of_amount = *base;
                *amount = Some(multiple.amount());
            }
            None => mistakes.push(Mistake {
                line: block.line_of("of"),
                key: "of".to_owned(),
                text: Text::new(
                    format!(
                        "không thấy mức của “{}” có hiệu lực cùng ngày trong tệp này",
                        multiple.of
                    ),
                    format!(
                        "this file has no amount for “{}” from the same day",
                        multiple.of
                    ),
                ),
            }),
        }
    }
}

type Amount = (Vec<Key>, Option<NaiveDate>, kc_domain::kernel::money::Dong);

fn amount_of(norm: &Norm) -> Option<Amount> {
    let Content::Ceiling(ceiling) = &norm.content else {
        return None;
    };
    Some((norm.kinds.clone(), norm.from, ceiling.amount?))
}
