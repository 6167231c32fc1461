//! The moves of a project that other words and the law know, whatever the process.

use super::{Guard, Status};
use crate::kernel::text::Lang;
use crate::policy::Action;

/// A move every process has. A process says which of its steps is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// Trình: hands the proposal in.
    Submit,
    /// Trả lại: asks the author to complete it.
    Return,
    /// Phê duyệt: records the decision.
    Approve,
    /// Ghi hợp đồng: records the contract.
    Contract,
    /// Ghi nghiệm thu: records the acceptance.
    Accept,
    /// Ghi quyết toán: records the settlement.
    Settle,
    /// Dừng: stops an approved project.
    Stop,
    /// Rút: takes the project out of the list.
    Withdraw,
}

impl Move {
    /// Every move.
    pub const ALL: [Self; 8] = [
        Self::Submit,
        Self::Approve,
        Self::Return,
        Self::Contract,
        Self::Accept,
        Self::Settle,
        Self::Stop,
        Self::Withdraw,
    ];

    /// What a person must be allowed to do to make it.
    pub fn action(self) -> Action {
        match self {
            Self::Submit => Action::SubmitProject,
            Self::Return => Action::ReturnProject,
            Self::Approve | Self::Stop => Action::ApproveProject,
            Self::Contract => Action::RecordContract,
            Self::Accept | Self::Settle => Action::RecordAcceptance,
            Self::Withdraw => Action::WithdrawProject,
        }
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Submit => lang.t("Trình đề án", "Submit"),
            Self::Return => lang.t("Trả lại", "Return"),
            Self::Approve => lang.t("Ghi quyết định phê duyệt", "Record the approval"),
            Self::Contract => lang.t("Ghi hợp đồng", "Record the contract"),
            Self::Accept => lang.t("Ghi nghiệm thu", "Record the acceptance"),
            Self::Settle => lang.t("Ghi quyết toán", "Record the settlement"),
            Self::Stop => lang.t("Dừng đề án", "Stop the project"),
            Self::Withdraw => lang.t("Rút đề án", "Withdraw the project"),
        }
    }

    /// Its name in process files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Submit => "submission",
            Self::Return => "return",
            Self::Approve => "approval",
            Self::Contract => "contract",
            Self::Accept => "acceptance",
            Self::Settle => "settlement",
            Self::Stop => "stop",
            Self::Withdraw => "withdrawal",
        }
    }

    /// The move of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|made| made.code() == code)
    }

    /// What a project must count as after it.
    pub fn leads_to(self) -> Status {
        match self {
            Self::Submit => Status::Submitted,
            Self::Return => Status::Returned,
            Self::Approve => Status::Approved,
            Self::Contract => Status::Contracted,
            Self::Accept => Status::Accepted,
            Self::Settle => Status::Settled,
            Self::Stop => Status::Stopped,
            Self::Withdraw => Status::Withdrawn,
        }
    }

    /// What a project must count as before it.
    pub fn leads_from(self) -> &'static [Status] {
        match self {
            Self::Submit => &[Status::Registered, Status::Returned],
            Self::Return | Self::Approve => &[Status::Submitted],
            Self::Contract => &[Status::Approved],
            Self::Accept => &[Status::Contracted],
            Self::Settle => &[Status::Accepted],
            Self::Stop => &[Status::Approved, Status::Contracted],
            Self::Withdraw => &[
                Status::Registered,
                Status::Returned,
                Status::Submitted,
                Status::Approved,
            ],
        }
    }

    /// The guards without which it may not be made, in any process. What binds money asks for the
    /// kind of support first, so that no process leads around the ceilings of law.
    pub fn guards(self) -> &'static [Guard] {
        match self {
            Self::Submit | Self::Settle => &[],
            Self::Return | Self::Stop | Self::Withdraw => &[Guard::Reason],
            Self::Approve => &[Guard::Decision, Guard::Ceiling],
            Self::Contract => &[Guard::Kind, Guard::Contract],
            Self::Accept => &[Guard::Acceptance],
        }
    }
}
