//! Who may be supported: legal form, place and trade, each answered yes, no, or not known.

use super::book::Book;
use super::refusal::Refusal;
use super::rule::{About, Content, Norm};
use super::site::Site;
use super::{Case, Key};
use crate::establishment::LegalForm;
use crate::kernel::level::Level;
use crate::kernel::text::{Lang, Text, fold};
use crate::place::AreaPath;
use chrono::NaiveDate;

/// What a rule about eligibility says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligibility {
    /// Forms that may be supported in the places below.
    pub forms: Vec<LegalForm>,
    /// Forms that may be supported wherever they are.
    pub forms_anywhere: Vec<LegalForm>,
    /// Places that qualify.
    pub places: Vec<Site>,
    /// Places that qualify on a condition the data cannot tell.
    pub places_to_confirm: Vec<Site>,
    /// That condition.
    pub condition: String,
    /// Whether a recognised craft village qualifies wherever it lies.
    pub craft_villages: bool,
    /// The groups of trades that may be supported.
    pub trades: Vec<Trade>,
}

impl Eligibility {
    /// How many forms and trades, in one line.
    pub fn say(&self, lang: Lang) -> String {
        let forms = self.forms.len().saturating_add(self.forms_anywhere.len());
        let trades = self.trades.len();
        match lang {
            Lang::Vi => format!("{forms} loại hình, {trades} nhóm ngành nghề, theo địa bàn"),
            Lang::En => format!("{forms} legal forms, {trades} groups of trades, by place"),
        }
    }
}

/// A group of trades, and words by which a trade as written is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trade {
    /// Its name in the law.
    pub name: String,
    /// Words, without accents, any of which a trade as written may contain.
    pub words: Vec<String>,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The legal form.
    pub form: Option<LegalForm>,
    /// The site, not the head office.
    pub area: AreaPath,
    /// Whether the site lies in a recognised craft village.
    pub craft_village: Option<bool>,
    /// The trade as written.
    pub trade: Option<String>,
}

/// An answer that may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// It does not.
    No,
    /// Something must be found out first.
    Unknown,
    /// It does.
    Yes,
}

/// One point of the judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The answer.
    pub answer: Answer,
    /// Why, in one sentence.
    pub text: Text,
}

/// Whether somebody may be supported, point by point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The rule in force.
    pub norm: Norm,
    /// The points: form, place, trade.
    pub points: Vec<Point>,
    /// The lowest of the answers.
    pub answer: Answer,
}

impl Judgement {
    /// The judgement in one sentence.
    pub fn say(&self, lang: Lang) -> String {
        let head = match self.answer {
            Answer::Yes => lang.t("Đủ điều kiện", "Eligible"),
            Answer::No => lang.t("Không đủ điều kiện", "Not eligible"),
            Answer::Unknown => lang.t("Chưa đủ thông tin để kết luận", "Cannot be told yet"),
        };
        let deciding = self
            .points
            .iter()
            .filter(|point| point.answer == self.answer);
        let why: Vec<_> = deciding.map(|point| point.text.say(lang)).collect();
        format!("{head}: {} ({}).", why.join("; "), self.norm.citation.say())
    }
}

/// Judges somebody by the rule in force that day.
pub fn judge(
    book: &Book,
    who: &Who,
    kind: &Key,
    on: NaiveDate,
    level: Level,
) -> Result<Judgement, Refusal> {
    let case = Case {
        kind: kind.clone(),
        on,
        level: Some(level),
        area: who.area.clone(),
        cost: None,
        count: 1,
        support: None,
    };
    let norm = book.find(About::Eligibility, &case)?;
    let Content::Eligibility(rule) = &norm.content else {
        return Err(Refusal::NoFigure { norm: norm.path() });
    };
    let points = vec![form(rule, who), place(rule, who, on), trade(rule, who)];
    let answer = points.iter().map(|point| point.answer).min();
    Ok(Judgement {
        norm: norm.clone(),
        points,
        answer: answer.unwrap_or(Answer::Unknown),
    })
}

fn point(answer: Answer, vi: impl Into<String>, en: impl Into<String>) -> Point {
    Point {
        answer,
        text: Text::new(vi, en),
    }
}

fn form(rule: &Eligibility, who: &Who) -> Point {
    let Some(form) = who.form else {
        return point(
            Answer::Unknown,
            "chưa ghi loại hình của cơ sở",
            "the legal form is not stated",
        );
    };
    let (vi, en) = (form.name(Lang::Vi), form.name(Lang::En));
    if rule.forms.contains(&form) || rule.forms_anywhere.contains(&form) {
        point(
            Answer::Yes,
            format!("loại hình {vi} thuộc đối tượng"),
            format!("{en} qualifies"),
        )
    } else {
        point(
            Answer::No,
            format!("loại hình {vi} không thuộc đối tượng"),
            format!("{en} does not qualify"),
        )
    }
}

fn place(rule: &Eligibility, who: &Who, on: NaiveDate) -> Point {
    if who
        .form
        .is_some_and(|form| rule.forms_anywhere.contains(&form))
    {
        return point(
            Answer::Yes,
            "không xét địa bàn",
            "the place does not matter",
        );
    }
    let site = Site::of(&who.area, on);
    let (vi, en) = (site.name(Lang::Vi), site.name(Lang::En));
    if rule.places.contains(&site) {
        return point(
            Answer::Yes,
            format!("địa điểm: {vi}"),
            format!("the site: {en}"),
        );
    }
    if rule.craft_villages && who.craft_village == Some(true) {
        return point(
            Answer::Yes,
            "địa điểm trong làng nghề được UBND cấp tỉnh công nhận",
            "the site lies in a craft village recognised by the province",
        );
    }
    if rule.places_to_confirm.contains(&site) || site == Site::Wider {
        let condition = if site == Site::Wider {
            ""
        } else {
            &*rule.condition
        };
        return point(
            Answer::Unknown,
            format!("địa điểm: {vi}. {condition}").trim_end_matches([' ', '.']),
            format!("the site: {en}, which qualifies on a condition only"),
        );
    }
    outside(rule, who, (vi, en))
}

fn outside(rule: &Eligibility, who: &Who, (vi, en): (&str, &str)) -> Point {
    if rule.craft_villages && who.craft_village.is_none() {
        return point(
            Answer::Unknown,
            format!(
                "địa điểm: {vi}, chỉ được hỗ trợ nếu ở trong làng nghề đã công nhận; hồ sơ cơ sở chưa ghi"
            ),
            format!(
                "the site: {en}, which qualifies only in a recognised craft village; nobody has said"
            ),
        );
    }
    point(
        Answer::No,
        format!("địa điểm: {vi}, không thuộc địa bàn được hỗ trợ"),
        format!("the site: {en}, which does not qualify"),
    )
}

fn trade(rule: &Eligibility, who: &Who) -> Point {
    let Some(written) = who.trade.as_deref().filter(|trade| !trade.is_empty()) else {
        return point(
            Answer::Unknown,
            "chưa ghi ngành nghề",
            "the trade is not stated",
        );
    };
    let folded = format!(" {} ", fold(written));
    let is_meant = |word: &String| folded.contains(&format!(" {word} "));
    let found = rule
        .trades
        .iter()
        .find(|trade| trade.words.iter().any(is_meant));
    match found {
        Some(trade) => point(
            Answer::Yes,
            format!("ngành nghề “{written}” thuộc nhóm “{}”", trade.name),
            format!("the trade “{written}” belongs to “{}”", trade.name),
        ),
        None => point(
            Answer::Unknown,
            format!("ngành nghề “{written}”: cần xác định thuộc nhóm nào"),
            format!("the trade “{written}”: somebody must say to which group it belongs"),
        ),
    }
}
