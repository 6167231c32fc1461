//! A list page: filters, sorting, columns and paging that live in the address.

use super::table::Table;
use crate::kernel::components::{Column, Columns, Direction, Empty, Field, Pager, Tabs};
use crate::kernel::query::Query;
use crate::kernel::shell::Shell;
use crate::kernel::visit::Visit;
use askama::Template;
use kc_app::kernel::Window;
use kc_domain::kernel::money::group_thousands;

/// A list page.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/list.html")]
pub struct ListPage {
    /// The frame.
    pub shell: Shell,
    /// The sides of the place, where it has some.
    pub tabs: Option<Tabs>,
    /// The fields that narrow the list.
    pub filters: Vec<Field>,
    /// The address of the list, without its query.
    pub action: String,
    /// A sentence over the list, such as the totals of the whole filter; empty for none.
    pub summary: String,
    /// The choice of columns.
    pub columns: Option<Columns>,
    /// The rows; a total row speaks of the whole filter.
    pub table: Table,
    /// What stands here when there are no rows.
    pub empty: Option<Empty>,
    /// The way through the list.
    pub pager: Pager,
}

/// The pager of a list: "1–50 trong 2.314 đề án".
pub fn list_pager(visit: &Visit<'_>, window: Window, total: i64, what: &str) -> Pager {
    let lang = visit.lang();
    let page = |number: i64| {
        let value = if number <= 1 {
            String::new()
        } else {
            number.to_string()
        };
        visit
            .arrival
            .query
            .with("page", &value)
            .behind(&visit.arrival.path)
    };
    let first = window.offset.saturating_add(1).min(total);
    let last = window.offset.saturating_add(window.limit).min(total);
    let (from, to, all) = (
        group_thousands(first),
        group_thousands(last),
        group_thousands(total),
    );
    let number = visit.page();
    Pager {
        lang,
        summary: format!("{from}–{to} {} {all} {what}", lang.t("trong", "of")),
        first: if number > 1 { page(1) } else { String::new() },
        previous: if number > 1 {
            page(number.saturating_sub(1))
        } else {
            String::new()
        },
        next: if last < total {
            page(number.saturating_add(1))
        } else {
            String::new()
        },
    }
}

/// Makes a column sort by a key of the query (`sort=key` up, `sort=-key` down).
pub fn sort_column(visit: &Visit<'_>, column: Column, key: &str) -> Column {
    let query: &Query = &visit.arrival.query;
    let down = format!("-{key}");
    let (now, next) = match query.get("sort") {
        held if held == key => (Some(Direction::Up), down),
        held if held == down => (Some(Direction::Down), key.to_owned()),
        _ => (None, key.to_owned()),
    };
    column.sorts(
        query
            .with("page", "")
            .with("sort", &next)
            .behind(&visit.arrival.path),
        now,
    )
}
