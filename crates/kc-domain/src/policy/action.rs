//! Everything a person can do, named once.

use crate::kernel::text::Lang;

/// One thing that can be done. Every use case names one; the table says who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Sign in and out, set and change one's own password.
    SignIn,
    /// First run: create the first organisation and administrator.
    Initialise,
    /// See people and their roles.
    ReadPeople,
    /// Invite people, give and end roles.
    ManagePeople,
    /// See organisations.
    ReadOrganisations,
    /// Add and change organisations.
    RecordOrganisation,
    /// See establishments.
    ReadEstablishments,
    /// Add and change establishments.
    RecordEstablishment,
    /// See documents and their files.
    ReadDocuments,
    /// Add documents and files.
    RecordDocument,
    /// See programmes.
    ReadProgrammes,
    /// Add and change programmes.
    RecordProgramme,
    /// See annual plans.
    ReadPlans,
    /// Add and change annual plans.
    RecordPlan,
    /// See projects.
    ReadProjects,
    /// Register a proposal and change it while it is a proposal.
    ProposeProject,
    /// Change an approved project's facts.
    AmendProject,
    /// Submit a proposal for approval.
    SubmitProject,
    /// Give a submitted project back to its author, with a reason.
    ReturnProject,
    /// Record that a project was approved by a decision.
    ApproveProject,
    /// Take a project out of the list, with a reason.
    WithdrawProject,
    /// Record the contract of an approved project.
    RecordContract,
    /// Record that the work was accepted.
    RecordAcceptance,
    /// See purses and entries.
    ReadLedger,
    /// Assign budget to purses, cut it, carry it over.
    AssignBudget,
    /// Prepare an advance, a payment, a settlement or a refund.
    PrepareMove,
    /// Approve a prepared move of money.
    ApproveMove,
    /// Record counterpart money committed or evidenced.
    RecordCounterpart,
    /// Reverse an entry, with a reason.
    ReverseEntry,
    /// See targets and results.
    ReadIndicators,
    /// Record targets and results.
    RecordIndicator,
    /// See statements.
    ReadStatements,
    /// Keep and withdraw statements.
    RecordStatement,
    /// Open and print reports.
    ReadReports,
    /// Keep that a report was sent, to whom and with which totals.
    SendReport,
    /// See who did what.
    ReadAudit,
}

impl Action {
    /// Every action, in the order of the printed matrix.
    pub const ALL: [Self; 36] = [
        Self::SignIn,
        Self::Initialise,
        Self::ReadPeople,
        Self::ManagePeople,
        Self::ReadOrganisations,
        Self::RecordOrganisation,
        Self::ReadEstablishments,
        Self::RecordEstablishment,
        Self::ReadDocuments,
        Self::RecordDocument,
        Self::ReadProgrammes,
        Self::RecordProgramme,
        Self::ReadPlans,
        Self::RecordPlan,
        Self::ReadProjects,
        Self::ProposeProject,
        Self::AmendProject,
        Self::SubmitProject,
        Self::ReturnProject,
        Self::ApproveProject,
        Self::WithdrawProject,
        Self::RecordContract,
        Self::RecordAcceptance,
        Self::ReadLedger,
        Self::AssignBudget,
        Self::PrepareMove,
        Self::ApproveMove,
        Self::RecordCounterpart,
        Self::ReverseEntry,
        Self::ReadIndicators,
        Self::RecordIndicator,
        Self::ReadStatements,
        Self::RecordStatement,
        Self::ReadReports,
        Self::SendReport,
        Self::ReadAudit,
    ];

    /// The reading that a writing presupposes: who may not read must not learn that it exists.
    pub fn reading(self) -> Option<Self> {
        match self {
            Self::ManagePeople => Some(Self::ReadPeople),
            Self::RecordOrganisation => Some(Self::ReadOrganisations),
            Self::RecordEstablishment => Some(Self::ReadEstablishments),
            Self::RecordDocument => Some(Self::ReadDocuments),
            Self::RecordProgramme => Some(Self::ReadProgrammes),
            Self::RecordPlan => Some(Self::ReadPlans),
            Self::ProposeProject
            | Self::AmendProject
            | Self::SubmitProject
            | Self::ReturnProject
            | Self::ApproveProject
            | Self::WithdrawProject
            | Self::RecordContract
            | Self::RecordAcceptance => Some(Self::ReadProjects),
            Self::AssignBudget
            | Self::PrepareMove
            | Self::ApproveMove
            | Self::RecordCounterpart
            | Self::ReverseEntry => Some(Self::ReadLedger),
            Self::RecordIndicator => Some(Self::ReadIndicators),
            Self::RecordStatement => Some(Self::ReadStatements),
            Self::SendReport => Some(Self::ReadReports),
            Self::SignIn | Self::Initialise => None,
            Self::ReadPeople
            | Self::ReadOrganisations
            | Self::ReadEstablishments
            | Self::ReadDocuments
            | Self::ReadProgrammes
            | Self::ReadPlans
            | Self::ReadProjects
            | Self::ReadLedger
            | Self::ReadIndicators
            | Self::ReadStatements
            | Self::ReadReports
            | Self::ReadAudit => Some(self),
        }
    }

    /// Whether the person who proposed the record must not do this to it.
    pub fn needs_second_hand(self) -> bool {
        matches!(self, Self::ApproveProject | Self::ApproveMove)
    }

    /// Whether the program itself may do it, with no person asking.
    pub(super) fn is_systems_own(self) -> bool {
        matches!(self, Self::SignIn | Self::Initialise)
    }

    /// The code kept in the audit and printed in the matrix.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignIn => "identity.sign-in",
            Self::Initialise => "identity.initialise",
            Self::ReadPeople => "identity.read",
            Self::ManagePeople => "identity.manage",
            Self::ReadOrganisations => "organisation.read",
            Self::RecordOrganisation => "organisation.record",
            Self::ReadEstablishments => "establishment.read",
            Self::RecordEstablishment => "establishment.record",
            Self::ReadDocuments => "document.read",
            Self::RecordDocument => "document.record",
            Self::ReadProgrammes => "programme.read",
            Self::RecordProgramme => "programme.record",
            Self::ReadPlans => "plan.read",
            Self::RecordPlan => "plan.record",
            Self::ReadProjects => "project.read",
            Self::ProposeProject => "project.propose",
            Self::AmendProject => "project.amend",
            Self::SubmitProject => "project.submit",
            Self::ReturnProject => "project.return",
            Self::ApproveProject => "project.approve",
            Self::WithdrawProject => "project.withdraw",
            Self::RecordContract => "contract.record",
            Self::RecordAcceptance => "acceptance.record",
            Self::ReadLedger => "ledger.read",
            Self::AssignBudget => "ledger.assign",
            Self::PrepareMove => "payment.prepare",
            Self::ApproveMove => "payment.approve",
            Self::RecordCounterpart => "ledger.counterpart",
            Self::ReverseEntry => "ledger.reverse",
            Self::ReadIndicators => "indicator.read",
            Self::RecordIndicator => "indicator.record",
            Self::ReadStatements => "statement.read",
            Self::RecordStatement => "statement.record",
            Self::ReadReports => "report.read",
            Self::SendReport => "report.send",
            Self::ReadAudit => "audit.read",
        }
    }

    /// The action of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }

    /// What the person does, in words: "phê duyệt đề án".
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::SignIn => lang.t("đăng nhập", "sign in"),
            Self::Initialise => lang.t("khởi tạo hệ thống", "initialise the system"),
            Self::ReadPeople => lang.t("xem người dùng", "see people"),
            Self::ManagePeople => lang.t("quản lý người dùng", "manage people"),
            Self::ReadOrganisations => lang.t("xem tổ chức", "see organisations"),
            Self::RecordOrganisation => lang.t("ghi tổ chức", "record an organisation"),
            Self::ReadEstablishments => lang.t("xem cơ sở CNNT", "see establishments"),
            Self::RecordEstablishment => lang.t("ghi cơ sở CNNT", "record an establishment"),
            Self::ReadDocuments => lang.t("xem văn bản", "see documents"),
            Self::RecordDocument => lang.t("ghi văn bản", "record a document"),
            Self::ReadProgrammes => lang.t("xem chương trình", "see programmes"),
            Self::RecordProgramme => lang.t("ghi chương trình", "record a programme"),
            Self::ReadPlans => lang.t("xem kế hoạch", "see plans"),
            Self::RecordPlan => lang.t("ghi kế hoạch", "record a plan"),
            Self::ReadProjects => lang.t("xem đề án", "see projects"),
            Self::ProposeProject => lang.t("đăng ký đề án", "propose a project"),
            Self::AmendProject => lang.t("sửa thông tin đề án", "amend a project"),
            Self::SubmitProject => lang.t("trình đề án", "submit a project"),
            Self::ReturnProject => lang.t("trả lại đề án", "return a project"),
            Self::ApproveProject => lang.t("phê duyệt đề án", "approve a project"),
            Self::WithdrawProject => lang.t("rút đề án", "withdraw a project"),
            Self::RecordContract => lang.t("ghi hợp đồng", "record a contract"),
            Self::RecordAcceptance => lang.t("ghi nghiệm thu", "record acceptance"),
            Self::ReadLedger => lang.t("xem sổ kinh phí", "see the ledger"),
            Self::AssignBudget => lang.t("giao, điều chỉnh dự toán", "assign budget"),
            Self::PrepareMove => lang.t("lập chứng từ chi", "prepare a payment"),
            Self::ApproveMove => lang.t("duyệt chi", "approve a payment"),
            Self::RecordCounterpart => lang.t("ghi vốn đối ứng", "record counterpart money"),
            Self::ReverseEntry => lang.t("ghi bút toán đảo", "reverse an entry"),
            Self::ReadIndicators => lang.t("xem chỉ tiêu, kết quả", "see targets and results"),
            Self::RecordIndicator => lang.t("ghi chỉ tiêu, kết quả", "record targets and results"),
            Self::ReadStatements => lang.t("xem số liệu công bố", "see statements"),
            Self::RecordStatement => lang.t("ghi số liệu công bố", "record a statement"),
            Self::ReadReports => lang.t("xem báo cáo", "see reports"),
            Self::SendReport => lang.t("ghi gửi báo cáo", "keep that a report was sent"),
            Self::ReadAudit => lang.t("xem nhật ký", "see the audit"),
        }
    }
}
