//! What can be changed in an approved project.

use crate::kernel::text::Lang;

/// The kind of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AmendmentKind {
    /// Its content.
    Adjust,
    /// More content.
    Supplement,
    /// A later end.
    Extend,
    /// Another beneficiary.
    ReplaceBeneficiary,
    /// Another place.
    ChangePlace,
    /// More support.
    RaiseSupport,
    /// Less support.
    LowerSupport,
    /// Another purse.
    SwitchSource,
    /// No more of it.
    Stop,
}

impl AmendmentKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Adjust,
        Self::Supplement,
        Self::Extend,
        Self::ReplaceBeneficiary,
        Self::ChangePlace,
        Self::RaiseSupport,
        Self::LowerSupport,
        Self::SwitchSource,
        Self::Stop,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Adjust => "adjust",
            Self::Supplement => "supplement",
            Self::Extend => "extend",
            Self::ReplaceBeneficiary => "replace-beneficiary",
            Self::ChangePlace => "change-place",
            Self::RaiseSupport => "raise-support",
            Self::LowerSupport => "lower-support",
            Self::SwitchSource => "switch-source",
            Self::Stop => "stop",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Adjust => lang.t("Điều chỉnh nội dung", "Adjust the content"),
            Self::Supplement => lang.t("Bổ sung nội dung", "Supplement the content"),
            Self::Extend => lang.t("Gia hạn thời gian", "Extend the time"),
            Self::ReplaceBeneficiary => lang.t("Thay cơ sở thụ hưởng", "Replace the beneficiary"),
            Self::ChangePlace => lang.t("Đổi địa điểm", "Change the place"),
            Self::RaiseSupport => lang.t("Tăng kinh phí hỗ trợ", "Raise the support"),
            Self::LowerSupport => lang.t("Giảm kinh phí hỗ trợ", "Lower the support"),
            Self::SwitchSource => lang.t("Đổi nguồn kinh phí", "Switch the source"),
            Self::Stop => lang.t("Ngừng triển khai", "Stop"),
        }
    }
}
