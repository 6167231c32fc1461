//! Why a rule about projects says no.

use super::Status;
use crate::kernel::date::show_date;
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// What was tried before a decision stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// A contract.
    Contract,
    /// A move of money.
    Money,
}

/// A refusal about a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No decision approves the project yet.
    NoDecision {
        /// What was tried.
        doing: Doing,
    },
    /// No contract stands behind the work.
    NoContract,
    /// The ledger holds no advance for the project.
    NothingAdvanced,
    /// Money under contract is not paid out yet, or an advance is not cleared.
    Unpaid {
        /// Under contract and not paid, đồng.
        left: Dong,
        /// Advanced and not cleared, đồng.
        uncleared: Dong,
    },
    /// The facts can no longer be changed by hand.
    NotAmendable {
        /// Where the project stands.
        status: Status,
    },
    /// The decision named is not recorded.
    UnknownDecision,
    /// The decision is recorded without its date.
    UndatedDecision {
        /// Kind and number.
        title: String,
    },
    /// The contract would be older than the decision.
    ContractBeforeDecision {
        /// Day of the contract.
        contracted_on: NaiveDate,
        /// Day of the decision.
        decided_on: NaiveDate,
    },
    /// The acceptance would be older than the contract.
    AcceptedBeforeContract {
        /// Day of the acceptance.
        accepted_on: NaiveDate,
        /// Day of the contract.
        contracted_on: NaiveDate,
    },
    /// The day has not come yet.
    InTheFuture {
        /// The day.
        day: NaiveDate,
    },
    /// The day is missing.
    NoDay,
    /// A reason is missing.
    NoReason,
    /// The code is taken.
    CodeTaken {
        /// The code.
        code: String,
    },
    /// An amount of nought: what is unknown stays empty.
    NoAmount {
        /// The field of the form.
        field: &'static str,
    },
    /// The project would run backwards.
    BackwardPeriod,
    /// A task has no beneficiary.
    TaskWithBeneficiary,
    /// The catalogue has no such group.
    UnknownContentGroup {
        /// The key.
        key: String,
        /// The catalogue.
        catalogue: String,
    },
    /// The plan belongs to another programme.
    PlanOfAnotherProgramme,
    /// A record the project names does not exist, or the person must not know of it.
    UnknownReference {
        /// The field of the form.
        field: &'static str,
    },
    /// The outcome cannot be read as a figure.
    UnreadableOutcome {
        /// As it was typed.
        written: String,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoDecision { .. } => "project.no-decision",
            Self::NoContract => "project.no-contract",
            Self::NothingAdvanced => "project.nothing-advanced",
            Self::Unpaid { .. } => "project.unpaid",
            Self::NotAmendable { .. } => "project.not-amendable",
            Self::UnknownDecision => "project.unknown-decision",
            Self::UndatedDecision { .. } => "project.undated-decision",
            Self::ContractBeforeDecision { .. } => "project.contract-before-decision",
            Self::AcceptedBeforeContract { .. } => "project.accepted-before-contract",
            Self::InTheFuture { .. } => "project.in-the-future",
            Self::NoDay => "project.no-day",
            Self::NoReason => "project.no-reason",
            Self::CodeTaken { .. } => "project.code-taken",
            Self::NoAmount { .. } => "project.no-amount",
            Self::BackwardPeriod => "project.backward-period",
            Self::TaskWithBeneficiary => "project.task-with-beneficiary",
            Self::UnknownContentGroup { .. } => "project.unknown-content-group",
            Self::PlanOfAnotherProgramme => "project.plan-of-another-programme",
            Self::UnknownReference { .. } => "project.unknown-reference",
            Self::UnreadableOutcome { .. } => "project.unreadable-outcome",
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
            Self::UnknownDecision | Self::UndatedDecision { .. } => Some("document"),
            Self::ContractBeforeDecision { .. }
            | Self::AcceptedBeforeContract { .. }
            | Self::InTheFuture { .. }
            | Self::NoDay => Some("on"),
            Self::NoReason => Some("reason"),
            Self::CodeTaken { .. } => Some("code"),
            Self::BackwardPeriod => Some("ends_on"),
            Self::TaskWithBeneficiary => Some("establishment"),
            Self::UnknownContentGroup { .. } => Some("content_group"),
            Self::PlanOfAnotherProgramme => Some("plan"),
            Self::UnknownReference { field } | Self::NoAmount { field } => Some(field),
            Self::UnreadableOutcome { .. } => Some("outcome"),
            Self::NoDecision { .. }
            | Self::NotAmendable { .. }
            | Self::NoContract
            | Self::NothingAdvanced
            | Self::Unpaid { .. } => None,
        }
    }
}

impl Refusal {
    fn in_vietnamese(&self) -> String {
        match self {
            Self::NoDecision {
                doing: Doing::Contract,
            } => {
                "Không lập được hợp đồng: đề án chưa có quyết định phê duyệt. Ghi quyết định trước."
                    .to_owned()
            }
            Self::NoDecision {
                doing: Doing::Money,
            } => "Không chi được: đề án chưa có quyết định phê duyệt. Ghi quyết định trước."
                .to_owned(),
            Self::NoContract => {
                "Không nghiệm thu được: đề án chưa có hợp đồng. Ghi hợp đồng trước.".to_owned()
            }
            Self::NothingAdvanced => {
                "Sổ kinh phí chưa có khoản tạm ứng nào của đề án. Lập và duyệt chứng từ tạm ứng trước."
                    .to_owned()
            }
            Self::Unpaid { left, uncleared } => format!(
                "Chưa thanh toán hết: còn {left} theo hợp đồng chưa chi, {uncleared} tạm ứng chưa \
                 thanh toán. Lập chứng từ thanh toán hoặc thu hồi trước."
            ),
            Self::NotAmendable { status } => format!(
                "Không sửa được: đề án đang ở trạng thái “{}”. {}",
                status.name(Lang::Vi),
                way_to_amend(*status, Lang::Vi)
            ),
            Self::UnknownDecision => {
                "Không tìm thấy quyết định này. Ghi quyết định vào Văn bản trước, rồi chọn lại."
                    .to_owned()
            }
            Self::UndatedDecision { title } => {
                format!("{title} chưa có ngày ban hành. Ghi ngày vào văn bản trước.")
            }
            Self::ContractBeforeDecision {
                contracted_on,
                decided_on,
            } => format!(
                "Không lập được hợp đồng ngày {}: quyết định phê duyệt ban hành ngày {}. \
                 Ghi ngày hợp đồng từ ngày đó trở đi, hoặc sửa ngày trên quyết định.",
                show_date(*contracted_on),
                show_date(*decided_on)
            ),
            Self::AcceptedBeforeContract {
                accepted_on,
                contracted_on,
            } => format!(
                "Không nghiệm thu được ngày {}: hợp đồng ký ngày {}. Ghi ngày từ đó trở đi.",
                show_date(*accepted_on),
                show_date(*contracted_on)
            ),
            Self::InTheFuture { day } => {
                format!("Ngày {} chưa đến. Ghi khi việc đã xong.", show_date(*day))
            }
            Self::NoDay => "Chưa có ngày. Ghi ngày việc này xảy ra.".to_owned(),
            Self::NoReason => "Chưa nêu lý do. Ghi một câu để người đọc sau này hiểu.".to_owned(),
            _ => self.of_facts_in_vietnamese(),
        }
    }

    /// The rest: what is wrong with the facts of a project.
    fn of_facts_in_vietnamese(&self) -> String {
        match self {
            Self::CodeTaken { code } => {
                format!("Mã {code} đã dùng cho đề án khác. Hãy đặt mã khác, hoặc để trống.")
            }
            Self::NoAmount { .. } => {
                "Số tiền phải lớn hơn 0. Nếu chưa biết, hãy để trống.".to_owned()
            }
            Self::BackwardPeriod => {
                "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày.".to_owned()
            }
            Self::TaskWithBeneficiary => {
                "Nhiệm vụ không có cơ sở thụ hưởng. Bỏ cơ sở, hoặc chọn loại đề án.".to_owned()
            }
            Self::UnknownContentGroup { key, catalogue } => format!(
                "Danh mục {catalogue} không có nhóm nội dung {key}. Chọn một nhóm trong danh sách."
            ),
            Self::PlanOfAnotherProgramme => {
                "Kế hoạch này thuộc chương trình khác. Chọn lại kế hoạch hoặc chương trình."
                    .to_owned()
            }
            Self::UnknownReference { .. } => {
                "Không có bản ghi này trong phạm vi của bạn. Chọn lại trong danh sách.".to_owned()
            }
            Self::UnreadableOutcome { written } => format!(
                "Không đọc được kết quả “{written}”. Ghi số kèm đơn vị, như 3.000 - 3.500 tấn/năm."
            ),
            Self::NoDecision { .. }
            | Self::NoContract
            | Self::NothingAdvanced
            | Self::Unpaid { .. }
            | Self::NotAmendable { .. }
            | Self::UnknownDecision
            | Self::UndatedDecision { .. }
            | Self::ContractBeforeDecision { .. }
            | Self::AcceptedBeforeContract { .. }
            | Self::InTheFuture { .. }
            | Self::NoDay
            | Self::NoReason => String::new(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::NoDecision {
                doing: Doing::Contract,
            } => "No contract can be made: no decision approves the project. Record it first."
                .to_owned(),
            Self::NoDecision {
                doing: Doing::Money,
            } => "No money can move: no decision approves the project. Record it first.".to_owned(),
            Self::NoContract => {
                "It cannot be accepted: there is no contract. Record the contract first.".to_owned()
            }
            Self::NothingAdvanced => {
                "The ledger holds no advance for the project. Prepare and approve it first."
                    .to_owned()
            }
            Self::Unpaid { left, uncleared } => format!(
                "Not all is paid: {left} under contract is unpaid, {uncleared} of the advance is not \
                 cleared. Prepare the payment or the refund first."
            ),
            Self::NotAmendable { status } => format!(
                "The project cannot be changed: it is “{}”. {}",
                status.name(Lang::En),
                way_to_amend(*status, Lang::En)
            ),
            Self::UnknownDecision => {
                "There is no such decision. Record it under Documents, then choose it.".to_owned()
            }
            Self::UndatedDecision { title } => {
                format!("{title} has no date. Record its date first.")
            }
            Self::ContractBeforeDecision {
                contracted_on,
                decided_on,
            } => format!(
                "A contract of {} cannot be: the decision is of {}. Use that day or a later one, \
                 or correct the decision.",
                show_date(*contracted_on),
                show_date(*decided_on)
            ),
            Self::AcceptedBeforeContract {
                accepted_on,
                contracted_on,
            } => format!(
                "An acceptance on {} cannot be: the contract is of {}. Use that day or a later one.",
                show_date(*accepted_on),
                show_date(*contracted_on)
            ),
            Self::InTheFuture { day } => {
                format!(
                    "{} has not come yet. Record it when it is done.",
                    show_date(*day)
                )
            }
            Self::NoDay => "The day is missing. Record when it happened.".to_owned(),
            Self::NoReason => {
                "A reason is missing. Write one sentence for later readers.".to_owned()
            }
            _ => self.of_facts_in_english(),
        }
    }

    /// The rest: what is wrong with the facts of a project.
    fn of_facts_in_english(&self) -> String {
        match self {
            Self::CodeTaken { code } => {
                format!("The code {code} is taken. Choose another, or leave it empty.")
            }
            Self::NoAmount { .. } => {
                "The amount must be above 0. If it is not known, leave it empty.".to_owned()
            }
            Self::BackwardPeriod => {
                "The last day must be after the first. Correct one of the two.".to_owned()
            }
            Self::TaskWithBeneficiary => {
                "A task has no beneficiary. Take it out, or choose a kind of project.".to_owned()
            }
            Self::UnknownContentGroup { key, catalogue } => {
                format!("The catalogue {catalogue} has no group {key}. Choose one from the list.")
            }
            Self::PlanOfAnotherProgramme => {
                "This plan belongs to another programme. Choose the plan or programme again."
                    .to_owned()
            }
            Self::UnknownReference { .. } => {
                "There is no such record within your reach. Choose one from the list.".to_owned()
            }
            Self::UnreadableOutcome { written } => format!(
                "The outcome “{written}” cannot be read. Write a number and its unit, as 3.000 tấn/năm."
            ),
            Self::NoDecision { .. }
            | Self::NoContract
            | Self::NothingAdvanced
            | Self::Unpaid { .. }
            | Self::NotAmendable { .. }
            | Self::UnknownDecision
            | Self::UndatedDecision { .. }
            | Self::ContractBeforeDecision { .. }
            | Self::AcceptedBeforeContract { .. }
            | Self::InTheFuture { .. }
            | Self::NoDay
            | Self::NoReason => String::new(),
        }
    }
}

/// What to do where the facts can no longer be changed.
fn way_to_amend(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Submitted => lang.t(
            "Đề nghị Trung tâm trả lại đề án, rồi sửa và trình lại.",
            "Ask the centre to return it, then change and submit it again.",
        ),
        Status::Registered
        | Status::Returned
        | Status::Approved
        | Status::Contracted
        | Status::Accepted
        | Status::Settled
        | Status::Stopped
        | Status::Withdrawn
        | Status::Reported => lang.t(
            "Hồ sơ đã kết thúc, chỉ còn để xem.",
            "The case is closed and can only be read.",
        ),
    }
}
