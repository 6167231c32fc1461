//! Statement files: the shipped ones with the numbers of their sources, and every refusal.

use super::*;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use serde_json::{Value, json};

const HAI_PHONG: &str = include_str!("../../../../demo/statements/hai-phong-2016-2020.json");
const HAI_PHONG_2017: &str = include_str!("../../../../demo/statements/hai-phong-2017.json");
const VUNG_TAU: &str = include_str!("../../../../demo/statements/ba-ria-vung-tau-2023.json");
const HA_NOI: &str = include_str!("../../../../demo/statements/ha-noi-2020.json");

fn findings(file: &str) -> Vec<Value> {
    let checked = check(file.as_bytes()).unwrap();
    let answer = to_json(&checked.statement.title, &checked.findings);
    answer["checks"].as_array().unwrap().clone()
}

fn named(file: &str, name: &str) -> Value {
    let mut all = findings(file).into_iter();
    all.find(|finding| finding["name"] == name).unwrap()
}

/// A statement of these figures and one check.
fn one(figures: Value, check: Value) -> String {
    json!({"title": "t", "figures": figures, "checks": [check]}).to_string()
}

fn result(figures: Value, check: Value) -> Value {
    findings(&one(figures, check)).remove(0)
}

fn sentence(file: &str) -> String {
    check(file.as_bytes()).unwrap_err().say(Lang::Vi)
}

#[test]
fn v02_groups_lack_one_project_and_210_million() {
    let listed = named(HAI_PHONG, "Đề án được liệt kê");
    assert_eq!(listed["stated"], 65);
    assert_eq!(listed["computed"], 64);
    assert_eq!(listed["difference"], 1);
    assert_eq!(listed["tolerance"], 0);
    assert_eq!(listed["verdict"], "lech");
    assert_eq!(named(HAI_PHONG, "Đề án theo nhóm")["verdict"], "lech");
    let money = named(HAI_PHONG, "Kinh phí theo nhóm");
    assert_eq!(money["stated"], 41_306_530_000_i64);
    assert_eq!(money["computed"], 41_096_530_000_i64);
    assert_eq!(money["difference"], 210_000_000);
    assert_eq!(money["tolerance"], 625_000);
    assert_eq!(money["verdict"], "lech");
    assert_eq!(
        money["message"],
        "Công bố 41.306,53 triệu đồng, các phần cộng lại 41.096,53 triệu đồng: \
         lệch 210 triệu đồng (0,51%), quá sai số làm tròn 625.000 đồng."
    );
}

#[test]
fn v03_sources_and_levels_agree() {
    let names = [
        ("Đề án theo cấp", 65),
        ("Ngân sách theo cấp", 12_578_480_000_i64),
        ("Kinh phí theo nguồn", 41_306_530_000),
        ("Nhóm 4 theo nguồn", 31_742_180_000),
        ("Nhóm 5 theo nguồn", 6_349_000_000),
        ("Nhóm 6 theo nguồn", 367_550_000),
    ];
    for (name, number) in names {
        let finding = named(HAI_PHONG, name);
        assert_eq!(finding["computed"], number, "{name}");
        assert_eq!(finding["difference"], 0, "{name}");
        assert_eq!(finding["verdict"], "khop", "{name}");
    }
}

#[test]
fn v04_unknown_sources_are_bounded_and_never_zero() {
    let budget = named(HAI_PHONG, "Ngân sách theo nhóm");
    assert_eq!(budget["computed"], Value::Null);
    assert_eq!(budget["difference"], Value::Null);
    let between = json!([11_393_700_000_i64, 12_368_500_000_i64]);
    assert_eq!(budget["interval_computed"], between);
    assert_eq!(budget["tolerance"], 1_165_000);
    assert_eq!(budget["verdict"], "lech");
    let message = budget["message"].as_str().unwrap();
    assert!(message.contains("thiếu ít nhất 209,98 triệu đồng và nhiều nhất 1.184,78 triệu đồng"));
    let counterpart = named(HAI_PHONG, "Vốn đối ứng theo nhóm");
    let between = json!([28_728_030_000_i64, 29_702_830_000_i64]);
    assert_eq!(counterpart["interval_computed"], between);
    assert_eq!(counterpart["verdict"], "khop_trong_khoang");
}

#[test]
fn v04_with_every_source_known_the_gap_is_exact() {
    let figures = json!({
        "budget": "12.578,48 triệu đồng", "g1": "735,5 triệu đồng", "g2": "474,44 triệu đồng",
        "g3": "1.188,56 triệu đồng", "g4": "5.760 triệu đồng", "g5": "3.810,7 triệu đồng",
        "g6": "160 triệu đồng", "g7": "239,3 triệu đồng", "counterpart": "28.728,05 triệu đồng",
        "c4": "25.982,18 triệu đồng", "c5": "2.538,3 triệu đồng", "c6": "207,55 triệu đồng",
    });
    let parts = ["g1", "g2", "g3", "g4", "g5", "g6", "g7"];
    let budget = json!({"name": "n", "kind": "sum", "whole": "budget", "parts": parts});
    let budget = result(figures.clone(), budget);
    assert_eq!(budget["difference"], 209_980_000);
    assert_eq!(budget["verdict"], "lech");
    let parts = ["c4", "c5", "c6"];
    let counterpart = json!({"name": "n", "kind": "sum", "whole": "counterpart", "parts": parts});
    let counterpart = result(figures, counterpart);
    assert_eq!(counterpart["difference"], 20_000);
    assert_eq!(counterpart["tolerance"], 65_000);
    assert_eq!(counterpart["verdict"], "lam_tron");
}

#[test]
fn v08_levels_nobody_published_settle_nothing() {
    let levels = named(HAI_PHONG_2017, "Đề án theo cấp");
    assert_eq!(levels["verdict"], "khong_du_so_lieu");
    assert_eq!(levels["computed"], Value::Null);
    assert_eq!(levels["interval_computed"], Value::Null);
}

#[test]
fn v09_the_year_lies_within_its_period() {
    let verdicts: Vec<Value> = findings(HAI_PHONG_2017)
        .into_iter()
        .filter(|finding| finding["kind"] == "at_most")
        .map(|finding| finding["verdict"].clone())
        .collect();
    assert_eq!(verdicts, ["khop"; 5]);
    let mixed = named(HAI_PHONG_2017, "Tập huấn trong giai đoạn");
    let message = mixed["message"].as_str().unwrap();
    assert!(message.contains("lưu ý học viên khác lượt người"));
    let money = named(HAI_PHONG_2017, "Kinh phí trong giai đoạn");
    let message = money["message"].as_str().unwrap();
    assert!(message.contains("trên 3.865 triệu đồng"));
}

#[test]
fn v13_hedged_money_agrees_as_intervals() {
    let money = named(VUNG_TAU, "Kinh phí theo nguồn");
    assert_eq!(money["verdict"], "khop");
    let parts = json!([8_850_000_000_i64, 9_050_000_000_i64]);
    assert_eq!(money["interval_computed"], parts);
    let total = json!([8_000_000_000_i64, 9_000_000_000_i64]);
    assert_eq!(money["interval_stated"], total);
    assert!(
        money["message"]
            .as_str()
            .unwrap()
            .contains("gần 9.000 triệu đồng")
    );
    let changed = |budget: &str| {
        let file = VUNG_TAU.replace("gần 5,7 tỷ", budget);
        named(&file, "Kinh phí theo nguồn")
    };
    assert_eq!(changed("5,5 tỷ")["verdict"], "khop_trong_khoang");
    let lower = json!([8_700_000_000_i64, 8_900_000_000_i64]);
    assert_eq!(changed("5,5 tỷ")["interval_computed"], lower);
    assert_eq!(changed("4,5 tỷ")["verdict"], "lech");
}

#[test]
fn v14_an_open_list_is_not_a_gap() {
    let listed = named(VUNG_TAU, "Chương trình được liệt kê");
    assert_eq!(listed["verdict"], "khong_du_so_lieu");
    let message = listed["message"].as_str().unwrap();
    assert!(message.contains("liệt kê 10/11, danh sách chưa đầy đủ"));
    let split = VUNG_TAU.replace("\"listed\": 10", "\"listed\": 11");
    assert_eq!(
        named(&split, "Chương trình được liệt kê")["verdict"],
        "khop"
    );
    let closed = VUNG_TAU.replace("\"complete\": false", "\"complete\": true");
    assert_eq!(
        named(&closed, "Chương trình được liệt kê")["verdict"],
        "lech"
    );
    let over = VUNG_TAU.replace("\"listed\": 10", "\"listed\": 12");
    assert_eq!(named(&over, "Chương trình được liệt kê")["verdict"], "lech");
}

#[test]
fn v20_v21_hanoi_has_more_acceptances_than_firms_and_lacks_learners() {
    let acceptances = named(HA_NOI, "Nghiệm thu so với đơn vị thụ hưởng");
    assert_eq!(acceptances["verdict"], "lech");
    assert_eq!(acceptances["difference"], 2);
    assert_eq!(named(HA_NOI, "Huyện được nêu tên")["verdict"], "khop");
    assert_eq!(
        named(HA_NOI, "Tổng số học viên")["verdict"],
        "khong_du_so_lieu"
    );
}

#[test]
fn percentages_are_rounded_half_up_or_were_cut_off() {
    let stated = |share: &str| {
        let figures = json!({"share": share, "part": "2 đề án", "whole": "3 đề án"});
        let check = json!({"name": "n", "kind": "percent", "stated": "share", "part": "part", "whole": "whole"});
        result(figures, check)
    };
    let table = [
        ("66,67%", "khop", "66.67", "0.00"),
        ("66,66 %", "cat_bot", "66.67", "-0.01"),
        ("66,7%", "khop", "66.7", "0.0"),
        ("67%", "khop", "67", "0"),
        ("66%", "cat_bot", "67", "-1"),
        ("65%", "lech", "67", "-2"),
        ("trên 66%", "khop_trong_khoang", "67", "-1"),
        ("khoảng 66%", "khop_trong_khoang", "67", "-1"),
        ("gần 66%", "lech", "67", "-1"),
        ("ít nhất 60%", "khop_trong_khoang", "67", "-7"),
        ("tối đa 60%", "lech", "67", "-7"),
    ];
    for (share, verdict, computed, difference) in table {
        let finding = stated(share);
        assert_eq!(finding["verdict"], verdict, "{share}");
        assert_eq!(finding["computed"], computed, "{share}");
        assert_eq!(finding["difference"], difference, "{share}");
    }
    let range = stated("60 – 70%");
    assert_eq!(range["verdict"], "khop_trong_khoang");
    assert_eq!(range["stated"], Value::Null);
}

#[test]
fn quotients_keep_the_printed_decimals() {
    let mean = |stated: &str, dividend: &str, divisor: &str| {
        let figures = json!({"s": stated, "a": dividend, "b": divisor});
        let check = json!({"name": "n", "kind": "quotient", "stated": "s", "dividend": "a", "divisor": "b"});
        let finding = result(figures, check);
        (finding["computed"].clone(), finding["verdict"].clone())
    };
    let total = "41.306,53 triệu đồng";
    let wanted = |computed: &str, verdict: &str| (json!(computed), json!(verdict));
    assert_eq!(
        mean("635,49 triệu đồng", total, "65 đề án"),
        wanted("635490000", "khop")
    );
    assert_eq!(
        mean("635,48 triệu đồng", total, "65 đề án"),
        wanted("635490000", "cat_bot")
    );
    assert_eq!(
        mean("635.485.077 đồng", total, "65 đề án"),
        wanted("635485077", "khop")
    );
    assert_eq!(
        mean("25,00 học viên/lớp", "300 học viên", "12 lớp"),
        wanted("25.00", "khop")
    );
    let (counterpart, budget) = ("28.728,05 triệu đồng", "12.578,48 triệu đồng");
    assert_eq!(
        mean("2,2839", counterpart, budget),
        wanted("2.2839", "khop")
    );
    assert_eq!(
        mean("5", "5 lớp", "0 lớp"),
        (Value::Null, json!("khong_du_so_lieu"))
    );
}

#[test]
fn products_multiply_counts_money_and_percentages() {
    let product = |stated: &str, factors: [&str; 3]| {
        let [a, b, c] = factors;
        let figures = json!({"s": stated, "a": a, "b": b, "c": c});
        let check =
            json!({"name": "n", "kind": "product", "stated": "s", "factors": ["a", "b", "c"]});
        let finding = result(figures, check);
        (finding["computed"].clone(), finding["verdict"].clone())
    };
    let bulletin = ["450 cuốn/kỳ", "4 kỳ/năm", "5 năm"];
    assert_eq!(
        product("9.000 cuốn", bulletin),
        (json!(9000), json!("khop"))
    );
    assert_eq!(
        product("8.999 cuốn", bulletin),
        (json!(9000), json!("lech"))
    );
    assert_eq!(
        product("gần 9.001 cuốn", bulletin),
        (json!(9000), json!("lech"))
    );
    assert_eq!(
        product("khoảng 9.001 cuốn", bulletin),
        (json!(9000), json!("khop_trong_khoang"))
    );
    let support = ["50%", "600 triệu đồng", "2 đề án"];
    assert_eq!(
        product("600 triệu đồng", support),
        (json!(600_000_000), json!("khop"))
    );
}

#[test]
fn an_unbounded_unknown_differs_only_when_the_known_parts_exceed() {
    let sum = |whole: Value, a: Value| {
        let check = json!({"name": "n", "kind": "sum", "whole": "w", "parts": ["a", "b"]});
        result(json!({"w": whole, "a": a, "b": null}), check)
    };
    let open = sum(json!("10 triệu đồng"), json!("8 triệu đồng"));
    assert_eq!(open["verdict"], "khong_du_so_lieu");
    assert_eq!(open["interval_computed"], json!([8_000_000, null]));
    assert_eq!(
        sum(json!("10 triệu đồng"), json!("12 triệu đồng"))["verdict"],
        "lech"
    );
    assert_eq!(
        sum(Value::Null, json!("12 triệu đồng"))["verdict"],
        "khong_du_so_lieu"
    );
    assert_eq!(
        sum(json!("ít nhất 10 lớp"), json!("12 lớp"))["verdict"],
        "khong_du_so_lieu"
    );
}

#[test]
fn bounds_may_be_printed_with_the_check() {
    let sum = |whole: &str| {
        let check = json!({"name": "n", "kind": "sum", "whole": "w", "parts": ["a", "b"],
            "at_most": {"b": "không quá 3 triệu đồng"}});
        result(json!({"w": whole, "a": "8 triệu đồng", "b": null}), check)
    };
    assert_eq!(sum("10 triệu đồng")["verdict"], "khop_trong_khoang");
    assert_eq!(sum("15 triệu đồng")["verdict"], "lech");
}

#[test]
fn what_the_format_does_not_know_is_refused_by_name() {
    let sum = json!({"name": "n", "kind": "sum", "whole": "w", "parts": ["a"]});
    let with = |key: &str, value: Value| {
        let mut check = sum.clone();
        check[key] = value;
        one(json!({"w": "1 lớp", "a": "1 lớp"}), check)
    };
    let table = [
        (r#"{"title":"t","figures":{},"checks":[],"titel":1}"#.to_owned(), "“titel”"),
        (r#"{"title":"t","figures":{"a":"1","a":"2"},"checks":[]}"#.to_owned(), "“a” có hai lần"),
        (r#"{"title":"t","title":"u","figures":{},"checks":[]}"#.to_owned(), "“title” có hai lần"),
        (r#"{"figures":{},"checks":[]}"#.to_owned(), "thiếu khóa “title”"),
        (r#"{"title":"t","figures":{"total":"5.76 triệu đồng"},"checks":[]}"#.to_owned(), "“total” (“5.76 triệu đồng”): sai dấu phân cách nghìn/thập phân"),
        (r#"{"title":"t","figures":{"n":65},"checks":[]}"#.to_owned(), "“n”: sai dạng"),
        (r#"{"title":"t","figures":{"n":""},"checks":[]}"#.to_owned(), "“n”"),
        (r#"{"title":"t","figures":{},"checks":[],"published":"2020-02-30"}"#.to_owned(), "“published”"),
        (r#"{"title":"t","figures":{},"checks":[],"period":{"from":"2020-02-01","to":"2020-01-01"}}"#.to_owned(), "period"),
        ("{\"title\":\n".to_owned(), "dòng 2"),
        (with("part", json!("a")), "“part”"),
        (with("kind", json!("summe")), "“summe”"),
        (with("whole", json!("x")), "“x”"),
        (with("parts", json!([])), "chưa có thành phần"),
        (with("parts", json!(["a", "a"])), "“a” bị kể hai lần"),
        (with("at_most", json!({"z": "5 lớp"})), "“z”"),
        (with("at_most", json!({"a": "năm lớp"})), "“năm lớp”"),
    ];
    for (file, wanted) in table {
        let said = sentence(&file);
        assert!(said.contains(wanted), "{said} lacks {wanted}");
    }
    assert_eq!(check(&[0xff, 0xfe]), Err(FileRefusal::NotUtf8));
}

#[test]
fn v06_workers_and_turns_are_not_added() {
    let figures = json!({"w": "1.326 người", "a": "610 lao động", "b": "716 lượt người"});
    let sum = json!({"name": "Người", "kind": "sum", "whole": "w", "parts": ["a", "b"]});
    assert!(sentence(&one(figures, sum)).contains("khác đơn vị"));
    let figures = json!({"w": "5 triệu đồng", "a": "5 lớp"});
    let sum = json!({"name": "n", "kind": "sum", "whole": "w", "parts": ["a"]});
    assert!(sentence(&one(figures, sum)).contains("khác đơn vị"));
    let figures = json!({"w": "2 đề án", "a": "1,5 đề án", "b": "0,5 đề án"});
    let sum = json!({"name": "n", "kind": "sum", "whole": "w", "parts": ["a", "b"]});
    assert!(sentence(&one(figures, sum)).contains("số nguyên"));
}

#[test]
fn v24_a_statement_published_before_its_period_ended_warns() {
    let checked = check(HAI_PHONG.as_bytes()).unwrap();
    let warning = checked.statement.date_warning().unwrap();
    assert!(warning.text().vi.contains("55 ngày"));
    assert!(!checked.is_fine());
    let later = check(HA_NOI.as_bytes()).unwrap();
    assert_eq!(later.statement.date_warning(), None);
}
