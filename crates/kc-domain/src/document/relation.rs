//! What a document is to the record it is linked to.

use crate::kernel::text::Lang;

/// What a document is to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// It approves the record.
    Approval,
    /// The record stands on it.
    Basis,
    /// It amends the record.
    Amendment,
    /// It is the contract.
    Contract,
    /// It shows that the work was accepted.
    Acceptance,
    /// It shows a payment.
    Payment,
    /// It reports on the record.
    Report,
    /// It proves something else.
    Evidence,
}

impl Relation {
    /// Every relation, in the order of the forms.
    pub const ALL: [Self; 8] = [
        Self::Approval,
        Self::Basis,
        Self::Amendment,
        Self::Contract,
        Self::Acceptance,
        Self::Payment,
        Self::Report,
        Self::Evidence,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::Basis => "basis",
            Self::Amendment => "amendment",
            Self::Contract => "contract",
            Self::Acceptance => "acceptance",
            Self::Payment => "payment",
            Self::Report => "report",
            Self::Evidence => "evidence",
        }
    }

    /// The relation of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Approval => lang.t("Phê duyệt", "Approves"),
            Self::Basis => lang.t("Căn cứ", "Basis"),
            Self::Amendment => lang.t("Điều chỉnh", "Amends"),
            Self::Contract => lang.t("Hợp đồng", "Contract"),
            Self::Acceptance => lang.t("Nghiệm thu", "Acceptance"),
            Self::Payment => lang.t("Thanh toán", "Payment"),
            Self::Report => lang.t("Báo cáo", "Reports on"),
            Self::Evidence => lang.t("Minh chứng khác", "Other evidence"),
        }
    }
}
