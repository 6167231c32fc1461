//! Why a rule about contracts says no.

use crate::kernel::date::show_date;
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::{Lang, Text};
use crate::ledger::Source;
use crate::norm::Share;
use chrono::NaiveDate;

/// A refusal about a contract or the progress under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No decision approves the project.
    NoDecision,
    /// The contract would be older than the decision.
    BeforeDecision {
        /// The day of the contract.
        signed_on: NaiveDate,
        /// The day of the decision.
        decided_on: NaiveDate,
    },
    /// The day has not come yet.
    InTheFuture {
        /// The day.
        on: NaiveDate,
    },
    /// It would end before it begins.
    BackwardPeriod,
    /// An advance is a share of the value: from 0 to 100.
    NoPercent,
    /// The rule of the project's kind allows a smaller advance.
    OverRate {
        /// What the contract says, in percent.
        asked: i64,
        /// The highest share of the support.
        most: Share,
        /// Document and article.
        rule: String,
    },
    /// The value from a source is not what was approved.
    NotAsApproved {
        /// The source.
        source: Source,
        /// What the contract says.
        asked: Dong,
        /// What the ledger holds as approved.
        approved: Dong,
    },
    /// The ledger holds nothing approved for the project.
    NothingApproved,
    /// The contract that binds the money comes first.
    NoExecution,
    /// The project has a contract of this kind already.
    SecondContract,
    /// More than the contract that binds the money.
    OverExecution {
        /// What was asked.
        asked: Dong,
        /// What that contract holds.
        most: Dong,
    },
    /// Older than what it follows.
    BeforeContract {
        /// The day.
        on: NaiveDate,
        /// The first day possible.
        not_before: NaiveDate,
    },
    /// The contract was ended.
    Ended,
    /// Nothing to end it on: neither accepted nor stopped.
    NotAccepted,
    /// The project is not under contract, so there is no progress to report.
    NotUnderWay,
    /// The month is not one of the contract's.
    WrongMonth {
        /// The first day of the month.
        month: NaiveDate,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoDecision => "contract.no-decision",
            Self::BeforeDecision { .. } => "contract.before-decision",
            Self::InTheFuture { .. } => "contract.in-the-future",
            Self::BackwardPeriod => "contract.backward-period",
            Self::NoPercent => "contract.no-percent",
            Self::OverRate { .. } => "contract.over-rate",
            Self::NotAsApproved { .. } => "contract.not-as-approved",
            Self::NothingApproved => "contract.nothing-approved",
            Self::NoExecution => "contract.no-execution",
            Self::SecondContract => "contract.second-contract",
            Self::OverExecution { .. } => "contract.over-execution",
            Self::BeforeContract { .. } => "contract.before-contract",
            Self::Ended => "contract.ended",
            Self::NotAccepted => "contract.not-accepted",
            Self::NotUnderWay => "contract.not-under-way",
            Self::WrongMonth { .. } => "contract.wrong-month",
        }
    }

    fn say(&self, lang: Lang) -> String {
        self.about_days()
            .or_else(|| self.about_money())
            .unwrap_or_else(|| self.about_order())
            .say(lang)
            .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::BeforeDecision { .. }
            | Self::InTheFuture { .. }
            | Self::BeforeContract { .. } => Some("on"),
            Self::BackwardPeriod => Some("ends_on"),
            Self::NoPercent | Self::OverRate { .. } => Some("advance_percent"),
            Self::NotAsApproved { source, .. } => Some(field_of(*source)),
            Self::WrongMonth { .. } => Some("month"),
            _ => None,
        }
    }
}

/// The field of a form that holds the value from a source.
pub fn field_of(source: Source) -> &'static str {
    match source {
        Source::Central => "value_central",
        Source::Local => "value_local",
        Source::Budget => "value_budget",
        Source::Counterpart => "value_counterpart",
        Source::Other => "value_other",
        Source::Unstated => "value_unstated",
    }
}

impl Refusal {
    fn about_days(&self) -> Option<Text> {
        Some(match self {
            Self::BeforeDecision {
                signed_on,
                decided_on,
            } => {
                let (on, decided) = (show_date(*signed_on), show_date(*decided_on));
                Text::new(
                    format!(
                        "Hợp đồng ngày {on} trước quyết định phê duyệt ngày {decided}: chỉ ký hợp đồng cho đề án đã được phê duyệt. Kiểm tra lại ngày ký."
                    ),
                    format!(
                        "The contract of {on} is older than the decision of {decided}: only an approved project is contracted. Check the day."
                    ),
                )
            }
            Self::InTheFuture { on } => {
                let on = show_date(*on);
                Text::new(
                    format!("Ngày {on} chưa đến. Ghi khi đã ký thật."),
                    format!("{on} has not come yet. Record it once it is signed."),
                )
            }
            Self::BeforeContract { on, not_before } => {
                let (on, first) = (show_date(*on), show_date(*not_before));
                Text::new(
                    format!("Ngày {on} quá sớm: sớm nhất là {first}. Kiểm tra lại ngày."),
                    format!("{on} is too early: the first possible day is {first}. Check the day."),
                )
            }
            Self::BackwardPeriod => Text::new(
                "Ngày kết thúc trước ngày bắt đầu. Sửa một trong hai ngày.",
                "It would end before it begins. Correct one of the days.",
            ),
            Self::WrongMonth { month } => {
                let month = month.format("%m/%Y");
                Text::new(
                    format!(
                        "Tháng {month} không nằm trong thời gian thực hiện đã qua của hợp đồng. Chọn tháng trong danh sách."
                    ),
                    format!("{month} is no past month of the contract. Choose one from the list."),
                )
            }
            _ => return None,
        })
    }

    fn about_money(&self) -> Option<Text> {
        Some(match self {
            Self::NotAsApproved {
                source,
                asked,
                approved,
            } => Text::new(
                format!(
                    "Giá trị từ {}: hợp đồng ghi {asked}, đã phê duyệt {approved}. Giá trị hợp đồng theo từng nguồn phải đúng bằng số được phê duyệt; muốn khác thì điều chỉnh đề án trước.",
                    source.name(Lang::Vi)
                ),
                format!(
                    "Value from {}: the contract says {asked}, approved is {approved}. Each source must carry exactly what was approved; to change it, amend the project first.",
                    source.name(Lang::En)
                ),
            ),
            Self::NothingApproved => Text::new(
                "Sổ kinh phí chưa ghi số tiền được phê duyệt cho đề án này. Ghi quyết định phê duyệt kinh phí trước.",
                "The ledger holds nothing approved for this project. Record the decision with its amounts first.",
            ),
            Self::OverExecution { asked, most } => Text::new(
                format!(
                    "Hợp đồng hỗ trợ {asked} vượt hợp đồng thực hiện đề án {most}. Giảm giá trị."
                ),
                format!(
                    "The contract of support, {asked}, is above that of the project, {most}. Lower it."
                ),
            ),
            Self::NoPercent => Text::new(
                "Tỷ lệ tạm ứng từ 0 đến 100 %.",
                "An advance is from 0 to 100 %.",
            ),
            Self::OverRate { asked, most, rule } => Text::new(
                format!(
                    "Tạm ứng {asked} % vượt mức tối đa {most} kinh phí hỗ trợ của loại hỗ trợ này theo {rule}. Ghi lại từ {most} trở xuống."
                ),
                format!(
                    "An advance of {asked} % is above the highest share of {most} for this kind of support by {rule}. Write {most} or less."
                ),
            ),
            _ => return None,
        })
    }

    fn about_order(&self) -> Text {
        match self {
            Self::NoDecision => Text::new(
                "Đề án chưa có quyết định phê duyệt ghi rõ ngày nên chưa ký được hợp đồng. Ghi quyết định trước.",
                "No dated decision approves the project, so there is no contract yet. Record the decision first.",
            ),
            Self::NoExecution => Text::new(
                "Chưa có hợp đồng thực hiện đề án. Ghi hợp đồng đó trước, rồi đến hợp đồng hỗ trợ cơ sở.",
                "The contract to carry the project out comes first, then that with the beneficiary.",
            ),
            Self::SecondContract => Text::new(
                "Đề án đã có hợp đồng loại này. Thay đổi giá trị, thời gian bằng phụ lục hợp đồng.",
                "The project has a contract of this kind. Change it by an appendix.",
            ),
            Self::Ended => Text::new(
                "Hợp đồng đã thanh lý, không thay đổi được nữa.",
                "The contract was ended and changes no more.",
            ),
            Self::NotAccepted => Text::new(
                "Chưa nghiệm thu và cũng chưa dừng đề án nên chưa thanh lý được. Ghi nghiệm thu trước.",
                "Neither accepted nor stopped, so the contract cannot end yet. Record the acceptance first.",
            ),
            _ => Text::new(
                "Đề án không trong thời gian thực hiện hợp đồng nên không có tiến độ để báo cáo.",
                "The project is not under contract, so there is no progress to report.",
            ),
        }
    }
}
