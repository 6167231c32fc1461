//! Reports as files.

use super::asked;
use super::office::{Centre, day};
use calamine::{Data, Reader, Xlsx};
use kc_app::kernel::Failure;
use kc_app::report::{Format, Recipient, dispatch, write};
use kc_domain::identity::Role;
use kc_testkit::Engine;
use std::io::Cursor;

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

/// The sheet by content group: five heading lines, the header, seven groups, the total.
const TOTAL: u32 = 13;

#[test]
fn v07_the_workbook_holds_numbers_and_its_sums_give_64_and_41096530000() {
    let centre = Centre::published(Engine::Sqlite);
    let file = write(&centre.reader(), &asked(), Format::Xlsx, None).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let values = book.worksheet_range(&name).unwrap();
    let formulas = book.worksheet_formula(&name).unwrap();
    let value = |row: u32, column: u32| {
        let found = values.get_value((row, column)).cloned();
        found.unwrap_or(Data::Empty)
    };
    let total = (0..40)
        .find(|row| value(*row, 1) == Data::String("Tổng cộng".to_owned()))
        .unwrap();
    assert_eq!(total, TOTAL);
    assert_eq!(value(total, 2), Data::Float(64.0));
    assert_eq!(value(total, 3), Data::Float(41_096_530_000.0));
    assert_eq!(formulas.get_value((total, 3)).unwrap(), "SUM(D7:D13)");
    assert_eq!(value(total - 7, 3), Data::Float(735_500_000.0));
    assert_eq!(
        value(total - 7, 4),
        Data::String("chưa có số liệu".to_owned())
    );
    assert_eq!(value(total + 2, 1), Data::String("Chênh lệch".to_owned()));
    assert_eq!(value(total + 2, 2), Data::Float(1.0));
    assert_eq!(value(total + 2, 3), Data::Float(210_000_000.0));
}

#[test]
fn v19_what_was_sent_is_kept_with_its_day_and_totals_and_only_by_those_who_may() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let head = centre.cast.person(Role::DepartmentHead).at(&centre.office);
        for recipient in [Recipient::Committee, Recipient::Ministry] {
            dispatch::send(&head, &asked(), &recipient, day("2020-12-15")).unwrap();
        }
        let sent = dispatch::list(&centre.reader(), centre.programme).unwrap();
        assert_eq!(sent.len(), 2);
        assert_eq!(sent[0].totals, sent[1].totals);
        assert_ne!(sent[0].recipient, sent[1].recipient);
        assert!(sent.iter().all(|sent| sent.sent_on == day("2020-12-15")));
        assert!(sent[0].totals.contains("41096530000"));

        let auditor = centre.reader();
        let refused = dispatch::send(&auditor, &asked(), &Recipient::Ministry, day("2020-12-16"));
        assert!(matches!(refused, Err(Failure::Denied(_))));
        assert_eq!(dispatch::list(&auditor, centre.programme).unwrap().len(), 2);
    }
}
