//! Vouchers (chứng từ): what an amount was spent for, and who keeps the originals.

use crate::kernel::money::Dong;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// One voucher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voucher {
    /// What it is.
    pub kind: VoucherKind,
    /// Its number.
    pub number: String,
    /// Its day.
    pub dated_on: NaiveDate,
    /// What it proves.
    pub amount: Dong,
    /// Who keeps the original. Thông tư 28/2018/TT-BTC: the agency in charge, where the unit works
    /// under contract with it.
    pub holder: String,
}

/// What a voucher is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoucherKind {
    /// Hóa đơn.
    Invoice,
    /// Ủy nhiệm chi.
    Transfer,
    /// Phiếu chi.
    Cash,
    /// Bảng kê, danh sách ký nhận.
    List,
    /// Biên bản.
    Minutes,
    /// Any other paper.
    Other,
}

impl VoucherKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Invoice,
        Self::Transfer,
        Self::Cash,
        Self::List,
        Self::Minutes,
        Self::Other,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Transfer => "transfer",
            Self::Cash => "cash",
            Self::List => "list",
            Self::Minutes => "minutes",
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
            Self::Invoice => lang.t("Hóa đơn", "Invoice"),
            Self::Transfer => lang.t("Ủy nhiệm chi", "Transfer order"),
            Self::Cash => lang.t("Phiếu chi", "Cash voucher"),
            Self::List => lang.t("Bảng kê", "List"),
            Self::Minutes => lang.t("Biên bản", "Minutes"),
            Self::Other => lang.t("Chứng từ khác", "Other"),
        }
    }
}

/// What some vouchers prove together.
pub fn covered(vouchers: &[Voucher]) -> Dong {
    vouchers.iter().map(|voucher| voucher.amount).sum()
}
