//! The list of statements.

use super::{url, verdicts};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Field, Head};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use crate::programme::choice::{frame_field, frame_of};
use crate::programme::sides::{Side, tabs};
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_app::programme::frame;
use kc_app::statement::{self, Filter, check_pasted};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::statement::Kept;

/// `GET /statements`
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = Filter {
        words: visit.query("q").to_owned(),
        frame: frame_of(visit.query("frame")),
    };
    let page = statement::list(&cx, &filter, window)?;
    let about = filter
        .frame
        .map(|held| frame::show(&cx, held))
        .transpose()?;
    let mut shell = shell(visit, lang.t("Số liệu công bố", "Published statements"));
    if let Some(head) = &about {
        shell.crumbs = vec![crumb(
            &head.name,
            format!("/{}s/{}", head.frame.word(), head.frame),
        )];
    }
    if cx.may(Action::RecordStatement) {
        shell.action = Some(new_action(lang, visit.query("frame")));
    }
    let empty = Empty {
        title: lang
            .t("Chưa có số liệu công bố nào", "No statements yet")
            .to_owned(),
        text: lang
            .t(
                "Nhập số liệu một bài viết hoặc báo cáo đã công bố để đối chiếu.",
                "Enter the figures of an article or report to check them.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    let frames = frame_field(lang, &frame::list(&cx)?);
    Reply::page(&ListPage {
        tabs: about.map(|head| tabs(visit, head.frame, &head.name, Side::Statements)),
        filters: vec![
            Field::text(lang, "q", lang.t("Tên", "Title"))
                .value(&filter.words)
                .optional(),
            frames.value(visit.query("frame")),
        ],
        action: "/statements".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(
            visit,
            window,
            page.total,
            lang.t("bản số liệu", "statements"),
        ),
        shell,
    })
}

fn new_action(lang: Lang, frame: &str) -> MainAction {
    let query = if frame.is_empty() { "" } else { "?frame=" };
    MainAction {
        label: lang.t("Nhập số liệu", "Enter a statement").to_owned(),
        url: format!("/statements/new{query}{frame}"),
        official: false,
        posts: false,
    }
}

fn table(lang: Lang, rows: &[Kept]) -> Table {
    let columns = vec![
        Column::text(lang.t("Tên", "Title")),
        Column::text(lang.t("Ngày công bố", "Published on")),
        Column::text(lang.t("Kết quả đối chiếu", "Verdicts")),
        Column::text(lang.t("Nguồn", "Source")),
    ];
    let row = |kept: &Kept| {
        let state = check_pasted(&kept.body).ok();
        let cells = vec![
            Cell::text(&kept.title),
            Cell::text_or_unknown(kept.published.map(show_date)),
            state.map_or(Cell::Unknown, |checked| {
                Cell::Tag(verdicts::state(lang, &checked))
            }),
            Cell::text_or_unknown(kept.source.as_ref()),
        ];
        TableRow::new(url(kept.id), cells)
    };
    Table {
        lang,
        caption: lang.t("Danh sách số liệu công bố", "Statements").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}
