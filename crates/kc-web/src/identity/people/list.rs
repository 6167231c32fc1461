//! The list of people.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Field, Head, Shape, Tag, Tone};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::identity::people::{self, Person};
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /people`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let words = visit.query("q");
    let page = people::list(&cx, words, window)?;
    let mut shell = shell(visit, lang.t("Người dùng", "People"));
    if cx.may(Action::ManagePeople) {
        shell.action = Some(MainAction {
            label: lang.t("Mời người dùng", "Invite somebody").to_owned(),
            url: "/people/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    let empty = Empty {
        title: lang.t("Không có ai khớp bộ lọc", "Nobody fits").to_owned(),
        text: lang
            .t(
                "Gõ một phần họ tên, có dấu hoặc không dấu.",
                "Type a part of the name.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    Reply::page(&ListPage {
        tabs: None,
        filters: vec![
            Field::text(lang, "q", lang.t("Họ tên", "Name"))
                .value(words)
                .optional(),
        ],
        action: "/people".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("người", "people")),
        shell,
    })
}

fn table(lang: Lang, rows: &[Person]) -> Table {
    let columns = vec![
        Column::text(lang.t("Họ và tên", "Name")),
        Column::text(lang.t("Tên đăng nhập", "Sign-in name")),
        Column::text(lang.t("Tài khoản", "Account")),
    ];
    let rows = rows.iter().map(|row| {
        let cells = vec![
            Cell::text(&row.full_name),
            Cell::text(&row.sign_in),
            Cell::Tag(state(lang, row)),
        ];
        TableRow::new(url(row.id), cells)
    });
    Table {
        lang,
        caption: lang.t("Người dùng", "People").to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }
}

/// The state of an account in one word.
pub fn state(lang: Lang, person: &Person) -> Tag {
    match (person.closed, person.password_hash.is_some()) {
        (true, _) => Tag::new(Shape::Cross, Tone::Bad, lang.t("Đã khóa", "Closed")),
        (false, true) => Tag::new(Shape::Full, Tone::Good, lang.t("Đang mở", "Open")),
        (false, false) => Tag::new(
            Shape::Empty,
            Tone::Care,
            lang.t("Chưa đặt mật khẩu", "No password yet"),
        ),
    }
}
