//! Why the ledger says no.

use super::{MoveKind, Stage};
use crate::kernel::date::show_date;
use crate::kernel::money::Dong;
use crate::kernel::period::Period;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// A refusal of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An amount must be above zero.
    NotPositive,
    /// The stage does not hold so much on that day.
    OverBalance {
        /// The stage the money would leave.
        stage: Stage,
        /// What it holds.
        available: Dong,
        /// What was asked.
        asked: Dong,
    },
    /// No decision approved the project yet.
    NotApproved {
        /// What was tried.
        kind: MoveKind,
    },
    /// The day lies before the decision.
    BeforeDecision {
        /// What was tried.
        kind: MoveKind,
        /// The day of the decision.
        decided_on: NaiveDate,
    },
    /// The day lies outside the time of the plan.
    OutsidePeriod {
        /// The day.
        day: NaiveDate,
        /// The time of the plan.
        period: Period,
    },
    /// The kind of move does not fit the source of the money.
    WrongSource,
    /// A reversal or cut says why.
    ReasonMissing,
    /// More would be reversed than is left of the entry.
    OverReversal {
        /// What is left of it.
        left: Dong,
    },
    /// The code of the purse is taken.
    PurseCodeTaken,
    /// Somebody already decided on the prepared move.
    AlreadyDecided,
    /// Money is bound by signing the contract, not by an entry beside it.
    OnlyByContract,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotPositive => "ledger.not-positive",
            Self::OverBalance { .. } => "ledger.over-balance",
            Self::NotApproved { .. } => "ledger.not-approved",
            Self::BeforeDecision { .. } => "ledger.before-decision",
            Self::OutsidePeriod { .. } => "ledger.outside-period",
            Self::WrongSource => "ledger.wrong-source",
            Self::ReasonMissing => "ledger.reason-missing",
            Self::OverReversal { .. } => "ledger.over-reversal",
            Self::PurseCodeTaken => "ledger.purse-code-taken",
            Self::AlreadyDecided => "ledger.already-decided",
            Self::OnlyByContract => "ledger.only-by-contract",
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
            Self::NotPositive | Self::OverBalance { .. } | Self::OverReversal { .. } => {
                Some("amount")
            }
            Self::BeforeDecision { .. } | Self::OutsidePeriod { .. } => Some("effective_on"),
            Self::ReasonMissing => Some("reason"),
            Self::WrongSource => Some("source"),
            Self::PurseCodeTaken => Some("code"),
            Self::NotApproved { .. } | Self::AlreadyDecided | Self::OnlyByContract => None,
        }
    }
}

impl Refusal {
    fn vietnamese(&self) -> String {
        match self {
            Self::NotPositive => "Số tiền phải lớn hơn 0 đồng.".to_owned(),
            Self::OverBalance { stage, available, asked } => format!(
                "Vượt số dư “{}”: còn {available}, yêu cầu {asked}. Giảm số tiền hoặc bổ sung nguồn trước.",
                stage.name(Lang::Vi)
            ),
            Self::NotApproved { kind } => format!(
                "Không ghi được “{}”: đề án chưa có quyết định phê duyệt. Ghi quyết định phê duyệt trước.",
                kind.name(Lang::Vi)
            ),
            Self::BeforeDecision { kind, decided_on } => format!(
                "Không ghi được “{}” trước ngày quyết định phê duyệt {}. Kiểm tra lại ngày.",
                kind.name(Lang::Vi),
                show_date(*decided_on)
            ),
            Self::OutsidePeriod { day, period } => format!(
                "Ngày {} ngoài thời gian thực hiện của kế hoạch ({period}). Ghi vào đúng năm kế hoạch.",
                show_date(*day)
            ),
            Self::WrongSource => {
                "Loại bút toán không hợp với nguồn vốn. Ngân sách đi theo dự toán, vốn đối ứng đi theo cam kết."
                    .to_owned()
            }
            Self::ReasonMissing => "Hãy ghi lý do; lý do được giữ cùng bút toán.".to_owned(),
            Self::OverReversal { left } => {
                format!("Chỉ còn {left} của bút toán gốc có thể đảo. Giảm số tiền đảo.")
            }
            Self::PurseCodeTaken => "Mã nguồn kinh phí đã dùng. Hãy đặt mã khác.".to_owned(),
            Self::AlreadyDecided => {
                "Chứng từ này đã được duyệt hoặc từ chối. Mở lại danh sách để xem.".to_owned()
            }
            Self::OnlyByContract => {
                "Kinh phí được ghi vào hợp đồng khi ký hợp đồng. Mở đề án và ghi hợp đồng.".to_owned()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NotPositive => "The amount must be above 0 đồng.".to_owned(),
            Self::OverBalance {
                stage,
                available,
                asked,
            } => format!(
                "Over the balance of “{}”: {available} left, {asked} asked. Lower the amount or add money first.",
                stage.name(Lang::En)
            ),
            Self::NotApproved { kind } => format!(
                "“{}” cannot be recorded: no decision approved the project yet. Record the decision first.",
                kind.name(Lang::En)
            ),
            Self::BeforeDecision { kind, decided_on } => format!(
                "“{}” cannot be dated before the decision of {}. Check the date.",
                kind.name(Lang::En),
                show_date(*decided_on)
            ),
            Self::OutsidePeriod { day, period } => format!(
                "{} lies outside the time of the plan ({period}). Record it in the right year.",
                show_date(*day)
            ),
            Self::WrongSource => {
                "The kind of entry does not fit the source of the money.".to_owned()
            }
            Self::ReasonMissing => "Give the reason; it is kept with the entry.".to_owned(),
            Self::OverReversal { left } => {
                format!("Only {left} of the entry is left to reverse. Lower the amount.")
            }
            Self::PurseCodeTaken => "The code of the purse is taken. Choose another.".to_owned(),
            Self::AlreadyDecided => {
                "Somebody already decided on this. Open the list again.".to_owned()
            }
            Self::OnlyByContract => {
                "Money is bound by signing the contract. Open the project and record it.".to_owned()
            }
        }
    }
}
