//! Why a statement cannot be checked.

use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

/// Why a statement cannot be checked. Each names the check and the figure by its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatementRefusal {
    /// Two figures have the same key.
    SameKey {
        /// The key.
        key: String,
    },
    /// A check names a figure that does not exist.
    NoFigure {
        /// The check.
        check: String,
        /// The key.
        key: String,
    },
    /// Figures of different things would be added or compared.
    Units {
        /// The check.
        check: String,
        /// One figure, its key and its text.
        one: String,
        /// The other.
        other: String,
    },
    /// A part of something that comes only whole.
    Broken {
        /// The check.
        check: String,
        /// The figure.
        key: String,
    },
    /// A figure is counted twice.
    Repeated {
        /// The check.
        check: String,
        /// The figure.
        key: String,
    },
    /// Nothing to add or multiply.
    NoParts {
        /// The check.
        check: String,
    },
    /// A bound for a figure that is not among the parts.
    ForeignBound {
        /// The check.
        check: String,
        /// The figure.
        key: String,
    },
    /// What is listed is a count; the figure is money or a percentage.
    NotACount {
        /// The check.
        check: String,
        /// The figure.
        key: String,
    },
    /// Fewer than nothing is listed.
    NegativeList {
        /// The check.
        check: String,
    },
    /// The result does not fit.
    TooLarge {
        /// The check.
        check: String,
    },
}

impl StatementRefusal {
    fn vietnamese(&self) -> String {
        match self {
            Self::SameKey { key } => format!("Số liệu “{key}” có hai lần; đổi tên một số liệu."),
            Self::NoFigure { check, key } => format!(
                "Phép kiểm “{check}”: không có số liệu “{key}”; thêm số liệu đó hoặc sửa tên."
            ),
            Self::Units { check, one, other } => format!(
                "Phép kiểm “{check}”: khác đơn vị giữa {one} và {other}; chỉ so số liệu cùng đơn vị."
            ),
            Self::Broken { check, key } => format!(
                "Phép kiểm “{check}”: số liệu “{key}” phải là số nguyên; có thể sai dấu phân cách nghìn/thập phân."
            ),
            Self::Repeated { check, key } => {
                format!("Phép kiểm “{check}”: số liệu “{key}” bị kể hai lần; bỏ một lần.")
            }
            Self::NoParts { check } => {
                format!("Phép kiểm “{check}”: chưa có thành phần nào; ghi ít nhất một số liệu.")
            }
            Self::ForeignBound { check, key } => format!(
                "Phép kiểm “{check}”: mức tối đa đặt cho “{key}” không thuộc các thành phần; sửa tên hoặc bỏ đi."
            ),
            Self::NotACount { check, key } => format!(
                "Phép kiểm “{check}”: khác đơn vị, “{key}” không phải số đếm; dùng số liệu đếm được."
            ),
            Self::NegativeList { check } => {
                format!("Phép kiểm “{check}”: số mục liệt kê là số âm; ghi từ 0 trở lên.")
            }
            Self::TooLarge { check } => {
                format!("Phép kiểm “{check}”: kết quả quá lớn; kiểm tra lại các số liệu.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::SameKey { key } => format!("Figure “{key}” occurs twice; rename one."),
            Self::NoFigure { check, key } => {
                format!("Check “{check}”: there is no figure “{key}”; add it or mend the name.")
            }
            Self::Units { check, one, other } => format!(
                "Check “{check}”: different units, {one} and {other}; compare figures of one unit."
            ),
            Self::Broken { check, key } => format!(
                "Check “{check}”: figure “{key}” must be whole; perhaps its separators are wrong."
            ),
            Self::Repeated { check, key } => {
                format!("Check “{check}”: figure “{key}” is counted twice; remove one.")
            }
            Self::NoParts { check } => {
                format!("Check “{check}”: there are no parts; name at least one figure.")
            }
            Self::ForeignBound { check, key } => format!(
                "Check “{check}”: the bound for “{key}” is for none of the parts; mend or remove it."
            ),
            Self::NotACount { check, key } => {
                format!("Check “{check}”: “{key}” is not a count; use a figure of things counted.")
            }
            Self::NegativeList { check } => {
                format!("Check “{check}”: the listed number is negative; give 0 or more.")
            }
            Self::TooLarge { check } => {
                format!("Check “{check}”: the result is too large; look at its figures.")
            }
        }
    }
}

impl Refuse for StatementRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SameKey { .. } => "statement.same-key",
            Self::NoFigure { .. } => "statement.no-figure",
            Self::Units { .. } => "statement.units",
            Self::Broken { .. } => "statement.broken",
            Self::Repeated { .. } => "statement.repeated",
            Self::NoParts { .. } => "statement.no-parts",
            Self::ForeignBound { .. } => "statement.foreign-bound",
            Self::NotACount { .. } => "statement.not-a-count",
            Self::NegativeList { .. } => "statement.negative-list",
            Self::TooLarge { .. } => "statement.too-large",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        }
    }
}
