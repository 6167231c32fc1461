//! `khuyencong norm`: the rules without a database, and a province's own file.

use crate::office::Office;
use serde_json::Value;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_khuyencong");

/// Runs `khuyencong norm` in an empty folder, where there is no data.
fn norm(words: &[&str]) -> Output {
    let folder = tempfile::TempDir::new().unwrap();
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder.path()).arg("norm").args(words);
    command.output().unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn machinery(support: &str, on: &str) -> Output {
    norm(&[
        "explain",
        "--kind",
        "machinery",
        "--cost",
        "600000000",
        "--support",
        support,
        "--on",
        on,
        "--json",
    ])
}

#[test]
fn a_machine_of_600_million_is_judged_by_the_rule_of_the_day() {
    let before = machinery("250000000", "2018-05-10");
    assert_eq!(before.status.code(), Some(3));
    let said = json(&before);
    assert_eq!(said["accepted"], false);
    assert_eq!(
        said["rule"]["document"],
        "Thông tư liên tịch 26/2014/TTLT-BTC-BCT"
    );
    assert_eq!(
        (&said["rule"]["from"], &said["rule"]["to"]),
        (&"2014-04-08".into(), &"2018-05-10".into())
    );
    assert_eq!(
        (&said["ceiling"], &said["over"]),
        (&200_000_000.into(), &50_000_000.into())
    );
    assert_eq!(said["unverified"], true);

    let after = machinery("250000000", "2018-05-11");
    assert_eq!(after.status.code(), Some(0));
    let said = json(&after);
    assert_eq!(said["accepted"], true);
    assert_eq!(said["rule"]["document"], "Thông tư 28/2018/TT-BTC");
    assert_eq!(said["rule"]["article"], "khoản 4 Điều 8");
    assert_eq!(
        (&said["ceiling"], &said["over"]),
        (&300_000_000.into(), &Value::Null)
    );
    let amounts: Vec<_> = said["sum"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["amount"].clone())
        .collect();
    assert_eq!(
        amounts,
        [Value::from(300_000_000), Value::from(300_000_000)]
    );
}

#[test]
fn the_ceiling_itself_is_accepted_and_one_dong_more_is_not() {
    assert_eq!(machinery("300000000", "2018-05-11").status.code(), Some(0));
    let over = machinery("300000001", "2018-05-11");
    assert_eq!(
        (over.status.code(), &json(&over)["over"]),
        (Some(3), &1.into())
    );
}

#[test]
fn a_day_without_a_rule_names_the_days_around_it() {
    let gap = norm(&[
        "explain",
        "--kind",
        "trademark",
        "--cost",
        "60 triệu",
        "--on",
        "10/5/2018",
        "--json",
    ]);
    assert_eq!(gap.status.code(), Some(3));
    let said = json(&gap);
    assert_eq!(
        (&said["accepted"], &said["code"]),
        (&false.into(), &"norm.gap".into())
    );
    assert_eq!(
        (&said["previous_to"], &said["next_from"]),
        (&Value::Null, &"2018-05-11".into())
    );
}

/// What every answer holds, accepted, refused, open, or without a rule.
const KEYS: [&str; 16] = [
    "accepted", "area", "ceiling", "code", "cost", "count", "kind", "level", "message", "on",
    "open", "over", "rule", "status", "sum", "support",
];

#[test]
fn every_answer_holds_the_same_keys_whatever_comes_of_it() {
    for (kind, on) in [
        ("machinery", "2018-05-11"),
        ("machinery", "2018-05-10"),
        ("training", "2020-01-01"),
        ("trademark", "2010-01-01"),
        ("may-moc", "2020-01-01"),
    ] {
        let said = json(&norm(&[
            "explain",
            "--kind",
            kind,
            "--on",
            on,
            "--cost",
            "600 triệu",
            "--support",
            "250 triệu",
            "--json",
        ]));
        for key in KEYS {
            assert!(said.get(key).is_some(), "{kind} {on}: {key}");
        }
        assert_eq!((&said["kind"], &said["on"]), (&kind.into(), &on.into()));
        assert_eq!(said["support"], 250_000_000);
    }
}

#[test]
fn nobody_is_supported_with_more_than_the_work_costs() {
    let words = |support| {
        norm(&[
            "explain",
            "--kind",
            "award-nation",
            "--cost",
            "100 triệu",
            "--support",
            support,
            "--on",
            "2020-01-01",
            "--json",
        ])
    };
    assert_eq!(words("100 triệu").status.code(), Some(0));
    let over = words("400 triệu");
    assert_eq!(over.status.code(), Some(3));
    assert_eq!(json(&over)["over"], 300_000_000);
}

#[test]
fn a_ceiling_without_a_cost_says_that_a_share_of_it_holds_too() {
    let shown = norm(&["explain", "--kind", "machinery", "--on", "2020-01-01"]);
    assert_eq!(shown.status.code(), Some(0));
    let said = String::from_utf8(shown.stdout).unwrap();
    assert!(
        said.contains("đồng thời không quá 50 % chi phí (chưa ghi chi phí)"),
        "{said}"
    );
}

#[test]
fn a_wrong_call_is_told_from_a_refusal() {
    for words in [
        ["explain", "--kind", "may-moc", "--on", "2020-01-01"],
        ["explain", "--kind", "machinery", "--on", "2020-02-30"],
        ["explain", "--kind", "machinery", "--cost", "5.76 triệu"],
        ["explain", "--kind", "machinery", "--level", "huyện"],
        ["explain", "--kind", "machinery", "--count", "0"],
        ["explain", "--kind", "machinery", "--cost", "-5"],
        ["explain", "--kind", "machinery", "--support", "-1"],
        ["explain", "--kind", "machinery", "--area", "VN/99"],
    ] {
        assert_eq!(norm(&words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn the_list_names_every_kind_and_the_rules_of_a_day() {
    let all = json(&norm(&["list", "--json"]));
    let kinds: Vec<_> = all["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| kind["key"].as_str().unwrap())
        .collect();
    for kind in [
        "machinery",
        "production-line",
        "demonstration-model",
        "demonstration-spread",
        "cleaner-production-pilot",
        "award-region",
        "award-nation",
        "founding",
        "cluster-infrastructure",
        "fair-abroad",
        "trademark",
        "consultant",
        "showroom",
        "pollution-establishment",
        "pollution-cluster",
        "cluster-planning",
    ] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    let of_a_day = |on: &str| {
        let said = json(&norm(&[
            "list",
            "--kind",
            "machinery",
            "--on",
            on,
            "--area",
            "31",
            "--json",
        ]));
        let rules = said["rules"].as_array().unwrap().iter();
        let rules = rules.filter(|rule| rule["about"] == "ceiling");
        rules
            .map(|rule| rule["rule"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(of_a_day("2018-05-10"), ["ttlt-26-2014/machinery"]);
    assert_eq!(of_a_day("2018-05-11"), ["tt-28-2018/machinery"]);
    assert_eq!(of_a_day("2014-04-07"), Vec::<String>::new());
}

#[test]
fn the_rules_of_an_office_are_read_where_its_data_is_named() {
    let office = Office::new();
    let said = office.run(&[
        "norm",
        "explain",
        "--kind",
        "founding",
        "--support",
        "10000000",
        "--on",
        "2020-01-01",
    ]);
    assert_eq!(said.status.code(), Some(0));
    let missing = norm(&["list", "--data", "khong-co"]);
    assert_ne!(missing.status.code(), Some(0));
}

#[test]
fn a_file_of_a_province_is_checked_line_by_line() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("tinh.toml");
    let check = |text: &str| {
        std::fs::write(&file, text).unwrap();
        norm(&["check", file.to_str().unwrap(), "--json"])
    };
    let good = "key = \"tinh\"\ntitle = \"Tỉnh\"\narea = \"VN/31\"\nact = \"NQ 1\"\n\n[[rule]]\nkey = \"m\"\nabout = \"ceiling\"\nkinds = [\"machinery\"]\nfrom = 2026-01-01\nstatus = \"verified\"\npercent = 50\n";
    let fine = check(good);
    assert_eq!(
        (fine.status.code(), &json(&fine)["rules"]),
        (Some(0), &1.into())
    );
    let bad = check(&good.replace("percent = 50", "percent = 150"));
    assert_eq!(bad.status.code(), Some(2));
    let mistake = &json(&bad)["mistakes"][0];
    assert_eq!(
        (&mistake["line"], &mistake["key"]),
        (&12.into(), &"percent".into())
    );
    assert_eq!(norm(&["check", "khong-co.toml"]).status.code(), Some(2));
}
