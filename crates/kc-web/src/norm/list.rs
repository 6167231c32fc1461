//! The list of rules, narrowed by what they are about, kind, day and place.

use super::{url, words};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind, Tab, Tabs};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, RowKind, Table, TableRow, list_pager};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use chrono::NaiveDate;
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_app::norm;
use kc_app::place::name_of;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::{About, Book, Norm};
use kc_domain::place::AreaPath;
use kc_domain::policy::Action;
use std::cmp::Reverse;

/// What narrows the list, as far as it could be read.
struct Filter {
    about: Option<About>,
    kind: Option<String>,
    on: Option<NaiveDate>,
    area: Option<AreaPath>,
}

impl Filter {
    fn of(visit: &Visit<'_>) -> Self {
        let kind = visit.query("kind");
        Self {
            about: About::from_code(visit.query("about")),
            kind: (!kind.is_empty()).then(|| kind.to_owned()),
            on: parse_date(visit.query("on")),
            area: AreaPath::parse(visit.query("area")).ok(),
        }
    }

    fn holds(&self, norm: &Norm) -> bool {
        let is_kind = |kind: &String| {
            norm.kinds.is_empty() || norm.kinds.iter().any(|key| key.as_str() == kind)
        };
        let is_area = |area: &AreaPath| {
            if *area == AreaPath::nation() {
                norm.is_national()
            } else {
                norm.holds_in(area)
            }
        };
        self.about.is_none_or(|about| norm.about() == about)
            && self.kind.as_ref().is_none_or(is_kind)
            && self.on.is_none_or(|on| norm.is_in_force(on))
            && self.area.as_ref().is_none_or(is_area)
    }
}

/// `GET /norms`
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let book = norm::see(&cx)?;
    let filter = Filter::of(visit);
    let mut norms: Vec<_> = book
        .norms
        .iter()
        .filter(|norm| filter.holds(norm))
        .collect();
    norms.sort_by_key(|norm| {
        let about = About::ALL.iter().position(|about| *about == norm.about());
        let kind = norm.kinds.first();
        let kind = book.kinds.iter().position(|held| Some(&held.key) == kind);
        (about, kind, !norm.is_national(), Reverse(norm.from))
    });
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let total = i64::try_from(norms.len()).unwrap_or(i64::MAX);
    let mut shell = shell(visit, lang.t("Định mức, quy định", "Norms"));
    shell.action = action(visit);
    Reply::page(&ListPage {
        tabs: Some(tabs(lang)),
        filters: filters(visit, &book),
        action: "/norms".to_owned(),
        summary: summary(lang, &norms),
        columns: None,
        table: table(visit, &book, &page_of(norms, window)),
        empty: Some(empty(lang)),
        pager: list_pager(visit, window, total, lang.t("quy định", "rules")),
        shell,
    })
}

fn page_of(norms: Vec<&Norm>, window: Window) -> Vec<&Norm> {
    let size = |number: i64| usize::try_from(number).unwrap_or(0);
    let page = norms.into_iter().skip(size(window.offset));
    page.take(size(window.limit)).collect()
}

/// The list, and the page that reckons.
fn tabs(lang: Lang) -> Tabs {
    let tab = |label: &str, url: &str, current| Tab {
        label: label.to_owned(),
        url: url.to_owned(),
        current,
        count: None,
    };
    Tabs {
        label: lang.t("Định mức, quy định", "Norms").to_owned(),
        tabs: vec![
            tab(lang.t("Quy định", "Rules"), "/norms", true),
            tab(
                lang.t("Tính mức hỗ trợ", "Reckon a support"),
                "/norms/explain",
                false,
            ),
        ],
    }
}

/// Whoever may adopt a file is led there.
fn action(visit: &Visit<'_>) -> Option<MainAction> {
    let lang = visit.lang();
    visit.cx().may(Action::AdoptRules).then(|| MainAction {
        label: lang
            .t("Áp dụng định mức của tỉnh", "Adopt norms of the province")
            .to_owned(),
        url: "/norms/adopt".to_owned(),
        official: false,
        posts: false,
    })
}

fn empty(lang: Lang) -> Empty {
    Empty {
        title: lang.t("Không có quy định nào", "No rules").to_owned(),
        text: lang
            .t(
                "Không quy định nào khớp với điều kiện lọc. Bỏ bớt điều kiện, hoặc chọn ngày khác.",
                "No rule fits the filter. Drop a condition, or choose another day.",
            )
            .to_owned(),
        action: None,
    }
}

fn summary(lang: Lang, norms: &[&Norm]) -> String {
    use kc_domain::norm::Standing::Verified;
    let open = norms
        .iter()
        .filter(|norm| norm.standing != Verified)
        .count();
    match lang {
        Lang::Vi => format!(
            "{} quy định, trong đó {open} chưa kiểm chứng, dự thảo hoặc chưa nhập nội dung.",
            norms.len()
        ),
        Lang::En => format!(
            "{} rules, {open} of them unverified, drafts or not entered.",
            norms.len()
        ),
    }
}

fn filters(visit: &Visit<'_>, book: &Book) -> Vec<Field> {
    let lang = visit.lang();
    let with_all = |choices: Vec<Choice>| {
        let all = Choice::new("", lang.t("Tất cả", "All"));
        Kind::Select([all].into_iter().chain(choices).collect())
    };
    let abouts = About::ALL.map(|about| Choice::new(about.code(), about.name(lang)));
    let fields = [
        Field::new(
            lang,
            with_all(abouts.into()),
            "about",
            lang.t("Nội dung", "About"),
        ),
        Field::new(
            lang,
            with_all(words::kinds(lang, book)),
            "kind",
            lang.t("Loại hỗ trợ", "Kind of support"),
        ),
        Field::new(
            lang,
            with_all(areas(lang, book)),
            "area",
            lang.t("Địa bàn", "Place"),
        ),
        Field::date(lang, "on", lang.t("Có hiệu lực ngày", "In force on")),
    ];
    let typed = |field: Field| {
        let value = visit.query(&field.name).to_owned();
        field.value(value).optional()
    };
    fields.into_iter().map(typed).collect()
}

/// The nation, and the provinces that have rules of their own.
fn areas(lang: Lang, book: &Book) -> Vec<Choice> {
    let areas: std::collections::BTreeSet<_> = book.norms.iter().map(|norm| &norm.area).collect();
    areas
        .into_iter()
        .map(|area| Choice::new(area.as_str(), name_of(area, lang)))
        .collect()
}

fn table(visit: &Visit<'_>, book: &Book, norms: &[&Norm]) -> Table {
    let lang = visit.lang();
    let columns = vec![
        Column::text(lang.t("Áp dụng cho", "For")),
        Column::text(lang.t("Nội dung", "Says")),
        Column::text(lang.t("Văn bản", "Instrument")),
        Column::text(lang.t("Hiệu lực", "Dates")),
        Column::text(lang.t("Địa bàn", "Place")),
        Column::text(lang.t("Độ tin cậy", "Standing")),
    ];
    let mut rows = Vec::new();
    let mut about = None;
    for norm in norms {
        if about.replace(norm.about()) != Some(norm.about()) {
            let mut cells = vec![Cell::text(norm.about().name(lang))];
            cells.resize(columns.len(), Cell::Empty);
            rows.push(TableRow::of_kind(RowKind::Group, cells));
        }
        rows.push(row(lang, book, norm));
    }
    Table {
        lang,
        caption: lang.t("Danh sách quy định", "Rules").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

fn row(lang: Lang, book: &Book, norm: &Norm) -> TableRow {
    let cells = vec![
        Cell::link(subject(lang, book, norm), url(norm)),
        Cell::text(norm.content.say(lang)),
        Cell::text(norm.citation.say()),
        Cell::text(norm.dates(lang)),
        Cell::text(name_of(&norm.area, lang)),
        Cell::Tag(words::standing(lang, norm.standing)),
    ];
    TableRow::new("", cells)
}

/// What a rule is for: its kind of support, the first of several with how many more.
fn subject(lang: Lang, book: &Book, norm: &Norm) -> String {
    if norm.about() == About::Priority {
        return lang.t("Mọi đề án", "Every project").to_owned();
    }
    let Some((first, others)) = norm.kinds.split_first() else {
        return lang.t("Mọi loại hỗ trợ", "Every kind").to_owned();
    };
    let named = book.kind(first);
    let name = named.map_or(first.as_str(), |kind| kind.name.say(lang));
    match (others.len(), lang) {
        (0, _) => name.to_owned(),
        (more, Lang::Vi) => format!("{name} và {more} loại khác"),
        (more, Lang::En) => format!("{name} and {more} more"),
    }
}
