//! The report of Hải Phòng 2016–2020 as a plain sheet, and a reader of what was written.

use calamine::{Data, Reader, Xlsx};
use chrono::{NaiveDate, NaiveDateTime};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_files::{Book, Cell, Column, Heading, Kind, Paper, Row, Sheet, Style, Total};
use std::io::Cursor;

/// Ordinal, name, projects, total and budget in đồng, as published.
type Group = (&'static str, &'static str, i64, i64, Option<i64>);

pub(crate) const GROUPS: [Group; 7] = [
    ("1", "Đào tạo nghề, truyền nghề", 3, 735_500_000, None),
    (
        "2",
        "Nâng cao năng lực quản lý",
        6,
        474_440_000,
        Some(474_440_000),
    ),
    (
        "3",
        "Hội chợ, triển lãm, tham quan khảo sát",
        7,
        1_188_560_000,
        Some(1_188_560_000),
    ),
    (
        "4",
        "Hỗ trợ ứng dụng máy móc tiên tiến vào sản xuất công nghiệp – tiểu thủ công nghiệp",
        21,
        31_742_180_000,
        Some(5_760_000_000),
    ),
    (
        "5",
        "Mô hình trình diễn kỹ thuật",
        13,
        6_349_000_000,
        Some(3_810_700_000),
    ),
    ("6", "Tư vấn, trợ giúp", 5, 367_550_000, Some(160_000_000)),
    ("7", "Thông tin, tuyên truyền", 9, 239_300_000, None),
];

pub(crate) fn noon() -> NaiveDateTime {
    day(2026, 11, 22).and_hms_opt(12, 0, 0).unwrap()
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

pub(crate) fn dong(amount: i64) -> Cell {
    Cell::Dong(Dong(amount))
}

/// A book with one bare sheet.
pub(crate) fn bare(columns: Vec<Column>, rows: Vec<Row>, total: Option<Total>) -> Book {
    book(Sheet {
        name: "Bảng".to_owned(),
        columns,
        rows,
        total,
        ..Sheet::default()
    })
}

/// The whole report.
pub(crate) fn report() -> Book {
    book(Sheet {
        name: "Chương trình 2016–2020".to_owned(),
        heading: Heading {
            body: "SỞ CÔNG THƯƠNG HẢI PHÒNG".to_owned(),
            title: "KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH KHUYẾN CÔNG GIAI ĐOẠN 2016–2020".to_owned(),
            period: "Số liệu đến ngày 31/12/2020".to_owned(),
            unit: "Đơn vị tính: triệu đồng".to_owned(),
            illustrative: true,
        },
        columns: columns(),
        rows: GROUPS.iter().map(row).collect(),
        total: Some(Total {
            label: "Tổng cộng".to_owned(),
            columns: vec![2, 3, 4],
        }),
        after: vec![
            Row::styled(
                Style::Normal,
                vec![
                    Cell::Empty,
                    text("Số đã công bố"),
                    Cell::Integer(65),
                    dong(41_306_530_000),
                    dong(12_578_480_000),
                ],
            ),
            Row::styled(
                Style::Gap,
                vec![
                    Cell::Empty,
                    text("Chênh lệch"),
                    Cell::AboveMinusTotal,
                    Cell::AboveMinusTotal,
                    Cell::AboveMinusTotal,
                ],
            ),
        ],
        notes: vec!["Nhóm 1 và nhóm 7 không nêu nguồn kinh phí.".to_owned()],
        frozen_columns: 2,
        filter: false,
        paper: Paper::Landscape,
    })
}

fn book(sheet: Sheet) -> Book {
    Book {
        title: "Báo cáo chương trình".to_owned(),
        lang: Lang::Vi,
        made: noon(),
        source: "Nguồn: sổ kinh phí & danh mục đề án, biết đến 22/11/2026 12:00".to_owned(),
        sheets: vec![sheet],
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("STT", 6, Kind::Code),
        Column::new("Nội dung", 44, Kind::Text),
        Column::new("Số đề án", 10, Kind::Integer),
        Column::new("Tổng kinh phí", 18, Kind::Millions).in_unit("triệu đồng"),
        Column::new("Ngân sách nhà nước", 18, Kind::Millions).in_unit("triệu đồng"),
        Column::new("Tỷ trọng", 11, Kind::Percent),
        Column::new("Quyết toán", 14, Kind::Date),
        Column::new("Lao động", 15, Kind::Integer),
    ]
}

fn row((ordinal, name, projects, total, budget): &Group) -> Row {
    Row::normal(vec![
        text(ordinal),
        text(name),
        Cell::Integer(*projects),
        dong(*total),
        budget.map_or(Cell::Unknown, dong),
        Cell::Percent(178),
        Cell::Date(day(2020, 11, 6)),
        Cell::Hedged("trên 3.865".to_owned()),
    ])
}

/// What an independent reader finds on the first sheet.
pub(crate) struct Found {
    pub(crate) values: calamine::Range<Data>,
    pub(crate) formulas: calamine::Range<String>,
}

impl Found {
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        let mut reader: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = reader.sheet_names()[0].clone();
        Self {
            values: reader.worksheet_range(&name).unwrap(),
            formulas: reader.worksheet_formula(&name).unwrap(),
        }
    }

    /// The value in a cell, counted from 0.
    pub(crate) fn value(&self, row: u32, column: u32) -> Data {
        self.values
            .get_value((row, column))
            .cloned()
            .unwrap_or(Data::Empty)
    }

    /// The formula in a cell, or nothing.
    pub(crate) fn formula(&self, row: u32, column: u32) -> String {
        self.formulas
            .get_value((row, column))
            .cloned()
            .unwrap_or_default()
    }

    /// How many cells hold a formula.
    pub(crate) fn live(&self) -> usize {
        self.formulas
            .used_cells()
            .filter(|(_, _, text)| !text.is_empty())
            .count()
    }
}
