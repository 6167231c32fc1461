//! The kinds of move, each between two fixed stages.

use super::Stage;
use crate::kernel::text::Lang;

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveKind {
    /// Budget assigned to a purse.
    Assign,
    /// Budget cut from a purse.
    Cut,
    /// Budget carried out of a purse into the next year's.
    CarryOut,
    /// Budget carried into a purse.
    CarryIn,
    /// Held for the waiting list.
    Reserve,
    /// Freed from the waiting list.
    Release,
    /// Approved for a project.
    Approve,
    /// Approval taken back, wholly or in part.
    Reduce,
    /// Bound by a contract.
    Contract,
    /// Paid in advance.
    Advance,
    /// Paid against acceptance.
    Pay,
    /// An advance cleared by acceptance.
    ClearAdvance,
    /// Settled for the year.
    Settle,
    /// An advance paid back.
    RecoverAdvance,
    /// A payment paid back.
    RecoverPaid,
    /// Partners' money promised.
    Commit,
    /// A promise taken back.
    Uncommit,
    /// Partners' money shown to be spent.
    Evidence,
    /// Another entry reversed, wholly or in part.
    Reversal,
}

impl MoveKind {
    /// Every kind.
    pub const ALL: [Self; 19] = [
        Self::Assign,
        Self::Cut,
        Self::CarryOut,
        Self::CarryIn,
        Self::Reserve,
        Self::Release,
        Self::Approve,
        Self::Reduce,
        Self::Contract,
        Self::Advance,
        Self::Pay,
        Self::ClearAdvance,
        Self::Settle,
        Self::RecoverAdvance,
        Self::RecoverPaid,
        Self::Commit,
        Self::Uncommit,
        Self::Evidence,
        Self::Reversal,
    ];

    /// The two stages it moves between; a reversal takes them from the entry it reverses.
    pub fn stages(self) -> Option<(Stage, Stage)> {
        Some(match self {
            Self::Assign | Self::CarryIn => (Stage::Authority, Stage::Available),
            Self::Cut | Self::CarryOut => (Stage::Available, Stage::Authority),
            Self::Reserve => (Stage::Available, Stage::Reserved),
            Self::Release => (Stage::Reserved, Stage::Available),
            Self::Approve => (Stage::Available, Stage::Approved),
            Self::Reduce => (Stage::Approved, Stage::Available),
            Self::Contract => (Stage::Approved, Stage::Contracted),
            Self::Advance => (Stage::Contracted, Stage::Advanced),
            Self::Pay => (Stage::Contracted, Stage::Paid),
            Self::ClearAdvance => (Stage::Advanced, Stage::Paid),
            Self::Settle => (Stage::Paid, Stage::Settled),
            Self::RecoverAdvance => (Stage::Advanced, Stage::Recovered),
            Self::RecoverPaid => (Stage::Paid, Stage::Recovered),
            Self::Commit => (Stage::Owner, Stage::Committed),
            Self::Uncommit => (Stage::Committed, Stage::Owner),
            Self::Evidence => (Stage::Committed, Stage::Evidenced),
            Self::Reversal => return None,
        })
    }

    /// Whether it is allowed only for a project that a decision approved.
    pub fn needs_decision(self) -> bool {
        matches!(
            self,
            Self::Contract | Self::Advance | Self::Pay | Self::ClearAdvance | Self::Settle
        )
    }

    /// Whether it binds more of the State's money to a project, and so only under a known rule.
    pub fn binds(self) -> bool {
        matches!(
            self,
            Self::Approve | Self::Contract | Self::Advance | Self::Pay | Self::ClearAdvance
        )
    }

    /// Whether money leaves the treasury, and so only within the time of the plan.
    pub fn is_spending(self) -> bool {
        matches!(self, Self::Advance | Self::Pay)
    }

    /// Whether two people are needed: one prepares, another approves.
    pub fn needs_two_hands(self) -> bool {
        matches!(
            self,
            Self::Advance
                | Self::Pay
                | Self::ClearAdvance
                | Self::Settle
                | Self::RecoverAdvance
                | Self::RecoverPaid
        )
    }

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Cut => "cut",
            Self::CarryOut => "carry-out",
            Self::CarryIn => "carry-in",
            Self::Reserve => "reserve",
            Self::Release => "release",
            Self::Approve => "approve",
            Self::Reduce => "reduce",
            Self::Contract => "contract",
            Self::Advance => "advance",
            Self::Pay => "pay",
            Self::ClearAdvance => "clear-advance",
            Self::Settle => "settle",
            Self::RecoverAdvance => "recover-advance",
            Self::RecoverPaid => "recover-paid",
            Self::Commit => "commit",
            Self::Uncommit => "uncommit",
            Self::Evidence => "evidence",
            Self::Reversal => "reversal",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Assign => lang.t("Giao dự toán", "Assign budget"),
            Self::Cut => lang.t("Cắt giảm dự toán", "Cut budget"),
            Self::CarryOut => lang.t("Chuyển sang năm sau", "Carry out"),
            Self::CarryIn => lang.t("Nhận chuyển nguồn", "Carry in"),
            Self::Reserve => lang.t("Giữ dự phòng", "Reserve"),
            Self::Release => lang.t("Thôi giữ dự phòng", "Release"),
            Self::Approve => lang.t("Phê duyệt kinh phí", "Approve"),
            Self::Reduce => lang.t("Giảm kinh phí phê duyệt", "Reduce"),
            Self::Contract => lang.t("Ký hợp đồng", "Contract"),
            Self::Advance => lang.t("Tạm ứng", "Advance"),
            Self::Pay => lang.t("Thanh toán", "Pay"),
            Self::ClearAdvance => lang.t("Thanh toán tạm ứng", "Clear the advance"),
            Self::Settle => lang.t("Quyết toán", "Settle"),
            Self::RecoverAdvance => lang.t("Thu hồi tạm ứng", "Recover an advance"),
            Self::RecoverPaid => lang.t("Thu hồi đã thanh toán", "Recover a payment"),
            Self::Commit => lang.t("Cam kết đối ứng", "Commit"),
            Self::Uncommit => lang.t("Rút cam kết đối ứng", "Uncommit"),
            Self::Evidence => lang.t("Chứng minh đối ứng", "Evidence"),
            Self::Reversal => lang.t("Bút toán đảo", "Reversal"),
        }
    }
}
