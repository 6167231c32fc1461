//! Papers of a centre in Hải Phòng, as a clerk would hand them in.

use chrono::{NaiveDate, NaiveDateTime};
use kc_pdf::{
    Align, Appendix, Block, Cell, Column, Issuer, Number, Paper, Row, Sheet, Signature, Style,
    Subject, Table,
};

const GROUPS: [[&str; 5]; 7] = [
    ["Đào tạo nghề, truyền nghề", "3", "735,5", "", ""],
    ["Nâng cao năng lực quản lý", "6", "474,44", "474,44", ""],
    [
        "Hội chợ, triển lãm, tham quan khảo sát",
        "7",
        "1.188,56",
        "1.188,56",
        "",
    ],
    [
        "Hỗ trợ ứng dụng máy móc tiên tiến vào sản xuất công nghiệp – tiểu thủ công nghiệp",
        "21",
        "31.742,18",
        "5.760",
        "25.982,18",
    ],
    [
        "Mô hình trình diễn kỹ thuật",
        "13",
        "6.349",
        "3.810,7",
        "2.538,3",
    ],
    ["Tư vấn, trợ giúp", "5", "367,55", "160", "207,55"],
    ["Thông tin, tuyên truyền", "9", "239,3", "", ""],
];

pub(crate) fn noon() -> NaiveDateTime {
    day(2026, 2, 5).and_hms_opt(12, 0, 0).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.to_owned())
}

/// A report with a table, a signature, copies and small print.
pub(crate) fn report() -> Paper {
    Paper {
        made: noon(),
        sheet: Sheet::Portrait,
        issuer: Issuer {
            superior: "Sở Công Thương Hải Phòng".to_owned(),
            body: "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp".to_owned(),
        },
        number: Some(Number {
            number: Some(5),
            sign: "BC-TTKC".to_owned(),
        }),
        place: "Hải Phòng".to_owned(),
        day: Some(day(2026, 2, 5)),
        subject: Subject::Titled {
            kind: "Báo cáo".to_owned(),
            about: "Kết quả thực hiện Chương trình khuyến công giai đoạn 2016–2020".to_owned(),
        },
        recipients: Vec::new(),
        blocks: report_blocks(),
        signature: Some(Signature {
            authority: owned(&["KT. Giám đốc"]),
            post: "Phó Giám đốc".to_owned(),
            name: "Nguyễn Thị Ước".to_owned(),
        }),
        copies: owned(&[
            "Sở Công Thương (để báo cáo)",
            "Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công",
            "Lưu: VT, KC.",
        ]),
        appendices: Vec::new(),
        illustrative: true,
        is_draft: false,
        audit_head: Some("9f2c41d07be85a36".repeat(4)),
    }
}

fn report_blocks() -> Vec<Block> {
    vec![
        Block::Basis("Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công;".to_owned()),
        paragraph("Trung tâm Khuyến công và Tư vấn phát triển công nghiệp báo cáo kết quả thực hiện Chương trình khuyến công trên địa bàn thành phố giai đoạn 2016–2020 như sau:"),
        Block::Heading(1, "I. KẾT QUẢ CHUNG".to_owned()),
        paragraph("Trong giai đoạn 2016–2020, thành phố đã thực hiện 65 đề án khuyến công (46 đề án khuyến công địa phương và 19 đề án khuyến công quốc gia) với tổng kinh phí 41.306,53 triệu đồng, trong đó ngân sách nhà nước 12.578,48 triệu đồng (trung ương 7.898,47 triệu đồng, thành phố 4.680,01 triệu đồng), cơ sở công nghiệp nông thôn đối ứng 28.728,05 triệu đồng."),
        Block::Heading(2, "1. Theo nội dung hoạt động".to_owned()),
        Block::List(owned(&["Đào tạo 610 lao động nông thôn;", "Tổ chức 06 lớp tập huấn với 716 lượt người tham dự."])),
        Block::Table(table()),
        Block::Heading(3, "a) Chênh lệch".to_owned()),
        paragraph("Chênh lệch: 1 đề án; 210 triệu đồng."),
        Block::Note("Ghi chú: số liệu lấy từ sổ kinh phí, biết đến 12 giờ ngày 05/02/2026.".to_owned()),
    ]
}

fn table() -> Table {
    let mut rows: Vec<Row> = (1..)
        .zip(&GROUPS)
        .map(|(at, group)| group_row(at, group))
        .collect();
    rows.push(Row::styled(
        Style::Total,
        cells(&["", "Tổng cộng", "64", "41.096,53", "11.393,7", "28.728,03"]),
    ));
    rows.push(Row::normal(cells(&[
        "",
        "Số đã công bố",
        "65",
        "41.306,53",
        "12.578,48",
        "28.728,05",
    ])));
    rows.push(Row::styled(
        Style::Gap,
        cells(&["", "Chênh lệch", "1", "210"]),
    ));
    Table {
        title: "Bảng 1. Kết quả theo nội dung hoạt động".to_owned(),
        unit: "Đơn vị tính: triệu đồng".to_owned(),
        columns: columns(),
        rows,
        notes: owned(&[
            "Nhóm 1 và nhóm 7 không nêu nguồn kinh phí; dòng tổng chỉ cộng các số đã biết.",
        ]),
        ..Table::default()
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("STT", 8, Align::Center),
        Column::new("Nội dung", 48, Align::Left),
        Column::new("Số đề án", 13, Align::Right),
        Column::new("Tổng số", 20, Align::Right).under("Kinh phí"),
        Column::new("Ngân sách nhà nước", 21, Align::Right).under("Kinh phí"),
        Column::new("Đối ứng", 20, Align::Right).under("Kinh phí"),
    ]
}

fn cells(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell::from(*text)).collect()
}

fn group_row(at: usize, [name, rest @ ..]: &[&'static str; 5]) -> Row {
    let known = |text: &&'static str| {
        Some(*text)
            .filter(|text| !text.is_empty())
            .map_or(Cell::Unknown, Cell::from)
    };
    let mut cells = vec![Cell::from(at.to_string()), Cell::from(*name)];
    cells.extend(rest.iter().map(known));
    Row::normal(cells)
}

/// A letter to several offices, with number and day left open.
pub(crate) fn letter() -> Paper {
    Paper {
        number: Some(Number {
            number: None,
            sign: "SCT-QLCN".to_owned(),
        }),
        day: None,
        issuer: Issuer {
            superior: "Ủy ban nhân dân thành phố Hải Phòng".to_owned(),
            body: "Sở Công Thương".to_owned(),
        },
        subject: Subject::Letter {
            about: "đăng ký kế hoạch khuyến công năm 2027".to_owned(),
        },
        recipients: owned(&[
            "Ủy ban nhân dân các xã, phường, đặc khu",
            "Trung tâm Khuyến công",
        ]),
        blocks: vec![paragraph(
            "Sở Công Thương đề nghị các đơn vị rà soát nhu cầu và gửi đăng ký trước ngày 15 tháng 3 năm 2026. Chi tiết theo phụ lục kèm theo.",
        )],
        signature: Some(Signature {
            post: "Giám đốc".to_owned(),
            ..Signature::default()
        }),
        appendices: vec![
            Appendix {
                title: "Danh mục đề án đã thực hiện".to_owned(),
                attached_to: "Kèm theo Công văn số      /SCT-QLCN của Sở Công Thương".to_owned(),
                blocks: vec![Block::Table(table())],
                sheet: Sheet::Landscape,
            },
            Appendix {
                title: "Mẫu đăng ký".to_owned(),
                attached_to: String::new(),
                blocks: vec![paragraph("Tên đơn vị, nội dung, kinh phí đề nghị.")],
                sheet: Sheet::Portrait,
            },
        ],
        illustrative: false,
        is_draft: false,
        audit_head: None,
        ..report()
    }
}

/// A report across with as many rows as asked for.
pub(crate) fn long(rows: usize) -> Paper {
    let row = |at: usize| group_row(at, &GROUPS[at % GROUPS.len()]);
    let grown = Table {
        rows: (1..=rows).map(row).collect(),
        ..table()
    };
    Paper {
        sheet: Sheet::Landscape,
        blocks: vec![Block::Table(grown)],
        ..report()
    }
}

/// A report whose body is one paragraph of these words.
pub(crate) fn saying(words: &str) -> Paper {
    Paper {
        blocks: vec![paragraph(words)],
        ..report()
    }
}
