//! The table: which role may do what. One row an action; the printed matrix is this table.

use super::Action;
use crate::identity::Role;
use Role::{
    Accountant, AgencyOfficer, Auditor, CentreHead, CentreOfficer, CommuneOfficer, CouncilMember,
    DepartmentHead, DepartmentOfficer, Firm, PaymentApprover, ServiceOrganisation,
    SystemAdministrator,
};

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

/// The office and those who propose and confirm on the ground.
const OFFICE_AND_FIELD: &[Role] = &[
    CentreOfficer,
    CentreHead,
    DepartmentOfficer,
    DepartmentHead,
    Accountant,
    PaymentApprover,
    AgencyOfficer,
    Auditor,
    CommuneOfficer,
    ServiceOrganisation,
    CouncilMember,
];

/// Those who read projects and establishments, and the frame they stand in: a firm sees its own,
/// and the programmes and plans it could apply to.
const WITH_FIRMS: &[Role] = &[
    CentreOfficer,
    CentreHead,
    DepartmentOfficer,
    DepartmentHead,
    Accountant,
    PaymentApprover,
    AgencyOfficer,
    Auditor,
    CommuneOfficer,
    ServiceOrganisation,
    CouncilMember,
    Firm,
];

/// The office and the council: scores and rankings are not for those who propose.
const APPRAISERS: &[Role] = &[
    CentreOfficer,
    CentreHead,
    DepartmentOfficer,
    DepartmentHead,
    Accountant,
    PaymentApprover,
    AgencyOfficer,
    Auditor,
    CouncilMember,
];

/// Who may do what. An action that is missing here is allowed to nobody.
pub const TABLE: &[(Action, &[Role])] = &[
    (Action::SignIn, &Role::ALL),
    (Action::Initialise, &[]),
    (Action::ReadPeople, &[SystemAdministrator, Auditor]),
    (Action::ManagePeople, &[SystemAdministrator]),
    (
        Action::ReadOrganisations,
        &[
            SystemAdministrator,
            CentreOfficer,
            CentreHead,
            DepartmentOfficer,
            DepartmentHead,
            Accountant,
            PaymentApprover,
            AgencyOfficer,
            Auditor,
            CommuneOfficer,
            CouncilMember,
        ],
    ),
    (Action::RecordOrganisation, &[SystemAdministrator]),
    (Action::ReadEstablishments, WITH_FIRMS),
    (
        Action::RecordEstablishment,
        &[
            CentreOfficer,
            CentreHead,
            DepartmentOfficer,
            CommuneOfficer,
            ServiceOrganisation,
        ],
    ),
    (Action::ReadDocuments, OFFICE_AND_FIELD),
    (
        Action::RecordDocument,
        &[CentreOfficer, CentreHead, DepartmentOfficer, DepartmentHead],
    ),
    (Action::ReadProgrammes, WITH_FIRMS),
    (
        Action::RecordProgramme,
        &[CentreOfficer, CentreHead, DepartmentOfficer, DepartmentHead],
    ),
    (Action::ReadPlans, WITH_FIRMS),
    (
        Action::RecordPlan,
        &[CentreOfficer, CentreHead, DepartmentOfficer, DepartmentHead],
    ),
    (Action::ReadProjects, WITH_FIRMS),
    (
        Action::ProposeProject,
        &[
            CentreOfficer,
            CentreHead,
            CommuneOfficer,
            ServiceOrganisation,
            Firm,
        ],
    ),
    (Action::AmendProject, &[CentreOfficer, CentreHead]),
    (
        Action::SubmitProject,
        &[
            CentreOfficer,
            CentreHead,
            CommuneOfficer,
            ServiceOrganisation,
            Firm,
        ],
    ),
    (
        Action::ReturnProject,
        &[CentreOfficer, CentreHead, DepartmentOfficer, DepartmentHead],
    ),
    (
        Action::ApproveProject,
        &[DepartmentOfficer, DepartmentHead, AgencyOfficer],
    ),
    (Action::WithdrawProject, &[CentreHead, DepartmentHead]),
    (Action::RecordContract, &[CentreOfficer, CentreHead]),
    (
        Action::RecordAcceptance,
        &[CentreOfficer, CentreHead, DepartmentOfficer],
    ),
    (Action::ReadLedger, OFFICE),
    (Action::AssignBudget, &[DepartmentOfficer, DepartmentHead]),
    (Action::PrepareMove, &[Accountant]),
    (Action::ApproveMove, &[PaymentApprover]),
    (Action::RecordCounterpart, &[CentreOfficer, Accountant]),
    (Action::ReverseEntry, &[PaymentApprover]),
    (Action::ReadIndicators, OFFICE_AND_FIELD),
    (
        Action::RecordIndicator,
        &[CentreOfficer, CentreHead, DepartmentOfficer],
    ),
    (Action::ReadStatements, OFFICE),
    (
        Action::RecordStatement,
        &[CentreOfficer, CentreHead, DepartmentOfficer],
    ),
    (Action::ReadReports, OFFICE),
    (
        Action::SendReport,
        &[CentreHead, DepartmentOfficer, DepartmentHead],
    ),
    (Action::ReadRules, WITH_FIRMS),
    (Action::AdoptRules, &[DepartmentOfficer, DepartmentHead]),
    (
        Action::CollectProject,
        &[CentreOfficer, CentreHead, DepartmentOfficer, DepartmentHead],
    ),
    (Action::AdmitProject, &[CentreHead, DepartmentHead]),
    (
        Action::AppraiseProject,
        &[DepartmentOfficer, DepartmentHead, AgencyOfficer],
    ),
    (
        Action::RecordProgress,
        &[CentreOfficer, CentreHead, ServiceOrganisation, Firm],
    ),
    (Action::ReadAppraisals, APPRAISERS),
    (
        Action::RecordAppraisal,
        &[DepartmentOfficer, DepartmentHead],
    ),
    (Action::ScoreProject, &[CouncilMember]),
    (Action::ReadDecisions, OFFICE_AND_FIELD),
    (
        Action::RecordDecision,
        &[CentreOfficer, CentreHead, DepartmentOfficer, DepartmentHead],
    ),
    (
        Action::IssueDecision,
        &[DepartmentOfficer, DepartmentHead, AgencyOfficer],
    ),
    (Action::ReadVisits, OFFICE_AND_FIELD),
    (
        Action::RecordVisit,
        &[CentreOfficer, CentreHead, DepartmentOfficer, CommuneOfficer],
    ),
    (
        Action::RecordFollowup,
        &[CentreOfficer, CentreHead, CommuneOfficer, Firm],
    ),
    (
        Action::RequestChange,
        &[CentreOfficer, CentreHead, ServiceOrganisation, Firm],
    ),
    (Action::ConfirmChange, &[DepartmentOfficer, DepartmentHead]),
    (Action::DecideChange, &[DepartmentHead, AgencyOfficer]),
    (
        Action::Delegate,
        &[
            CentreOfficer,
            CentreHead,
            DepartmentOfficer,
            DepartmentHead,
            Accountant,
            PaymentApprover,
            CommuneOfficer,
            ServiceOrganisation,
            CouncilMember,
            AgencyOfficer,
        ],
    ),
    (Action::Remind, &[]),
    (
        Action::ReadAudit,
        &[Auditor, SystemAdministrator, DepartmentHead, CentreHead],
    ),
];

/// Whether a role may do something at all, wherever the record lies.
pub fn may(role: Role, action: Action) -> bool {
    TABLE
        .iter()
        .any(|(row, roles)| *row == action && roles.contains(&role))
}
