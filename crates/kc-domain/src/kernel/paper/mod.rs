//! An administrative paper in plain words, in the form of Nghị định 30/2020/NĐ-CP.
//!
//! One model for every paper: decisions, contracts, minutes, letters, reports. It is written once,
//! and handed over as PDF or as a text document that the office goes on writing.

mod wording;

use chrono::{NaiveDate, NaiveDateTime};

/// A paper to be handed over. Every text arrives ready: nothing here formats figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The moment of making, in Vietnamese time; the only clock of the file.
    pub made: NaiveDateTime,
    /// How the paper lies; wide tables may lie across in an upright paper as appendices.
    pub sheet: Sheet,
    /// Who issues it.
    pub issuer: Issuer,
    /// Its number and sign; none for papers that carry none, such as minutes.
    pub number: Option<Number>,
    /// The place in "Hải Phòng, ngày …".
    pub place: String,
    /// The day it was issued; none leaves the day open for the clerk's hand.
    pub day: Option<NaiveDate>,
    /// What it is and what it is about.
    pub subject: Subject,
    /// Whom it is addressed to ("Kính gửi"); empty for none.
    pub recipients: Vec<String>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Who signs.
    pub signature: Option<Signature>,
    /// Who receives copies ("Nơi nhận"); empty for none.
    pub copies: Vec<String>,
    /// What follows after the signature.
    pub appendices: Vec<Appendix>,
    /// Whether invented details must be marked "Số liệu minh họa" on every page.
    pub illustrative: bool,
    /// Whether what it tells of can still change, which every page says: "Dự thảo".
    pub is_draft: bool,
    /// The head of the audit chain at that moment, in small print on the last page.
    pub audit_head: Option<String>,
}

/// How an A4 sheet lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sheet {
    /// Upright.
    #[default]
    Portrait,
    /// Across.
    Landscape,
}

/// Who issues the paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issuer {
    /// The body directly above; empty for none. Set in capitals.
    pub superior: String,
    /// The issuing body. Set in bold capitals with a line below.
    pub body: String,
}

/// Number and sign, as in "Số: 05/BC-TTKC".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number in the register; none leaves room for the clerk's hand. Below 10 it gets a zero.
    pub number: Option<u32>,
    /// The sign after the stroke, as in "BC-TTKC".
    pub sign: String,
}

/// What a paper is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A paper with the name of its type, as in "BÁO CÁO".
    Titled {
        /// The type, set in capitals.
        kind: String,
        /// What it is about (trích yếu).
        about: String,
    },
    /// An official letter: "V/v …" under the number.
    Letter {
        /// What it is about, without "V/v".
        about: String,
    },
}

/// A part of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A legal basis ("Căn cứ …"), in italics.
    Basis(String),
    /// A line of its own in bold, in the middle: "QUYẾT ĐỊNH:", who issues it.
    Centred(String),
    /// An article: its lead in bold ("Điều 1."), then its words.
    Article(String, String),
    /// A paragraph.
    Paragraph(String),
    /// A heading in bold: level 1 for "I.", 2 for "1.", 3 for "a)" in bold italics.
    Heading(u8, String),
    /// Points with a dash.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// Those who sign side by side, as the parties of a contract do.
    Parties(Vec<Signature>),
    /// Small print.
    Note(String),
}

/// A table with a header repeated on each page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The title above; empty for none.
    pub title: String,
    /// The unit above the right end, as in "Đơn vị tính: triệu đồng"; empty for none.
    pub unit: String,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Sentences under the table.
    pub notes: Vec<String>,
    /// Whether the table holds invented details.
    pub illustrative: bool,
    /// Whether its rows stay on one page; for tables well below a page only.
    pub is_kept_whole: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub header: String,
    /// A header above it, shared by neighbours of the same words; empty for none.
    pub group: String,
    /// The share of the width, against the shares of the others.
    pub width: u16,
    /// Where its texts stand.
    pub align: Align,
}

impl Column {
    /// A column without a shared header.
    pub fn new(header: impl Into<String>, width: u16, align: Align) -> Self {
        let (header, group) = (header.into(), String::new());
        Self {
            header,
            group,
            width,
            align,
        }
    }

    /// The same column under a header shared with its neighbours.
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.group = group.into();
        self
    }
}

/// Where texts of a column stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Ordinals and codes.
    Center,
    /// Numbers.
    Right,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells, one per column; missing ones stay empty.
    pub cells: Vec<Cell>,
    /// How it looks.
    pub style: Style,
}

impl Row {
    /// A row of data.
    pub fn normal(cells: Vec<Cell>) -> Self {
        let style = Style::Normal;
        Self { cells, style }
    }

    /// A row of another style.
    pub fn styled(style: Style, cells: Vec<Cell>) -> Self {
        Self { cells, style }
    }
}

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A row of data.
    Normal,
    /// The heading of the rows under it.
    Group,
    /// A sum.
    Total,
    /// A difference that somebody has to look at.
    Gap,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing belongs here.
    Empty,
    /// Something belongs here that nobody knows: "chưa có số liệu".
    Unknown,
    /// Text, ready to be shown.
    Text(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Who signs, and in whose place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// The authority, line by line: "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC". Empty for one's own.
    pub authority: Vec<String>,
    /// The post, as in "GIÁM ĐỐC".
    pub post: String,
    /// The name; empty leaves it open.
    pub name: String,
}

/// What is attached after the signature, on pages of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Appendix {
    /// What it is.
    pub title: String,
    /// What it belongs to, as in "Kèm theo Báo cáo số 05/BC-TTKC ngày …"; empty for none.
    pub attached_to: String,
    /// The body.
    pub blocks: Vec<Block>,
    /// How its pages lie.
    pub sheet: Sheet,
}
