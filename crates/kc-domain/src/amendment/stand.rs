//! Where a request for change stands.

use crate::kernel::text::Lang;

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// Asked.
    Asked,
    /// Confirmed by the province.
    Confirmed,
    /// Decided, and carried out.
    Granted,
    /// Decided against.
    Refused,
    /// The project changed in the same facts since.
    Fallen,
}

impl Stand {
    /// Every stand.
    pub const ALL: [Self; 5] = [
        Self::Asked,
        Self::Confirmed,
        Self::Granted,
        Self::Refused,
        Self::Fallen,
    ];

    /// Whether somebody still has to act.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Asked | Self::Confirmed)
    }

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Confirmed => "confirmed",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Fallen => "fallen",
        }
    }

    /// The stand of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stand| stand.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Asked => lang.t("Đã đề nghị", "Asked"),
            Self::Confirmed => lang.t("Sở đã xác nhận", "Confirmed"),
            Self::Granted => lang.t("Đã quyết định, đã áp dụng", "Granted and carried out"),
            Self::Refused => lang.t("Không chấp thuận", "Refused"),
            Self::Fallen => lang.t("Hết hiệu lực", "Fallen"),
        }
    }
}
