//! Text exports: accents survive, numbers stay plain, unknown is never zero.

use crate::cast::{bare, day, dong, report, text};
use kc_domain::kernel::text::Lang;
use kc_files::{Cell, Column, Kind, Row, csv};

#[test]
fn a_text_export_opens_with_its_accents_and_holds_plain_values() {
    let columns = vec![
        Column::new("Tên cơ sở", 20, Kind::Text),
        Column::new("Kinh phí", 20, Kind::Millions).in_unit("triệu đồng"),
        Column::new("Tỷ trọng", 9, Kind::Percent),
        Column::new("Ngày", 9, Kind::Date),
        Column::new("Ghi chú", 9, Kind::Text),
    ];
    let full = vec![
        text("Đúc Mỹ Đồng, \"cơ sở 2\""),
        dong(-210_000_000),
        Cell::Percent(3045),
        Cell::Date(day(2020, 11, 6)),
        Cell::Empty,
    ];
    let short = vec![text("Chưa rõ"), Cell::Unknown];
    let book = bare(columns, vec![Row::normal(full), Row::normal(short)], None);

    let bytes = csv(&book.sheets[0], Lang::Vi).unwrap();

    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "\u{FEFF}Tên cơ sở,Kinh phí,Tỷ trọng,Ngày,Ghi chú\r\n\
         \"Đúc Mỹ Đồng, \"\"cơ sở 2\"\"\",-210000000,\"30,45%\",2020-11-06,\r\n\
         Chưa rõ,chưa có số liệu,,,\r\n"
    );
}

#[test]
fn the_same_sheet_gives_the_same_text_and_keeps_totals_out() {
    let sheet = &report().sheets[0];
    let bytes = csv(sheet, Lang::Vi).unwrap();
    assert_eq!(bytes, csv(sheet, Lang::Vi).unwrap());
    assert!(!String::from_utf8(bytes).unwrap().contains("Tổng cộng"));
}
