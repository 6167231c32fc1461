//! Reports as files.

use super::asked;
use super::office::Centre;
use kc_app::report::{Format, Recipient, write};
use kc_testkit::Engine;

#[test]
fn v07_the_paragraphs_hold_the_published_phrases_and_the_gap() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let file = write(&centre.reader(), &asked(), Format::Markdown, None).unwrap();
        let text = String::from_utf8(file.bytes).unwrap();
        for phrase in [
            "65 đề án khuyến công (46 đề án khuyến công địa phương và 19 đề án khuyến công quốc gia)",
            "41.306,53 triệu đồng",
            "12.578,48 triệu đồng",
            "7.898,47 triệu đồng",
            "4.680,01 triệu đồng",
            "28.728,05 triệu đồng",
            "| 735,5 |",
            "| 474,44 |",
            "| 1.188,56 |",
            "| 31.742,18 |",
            "| 6.349 |",
            "| 367,55 |",
            "| 239,3 |",
            "Chênh lệch: 1 đề án; 210 triệu đồng",
            "Số liệu minh họa",
        ] {
            assert!(text.contains(phrase), "{phrase}\n{text}");
        }
    }
}

#[test]
fn v19_two_recipients_get_the_same_numbers_under_different_headings() {
    let centre = Centre::published(Engine::Sqlite);
    let of = |recipient: Recipient| {
        let file = write(
            &centre.reader(),
            &asked(),
            Format::Markdown,
            Some(&recipient),
        );
        String::from_utf8(file.unwrap().bytes).unwrap()
    };
    let (committee, ministry) = (of(Recipient::Committee), of(Recipient::Ministry));
    assert!(committee.contains("Kính gửi: Ủy ban nhân dân thành phố Hải Phòng"));
    assert!(ministry.contains("Kính gửi: Bộ Công Thương"));
    assert_ne!(committee.lines().next(), ministry.lines().next());
    let table = |text: &str| {
        let rows: Vec<_> = text.lines().filter(|line| line.starts_with('|')).collect();
        rows.join("\n")
    };
    assert_eq!(table(&committee), table(&ministry));
    assert!(!table(&committee).is_empty());
}
