//! What a number counts: đồng, percent, or things.

use super::noun;
use super::refusal::FigureRefusal;
use super::scan;
use std::fmt;

/// By which power of ten a printed number is to be multiplied.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// As printed.
    #[default]
    One,
    /// Nghìn, ngàn.
    Thousand,
    /// Triệu.
    Million,
    /// Tỷ, tỉ.
    Billion,
    /// Nghìn tỷ.
    ThousandBillion,
}

impl Scale {
    /// The power of ten.
    pub fn power(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
            Self::ThousandBillion => 12,
        }
    }

    /// The word as offices write it; empty for one.
    pub fn word(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "nghìn",
            Self::Million => "triệu",
            Self::Billion => "tỷ",
            Self::ThousandBillion => "nghìn tỷ",
        }
    }

    fn take(text: &str) -> (Self, &str) {
        SCALES
            .iter()
            .find_map(|(word, scale)| scan::after_word(text, word).map(|rest| (*scale, rest)))
            .unwrap_or((Self::One, text))
    }
}

/// Scale words; of two that begin alike the longer stands first.
const SCALES: [(&str, Scale); 9] = [
    ("nghìn tỷ", Scale::ThousandBillion),
    ("nghìn tỉ", Scale::ThousandBillion),
    ("ngàn tỷ", Scale::ThousandBillion),
    ("ngàn tỉ", Scale::ThousandBillion),
    ("nghìn", Scale::Thousand),
    ("ngàn", Scale::Thousand),
    ("triệu", Scale::Million),
    ("tỷ", Scale::Billion),
    ("tỉ", Scale::Billion),
];

/// "triệu đồng" as tables shorten it.
const SHORT_MILLIONS: [&str; 6] = ["tr.đồng", "tr. đồng", "tr đồng", "tr.đ", "tr đ", "trđ"];

/// đồng and its short forms.
const MONEY: [&str; 4] = ["đồng", "vnđ", "vnd", "đ"];

/// Words after a bare "triệu" or "tỷ" that show it is money: "3,3 tỷ từ ngân sách".
const SPEAKS_OF_MONEY: [&str; 5] = ["từ", "kinh phí", "vốn", "ngân sách", "("];

/// What is counted or measured.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A number without a unit.
    Plain,
    /// Đồng.
    Dong,
    /// Percent.
    Percent,
    /// Things, named as printed: "đề án", "lượt người", "tấn".
    Things(String),
}

/// A unit: what is counted, and per what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    /// What is counted.
    pub kind: Kind,
    /// The word after the slash, as in "tấn/năm"; empty without one.
    pub per: String,
}

impl Unit {
    /// Đồng.
    pub const DONG: Self = Self::of(Kind::Dong);
    /// Percent.
    pub const PERCENT: Self = Self::of(Kind::Percent);
    /// No unit.
    pub const PLAIN: Self = Self::of(Kind::Plain);

    const fn of(kind: Kind) -> Self {
        Self {
            kind,
            per: String::new(),
        }
    }

    /// Things by their name.
    pub fn things(name: &str) -> Self {
        Self::of(Kind::Things(name.to_owned()))
    }

    /// Whether this is money.
    pub fn is_money(&self) -> bool {
        self.kind == Kind::Dong
    }

    /// Whether numbers of the two units may be added: "46 đề án địa phương" and "19 đề án quốc
    /// gia" may, "610 lao động" and "716 lượt người" may not.
    pub fn agrees(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Things(a), Kind::Things(b)) => self.per_agrees(other) && noun::agree(a, b),
            (Kind::Plain, Kind::Things(_)) | (Kind::Things(_), Kind::Plain) => true,
            (a, b) => a == b && self.per_agrees(other),
        }
    }

    /// Whether the two can be compared at all: money with money, percent with percent, things
    /// with things.
    pub fn is_like(&self, other: &Self) -> bool {
        let is_things = |unit: &Self| matches!(unit.kind, Kind::Plain | Kind::Things(_));
        self.kind == other.kind || (is_things(self) && is_things(other))
    }

    /// Whether such a thing can only be counted whole: a project, a person, but not a tonne.
    pub fn is_indivisible(&self) -> bool {
        match &self.kind {
            Kind::Dong => self.per.is_empty(),
            Kind::Things(name) => self.per.is_empty() && noun::is_indivisible(name),
            Kind::Plain | Kind::Percent => false,
        }
    }

    /// Whether whole numbers of it are counted, not measured.
    pub fn is_counted(&self) -> bool {
        match &self.kind {
            Kind::Things(name) => !noun::is_measure(name),
            Kind::Plain => true,
            Kind::Dong | Kind::Percent => false,
        }
    }

    /// The unit for a sentence: "đề án" of "đề án khuyến công địa phương".
    pub fn short(&self) -> Self {
        let kind = match &self.kind {
            Kind::Things(name) => Kind::Things(noun::head(name)),
            other => other.clone(),
        };
        Self {
            kind,
            per: self.per.clone(),
        }
    }

    fn per_agrees(&self, other: &Self) -> bool {
        self.per.to_lowercase() == other.per.to_lowercase()
    }

    fn with_per(kind: Kind, per: &str) -> Result<Self, FigureRefusal> {
        let per = per.trim().to_owned();
        if per.starts_with(|c: char| !c.is_alphabetic()) {
            return Err(FigureRefusal::UnknownUnit);
        }
        Ok(Self { kind, per })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Plain => {}
            Kind::Dong => f.write_str("đồng")?,
            Kind::Percent => f.write_str("%")?,
            Kind::Things(name) => f.write_str(name)?,
        }
        match self.per.as_str() {
            "" => Ok(()),
            per => write!(f, "/{per}"),
        }
    }
}

/// A unit as read: its scale, and whether only the scale was printed ("5 tỷ").
pub(super) struct ReadUnit {
    pub(super) scale: Scale,
    pub(super) unit: Unit,
    pub(super) is_bare: bool,
}

/// Reads what stands after a number.
pub(super) fn read(text: &str) -> Result<ReadUnit, FigureRefusal> {
    let text = text.trim().trim_end_matches(['.', ',', ';', ':', ' ']);
    if text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’')) {
        return Err(FigureRefusal::Separators);
    }
    if scan::has_number(text) {
        return Err(FigureRefusal::Several);
    }
    let (scale, rest) = match first_after(text, &SHORT_MILLIONS) {
        Some(rest) => return tail(Kind::Dong, rest).map(|unit| full(Scale::Million, unit)),
        None => Scale::take(text),
    };
    if let Some(rest) = after_money(rest) {
        return tail(Kind::Dong, rest).map(|unit| full(scale, unit));
    }
    if scale != Scale::One && is_bare_money(rest) {
        let is_bare = rest.is_empty();
        return tail(Kind::Dong, rest).map(|unit| ReadUnit {
            scale,
            unit,
            is_bare,
        });
    }
    let percent = first_after(rest, &["%", "phần trăm"]);
    let unit = match percent {
        Some(rest) if scale == Scale::One => tail(Kind::Percent, rest)?,
        Some(_) => return Err(FigureRefusal::UnknownUnit),
        None if rest.is_empty() => Unit::PLAIN,
        None => things(rest)?,
    };
    Ok(full(scale, unit))
}

fn full(scale: Scale, unit: Unit) -> ReadUnit {
    ReadUnit {
        scale,
        unit,
        is_bare: false,
    }
}

fn first_after<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| scan::after_word(text, word))
}

/// The rest after đồng; "đồng chí" are comrades, not money.
fn after_money(text: &str) -> Option<&str> {
    let rest = first_after(text, &MONEY)?;
    scan::after_word(rest, "chí").is_none().then_some(rest)
}

fn is_bare_money(rest: &str) -> bool {
    let per = rest.starts_with('/') || scan::after_word(rest, "mỗi").is_some();
    rest.is_empty() || per || first_after(rest, &SPEAKS_OF_MONEY).is_some()
}

/// What follows đồng or %: per what, or words that say more ("từ ngân sách") and change nothing.
fn tail(kind: Kind, text: &str) -> Result<Unit, FigureRefusal> {
    match (text.strip_prefix('/'), first_after(text, &["mỗi", "một"])) {
        (Some(""), _) => Err(FigureRefusal::UnknownUnit),
        (Some(per), _) | (None, Some(per)) => Unit::with_per(kind, per),
        (None, None) => Unit::with_per(kind, ""),
    }
}

fn things(text: &str) -> Result<Unit, FigureRefusal> {
    let (name, per) = match (text.split_once('/'), text.split_once(" mỗi ")) {
        (Some((_, "")), _) => return Err(FigureRefusal::UnknownUnit),
        (Some((name, per)), _) | (None, Some((name, per))) => (name.trim(), per),
        (None, None) => (text, ""),
    };
    if !noun::is_noun(name) {
        return Err(FigureRefusal::UnknownUnit);
    }
    Unit::with_per(Kind::Things(name.to_owned()), per)
}
