//! Routes that belong to no word: language, theme, search.

use super::answer::{Answer, Reply};
use super::components::Column;
use super::components::Head;
use super::cookie;
use super::frame;
use super::page::{Cell, Part, RecordPage, Table, TableRow};
use super::route::{Access, Route, get, post};
use super::visit::Visit;
use kc_app::search::{self, Hit};
use kc_domain::kernel::text::Lang;

/// Language, theme and search.
pub const ROUTES: &[Route] = &[
    post("/language", Access::Open, choose_language),
    post("/theme", Access::Open, choose_theme),
    get("/search", Access::SignedIn, show_search),
    get("/search.json", Access::SignedIn, suggest),
];

fn choose_language(visit: &Visit<'_>) -> Answer {
    let code = if visit.form("lang") == "en" {
        "en"
    } else {
        "vi"
    };
    Reply::see_other_with(
        own_path(visit.form("back")),
        cookie::choice("kc_lang", code),
    )
}

fn choose_theme(visit: &Visit<'_>) -> Answer {
    let code = if visit.form("theme") == "dark" {
        "dark"
    } else {
        "light"
    };
    Reply::see_other_with(
        own_path(visit.form("back")),
        cookie::choice("kc_theme", code),
    )
}

/// A path of this site; anything that could lead elsewhere becomes the first page.
pub fn own_path(path: &str) -> String {
    let own =
        path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
    if own { path.to_owned() } else { "/".to_owned() }
}

/// `GET /search?q=`
fn show_search(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let words = visit.query("q");
    let hits = search::find(&visit.cx(), words)?;
    let found = match lang {
        Lang::Vi => format!("{} kết quả cho “{words}”", hits.len()),
        Lang::En => format!("{} results for “{words}”", hits.len()),
    };
    let columns = vec![
        Column::text(lang.t("Tên", "Name")),
        Column::text(lang.t("Loại", "Kind")),
        Column::text(lang.t("Mã, số", "Code")),
    ];
    let rows = hits.iter().map(|hit| {
        let cells = vec![
            Cell::text(&hit.title),
            Cell::text(kind(hit, lang)),
            Cell::text(&hit.note),
        ];
        TableRow::new(url(hit), cells)
    });
    let table = Table {
        lang,
        caption: found.clone(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    };
    let parts = if hits.is_empty() {
        vec![Part::Text(found)]
    } else {
        vec![Part::Text(found), Part::Table(table)]
    };
    let shell = frame::shell(visit, lang.t("Tìm kiếm", "Search"));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

/// `GET /search.json?q=`: for the search box that opens with Ctrl+K.
fn suggest(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let hits = search::find(&visit.cx(), visit.query("q"))?;
    let items = hits.iter().take(20).map(|hit| {
        serde_json::json!({
            "title": hit.title, "kind": kind(hit, lang), "url": url(hit), "note": hit.note,
        })
    });
    Ok(Reply::Json(
        serde_json::Value::from(items.collect::<Vec<_>>()).to_string(),
    ))
}

/// What kind of record a hit is, in words.
pub fn kind(hit: &Hit, lang: Lang) -> &'static str {
    match hit.word.as_str() {
        "project" => lang.t("Đề án", "Project"),
        "establishment" => lang.t("Cơ sở CNNT", "Establishment"),
        "programme" => lang.t("Chương trình", "Programme"),
        "plan" => lang.t("Kế hoạch", "Plan"),
        "document" => lang.t("Văn bản", "Document"),
        "statement" => lang.t("Số liệu công bố", "Statement"),
        "organisation" => lang.t("Tổ chức", "Organisation"),
        _ => "",
    }
}

/// The address of the record that was found.
pub fn url(hit: &Hit) -> String {
    let bytes: [u8; 16] = hit.record.as_slice().try_into().unwrap_or_default();
    format!(
        "/{}s/{}",
        hit.word,
        uuid::Uuid::from_bytes(bytes).hyphenated()
    )
}
