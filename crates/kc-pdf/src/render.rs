//! From a paper to the bytes of a PDF.

use crate::data::values;
use crate::error::PdfError;
use crate::world::{Desk, has_letter};
use chrono::{Datelike, NaiveDateTime, Timelike};
use kc_domain::kernel::paper::{Block, Paper};
use std::sync::{Mutex, PoisonError};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The most table rows of one paper: about sixty pages and 150 MB of memory while it is typeset.
const MOST_ROWS: usize = 1_000;
/// The most text of one paper in bytes.
const MOST_BYTES: usize = 2_000_000;
/// How many papers a piece of typeset work is remembered for.
const REMEMBERED: usize = 4;
/// Vietnam is seven hours ahead of Greenwich, all year.
const ZONE_MINUTES: i32 = 7 * 60;

/// One paper at a time: the typesetter's memory is shared, two at once would only wait.
static TYPESETTER: Mutex<()> = Mutex::new(());

/// Typesets the paper. The same paper gives the same bytes, always.
///
/// Archival PDF/A-2a with real text and embedded fonts; a letter that the font lacks shows as
/// an empty box, and the file is then plain PDF.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, PdfError> {
    refuse_too_long(paper)?;
    let data = values(paper).to_string();
    if data.len() > MOST_BYTES {
        return Err(PdfError::TooWordy {
            bytes: data.len(),
            most: MOST_BYTES,
        });
    }
    let _turn = TYPESETTER.lock().unwrap_or_else(PoisonError::into_inner);
    let made = typeset(&data, paper.made);
    comemo::evict(REMEMBERED);
    made
}

fn typeset(data: &str, made: NaiveDateTime) -> Result<Vec<u8>, PdfError> {
    let desk = Desk::with(data.as_bytes().to_vec())
        .ok_or_else(|| PdfError::Typesetting("no template".to_owned()))?;
    let document = typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|causes| told(&causes))?;
    let options = PdfOptions {
        ident: Smart::Custom(data.to_owned()),
        creator: Smart::Custom(Some("Khuyến công".to_owned())),
        timestamp: moment(made),
        standards: standards(data)?,
        tagged: true,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|causes| told(&causes))
}

/// Archival where the font has every letter: the standard forbids empty boxes.
fn standards(data: &str) -> Result<PdfStandards, PdfError> {
    let complete = data
        .chars()
        .all(|letter| letter.is_control() || has_letter(letter));
    let list: &[PdfStandard] = if complete { &[PdfStandard::A_2a] } else { &[] };
    PdfStandards::new(list).map_err(|cause| PdfError::Typesetting(cause.message().to_string()))
}

fn moment(made: NaiveDateTime) -> Option<Timestamp> {
    let part = |part: u32| u8::try_from(part).ok();
    let datetime = Datetime::from_ymd_hms(
        made.year(),
        part(made.month())?,
        part(made.day())?,
        part(made.hour())?,
        part(made.minute())?,
        part(made.second())?,
    )?;
    Timestamp::new_local(datetime, ZONE_MINUTES)
}

fn told(causes: &[SourceDiagnostic]) -> PdfError {
    let causes: Vec<String> = causes
        .iter()
        .map(|cause| cause.message.to_string())
        .collect();
    PdfError::Typesetting(causes.join("; "))
}

fn refuse_too_long(paper: &Paper) -> Result<(), PdfError> {
    let attached = paper
        .appendices
        .iter()
        .flat_map(|appendix| &appendix.blocks);
    let rows = paper.blocks.iter().chain(attached).map(rows_of);
    let rows = rows.fold(0_usize, usize::saturating_add);
    if rows > MOST_ROWS {
        Err(PdfError::TooLong {
            rows,
            most: MOST_ROWS,
        })
    } else {
        Ok(())
    }
}

fn rows_of(block: &Block) -> usize {
    match block {
        Block::Table(table) => table.rows.len(),
        Block::List(points) => points.len(),
        _ => 1,
    }
}
