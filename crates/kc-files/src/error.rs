//! Why a file could not be written.

use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use rust_xlsxwriter::XlsxError;
use std::fmt;

/// Why a workbook or a text export was not written. Nothing half-written is handed over.
#[derive(Debug)]
pub enum FileError {
    /// More cells than one file may hold.
    TooLarge {
        /// Cells asked for.
        cells: usize,
        /// Cells allowed.
        most: usize,
    },
    /// A number that a spreadsheet would round: more than fifteen digits.
    TooPrecise {
        /// The number.
        number: i64,
    },
    /// A sum beyond what can be counted.
    SumTooLarge,
    /// A sum of more separate ranges than one formula may name.
    SumTooLong,
    /// A total over a column that is not there.
    NoSuchColumn {
        /// The column, counted from 0.
        column: u16,
    },
    /// The writer of workbooks refused.
    Workbook(XlsxError),
    /// The writer of comma-separated text refused.
    Comma(csv::Error),
    /// The envelope of a text document could not be written.
    Envelope(zip::result::ZipError),
}

impl Refuse for FileError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "file.too-large",
            Self::TooPrecise { .. } => "file.too-precise",
            Self::SumTooLarge => "file.sum-too-large",
            Self::SumTooLong => "file.sum-too-long",
            Self::NoSuchColumn { .. } => "file.no-such-column",
            Self::Workbook(_) => "file.workbook",
            Self::Comma(_) => "file.comma",
            Self::Envelope(_) => "file.envelope",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::TooLarge { cells, most } => match lang {
                Lang::Vi => format!(
                    "Bảng có {cells} ô, vượt mức {most} ô của một tệp. Hãy lọc bớt rồi xuất lại."
                ),
                Lang::En => format!(
                    "The table has {cells} cells, above the {most} of one file. Filter it and export again."
                ),
            },
            Self::TooPrecise { number } => match lang {
                Lang::Vi => format!(
                    "Số {number} dài quá 15 chữ số, bảng tính sẽ làm tròn nên không xuất. Hãy kiểm tra lại số này."
                ),
                Lang::En => format!(
                    "The number {number} has more than 15 digits and a spreadsheet would round it. Check the number."
                ),
            },
            Self::SumTooLarge | Self::SumTooLong => lang
                .t(
                    "Không lập được dòng tổng của bảng này. Hãy lọc bớt rồi xuất lại.",
                    "The totals of this table cannot be formed. Filter it and export again.",
                )
                .to_owned(),
            Self::Envelope(_) => lang
                .t(
                    "Không ghi được tệp văn bản. Hãy báo người quản trị kèm giờ xảy ra.",
                    "The text document could not be written. Tell the administrator when it happened.",
                )
                .to_owned(),
            Self::NoSuchColumn { .. } | Self::Workbook(_) | Self::Comma(_) => lang
                .t(
                    "Không ghi được tệp bảng tính. Hãy báo người quản trị kèm giờ xảy ra.",
                    "The spreadsheet could not be written. Tell the administrator when it happened.",
                )
                .to_owned(),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workbook(cause) => write!(f, "{}: {cause}", self.code()),
            Self::Comma(cause) => write!(f, "{}: {cause}", self.code()),
            Self::Envelope(cause) => write!(f, "{}: {cause}", self.code()),
            Self::NoSuchColumn { column } => write!(f, "{}: {column}", self.code()),
            other => f.write_str(&other.say(Lang::En)),
        }
    }
}

impl std::error::Error for FileError {}

impl From<XlsxError> for FileError {
    fn from(cause: XlsxError) -> Self {
        Self::Workbook(cause)
    }
}

impl From<csv::Error> for FileError {
    fn from(cause: csv::Error) -> Self {
        Self::Comma(cause)
    }
}

impl From<zip::result::ZipError> for FileError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Envelope(error)
    }
}
