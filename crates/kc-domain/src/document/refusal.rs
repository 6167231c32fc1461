//! Why a rule about documents and their files says no.

use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

/// A refusal about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The text is no number of a document.
    NumberShape {
        /// What was typed.
        written: String,
    },
    /// The same document is kept already.
    AlreadyKept {
        /// Its title.
        title: String,
    },
    /// The days in force run backwards.
    BackwardValidity,
    /// Files of this kind are not kept.
    FileKind {
        /// The name of the file.
        name: String,
    },
    /// The file is not what its name says.
    FileDiffers {
        /// The name of the file.
        name: String,
    },
    /// The file carries macros.
    FileMacros {
        /// The name of the file.
        name: String,
    },
    /// The file is too large.
    FileTooLarge {
        /// The name of the file.
        name: String,
        /// The most megabytes a file may have.
        megabytes_max: usize,
    },
    /// The file is empty, or none was chosen.
    FileMissing,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NumberShape { .. } => "document.number-shape",
            Self::AlreadyKept { .. } => "document.already-kept",
            Self::BackwardValidity => "document.backward-validity",
            Self::FileKind { .. } => "document.file-kind",
            Self::FileDiffers { .. } => "document.file-differs",
            Self::FileMacros { .. } => "document.file-macros",
            Self::FileTooLarge { .. } => "document.file-too-large",
            Self::FileMissing => "document.file-missing",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.say_vi(),
            Lang::En => self.say_en(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NumberShape { .. } | Self::AlreadyKept { .. } => "number",
            Self::BackwardValidity => "valid_to",
            Self::FileKind { .. }
            | Self::FileDiffers { .. }
            | Self::FileMacros { .. }
            | Self::FileTooLarge { .. }
            | Self::FileMissing => "file",
        })
    }
}

impl Refusal {
    fn say_vi(&self) -> String {
        match self {
            Self::NumberShape { written } => format!(
                "“{written}” không phải số, ký hiệu văn bản. Ghi như 459/QĐ-UBND; văn bản không số thì để trống."
            ),
            Self::AlreadyKept { title } => format!(
                "{title} cùng ngày, cùng cơ quan ban hành đã có trong hệ thống. Mở bản ghi đó thay vì ghi lần nữa."
            ),
            Self::BackwardValidity => {
                "Ngày hết hiệu lực phải sau ngày có hiệu lực. Hãy sửa một trong hai ngày."
                    .to_owned()
            }
            Self::FileKind { name } => format!(
                "Không nhận tệp “{name}”. Chỉ nhận pdf, png, jpg, docx, xlsx; hãy chuyển tệp sang một trong các dạng đó."
            ),
            Self::FileDiffers { name } => format!(
                "Tệp “{name}” không đúng như phần mở rộng của nó. Mở tệp bằng chương trình đã tạo ra nó rồi lưu lại đúng dạng."
            ),
            Self::FileMacros { name } => format!(
                "Tệp “{name}” có macro nên không được nhận. Lưu lại thành tệp không có macro rồi tải lên."
            ),
            Self::FileTooLarge {
                name,
                megabytes_max,
            } => format!(
                "Tệp “{name}” lớn hơn {megabytes_max} MB. Giảm độ phân giải bản quét hoặc tách thành nhiều tệp."
            ),
            Self::FileMissing => "Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn một tệp.".to_owned(),
        }
    }

    fn say_en(&self) -> String {
        match self {
            Self::NumberShape { written } => format!(
                "“{written}” is no number of a document. Write it like 459/QĐ-UBND, or leave it empty."
            ),
            Self::AlreadyKept { title } => {
                format!("{title} of that day and issuer is kept already. Open that record.")
            }
            Self::BackwardValidity => {
                "The last day in force must be after the first. Correct one of them.".to_owned()
            }
            Self::FileKind { name } => {
                format!(
                    "“{name}” is not accepted: only pdf, png, jpg, docx, xlsx. Convert it first."
                )
            }
            Self::FileDiffers { name } => format!(
                "“{name}” is not what its extension says. Open it where it was made and save it again."
            ),
            Self::FileMacros { name } => {
                format!("“{name}” carries macros and is refused. Save it without macros.")
            }
            Self::FileTooLarge {
                name,
                megabytes_max,
            } => {
                format!("“{name}” is larger than {megabytes_max} MB. Scan it coarser or split it.")
            }
            Self::FileMissing => "No file was chosen, or it is empty. Choose one.".to_owned(),
        }
    }
}
