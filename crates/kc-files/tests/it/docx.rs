//! Papers as text documents, unpacked and read as another program would.

use chrono::NaiveDate;
use kc_domain::kernel::paper::{
    Align, Appendix, Block, Column, Issuer, Number, Paper, Row, Sheet, Signature, Style, Subject,
    Table,
};
use kc_files::docx;
use std::io::{Cursor, Read};

/// The list of an appendix.
fn list() -> Table {
    let columns = vec![
        Column::new("TT", 5, Align::Center),
        Column::new("Tên đề án", 40, Align::Left),
        Column::new("Tổng số", 15, Align::Right).under("Kinh phí"),
        Column::new("Trung ương", 15, Align::Right).under("Kinh phí"),
        Column::new("Ghi chú", 15, Align::Left),
    ];
    let rows = vec![
        Row::normal(vec![
            "1".into(),
            "Máy <cắt> & khắc".into(),
            "300".into(),
            "300".into(),
        ]),
        Row::styled(
            Style::Total,
            vec!["".into(), "Cộng".into(), "300".into(), "300".into()],
        ),
    ];
    Table {
        unit: "Đơn vị tính: triệu đồng".to_owned(),
        columns,
        rows,
        ..Table::default()
    }
}

/// A decision with every part a paper can have.
pub fn decision() -> Paper {
    Paper {
        made: NaiveDate::from_ymd_opt(2026, 2, 5)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap(),
        sheet: Sheet::Portrait,
        issuer: Issuer {
            superior: String::new(),
            body: "Ủy ban nhân dân thành phố Hải Phòng".to_owned(),
        },
        number: Some(Number {
            number: None,
            sign: "QĐ-UBND".to_owned(),
        }),
        place: "Hải Phòng".to_owned(),
        day: None,
        subject: Subject::Titled {
            kind: "Quyết định".to_owned(),
            about: "Về việc phê duyệt Kế hoạch khuyến công năm 2026 (đợt I)".to_owned(),
        },
        recipients: Vec::new(),
        blocks: vec![
            Block::Centred("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG".to_owned()),
            Block::Basis("Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012;".to_owned()),
            Block::Centred("QUYẾT ĐỊNH:".to_owned()),
            Block::Article("Điều 1.".to_owned(), "Phê duyệt 4 đề án.".to_owned()),
            Block::Parties(vec![post("Bên A", "Trần Văn Hải"), post("Bên B", "")]),
        ],
        signature: Some(post("Chủ tịch", "")),
        copies: ["Như Điều 3", "Lưu: VT"].map(str::to_owned).into(),
        appendices: vec![Appendix {
            title: "Danh mục đề án".into(),
            attached_to: "Kèm theo Quyết định số      /QĐ-UBND".into(),
            blocks: vec![Block::Table(list())],
            sheet: Sheet::Landscape,
        }],
        illustrative: true,
        is_draft: false,
        audit_head: None,
    }
}

fn post(post: &str, name: &str) -> Signature {
    Signature {
        authority: vec!["TM. Ủy ban nhân dân".to_owned()],
        post: post.to_owned(),
        name: name.to_owned(),
    }
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn the_words_of_a_paper_can_be_read_back() {
    let file = docx(&decision()).unwrap();
    let document = part(&file, "word/document.xml");
    for expected in [
        "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
        "Độc lập - Tự do - Hạnh phúc",
        "/QĐ-UBND",
        "QUYẾT ĐỊNH",
        "Điều 1.",
        "Máy &lt;cắt&gt; &amp; khắc",
        "TM. ỦY BAN NHÂN DÂN",
        "- Lưu: VT.",
        "Phụ lục",
        "DANH MỤC ĐỀ ÁN",
    ] {
        assert!(document.contains(expected), "{expected}");
    }
    assert!(part(&file, "word/footer.xml").contains("Số liệu minh họa"));
}

#[test]
fn a_header_of_a_table_stands_on_every_page_and_an_appendix_lies_across() {
    let document = part(&docx(&decision()).unwrap(), "word/document.xml");
    assert_eq!(document.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(document.matches("<w:sectPr>").count(), 2);
    assert!(document.contains("w:orient=\"landscape\""));
}

#[test]
fn every_tag_is_closed_in_its_order() {
    let document = part(&docx(&decision()).unwrap(), "word/document.xml");
    let mut open: Vec<&str> = Vec::new();
    for tag in document.split('<').skip(2) {
        let inside = tag.split('>').next().unwrap();
        let name = inside
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap();
        match (inside.starts_with('/'), inside.ends_with('/')) {
            (true, _) => assert_eq!(open.pop(), Some(name)),
            (false, true) => {}
            (false, false) => open.push(name),
        }
    }
    assert!(open.is_empty());
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_a_paper_too_long_is_refused() {
    assert_eq!(docx(&decision()).unwrap(), docx(&decision()).unwrap());
    let mut long = decision();
    let rows = vec![Row::normal(Vec::new()); 1_001];
    long.blocks.push(Block::Table(Table {
        rows,
        ..Table::default()
    }));
    assert!(docx(&long).is_err());
}
