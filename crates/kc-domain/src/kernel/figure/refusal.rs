//! Why a printed figure cannot be read.

use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use std::num::{ParseIntError, TryFromIntError};

/// Why a printed figure cannot be read. Nothing is stored of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureRefusal {
    /// There is no text.
    Empty,
    /// The text is longer than a figure can be.
    TooLong,
    /// No number stands where one should.
    NoNumber,
    /// `5.76`, `12,345,678`, `1,5.000`, `12 345`.
    Separators,
    /// Published amounts and counts are never below zero.
    Negative,
    /// The number does not fit.
    TooLarge,
    /// The number has more decimals than any unit knows.
    TooFine,
    /// Neither money, nor %, nor a noun.
    UnknownUnit,
    /// The two ends of a range speak of different things.
    RangeUnits,
    /// The first end of a range is above the second.
    RangeOrder,
    /// There is more than one figure.
    Several,
    /// Figures of different units would be added.
    DifferentUnits,
}

impl FigureRefusal {
    /// A run of digits that is no number can only be too long.
    pub(super) fn from_digits(_error: ParseIntError) -> Self {
        Self::TooLarge
    }

    /// A count of digits that does not fit is one of too many.
    pub(super) fn from_size(_error: TryFromIntError) -> Self {
        Self::TooFine
    }

    fn text(self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => (
                "chưa có số; để trống nghĩa là chưa công bố thì ghi null",
                "there is no number; write null for a figure that was not published",
            ),
            Self::TooLong => (
                "văn bản quá dài; chỉ ghi riêng con số và đơn vị",
                "the text is too long; give only the number and its unit",
            ),
            Self::NoNumber => (
                "không thấy con số; ghi như đã in, ví dụ “41.306,53 triệu đồng”",
                "no number found; write it as printed, such as “41.306,53 triệu đồng”",
            ),
            Self::Separators => (
                "sai dấu phân cách nghìn/thập phân; dùng “.” cho hàng nghìn và “,” cho phần thập phân",
                "wrong thousands or decimal separator; use “.” for thousands and “,” for decimals",
            ),
            Self::Negative => (
                "số âm; số liệu công bố không nhỏ hơn 0",
                "a negative number; published figures are not below 0",
            ),
            Self::TooLarge => (
                "số quá lớn; kiểm tra lại số chữ số và đơn vị",
                "the number is too large; check its digits and its unit",
            ),
            Self::TooFine => (
                "quá nhiều chữ số thập phân; kiểm tra lại số và đơn vị",
                "too many decimals; check the number and its unit",
            ),
            Self::UnknownUnit => (
                "không rõ đơn vị; ghi đồng, nghìn đồng, triệu đồng, tỷ đồng, % hoặc tên vật được đếm",
                "unknown unit; write đồng, nghìn đồng, triệu đồng, tỷ đồng, % or the thing counted",
            ),
            Self::RangeUnits => (
                "hai đầu của khoảng khác đơn vị; ghi cùng một đơn vị",
                "the two ends of the range have different units; use one unit",
            ),
            Self::RangeOrder => (
                "đầu dưới của khoảng lớn hơn đầu trên; đổi lại thứ tự",
                "the lower end of the range is above the upper; swap them",
            ),
            Self::Several => (
                "có nhiều hơn một số liệu; tách thành từng số liệu riêng",
                "there is more than one figure; enter each by itself",
            ),
            Self::DifferentUnits => (
                "khác đơn vị; chỉ cộng các số liệu cùng đơn vị",
                "different units; only figures of one unit are added",
            ),
        }
    }
}

impl Refuse for FigureRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "figure.empty",
            Self::TooLong => "figure.too-long",
            Self::NoNumber => "figure.no-number",
            Self::Separators => "figure.separators",
            Self::Negative => "figure.negative",
            Self::TooLarge => "figure.too-large",
            Self::TooFine => "figure.too-fine",
            Self::UnknownUnit => "figure.unknown-unit",
            Self::RangeUnits => "figure.range-units",
            Self::RangeOrder => "figure.range-order",
            Self::Several => "figure.several",
            Self::DifferentUnits => "figure.different-units",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let (vi, en) = self.text();
        lang.t(vi, en).to_owned()
    }
}
