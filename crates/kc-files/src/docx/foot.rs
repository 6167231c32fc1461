//! Everything below the body: copies and signature, small print.

use super::line::{Line, Side};
use super::section::Section;
use super::table::{Bare, beside};
use kc_domain::kernel::paper::{Paper, Signature};

/// Room for hand and seal between the post and the name: 25 mm.
const ROOM_FOR_SEAL: u16 = 1_417;

/// Copies at the left, the signature at the right, the head of the audit below.
pub(super) fn write(paper: &Paper, section: Section) -> String {
    let left = section.width().saturating_mul(10) / 21;
    let right = section.width().saturating_sub(left);
    let signed = paper.signature.as_ref().map(signature);
    let mut out = String::new();
    if signed.is_some() || !paper.copies.is_empty() {
        let signed = signed.unwrap_or_else(|| Line::empty().xml());
        out.push_str(&Line::empty().room(0, 60).xml());
        out.push_str(&beside(vec![
            Bare::new(left, copies(paper)),
            Bare::new(right, signed),
        ]));
    }
    // A table is never the last thing of a document: word processors want a paragraph there.
    out.push_str(&Line::empty().room(0, 0).look(2, false, false).and("").xml());
    if let Some(head) = &paper.audit_head {
        let line = Line::empty().color("5B626B").look(16, false, false);
        let line = line.and(&format!("Mã nhật ký: {head}"));
        out.push_str(&line.side(Side::Left).room(240, 0).xml());
    }
    out
}

fn copies(paper: &Paper) -> String {
    if paper.copies.is_empty() {
        return Line::empty().xml();
    }
    let head = Line::empty().look(24, true, true).and("Nơi nhận:");
    let head = head.side(Side::Left).room(0, 0).xml();
    paper.copies_ended().iter().fold(head, |out, copy| {
        let line = Line::empty()
            .look(22, false, false)
            .and(&format!("- {copy}"));
        out + &line.side(Side::Left).room(0, 0).xml()
    })
}

/// One who signs: authority and post in capitals, room, the name.
pub(super) fn signature(signature: &Signature) -> String {
    let bold = |text: &str| {
        Line::empty()
            .look(28, true, false)
            .and(text)
            .side(Side::Middle)
    };
    let mut out: String = signature
        .authority
        .iter()
        .map(|line| bold(&line.to_uppercase()).room(0, 0).kept().xml())
        .collect();
    let post = bold(&signature.post.to_uppercase()).room(0, ROOM_FOR_SEAL);
    out.push_str(&post.kept().xml());
    out + &bold(&signature.name).room(0, 0).xml()
}
