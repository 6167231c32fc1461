//! A list: filters, sorting, totals of the whole filter, pages.

use crate::{VI, shell};
use askama::Template;
use kc_domain::kernel::money::Dong;
use kc_web::kernel::components::{
    Choice, Column, Columns, Direction, Field, Head, Kind, Money, Pager, Shape, Tag, Tone,
};
use kc_web::kernel::icon::Icon;
use kc_web::kernel::shell::{Action, Shell, Theme};

/// Long names, as they are.
const NAMES: [&str; 5] = [
    "Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất khuôn mẫu nhựa kỹ thuật cao tại Công ty TNHH Cơ khí Đúc Thành Phương",
    "Đào tạo nghề may công nghiệp cho 60 lao động nông thôn",
    "Xây dựng mô hình trình diễn kỹ thuật lò đúc gang trung tần",
    "Tổ chức gian hàng tham gia Hội chợ triển lãm hàng CNNT tiêu biểu khu vực phía Bắc",
    "Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu thành phố",
];

#[derive(Template)]
#[template(path = "gallery/list.html")]
pub(crate) struct ListPage {
    shell: Shell,
    filters: Vec<Field>,
    columns: Columns,
    head: Head,
    rows: Vec<Row>,
    total: [Money; 3],
    pager: Pager,
}

/// One project of the list.
struct Row {
    code: String,
    name: &'static str,
    place: String,
    year: String,
    tag: Tag,
    money: [Money; 3],
}

/// Twenty-four projects.
pub(crate) fn page(theme: Theme) -> ListPage {
    let action = Action {
        label: "Lập đề án".to_owned(),
        url: "#".to_owned(),
        official: false,
        posts: false,
    };
    ListPage {
        shell: Shell {
            action: Some(action),
            ..shell("Đề án", Icon::Project, theme)
        },
        filters: vec![
            Field::text(VI, "q", "Tên, mã, cơ sở"),
            Field::new(
                VI,
                choices(&["Mọi trạng thái", "Đang thực hiện"]),
                "state",
                "Trạng thái",
            ),
            Field::new(VI, choices(&["2016–2020", "2017"]), "year", "Năm"),
        ],
        columns: columns(),
        head: head(),
        rows: NAMES
            .iter()
            .copied()
            .cycle()
            .take(24)
            .zip(1..)
            .map(row)
            .collect(),
        total: [
            cell(Some(41_096_530_000)),
            cell(Some(28_728_050_000)).hedged("trên"),
            cell(None),
        ],
        pager: Pager {
            lang: VI,
            summary: "1–24 trong 64 đề án".to_owned(),
            first: String::new(),
            previous: "#".to_owned(),
            next: "#".to_owned(),
        },
    }
}

fn row((name, nth): (&'static str, i64)) -> Row {
    Row {
        code: format!("HP-2017-{nth:03}"),
        name,
        place: "xã Mỹ Đồng, huyện Thủy Nguyên".to_owned(),
        year: (2016 + nth % 5).to_string(),
        tag: match nth % 5 {
            0 => Tag::new(Shape::Full, Tone::Good, "Đã quyết toán"),
            1 => Tag::new(Shape::Half, Tone::Work, "Đang thực hiện"),
            2 => Tag::new(Shape::Seal, Tone::State, "Đã phê duyệt"),
            3 => Tag::new(Shape::Triangle, Tone::Care, "Chậm nghiệm thu"),
            _ => Tag::plain("Dự thảo"),
        },
        money: [
            cell(Some(210_000_000 + 35_500_000 * nth)),
            cell((nth % 4 != 1).then_some(1_250_000_000)),
            cell((nth % 3 != 2).then_some(150_000_000)),
        ],
    }
}

fn cell(amount: Option<i64>) -> Money {
    Money::cell(VI, amount.map(Dong)).opens("#")
}

fn head() -> Head {
    Head {
        columns: vec![
            Column::text("Mã").sorts("#", None),
            Column::text("Tên đề án").sorts("#", Some(Direction::Up)),
            Column::text("Địa bàn"),
            Column::text("Năm").sorts("#", None),
            Column::text("Trạng thái"),
            Column::number("Phê duyệt", "triệu đồng").sorts("#", None),
            Column::number("Đối ứng", "triệu đồng").sorts("#", None),
            Column::number("Đã chi", "triệu đồng"),
        ],
    }
}

fn columns() -> Columns {
    let shown = Choice {
        chosen: true,
        ..Choice::new("ma", "Mã")
    };
    Columns {
        lang: VI,
        action: "/de-an".to_owned(),
        keep: Vec::new(),
        choices: vec![shown, Choice::new("huyen", "Địa bàn")],
    }
}

/// Answers numbered from nought.
pub(crate) fn choices(labels: &[&str]) -> Kind {
    let choice = |(nth, label): (usize, &&str)| Choice::new(nth.to_string(), *label);
    Kind::Select(labels.iter().enumerate().map(choice).collect())
}
