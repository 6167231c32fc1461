//! Everything a person can do, named once.

mod name;

use crate::identity::Role;

/// One thing that can be done. Every use case names one; the table says who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Sign in and out, set and change one's own password.
    SignIn,
    /// Make and revoke the tokens by which one's own programs read.
    HoldTokens,
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
    /// See norms and processes.
    ReadRules,
    /// Put a norm or a process of the province into force.
    AdoptRules,
    /// Take proposals in: receive, draft, consolidate.
    CollectProject,
    /// Take a proposal in outside the registration round, with a reason.
    AdmitProject,
    /// Appraise a project and send it on.
    AppraiseProject,
    /// Report the progress of a project.
    RecordProgress,
    /// See councils, scores and rankings.
    ReadAppraisals,
    /// Set up councils, rank projects, close minutes.
    RecordAppraisal,
    /// Score a project as a member of a council.
    ScoreProject,
    /// See decisions and their lists.
    ReadDecisions,
    /// Draft a decision with its list of projects.
    RecordDecision,
    /// Record that a drafted decision was issued.
    IssueDecision,
    /// See surveys, inspections, acceptances and obstacles.
    ReadVisits,
    /// Record surveys, inspections, acceptances and obstacles.
    RecordVisit,
    /// Record what became of the support.
    RecordFollowup,
    /// Ask for a change of an approved project.
    RequestChange,
    /// Confirm a request for change for the province.
    ConfirmChange,
    /// Decide on a request for change.
    DecideChange,
    /// Hand one's own tasks to a colleague for a time.
    Delegate,
    /// Say how one wants to be reminded: by letters, by the calendar address.
    SetReminders,
    /// Write and send the letters that remind people.
    Remind,
    /// See who did what.
    ReadAudit,
}

impl Action {
    /// Every action, in the order of the printed matrix.
    pub const ALL: [Self; 58] = [
        Self::SignIn,
        Self::HoldTokens,
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
        Self::ReadRules,
        Self::AdoptRules,
        Self::CollectProject,
        Self::AdmitProject,
        Self::AppraiseProject,
        Self::RecordProgress,
        Self::ReadAppraisals,
        Self::RecordAppraisal,
        Self::ScoreProject,
        Self::ReadDecisions,
        Self::RecordDecision,
        Self::IssueDecision,
        Self::ReadVisits,
        Self::RecordVisit,
        Self::RecordFollowup,
        Self::RequestChange,
        Self::ConfirmChange,
        Self::DecideChange,
        Self::Delegate,
        Self::SetReminders,
        Self::Remind,
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
            | Self::RecordAcceptance
            | Self::CollectProject
            | Self::AdmitProject
            | Self::AppraiseProject
            | Self::RecordProgress
            | Self::RecordFollowup
            | Self::RequestChange
            | Self::ConfirmChange
            | Self::DecideChange => Some(Self::ReadProjects),
            Self::AdoptRules => Some(Self::ReadRules),
            Self::RecordAppraisal | Self::ScoreProject => Some(Self::ReadAppraisals),
            Self::RecordDecision | Self::IssueDecision => Some(Self::ReadDecisions),
            Self::RecordVisit => Some(Self::ReadVisits),
            Self::AssignBudget
            | Self::PrepareMove
            | Self::ApproveMove
            | Self::RecordCounterpart
            | Self::ReverseEntry => Some(Self::ReadLedger),
            Self::RecordIndicator => Some(Self::ReadIndicators),
            Self::RecordStatement => Some(Self::ReadStatements),
            Self::SendReport => Some(Self::ReadReports),
            Self::SignIn
            | Self::HoldTokens
            | Self::Initialise
            | Self::Delegate
            | Self::SetReminders
            | Self::Remind => None,
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
            | Self::ReadRules
            | Self::ReadAppraisals
            | Self::ReadDecisions
            | Self::ReadVisits
            | Self::ReadAudit => Some(self),
        }
    }

    /// Whether a role may do it at all, wherever the record lies.
    pub fn is_of(self, role: Role) -> bool {
        super::may(role, self)
    }

    /// Whether the person who proposed the record must not do this to it.
    pub fn needs_second_hand(self) -> bool {
        matches!(
            self,
            Self::ApproveProject | Self::ApproveMove | Self::IssueDecision | Self::DecideChange
        )
    }

    /// The approval that follows a proposal of this kind; whoever could give it does not propose
    /// through a deputy.
    pub fn second_hand(self) -> Option<Self> {
        match self {
            Self::ProposeProject => Some(Self::ApproveProject),
            Self::PrepareMove => Some(Self::ApproveMove),
            Self::RecordDecision => Some(Self::IssueDecision),
            Self::RequestChange => Some(Self::DecideChange),
            _ => None,
        }
    }

    /// Whether it stays with the person, whoever stands in: the own account, delegation and
    /// reminders, and a seat in a council, which is held by name.
    pub fn is_personal(self) -> bool {
        matches!(
            self,
            Self::SignIn
                | Self::HoldTokens
                | Self::Delegate
                | Self::SetReminders
                | Self::ScoreProject
        )
    }

    /// Whether the program itself may do it, with no person asking.
    pub(super) fn is_systems_own(self) -> bool {
        matches!(self, Self::SignIn | Self::Initialise | Self::Remind)
    }

    /// The code kept in the audit and printed in the matrix.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignIn => "identity.sign-in",
            Self::HoldTokens => "identity.hold-tokens",
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
            Self::ReadRules => "rules.read",
            Self::AdoptRules => "rules.adopt",
            Self::CollectProject => "project.collect",
            Self::AdmitProject => "project.admit",
            Self::AppraiseProject => "project.appraise",
            Self::RecordProgress => "project.progress",
            Self::ReadAppraisals => "appraisal.read",
            Self::RecordAppraisal => "appraisal.record",
            Self::ScoreProject => "appraisal.score",
            Self::ReadDecisions => "decision.read",
            Self::RecordDecision => "decision.record",
            Self::IssueDecision => "decision.issue",
            Self::ReadVisits => "monitoring.read",
            Self::RecordVisit => "monitoring.record",
            Self::RecordFollowup => "followup.record",
            Self::RequestChange => "amendment.request",
            Self::ConfirmChange => "amendment.confirm",
            Self::DecideChange => "amendment.decide",
            Self::Delegate => "task.delegate",
            Self::SetReminders => "task.set-reminders",
            Self::Remind => "task.remind",
            Self::ReadAudit => "audit.read",
        }
    }

    /// The action of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}
