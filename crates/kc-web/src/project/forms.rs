//! The form of a project: its fields, with what was typed so far.

use super::beneficiary;
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::query::Query;
use crate::place::choice;
use kc_app::identity::organisation;
use kc_app::kernel::{Cx, ROWS_MAX, Window};
use kc_app::plan::PlanFilter;
use kc_app::project::Sight;
use kc_app::{plan, programme};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{PlanId, ProgrammeId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::plan::{Plan, RoundState};
use kc_domain::policy::Action;
use kc_domain::programme::catalogue;
use kc_domain::project::ProjectKind;

/// The field of the place as written.
pub const PLACE: &str = "place_written";

/// The values of a project as its form shows them.
pub fn values(sight: &Sight) -> Query {
    let project = &sight.project;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let shown = |value: Option<String>| value.unwrap_or_default();
    let money = |value: Option<Dong>| value.map_or_else(String::new, Dong::grouped);
    let name = sight.beneficiary.as_ref().map(|found| found.name.clone());
    let pairs = [
        ("title", project.title.clone()),
        ("code", project.code.clone()),
        ("kind", project.kind.code().to_owned()),
        ("plan", shown(project.plan.map(|id| id.to_string()))),
        (
            "programme",
            shown(project.programme.map(|id| id.to_string())),
        ),
        ("batch", text(&project.batch)),
        ("level", project.level.map_or("", Level::code).to_owned()),
        ("content_group", text(&project.content_group)),
        ("trade", text(&project.trade)),
        (PLACE, text(&project.place_written)),
        (choice::AREA, project.area.to_string()),
        (beneficiary::NAME, shown(name)),
        (
            beneficiary::CHOSEN,
            shown(project.establishment.map(|id| id.to_string())),
        ),
        ("unit", shown(project.unit.map(|id| id.to_string()))),
        ("starts_on", shown(project.starts_on.map(show_date))),
        ("ends_on", shown(project.ends_on.map(show_date))),
        ("need", text(&project.need)),
        ("outcome", text(&project.outcome)),
        ("cost_estimated", money(project.cost_estimated)),
        ("support_asked", money(project.support_asked)),
        ("workers", shown(project.workers.map(|n| n.to_string()))),
        ("turns", shown(project.turns.map(|n| n.to_string()))),
        ("note", text(&project.note)),
        ("version", project.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// The fields with what was typed so far.
pub fn fields(cx: &Cx<'_>, form: &Query) -> Vec<Field> {
    let lang = cx.lang();
    let mut fields = identity(lang);
    fields.extend(frame(cx, form));
    if !cx.may(Action::CollectProject) {
        fields = fields.into_iter().map(unless_office).collect();
    }
    fields.push(
        Field::text(lang, PLACE, lang.t("Địa điểm thực hiện", "Place"))
            .hint(lang.t(
                "Gõ như trong hồ sơ; để trống nếu đề án không gắn với một nơi.",
                "As in the file; leave empty where there is no single place.",
            ))
            .example("xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng")
            .optional(),
    );
    fields.extend(choice::field(lang, form, PLACE, cx.today()));
    fields.extend(parties(cx, form));
    fields.extend(contents(lang));
    fields.extend(amounts(lang));
    for name in ["survey", "version"] {
        fields.push(Field::new(lang, Kind::Hidden, name, ""));
    }
    fields
        .into_iter()
        .map(|field| {
            let typed = form.get(&field.name);
            field.value(typed)
        })
        .collect()
}

/// What only the office fills stays with the record, but is not asked of those who propose.
fn unless_office(field: Field) -> Field {
    if ["code", "programme", "batch"].contains(&&*field.name) {
        return Field::new(field.lang, Kind::Hidden, field.name, "");
    }
    field
}

fn identity(lang: Lang) -> Vec<Field> {
    let kinds = ProjectKind::ALL.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    vec![
        Field::text(lang, "title", lang.t("Tên đề án", "Title"))
            .hint(lang.t(
                "Việc làm, sản phẩm, nơi thực hiện.",
                "The action, the product, the place.",
            ))
            .example(
                "Hỗ trợ ứng dụng máy móc, thiết bị tiên tiến vào sản xuất sản phẩm đúc kim loại",
            ),
        Field::new(
            lang,
            Kind::Radio(kinds.into()),
            "kind",
            lang.t("Loại", "Kind"),
        )
        .hint(lang.t(
            "Đề án điểm: từ 2 hoạt động, từ 2 cơ sở, trong 2 đến 3 năm. Đề án nhóm: từ 2 cơ sở cùng ngành nghề.",
            "Flagship: 2 or more activities and firms, in 2 to 3 years. Group: 2 or more firms of one trade.",
        )),
        Field::new(lang, Kind::Short, "code", lang.t("Mã đề án", "Code"))
            .hint(lang.t(
                "Để trống, chương trình sẽ cấp mã tiếp theo của năm.",
                "Leave empty to take the next code of the year.",
            ))
            .optional(),
    ]
}

/// Plan, programme, batch, level and group of content.
fn frame(cx: &Cx<'_>, form: &Query) -> Vec<Field> {
    let lang = cx.lang();
    let levels = Level::ALL.map(|level| Choice::new(level.code(), level.name(lang)));
    vec![
        Field::new(
            lang,
            Kind::Select(plans(cx)),
            "plan",
            lang.t("Kế hoạch năm", "Annual plan"),
        )
        .hint(rounds(cx))
        .optional(),
        Field::new(
            lang,
            Kind::Select(crate::plan::programmes(cx)),
            "programme",
            lang.t("Chương trình", "Programme"),
        )
        .hint(lang.t(
            "Để trống thì lấy chương trình của kế hoạch.",
            "Left empty, it is the plan's.",
        ))
        .optional(),
        Field::new(lang, Kind::Short, "batch", lang.t("Đợt phê duyệt", "Batch"))
            .example("II/2017")
            .optional(),
        Field::new(
            lang,
            Kind::Radio(levels.into()),
            "level",
            lang.t("Cấp", "Level"),
        )
        .optional(),
        Field::new(
            lang,
            Kind::Select(groups(cx, form)),
            "content_group",
            lang.t("Nhóm nội dung", "Content group"),
        )
        .optional(),
    ]
}

/// The plans that take proposals now, in the words of their rounds.
fn rounds(cx: &Cx<'_>) -> String {
    let (now, lang) = (cx.now(), cx.lang());
    let open = open_plans(cx);
    let said = open.iter().filter_map(|plan| {
        let said = plan.round.say_at(now, plan.round_at(now), lang)?;
        Some(format!("{}: {}", plan.code, lowered(&said)))
    });
    said.collect::<Vec<_>>().join("; ")
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.collect::<String>() + letters.as_str()
}

fn open_plans(cx: &Cx<'_>) -> Vec<Plan> {
    let page = plan::list(cx, &PlanFilter::default(), Window::of_page(1, ROWS_MAX));
    let rows = page.map(|page| page.rows).unwrap_or_default();
    let is_open = |plan: &Plan| plan.round_at(cx.now()) == RoundState::Open;
    rows.into_iter().filter(is_open).collect()
}

/// The plan a new proposal most likely is for: the only one that takes proposals now. The office,
/// which also takes over what is long done, chooses for itself.
pub fn likely_plan(cx: &Cx<'_>) -> Option<PlanId> {
    if cx.may(Action::CollectProject) {
        return None;
    }
    match &*open_plans(cx) {
        [only] => Some(only.id),
        _ => None,
    }
}

fn plans(cx: &Cx<'_>) -> Vec<Choice> {
    let none = Choice::new("", cx.lang().t("Chưa vào kế hoạch", "None yet"));
    let page = plan::list(cx, &PlanFilter::default(), Window::of_page(1, ROWS_MAX));
    let rows = page.map(|page| page.rows).unwrap_or_default();
    let choices = rows
        .into_iter()
        .map(|plan| Choice::new(plan.id.to_string(), plan.name));
    std::iter::once(none).chain(choices).collect()
}

/// The groups of the catalogue of the plan or programme chosen so far.
fn groups(cx: &Cx<'_>, form: &Query) -> Vec<Choice> {
    let of_plan = PlanId::parse(form.get("plan")).and_then(|id| plan::show(cx, id).ok());
    let of_programme =
        ProgrammeId::parse(form.get("programme")).and_then(|id| programme::show(cx, id).ok());
    let code = of_plan
        .map(|plan| plan.catalogue)
        .or_else(|| of_programme.map(|programme| programme.catalogue));
    let code = code.as_deref().unwrap_or(catalogue::NATIONAL);
    let none = Choice::new("", cx.lang().t("Chưa phân loại", "Not grouped yet"));
    let found = catalogue::find(code).map(|catalogue| catalogue.groups.as_slice());
    let groups = found.unwrap_or_default().iter();
    let choices = groups.map(|group| {
        let label = format!("{}. {}", group.key, group.label);
        Choice::new(&group.key, label)
    });
    std::iter::once(none).chain(choices).collect()
}

fn parties(cx: &Cx<'_>, form: &Query) -> Vec<Field> {
    let lang = cx.lang();
    let mut fields = vec![
        Field::text(
            lang,
            beneficiary::NAME,
            lang.t("Cơ sở thụ hưởng", "Beneficiary"),
        )
        .hint(lang.t(
            "Gõ tên hoặc mã số thuế. Nhiệm vụ thì để trống.",
            "Type the name or tax number. Leave empty for a task.",
        ))
        .optional(),
    ];
    match beneficiary::field(cx, form) {
        Some(choices) => fields.push(choices),
        None => fields.push(Field::new(lang, Kind::Hidden, beneficiary::CHOSEN, "")),
    }
    let units = units(cx);
    if units.len() > 1 {
        let label = lang.t("Đơn vị thực hiện", "Carried out by");
        fields.push(Field::new(lang, Kind::Select(units), "unit", label).optional());
    }
    fields
}

fn units(cx: &Cx<'_>) -> Vec<Choice> {
    let none = Choice::new("", cx.lang().t("Chưa rõ", "Not known"));
    let filter = organisation::Filter::default();
    let page = organisation::list(cx, &filter, Window::of_page(1, ROWS_MAX));
    let rows = page.map(|page| page.rows).unwrap_or_default();
    let choices = rows
        .into_iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name));
    std::iter::once(none).chain(choices).collect()
}

fn contents(lang: Lang) -> Vec<Field> {
    vec![
        Field::text(lang, "trade", lang.t("Ngành nghề", "Trade"))
            .example(lang.t("Đúc kim loại", "Metal casting"))
            .optional(),
        Field::new(
            lang,
            Kind::Long,
            "need",
            lang.t("Sự cần thiết, căn cứ", "Need and basis"),
        )
        .optional(),
        Field::text(lang, "outcome", lang.t("Kết quả dự kiến", "Outcome"))
            .hint(lang.t(
                "Một con số kèm đơn vị; được ghi khoảng và “trên”, “gần”.",
                "A number with its unit; ranges and hedges are fine.",
            ))
            .example("3.000 - 3.500 tấn/năm")
            .optional(),
        Field::date(lang, "starts_on", lang.t("Bắt đầu ngày", "Starts on")).optional(),
        Field::date(lang, "ends_on", lang.t("Kết thúc ngày", "Ends on")).optional(),
    ]
}

fn amounts(lang: Lang) -> Vec<Field> {
    let count = |name: &str, label: &str, unit: &str| {
        Field::new(lang, Kind::Count, name, label)
            .unit(unit)
            .optional()
    };
    vec![
        Field::money(
            lang,
            "cost_estimated",
            lang.t("Tổng kinh phí dự kiến", "Estimated cost"),
        )
        .hint(lang.t(
            "Chưa biết thì để trống, không ghi 0.",
            "Leave empty while unknown; never write 0.",
        ))
        .example("1,25 tỷ")
        .optional(),
        Field::money(
            lang,
            "support_asked",
            lang.t("Đề nghị hỗ trợ", "Support asked"),
        )
        .example("150.000.000")
        .optional(),
        count(
            "workers",
            lang.t("Số lao động", "Workers"),
            lang.t("người", "people"),
        ),
        count(
            "turns",
            lang.t("Số lượt người tham gia", "Turns"),
            lang.t("lượt", "turns"),
        ),
        Field::new(lang, Kind::Long, "note", lang.t("Ghi chú", "Note")).optional(),
    ]
}
