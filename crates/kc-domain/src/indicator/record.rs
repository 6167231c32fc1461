//! Targets and results as an office keeps them: figures as printed, never a number alone.

use crate::kernel::figure::Figure;
use crate::kernel::id::{OrganisationId, ResultId, TargetId};
use crate::kernel::period::Period;
use crate::kernel::text::Lang;
use crate::place::area::AreaPath;
use crate::programme::frame::Frame;
use chrono::NaiveDate;

/// A target as it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRecord {
    /// Identity.
    pub id: TargetId,
    /// The programme or plan it belongs to.
    pub frame: Frame,
    /// What is to be reached: "Cụm công nghiệp khởi công".
    pub indicator: String,
    /// The figure as printed: "ít nhất 20 cụm".
    pub printed: String,
    /// The figure read from it.
    pub figure: Figure,
    /// The period it is set for; `None` when the source does not say.
    pub period: Option<Period>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation that keeps it.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// A result as it was reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRecord {
    /// Identity.
    pub id: ResultId,
    /// The programme or plan it belongs to.
    pub frame: Frame,
    /// What was reached, in the words of its target where there is one.
    pub indicator: String,
    /// What is counted, where the program reckons with it.
    pub counts: Option<Counts>,
    /// The figure as printed; `None` when nobody knows.
    pub printed: Option<String>,
    /// The figure read from it.
    pub figure: Option<Figure>,
    /// The day it speaks of.
    pub as_of: NaiveDate,
    /// The place as it was written.
    pub place_written: Option<String>,
    /// What readers must know.
    pub note: Option<String>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation that keeps it.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

impl ResultRecord {
    /// The whole number of things; `None` for the unknown, for money, ranges and decimals.
    pub fn things(&self) -> Option<i64> {
        self.figure.as_ref()?.things()
    }
}

/// What a result counts, where the program reckons with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// Projects.
    Projects,
    /// Money.
    Money,
    /// Classes.
    Classes,
    /// Learners of the classes of the same name.
    Learners,
    /// Partners that held the classes of the same name.
    Partners,
    /// Surveys to choose beneficiaries.
    Surveys,
    /// Inspections of running projects.
    Inspections,
    /// Acceptances.
    Acceptances,
    /// Firms that benefited.
    Beneficiaries,
}

impl Counts {
    /// Every one, in the order of forms.
    pub const ALL: [Self; 9] = [
        Self::Projects,
        Self::Money,
        Self::Classes,
        Self::Learners,
        Self::Partners,
        Self::Surveys,
        Self::Inspections,
        Self::Acceptances,
        Self::Beneficiaries,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Money => "money",
            Self::Classes => "classes",
            Self::Learners => "learners",
            Self::Partners => "partners",
            Self::Surveys => "surveys",
            Self::Inspections => "inspections",
            Self::Acceptances => "acceptances",
            Self::Beneficiaries => "beneficiaries",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counts| counts.code() == code)
    }

    /// The name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Projects => lang.t("Số đề án", "Projects"),
            Self::Money => lang.t("Kinh phí", "Money"),
            Self::Classes => lang.t("Số lớp", "Classes"),
            Self::Learners => lang.t("Số học viên", "Learners"),
            Self::Partners => lang.t("Đơn vị phối hợp", "Partners"),
            Self::Surveys => lang.t("Cuộc khảo sát, thẩm tra", "Surveys"),
            Self::Inspections => lang.t("Cuộc kiểm tra", "Inspections"),
            Self::Acceptances => lang.t("Cuộc nghiệm thu", "Acceptances"),
            Self::Beneficiaries => lang.t("Đơn vị thụ hưởng", "Beneficiaries"),
        }
    }
}
