//! From the text as printed to a figure.

use super::hedge::Hedge;
use super::numeral::Numeral;
use super::refusal::FigureRefusal;
use super::unit::{ReadUnit, Unit, read as read_unit};
use super::{Figure, scan};
use crate::kernel::text::clean;

/// The longest text read as one figure, in characters: a number, its unit and a few words.
const CHARACTERS_MAX: usize = 300;

/// Reads one figure.
pub(super) fn figure(printed: &str) -> Result<Figure, FigureRefusal> {
    let text = clean(printed);
    if text.is_empty() {
        return Err(FigureRefusal::Empty);
    }
    if text.chars().count() > CHARACTERS_MAX {
        return Err(FigureRefusal::TooLong);
    }
    let (hedge, rest) = head(&text);
    if is_negative(rest) {
        return Err(FigureRefusal::Negative);
    }
    let (first, rest) = scan::numeral(rest).ok_or(FigureRefusal::NoNumber)?;
    let first = Numeral::read(first)?;
    let (hedge, rest) = open_range(hedge, rest);
    match scan::range(rest) {
        None => single(hedge, first, &read_unit(rest)?),
        Some((between, second)) => {
            let (second, rest) = scan::numeral(second).ok_or(FigureRefusal::NoNumber)?;
            let second = (Numeral::read(second)?, read_unit(rest)?);
            range(hedge, (first, between), second)
        }
    }
}

/// Reads all figures of a text such as "450 cuốn/kỳ, 4 kỳ/năm".
pub(super) fn all(printed: &str) -> Result<Vec<Figure>, FigureRefusal> {
    let text = clean(printed);
    split(&text).into_iter().map(figure).collect()
}

/// Takes the hedge and "từ", in either order.
fn head(text: &str) -> (Hedge, &str) {
    let from = |text| scan::after_word(text, "từ").unwrap_or(text);
    match Hedge::take(from(text)) {
        Some((hedge, rest)) => (hedge, from(rest)),
        None => (Hedge::Exact, from(text)),
    }
}

fn is_negative(text: &str) -> bool {
    let mut rest = text.trim_start().chars();
    rest.next().is_some_and(scan::is_dash)
        && rest
            .as_str()
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
}

/// "20 cụm trở lên" is at least 20, "5 triệu đồng trở xuống" at most 5 triệu.
fn open_range(hedge: Hedge, rest: &str) -> (Hedge, &str) {
    if hedge != Hedge::Exact {
        return (hedge, rest);
    }
    match (rest.strip_suffix("trở lên"), rest.strip_suffix("trở xuống")) {
        (Some(rest), _) => (Hedge::AtLeast, rest),
        (None, Some(rest)) => (Hedge::NotOver, rest),
        (None, None) => (hedge, rest),
    }
}

fn single(hedge: Hedge, number: Numeral, read: &ReadUnit) -> Result<Figure, FigureRefusal> {
    let value = number.value(read.scale)?;
    Ok(Figure {
        low: value,
        high: value,
        is_range: false,
        hedge,
        precision: number.step(read.scale)?,
        scale: read.scale,
        unit: read.unit.clone(),
    })
}

/// A range has one unit; the first number may leave it to the second, or carry its own scale
/// ("500 triệu – 1 tỷ đồng"). Its step is the finer of the two.
fn range(
    hedge: Hedge,
    (first, between): (Numeral, &str),
    (second, last): (Numeral, ReadUnit),
) -> Result<Figure, FigureRefusal> {
    let first_scale = match between {
        "" => last.scale,
        unit => {
            let read = read_unit(unit)?;
            let agrees = read.is_bare || read.unit.agrees(&last.unit);
            if last.unit == Unit::PLAIN || !agrees {
                return Err(FigureRefusal::RangeUnits);
            }
            read.scale
        }
    };
    let (low, high) = (first.value(first_scale)?, second.value(last.scale)?);
    if low > high {
        return Err(FigureRefusal::RangeOrder);
    }
    Ok(Figure {
        low,
        high,
        is_range: true,
        hedge,
        precision: first.step(first_scale)?.min(second.step(last.scale)?),
        scale: first_scale.min(last.scale),
        unit: last.unit,
    })
}

/// Splits at each comma, semicolon or "và" that a figure follows.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((part, next)) = split_first(rest) {
        parts.push(part);
        rest = next;
    }
    parts.push(rest);
    parts
}

fn split_first(text: &str) -> Option<(&str, &str)> {
    let mut before = ' ';
    text.char_indices().find_map(|(at, c)| {
        let (part, from) = text.split_at_checked(at)?;
        let was = std::mem::replace(&mut before, c);
        let after = match c {
            ',' if was.is_ascii_digit() => from.strip_prefix(", ")?,
            ',' | ';' => from.strip_prefix(c)?,
            _ if was == ' ' => scan::after_word(from, "và")?,
            _ => return None,
        };
        let follows = scan::numeral(head(after).1).is_some();
        (follows && !part.trim().is_empty()).then_some((part, after))
    })
}
