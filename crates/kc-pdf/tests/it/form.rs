//! The form of Nghị định 30/2020: what stands where, measured on the sheet.

use crate::cast::{letter, long, report};
use crate::reader::{Letter, Read, dense, read};
use kc_pdf::{Paper, pdf};

/// Half a millimetre: what an office's ruler can tell.
const RULER: f64 = 0.5;

fn pages(paper: &Paper) -> Vec<Read> {
    read(pdf(paper).unwrap())
}

fn leftmost(letters: &[&Letter]) -> f64 {
    letters
        .iter()
        .map(|letter| letter.x)
        .fold(f64::MAX, f64::min)
}

#[test]
fn v07_the_report_can_be_read_back_with_its_exact_words_and_figures() {
    let text: String = pages(&report()).iter().map(Read::text).collect();

    for expected in [
        "SỞ CÔNG THƯƠNG HẢI PHÒNG",
        "TRUNG TÂM KHUYẾN CÔNG VÀ TƯ VẤN PHÁT TRIỂN CÔNG NGHIỆP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-TTKC",
        "Hải Phòng, ngày 05 tháng 02 năm 2026",
        "BÁO CÁO",
        "65 đề án khuyến công (46 đề án khuyến công địa phương và 19 đề án khuyến công quốc gia)",
        "41.306,53 triệu đồng",
        "Chênh lệch: 1 đề án; 210 triệu đồng",
        "Đơn vị tính: triệu đồng",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Thị Ước",
        "Nơi nhận:",
        "- Lưu: VT, KC.",
        "Mã nhật ký: 9f2c41d07be85a36",
    ] {
        assert!(
            text.contains(&dense(expected)),
            "{expected} is not in {text}"
        );
    }
    assert_eq!(text.matches(&dense("chưa có số liệu")).count(), 6);
    assert_eq!(
        text.matches(&dense("Số liệu minh họa")).count(),
        2,
        "once on each page's foot"
    );
    assert_eq!(text.matches(&dense("SỐ LIỆU MINH HỌA")).count(), 1);
}

#[test]
fn every_letter_comes_with_its_font() {
    let all = pages(&report());
    let mut letters = all.iter().flat_map(|page| &page.letters);
    assert!(letters.all(|letter| letter.embedded));
}

#[test]
fn the_sheet_is_a4_and_its_margins_are_those_of_the_decree() {
    let all = pages(&report());

    assert_eq!(all.len(), 2);
    for page in &all {
        assert!((page.width - 210.0).abs() < RULER && (page.height - 297.0).abs() < RULER);
        let body = page.between(20.0, 277.0);
        assert!((leftmost(&body) - 30.0).abs() < 2.0, "{}", leftmost(&body));
        assert!(leftmost(&body) > 30.0 - RULER);
        assert!(body.iter().all(|letter| letter.x < 195.0 + RULER));
        assert!(page.between(0.0, 10.0).is_empty());
    }
}

#[test]
fn paragraphs_start_ten_millimetres_in_and_go_on_at_the_margin() {
    let first = &pages(&report())[0];
    let text: Vec<&Letter> = first
        .letters
        .iter()
        .filter(|letter| letter.text.trim() != "")
        .collect();
    let at = |words: &str| {
        let words: Vec<char> = dense(words).chars().collect();
        let found = text.windows(words.len()).find(|window| {
            window
                .iter()
                .zip(&words)
                .all(|(letter, word)| letter.text == word.to_string())
        });
        found.unwrap()[0].x
    };

    assert!(
        (at("Trong giai đoạn") - 40.0).abs() < RULER,
        "{}",
        at("Trong giai đoạn")
    );
    assert!((at("hiện Chương trình khuyến công trên") - 30.0).abs() < RULER);
}

#[test]
fn pages_are_numbered_at_the_top_centre_from_the_second_on() {
    let all = pages(&long(60));

    assert!(all[0].between(0.0, 19.0).is_empty());
    for (page, number) in all.iter().zip(1..).skip(1) {
        let above = page.between(10.0, 19.0);
        let digits: String = above.iter().map(|letter| letter.text.as_str()).collect();
        assert_eq!(digits, number.to_string());
        let centre = 30.0 + (297.0 - 45.0) / 2.0;
        assert!((above[0].x - centre).abs() < 4.0, "{}", above[0].x);
    }
}

#[test]
fn a_long_table_repeats_its_header_and_the_small_print_stands_on_the_last_page_only() {
    let all = pages(&long(60));
    let last = all.len() - 1;

    assert!(all.len() >= 3);
    assert!(
        all.iter()
            .all(|page| page.text().contains(&dense("Ngân sách nhà nước")))
    );
    assert!(all[last].text().contains(&dense("Mã nhật ký")));
    assert!(
        all[..last]
            .iter()
            .all(|page| !page.text().contains(&dense("Mã nhật ký")))
    );
    assert!(all[last].text().contains(&dense("Nơi nhận")));
}

#[test]
fn a_letter_leaves_number_and_day_open_and_counts_its_appendices_in_roman_figures() {
    let all = pages(&letter());
    let first = all[0].text();

    assert!(first.contains(&dense("V/v đăng ký kế hoạch khuyến công năm 2027")));
    assert!(first.contains(&dense("Số: /SCT-QLCN")));
    assert!(first.contains(&dense("Hải Phòng, ngày tháng năm")));
    assert!(first.contains(&dense(
        "- Ủy ban nhân dân các xã, phường, đặc khu;- Trung tâm Khuyến công."
    )));
    assert!(!first.contains(&dense("minh họa")));
    assert_eq!(all.len(), 3);
    assert!(
        all[1]
            .text()
            .starts_with(&dense("Phụ lục I DANH MỤC ĐỀ ÁN ĐÃ THỰC HIỆN"))
    );
    assert!(all[1].width > all[1].height);
    assert!(all[2].text().starts_with(&dense("Phụ lục II MẪU ĐĂNG KÝ")));
    assert!(all[2].width < all[2].height);
}

#[test]
fn the_same_paper_gives_the_same_bytes_whatever_was_typeset_between() {
    let first = pdf(&report()).unwrap();
    for rows in 1..8 {
        pdf(&long(rows)).unwrap();
    }
    assert_eq!(first, pdf(&report()).unwrap());
    assert!(
        first.len() < 100_000,
        "{} bytes: are the fonts cut?",
        first.len()
    );
}
