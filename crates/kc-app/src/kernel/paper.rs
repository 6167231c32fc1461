//! Papers as files: the formats every word hands its papers over in.

use super::{Done, Failure};
use chrono::{DateTime, NaiveDateTime};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::paper::Paper;

/// Vietnam is seven hours ahead of Greenwich, all year.
const VIETNAM_MILLISECONDS: i64 = 7 * 3600 * 1000;

/// The formats a paper is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperFormat {
    /// A document of a word processor.
    Docx,
    /// For print.
    Pdf,
}

impl PaperFormat {
    /// The format of the end of a file name.
    pub fn from_ending(ending: &str) -> Option<Self> {
        match ending {
            "docx" => Some(Self::Docx),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// How the file name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }
}

/// The bytes of a paper in a format.
pub fn paper_bytes(paper: &Paper, format: PaperFormat) -> Done<Vec<u8>> {
    match format {
        PaperFormat::Docx => kc_files::docx(paper).map_err(Failure::refused),
        PaperFormat::Pdf => pdf(paper),
    }
}

#[cfg(feature = "pdf")]
fn pdf(paper: &Paper) -> Done<Vec<u8>> {
    kc_pdf::pdf(paper).map_err(Failure::refused)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Paper) -> Done<Vec<u8>> {
    Err(Failure::invalid(
        "format",
        "Bản chương trình này không có phần lập PDF. Chọn định dạng khác.",
        "This build cannot make PDF. Choose another format.",
    ))
}

/// A moment as clocks in Vietnam show it.
pub fn local(moment: Instant) -> NaiveDateTime {
    let shifted = moment.0.saturating_add(VIETNAM_MILLISECONDS);
    DateTime::from_timestamp_millis(shifted)
        .unwrap_or_default()
        .naive_utc()
}
