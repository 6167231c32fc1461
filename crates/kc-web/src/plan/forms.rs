//! The form of an annual plan: its fields, and what is read from them.

use crate::document::choice;
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::kernel::{Cx, Done, Failure, ROWS_MAX, Window};
use kc_app::plan::record::NewPlan;
use kc_app::programme;
use kc_domain::document::DocumentKind;
use kc_domain::kernel::date::{Instant, show_date};
use kc_domain::kernel::id::{DocumentId, ProgrammeId};
use kc_domain::kernel::text::Lang;
use kc_domain::kernel::time::show_time;
use kc_domain::plan::{Plan, Round};
use kc_domain::policy::Action;
use kc_domain::programme::catalogue;

/// The values of a plan as its form shows them.
pub fn values(plan: &Plan) -> Query {
    let day = |at: Option<Instant>| at.map_or_else(String::new, |at| show_date(at.day()));
    let time = |at: Option<Instant>| at.map_or_else(String::new, |at| show_time(at.time()));
    let pairs = [
        ("code", plan.code.clone()),
        ("name", plan.name.clone()),
        ("year", plan.year.to_string()),
        (
            "programme",
            plan.programme.map_or_else(String::new, |id| id.to_string()),
        ),
        ("catalogue", plan.catalogue.clone()),
        ("starts_on", show_date(plan.period.from())),
        ("ends_on", show_date(plan.period.to())),
        ("opens_on", day(plan.round.opens_at)),
        ("opens_at", time(plan.round.opens_at)),
        ("closes_on", day(plan.round.closes_at)),
        ("closes_at", time(plan.round.closes_at)),
        (
            "decision",
            plan.decision.map_or_else(String::new, |id| id.to_string()),
        ),
        ("note", plan.note.clone().unwrap_or_default()),
        ("version", plan.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// The programmes the person may choose from.
pub fn programmes(cx: &Cx<'_>) -> Vec<Choice> {
    let none = Choice::new("", cx.lang().t("Không thuộc chương trình", "None"));
    let found = programme::list(cx, "", Window::of_page(1, ROWS_MAX));
    let rows = found.map(|page| page.rows).unwrap_or_default();
    let choices = rows
        .into_iter()
        .map(|programme| Choice::new(programme.id.to_string(), programme.name));
    std::iter::once(none).chain(choices).collect()
}

/// The fields with what was typed so far.
pub fn fields(cx: &Cx<'_>, form: &Query) -> Vec<Field> {
    let lang = cx.lang();
    let mut fields = identity(cx);
    fields.extend(days(lang));
    let label = lang.t("Quyết định ban hành kế hoạch", "The decision it stands on");
    let decision = DocumentKind::Decision;
    fields.push(choice::field(cx, "decision", label, Some(decision)));
    fields.push(Field::new(lang, Kind::Long, "note", lang.t("Ghi chú", "Note")).optional());
    fields.push(Field::new(lang, Kind::Hidden, "version", ""));
    fields
        .into_iter()
        .map(|field| {
            let typed = form.get(&field.name);
            field.value(typed)
        })
        .collect()
}

fn identity(cx: &Cx<'_>) -> Vec<Field> {
    let lang = cx.lang();
    let catalogues = catalogue::all()
        .iter()
        .map(|c| Choice::new(&c.code, &c.name))
        .collect();
    vec![
        Field::text(lang, "code", lang.t("Mã kế hoạch", "Code")).example("HP-2017"),
        Field::text(lang, "name", lang.t("Tên kế hoạch", "Name"))
            .hint(lang.t("Ghi như trong quyết định.", "As in the decision.")),
        Field::new(lang, Kind::Count, "year", lang.t("Năm kế hoạch", "Year")).example("2017"),
        Field::new(
            lang,
            Kind::Select(programmes(cx)),
            "programme",
            lang.t("Thuộc chương trình", "Programme"),
        )
        .optional(),
        Field::new(
            lang,
            Kind::Select(catalogues),
            "catalogue",
            lang.t("Danh mục nội dung", "Catalogue of content"),
        ),
    ]
}

fn days(lang: Lang) -> Vec<Field> {
    vec![
        Field::date(lang, "starts_on", lang.t("Từ ngày", "From")),
        Field::date(lang, "ends_on", lang.t("Đến ngày", "To")),
        Field::date(
            lang,
            "opens_on",
            lang.t("Mở đăng ký từ ngày", "Registration opens on"),
        )
        .optional(),
        Field::time(lang, "opens_at", lang.t("Mở lúc", "Opens at"))
            .hint(lang.t(
                "Giờ Việt Nam. Để trống: từ đầu ngày.",
                "Vietnamese time. Empty: from the start of the day.",
            ))
            .example("08:00")
            .optional(),
        Field::date(
            lang,
            "closes_on",
            lang.t("Đóng đăng ký ngày", "Registration closes on"),
        )
        .hint(lang.t(
            "Để trống nếu chưa định ngày đóng.",
            "Leave empty while no last day is set.",
        ))
        .optional(),
        Field::time(lang, "closes_at", lang.t("Đóng lúc", "Closes at"))
            .hint(lang.t(
                "Giờ Việt Nam. Để trống: hết ngày. Đúng giờ đóng vẫn nhận, sau đó thì không.",
                "Vietnamese time. Empty: the end of the day. What comes at that very moment still counts.",
            ))
            .example("17:00")
            .optional(),
    ]
}

/// Reads what was typed. A new plan belongs to the person's own organisation and area.
pub fn read(cx: &Cx<'_>, form: &Query) -> Done<NewPlan> {
    let given = cx.role_for(Action::RecordPlan).ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(form);
    let new = NewPlan {
        code: reader.text("code"),
        name: reader.text("name"),
        programme: reader.choice_or_none("programme", ProgrammeId::parse),
        year: year(&mut reader),
        starts_on: reader.date("starts_on"),
        ends_on: reader.date("ends_on"),
        round: Round {
            opens_at: reader.beginning_or_none("opens_on", "opens_at"),
            closes_at: reader.end_or_none("closes_on", "closes_at"),
        },
        decision: reader.choice_or_none("decision", DocumentId::parse),
        catalogue: reader.text("catalogue"),
        note: reader.text_or_none("note"),
        area: given.area.clone(),
        organisation: given.organisation,
        illustrative: false,
    };
    reader.finish(new)
}

fn year(reader: &mut FormReader<'_>) -> i32 {
    let typed = reader.text("year");
    let year = typed.parse().ok();
    if let Some(year) = year.filter(|year| (1900..=2199).contains(year)) {
        return year;
    }
    if !typed.is_empty() {
        reader.wrong(
            "year",
            format!("“{typed}” không phải một năm. Ghi như 2017."),
            format!("“{typed}” is no year. Write it like 2017."),
        );
    }
    0
}
