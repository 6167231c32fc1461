//! Why a line cannot be read. Each names the line, and what to write instead.

use super::check::KINDS;
use super::{LINES_MAX, Side};
use crate::kernel::Failure;
use kc_domain::kernel::figure::FigureRefusal;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::{Lang, Text};

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRefusal {
    side: Side,
    line: usize,
    wrong: Wrong,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// More lines than any statement has.
    TooMany,
    /// No `=` between name and figure.
    NoFigure {
        /// The line.
        text: String,
    },
    /// A name that checks could not use.
    Key {
        /// The name.
        key: String,
    },
    /// Two figures of one name.
    SameKey {
        /// The name.
        key: String,
        /// The line where it stands first.
        first: usize,
    },
    /// A figure that cannot be read.
    Figure {
        /// The text as printed.
        printed: String,
        /// What is wrong with it.
        refusal: FigureRefusal,
    },
    /// No `:` between kind and formula.
    NoCheck {
        /// The line.
        text: String,
    },
    /// A kind of check that does not exist.
    Kind {
        /// The kind as written.
        kind: String,
    },
    /// A formula of another form than its kind wants; the place of the kind in the table.
    Formula {
        /// The place of the kind.
        kind: usize,
    },
    /// A check names a figure that does not exist.
    UnknownKey {
        /// The name.
        key: String,
    },
    /// No `≤` in a bound.
    Bound {
        /// The bound as written.
        text: String,
    },
}

impl LineRefusal {
    pub(super) fn new(side: Side, line: usize, wrong: Wrong) -> Self {
        Self { side, line, wrong }
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }
}

impl Wrong {
    fn text(&self) -> Text {
        match self {
            Self::TooMany => Text::new(
                format!("nhiều hơn {LINES_MAX} dòng; tách thành nhiều bản"),
                format!("more than {LINES_MAX} lines; split the statement"),
            ),
            Self::NoFigure { text } => Text::new(
                format!("“{text}” thiếu dấu “=”; ghi như “total = 41.306,53 triệu đồng”"),
                format!("“{text}” lacks “=”; write it like “total = 41.306,53 triệu đồng”"),
            ),
            Self::Key { key } => Text::new(
                format!("tên “{key}” không dùng được; chỉ dùng chữ, số và dấu _, bắt đầu bằng chữ"),
                format!("the name “{key}” cannot be used; use letters, digits and _"),
            ),
            Self::SameKey { key, first } => Text::new(
                format!("tên “{key}” đã có ở dòng {first}; đổi một tên"),
                format!("the name “{key}” stands in line {first} already; rename one"),
            ),
            Self::Figure { printed, refusal } => Text::new(
                format!("“{printed}”: {}", refusal.say(Lang::Vi)),
                format!("“{printed}”: {}", refusal.say(Lang::En)),
            ),
            Self::NoCheck { text } => Text::new(
                format!("“{text}” thiếu dấu “:”; ghi như “tổng: total = budget + counterpart”"),
                format!("“{text}” lacks “:”; write it like “tổng: total = budget + counterpart”"),
            ),
            Self::Kind { kind } => Text::new(
                format!(
                    "không có phép kiểm “{kind}”; dùng tổng, đếm, tỷ lệ, bình quân, tích hoặc không vượt"
                ),
                format!(
                    "there is no check “{kind}”; use sum, count, percent, quotient, product or at most"
                ),
            ),
            Self::Formula { kind } => {
                let example = KINDS.get(*kind).map_or("", |(_, _, example)| *example);
                Text::new(
                    format!("chưa đúng mẫu; ghi như “{example}”"),
                    format!("not in its form; write it like “{example}”"),
                )
            }
            Self::UnknownKey { key } => Text::new(
                format!(
                    "không có số liệu “{key}”; thêm dòng “{key} = …” ở mục Số liệu hoặc sửa tên"
                ),
                format!(
                    "there is no figure “{key}”; add a line “{key} = …” above or mend the name"
                ),
            ),
            Self::Bound { text } => Text::new(
                format!("“{text}” không phải mức tối đa; ghi như “g1_budget ≤ g1”"),
                format!("“{text}” is no bound; write it like “g1_budget ≤ g1”"),
            ),
        }
    }
}

impl Refuse for LineRefusal {
    fn code(&self) -> &'static str {
        match &self.wrong {
            Wrong::TooMany => "statement.lines-too-many",
            Wrong::NoFigure { .. } => "statement.line-no-figure",
            Wrong::Key { .. } => "statement.line-key",
            Wrong::SameKey { .. } => "statement.line-same-key",
            Wrong::Figure { refusal, .. } => refusal.code(),
            Wrong::NoCheck { .. } => "statement.line-no-check",
            Wrong::Kind { .. } => "statement.line-kind",
            Wrong::Formula { .. } => "statement.line-formula",
            Wrong::UnknownKey { .. } => "statement.line-unknown-key",
            Wrong::Bound { .. } => "statement.line-bound",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let (line, wrong) = (self.line, self.wrong.text());
        match lang {
            Lang::Vi => format!("Dòng {line}: {}.", wrong.vi),
            Lang::En => format!("Line {line}: {}.", wrong.en),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self.side {
            Side::Figures => Some("figures"),
            Side::Checks => Some("checks"),
        }
    }
}

impl From<LineRefusal> for Failure {
    fn from(refusal: LineRefusal) -> Self {
        Self::refused(refusal)
    }
}
