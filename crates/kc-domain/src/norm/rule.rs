//! One rule of law: what it says, by which article, where and when it holds.

use super::ceiling::Ceiling;
use super::eligibility::Eligibility;
use super::key::Key;
use super::priority::Priority;
use super::share::Share;
use crate::kernel::date::show_date;
use crate::kernel::level::Level;
use crate::kernel::text::Lang;
use crate::place::{AreaPath, former_provinces};
use chrono::NaiveDate;

/// A rule of law as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// The key of the file it stands in.
    pub file: Key,
    /// Its key in that file.
    pub key: Key,
    /// The version of the file; a decided project names it.
    pub version: i64,
    /// The instrument and the article.
    pub citation: Citation,
    /// The kinds of support it speaks of; none means every kind.
    pub kinds: Vec<Key>,
    /// Where it holds: the nation, or a province.
    pub area: AreaPath,
    /// The money it speaks of; `None` is both national and local.
    pub level: Option<Level>,
    /// The first day it holds; a rule whose day nobody has confirmed decides nothing.
    pub from: Option<NaiveDate>,
    /// The last day it holds; `None` while it does.
    pub to: Option<NaiveDate>,
    /// How far it can be relied on.
    pub standing: Standing,
    /// Where the figures come from and what is not known of them.
    pub source: String,
    /// What it says.
    pub content: Content,
    /// Its text in its file, word for word: what a decided project keeps.
    pub text: String,
}

/// The instrument and the article of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// `Thông tư 28/2018/TT-BTC`.
    pub instrument: String,
    /// `khoản 4 Điều 8`; empty when it is not known.
    pub article: String,
}

impl Citation {
    /// `khoản 4 Điều 8, Thông tư 28/2018/TT-BTC`.
    pub fn say(&self) -> String {
        if self.article.is_empty() {
            return self.instrument.clone();
        }
        format!("{}, {}", self.article, self.instrument)
    }
}

/// How far a rule can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Compared with the text of the law.
    Verified,
    /// Known from memory or from others; nobody has compared it with the text.
    Unverified,
    /// A draft that is not in force.
    Draft,
    /// The act is in force, but its figures have not been entered.
    Unread,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 4] = [Self::Verified, Self::Unverified, Self::Draft, Self::Unread];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Unverified => "unverified",
            Self::Draft => "draft",
            Self::Unread => "unread",
        }
    }

    /// The standing of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.code() == code)
    }

    /// The word on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Verified => lang.t("đã kiểm chứng", "verified"),
            Self::Unverified => lang.t("chưa kiểm chứng", "unverified"),
            Self::Draft => lang.t("dự thảo", "draft"),
            Self::Unread => lang.t("chưa nhập nội dung", "not entered"),
        }
    }
}

/// Nghị quyết 202/2025/QH15.
fn provinces_merged_on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap_or_default()
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// The highest support.
    Ceiling(Ceiling),
    /// The share of the support that may be advanced; `None` where the rate is not known.
    Advance(Option<Share>),
    /// Who may be supported.
    Eligibility(Eligibility),
    /// What goes first.
    Priority(Priority),
    /// The order in which files are compared, first key first.
    Ranking(Vec<String>),
}

impl Content {
    /// What the rule says, in one line.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Ceiling(ceiling) => ceiling.say(lang),
            Self::Advance(Some(share)) => match lang {
                Lang::Vi => format!("tạm ứng tối đa {share}"),
                Lang::En => format!("advance of at most {share}"),
            },
            Self::Advance(None) => lang
                .t(
                    "tỷ lệ tạm ứng chưa có trong dữ liệu",
                    "advance rate not entered",
                )
                .to_owned(),
            Self::Priority(priority) => {
                let (mark, name) = (&priority.mark, priority.name.say(lang));
                let year = priority
                    .year
                    .map_or_else(String::new, |year| format!(" ({year})"));
                format!("{mark}: {name}{year}")
            }
            Self::Eligibility(rule) => rule.say(lang),
            Self::Ranking(order) => order.join("; "),
        }
    }
}

/// What rules are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The highest support.
    Ceiling,
    /// Advances.
    Advance,
    /// Who may be supported.
    Eligibility,
    /// What goes first.
    Priority,
    /// The order in which files are compared.
    Ranking,
}

impl About {
    /// Everything rules are about, in the order of lists.
    pub const ALL: [Self; 5] = [
        Self::Eligibility,
        Self::Ceiling,
        Self::Advance,
        Self::Priority,
        Self::Ranking,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ceiling => "ceiling",
            Self::Advance => "advance",
            Self::Eligibility => "eligibility",
            Self::Priority => "priority",
            Self::Ranking => "ranking",
        }
    }

    /// What a code means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.code() == code)
    }

    /// The words on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Ceiling => lang.t("Mức hỗ trợ tối đa", "Highest support"),
            Self::Advance => lang.t("Tỷ lệ tạm ứng", "Advance rate"),
            Self::Eligibility => lang.t("Đối tượng được hỗ trợ", "Who may be supported"),
            Self::Priority => lang.t("Ưu tiên", "Priority"),
            Self::Ranking => lang.t("Thứ tự xét chọn", "Order of selection"),
        }
    }
}

impl Norm {
    /// `tt-28-2018/machinery`: the same in every version.
    pub fn path(&self) -> String {
        format!("{}/{}", self.file, self.key)
    }

    /// What the rule is about.
    pub fn about(&self) -> About {
        match self.content {
            Content::Ceiling(_) => About::Ceiling,
            Content::Advance(_) => About::Advance,
            Content::Eligibility(_) => About::Eligibility,
            Content::Priority(_) => About::Priority,
            Content::Ranking(_) => About::Ranking,
        }
    }

    /// Whether it is a rule of the nation, not of a province.
    pub fn is_national(&self) -> bool {
        self.area == AreaPath::nation()
    }

    /// Whether it holds on a day. Drafts, and rules whose first day is not known, never do.
    pub fn is_in_force(&self, on: NaiveDate) -> bool {
        self.is_dated() && self.from.is_some_and(|from| from <= on) && !self.is_over(on)
    }

    /// Whether it can decide at all, on some day.
    pub fn is_dated(&self) -> bool {
        self.standing != Standing::Draft && self.from.is_some()
    }

    /// Whether its last day lies before a day.
    pub fn is_over(&self, on: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < on)
    }

    /// Whether it speaks of a kind of support.
    pub fn speaks_of(&self, kind: &Key) -> bool {
        self.kinds.is_empty() || self.kinds.contains(kind)
    }

    /// Whether nobody could tell which of two rules holds: the same place, money, thing and first
    /// day.
    pub fn rivals(&self, other: &Self) -> bool {
        let is_single = matches!(
            self.about(),
            About::Ceiling | About::Advance | About::Eligibility
        );
        let shares_kind = self.kinds.is_empty() && other.kinds.is_empty()
            || self.kinds.iter().any(|kind| other.kinds.contains(kind));
        let is_money = self.level.is_none() || other.level.is_none() || self.level == other.level;
        is_single
            && self.about() == other.about()
            && self.area == other.area
            && self.is_dated()
            && other.is_dated()
            && self.from == other.from
            && shares_kind
            && is_money
    }

    /// Whether it holds in an area. A rule made before the provinces were merged on 01/07/2025
    /// holds where its province was then, until the province of today has its own.
    pub fn holds_in(&self, area: &AreaPath) -> bool {
        let former = former_provinces(area);
        let is_of_before = self.from.is_some_and(|from| from < provinces_merged_on());
        if self.is_national() || former.contains(&self.area) {
            return true;
        }
        if is_of_before {
            former.is_empty() && area.is_within(&self.area)
        } else {
            area.is_covered_by(&self.area)
        }
    }

    /// `từ 11/05/2018`, `08/04/2014 – 10/05/2018`, or that nobody knows.
    pub fn dates(&self, lang: Lang) -> String {
        let Some(from) = self.from.map(show_date) else {
            return self.dateless(lang);
        };
        match (self.to.map(show_date), lang) {
            (None, Lang::Vi) => format!("từ {from}"),
            (None, Lang::En) => format!("from {from}"),
            (Some(to), _) => format!("{from} – {to}"),
        }
    }

    fn dateless(&self, lang: Lang) -> String {
        match (&self.content, self.standing) {
            (_, Standing::Draft) => lang.t("chưa có hiệu lực", "not in force").to_owned(),
            (
                Content::Priority(Priority {
                    year: Some(year), ..
                }),
                _,
            ) => {
                format!("{} {year}", lang.t("kế hoạch năm", "plan of"))
            }
            _ => lang
                .t("chưa rõ ngày hiệu lực", "first day not known")
                .to_owned(),
        }
    }
}
