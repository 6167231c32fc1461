//! The words a paper is framed by: number, place and day, copies, labels of appendices.

use super::{Number, Paper, Subject};
use chrono::{Datelike, NaiveDate};

impl Paper {
    /// Kind and subject in one line, as the title of the file.
    pub fn title(&self) -> String {
        match &self.subject {
            Subject::Titled { kind, about } => format!("{kind} {about}"),
            Subject::Letter { about } => about.clone(),
        }
    }

    /// "Hải Phòng, ngày 05 tháng 02 năm 2026"; an open day leaves room for a hand.
    pub fn dateline(&self) -> String {
        dateline(&self.place, self.day)
    }

    /// What every page must say of the paper: that it is a draft, that details are invented.
    pub fn marks(&self) -> Vec<&'static str> {
        let marks = [
            (self.is_draft, "Dự thảo"),
            (self.illustrative, "Số liệu minh họa"),
        ];
        let said = marks.into_iter().filter(|(holds, _)| *holds);
        said.map(|(_, words)| words).collect()
    }

    /// Recipients of copies: each ends with a semicolon, the last with a full stop.
    pub fn copies_ended(&self) -> Vec<String> {
        let last = self.copies.len().saturating_sub(1);
        let bare = |text: &str| text.trim_end_matches([';', '.', ' ']).to_owned();
        (0..)
            .zip(&self.copies)
            .map(|(at, copy)| bare(copy) + if at == last { "." } else { ";" })
            .collect()
    }

    /// "Phụ lục", or "Phụ lục II" where there are several; `at` counts from 1.
    pub fn appendix_label(&self, at: usize) -> String {
        if self.appendices.len() == 1 {
            return "Phụ lục".to_owned();
        }
        format!("Phụ lục {}", roman(at))
    }
}

impl Number {
    /// A number as written ("05/BC-TTKC"); open, with the usual sign, where none is written.
    pub fn written(number: Option<&str>, usual_sign: &str) -> Self {
        match number.and_then(|number| number.split_once('/')) {
            Some((digits, sign)) => Self {
                number: digits.parse().ok(),
                sign: sign.to_owned(),
            },
            None => Self {
                number: None,
                sign: usual_sign.to_owned(),
            },
        }
    }

    /// "Số: 05/BC-TTKC"; an open number leaves room for a hand.
    pub fn line(&self) -> String {
        let digits = match self.number {
            Some(number) => format!("{number:02}"),
            None => "\u{A0}".repeat(8),
        };
        format!("Số: {digits}/{}", self.sign)
    }
}

/// Place and day: zeros before days below 10 and months 1 and 2 (Nghị định 30/2020, Phụ lục I).
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
    use crate::kernel::paper::{Issuer, Sheet};

    fn paper(copies: &[&str]) -> Paper {
        Paper {
            made: NaiveDate::MIN.and_hms_opt(0, 0, 0).unwrap(),
            sheet: Sheet::Portrait,
            issuer: Issuer::default(),
            number: None,
            place: "Hải Phòng".to_owned(),
            day: None,
            subject: Subject::Letter {
                about: "hướng dẫn".to_owned(),
            },
            recipients: Vec::new(),
            blocks: Vec::new(),
            signature: None,
            copies: copies.iter().map(|copy| (*copy).to_owned()).collect(),
            appendices: Vec::new(),
            illustrative: false,
            is_draft: false,
            audit_head: None,
        }
    }

    #[test]
    fn numbers_and_days_are_padded_as_the_decree_asks() {
        let line = |number| {
            Number {
                number,
                sign: "BC-TTKC".to_owned(),
            }
            .line()
        };
        assert_eq!(line(Some(5)), "Số: 05/BC-TTKC");
        assert_eq!(line(Some(112)), "Số: 112/BC-TTKC");
        assert!(!line(None).contains('0'));

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
    fn a_paper_says_that_it_is_a_draft_and_that_details_are_invented() {
        let mut paper = paper(&[]);
        assert!(paper.marks().is_empty());
        paper.illustrative = true;
        assert_eq!(paper.marks(), ["Số liệu minh họa"]);
        paper.is_draft = true;
        assert_eq!(paper.marks(), ["Dự thảo", "Số liệu minh họa"]);
    }

    #[test]
    fn copies_end_as_a_list_does_and_appendices_count_in_roman_figures() {
        let paper = paper(&["Như trên", "UBND;", "Lưu: VT."]);
        assert_eq!(paper.copies_ended(), ["Như trên;", "UBND;", "Lưu: VT."]);
        let figures: Vec<String> = [1, 4, 9, 14, 49].map(roman).to_vec();
        assert_eq!(figures, ["I", "IV", "IX", "XIV", "XLIX"]);
    }
}
