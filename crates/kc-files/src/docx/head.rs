//! Everything above the body: who, number, nation, place and day, subject, addressees.

use super::line::{Line, Side, rule};
use super::section::Section;
use super::table::{Bare, beside};
use kc_domain::kernel::paper::{Appendix, Issuer, Number, Paper, Subject};

/// The head of a paper.
pub(super) fn write(paper: &Paper, section: Section) -> String {
    // Two fifths for the issuer, the rest for the nation, whose two lines must not break.
    let left = section.width().saturating_mul(2) / 5;
    let right = section.width().saturating_sub(left);
    let mut out = beside(vec![
        Bare::new(left, issuer(&paper.issuer, left) + &numbered(paper)),
        Bare::new(right, nation(right) + &dated(paper)),
    ]);
    out.push_str(&subject(paper, section.width()));
    out.push_str(&addressees(&paper.recipients));
    out
}

/// The head of an appendix.
pub(super) fn appendix(label: &str, appendix: &Appendix) -> String {
    let mut out = Line::empty().look(28, true, false).and(label);
    out = out.side(Side::Middle).room(0, 0).kept();
    let title = Line::empty()
        .look(28, true, false)
        .and(&appendix.title.to_uppercase());
    let title = title.side(Side::Middle).room(0, 60).kept();
    let mut all = out.xml() + &title.xml();
    if !appendix.attached_to.is_empty() {
        let text = format!("({})", appendix.attached_to);
        let line = Line::empty().look(28, false, true).and(&text);
        all.push_str(&line.side(Side::Middle).room(0, 240).kept().xml());
    }
    all
}

fn issuer(issuer: &Issuer, width: u16) -> String {
    let mut out = String::new();
    if !issuer.superior.is_empty() {
        let upper = issuer.superior.to_uppercase();
        out.push_str(&centred(24, false, false, &upper));
    }
    out.push_str(&centred(24, true, false, &issuer.body.to_uppercase()));
    out + &rule(width / 3)
}

fn nation(width: u16) -> String {
    let name = centred(24, true, false, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let motto = centred(26, true, false, "Độc lập - Tự do - Hạnh phúc");
    // The line is as long as the motto: about 58 mm.
    name + &motto + &rule(width.saturating_sub(3_300) / 2)
}

fn numbered(paper: &Paper) -> String {
    let number = paper.number.as_ref().map(Number::line).unwrap_or_default();
    let mut out = Line::empty().look(26, false, false).and(&number);
    out = out.side(Side::Middle).room(160, 0);
    match &paper.subject {
        Subject::Letter { about } => {
            out.xml() + &centred(24, false, false, &format!("V/v {about}"))
        }
        Subject::Titled { .. } => out.xml(),
    }
}

fn dated(paper: &Paper) -> String {
    let line = Line::empty().look(26, false, true).and(&paper.dateline());
    line.side(Side::Middle).room(160, 0).xml()
}

fn subject(paper: &Paper, width: u16) -> String {
    let mut out = String::new();
    if let Subject::Titled { kind, about } = &paper.subject {
        let kind = Line::empty()
            .look(28, true, false)
            .and(&kind.to_uppercase());
        out.push_str(&kind.side(Side::Middle).room(360, 0).kept().xml());
        out.push_str(&centred(28, true, false, about));
        out.push_str(&rule(width.saturating_mul(2) / 5));
    }
    for words in paper.marks() {
        let mark = Line::empty().color("9E1B1B").look(20, true, false);
        let mark = mark.and(&words.to_uppercase()).side(Side::Middle);
        out.push_str(&mark.room(120, 0).xml());
    }
    out + &Line::empty().room(0, 60).xml()
}

fn addressees(recipients: &[String]) -> String {
    match recipients {
        [] => String::new(),
        [only] => Line::middle(&format!("Kính gửi: {only}"))
            .room(0, 240)
            .xml(),
        several => {
            let last = several.len().saturating_sub(1);
            // The names stand below the words and to the right of them, as the decree shows it.
            let head = Line::of("Kính gửi:").pushed(1_588).room(0, 0).xml();
            several.iter().enumerate().fold(head, |out, (at, name)| {
                let (end, below) = if at == last { (".", 240) } else { (";", 0) };
                let line = Line::of(&format!("- {name}{end}")).pushed(2_722);
                out + &line.room(0, below).xml()
            })
        }
    }
}

fn centred(size: u16, bold: bool, italic: bool, text: &str) -> String {
    let line = Line::empty().look(size, bold, italic).and(text);
    line.side(Side::Middle).room(0, 0).xml()
}
