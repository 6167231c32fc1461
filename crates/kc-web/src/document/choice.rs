//! Choosing a recorded paper in a form.

use crate::kernel::components::{Choice, Field, Kind};
use kc_app::document::{self, Filter, Order};
use kc_app::kernel::{Cx, Done, ROWS_MAX, Window};
use kc_domain::document::{Document, DocumentKind};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;

/// A field that chooses among the newest papers of a kind the person may read, or none.
pub fn field(cx: &Cx<'_>, name: &str, label: &str, kind: Option<DocumentKind>) -> Field {
    let lang = cx.lang();
    let filter = Filter {
        kind,
        ..Filter::default()
    };
    let window = Window::of_page(1, ROWS_MAX);
    let found = document::list(cx, &filter, Order::Newest, window);
    let rows = found.map(|page| page.rows).unwrap_or_default();
    let none = Choice::new("", lang.t("Chưa chọn", "None chosen"));
    let choices = std::iter::once(none).chain(rows.iter().map(|paper| choice(lang, paper)));
    Field::new(lang, Kind::Select(choices.collect()), name, label)
        .hint(lang.t(
            "Chưa có trong danh sách thì ghi vào Văn bản trước.",
            "If it is not there, record it under Documents first.",
        ))
        .optional()
}

/// A field that chooses among the papers linked to a record, or none.
pub fn linked(cx: &Cx<'_>, record: [u8; 16], label: &str) -> Done<Field> {
    let lang = cx.lang();
    let none = Choice::new("", lang.t("Chưa chọn văn bản", "No document"));
    let papers = document::of_record(cx, record)?;
    let choices = papers
        .iter()
        .map(|(paper, _)| Choice::new(paper.id.to_string(), paper.title(lang)));
    let choices = std::iter::once(none).chain(choices).collect();
    Ok(Field::new(lang, Kind::Select(choices), "document", label).optional())
}

fn choice(lang: Lang, paper: &Document) -> Choice {
    let undated = || lang.t("chưa có ngày", "undated").to_owned();
    let day = paper.issued_on.map_or_else(undated, show_date);
    let label = format!("{} ({day}) – {}", paper.title(lang), paper.summary);
    Choice::new(paper.id.to_string(), label)
}
