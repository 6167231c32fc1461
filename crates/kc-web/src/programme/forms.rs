//! The form of a programme: its fields, and what is read from them.

use crate::document::choice;
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::kernel::{Cx, Done, Failure, ROWS_MAX, Window};
use kc_app::programme;
use kc_app::programme::record::NewProgramme;
use kc_domain::document::DocumentKind;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProgrammeId};
use kc_domain::kernel::level::Level;
use kc_domain::policy::Action;
use kc_domain::programme::{Programme, catalogue};

/// The values of a programme as its form shows them.
pub fn values(programme: &Programme) -> Query {
    let pairs = [
        ("code", programme.code.clone()),
        ("name", programme.name.clone()),
        ("level", programme.level.map_or("", Level::code).to_owned()),
        ("catalogue", programme.catalogue.clone()),
        ("starts_on", show_date(programme.period.from())),
        ("ends_on", show_date(programme.period.to())),
        (
            "decision",
            programme
                .decision
                .map_or_else(String::new, |id| id.to_string()),
        ),
        (
            "predecessor",
            programme
                .predecessor
                .map_or_else(String::new, |id| id.to_string()),
        ),
        ("note", programme.note.clone().unwrap_or_default()),
        ("version", programme.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// The fields with what was typed so far.
pub fn fields(cx: &Cx<'_>, form: &Query) -> Vec<Field> {
    let lang = cx.lang();
    let levels = Level::ALL.map(|level| Choice::new(level.code(), level.name(lang)));
    let catalogues = catalogue::all()
        .iter()
        .map(|c| Choice::new(&c.code, &c.name))
        .collect();
    let fields = vec![
        Field::text(lang, "code", lang.t("Mã chương trình", "Code")).example("HP-2016-2020"),
        Field::text(lang, "name", lang.t("Tên chương trình", "Name"))
            .hint(lang.t("Ghi như trong quyết định.", "As in the decision.")),
        Field::new(
            lang,
            Kind::Radio(levels.into()),
            "level",
            lang.t("Cấp", "Level"),
        )
        .optional(),
        Field::new(
            lang,
            Kind::Select(catalogues),
            "catalogue",
            lang.t("Danh mục nội dung", "Catalogue of content"),
        ),
        Field::date(lang, "starts_on", lang.t("Từ ngày", "From")),
        Field::date(lang, "ends_on", lang.t("Đến ngày", "To")),
        choice::field(
            cx,
            "decision",
            lang.t(
                "Quyết định phê duyệt chương trình",
                "The decision it stands on",
            ),
            Some(DocumentKind::Decision),
        ),
        predecessor(cx),
        Field::new(lang, Kind::Long, "note", lang.t("Ghi chú", "Note")).optional(),
        Field::new(lang, Kind::Hidden, "version", ""),
    ];
    fields
        .into_iter()
        .map(|field| {
            let typed = form.get(&field.name);
            field.value(typed)
        })
        .collect()
}

/// The programme before it, among those the person may read.
fn predecessor(cx: &Cx<'_>) -> Field {
    let lang = cx.lang();
    let found = programme::list(cx, "", Window::of_page(1, ROWS_MAX));
    let rows = found.map(|page| page.rows).unwrap_or_default();
    let none = Choice::new("", lang.t("Không có", "None"));
    let named = rows
        .iter()
        .map(|held| Choice::new(held.id.to_string(), &held.name));
    let choices = std::iter::once(none).chain(named).collect();
    let label = lang.t("Chương trình trước đó", "The programme before it");
    Field::new(lang, Kind::Select(choices), "predecessor", label).optional()
}

/// Reads what was typed. A new programme belongs to the person's own organisation and area.
pub fn read(cx: &Cx<'_>, form: &Query) -> Done<NewProgramme> {
    let given = cx
        .role_for(Action::RecordProgramme)
        .ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(form);
    let new = NewProgramme {
        code: reader.text("code"),
        name: reader.text("name"),
        level: reader.choice_or_none("level", Level::from_code),
        catalogue: reader.text("catalogue"),
        starts_on: reader.date("starts_on"),
        ends_on: reader.date("ends_on"),
        decision: reader.choice_or_none("decision", DocumentId::parse),
        predecessor: reader.choice_or_none("predecessor", ProgrammeId::parse),
        note: reader.text_or_none("note"),
        area: given.area.clone(),
        organisation: given.organisation,
        illustrative: false,
    };
    reader.finish(new)
}
