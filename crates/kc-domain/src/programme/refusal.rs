//! Why a rule about programmes and plans says no.

use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

/// A refusal about a programme or plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The period would run backwards.
    BackwardPeriod,
    /// The code is taken.
    CodeTaken {
        /// The code.
        code: String,
    },
    /// There is no such catalogue of content.
    UnknownCatalogue {
        /// The code.
        code: String,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BackwardPeriod => "programme.backward-period",
            Self::CodeTaken { .. } => "programme.code-taken",
            Self::UnknownCatalogue { .. } => "programme.unknown-catalogue",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::BackwardPeriod, _) => lang
                .t(
                    "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày.",
                    "The last day must be after the first. Correct one of the two.",
                )
                .to_owned(),
            (Self::CodeTaken { code }, Lang::Vi) => {
                format!("Mã {code} đã dùng cho bản ghi khác. Hãy đặt mã khác, hoặc mở bản ghi đó.")
            }
            (Self::CodeTaken { code }, Lang::En) => {
                format!("The code {code} is taken. Choose another, or open that record.")
            }
            (Self::UnknownCatalogue { code }, Lang::Vi) => {
                format!("Không có danh mục nội dung {code}. Chọn một danh mục trong danh sách.")
            }
            (Self::UnknownCatalogue { code }, Lang::En) => {
                format!("There is no catalogue {code}. Choose one from the list.")
            }
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::BackwardPeriod => Some("ends_on"),
            Self::CodeTaken { .. } => Some("code"),
            Self::UnknownCatalogue { .. } => Some("catalogue"),
        }
    }
}
