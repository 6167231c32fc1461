//! A paper as the values its template reads; text stays text, it is never read as instructions.

use crate::grid::table;
use crate::paper::{Appendix, Block, Number, Paper, Sheet, Signature, Subject};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// Everything the template shows.
pub(crate) fn values(paper: &Paper) -> Value {
    json!({
        "landscape": paper.sheet == Sheet::Landscape,
        "title": title(paper),
        "superior": paper.issuer.superior,
        "body": paper.issuer.body,
        "number": paper.number.as_ref().map(number),
        "dateline": dateline(&paper.place, paper.day),
        "subject": subject(&paper.subject),
        "recipients": paper.recipients,
        "blocks": blocks(&paper.blocks),
        "signature": paper.signature.as_ref().map(signature),
        "copies": ended(&paper.copies),
        "appendices": appendices(&paper.appendices),
        "illustrative": paper.illustrative,
        "audit_head": paper.audit_head,
    })
}

fn title(paper: &Paper) -> String {
    match &paper.subject {
        Subject::Titled { kind, about } => format!("{kind} {about}"),
        Subject::Letter { about } => about.clone(),
    }
}

/// "Số: 05/BC-TTKC"; an open number leaves room for a hand.
fn number(number: &Number) -> String {
    let digits = match number.number {
        Some(number) => format!("{number:02}"),
        None => "\u{A0}".repeat(8),
    };
    format!("Số: {digits}/{}", number.sign)
}

/// "Hải Phòng, ngày 05 tháng 02 năm 2026": zeros before days below 10 and months 1 and 2.
fn dateline(place: &str, day: Option<NaiveDate>) -> String {
    if let Some(day) = day {
        let (number, month, year) = (day.day(), month(day.month()), day.year());
        format!("{place}, ngày {number:02} tháng {month} năm {year}")
    } else {
        let room = "\u{A0}".repeat(6);
        format!("{place}, ngày{room}tháng{room}năm{room}")
    }
}

fn month(month: u32) -> String {
    if month < 3 {
        format!("0{month}")
    } else {
        month.to_string()
    }
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
        Block::Paragraph(text) => json!({ "is": "paragraph", "text": text }),
        Block::Heading(level, text) => {
            json!({ "is": "heading", "level": (*level).clamp(1, 3), "text": text })
        }
        Block::List(points) => json!({ "is": "list", "points": points }),
        Block::Note(text) => json!({ "is": "note", "text": text }),
        Block::Table(content) => table(content),
    }
}

fn signature(signature: &Signature) -> Value {
    json!({
        "authority": signature.authority,
        "post": signature.post,
        "name": signature.name,
    })
}

fn appendices(appendices: &[Appendix]) -> Vec<Value> {
    let lone = appendices.len() == 1;
    (1_usize..)
        .zip(appendices)
        .map(|(at, appendix)| {
            json!({
                "label": if lone { "Phụ lục".to_owned() } else { format!("Phụ lục {}", roman(at)) },
                "title": appendix.title,
                "attached_to": appendix.attached_to,
                "blocks": blocks(&appendix.blocks),
                "landscape": appendix.sheet == Sheet::Landscape,
            })
        })
        .collect()
}

/// Recipients of copies end with semicolons, the last with a full stop.
fn ended(copies: &[String]) -> Vec<String> {
    let last = copies.len().saturating_sub(1);
    let bare = |text: &str| text.trim_end_matches([';', '.', ' ']).to_owned();
    (0..)
        .zip(copies)
        .map(|(at, copy)| bare(copy) + if at == last { "." } else { ";" })
        .collect()
}

/// Roman figures, as appendices are numbered.
fn roman(number: usize) -> String {
    const FIGURES: [(usize, &str); 7] = [
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, figure) in FIGURES {
        while rest >= value {
            out.push_str(figure);
            rest = rest.saturating_sub(value);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_padded_as_the_decree_asks() {
        let sign = "BC-TTKC".to_owned();
        let open = Number {
            number: None,
            sign: sign.clone(),
        };
        let low = Number {
            number: Some(5),
            sign: sign.clone(),
        };
        let high = Number {
            number: Some(112),
            sign,
        };
        assert_eq!(number(&low), "Số: 05/BC-TTKC");
        assert_eq!(number(&high), "Số: 112/BC-TTKC");
        assert!(!number(&open).contains('0'));

        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day);
        for (given, expected) in [
            (day(2, 5), "Hải Phòng, ngày 05 tháng 02 năm 2026"),
            (day(3, 15), "Hải Phòng, ngày 15 tháng 3 năm 2026"),
            (day(12, 1), "Hải Phòng, ngày 01 tháng 12 năm 2026"),
        ] {
            assert_eq!(dateline("Hải Phòng", given), expected);
        }
    }

    #[test]
    fn copies_end_as_a_list_does_and_appendices_count_in_roman_figures() {
        let copies = [
            "Như trên".to_owned(),
            "UBND;".to_owned(),
            "Lưu: VT.".to_owned(),
        ];
        assert_eq!(ended(&copies), ["Như trên;", "UBND;", "Lưu: VT."]);
        let figures: Vec<String> = [1, 4, 9, 14, 49].map(roman).to_vec();
        assert_eq!(figures, ["I", "IV", "IX", "XIV", "XLIX"]);
    }
}
