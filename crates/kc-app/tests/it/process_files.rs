//! Broken process files: each is refused with the line, the state or step, and what to do.

use kc_app::process::file::read;
use kc_domain::kernel::text::Lang;

const OWN: &str = include_str!("../../../../demo/process-hai-phong.toml");

/// What the sound file has, what stands there instead, and what is said of it.
const BROKEN: [(&str, &str, &str); 23] = [
    (
        "to = \"L3\"",
        "to = \"L99\"",
        "submission: không có trạng thái L99; sửa from hoặc to",
    ),
    ("key = \"L4\"", "key = \"L3\"", "L3: khóa này dùng hai lần"),
    (
        "from = [\"L12\"]",
        "from = [\"L13\"]",
        "L13: không đi đến được từ trạng thái đầu (L2)",
    ),
    (
        "to = \"L13\"",
        "to = \"L12\"",
        "L13: không bước nào dẫn đến trạng thái này",
    ),
    (
        "is = \"settlement\"\n",
        "",
        "hai-phong: thiếu bước có is = \"settlement\"",
    ),
    (
        "is = \"approval\"\n",
        "",
        "approval: bước này đưa đề án sang phase approved nên phải có is = \"approval\"",
    ),
    (
        "is = \"return\"",
        "is = \"submission\"",
        "return: is = \"submission\" phải dẫn đến trạng thái có phase submitted",
    ),
    (
        "who = [\"centre-officer\"",
        "who = [\"giam-doc\"",
        "who = \"giam-doc\" không dùng được; dùng một trong: ",
    ),
    (
        "\"decision\", \"ceiling\"",
        "\"decision\", \"tran\"",
        "approval: guards = \"tran\" không dùng được; dùng một trong: ",
    ),
    (
        "\"decision\", \"ceiling\"",
        "\"decision\"",
        "approval: thiếu điều kiện (guards) \"ceiling\"",
    ),
    (
        "\"kind\", \"contract\"",
        "\"contract\"",
        "contract: thiếu điều kiện (guards) \"kind\"",
    ),
    (
        "guards = [\"reason\"]\neffects = [\"reversal\"]",
        "guards = [\"reason\", \"reversal\"]",
        "rejection: “reversal” là hệ quả",
    ),
    (
        "effects = [\"release\"]",
        "effects = [\"tra-lai\"]",
        "stop: effects = \"tra-lai\" không dùng được; dùng một trong: release, reversal",
    ),
    (
        "effects = [\"release\"]",
        "",
        "stop: bước dẫn đến phase stopped phải ghi đúng effects = [\"release\"]",
    ),
    (
        "working_days = 10",
        "working_days = 0",
        "thời hạn (deadline) phải từ 1 ngày làm việc",
    ),
    (
        "{ working_days = 10 }",
        "{ yearly = \"31/2\" }",
        "deadline = \"31/2\" không dùng được",
    ),
    (
        "action = \"project.approve\"",
        "action = \"duyet\"",
        "approval: action = \"duyet\" không dùng được",
    ),
    (
        "phase = \"approved\"",
        "phase = \"duyet\"",
        "L6: phase = \"duyet\" không dùng được",
    ),
    (
        "phase = \"approved\"",
        "phase = \"approved\"\nmau = 1",
        "không có khóa “mau”; khóa dùng được ở đây: key, name",
    ),
    ("\nbasis = ", "\n# ", "dòng 1: thiếu khóa “basis”"),
    (
        "key = \"submission\"",
        "key = \"nộp hồ sơ\"",
        "khóa “nộp hồ sơ” không dùng được",
    ),
    (
        "key = \"hai-phong\"",
        "key = \"hai-phong",
        "dòng 4: chuỗi thiếu dấu ngoặc kép đóng",
    ),
    (
        "area = \"VN/31\"",
        "area = \"Hải Phòng\"",
        "hai-phong: area = \"Hải Phòng\" không dùng được; dùng một trong: VN, VN/31",
    ),
];

fn said(text: &str) -> String {
    let faults = read(text).expect_err("a broken file");
    let lines: Vec<_> = faults.iter().map(|fault| fault.say(Lang::Vi)).collect();
    lines.join("\n")
}

#[test]
fn every_broken_file_is_told_where_and_what_to_do() {
    assert!(read(OWN).is_ok());
    for (sound, broken, expected) in BROKEN {
        assert!(OWN.contains(sound), "{sound} is not in the sample");
        let said = said(&OWN.replacen(sound, broken, 1));
        assert!(said.contains(expected), "{expected} not in:\n{said}");
        assert!(said.lines().all(|line| line.starts_with("dòng ")), "{said}");
    }
}

#[test]
fn dates_that_are_none_or_stand_the_wrong_way_are_told() {
    let line = OWN
        .lines()
        .find(|line| line.starts_with("from = "))
        .expect("a first day");
    for (broken, expected) in [
        ("from = 2026-02-30", "không có ngày này"),
        ("from = \"1/1/2026\"", "cần một ngày không có ngoặc kép"),
        (
            "from = 2026-01-01\nto = 2025-12-31",
            "hai-phong: ngày hết hiệu lực (to) trước ngày có hiệu lực (from)",
        ),
    ] {
        let said = said(&OWN.replacen(line, broken, 1));
        assert!(said.contains(expected), "{expected} not in:\n{said}");
    }
}

#[test]
fn every_fault_of_a_file_is_told_at_once_and_a_lost_state_makes_no_noise() {
    let broken = OWN
        .replacen("holders = [\"accountant\"]", "holders = [\"ke-toan\"]", 1)
        .replacen("\"decision\", \"ceiling\"", "\"tran\"", 1);
    assert_eq!(said(&broken).lines().count(), 2);
    let lost = OWN.replacen("to = \"L3\"", "to = \"L99\"", 1);
    assert_eq!(said(&lost).lines().count(), 1);
}
