//! Where a project stands, as reports and the rules of money count it.

use crate::kernel::text::Lang;

/// What a project counts as, whatever its process calls the state it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Đã đăng ký: a proposal its author may still change.
    Registered,
    /// Chờ phê duyệt: submitted, waits for a decision.
    Submitted,
    /// Trả lại: the author must complete it.
    Returned,
    /// Đã phê duyệt: stands on a decision.
    Approved,
    /// Đang thực hiện: under contract.
    Contracted,
    /// Đã nghiệm thu: the work was accepted.
    Accepted,
    /// Đã quyết toán: the money was settled.
    Settled,
    /// Đã dừng: stopped after its approval.
    Stopped,
    /// Đã rút: taken out of the list.
    Withdrawn,
    /// Taken over from published results; the steps it went through are not known.
    Reported,
}

impl Status {
    /// Every status, in the order of the way.
    pub const ALL: [Self; 10] = [
        Self::Registered,
        Self::Submitted,
        Self::Returned,
        Self::Approved,
        Self::Contracted,
        Self::Accepted,
        Self::Settled,
        Self::Stopped,
        Self::Withdrawn,
        Self::Reported,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::Contracted => "contracted",
            Self::Accepted => "accepted",
            Self::Settled => "settled",
            Self::Stopped => "stopped",
            Self::Withdrawn => "withdrawn",
            Self::Reported => "reported",
        }
    }

    /// The status of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Registered => lang.t("Đã đăng ký", "Registered"),
            Self::Submitted => lang.t("Chờ phê duyệt", "Awaiting approval"),
            Self::Returned => lang.t("Trả lại để bổ sung", "Returned"),
            Self::Approved => lang.t("Đã phê duyệt", "Approved"),
            Self::Contracted => lang.t("Đang thực hiện", "Under way"),
            Self::Accepted => lang.t("Đã nghiệm thu", "Accepted"),
            Self::Settled => lang.t("Đã quyết toán", "Settled"),
            Self::Stopped => lang.t("Đã dừng", "Stopped"),
            Self::Withdrawn => lang.t("Đã rút", "Withdrawn"),
            Self::Reported => lang.t("Đã thực hiện (theo số liệu công bố)", "Done (as published)"),
        }
    }

    /// Whether it is still a proposal its author may change.
    pub fn is_draft(self) -> bool {
        matches!(self, Self::Registered | Self::Returned)
    }

    /// Whether no decision stands behind it yet, so that no money may move for it.
    pub fn is_undecided(self) -> bool {
        matches!(self, Self::Registered | Self::Submitted | Self::Returned)
    }

    /// Whether nothing moves it any more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Settled | Self::Stopped | Self::Withdrawn)
    }
}
