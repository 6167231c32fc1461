//! What a document stands behind: the table, and the form that links it to one more record.

use super::pages::find;
use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::common;
use crate::kernel::components::{Choice, Column, Field, Head, Kind, Money, PostButton};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, Part, SmallForm, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::document::link;
use kc_app::kernel::{Cx, Done};
use kc_app::search::Hit;
use kc_domain::document::{Document, Relation};
use kc_domain::kernel::money::group_thousands;
use uuid::Uuid;

/// Records offered at once; more means that the words are too few.
const OFFERED_MAX: usize = 10;

/// The records a document is linked to.
pub fn table(visit: &Visit<'_>, found: &Document) -> Done<Part> {
    let lang = visit.lang();
    let links = link::links(&visit.cx(), found.id)?;
    if links.is_empty() {
        let text = lang.t(
            "Chưa gắn với chương trình, kế hoạch, đề án hay cơ sở nào.",
            "Not linked to any record yet.",
        );
        return Ok(Part::Text(text.to_owned()));
    }
    let columns = vec![
        Column::text(lang.t("Bản ghi", "Record")),
        Column::text(lang.t("Loại", "Kind")),
        Column::text(lang.t("Mã, số", "Code")),
        Column::text(lang.t("Quan hệ", "Relation")),
        Column::number(lang.t("Số đề án", "Projects"), ""),
        Column::number(
            lang.t("Tổng kinh phí", "All money"),
            lang.t("triệu đồng", "million VND"),
        ),
    ];
    let mut rows = Vec::with_capacity(links.len());
    for linked in links {
        let total = link::total(&visit.cx(), &linked)?;
        let relation = linked.relation.name(lang);
        let hit = Hit {
            record: linked.record,
            word: linked.word,
            title: linked.title,
            note: linked.note,
        };
        let cells = vec![
            Cell::text(&hit.title),
            Cell::text(common::kind(&hit, lang)),
            Cell::text(&hit.note),
            Cell::text(relation),
            total.map_or(Cell::Empty, |total| {
                Cell::Number(group_thousands(total.projects))
            }),
            total.map_or(Cell::Empty, |total| {
                Cell::Money(Money::cell(lang, total.money))
            }),
        ];
        rows.push(TableRow::new(common::url(&hit), cells));
    }
    Ok(Part::Table(Table {
        lang,
        caption: lang.t("Bản ghi liên quan", "Records").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }))
}

/// The fields; once words are typed, the records they find can be chosen.
pub fn fields(cx: &Cx<'_>, form: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let relations = Relation::ALL.map(|relation| Choice::new(relation.code(), relation.name(lang)));
    let words = form.get("words");
    let mut fields = vec![
        Field::text(lang, "words", lang.t("Gắn với", "Link to"))
            .hint(lang.t(
                "Mã hoặc tên chương trình, kế hoạch, đề án, cơ sở.",
                "Code or name of a programme, plan, project or establishment.",
            ))
            .value(words),
        Field::new(
            lang,
            Kind::Select(relations.into()),
            "relation",
            lang.t("Quan hệ", "Relation"),
        )
        .value(form.get("relation")),
    ];
    let found = link::targets(cx, words)?;
    if found.len() > 1 {
        let label = lang.t("Bản ghi nào", "Which record");
        let choices = found.iter().take(OFFERED_MAX).map(|hit| {
            let kind = common::kind(hit, lang);
            Choice::new(
                identity(hit).to_string(),
                format!("{kind}: {} – {}", hit.title, hit.note),
            )
        });
        let choices = Kind::Radio(choices.collect());
        fields.push(Field::new(lang, choices, "record", label).value(form.get("record")));
    }
    Ok(fields)
}

/// The small form on the page of the document.
pub fn form(visit: &Visit<'_>, found: &Document, fields: Vec<Field>) -> Part {
    let label = visit.lang().t("Gắn", "Link");
    let action = format!("{}/links", url(found.id));
    Part::Form(SmallForm {
        fields,
        button: PostButton::new(action, visit.csrf(), label),
        with_files: false,
    })
}

/// `POST /documents/{document}/links`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let found = find(visit)?;
    let done =
        read(&cx, form).and_then(|(record, relation)| link::link(&cx, found.id, record, relation));
    match done {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã gắn.", "Linked.")),
        Err(failure) => {
            let lang = visit.lang();
            let mut shell = shell(visit, lang.t("Gắn văn bản", "Link the document"));
            shell.crumbs = vec![
                crumb(lang.t("Văn bản", "Documents"), "/documents"),
                crumb(found.title(lang), url(found.id)),
            ];
            let action = format!("{}/links", url(found.id));
            FormPage::new(shell, action, fields(&cx, form)?)
                .buttons(lang.t("Gắn", "Link"), url(found.id))
                .come_back(failure)
        }
    }
}

/// The record chosen, or the only one the words find.
fn read(cx: &Cx<'_>, form: &Query) -> Done<([u8; 16], Relation)> {
    let mut reader = FormReader::new(form);
    let words = reader.text("words");
    let relation = reader.choice("relation", Relation::from_code);
    let chosen = Uuid::try_parse(form.get("record")).ok();
    let found = link::targets(cx, &words)?;
    let record = match (chosen, found.as_slice()) {
        (Some(chosen), _) => Some(chosen),
        (None, [only]) => Some(identity(only)),
        // Without words nothing was looked for, and that they are missing is said already.
        _ if words.is_empty() => None,
        (None, []) => {
            reader.wrong(
                "words",
                "Không tìm thấy bản ghi nào. Thử mã hoặc một phần tên.",
                "Nothing was found. Try a code or a part of the name.",
            );
            None
        }
        (None, _) => {
            reader.wrong(
                "record",
                "Có nhiều bản ghi khớp. Chọn một bản ghi.",
                "Several records fit. Choose one.",
            );
            None
        }
    };
    reader.finish_with(|| Some((record?.into_bytes(), relation?)))
}

fn identity(hit: &Hit) -> Uuid {
    let bytes: [u8; 16] = hit.record.as_slice().try_into().unwrap_or_default();
    Uuid::from_bytes(bytes)
}
