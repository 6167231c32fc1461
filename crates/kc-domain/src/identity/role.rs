//! The roles of the field, each with its official name.

use crate::kernel::text::Lang;

/// What a person may be. What a role may do stands in `policy::table`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Runs the program; has no business rights.
    SystemAdministrator,
    /// Officer of the implementing centre.
    CentreOfficer,
    /// Head of the implementing centre.
    CentreHead,
    /// Officer of the Sở Công Thương.
    DepartmentOfficer,
    /// Head of the Sở Công Thương.
    DepartmentHead,
    /// Accountant: prepares every move of money.
    Accountant,
    /// Approver of payments: the second hand on every move of money.
    PaymentApprover,
    /// Officer of a commune; of a district for years before 01/7/2025.
    CommuneOfficer,
    /// Service organisation or collaborator that proposes and carries out projects.
    ServiceOrganisation,
    /// A cơ sở CNNT.
    Firm,
    /// Member of a council of appraisal or selection.
    CouncilMember,
    /// Officer of the national agency.
    AgencyOfficer,
    /// Auditor: reads all in scope, writes nothing.
    Auditor,
}

impl Role {
    /// Every role, in the order of the printed matrix.
    pub const ALL: [Self; 13] = [
        Self::SystemAdministrator,
        Self::CentreOfficer,
        Self::CentreHead,
        Self::DepartmentOfficer,
        Self::DepartmentHead,
        Self::Accountant,
        Self::PaymentApprover,
        Self::CommuneOfficer,
        Self::ServiceOrganisation,
        Self::Firm,
        Self::CouncilMember,
        Self::AgencyOfficer,
        Self::Auditor,
    ];

    /// The code kept in the database and printed in the matrix.
    pub fn code(self) -> &'static str {
        match self {
            Self::SystemAdministrator => "system-administrator",
            Self::CentreOfficer => "centre-officer",
            Self::CentreHead => "centre-head",
            Self::DepartmentOfficer => "department-officer",
            Self::DepartmentHead => "department-head",
            Self::Accountant => "accountant",
            Self::PaymentApprover => "payment-approver",
            Self::CommuneOfficer => "commune-officer",
            Self::ServiceOrganisation => "service-organisation",
            Self::Firm => "firm",
            Self::CouncilMember => "council-member",
            Self::AgencyOfficer => "agency-officer",
            Self::Auditor => "auditor",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::SystemAdministrator => lang.t("Quản trị hệ thống", "System administrator"),
            Self::CentreOfficer => lang.t("Cán bộ Trung tâm Khuyến công", "Officer of the centre"),
            Self::CentreHead => lang.t("Lãnh đạo Trung tâm Khuyến công", "Head of the centre"),
            Self::DepartmentOfficer => lang.t("Chuyên viên Sở Công Thương", "Officer of the Sở"),
            Self::DepartmentHead => lang.t("Lãnh đạo Sở Công Thương", "Head of the Sở"),
            Self::Accountant => lang.t("Kế toán", "Accountant"),
            Self::PaymentApprover => lang.t("Người duyệt chi", "Approver of payments"),
            Self::CommuneOfficer => lang.t("Cán bộ xã, phường (huyện)", "Commune officer"),
            Self::ServiceOrganisation => {
                lang.t("Tổ chức dịch vụ khuyến công", "Service organisation")
            }
            Self::Firm => lang.t("Cơ sở công nghiệp nông thôn", "Rural industrial firm"),
            Self::CouncilMember => lang.t("Thành viên hội đồng", "Council member"),
            Self::AgencyOfficer => lang.t("Chuyên viên Cục", "Officer of the national agency"),
            Self::Auditor => lang.t("Kiểm toán, thanh tra", "Auditor"),
        }
    }
}
