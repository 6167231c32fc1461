//! A report as a workbook: numbers stay numbers, sums work, unknown is never zero.

use crate::cast::{Found, bare, day, dong, report, text};
use calamine::Data;
use kc_files::{Cell, Column, FileError, Kind, Row, Style, Total, xlsx};

/// The row of the total: five heading lines, the header, seven groups.
const TOTAL: u32 = 13;

#[test]
fn v07_the_workbook_holds_numbers_and_its_sums_give_64_and_41096530000() {
    let found = Found::of(xlsx(&report()).unwrap());

    assert_eq!(found.value(6, 3), Data::Float(735_500_000.0));
    assert_eq!(found.formula(TOTAL, 2), "SUM(C7:C13)");
    assert_eq!(found.formula(TOTAL, 3), "SUM(D7:D13)");
    assert_eq!(found.value(TOTAL, 2), Data::Float(64.0));
    assert_eq!(found.value(TOTAL, 3), Data::Float(41_096_530_000.0));
    assert_eq!(found.value(TOTAL, 1), Data::String("Tổng cộng".to_owned()));
}

#[test]
fn the_gap_to_the_published_figure_is_a_formula_too() {
    let found = Found::of(xlsx(&report()).unwrap());

    assert_eq!(found.formula(TOTAL + 2, 3), "D15-D14");
    assert_eq!(found.value(TOTAL + 2, 2), Data::Float(1.0));
    assert_eq!(found.value(TOTAL + 2, 3), Data::Float(210_000_000.0));
}

#[test]
fn v04_a_total_with_unknown_parts_has_no_single_gap() {
    let found = Found::of(xlsx(&report()).unwrap());

    assert_eq!(found.value(TOTAL + 1, 4), Data::Float(12_578_480_000.0));
    assert_eq!(
        found.value(TOTAL + 2, 4),
        Data::String("chưa có số liệu".to_owned())
    );
    assert_eq!(found.formula(TOTAL + 2, 4), "");
}

#[test]
fn what_nobody_knows_is_words_and_never_zero() {
    let found = Found::of(xlsx(&report()).unwrap());
    let unknown = Data::String("chưa có số liệu".to_owned());

    assert_eq!(found.value(6, 4), unknown);
    assert_eq!(found.value(12, 4), unknown);
    assert_eq!(found.value(TOTAL, 4), Data::Float(11_393_700_000.0));
    let warning = found.value(TOTAL + 5, 0).to_string();
    assert!(warning.contains("Ngân sách nhà nước (2)"), "{warning}");
}

#[test]
fn a_sum_of_unknowns_is_unknown_and_no_formula() {
    let columns = vec![
        Column::new("Tên", 20, Kind::Text),
        Column::new("Tiền", 20, Kind::Dong),
    ];
    let rows = vec![Row::normal(vec![text("a"), Cell::Unknown])];
    let total = Total {
        label: "Cộng".to_owned(),
        columns: vec![1],
    };
    let found = Found::of(xlsx(&bare(columns, rows, Some(total))).unwrap());

    assert_eq!(
        found.value(2, 1),
        Data::String("chưa có số liệu".to_owned())
    );
    assert_eq!(found.live(), 0);
}

#[test]
fn group_rows_carry_their_own_sum_and_are_not_counted_twice() {
    let columns = vec![
        Column::new("Tên", 20, Kind::Text),
        Column::new("Tiền", 20, Kind::Dong),
    ];
    let group = |name| Row::styled(Style::Group, vec![text(name), Cell::GroupSum]);
    let row = |amount| Row::normal(vec![text("đề án"), dong(amount)]);
    let rows = vec![group("I"), row(100), row(200), group("II"), row(50)];
    let total = Total {
        label: "Cộng".to_owned(),
        columns: vec![1],
    };
    let found = Found::of(xlsx(&bare(columns, rows, Some(total))).unwrap());

    assert_eq!(
        (found.formula(1, 1), found.value(1, 1)),
        ("SUM(B3:B4)".to_owned(), Data::Float(300.0))
    );
    assert_eq!(
        (found.formula(4, 1), found.value(4, 1)),
        ("SUM(B6)".to_owned(), Data::Float(50.0))
    );
    assert_eq!(found.formula(6, 1), "SUM(B3:B4,B6)");
    assert_eq!(found.value(6, 1), Data::Float(350.0));
}

#[test]
fn a_sum_over_many_groups_stays_within_what_a_formula_may_hold() {
    let columns = vec![
        Column::new("Tên", 20, Kind::Text),
        Column::new("Tiền", 20, Kind::Dong),
    ];
    let pair = || {
        [
            Row::styled(Style::Group, vec![text("nhóm")]),
            Row::normal(vec![text("a"), dong(1)]),
        ]
    };
    let total = || {
        Some(Total {
            label: "Cộng".to_owned(),
            columns: vec![1],
        })
    };
    let of = |groups: usize| {
        bare(
            columns.clone(),
            (0..groups).flat_map(|_| pair()).collect(),
            total(),
        )
    };

    let found = Found::of(xlsx(&of(300)).unwrap());
    assert_eq!(found.value(601, 1), Data::Float(300.0));
    assert!(found.formula(601, 1).starts_with("SUM(SUM("));
    assert!(matches!(xlsx(&of(3000)), Err(FileError::SumTooLong)));
}

#[test]
fn days_are_days_and_the_oldest_are_words() {
    let columns = vec![Column::new("Ngày", 12, Kind::Date)];
    let rows = vec![
        Row::normal(vec![Cell::Date(day(2020, 11, 6))]),
        Row::normal(vec![Cell::Date(day(1888, 7, 19))]),
    ];
    let found = Found::of(xlsx(&bare(columns, rows, None)).unwrap());

    assert!(matches!(found.value(1, 0), Data::DateTime(_)));
    assert_eq!(found.value(2, 0), Data::String("19/07/1888".to_owned()));
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    assert_eq!(xlsx(&report()).unwrap(), xlsx(&report()).unwrap());
}

#[test]
fn what_cannot_be_written_exactly_is_refused() {
    let columns = vec![Column::new("Tiền", 20, Kind::Dong)];
    let row = |amount| Row::normal(vec![dong(amount)]);
    let total = |column| {
        Some(Total {
            label: "Cộng".to_owned(),
            columns: vec![column],
        })
    };

    let long = bare(columns.clone(), vec![row(1_000_000_000_000_000)], None);
    assert!(matches!(xlsx(&long), Err(FileError::TooPrecise { .. })));

    let over = bare(columns.clone(), vec![row(999_999_999_999_999); 2], total(0));
    assert!(matches!(xlsx(&over), Err(FileError::TooPrecise { .. })));

    let lost = bare(columns.clone(), vec![row(1)], total(7));
    assert!(matches!(
        xlsx(&lost),
        Err(FileError::NoSuchColumn { column: 7 })
    ));

    let large = bare(columns, vec![row(1); 500_001], None);
    assert!(matches!(xlsx(&large), Err(FileError::TooLarge { .. })));
}
