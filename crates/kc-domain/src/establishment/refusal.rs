//! Why a rule about establishments says no.

use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

/// A refusal about an establishment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The text is no tax number.
    TaxNumberShape {
        /// What was typed.
        written: String,
    },
    /// The last digit does not fit the others.
    TaxNumberCheck {
        /// What was typed.
        written: String,
    },
    /// Records that look alike are there, and nobody confirmed that this is another one.
    LooksAlike {
        /// The name of the first that looks alike.
        name: String,
        /// How many look alike.
        count: usize,
    },
    /// The place lies outside what the person looks after.
    OutsideArea,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TaxNumberShape { .. } => "establishment.tax-number-shape",
            Self::TaxNumberCheck { .. } => "establishment.tax-number-check",
            Self::LooksAlike { .. } => "establishment.looks-alike",
            Self::OutsideArea => "establishment.outside-area",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::TaxNumberShape { written }, Lang::Vi) => format!(
                "“{written}” không phải mã số thuế. Mã gồm 10 chữ số, thêm -001 cho chi nhánh, hoặc 12 số định danh của chủ hộ."
            ),
            (Self::TaxNumberShape { written }, Lang::En) => format!(
                "“{written}” is no tax number. It has 10 digits, -001 behind for a branch, or the 12 digits of a person's identity number."
            ),
            (Self::TaxNumberCheck { written }, Lang::Vi) => format!(
                "Mã số thuế “{written}” sai chữ số kiểm tra: có thể gõ nhầm một số. Đối chiếu với giấy đăng ký."
            ),
            (Self::TaxNumberCheck { written }, Lang::En) => format!(
                "The last digit of “{written}” does not fit the others: one digit may be wrong. Compare with the certificate."
            ),
            (Self::LooksAlike { name, count }, Lang::Vi) => format!(
                "Có {count} cơ sở đã ghi có thể là chính cơ sở này, trong đó có “{name}”. Mở bản ghi đó để sửa, hoặc đánh dấu xác nhận đây là cơ sở khác."
            ),
            (Self::LooksAlike { name, count }, Lang::En) => format!(
                "{count} recorded establishments may be this one, “{name}” among them. Open that record, or confirm that this is another."
            ),
            (Self::OutsideArea, _) => lang
                .t(
                    "Địa chỉ này nằm ngoài địa bàn bạn phụ trách. Kiểm tra lại địa chỉ, hoặc chuyển cho đơn vị phụ trách địa bàn đó.",
                    "This address lies outside your area. Check it, or pass it to the office in charge there.",
                )
                .to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::TaxNumberShape { .. } | Self::TaxNumberCheck { .. } => "tax_number",
            Self::LooksAlike { .. } => "confirmed",
            Self::OutsideArea => "address_written",
        })
    }
}
