//! Papers as text documents an office goes on writing, in the form of Nghị định 30/2020/NĐ-CP.

mod body;
mod foot;
mod head;
mod line;
mod package;
mod section;
mod table;

use crate::error::FileError;
use kc_domain::kernel::paper::{Block, Paper};
use section::Section;

/// The most table rows of one paper: about sixty pages.
const MOST_ROWS: usize = 1_000;

/// Writes the paper as a document of a word processor. The same paper gives the same bytes, always.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, FileError> {
    refuse_too_large(paper)?;
    let first = Section::of(paper.sheet);
    let mut body = head::write(paper, first);
    body.push_str(&body::blocks(&paper.blocks, first));
    body.push_str(&foot::write(paper, first));
    let mut section = first;
    for (at, appendix) in (1_usize..).zip(&paper.appendices) {
        body.push_str(&section.ending());
        section = Section::of(appendix.sheet).counting_anew();
        body.push_str(&head::appendix(&paper.appendix_label(at), appendix));
        body.push_str(&body::blocks(&appendix.blocks, section));
    }
    body.push_str(&section.properties());
    package::close(paper, &body)
}

fn refuse_too_large(paper: &Paper) -> Result<(), FileError> {
    let blocks = paper.blocks.iter();
    let appended = paper
        .appendices
        .iter()
        .flat_map(|appendix| &appendix.blocks);
    let rows = blocks.chain(appended).map(|block| match block {
        Block::Table(table) => table.rows.len(),
        _ => 0,
    });
    let rows = rows.fold(0_usize, usize::saturating_add);
    if rows > MOST_ROWS {
        return Err(FileError::TooLarge {
            cells: rows,
            most: MOST_ROWS,
        });
    }
    Ok(())
}
