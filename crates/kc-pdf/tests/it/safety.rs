//! Words from strangers: set as they are, never obeyed; and papers that cannot be set.

use crate::cast::{long, noon, report, saying};
use crate::reader::{Read, dense, read};
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_pdf::{Issuer, Paper, PdfError, Sheet, Subject, pdf};

fn text(paper: &Paper) -> String {
    read(pdf(paper).unwrap()).iter().map(Read::text).collect()
}

#[test]
fn words_that_look_like_instructions_are_shown_and_not_obeyed() {
    for words in [
        "#read(\"/etc/passwd\")",
        "#import \"@preview/cetz:0.3.0\": *",
        "#set page(width: 1mm)",
        "$ sum_(k=0)^n k $ *đậm* _nghiêng_ `mã` @nguồn <end> = Tiêu đề",
        "\\ // /* không phải chú thích */ ~ --- 'nháy' \"nháy kép\"",
        "\"}, {\"is\": \"paragraph\", \"text\": \"chèn\"",
    ] {
        assert!(text(&saying(words)).contains(&dense(words)), "{words}");
    }
}

#[test]
fn a_letter_the_font_lacks_does_not_stop_the_paper() {
    let text = text(&saying("Cơ sở 🏭 của ông Đỗ Văn Ưng 漢"));
    assert!(text.contains(&dense("của ông Đỗ Văn Ưng")));
}

#[test]
fn an_empty_paper_is_still_a_paper() {
    let empty = Paper {
        made: noon(),
        sheet: Sheet::Portrait,
        issuer: Issuer::default(),
        number: None,
        place: String::new(),
        day: None,
        subject: Subject::Letter {
            about: String::new(),
        },
        recipients: Vec::new(),
        blocks: Vec::new(),
        signature: None,
        copies: Vec::new(),
        appendices: Vec::new(),
        illustrative: false,
        is_draft: false,
        audit_head: None,
    };
    assert!(text(&empty).contains(&dense("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")));
}

#[test]
fn a_paper_too_long_for_a_pdf_is_refused_with_a_way_out() {
    let refused = pdf(&long(1_001)).unwrap_err();
    assert_eq!(
        refused,
        PdfError::TooLong {
            rows: 1_001,
            most: 1_000
        }
    );
    assert!(refused.say(Lang::Vi).contains("bảng tính"));

    let wordy = Paper {
        place: "x".repeat(2_000_001),
        ..report()
    };
    assert!(matches!(pdf(&wordy), Err(PdfError::TooWordy { .. })));
}
