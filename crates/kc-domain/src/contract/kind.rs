//! Between whom a contract stands.

use crate::kernel::text::Lang;

/// The kind of a contract. Each project has at most one of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContractKind {
    /// The agency, Sở or centre with whoever carries the project out; it binds the money.
    Execution,
    /// Whoever carries the project out with the beneficiary.
    Support,
}

impl ContractKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Execution, Self::Support];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Execution => "execution",
            Self::Support => "support",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Execution => lang.t("Hợp đồng thực hiện đề án", "Contract to carry it out"),
            Self::Support => lang.t("Hợp đồng hỗ trợ cơ sở thụ hưởng", "Contract of support"),
        }
    }
}
