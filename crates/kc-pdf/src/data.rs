//! A paper as the values its template reads; text stays text, it is never read as instructions.

use crate::grid::table;
use kc_domain::kernel::paper::{Block, Number, Paper, Sheet, Signature, Subject};
use serde_json::{Value, json};

/// Everything the template shows.
pub(crate) fn values(paper: &Paper) -> Value {
    json!({
        "landscape": paper.sheet == Sheet::Landscape,
        "title": paper.title(),
        "superior": paper.issuer.superior,
        "body": paper.issuer.body,
        "number": paper.number.as_ref().map(Number::line),
        "dateline": paper.dateline(),
        "subject": subject(&paper.subject),
        "recipients": paper.recipients,
        "blocks": blocks(&paper.blocks),
        "signature": paper.signature.as_ref().map(signature),
        "copies": paper.copies_ended(),
        "appendices": appendices(paper),
        "marks": paper.marks(),
        "audit_head": paper.audit_head,
    })
}

fn subject(subject: &Subject) -> Value {
    match subject {
        Subject::Titled { kind, about } => json!({ "kind": kind, "about": about }),
        Subject::Letter { about } => json!({ "letter": format!("V/v {about}") }),
    }
}

fn blocks(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Basis(text) => json!({ "is": "basis", "text": text }),
        Block::Centred(text) => json!({ "is": "centred", "text": text }),
        Block::Article(lead, text) => json!({ "is": "article", "lead": lead, "text": text }),
        Block::Paragraph(text) => json!({ "is": "paragraph", "text": text }),
        Block::Heading(level, text) => {
            json!({ "is": "heading", "level": (*level).clamp(1, 3), "text": text })
        }
        Block::List(points) => json!({ "is": "list", "points": points }),
        Block::Note(text) => json!({ "is": "note", "text": text }),
        Block::Table(content) => table(content),
        Block::Parties(signers) => {
            json!({ "is": "parties", "signers": signers.iter().map(signature).collect::<Vec<_>>() })
        }
    }
}

fn signature(signature: &Signature) -> Value {
    json!({
        "authority": signature.authority,
        "post": signature.post,
        "name": signature.name,
    })
}

fn appendices(paper: &Paper) -> Vec<Value> {
    (1_usize..)
        .zip(&paper.appendices)
        .map(|(at, appendix)| {
            json!({
                "label": paper.appendix_label(at),
                "title": appendix.title,
                "attached_to": appendix.attached_to,
                "blocks": blocks(&appendix.blocks),
                "landscape": appendix.sheet == Sheet::Landscape,
            })
        })
        .collect()
}
