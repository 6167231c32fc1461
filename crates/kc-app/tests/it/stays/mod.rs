//! What the database itself refuses, whoever holds it: every forbidden row, on both engines,
//! against the sample office.

mod values;
mod what_was;

use kc_testkit::{Engine, TestOffice};

/// How both engines say that a value is not allowed.
const CHECK: &[&str] = &["CHECK constraint failed", "violates check constraint"];

/// How both engines say that the same stands there already.
const UNIQUE: &[&str] = &["UNIQUE constraint failed", "violates unique constraint"];

/// How both engines say that something else stands on it.
const IN_USE: &[&str] = &["FOREIGN KEY constraint failed", "violates foreign key"];

/// A statement, and the words of which its refusal must have one.
type Refused = (&'static str, &'static [&'static str]);

/// Tries each statement behind the back of the sample office. A row that is missing refuses
/// nothing, so a table the sample office leaves empty is told as well.
fn expect_refused(tables: &[&[Refused]]) {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        kc_app::demo::build(&office.app, "một câu dễ nhớ và dài").unwrap();
        let wrong: Vec<String> = tables
            .concat()
            .iter()
            .filter_map(|(sql, words)| match office.behind_the_back(sql) {
                Err(said) if words.iter().any(|word| said.contains(word)) => None,
                answer => Some(format!("{engine:?}: {sql}: {answer:?}")),
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn what_was_done_cannot_be_changed_or_taken_away() {
    expect_refused(&[what_was::APPEND_ONLY, what_was::CLOSED, what_was::ISSUED]);
}

#[test]
fn values_no_rule_allows_cannot_be_kept() {
    expect_refused(&[
        values::MONEY,
        values::CASE,
        values::FIELD,
        values::REGISTERS,
    ]);
}

#[test]
fn what_is_one_stays_one_and_nothing_stands_on_nothing() {
    expect_refused(&[values::ONCE, values::USED]);
}
