//! The first page: key figures, charts, and a place still empty.

use crate::{VI, shell};
use askama::Template;
use kc_domain::place::outline::provinces_today;
use kc_web::kernel::chart::{
    Arrangement, BarRow, Bars, Line, Measure, Months, Part, RangeRow, Ranges, Share, Value,
};
use kc_web::kernel::components::Empty;
use kc_web::kernel::icon::Icon;
use kc_web::kernel::map::Map;
use kc_web::kernel::shell::{Action, Shell, Theme};

#[derive(Template)]
#[template(path = "gallery/home.html")]
pub(crate) struct HomePage {
    shell: Shell,
    empty: Empty,
    months: Months,
    share: Share,
    bars: Bars,
    grouped: Bars,
    ranges: Ranges,
    funnel: Bars,
    map: Map,
}

/// Every chart there is.
pub(crate) fn page(theme: Theme) -> HomePage {
    HomePage {
        shell: shell("Việc cần làm", Icon::Tasks, theme),
        empty: Empty {
            title: "Chưa có đề án nào trong đợt II/2017".to_owned(),
            text: "Đề án được duyệt theo đợt sẽ hiện ở đây, mỗi đợt một nhóm.".to_owned(),
            action: Some(Action {
                label: "Thêm đề án vào đợt".to_owned(),
                url: "#".to_owned(),
                official: false,
                posts: false,
            }),
        },
        months: months(),
        share: share(),
        bars: by_group(),
        grouped: by_year(),
        ranges: ranges(),
        funnel: by_stage(),
        map: map(),
    }
}

fn share() -> Share {
    Share {
        lang: VI,
        title: "Cơ cấu nguồn kinh phí 2016–2020".to_owned(),
        measure: Measure::Money,
        parts: [
            ("Ngân sách trung ương", Some(3_120_000_000), false),
            ("Ngân sách thành phố", Some(6_830_480_000), false),
            ("Đối ứng của cơ sở", Some(28_728_050_000), false),
            ("Ngân sách, không nêu cấp", Some(2_628_000_000), true),
            ("Nguồn khác", None, false),
        ]
        .map(|(label, number, unstated)| Part {
            label: label.to_owned(),
            number,
            url: "#".to_owned(),
            unstated,
        })
        .to_vec(),
    }
}

fn by_group() -> Bars {
    bars(
        "Kinh phí theo nội dung hoạt động",
        Arrangement::Stacked,
        &["Ngân sách nhà nước", "Đối ứng"],
        &[
            (
                "Ứng dụng máy móc thiết bị tiên tiến",
                &[Some(5760), Some(24_310)],
            ),
            ("Trình diễn kỹ thuật", &[Some(1850), Some(3120)]),
            ("Đào tạo nghề", &[Some(735), None]),
            ("Hội chợ, triển lãm", &[Some(2100), Some(640)]),
            ("Thông tin tuyên truyền", &[Some(903), Some(0)]),
            ("Tư vấn", &[None, None]),
        ],
    )
}

fn by_year() -> Bars {
    bars(
        "Kế hoạch và thực hiện theo năm",
        Arrangement::Grouped,
        &["Thực hiện", "Kế hoạch"],
        &[
            ("2016", &[Some(1940), Some(2100)]),
            ("2017", &[Some(2410), Some(2500)]),
            ("2018", &[Some(2790), Some(2700)]),
        ],
    )
}

fn by_stage() -> Bars {
    bars(
        "Kinh phí qua các bước",
        Arrangement::Stacked,
        &["Kinh phí"],
        &[
            ("Được giao", &[Some(2500)]),
            ("Phê duyệt", &[Some(2410)]),
            ("Hợp đồng", &[Some(2100)]),
            ("Tạm ứng", &[Some(1050)]),
            ("Thanh toán", &[Some(820)]),
            ("Quyết toán", &[Some(310)]),
        ],
    )
}

fn bars(
    title: &str,
    arrangement: Arrangement,
    series: &[&str],
    rows: &[(&str, &[Option<i64>])],
) -> Bars {
    let row = |(label, numbers): &(&str, &[Option<i64>])| BarRow {
        label: (*label).to_owned(),
        url: "#".to_owned(),
        values: values(numbers),
    };
    Bars {
        lang: VI,
        title: title.to_owned(),
        of: "Nội dung".to_owned(),
        measure: Measure::Money,
        arrangement,
        series: series.iter().map(|s| (*s).to_owned()).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

fn values(numbers: &[Option<i64>]) -> Vec<Value> {
    let value = |number: &Option<i64>| Value::new(number.map(|n| n.saturating_mul(1_000_000)), "#");
    numbers.iter().map(value).collect()
}

fn months() -> Months {
    let done = [0, 0, 120, 120, 310, 540, 540, 820, 1100].map(Some);
    let plan = [0, 0, 200, 200, 450, 700, 900, 1200, 1500, 1900, 2200, 2500].map(Some);
    let line = |label: &str, numbers: &[Option<i64>]| Line {
        label: label.to_owned(),
        values: values(numbers),
    };
    Months {
        lang: VI,
        title: "Giải ngân lũy kế so với kế hoạch năm 2017".to_owned(),
        of: "Tháng".to_owned(),
        measure: Measure::Money,
        steps: (1..=12).map(|month| month.to_string()).collect(),
        lines: vec![line("Thực hiện", &done), line("Kế hoạch", &plan)],
        today: Some(8),
    }
}

fn ranges() -> Ranges {
    let row = |label: &str, unit: &str, low, high, reached| RangeRow {
        label: label.to_owned(),
        unit: unit.to_owned(),
        measure: Measure::Count,
        low,
        high,
        reached,
        url: "#".to_owned(),
    };
    Ranges {
        lang: VI,
        title: "Mục tiêu chương trình 2016–2020".to_owned(),
        rows: vec![
            row("Đề án được hỗ trợ", "đề án", Some(55), Some(65), Some(64)),
            row(
                "Lao động được đào tạo nghề",
                "người",
                Some(800),
                None,
                Some(610),
            ),
            row(
                "Sản phẩm tiêu biểu cấp khu vực",
                "sản phẩm",
                Some(12),
                Some(12),
                Some(14),
            ),
            row("Cơ sở tham gia hội chợ", "lượt", Some(90), Some(120), None),
        ],
    }
}

fn map() -> Map {
    let numbers = [
        ("31", 64),
        ("01", 41),
        ("79", 38),
        ("22", 12),
        ("48", 0),
        ("40", 25),
    ];
    let value = |(code, number): (&str, i64)| (code.to_owned(), Value::new(Some(number), "#"));
    Map {
        lang: VI,
        title: "Đề án theo tỉnh, thành phố".to_owned(),
        measure: Measure::Count,
        of: "Tỉnh, thành phố".to_owned(),
        outline: provinces_today(),
        values: numbers.into_iter().map(value).collect(),
    }
}
