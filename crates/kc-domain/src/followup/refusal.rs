//! Why a rule about follow-up says no.

use super::Question;
use crate::kernel::date::show_date;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// A refusal about a follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The day has not come yet.
    InTheFuture {
        /// The day.
        day: NaiveDate,
    },
    /// Every answer is empty.
    NothingAnswered,
    /// No such question.
    UnknownQuestion {
        /// The key.
        key: String,
    },
    /// An answer cannot be read.
    Unreadable {
        /// The question.
        question: &'static Question,
        /// As it was typed.
        written: String,
    },
    /// The work was not accepted, so there is nothing to follow.
    NotAccepted,
    /// The schedule is there already.
    AlreadyScheduled,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::InTheFuture { .. } => "followup.in-the-future",
            Self::NothingAnswered => "followup.nothing-answered",
            Self::UnknownQuestion { .. } => "followup.unknown-question",
            Self::Unreadable { .. } => "followup.unreadable",
            Self::NotAccepted => "followup.not-accepted",
            Self::AlreadyScheduled => "followup.already-scheduled",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::InTheFuture { day }, Lang::Vi) => {
                format!(
                    "Ngày {} chưa đến. Ghi ngày nhận câu trả lời.",
                    show_date(*day)
                )
            }
            (Self::InTheFuture { day }, Lang::En) => {
                format!("{} has not come yet.", show_date(*day))
            }
            (Self::Unreadable { question, written }, Lang::Vi) => format!(
                "Không đọc được “{written}”. Ghi số kèm đơn vị, ví dụ “{}”; chưa biết thì để trống.",
                question.example
            ),
            (Self::Unreadable { question, written }, Lang::En) => format!(
                "“{written}” cannot be read. Write a number with its unit, as in “{}”, or leave it empty.",
                question.example
            ),
            (Self::UnknownQuestion { key }, Lang::Vi) => {
                format!("Không có câu hỏi “{key}”. Mở lại biểu mẫu.")
            }
            (Self::UnknownQuestion { key }, Lang::En) => {
                format!("There is no question “{key}”. Open the form again.")
            }
            (Self::NothingAnswered, _) => lang
                .t(
                    "Chưa trả lời câu nào. Trả lời ít nhất một câu; câu chưa biết để trống.",
                    "Nothing is answered. Answer at least one question.",
                )
                .to_owned(),
            (Self::NotAccepted, _) => lang
                .t(
                    "Đề án chưa nghiệm thu nên chưa theo dõi sau hỗ trợ. Ghi nghiệm thu trước.",
                    "The work was not accepted yet. Record the acceptance first.",
                )
                .to_owned(),
            (Self::AlreadyScheduled, _) => lang
                .t(
                    "Đề án đã có lịch theo dõi sau hỗ trợ.",
                    "The project has its schedule already.",
                )
                .to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::InTheFuture { .. } => Some("on"),
            Self::Unreadable { question, .. } => Some(&question.key),
            Self::NothingAnswered
            | Self::UnknownQuestion { .. }
            | Self::NotAccepted
            | Self::AlreadyScheduled => None,
        }
    }
}
