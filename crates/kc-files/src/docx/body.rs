//! The parts of the body.

use super::foot::signature;
use super::line::{Line, Side};
use super::section::Section;
use super::table::{Bare, beside, table};
use kc_domain::kernel::paper::{Block, Signature};

/// All parts, from top to bottom. Words stand above those who sign them: no page of signatures
/// alone.
pub(super) fn blocks(blocks: &[Block], section: Section) -> String {
    let next = blocks.iter().skip(1).map(Some).chain([None]);
    let pairs = blocks.iter().zip(next);
    pairs
        .map(|pair| match pair {
            (Block::Paragraph(text), Some(Block::Parties(_))) => {
                Line::of(text).indented().kept().xml()
            }
            (Block::Article(lead, text), Some(Block::Parties(_))) => {
                article(lead, text).kept().xml()
            }
            (each, _) => block(each, section),
        })
        .collect()
}

fn article(lead: &str, text: &str) -> Line {
    let line = Line::empty().look(28, true, false).and(lead);
    line.look(28, false, false).and(" ").and(text).indented()
}

fn block(block: &Block, section: Section) -> String {
    match block {
        Block::Basis(text) => {
            let line = Line::empty().look(28, false, true).and(text);
            line.indented().xml()
        }
        Block::Centred(text) => {
            let line = Line::empty().look(28, true, false).and(text);
            line.side(Side::Middle).room(120, 160).kept().xml()
        }
        Block::Article(lead, text) => article(lead, text).xml(),
        Block::Paragraph(text) => Line::of(text).indented().xml(),
        Block::Heading(level, text) => heading(*level, text),
        Block::List(points) => points
            .iter()
            .map(|point| Line::of(&format!("- {point}")).indented().xml())
            .collect(),
        Block::Table(content) => table(content, section.width()),
        Block::Parties(signers) => parties(signers, section.width()),
        Block::Note(text) => {
            let line = Line::empty().look(24, false, true).and(text);
            line.indented().xml()
        }
    }
}

/// Level 1 for "I.", 2 for "1.", 3 for "a)" in bold italics.
fn heading(level: u8, text: &str) -> String {
    let level = level.clamp(1, 3);
    let line = Line::empty().look(28, true, level == 3).and(text);
    let line = line.indented().room(120, 120).kept();
    line.outline(level.saturating_sub(1)).xml()
}

/// Those who sign side by side.
fn parties(signers: &[Signature], width: u16) -> String {
    let count = u16::try_from(signers.len()).unwrap_or(u16::MAX).max(1);
    let each = |signer| Bare::new(width / count, signature(signer));
    Line::empty().room(0, 60).kept().xml() + &beside(signers.iter().map(each).collect())
}
