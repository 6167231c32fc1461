//! Why a rule about annual plans says no.

use crate::kernel::date::Instant;
use crate::kernel::period::Period;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

/// A refusal about an annual plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The plan would run backwards.
    BackwardPeriod,
    /// The registration round would run backwards.
    BackwardRound,
    /// The year of the plan lies outside its days.
    YearOutsidePeriod {
        /// The year.
        year: i32,
        /// The days.
        period: Period,
    },
    /// The code is taken.
    CodeTaken {
        /// The code.
        code: String,
    },
    /// The registration round has not opened yet.
    RoundAhead {
        /// Code of the plan.
        plan: String,
        /// Its first moment.
        opens_at: Instant,
    },
    /// The registration round is over.
    RoundClosed {
        /// Code of the plan.
        plan: String,
        /// Its last moment.
        closed_at: Instant,
    },
    /// The work of a proposal lies wholly outside the days of its plan.
    WorkOutsidePeriod {
        /// Code of the plan.
        plan: String,
        /// Its days.
        period: Period,
        /// Whether the work is over before the plan begins; otherwise it begins after it.
        is_before: bool,
    },
    /// A late proposal is taken in only with a reason.
    NoLateReason,
    /// There is no such catalogue of content.
    UnknownCatalogue {
        /// The code.
        code: String,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BackwardPeriod => "plan.backward-period",
            Self::BackwardRound => "plan.backward-round",
            Self::YearOutsidePeriod { .. } => "plan.year-outside-period",
            Self::CodeTaken { .. } => "plan.code-taken",
            Self::RoundAhead { .. } => "plan.round-ahead",
            Self::RoundClosed { .. } => "plan.round-closed",
            Self::WorkOutsidePeriod { .. } => "plan.work-outside-period",
            Self::NoLateReason => "plan.no-late-reason",
            Self::UnknownCatalogue { .. } => "plan.unknown-catalogue",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.in_vietnamese(),
            Lang::En => self.in_english(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::BackwardPeriod => Some("ends_on"),
            Self::BackwardRound => Some("closes_on"),
            Self::YearOutsidePeriod { .. } => Some("year"),
            Self::CodeTaken { .. } => Some("code"),
            Self::RoundAhead { .. } | Self::RoundClosed { .. } => Some("plan"),
            Self::WorkOutsidePeriod { is_before, .. } => {
                Some(if *is_before { "ends_on" } else { "starts_on" })
            }
            Self::NoLateReason => Some("late_reason"),
            Self::UnknownCatalogue { .. } => Some("catalogue"),
        }
    }
}

impl Refusal {
    fn in_vietnamese(&self) -> String {
        match self {
            Self::BackwardPeriod => {
                "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày.".to_owned()
            }
            Self::BackwardRound => {
                "Đợt đăng ký phải đóng sau khi mở. Hãy sửa ngày, giờ mở hoặc ngày, giờ đóng."
                    .to_owned()
            }
            Self::YearOutsidePeriod { year, period } => {
                format!("Năm {year} nằm ngoài thời gian {period}. Hãy sửa năm hoặc thời gian.")
            }
            Self::CodeTaken { code } => {
                format!(
                    "Mã {code} đã dùng cho kế hoạch khác. Hãy đặt mã khác, hoặc mở kế hoạch đó."
                )
            }
            Self::RoundAhead { plan, opens_at } => format!(
                "Đợt đăng ký của kế hoạch {plan} mở {}. Hãy đăng ký từ lúc đó.",
                opens_at.say_from(Lang::Vi)
            ),
            Self::RoundClosed { plan, closed_at } => format!(
                "Đợt đăng ký của kế hoạch {plan} đã đóng {}. Hãy đăng ký vào kế hoạch khác đang mở, hoặc xin tiếp nhận muộn: giám đốc Trung tâm, lãnh đạo Sở ghi lý do ở cuối phiếu hoặc trên trang đề án.",
                closed_at.say_until(Lang::Vi)
            ),
            Self::WorkOutsidePeriod { plan, period, .. } => format!(
                "Thời gian thực hiện nằm ngoài kế hoạch {plan} ({period}). Hãy sửa ngày, hoặc chọn kế hoạch đúng năm."
            ),
            Self::NoLateReason => {
                "Tiếp nhận ngoài đợt đăng ký phải nêu lý do. Hãy nhập lý do.".to_owned()
            }
            Self::UnknownCatalogue { code } => {
                format!("Không có danh mục nội dung {code}. Chọn một danh mục trong danh sách.")
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::BackwardPeriod => {
                "The last day must be after the first. Correct one of the two.".to_owned()
            }
            Self::BackwardRound => {
                "The round must close after it opens. Correct one of the two moments.".to_owned()
            }
            Self::YearOutsidePeriod { year, period } => {
                format!("The year {year} lies outside {period}. Correct the year or the days.")
            }
            Self::CodeTaken { code } => {
                format!("The code {code} is taken. Choose another, or open that plan.")
            }
            Self::RoundAhead { plan, opens_at } => format!(
                "Registration for plan {plan} opens {}. Register from then on.",
                opens_at.say_from(Lang::En)
            ),
            Self::RoundClosed { plan, closed_at } => format!(
                "Registration for plan {plan} closed {}. Register for a plan that is open, or ask to be taken in late: the head of the centre or the department enters the reason at the end of the form or on the page of the project.",
                closed_at.say_until(Lang::En)
            ),
            Self::WorkOutsidePeriod { plan, period, .. } => format!(
                "The work lies outside plan {plan} ({period}). Correct its days, or choose the plan of its year."
            ),
            Self::NoLateReason => {
                "A late proposal is taken in only with a reason. Enter one.".to_owned()
            }
            Self::UnknownCatalogue { code } => {
                format!("There is no catalogue {code}. Choose one from the list.")
            }
        }
    }
}
