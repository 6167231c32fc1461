//! How figures and checks are written, with one example of each.

use crate::kernel::components::{Column, Head};
use crate::kernel::page::{Cell, Part, Table, TableRow};
use kc_domain::kernel::text::Lang;

/// What is written, and what it means in Vietnamese and English.
const LINES: [(&str, &str, &str); 9] = [
    (
        "total (Tổng kinh phí) = 41.306,53 triệu đồng",
        "Một số liệu: tên dùng trong phép kiểm, diễn giải trong ngoặc, số liệu như đã in (giữ cả “trên”, “gần”, khoảng).",
        "A figure: its name in checks, its label, the text as printed.",
    ),
    (
        "g1_budget = ?",
        "Số liệu không công bố. Không bao giờ tính là 0.",
        "A figure nobody published. Never taken as 0.",
    ),
    (
        "tổng (Theo nguồn): total = budget + counterpart",
        "Tổng bằng các phần cộng lại. Tên phép kiểm trong ngoặc, có thể bỏ.",
        "The whole is the sum of its parts. The name in brackets may be left out.",
    ),
    (
        "tổng: budget = g1_budget + g2; g1_budget ≤ g1",
        "Phần chưa biết nhiều nhất bằng một số liệu khác.",
        "An unknown part is at most another figure.",
    ),
    (
        "đếm: projects liệt kê 64 đủ",
        "Nguồn liệt kê 64 mục; ghi “chưa đủ” khi nguồn nói “một số” hoặc kết thúc bằng “…”.",
        "64 things are listed; “chưa đủ” when the source lists only some.",
    ),
    (
        "tỷ lệ: share = budget / total",
        "Phần trăm đã in là phần chia cho tổng.",
        "The percentage is part by whole.",
    ),
    (
        "bình quân: mean = total / projects",
        "Số bình quân là phép chia.",
        "The mean is one figure by another.",
    ),
    (
        "tích: copies = per_issue × issues × years",
        "Số đã in là tích các thừa số.",
        "The figure is a product.",
    ),
    (
        "không vượt: total_2017 ≤ total",
        "Số của kỳ ngắn không vượt số của kỳ dài.",
        "The part may not exceed the whole.",
    ),
];

/// The table of examples.
pub(super) fn parts(lang: Lang) -> Vec<Part> {
    let columns = vec![
        Column::text(lang.t("Ghi", "Write")),
        Column::text(lang.t("Nghĩa là", "It means")),
    ];
    let row = |(written, vi, en): &(&str, &str, &str)| {
        TableRow::new("", vec![Cell::text(*written), Cell::text(lang.t(vi, en))])
    };
    let heading = lang.t(
        "Cách ghi số liệu và phép kiểm",
        "How to write figures and checks",
    );
    let table = Table {
        lang,
        caption: heading.to_owned(),
        head: Head { columns },
        rows: LINES.iter().map(row).collect(),
        note: lang
            .t(
                "Dòng trống và dòng bắt đầu bằng # được bỏ qua. Dòng sai được báo kèm số dòng.",
                "Empty lines and lines that begin with # are left out. A wrong line is named by its number.",
            )
            .to_owned(),
    };
    vec![Part::Heading(heading.to_owned()), Part::Table(table)]
}
