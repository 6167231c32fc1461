//! The list of requests: those somebody still has to act on, or all of them.

use super::{tag, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager};
use crate::kernel::visit::Visit;
use kc_app::amendment::{self, Asked, Filter};
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;

/// `GET /changes`, with `?all=yes` for those that are over too
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = Filter {
        project: None,
        is_open: visit.query("all") != "yes",
    };
    let page = amendment::list(&visit.cx(), &filter, window)?;
    let shell = shell(
        visit,
        lang.t("Đề nghị thay đổi đề án", "Changes of projects"),
    );
    let choices = vec![
        Choice::new("", lang.t("Đang chờ giải quyết", "Open")),
        Choice::new("yes", lang.t("Tất cả", "All")),
    ];
    let which = Field::new(
        lang,
        Kind::Select(choices),
        "all",
        lang.t("Đề nghị", "Requests"),
    )
    .value(visit.query("all"));
    let empty = Empty {
        title: lang.t("Không có đề nghị nào", "No requests").to_owned(),
        text: lang
            .t(
                "Đề nghị điều chỉnh, gia hạn, đổi nguồn, ngừng… lập từ trang của đề án, mục “Thay đổi”.",
                "Changes are asked from the page of a project, under “Changes”.",
            )
            .to_owned(),
        action: None,
    };
    Reply::page(&ListPage {
        tabs: None,
        filters: vec![which],
        action: "/changes".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows, true),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("đề nghị", "requests")),
        shell,
    })
}

/// Requests as a table, with the project where they are of several.
pub(super) fn table(lang: Lang, rows: &[Asked], of_several: bool) -> Table {
    let mut columns = vec![
        Column::text(lang.t("Thay đổi", "Change")),
        Column::text(lang.t("Ngày đề nghị", "Asked on")),
        Column::text(lang.t("Lý do", "Reason")),
        Column::text(lang.t("Trạng thái", "State")),
    ];
    if of_several {
        columns.insert(1, Column::text(lang.t("Đề án", "Project")));
    }
    let row = |asked: &Asked| {
        let held = &asked.amendment;
        let mut cells = vec![
            Cell::text(held.kind.name(lang)),
            Cell::text(show_date(held.asked_on)),
            Cell::text(&held.reason),
            Cell::Tag(tag(lang, held.stand)),
        ];
        if of_several {
            cells.insert(1, Cell::text(&asked.title));
        }
        TableRow::new(url(held.id), cells)
    };
    Table {
        lang,
        caption: lang.t("Đề nghị thay đổi", "Changes").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}
