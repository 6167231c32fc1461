//! The table: which role may do what. One row an action; the printed matrix is this table.

use super::Action;
use crate::identity::Role;
use Role::{
    Accountant, AgencyOfficer, Auditor, CentreHead, CentreOfficer, CommuneOfficer, CouncilMember,
    DepartmentHead, DepartmentOfficer, Firm, PaymentApprover, ServiceOrganisation,
    SystemAdministrator,
};

/// The implementing centre.
const CENTRE: &[Role] = &[CentreOfficer, CentreHead];

/// The Sở Công Thương.
const DEPARTMENT: &[Role] = &[DepartmentOfficer, DepartmentHead];

/// Everybody who reads the business: all but the system administrator and the outsiders.
const OFFICE: &[Role] = &[
    CentreOfficer,
    CentreHead,
    DepartmentOfficer,
    DepartmentHead,
    Accountant,
    PaymentApprover,
    AgencyOfficer,
    Auditor,
];

/// Those who propose and confirm on the ground.
const FIELD: &[Role] = &[CommuneOfficer, ServiceOrganisation];

/// Those who carry projects out and see their own: a firm reads the programmes and plans it could
/// apply to, and no scores.
const OUTSIDE: &[Role] = &[ServiceOrganisation, Firm];

/// Who may do what: the groups of an action, together. An action that is missing here is allowed
/// to nobody.
pub const TABLE: &[(Action, &[&[Role]])] = &[
    (Action::SignIn, &[&Role::ALL]),
    (Action::HoldTokens, &[&Role::ALL]),
    (Action::Initialise, &[]),
    (Action::ReadPeople, &[&[SystemAdministrator, Auditor]]),
    (Action::ManagePeople, &[&[SystemAdministrator]]),
    (
        Action::ReadOrganisations,
        &[
            OFFICE,
            &[SystemAdministrator, CommuneOfficer, CouncilMember],
        ],
    ),
    (Action::RecordOrganisation, &[&[SystemAdministrator]]),
    (
        Action::ReadEstablishments,
        &[OFFICE, FIELD, &[CouncilMember, Firm]],
    ),
    (
        Action::RecordEstablishment,
        &[CENTRE, FIELD, &[DepartmentOfficer]],
    ),
    (Action::ReadDocuments, &[OFFICE, FIELD, &[CouncilMember]]),
    (Action::RecordDocument, &[CENTRE, DEPARTMENT]),
    (
        Action::ReadProgrammes,
        &[OFFICE, FIELD, &[CouncilMember, Firm]],
    ),
    (Action::RecordProgramme, &[CENTRE, DEPARTMENT]),
    (Action::ReadPlans, &[OFFICE, FIELD, &[CouncilMember, Firm]]),
    (Action::RecordPlan, &[CENTRE, DEPARTMENT]),
    (
        Action::ReadProjects,
        &[OFFICE, FIELD, &[CouncilMember, Firm]],
    ),
    (Action::ProposeProject, &[CENTRE, FIELD, &[Firm]]),
    (Action::AmendProject, &[CENTRE]),
    (Action::SubmitProject, &[CENTRE, FIELD, &[Firm]]),
    (Action::ReturnProject, &[CENTRE, DEPARTMENT]),
    (Action::ApproveProject, &[DEPARTMENT, &[AgencyOfficer]]),
    (Action::WithdrawProject, &[&[CentreHead, DepartmentHead]]),
    (Action::RecordContract, &[CENTRE]),
    (Action::RecordAcceptance, &[CENTRE, &[DepartmentOfficer]]),
    (Action::ReadLedger, &[OFFICE]),
    (Action::AssignBudget, &[DEPARTMENT]),
    (Action::PrepareMove, &[&[Accountant]]),
    (Action::ApproveMove, &[&[PaymentApprover]]),
    (Action::RecordCounterpart, &[&[CentreOfficer, Accountant]]),
    (Action::ReverseEntry, &[&[PaymentApprover]]),
    (Action::ReadIndicators, &[OFFICE, FIELD, &[CouncilMember]]),
    (Action::RecordIndicator, &[CENTRE, &[DepartmentOfficer]]),
    (Action::ReadStatements, &[OFFICE]),
    (Action::RecordStatement, &[CENTRE, &[DepartmentOfficer]]),
    (Action::ReadReports, &[OFFICE]),
    (Action::SendReport, &[DEPARTMENT, &[CentreHead]]),
    (Action::ReadRules, &[OFFICE, FIELD, &[CouncilMember, Firm]]),
    (Action::AdoptRules, &[DEPARTMENT]),
    (Action::CollectProject, &[CENTRE, DEPARTMENT]),
    (Action::AdmitProject, &[&[CentreHead, DepartmentHead]]),
    (Action::AppraiseProject, &[DEPARTMENT, &[AgencyOfficer]]),
    (Action::RecordProgress, &[CENTRE, OUTSIDE]),
    (Action::ReadAppraisals, &[OFFICE, &[CouncilMember]]),
    (Action::RecordAppraisal, &[DEPARTMENT]),
    (Action::ScoreProject, &[&[CouncilMember]]),
    (Action::ReadDecisions, &[OFFICE, FIELD, &[CouncilMember]]),
    (Action::RecordDecision, &[CENTRE, DEPARTMENT]),
    (Action::IssueDecision, &[DEPARTMENT, &[AgencyOfficer]]),
    (Action::ReadVisits, &[OFFICE, FIELD, &[CouncilMember]]),
    (
        Action::RecordVisit,
        &[CENTRE, &[DepartmentOfficer, CommuneOfficer]],
    ),
    (Action::RecordFollowup, &[CENTRE, &[CommuneOfficer, Firm]]),
    (Action::RequestChange, &[CENTRE, OUTSIDE]),
    (Action::ConfirmChange, &[DEPARTMENT]),
    (Action::DecideChange, &[&[DepartmentHead, AgencyOfficer]]),
    (
        Action::Delegate,
        &[
            CENTRE,
            DEPARTMENT,
            FIELD,
            &[Accountant, PaymentApprover, CouncilMember, AgencyOfficer],
        ],
    ),
    (Action::SetReminders, &[&Role::ALL]),
    (Action::Remind, &[]),
    (
        Action::ReadAudit,
        &[&[Auditor, SystemAdministrator, DepartmentHead, CentreHead]],
    ),
];

/// Whether a role may do something at all, wherever the record lies.
pub fn may(role: Role, action: Action) -> bool {
    TABLE
        .iter()
        .any(|(row, groups)| *row == action && groups.iter().any(|roles| roles.contains(&role)))
}
