//! The stages money passes.

use crate::kernel::text::Lang;

/// A stage of money. Budget money runs from the authority to settled; partners' money runs
/// from its owner to evidenced, beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Where budget comes from and goes back to; without a floor.
    Authority,
    /// Assigned to a purse and free.
    Available,
    /// Held for the waiting list.
    Reserved,
    /// Approved for a project by a decision.
    Approved,
    /// Bound by a contract.
    Contracted,
    /// Paid in advance.
    Advanced,
    /// Paid against acceptance.
    Paid,
    /// Settled for the year.
    Settled,
    /// Taken back.
    Recovered,
    /// Where partners' money comes from; without a floor.
    Owner,
    /// Promised by the partner.
    Committed,
    /// Shown to be spent.
    Evidenced,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 12] = [
        Self::Authority,
        Self::Available,
        Self::Reserved,
        Self::Approved,
        Self::Contracted,
        Self::Advanced,
        Self::Paid,
        Self::Settled,
        Self::Recovered,
        Self::Owner,
        Self::Committed,
        Self::Evidenced,
    ];

    /// The stages of a project's budget money, in order.
    pub const OF_BUDGET: [Self; 5] = [
        Self::Approved,
        Self::Contracted,
        Self::Advanced,
        Self::Paid,
        Self::Settled,
    ];

    /// The stages of partners' money, in order.
    pub const OF_PARTNERS: [Self; 2] = [Self::Committed, Self::Evidenced];

    /// Whether the stage may go below zero, because money only enters or leaves through it.
    pub fn is_contra(self) -> bool {
        matches!(self, Self::Authority | Self::Owner)
    }

    /// Whether the stage is held by a purse rather than a project.
    pub fn is_of_purse(self) -> bool {
        matches!(self, Self::Available | Self::Reserved)
    }

    /// The stage itself and those after it that contain it: what was paid was contracted and
    /// approved, but need not have been advanced.
    pub fn and_later(self) -> &'static [Self] {
        match self {
            Self::Approved => &Self::OF_BUDGET,
            Self::Contracted => &[Self::Contracted, Self::Advanced, Self::Paid, Self::Settled],
            Self::Advanced => &[Self::Advanced],
            Self::Paid => &[Self::Paid, Self::Settled],
            Self::Settled => &[Self::Settled],
            Self::Committed => &Self::OF_PARTNERS,
            Self::Evidenced => &[Self::Evidenced],
            Self::Available => &[Self::Available],
            Self::Reserved => &[Self::Reserved],
            Self::Recovered => &[Self::Recovered],
            Self::Authority => &[Self::Authority],
            Self::Owner => &[Self::Owner],
        }
    }

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Available => "available",
            Self::Reserved => "reserved",
            Self::Approved => "approved",
            Self::Contracted => "contracted",
            Self::Advanced => "advanced",
            Self::Paid => "paid",
            Self::Settled => "settled",
            Self::Recovered => "recovered",
            Self::Owner => "owner",
            Self::Committed => "committed",
            Self::Evidenced => "evidenced",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Authority => lang.t("Cấp có thẩm quyền", "Authority"),
            Self::Available => lang.t("Dự toán còn lại", "Available"),
            Self::Reserved => lang.t("Giữ cho dự phòng", "Reserved"),
            Self::Approved => lang.t("Đã phê duyệt", "Approved"),
            Self::Contracted => lang.t("Đã ký hợp đồng", "Contracted"),
            Self::Advanced => lang.t("Tạm ứng chưa thanh toán", "Advance not yet cleared"),
            Self::Paid => lang.t("Đã thanh toán", "Paid"),
            Self::Settled => lang.t("Đã quyết toán", "Settled"),
            Self::Recovered => lang.t("Đã thu hồi", "Recovered"),
            Self::Owner => lang.t("Đơn vị đối ứng", "Partner"),
            Self::Committed => lang.t("Đối ứng cam kết", "Committed"),
            Self::Evidenced => lang.t("Đối ứng đã chứng minh", "Evidenced"),
        }
    }
}
