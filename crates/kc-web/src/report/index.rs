//! `GET /reports`: what one may report on.

use super::address::PATH;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Head, Offer};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::Window;
use kc_app::{plan, programme};
use kc_domain::kernel::text::Lang;

/// Programmes and plans shown; more are found through their own lists.
const ROWS: i64 = 100;

/// `GET /reports`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(1, ROWS);
    let programmes = programme::list(&cx, "", window)?.rows;
    let plans = plan::list(&cx, &plan::PlanFilter::default(), window)?.rows;
    let programmes: Vec<_> = programmes
        .into_iter()
        .map(|found| (found.name, found.code, found.period.to_string()))
        .collect();
    let plans: Vec<_> = plans
        .into_iter()
        .map(|found| (found.name, found.code, found.year.to_string()))
        .collect();
    let all = lang.t("Toàn bộ đề án bạn được xem", "All projects you may see");
    Reply::page(&RecordPage {
        shell: shell(visit, lang.t("Báo cáo", "Reports")),
        tabs: None,
        parts: vec![
            Part::Heading(lang.t("Chương trình", "Programmes").to_owned()),
            part(lang, "programme", programmes),
            Part::Heading(lang.t("Kế hoạch năm", "Annual plans").to_owned()),
            part(lang, "plan", plans),
            Part::Offers(vec![Offer::open(all, PATH)]),
        ],
    })
}

fn part(lang: Lang, name: &str, found: Vec<(String, String, String)>) -> Part {
    if found.is_empty() {
        return Part::Empty(Empty {
            title: lang
                .t("Chưa có gì để báo cáo", "Nothing to report on yet")
                .to_owned(),
            text: lang
                .t(
                    "Ghi chương trình hoặc kế hoạch trước; báo cáo lập từ số liệu của chúng.",
                    "Record a programme or a plan first; reports are made of their data.",
                )
                .to_owned(),
            action: None,
        });
    }
    let columns = vec![
        Column::text(lang.t("Tên", "Name")),
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Thời gian", "Period")),
    ];
    let row = |(label, code, period): (String, String, String)| {
        let url = Query::default().with(name, &code).behind(PATH);
        let cells = vec![Cell::text(label), Cell::text(code), Cell::text(period)];
        TableRow::new(url, cells)
    };
    Part::Table(Table {
        lang,
        caption: lang.t("Lập báo cáo", "Make a report").to_owned(),
        head: Head { columns },
        rows: found.into_iter().map(row).collect(),
        note: String::new(),
    })
}
