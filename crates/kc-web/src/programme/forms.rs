//! The form of a programme: its fields, and what is read from them.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::kernel::{Cx, Done, Failure};
use kc_app::programme::record::NewProgramme;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
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
        ("note", programme.note.clone().unwrap_or_default()),
        ("version", programme.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// The fields with what was typed so far.
pub fn fields(lang: Lang, form: &Query) -> Vec<Field> {
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

/// Reads what was typed. A new programme belongs to the person's own organisation and area.
pub fn read(cx: &Cx<'_>, form: &Query) -> Done<NewProgramme> {
    let given = cx
        .actor()
        .and_then(|actor| actor.assignments.first())
        .ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(form);
    let new = NewProgramme {
        code: reader.text("code"),
        name: reader.text("name"),
        level: reader.choice_or_none("level", Level::from_code),
        catalogue: reader.text("catalogue"),
        starts_on: reader.date("starts_on"),
        ends_on: reader.date("ends_on"),
        decision: None,
        predecessor: None,
        note: reader.text_or_none("note"),
        area: given.area.clone(),
        organisation: given.organisation,
        illustrative: false,
    };
    reader.finish(new)
}
