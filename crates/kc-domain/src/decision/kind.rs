//! What a decision does.

use crate::kernel::text::Lang;
use crate::project::Status;

/// The kinds of decision over a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecisionKind {
    /// Phê duyệt: a batch of submitted projects with their money.
    Approve,
    /// Điều chỉnh: other amounts for approved projects.
    Adjust,
    /// Bổ sung: further projects, or more money for approved ones.
    Supplement,
    /// Cắt giảm: less money.
    Cut,
    /// Hoãn: projects go to a later plan, their money stays with this year's purse.
    Postpone,
    /// Chuyển nguồn: projects go to a later plan together with their money.
    CarryOver,
    /// Đổi nguồn: the same money from another source.
    SwitchSource,
    /// Dừng: projects end, what is neither advanced nor paid goes back.
    Stop,
}

impl DecisionKind {
    /// Every kind, in the order of the forms.
    pub const ALL: [Self; 8] = [
        Self::Approve,
        Self::Supplement,
        Self::Adjust,
        Self::Cut,
        Self::SwitchSource,
        Self::Postpone,
        Self::CarryOver,
        Self::Stop,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Adjust => "adjust",
            Self::Supplement => "supplement",
            Self::Cut => "cut",
            Self::Postpone => "postpone",
            Self::CarryOver => "carry-over",
            Self::SwitchSource => "switch-source",
            Self::Stop => "stop",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Approve => lang.t("Phê duyệt kế hoạch", "Approve a batch"),
            Self::Adjust => lang.t("Điều chỉnh kinh phí", "Adjust amounts"),
            Self::Supplement => lang.t("Bổ sung kế hoạch", "Supplement"),
            Self::Cut => lang.t("Cắt giảm kinh phí", "Cut"),
            Self::Postpone => lang.t("Hoãn sang kế hoạch năm sau", "Postpone to a later plan"),
            Self::CarryOver => lang.t("Chuyển nguồn sang năm sau", "Carry over to a later plan"),
            Self::SwitchSource => lang.t("Chuyển đổi nguồn kinh phí", "Switch the source"),
            Self::Stop => lang.t("Dừng thực hiện đề án", "Stop projects"),
        }
    }

    /// What it does, as a decision says it: "phê duyệt", "điều chỉnh".
    pub fn verb(self) -> &'static str {
        match self {
            Self::Approve => "Phê duyệt",
            Self::Adjust => "Điều chỉnh",
            Self::Supplement => "Bổ sung",
            Self::Cut => "Cắt giảm",
            Self::Postpone => "Hoãn thực hiện",
            Self::CarryOver => "Chuyển nguồn",
            Self::SwitchSource => "Chuyển đổi nguồn kinh phí",
            Self::Stop => "Dừng thực hiện",
        }
    }

    /// Whether it takes projects into the plan.
    pub fn approves(self) -> bool {
        matches!(self, Self::Approve | Self::Supplement)
    }

    /// Whether it takes money or projects away and so must say why.
    pub fn needs_reason(self) -> bool {
        !self.approves()
    }

    /// Whether its projects go to a later plan.
    pub fn moves_plan(self) -> bool {
        matches!(self, Self::Postpone | Self::CarryOver)
    }

    /// Whether it may stand over a project in this state.
    pub fn takes(self, status: Status) -> bool {
        let is_running = matches!(status, Status::Approved | Status::Contracted);
        match self {
            Self::Approve => status == Status::Submitted,
            Self::Supplement => status == Status::Submitted || is_running,
            Self::Postpone => status == Status::Approved,
            Self::Adjust | Self::Cut | Self::SwitchSource | Self::CarryOver | Self::Stop => {
                is_running
            }
        }
    }
}
