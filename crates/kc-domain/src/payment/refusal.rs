//! Why a rule about advances, payments and settlements says no.

use super::bound::Bound;
use crate::kernel::date::show_date;
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::{Lang, Text};
use crate::ledger::MoveKind;
use chrono::NaiveDate;

/// A refusal about money that leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No contract binds the money.
    NoContract {
        /// What was tried.
        kind: MoveKind,
    },
    /// Earlier than the contract.
    BeforeContract {
        /// The day asked.
        on: NaiveDate,
        /// The day of the contract.
        signed_on: NaiveDate,
    },
    /// An advance is given once.
    SecondAdvance,
    /// No rule says what may be advanced for this kind on that day.
    NoRate {
        /// The day asked.
        on: NaiveDate,
    },
    /// A rule is there, its figure is not, and the contract names none either.
    NoShare {
        /// Document and article.
        rule: String,
    },
    /// More than the rate allows.
    OverAdvance {
        /// What was asked.
        asked: Dong,
        /// What may be, and why.
        bound: Bound,
    },
    /// The project was stopped.
    Stopped,
    /// The work is not accepted.
    NotAccepted {
        /// What was tried.
        kind: MoveKind,
    },
    /// Earlier than the acceptance.
    BeforeAcceptance {
        /// The day asked.
        on: NaiveDate,
        /// The day of the acceptance.
        accepted_on: NaiveDate,
    },
    /// More than may still be paid.
    OverPayment {
        /// What was asked.
        asked: Dong,
        /// What may be, and why.
        bound: Bound,
    },
    /// The vouchers prove less than is settled.
    NotCovered {
        /// What was asked.
        asked: Dong,
        /// What they prove.
        covered: Dong,
    },
    /// The voucher proves another move already.
    VoucherTwice {
        /// Its number.
        number: String,
    },
    /// A project closes only when all its money is settled or came back.
    NotClosed {
        /// What is bound and not paid.
        unpaid: Dong,
        /// What was advanced and not cleared.
        advanced: Dong,
        /// What was paid and not settled.
        unsettled: Dong,
    },
    /// No approved move of the period is left to hand over.
    NothingToHandOver,
    /// The number of the list is taken.
    NumberTaken,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoContract { .. } => "payment.no-contract",
            Self::BeforeContract { .. } => "payment.before-contract",
            Self::SecondAdvance => "payment.second-advance",
            Self::NoRate { .. } => "payment.no-rate",
            Self::NoShare { .. } => "payment.no-share",
            Self::OverAdvance { .. } => "payment.over-advance",
            Self::Stopped => "payment.stopped",
            Self::NotAccepted { .. } => "payment.not-accepted",
            Self::BeforeAcceptance { .. } => "payment.before-acceptance",
            Self::OverPayment { .. } => "payment.over-payment",
            Self::NotCovered { .. } => "payment.not-covered",
            Self::VoucherTwice { .. } => "payment.voucher-twice",
            Self::NotClosed { .. } => "payment.not-closed",
            Self::NothingToHandOver => "payment.nothing-to-hand-over",
            Self::NumberTaken => "payment.number-taken",
        }
    }

    fn say(&self, lang: Lang) -> String {
        self.about_advance()
            .or_else(|| self.about_acceptance())
            .unwrap_or_else(|| self.about_closing())
            .say(lang)
            .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::OverAdvance { .. } | Self::OverPayment { .. } => Some("amount"),
            Self::BeforeContract { .. } | Self::BeforeAcceptance { .. } | Self::NoRate { .. } => {
                Some("effective_on")
            }
            Self::NotCovered { .. } | Self::VoucherTwice { .. } => Some("vouchers"),
            Self::NumberTaken => Some("number"),
            Self::NothingToHandOver => Some("to"),
            _ => None,
        }
    }
}

impl Refusal {
    fn about_advance(&self) -> Option<Text> {
        Some(match self {
            Self::NoContract { kind } => Text::new(
                format!(
                    "Không ghi được “{}”: đề án chưa có hợp đồng với giá trị từ nguồn này. Ghi hợp đồng trước.",
                    kind.name(Lang::Vi)
                ),
                format!(
                    "“{}” cannot be: no contract carries money of this source. Record the contract first.",
                    kind.name(Lang::En)
                ),
            ),
            Self::BeforeContract { on, signed_on } => {
                let (on, signed) = (show_date(*on), show_date(*signed_on));
                Text::new(
                    format!("Ngày {on} trước ngày hợp đồng {signed}. Kiểm tra lại ngày."),
                    format!("{on} is before the contract of {signed}. Check the day."),
                )
            }
            Self::SecondAdvance => Text::new(
                "Chỉ tạm ứng một lần (Thông tư 17/2018/TT-BCT): đã tạm ứng hoặc đang chờ duyệt tạm ứng từ nguồn này. Phần còn lại thanh toán sau nghiệm thu.",
                "An advance is given once (Thông tư 17/2018/TT-BCT): one was given or waits for approval. The rest is paid after acceptance.",
            ),
            Self::NoRate { on } => {
                let on = show_date(*on);
                Text::new(
                    format!(
                        "Chưa có quy định mức tạm ứng cho loại đề án này vào ngày {on}. Ghi nhóm nội dung, loại hỗ trợ của đề án, hoặc bổ sung quy định."
                    ),
                    format!(
                        "No rule states the advance for this kind of project on {on}. Name the kind of support, or add the rule."
                    ),
                )
            }
            Self::NoShare { rule } => Text::new(
                format!(
                    "Chưa biết tỷ lệ tạm ứng: {rule} có quy định nhưng tỷ lệ chưa kiểm chứng được, hợp đồng cũng không nêu. Ghi tỷ lệ đã thỏa thuận bằng hợp đồng."
                ),
                format!(
                    "The share is unknown: {rule} sets one nobody could verify, and the contract names none. Agree on it in the contract."
                ),
            ),
            Self::OverAdvance { asked, bound } => Text::new(
                format!(
                    "Tạm ứng {asked} vượt mức cho phép {}: {}. Giảm số tiền.",
                    bound.most,
                    bound.sum.say(Lang::Vi)
                ),
                format!(
                    "An advance of {asked} is above {}: {}. Lower the amount.",
                    bound.most,
                    bound.sum.say(Lang::En)
                ),
            ),
            Self::Stopped => Text::new(
                "Đề án đã dừng: không tạm ứng nữa, chỉ thu hồi tạm ứng.",
                "The project was stopped: nothing is advanced any more, only recovered.",
            ),
            _ => return None,
        })
    }

    fn about_acceptance(&self) -> Option<Text> {
        Some(match self {
            Self::NotAccepted { kind } => Text::new(
                format!(
                    "Không ghi được “{}”: công việc chưa được nghiệm thu. Ghi nghiệm thu trước.",
                    kind.name(Lang::Vi)
                ),
                format!(
                    "“{}” cannot be: the work is not accepted. Record the acceptance first.",
                    kind.name(Lang::En)
                ),
            ),
            Self::BeforeAcceptance { on, accepted_on } => {
                let (on, accepted) = (show_date(*on), show_date(*accepted_on));
                Text::new(
                    format!(
                        "Ngày {on} trước ngày nghiệm thu {accepted}. Chỉ thanh toán sau nghiệm thu."
                    ),
                    format!(
                        "{on} is before the acceptance of {accepted}. Money follows acceptance."
                    ),
                )
            }
            Self::OverPayment { asked, bound } => Text::new(
                format!(
                    "Thanh toán {asked} vượt số còn được thanh toán {}: {}. Giảm số tiền.",
                    bound.most,
                    bound.sum.say(Lang::Vi)
                ),
                format!(
                    "A payment of {asked} is above {}: {}. Lower the amount.",
                    bound.most,
                    bound.sum.say(Lang::En)
                ),
            ),
            _ => return None,
        })
    }

    fn about_closing(&self) -> Text {
        match self {
            Self::NotCovered { asked, covered } => Text::new(
                format!(
                    "Chứng từ mới chứng minh {covered}, quyết toán {asked} (loại 280 khoản 309). Bổ sung chứng từ hoặc giảm số tiền."
                ),
                format!(
                    "The vouchers prove {covered}, {asked} is to be settled (280-309). Add vouchers or lower the amount."
                ),
            ),
            Self::NotClosed {
                unpaid,
                advanced,
                unsettled,
            } => Text::new(
                format!(
                    "Chưa quyết toán được đề án: đã ký chưa thanh toán {unpaid}, tạm ứng chưa thu hồi {advanced}, đã thanh toán chưa quyết toán {unsettled}. Ghi nốt các bút toán đó trước."
                ),
                format!(
                    "The project cannot be closed: bound and unpaid {unpaid}, advance not cleared {advanced}, paid and unsettled {unsettled}. Record those moves first."
                ),
            ),
            Self::VoucherTwice { number } => Text::new(
                format!(
                    "Chứng từ số {number} đã dùng cho một khoản khác. Mỗi chứng từ chỉ dùng một lần."
                ),
                format!("Voucher {number} proves another move already. Each is used once."),
            ),
            Self::NumberTaken => Text::new(
                "Số bảng kê đã dùng. Ghi số khác.",
                "The number of the list is taken. Choose another.",
            ),
            _ => Text::new(
                "Không còn chứng từ đã duyệt nào trong thời gian này chưa chuyển Kho bạc. Chọn thời gian khác.",
                "No approved move of this period is left to hand over. Choose another period.",
            ),
        }
    }
}
