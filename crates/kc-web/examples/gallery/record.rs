//! A record: steps, money, facts, offered and withheld moves, history.

use crate::{VI, shell};
use askama::Template;
use kc_domain::kernel::money::Dong;
use kc_web::kernel::components::{
    Event, Fact, Facts, LawLink, Money, MoneyBar, Offer, PostButton, Shape, Stage, Step, StepState,
    Steps, Tab, Tabs, Tag, Timeline, Tone, Value,
};
use kc_web::kernel::icon::Icon;
use kc_web::kernel::shell::{Action, Notice, NoticeKind, Shell, Theme};

#[derive(Template)]
#[template(path = "gallery/record.html")]
pub(crate) struct RecordPage {
    shell: Shell,
    steps: Steps,
    bar: MoneyBar,
    tabs: Tabs,
    facts: Facts,
    offers: Vec<Offer>,
    timeline: Timeline,
    tags: Vec<Tag>,
}

/// A project on its way.
pub(crate) fn page(theme: Theme) -> RecordPage {
    RecordPage {
        shell: Shell {
            tag: Some(Tag::new(Shape::Half, Tone::Work, "Đang thực hiện")),
            action: Some(Action {
                label: "Phê duyệt nghiệm thu".to_owned(),
                url: "#".to_owned(),
                official: true,
                posts: true,
            }),
            notice: Some(Notice {
                kind: NoticeKind::Done,
                text: "Đã ghi hợp đồng số 12/HĐ-TTKC ngày 05/6/2017.".to_owned(),
            }),
            ..shell(
                "Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất khuôn mẫu nhựa kỹ thuật cao tại Công ty TNHH Hoàng Cường",
                Icon::Project,
                theme,
            )
        },
        steps: steps(),
        bar: bar(),
        tabs: tabs(),
        facts: facts(),
        offers: offers(),
        timeline: timeline(),
        tags: tags(),
    }
}

fn steps() -> Steps {
    Steps {
        lang: VI,
        steps: vec![
            Step::new("Đăng ký", StepState::Done, "12/9/2016"),
            Step::new("Thẩm định", StepState::Done, "05/12/2016"),
            Step::new("Phê duyệt", StepState::Done, "QĐ 512/QĐ-UBND, 14/3/2017"),
            Step::new("Hợp đồng", StepState::Done, "05/6/2017"),
            Step::new(
                "Thực hiện, nghiệm thu",
                StepState::Late,
                "Phòng Khuyến công, quá hạn 4 ngày làm việc",
            ),
            Step::new("Thanh toán", StepState::Ahead, ""),
            Step::new("Quyết toán", StepState::Ahead, "trước 31/12/2017"),
        ],
    }
}

fn bar() -> MoneyBar {
    MoneyBar {
        lang: VI,
        state: vec![
            Stage::new("Phê duyệt", Some(Dong(300_000_000)), "#"),
            Stage::new("Hợp đồng", Some(Dong(300_000_000)), "#"),
            Stage::new("Tạm ứng", Some(Dong(150_000_000)), "#"),
            Stage::new("Thanh toán", Some(Dong(150_000_000)), "#"),
            Stage::new("Quyết toán", None, ""),
        ],
        counterpart: vec![
            Stage::new("Đối ứng cam kết", Some(Dong(1_250_000_000)), "#"),
            Stage::new("Đối ứng có chứng từ", Some(Dong(740_000_000)), "#"),
        ],
    }
}

fn tabs() -> Tabs {
    let tab = |(label, count): (&str, Option<usize>)| Tab {
        label: label.to_owned(),
        url: "#".to_owned(),
        current: label == "Tổng quan",
        count,
    };
    Tabs {
        label: "Các phần của đề án".to_owned(),
        tabs: [
            ("Tổng quan", None),
            ("Kinh phí", Some(11)),
            ("Hồ sơ", Some(8)),
            ("Thẩm định", None),
            ("Nghiệm thu", None),
            ("Lịch sử", Some(27)),
        ]
        .map(tab)
        .to_vec(),
    }
}

fn facts() -> Facts {
    Facts {
        lang: VI,
        facts: vec![
            Fact::link("Đơn vị thụ hưởng", "Công ty TNHH Hoàng Cường", "#"),
            Fact::text(
                "Địa chỉ",
                "xã Mỹ Đồng, huyện Thủy Nguyên, thành phố Hải Phòng",
            )
            .note("Từ 01/7/2025: phường Lê Ích Mộc hoặc phường Thiên Hương, chưa chọn"),
            Fact::new(
                "Mức hỗ trợ",
                Value::Money(Money::full(VI, Some(Dong(300_000_000)))),
            )
            .note("50% × 640 triệu đồng = 320 triệu đồng, không quá 300 triệu đồng")
            .law(law()),
            Fact::new(
                "Kết quả",
                Value::Tag(Tag::new(
                    Shape::Star,
                    Tone::Honour,
                    "Sản phẩm CNNT tiêu biểu cấp khu vực",
                )),
            ),
            Fact::new("Doanh thu sau hỗ trợ", Value::Unknown),
            Fact::text("Nội dung", "Nhóm 3: ứng dụng máy móc thiết bị tiên tiến"),
        ],
    }
}

fn offers() -> Vec<Offer> {
    vec![
        Offer::post(
            PostButton::new("#", "token", "Hủy đề án")
                .dangerous()
                .confirm("Hủy đề án này? Tiền còn giữ trở về nguồn."),
        ),
        Offer::open("Lập phụ lục hợp đồng", "#"),
        Offer::withheld(
            "Thanh toán",
            "Chưa có biên bản nghiệm thu (Điều 12 Thông tư 36/2013/TT-BCT). Ghi biên bản trước.",
        ),
    ]
}

fn timeline() -> Timeline {
    let event = |when: &str, who: &str, what: &str, note: &str, tone| Event {
        at: "2017-06-05T09:30:00+07:00".to_owned(),
        when: when.to_owned(),
        who: who.to_owned(),
        what: what.to_owned(),
        note: note.to_owned(),
        url: "#".to_owned(),
        tone,
    };
    Timeline {
        events: vec![
            event(
                "05/6/2017 09:30",
                "Nguyễn Thị Phương Thảo, Trung tâm",
                "Ký hợp đồng 12/HĐ-TTKC",
                "",
                Tone::Work,
            ),
            event(
                "14/3/2017 15:02",
                "Văn thư, UBND thành phố",
                "Phê duyệt 300 triệu đồng theo QĐ 512/QĐ-UBND",
                "Đợt I năm 2017, nguồn ngân sách thành phố",
                Tone::State,
            ),
            event(
                "12/9/2016 08:11",
                "Công ty TNHH Hoàng Cường",
                "Đăng ký nhu cầu hỗ trợ",
                "",
                Tone::Quiet,
            ),
        ],
    }
}

fn tags() -> Vec<Tag> {
    vec![
        Tag::plain("Dự thảo"),
        Tag::new(Shape::Half, Tone::Work, "Đang thẩm định"),
        Tag::new(Shape::Full, Tone::Good, "Khớp"),
        Tag::new(Shape::Triangle, Tone::Care, "Sắp đến hạn"),
        Tag::new(Shape::Cross, Tone::Bad, "Lệch"),
        Tag::new(Shape::Seal, Tone::State, "Đã phê duyệt"),
        Tag::new(Shape::Star, Tone::Honour, "Tiêu biểu cấp quốc gia"),
    ]
}

/// A rule nobody has compared with the official text.
pub(crate) fn law() -> LawLink {
    LawLink {
        lang: VI,
        citation: "Điểm a khoản 2 Điều 7 Thông tư 28/2018/TT-BTC".to_owned(),
        url: "#".to_owned(),
        verified: false,
    }
}
