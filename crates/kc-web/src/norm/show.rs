//! One rule: its article, its dates, what it says, its text, and what came before and after it.

use super::{url, words};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Fact, Facts, Head, Value};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, Failure};
use kc_app::norm::{self, Source, adopt, sources};
use kc_app::place::name_of;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::{About, Adopted, Book, Content, Key, Norm};
use kc_domain::policy::Action;

/// `GET /norms/{norm_file}/{rule}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let book = norm::see(&cx)?;
    let (file, rule) = (
        visit.id("norm_file", Key::parse)?,
        visit.id("rule", Key::parse)?,
    );
    let is_it = |norm: &&Norm| norm.file == file && norm.key == rule;
    let norm = book.norms.iter().find(is_it).ok_or(Failure::NotFound)?;
    let mut shell = shell(visit, title(lang, &book, norm));
    shell.crumbs = vec![crumb(lang.t("Định mức, quy định", "Norms"), "/norms")];
    shell.tag = Some(words::force(lang, norm, cx.today()));
    let mut parts = vec![Part::Facts(Facts {
        lang,
        facts: facts(lang, &book, norm),
    })];
    if let Some(table) = details(lang, &book, norm) {
        parts.push(Part::Heading(table.caption.clone()));
        parts.push(Part::Table(table));
    }
    let kin = kin(visit, &book, norm);
    if kin.rows.len() > 1 {
        parts.push(Part::Heading(kin.caption.clone()));
        parts.push(Part::Table(kin));
    }
    let adopted = versions_of(visit, &file)?;
    shell.illustrative = adopted.first().is_some_and(|held| held.illustrative);
    parts.extend(versions(lang, &file, &adopted));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

/// `GET /norms/{norm_file}/file`, with `?version=` for an earlier one
pub(super) fn file(visit: &Visit<'_>) -> Answer {
    visit.cx().scope(Action::ReadRules)?;
    let key = visit.id("norm_file", Key::parse)?;
    let is_it = |source: &&Source| source.parsed.key == key;
    let text = if let Some(source) = sources().iter().find(is_it) {
        source.text.to_owned()
    } else {
        adopted(visit, &key)?
    };
    Ok(Reply::File {
        name: format!("{key}.toml"),
        content_type: "application/toml; charset=utf-8",
        bytes: text.into_bytes(),
    })
}

/// The text of an adopted file, in the version of the address or the latest.
fn adopted(visit: &Visit<'_>, key: &Key) -> Done<String> {
    let asked: Option<i64> = visit.query("version").parse().ok();
    let is_asked = |held: &Adopted| asked.is_none_or(|number| held.version == number);
    let versions = adopt::versions(&visit.cx(), key)?;
    let held = versions.into_iter().find(is_asked);
    Ok(held.ok_or(Failure::NotFound)?.content)
}

fn title(lang: Lang, book: &Book, norm: &Norm) -> String {
    let about = norm.about().name(lang);
    match norm.about() {
        About::Ceiling | About::Advance if norm.kinds.len() == 1 => {
            format!("{about}: {}", words::kinds_of(lang, book, norm))
        }
        _ => format!("{about} – {}", norm.citation.instrument),
    }
}

fn facts(lang: Lang, book: &Book, norm: &Norm) -> Vec<Fact> {
    let level = norm.level.map_or(
        lang.t("quốc gia và địa phương", "national and local"),
        |level| level.name(lang),
    );
    let source = format!("/norms/{}/file", norm.file);
    vec![
        Fact::text(lang.t("Nội dung", "Says"), norm.content.say(lang)),
        Fact::text(
            lang.t("Loại hỗ trợ", "Kinds of support"),
            words::kinds_of(lang, book, norm),
        ),
        Fact::text(lang.t("Văn bản", "Instrument"), &norm.citation.instrument),
        Fact::text(lang.t("Điều, khoản", "Article"), &norm.citation.article),
        Fact::text(lang.t("Hiệu lực", "Dates"), norm.dates(lang)),
        Fact::text(lang.t("Địa bàn", "Place"), name_of(&norm.area, lang)),
        Fact::text(lang.t("Nguồn kinh phí", "Money"), level),
        Fact::new(
            lang.t("Độ tin cậy", "Standing"),
            Value::Tag(words::standing(lang, norm.standing)),
        ),
        Fact::text(lang.t("Căn cứ ghi", "Where it is from"), &norm.source),
        Fact::link(
            lang.t("Tệp định mức", "File"),
            format!("{} (v{})", norm.path(), norm.version),
            source,
        ),
    ]
}

/// What a rule says that takes more than a line.
fn details(lang: Lang, book: &Book, norm: &Norm) -> Option<Table> {
    let (caption, rows): (&str, Vec<(String, String)>) = match &norm.content {
        Content::Eligibility(rule) => (lang.t("Điều kiện", "Conditions"), conditions(lang, rule)),
        Content::Priority(priority) => (
            lang.t("Căn cứ được ưu tiên", "What earns the priority"),
            asked(lang, book, priority),
        ),
        Content::Ranking(order) => (
            lang.t("Thứ tự xét", "Order"),
            (1..)
                .zip(order)
                .map(|(at, key): (i32, _)| (at.to_string(), key.clone()))
                .collect(),
        ),
        Content::Ceiling(_) | Content::Advance(_) => return None,
    };
    let columns = vec![
        Column::text(lang.t("Mục", "Item")),
        Column::text(lang.t("Nội dung", "Content")),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.is_empty());
    let rows = rows.map(|(item, text)| TableRow::new("", vec![Cell::text(item), Cell::text(text)]));
    Some(Table {
        lang,
        caption: caption.to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    })
}

fn conditions(lang: Lang, rule: &kc_domain::norm::Eligibility) -> Vec<(String, String)> {
    let forms = |forms: &[kc_domain::establishment::LegalForm]| {
        let names: Vec<_> = forms.iter().map(|form| form.name(lang)).collect();
        names.join("; ")
    };
    let sites = |sites: &[kc_domain::norm::Site]| {
        let names: Vec<_> = sites.iter().map(|site| site.name(lang)).collect();
        names.join("; ")
    };
    let craft = lang.t(
        "nơi khác: chỉ trong làng nghề được UBND cấp tỉnh công nhận",
        "elsewhere: only in a recognised craft village",
    );
    let mut rows = vec![
        (
            lang.t("Loại hình", "Legal forms").to_owned(),
            forms(&rule.forms),
        ),
        (
            lang.t("Không xét địa bàn", "Wherever they are").to_owned(),
            forms(&rule.forms_anywhere),
        ),
        (lang.t("Địa bàn", "Places").to_owned(), sites(&rule.places)),
        (
            lang.t("Làng nghề", "Craft villages").to_owned(),
            if rule.craft_villages {
                craft.to_owned()
            } else {
                String::new()
            },
        ),
        (
            lang.t("Địa bàn cần xác nhận", "Places to be confirmed")
                .to_owned(),
            format!("{}. {}", sites(&rule.places_to_confirm), rule.condition),
        ),
    ];
    let trades = (1..).zip(&rule.trades);
    rows.extend(trades.map(|(at, trade): (i32, _)| {
        let item = format!("{} {at}", lang.t("Ngành nghề", "Trade"));
        (item, trade.name.clone())
    }));
    rows
}

fn asked(lang: Lang, book: &Book, priority: &kc_domain::norm::Priority) -> Vec<(String, String)> {
    let named = |key: &Key| {
        let mut held = book.facts.iter().chain(&book.kinds);
        let found = held.find(|named| named.key == *key);
        found.map_or_else(|| key.to_string(), |named| named.name.say(lang).to_owned())
    };
    let when: Vec<_> = priority
        .when
        .iter()
        .chain(&priority.kinds)
        .map(named)
        .collect();
    let forms: Vec<_> = priority.forms.iter().map(|form| form.name(lang)).collect();
    vec![
        (
            lang.t("Thuộc một trong", "Any of").to_owned(),
            when.join("; "),
        ),
        (
            lang.t("Chỉ áp dụng", "Only for").to_owned(),
            forms.join("; "),
        ),
        (
            lang.t("Giấy tờ còn hiệu lực", "A valid paper").to_owned(),
            priority.paper.as_ref().map(named).unwrap_or_default(),
        ),
    ]
}

/// Rules about the same thing: earlier, later, and of provinces.
fn kin(visit: &Visit<'_>, book: &Book, norm: &Norm) -> Table {
    let lang = visit.lang();
    let is_kin = |other: &&Norm| {
        other.about() == norm.about()
            && (norm.about() != About::Priority || other.file == norm.file)
            && (norm.kinds.is_empty() && other.kinds.is_empty()
                || norm.kinds.iter().any(|kind| other.kinds.contains(kind)))
    };
    let mut kin: Vec<_> = book.norms.iter().filter(is_kin).collect();
    kin.sort_by_key(|other| (!other.is_national(), other.from));
    let columns = vec![
        Column::text(lang.t("Văn bản", "Instrument")),
        Column::text(lang.t("Nội dung", "Says")),
        Column::text(lang.t("Hiệu lực", "Dates")),
        Column::text(lang.t("Địa bàn", "Place")),
    ];
    let rows = kin.into_iter().map(|other| {
        let is_this = other.path() == norm.path();
        let this = if is_this {
            lang.t(" (quy định này)", " (this rule)")
        } else {
            ""
        };
        let said = format!("{}{this}", other.citation.say());
        let cells = vec![
            if is_this {
                Cell::text(said)
            } else {
                Cell::link(said, url(other))
            },
            Cell::text(other.content.say(lang)),
            Cell::text(other.dates(lang)),
            Cell::text(name_of(&other.area, lang)),
        ];
        TableRow::new("", cells)
    });
    Table {
        lang,
        caption: lang
            .t("Quy định về cùng nội dung", "Rules about the same")
            .to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }
}

/// The versions of the file, where a province adopted it; none of a file of the program.
fn versions_of(visit: &Visit<'_>, file: &Key) -> Done<Vec<Adopted>> {
    match adopt::versions(&visit.cx(), file) {
        Err(Failure::NotFound) => Ok(Vec::new()),
        other => other,
    }
}

fn versions(lang: Lang, file: &Key, versions: &[Adopted]) -> Vec<Part> {
    if versions.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::number(lang.t("Phiên bản", "Version"), ""),
        Column::text(lang.t("Ngày áp dụng", "Adopted on")),
        Column::text(lang.t("Người áp dụng", "By")),
        Column::text(lang.t("Tên tệp", "Title")),
    ];
    let rows = versions.iter().map(|held| {
        let cells = vec![
            Cell::number(held.version),
            Cell::text(show_date(held.adopted_on)),
            Cell::text(&held.adopted_by),
            Cell::link(
                &held.title,
                format!("/norms/{file}/file?version={}", held.version),
            ),
        ];
        TableRow::new("", cells)
    });
    let heading = lang.t("Các phiên bản đã áp dụng", "Versions adopted");
    vec![
        Part::Heading(heading.to_owned()),
        Part::Table(Table {
            lang,
            caption: heading.to_owned(),
            head: Head { columns },
            rows: rows.collect(),
            note: String::new(),
        }),
    ]
}
