//! Lines: what is read, what is refused and where, and that nothing is lost on the way.

use super::*;
use crate::statement::{check, read, to_file};
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;

const SHIPPED: [&str; 4] = [
    include_str!("../../../../../demo/statements/hai-phong-2016-2020.json"),
    include_str!("../../../../../demo/statements/hai-phong-2017.json"),
    include_str!("../../../../../demo/statements/ba-ria-vung-tau-2023.json"),
    include_str!("../../../../../demo/statements/ha-noi-2020.json"),
];

fn lines(figures: &str, checks: &str) -> Lines {
    Lines {
        title: "t".to_owned(),
        figures: figures.to_owned(),
        checks: checks.to_owned(),
        ..Lines::default()
    }
}

fn refused(figures: &str, checks: &str) -> (Option<&'static str>, String) {
    let refusal = lines(figures, checks).read().unwrap_err();
    (refusal.field(), refusal.say(Lang::Vi))
}

#[test]
fn shipped_statements_become_lines_and_files_and_stay_the_same() {
    for file in SHIPPED {
        let statement = read(file.as_bytes()).unwrap();
        let typed = Lines::of(&statement).unwrap();
        assert_eq!(typed.read().unwrap(), statement);
        assert_eq!(read(to_file(&statement).as_bytes()).unwrap(), statement);
    }
}

#[test]
fn a_statement_typed_by_hand_gets_its_verdicts() {
    let figures = "
        # Hải Phòng 2016–2020
        total (Tổng kinh phí) = 41.306,53triệu đồng
        budget = 12.578,48 triệu đồng
        counterpart = 28.728,05 triệu đồng
        share = 30,45%
        projects = 65 đề án
        mean = 635,49 triệu đồng
        open = ?";
    let checks = "
        Tổng (Kinh phí: theo nguồn): total = budget + counterpart
        dem: projects liet ke 64 du
        tỉ lệ: share = budget / total
        bình quân: mean = total / projects
        không vượt: budget <= total
        tổng: total = budget + open; open ≤ 30.000 triệu đồng";
    let statement = lines(figures, checks).read().unwrap();
    assert_eq!(statement.figures[0].label.as_deref(), Some("Tổng kinh phí"));
    assert_eq!(statement.checks[0].name, "Kinh phí: theo nguồn");
    let file = to_file(&statement);
    let checked = check(file.as_bytes()).unwrap();
    let verdicts: Vec<_> = checked.findings.iter().map(|f| f.verdict.code()).collect();
    let wanted = ["khop", "lech", "khop", "khop", "khop", "khop_trong_khoang"];
    assert_eq!(verdicts, wanted);
}

/// Two lines without fault.
const GOOD: &str = "a = 1 lớp\nb = 2 lớp";

/// Figures, checks, the box at fault, and what is said of it.
const WRONG_LINES: &[(&str, &str, &str, &str)] = &[
    (
        "a = 1 lớp\n\nb 2 lớp",
        "",
        "figures",
        "Dòng 3: “b 2 lớp” thiếu dấu “=”",
    ),
    (
        "a = 5.76 triệu đồng",
        "",
        "figures",
        "Dòng 1: “5.76 triệu đồng”: sai dấu phân cách",
    ),
    (
        "a b = 1 lớp",
        "",
        "figures",
        "Dòng 1: tên “a b” không dùng được",
    ),
    (
        "a = 1 lớp\na = 2 lớp",
        "",
        "figures",
        "Dòng 2: tên “a” đã có ở dòng 1",
    ),
    ("= 2 lớp", "", "figures", "Dòng 1: tên “” không dùng được"),
    (
        GOOD,
        "# x\ntổng a = b",
        "checks",
        "Dòng 2: “tổng a = b” thiếu dấu “:”",
    ),
    (
        GOOD,
        "hiệu: a = b",
        "checks",
        "Dòng 1: không có phép kiểm “hiệu”",
    ),
    (GOOD, "tổng: a b", "checks", "ghi như “tổng: total = budget"),
    (
        GOOD,
        "tỷ lệ: a = b / a / b",
        "checks",
        "ghi như “tỷ lệ: share",
    ),
    (
        GOOD,
        "đếm: a liệt kê hai đủ",
        "checks",
        "ghi như “đếm: projects",
    ),
    (
        GOOD,
        "tổng: a = b + c",
        "checks",
        "Dòng 1: không có số liệu “c”",
    ),
    (
        GOOD,
        "tổng: a = b; b = 5",
        "checks",
        "Dòng 1: “b = 5” không phải mức tối đa",
    ),
];

#[test]
fn a_wrong_line_is_named_with_its_number_and_its_box() {
    for (figures, checks, field, wanted) in WRONG_LINES {
        let (at, said) = refused(figures, checks);
        assert_eq!(at, Some(*field), "{said}");
        assert!(said.contains(wanted), "{said} lacks {wanted}");
    }
}

#[test]
fn too_many_lines_are_refused_at_the_first_one_too_many() {
    let figures = "a = 1 lớp\n".repeat(LINES_MAX + 1);
    assert!(refused(&figures, "").1.starts_with("Dòng 501:"));
}
