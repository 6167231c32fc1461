//! The way of a project: one table, read by the rule, by the pages and by the tests.

use super::refusal::{Doing, Refusal};
use super::status::Status;
use crate::kernel::text::Lang;
use crate::policy::Action;
use Status::{
    Accepted, Approved, Contracted, Registered, Reported, Returned, Settled, Stopped, Submitted,
    Withdrawn,
};

/// A step somebody takes with a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// Every move there is: from where, by which step, to where.
pub const MOVES: &[(Status, Move, Status)] = &[
    (Registered, Move::Submit, Submitted),
    (Returned, Move::Submit, Submitted),
    (Submitted, Move::Return, Returned),
    (Submitted, Move::Approve, Approved),
    (Approved, Move::Contract, Contracted),
    (Contracted, Move::Accept, Accepted),
    (Accepted, Move::Settle, Settled),
    (Approved, Move::Stop, Stopped),
    (Contracted, Move::Stop, Stopped),
    (Registered, Move::Withdraw, Withdrawn),
    (Submitted, Move::Withdraw, Withdrawn),
    (Returned, Move::Withdraw, Withdrawn),
    (Approved, Move::Withdraw, Withdrawn),
    (Reported, Move::Withdraw, Withdrawn),
];

impl Move {
    /// Every step, in the order pages offer them.
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

    /// What a person must be allowed to do to take the step.
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

    /// The words of the button.
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

    /// The code of the step, as its address ends.
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

    /// The step of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// Where a step leads from here, or why it cannot be taken.
pub fn next(from: Status, step: Move) -> Result<Status, Refusal> {
    let found = MOVES
        .iter()
        .find(|(held, by, _)| *held == from && *by == step);
    match found {
        Some((_, _, to)) => Ok(*to),
        None if step == Move::Contract && from.is_undecided() => Err(Refusal::NoDecision {
            doing: Doing::Contract,
        }),
        None => Err(Refusal::NotFromHere { step, from }),
    }
}

/// The steps that lead on from here, in the order pages offer them.
pub fn steps_from(from: Status) -> impl Iterator<Item = Move> {
    let leads = move |step: &Move| {
        MOVES
            .iter()
            .any(|(held, by, _)| *held == from && by == step)
    };
    Move::ALL.into_iter().filter(leads)
}

/// Money moves only for a project that a decision stands behind.
pub fn expect_decision(status: Status) -> Result<(), Refusal> {
    if status.is_undecided() {
        return Err(Refusal::NoDecision {
            doing: Doing::Money,
        });
    }
    Ok(())
}
