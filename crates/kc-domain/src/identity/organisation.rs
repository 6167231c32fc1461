//! Organisations of every kind, in a tree that assumes nothing about who stands under whom.

use crate::kernel::id::OrganisationId;
use crate::kernel::text::Lang;
use crate::place::area::AreaPath;

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrganisationKind {
    /// Trung tâm khuyến công: drafts and runs projects.
    Centre,
    /// Sở Công Thương.
    Department,
    /// UBND tỉnh, thành phố.
    ProvincialCommittee,
    /// Sở Tài chính.
    FinanceDepartment,
    /// UBND xã, phường, đặc khu; UBND huyện for years before 01/7/2025.
    LocalCommittee,
    /// The national agency of the Ministry.
    Agency,
    /// A service organisation.
    ServiceOrganisation,
    /// An association, union or mass organisation.
    Association,
    /// A cơ sở CNNT as a user of the program.
    Firm,
    /// A council of appraisal or selection.
    Council,
    /// Any other body.
    Other,
}

impl OrganisationKind {
    /// Every kind, in the order of the forms.
    pub const ALL: [Self; 11] = [
        Self::Centre,
        Self::Department,
        Self::ProvincialCommittee,
        Self::FinanceDepartment,
        Self::LocalCommittee,
        Self::Agency,
        Self::ServiceOrganisation,
        Self::Association,
        Self::Firm,
        Self::Council,
        Self::Other,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Centre => "centre",
            Self::Department => "department",
            Self::ProvincialCommittee => "provincial-committee",
            Self::FinanceDepartment => "finance-department",
            Self::LocalCommittee => "local-committee",
            Self::Agency => "agency",
            Self::ServiceOrganisation => "service-organisation",
            Self::Association => "association",
            Self::Firm => "firm",
            Self::Council => "council",
            Self::Other => "other",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Centre => lang.t("Trung tâm khuyến công", "Implementing centre"),
            Self::Department => lang.t("Sở Công Thương", "Department of Industry and Trade"),
            Self::ProvincialCommittee => {
                lang.t("UBND tỉnh, thành phố", "Provincial People's Committee")
            }
            Self::FinanceDepartment => lang.t("Sở Tài chính", "Department of Finance"),
            Self::LocalCommittee => lang.t(
                "UBND xã, phường, đặc khu (huyện)",
                "Local People's Committee",
            ),
            Self::Agency => lang.t("Cơ quan quản lý ở Trung ương", "National agency"),
            Self::ServiceOrganisation => {
                lang.t("Tổ chức dịch vụ khuyến công", "Service organisation")
            }
            Self::Association => lang.t("Hội, đoàn thể, hiệp hội", "Association"),
            Self::Firm => lang.t("Cơ sở CNNT", "Rural industrial firm"),
            Self::Council => lang.t("Hội đồng", "Council"),
            Self::Other => lang.t("Tổ chức khác", "Other body"),
        }
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Identity.
    pub id: OrganisationId,
    /// Official name.
    pub name: String,
    /// Short name, where one is in use.
    pub short_name: Option<String>,
    /// Kind.
    pub kind: OrganisationKind,
    /// The organisation it stands under, where there is one.
    pub parent: Option<OrganisationId>,
    /// The area it works for.
    pub area: AreaPath,
    /// Whether the record is sample data.
    pub illustrative: bool,
    /// Counts the edits; an edit states the version it saw.
    pub version: i64,
}
