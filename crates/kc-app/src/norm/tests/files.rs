//! A file that cannot be read, with the line of each mistake.

use super::*;

/// The mistakes of a file, as line and key.
fn mistakes(text: &str) -> Vec<(usize, String)> {
    let found = check_file(text, Some(1)).err().unwrap_or_default();
    found
        .into_iter()
        .map(|held| (held.line, held.key))
        .collect()
}

const HEAD: &str = "key = \"tinh\"\ntitle = \"Tỉnh\"\narea = \"VN/31\"\nact = \"NQ 1\"\n";

fn rule(lines: &str) -> String {
    format!("{HEAD}\n[[rule]]\nkey = \"a\"\nabout = \"ceiling\"\nstatus = \"verified\"\n{lines}")
}

#[test]
fn a_file_is_refused_with_the_line_and_key_of_each_mistake() {
    for (lines, line, name) in [
        ("kinds = [\"machinery\"]\npercent = 500", 11, "percent"),
        (
            "kinds = [\"machinery\"]\namount = 0\nper = \"model\"",
            11,
            "amount",
        ),
        ("kinds = [\"machinery\"]\namount = 5", 6, "per"),
        (
            "kinds = [\"may-moc\"]\npercent = 5\nfrom = 2026-01-01",
            10,
            "kinds",
        ),
        ("kinds = [\"machinery\"]\nstatsu = 5", 11, "statsu"),
        ("kinds = [\"machinery\"]\nfrom = 2026-02-30", 11, "from"),
        ("percent = 5\nfrom = 2026-02-02\nto = 2026-02-01", 12, "to"),
        ("level = \"huyện\"\npercent = 5", 10, "level"),
        ("kinds = [\"machinery\"]", 6, "percent"),
        ("times = \"1,5\"\nper = \"model\"", 10, "times"),
        (
            "times = \"1,5\"\nof = \"trademark\"\nper = \"model\"",
            11,
            "of",
        ),
    ] {
        assert_eq!(mistakes(&rule(lines)), [(line, name.to_owned())], "{lines}");
    }
    assert_eq!(
        mistakes("key = \"x\"\ntitle = \"\"\narea = \"VN/31/1\""),
        [(3, "area".to_owned())]
    );
    assert_eq!(mistakes(HEAD), [(1, "rule".to_owned())]);
    let dateless = rule("kinds = [\"machinery\"]\npercent = 50");
    assert_eq!(mistakes(&dateless), [(6, "from".to_owned())]);
    let dated = rule("percent = 50\nfrom = 2026-01-01");
    assert_eq!(mistakes(&dated), []);
    let of_the_nation = dated.replace("VN/31", "VN");
    assert_eq!(mistakes(&of_the_nation), [(3, "area".to_owned())]);
    assert!(!mistakes(&"x".repeat(200_001)).is_empty());
}

#[test]
fn two_rules_for_one_thing_on_one_day_are_refused() {
    let first = rule("kinds = [\"machinery\"]\npercent = 50\nfrom = 2026-01-01");
    let second = |lines: &str| {
        format!(
            "{first}\n\n[[rule]]\nkey = \"b\"\nabout = \"ceiling\"\nstatus = \"verified\"\nkinds = [\"machinery\"]\npercent = 40\n{lines}"
        )
    };
    assert_eq!(
        mistakes(&second("from = 2027-01-01")),
        [(20, "from".to_owned())]
    );
    assert_eq!(mistakes(&second("from = 2025-01-01\nto = 2025-12-31")), []);
    let again = second("from = 2025-01-01\nto = 2025-12-31").replace("\"b\"", "\"a\"");
    assert_eq!(mistakes(&again), [(15, "key".to_owned())]);
}
