//! Why a rule about norms says no.

use super::key::Key;
use super::rule::About;
use crate::kernel::date::show_date;
use crate::kernel::id::ProjectId;
use crate::kernel::money::Dong;
use crate::kernel::refuse::{Refuse, Remedy};
use crate::kernel::text::{Lang, Text};
use chrono::NaiveDate;

/// A refusal about norms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No kind of support has this key.
    UnknownKind {
        /// What was written.
        kind: String,
        /// The kinds there are.
        known: Vec<Key>,
    },
    /// No rule holds for this kind on this day.
    Gap {
        /// What the rule would be about.
        about: About,
        /// The kind of support.
        kind: Key,
        /// Its name.
        name: Option<Text>,
        /// The day asked for.
        on: NaiveDate,
        /// The last day of the rule before.
        last: Option<NaiveDate>,
        /// The first day of the rule after.
        next: Option<NaiveDate>,
    },
    /// Nobody chose the kind of support, so that no ceiling can be found and no money bound.
    NoKind {
        /// The project.
        project: ProjectId,
        /// Its code.
        code: String,
    },
    /// A rule without the figure it should have.
    NoFigure {
        /// The rule.
        norm: String,
    },
    /// The support is above the ceiling.
    OverCeiling {
        /// The explanation in one sentence, in both languages.
        sentence: Text,
        /// By how much, đồng.
        by: Dong,
    },
    /// The beneficiary may not be supported under the rule in force.
    NotEligible {
        /// The judgement in one sentence, in both languages.
        sentence: Text,
    },
    /// The project is decided; what the rules were told of it stays.
    Decided,
    /// A file of norms that does not hold together.
    BadFile {
        /// Every mistake, with its line.
        mistakes: Vec<Mistake>,
    },
    /// Another province adopted a file with this key.
    KeyTaken {
        /// The key.
        key: String,
    },
    /// Another adopted file has a rule for the same thing from the same day.
    Clash {
        /// The rule of this file.
        rule: String,
        /// The rule of the other.
        other: String,
    },
    /// The same text is in force already.
    SameText {
        /// The version that holds it.
        version: i64,
    },
}

/// A mistake in a file of norms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The line, counted from 1; 0 when it is the file as a whole.
    pub line: usize,
    /// The key of the file it is about: `percent`, `rule`.
    pub key: String,
    /// What is wrong and what to write instead.
    pub text: Text,
}

impl Mistake {
    /// `dòng 12, khóa “percent”: …`
    pub fn say(&self, lang: Lang) -> String {
        let text = self.text.say(lang);
        match (self.line, lang) {
            (0, _) => text.to_owned(),
            (line, Lang::Vi) => format!("Dòng {line}, khóa “{}”: {text}", self.key),
            (line, Lang::En) => format!("Line {line}, key “{}”: {text}", self.key),
        }
    }
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownKind { .. } => "norm.unknown-kind",
            Self::Gap { .. } => "norm.gap",
            Self::NoKind { .. } => "norm.no-kind",
            Self::NoFigure { .. } => "norm.no-figure",
            Self::OverCeiling { .. } => "norm.over-ceiling",
            Self::NotEligible { .. } => "norm.not-eligible",
            Self::Decided => "norm.decided",
            Self::BadFile { .. } => "norm.bad-file",
            Self::KeyTaken { .. } => "norm.key-taken",
            Self::Clash { .. } => "norm.clash",
            Self::SameText { .. } => "norm.same-text",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::UnknownKind { kind, known } => unknown_kind(kind, known, lang),
            Self::Gap {
                about,
                kind,
                name,
                on,
                last,
                next,
            } => {
                let name = name.as_ref().map_or(kind.as_str(), |name| name.say(lang));
                gap(*about, (name, kind), *on, (*last, *next), lang)
            }
            Self::OverCeiling { sentence, .. } | Self::NotEligible { sentence } => {
                sentence.say(lang).to_owned()
            }
            Self::BadFile { mistakes } => {
                let lines: Vec<_> = mistakes.iter().map(|mistake| mistake.say(lang)).collect();
                lines.join(" ")
            }
            other => other.say_plainly(lang),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownKind { .. } => Some("kind"),
            Self::OverCeiling { .. } => Some("support"),
            Self::BadFile { .. }
            | Self::KeyTaken { .. }
            | Self::Clash { .. }
            | Self::SameText { .. } => Some("text"),
            Self::Gap { .. } => Some("on"),
            Self::NoKind { .. }
            | Self::NoFigure { .. }
            | Self::NotEligible { .. }
            | Self::Decided => None,
        }
    }

    fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::NoKind { project, .. } => Some(Remedy::KindOfSupport(*project)),
            _ => None,
        }
    }
}

impl Refusal {
    fn say_plainly(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoKind { code, .. }, Lang::Vi) => format!(
                "Đề án {code} chưa chọn loại hỗ trợ nên chưa biết mức tối đa theo quy định: chưa phê duyệt, ký hợp đồng, tăng hay chi kinh phí được. Chọn “Loại hỗ trợ” ở mục Định mức áp dụng của đề án, rồi làm lại."
            ),
            (Self::NoKind { code, .. }, Lang::En) => format!(
                "No kind of support is chosen for project {code}, so its ceiling is not known and no money can be bound to it. Choose it under “Norms applied” of the project, then try again."
            ),
            (Self::NoFigure { norm }, Lang::Vi) => {
                format!("Quy định “{norm}” không có mức. Nhập lại tệp định mức.")
            }
            (Self::NoFigure { norm }, Lang::En) => {
                format!("The rule “{norm}” has no figure. Enter the file of norms again.")
            }
            (Self::Decided, _) => lang
                .t(
                    "Đề án đã có quyết định: quy định áp dụng được giữ như lúc quyết định. Muốn đổi, lập yêu cầu điều chỉnh.",
                    "The project is decided and keeps the rules it was decided under. To change it, ask for an amendment.",
                )
                .to_owned(),
            (Self::KeyTaken { key }, Lang::Vi) => {
                format!("Khóa tệp “{key}” đã được dùng cho một văn bản khác. Đặt khóa khác ở dòng “key”.")
            }
            (Self::KeyTaken { key }, Lang::En) => {
                format!("The key “{key}” belongs to another file. Choose another in the line “key”.")
            }
            (Self::Clash { rule, other }, Lang::Vi) => format!(
                "Quy định “{rule}” có cùng nội dung và ngày đầu với “{other}” của một tệp khác đã áp dụng. Sửa ngày đầu, hoặc sửa tệp kia."
            ),
            (Self::Clash { rule, other }, Lang::En) => format!(
                "The rule “{rule}” is about the same and from the same day as “{other}” of another adopted file. Change its first day, or the other file."
            ),
            (Self::SameText { version }, Lang::Vi) => {
                format!("Nội dung này đã được áp dụng ở phiên bản {version}. Sửa tệp rồi áp dụng lại.")
            }
            (Self::SameText { version }, Lang::En) => {
                format!("Version {version} has this very text. Change the file and adopt it again.")
            }
            _ => String::new(),
        }
    }
}

fn unknown_kind(kind: &str, known: &[Key], lang: Lang) -> String {
    let known: Vec<_> = known.iter().map(Key::as_str).collect();
    let known = known.join(", ");
    match lang {
        Lang::Vi => format!("Không có loại hỗ trợ “{kind}”. Chọn một trong: {known}."),
        Lang::En => format!("There is no kind of support “{kind}”. Choose one of: {known}."),
    }
}

fn gap(
    about: About,
    (name, kind): (&str, &Key),
    on: NaiveDate,
    (last, next): (Option<NaiveDate>, Option<NaiveDate>),
    lang: Lang,
) -> String {
    let (about, on) = (about.name(lang), show_date(on));
    let mut around = Vec::new();
    if let Some(last) = last.map(show_date) {
        around.push(match lang {
            Lang::Vi => format!("quy định trước hết hiệu lực sau ngày {last}"),
            Lang::En => format!("the rule before ended on {last}"),
        });
    }
    if let Some(next) = next.map(show_date) {
        around.push(match lang {
            Lang::Vi => format!("quy định sau có hiệu lực từ {next}"),
            Lang::En => format!("the rule after holds from {next}"),
        });
    }
    let around = if around.is_empty() {
        lang.t("chưa có quy định nào trong dữ liệu", "no rule is entered")
            .to_owned()
    } else {
        around.join("; ")
    };
    match lang {
        Lang::Vi => format!(
            "Không có quy định “{about}” nào có hiệu lực ngày {on} cho “{name}” ({kind}): {around}. Chọn ngày khác, hoặc nhập định mức của văn bản còn thiếu."
        ),
        Lang::En => format!(
            "No rule “{about}” holds on {on} for “{name}” ({kind}): {around}. Choose another day, or enter the norms that are missing."
        ),
    }
}
