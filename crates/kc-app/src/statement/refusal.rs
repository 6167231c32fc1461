//! Why a statement file cannot be read.

use crate::kernel::Failure;
use kc_domain::kernel::figure::FigureRefusal;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::statement::StatementRefusal;

/// Why a statement file cannot be read. Each says where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileRefusal {
    /// Larger than any statement.
    TooLarge {
        /// The most bytes that are read.
        bytes_max: usize,
    },
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A key that the format does not know.
    UnknownKey {
        /// Where.
        at: String,
        /// The key.
        key: String,
        /// The keys known there.
        known: String,
    },
    /// A key that stands twice.
    SameKey {
        /// Where.
        at: String,
        /// The key.
        key: String,
    },
    /// A key that must be there.
    MissingKey {
        /// Where.
        at: String,
        /// The key.
        key: &'static str,
    },
    /// A value of another form than the format asks for.
    WrongForm {
        /// Where.
        at: String,
        /// The form the format asks for, in Vietnamese and English.
        wanted: (&'static str, &'static str),
    },
    /// A kind of check that does not exist.
    UnknownKind {
        /// Where.
        at: String,
        /// The kind as written.
        kind: String,
    },
    /// A figure that cannot be read.
    Figure {
        /// Where: the key of the figure.
        at: String,
        /// The text as printed.
        printed: String,
        /// What is wrong with it.
        refusal: FigureRefusal,
    },
    /// A bound that is neither a figure's key nor a printed figure.
    Bound {
        /// Where.
        at: String,
        /// The text as written.
        printed: String,
        /// Why it is no printed figure.
        refusal: FigureRefusal,
    },
    /// The checks make no sense.
    Statement(StatementRefusal),
}

impl From<FileRefusal> for Failure {
    fn from(refusal: FileRefusal) -> Self {
        Self::refused(refusal)
    }
}

impl From<StatementRefusal> for FileRefusal {
    fn from(refusal: StatementRefusal) -> Self {
        Self::Statement(refusal)
    }
}

impl FileRefusal {
    fn vietnamese(&self) -> String {
        match self {
            Self::TooLarge { bytes_max } => {
                format!("Tệp lớn hơn {bytes_max} byte; tách thành nhiều tệp.")
            }
            Self::NotUtf8 => "Tệp không phải UTF-8; lưu lại với bảng mã UTF-8.".to_owned(),
            Self::NotJson { line, column } => format!(
                "Tệp không phải JSON hợp lệ ở dòng {line}, cột {column}; sửa chỗ đó rồi thử lại."
            ),
            Self::UnknownKey { at, key, known } => {
                format!("{at}: không có khóa “{key}” trong mẫu; các khóa được dùng: {known}.")
            }
            Self::SameKey { at, key } => format!("{at}: khóa “{key}” có hai lần; bỏ một lần."),
            Self::MissingKey { at, key } => format!("{at}: thiếu khóa “{key}”; bổ sung khóa này."),
            Self::WrongForm { at, wanted } => format!("{at}: sai dạng; ghi {}.", wanted.0),
            Self::UnknownKind { at, kind } => format!(
                "{at}: không có loại phép kiểm “{kind}”; dùng sum, count, percent, quotient, product hoặc at_most."
            ),
            Self::Figure {
                at,
                printed,
                refusal,
            } => {
                format!("{at} (“{printed}”): {}.", refusal.say(Lang::Vi))
            }
            Self::Bound {
                at,
                printed,
                refusal,
            } => format!(
                "{at}: “{printed}” không phải tên một số liệu; đọc như số liệu thì {}.",
                refusal.say(Lang::Vi)
            ),
            Self::Statement(refusal) => refusal.say(Lang::Vi),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::TooLarge { bytes_max } => {
                format!("The file is larger than {bytes_max} bytes; split it.")
            }
            Self::NotUtf8 => "The file is not UTF-8; save it as UTF-8.".to_owned(),
            Self::NotJson { line, column } => {
                format!("The file is not JSON at line {line}, column {column}; mend it and retry.")
            }
            Self::UnknownKey { at, key, known } => {
                format!("{at}: there is no key “{key}”; the known keys are {known}.")
            }
            Self::SameKey { at, key } => format!("{at}: key “{key}” occurs twice; remove one."),
            Self::MissingKey { at, key } => format!("{at}: key “{key}” is missing; add it."),
            Self::WrongForm { at, wanted } => format!("{at}: wrong form; write {}.", wanted.1),
            Self::UnknownKind { at, kind } => format!(
                "{at}: there is no kind of check “{kind}”; use sum, count, percent, quotient, product or at_most."
            ),
            Self::Figure {
                at,
                printed,
                refusal,
            } => {
                format!("{at} (“{printed}”): {}.", refusal.say(Lang::En))
            }
            Self::Bound {
                at,
                printed,
                refusal,
            } => format!(
                "{at}: “{printed}” is no figure's key; as a printed figure: {}.",
                refusal.say(Lang::En)
            ),
            Self::Statement(refusal) => refusal.say(Lang::En),
        }
    }
}

impl Refuse for FileRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "statement.file-too-large",
            Self::NotUtf8 => "statement.not-utf8",
            Self::NotJson { .. } => "statement.not-json",
            Self::UnknownKey { .. } => "statement.unknown-key",
            Self::SameKey { .. } => "statement.key-twice",
            Self::MissingKey { .. } => "statement.missing-key",
            Self::WrongForm { .. } => "statement.wrong-form",
            Self::UnknownKind { .. } => "statement.unknown-kind",
            Self::Figure { refusal, .. } | Self::Bound { refusal, .. } => refusal.code(),
            Self::Statement(refusal) => refusal.code(),
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Statement(_) => Some("checks"),
            _ => Some("file"),
        }
    }
}
