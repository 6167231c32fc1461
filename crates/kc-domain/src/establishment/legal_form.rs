//! The legal forms an establishment can have.

use crate::kernel::text::Lang;

/// Who may be supported: Nghị định 45/2012/NĐ-CP, Điều 1, as amended by Nghị định 235/2025/NĐ-CP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegalForm {
    /// Doanh nghiệp nhỏ và vừa.
    Enterprise,
    /// Hợp tác xã.
    Cooperative,
    /// Liên hiệp hợp tác xã.
    CooperativeUnion,
    /// Tổ hợp tác.
    CooperativeGroup,
    /// Hộ kinh doanh.
    Household,
    /// Nghệ nhân nhân dân, nghệ nhân ưu tú.
    Artisan,
    /// Chủ đầu tư xây dựng hạ tầng kỹ thuật cụm công nghiệp.
    ClusterInvestor,
    /// Cơ sở áp dụng sản xuất sạch hơn, sản xuất và tiêu dùng bền vững, whatever its size.
    CleanerProducer,
    /// Any other.
    Other,
}

impl LegalForm {
    /// Every form, in the order of the forms on screen.
    pub const ALL: [Self; 9] = [
        Self::Enterprise,
        Self::Cooperative,
        Self::CooperativeUnion,
        Self::CooperativeGroup,
        Self::Household,
        Self::Artisan,
        Self::ClusterInvestor,
        Self::CleanerProducer,
        Self::Other,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Cooperative => "cooperative",
            Self::CooperativeUnion => "cooperative-union",
            Self::CooperativeGroup => "cooperative-group",
            Self::Household => "household",
            Self::Artisan => "artisan",
            Self::ClusterInvestor => "cluster-investor",
            Self::CleanerProducer => "cleaner-producer",
            Self::Other => "other",
        }
    }

    /// The form of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Enterprise => lang.t("Doanh nghiệp nhỏ và vừa", "Small or medium enterprise"),
            Self::Cooperative => lang.t("Hợp tác xã", "Cooperative"),
            Self::CooperativeUnion => lang.t("Liên hiệp hợp tác xã", "Union of cooperatives"),
            Self::CooperativeGroup => lang.t("Tổ hợp tác", "Cooperative group"),
            Self::Household => lang.t("Hộ kinh doanh", "Household business"),
            Self::Artisan => lang.t("Nghệ nhân", "Artisan"),
            Self::ClusterInvestor => lang.t(
                "Chủ đầu tư hạ tầng cụm công nghiệp",
                "Investor in the infrastructure of a cluster",
            ),
            Self::CleanerProducer => lang.t(
                "Cơ sở sản xuất sạch hơn, bền vững",
                "Cleaner or sustainable producer",
            ),
            Self::Other => lang.t("Hình thức khác", "Another form"),
        }
    }
}
