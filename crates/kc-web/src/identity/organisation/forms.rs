//! The form of an organisation: its fields, and what is read from them.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::place::choice;
use kc_app::identity::organisation::{self, Filter, NewOrganisation};
use kc_app::kernel::{Cx, Done, ROWS_MAX, Window};
use kc_app::place::name_of;
use kc_domain::identity::{Organisation, OrganisationKind};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::Lang;

/// The field of the area, typed as people write it.
pub const PLACE: &str = "place";

/// The values of an organisation as its form shows them.
pub fn values(kept: &Organisation) -> Query {
    let parent = kept.parent.map(|id| id.to_string()).unwrap_or_default();
    let pairs = [
        ("name", kept.name.clone()),
        ("short_name", kept.short_name.clone().unwrap_or_default()),
        ("kind", kept.kind.code().to_owned()),
        ("parent", parent),
        (PLACE, name_of(&kept.area, Lang::Vi)),
        (choice::AREA, kept.area.to_string()),
        ("version", kept.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// Organisations to choose from, as the reader may see them.
pub fn choices(cx: &Cx<'_>, none: Option<&str>) -> Done<Vec<Choice>> {
    let all = organisation::list(cx, &Filter::default(), Window::of_page(1, ROWS_MAX))?;
    let none = none.map(|label| Choice::new("", label));
    let listed = all
        .rows
        .iter()
        .map(|found| Choice::new(found.id.to_string(), &found.name));
    Ok(none.into_iter().chain(listed).collect())
}

/// The fields with what was typed so far.
pub fn fields(cx: &Cx<'_>, form: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let kinds = OrganisationKind::ALL.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let nobody = lang.t("Không có cấp trên trong hệ thống", "None");
    let mut fields = vec![
        Field::text(lang, "name", lang.t("Tên tổ chức", "Name")),
        Field::text(lang, "short_name", lang.t("Tên viết tắt", "Short name")).optional(),
        Field::new(
            lang,
            Kind::Select(kinds.into()),
            "kind",
            lang.t("Loại", "Kind"),
        ),
        Field::new(
            lang,
            Kind::Select(choices(cx, Some(nobody))?),
            "parent",
            lang.t("Cấp trên", "Stands under"),
        )
        .optional(),
        place_field(lang),
    ];
    fields.extend(choice::field(lang, form, PLACE, cx.today()));
    fields.push(Field::new(lang, Kind::Hidden, "version", ""));
    Ok(filled(fields, form))
}

/// The question for an area.
pub fn place_field(lang: Lang) -> Field {
    Field::text(lang, PLACE, lang.t("Địa bàn phụ trách", "Area"))
        .hint(lang.t(
            "Tên tỉnh, xã, hoặc “cả nước”.",
            "A province, a commune, or “cả nước” for the nation.",
        ))
        .example("Hải Phòng")
}

/// Fields with what was typed.
pub fn filled(fields: Vec<Field>, form: &Query) -> Vec<Field> {
    let fill = |field: Field| {
        let typed = form.get(&field.name).to_owned();
        field.value(typed)
    };
    fields.into_iter().map(fill).collect()
}

/// Reads what was typed.
pub fn read(cx: &Cx<'_>, form: &Query, kept: Option<&Organisation>) -> Done<NewOrganisation> {
    let written = kept.map(|kept| (name_of(&kept.area, Lang::Vi), &kept.area));
    let kept = written.as_ref().map(|(name, area)| (name.as_str(), *area));
    let mut reader = FormReader::new(form);
    reader.text(PLACE);
    let (name, short_name) = (reader.text("name"), reader.text_or_none("short_name"));
    let kind = reader.choice("kind", OrganisationKind::from_code);
    let parent = reader.choice_or_none("parent", OrganisationId::parse);
    let area = choice::read(&mut reader, form, PLACE, cx.today(), kept);
    reader.finish_with(|| {
        Some(NewOrganisation {
            name,
            short_name,
            kind: kind?,
            parent,
            area,
            illustrative: false,
        })
    })
}
