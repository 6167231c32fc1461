//! Why a paper could not be typeset.

use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use std::fmt;

/// Why a paper was not typeset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// More table rows than one paper may hold.
    TooLong {
        /// Rows asked for.
        rows: usize,
        /// Rows allowed.
        most: usize,
    },
    /// More letters than one paper may hold.
    TooWordy {
        /// Bytes of text asked for.
        bytes: usize,
        /// Bytes allowed.
        most: usize,
    },
    /// The typesetter refused; its own words, for the log.
    Typesetting(String),
}

impl Refuse for PdfError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "paper.too-long",
            Self::TooWordy { .. } => "paper.too-wordy",
            Self::Typesetting(_) => "paper.typesetting",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::TooLong { rows, most }, Lang::Vi) => format!(
                "Bảng có {rows} dòng, vượt mức {most} dòng của một tệp PDF. Hãy xuất ra bảng tính hoặc lọc bớt."
            ),
            (Self::TooLong { rows, most }, Lang::En) => format!(
                "The tables have {rows} rows, above the {most} of one PDF. Export a workbook or filter them."
            ),
            (Self::TooWordy { .. }, _) => lang
                .t(
                    "Văn bản dài quá mức của một tệp PDF. Hãy chia nhỏ hoặc xuất ra bảng tính.",
                    "The text is too long for one PDF. Divide it or export a workbook.",
                )
                .to_owned(),
            (Self::Typesetting(_), _) => lang
                .t(
                    "Không dàn trang được văn bản. Hãy báo người quản trị kèm giờ xảy ra.",
                    "The paper could not be typeset. Tell the administrator when it happened.",
                )
                .to_owned(),
        }
    }
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Typesetting(cause) => write!(f, "{}: {cause}", self.code()),
            other => f.write_str(&other.say(Lang::En)),
        }
    }
}

impl std::error::Error for PdfError {}
