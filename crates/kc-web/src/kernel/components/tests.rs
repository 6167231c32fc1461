//! What the parts promise to readers and to the strict content policy.

use super::*;
use askama::Template;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;

fn render(component: &impl Template) -> String {
    component.render().unwrap()
}

#[test]
fn a_field_names_its_box_and_leads_to_its_hint_and_error() {
    let mut fields = [Field::money(Lang::Vi, "amount", "Kinh phí")
        .hint("Cả thuế")
        .value("<350 triệu>")];
    attach(&mut fields, &[Problem::at("amount", "Vượt mức")]);
    let html = render(&fields[0]);
    for expected in [
        r#"<label for="f-amount">"#,
        r#"id="f-amount""#,
        r#"aria-describedby="f-amount-hint f-amount-error""#,
        r#"aria-invalid="true""#,
        r#"value="&#60;350 triệu&#62;""#,
        r#"id="f-amount-error""#,
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    assert!(!html.contains("<350"));
}

#[test]
fn a_secret_is_never_sent_back() {
    let field = Field::new(Lang::Vi, Kind::Password, "password", "Mật khẩu").value("hoa-sen");
    assert!(!render(&field).contains("hoa-sen"));
}

#[test]
fn the_summary_says_each_problem_once_and_leads_to_its_field() {
    let problems = vec![
        Problem::at("title", "Nhập tên đề án"),
        Problem::whole("Có người vừa sửa đề án này"),
    ];
    let summary = ErrorSummary {
        lang: Lang::Vi,
        problems,
    };
    let html = render(&summary);
    assert_eq!(html.matches("Nhập tên đề án").count(), 1);
    assert!(html.contains("<a href=\"#f-title\">"));
    assert!(!html.contains("href=\"#f-\""));
    let none = ErrorSummary {
        lang: Lang::Vi,
        problems: Vec::new(),
    };
    assert_eq!(render(&none), "");
}

#[test]
fn an_unknown_amount_is_said_in_words_and_never_as_nought() {
    let unknown = render(&Money::cell(Lang::Vi, None));
    assert!(unknown.contains("chưa có số liệu"));
    assert!(!unknown.contains('0'));
    let nought = render(&Money::cell(Lang::Vi, Some(Dong::ZERO)));
    assert!(nought.contains(">0<"));
}

#[test]
fn an_amount_shows_its_hedge_its_full_dong_and_its_entries() {
    let money = Money::cell(Lang::Vi, Some(Dong(3_865_000_000)));
    let html = render(&money.hedged("trên").opens("/ledger?project=1&stage=paid"));
    for expected in [
        "trên",
        "3.865",
        "3.865.000.000 đồng",
        "/ledger?project=1&#38;stage=paid",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
}

#[test]
fn a_withheld_move_gives_its_reason_and_no_button() {
    let html = render(&Offer::withheld(
        "Thanh toán",
        "Chưa có biên bản nghiệm thu.",
    ));
    assert!(html.contains("Chưa có biên bản nghiệm thu."));
    assert!(!html.contains("<button") && !html.contains("<a "));
}

#[test]
fn every_posting_button_carries_its_token() {
    let button = PostButton::new("/plans/7/approval", "bí-mật", "Phê duyệt").with("version", "3");
    let html = render(&button);
    assert!(html.contains(r#"name="csrf" value="bí-mật""#));
    assert!(html.contains(r#"name="version" value="3""#));
}

#[test]
fn the_longest_stage_fills_its_bar_and_an_unknown_one_stays_empty() {
    let row = [
        Stage::new("Phê duyệt", Some(Dong(300)), ""),
        Stage::new("Tạm ứng", Some(Dong(150)), ""),
        Stage::new("Quyết toán", None, ""),
    ];
    let lengths: Vec<_> = row.iter().map(|s| MoneyBar::length(&row, s)).collect();
    assert_eq!(lengths, [1000, 500, 0]);
}
