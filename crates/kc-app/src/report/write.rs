//! A report as a file: JSON for tools, a workbook, an official paper, paragraphs.

use super::recipient::Recipient;
use super::show::{Opened, show};
use super::{Ask, book, markdown, to_json};
use crate::kernel::{Cx, Done, Failure};

/// The formats a report is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For other tools.
    Json,
    /// A workbook of numbers with working sums.
    Xlsx,
    /// An official paper in the form of Nghị định 30/2020/NĐ-CP.
    Pdf,
    /// Paragraphs and tables as plain text.
    Markdown,
}

impl Format {
    /// Every format, as pages offer them.
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::Pdf, Self::Markdown, Self::Json];

    /// The ending of the file name, and the code in addresses.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Markdown => "md",
        }
    }

    /// The format of an ending.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.ending() == ending)
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
            Self::Markdown => "text/markdown; charset=utf-8",
        }
    }

    /// Whether it is of no use on a screen of text.
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Pdf)
    }
}

/// A file made of a report.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its format.
    pub format: Format,
}

/// Writes a report as a file for a recipient.
pub fn write(cx: &Cx<'_>, ask: &Ask, format: Format, recipient: Option<&Recipient>) -> Done<File> {
    let opened = show(cx, ask)?;
    let bytes = match format {
        Format::Json => (to_json(&opened, cx.lang()).to_string() + "\n").into_bytes(),
        Format::Markdown => markdown::of(&opened, recipient).into_bytes(),
        Format::Xlsx => {
            kc_files::xlsx(&book::of(&opened, recipient, cx.lang())).map_err(Failure::refused)?
        }
        Format::Pdf => pdf(&opened, recipient)?,
    };
    let name = format!("{}-{}.{}", stem(&opened), opened.as_of(), format.ending());
    Ok(File {
        name,
        bytes,
        format,
    })
}

fn stem(opened: &Opened) -> String {
    match opened.about.code.as_str() {
        "" => "bao-cao".to_owned(),
        code => format!("bao-cao-{code}"),
    }
}

#[cfg(feature = "pdf")]
fn pdf(opened: &Opened, recipient: Option<&Recipient>) -> Done<Vec<u8>> {
    let paper = super::paper::of(opened, recipient);
    kc_pdf::pdf(&paper).map_err(Failure::refused)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Opened, _: Option<&Recipient>) -> Done<Vec<u8>> {
    Err(Failure::invalid(
        "format",
        "Bản chương trình này không có phần lập PDF. Chọn định dạng khác.",
        "This build cannot make PDF. Choose another format.",
    ))
}
