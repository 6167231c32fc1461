//! The form of a needs survey, and what a proposal takes from it.

use super::{fields, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind, LawLink};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use crate::place::choice;
use crate::project::beneficiary;
use kc_app::kernel::{Cx, Done, Failure, ROWS_MAX, Window};
use kc_app::monitoring::survey::{NewSurvey, record};
use kc_app::plan::{self, PlanFilter};
use kc_app::{establishment, monitoring};
use kc_domain::identity::Assignment;
use kc_domain::kernel::id::{EstablishmentId, PlanId, VisitId};
use kc_domain::monitoring::checklist::{Answer as Found, Finding, Question, questions};
use kc_domain::monitoring::{Verdict, VisitKind};
use kc_domain::policy::Action;

/// The field of the place as written.
const PLACE: &str = "place_written";

/// The survey that a proposal is made from, as the form of a project carries it.
pub fn asked(form: &Query) -> Option<VisitId> {
    VisitId::parse(form.get("survey"))
}

/// What the form of a proposal takes from a survey: firm, place, need.
pub fn prefill(cx: &Cx<'_>, survey: VisitId, typed: Query) -> Done<Query> {
    let found = monitoring::show(cx, survey)?;
    let need = found.findings.need.unwrap_or_default();
    let typed = typed
        .with("survey", &survey.to_string())
        .with("need", &need);
    let place = found.place_written.unwrap_or_default();
    let Some(of) = found.establishment else {
        return Ok(typed.with(PLACE, &place));
    };
    let firm = establishment::show(cx, of)?;
    let place = if place.is_empty() {
        firm.address_written
    } else {
        place
    };
    Ok(typed
        .with(beneficiary::NAME, &firm.name)
        .with(beneficiary::CHOSEN, &of.to_string())
        .with(PLACE, &place)
        .with(choice::AREA, firm.area.as_str()))
}

/// `GET /visits/surveys/new`, with `?establishment=` where the way came from there
pub fn new(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let mut typed = fields::started(&cx);
    if let Some(id) = EstablishmentId::parse(visit.query("establishment")) {
        let found = establishment::show(&cx, id)?;
        typed = typed
            .with(beneficiary::NAME, &found.name)
            .with(beneficiary::CHOSEN, &id.to_string())
            .with(PLACE, &found.address_written);
    }
    form(visit, &typed).show()
}

/// `POST /visits/surveys`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    match read(&cx, typed).and_then(|new| record(&cx, new)) {
        Ok(id) => Reply::see_other(
            url(id),
            visit
                .lang()
                .t("Đã ghi phiếu khảo sát.", "The survey is recorded."),
        ),
        Err(failure) => form(visit, typed).come_back(failure),
    }
}

/// A survey lies where the firm lies, or else where the place does, or else where the person works.
fn read(cx: &Cx<'_>, typed: &Query) -> Done<NewSurvey> {
    let given = surveying(cx).ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(typed);
    let of = beneficiary::read(cx, &mut reader, typed);
    let place_written = reader.text_or_none(PLACE);
    let firm = of.and_then(|id| establishment::show(cx, id).ok());
    let area = match (firm, &place_written) {
        (Some(firm), _) => firm.area,
        (None, Some(_)) => choice::read(&mut reader, typed, PLACE, cx.today(), None),
        (None, None) => given.area.clone(),
    };
    let new = NewSurvey {
        establishment: of,
        place_written,
        area,
        organisation: given.organisation,
        plan: reader.choice_or_none("plan", PlanId::parse),
        held_on: reader.date("on"),
        people: fields::read_all_people(&reader),
        need: reader.text_or_none("need"),
        answers: read_answers(&mut reader),
        verdict: reader.choice_or_none("verdict", Verdict::from_code),
        conclusion: reader.text_or_none("conclusion"),
        illustrative: false,
    };
    reader.finish(new)
}

fn read_answers(reader: &mut FormReader<'_>) -> Vec<Found> {
    let found = |question: &Question| {
        let finding = reader.choice_or_none(&name(question), Finding::from_code)?;
        Some(Found {
            question: question.key.clone(),
            finding,
        })
    };
    questions().iter().filter_map(found).collect()
}

/// The role in which the person may survey.
fn surveying<'a>(cx: &'a Cx<'_>) -> Option<&'a Assignment> {
    cx.role_for(Action::RecordVisit)
}

fn name(question: &Question) -> String {
    format!("check_{}", question.key)
}

fn form(visit: &Visit<'_>, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Ghi khảo sát nhu cầu", "Record a survey"));
    shell.crumbs = vec![crumb(lang.t("Thực địa", "Field work"), "/visits")];
    let fields = fields::filled(all_fields(&visit.cx(), typed), typed);
    FormPage::new(shell, "/visits/surveys", fields)
        .intro(lang.t(
            "Khảo sát trước khi lập đề án; đề án lập từ phiếu này sẽ dẫn về đây.",
            "Before a proposal; the one made from it will lead back here.",
        ))
        .buttons(lang.t("Ghi phiếu khảo sát", "Save"), "/visits")
}

fn all_fields(cx: &Cx<'_>, typed: &Query) -> Vec<Field> {
    let lang = cx.lang();
    let mut fields = vec![
        fields::day(lang, lang.t("Ngày khảo sát", "Day")),
        Field::text(lang, beneficiary::NAME, lang.t("Cơ sở", "Establishment"))
            .hint(lang.t(
                "Gõ tên hoặc mã số thuế; chưa có trong sổ thì để trống và ghi địa điểm.",
                "Name or tax number; if it is not recorded, write the place.",
            ))
            .optional(),
    ];
    match beneficiary::field(cx, typed) {
        Some(choices) => fields.push(choices),
        None => fields.push(Field::new(lang, Kind::Hidden, beneficiary::CHOSEN, "")),
    }
    fields.push(Field::text(lang, PLACE, lang.t("Địa điểm", "Place")).optional());
    fields.extend(choice::field(lang, typed, PLACE, cx.today()));
    fields.push(
        Field::new(lang, Kind::Long, "need", lang.t("Nhu cầu", "Need")).hint(lang.t(
            "Cần hỗ trợ gì, hiện trạng ra sao, vì sao.",
            "What is needed, what is there now, and why.",
        )),
    );
    fields.extend(plan(cx));
    fields.push(fields::section(
        lang,
        lang.t("Kiểm tra điều kiện", "Checklist"),
    ));
    fields.extend(questions().iter().map(|question| check(cx, question)));
    let ended = lang.t("Kết quả khảo sát", "Result");
    fields.push(fields::verdict(lang, VisitKind::Survey, ended));
    fields.push(fields::conclusion(lang));
    fields.extend(fields::people(lang));
    fields
}

/// The plan a survey is made for; nothing for who sees no plan.
fn plan(cx: &Cx<'_>) -> Option<Field> {
    let lang = cx.lang();
    let window = Window::of_page(1, ROWS_MAX);
    let plans = plan::list(cx, &PlanFilter::default(), window).ok()?.rows;
    let named = plans
        .iter()
        .map(|plan| Choice::new(plan.id.to_string(), &plan.name));
    let none = Choice::new("", lang.t("Chưa nêu", "Not named"));
    let choices: Vec<_> = std::iter::once(none).chain(named).collect();
    let label = lang.t("Khảo sát cho kế hoạch", "Made for the plan");
    let field = Field::new(lang, Kind::Select(choices), "plan", label).hint(lang.t(
        "Để đếm cuộc khảo sát đúng kế hoạch. Khi đã lập đề án từ phiếu này thì tính theo kế hoạch của đề án.",
        "So that it counts for that plan. Once a proposal is made from it, the plan of the proposal counts.",
    ));
    (!plans.is_empty()).then(|| field.optional())
}

fn check(cx: &Cx<'_>, question: &Question) -> Field {
    let lang = cx.lang();
    let choices = Finding::ALL.map(|finding| Choice::new(finding.code(), finding.name(lang)));
    Field::new(
        lang,
        Kind::Radio(choices.into()),
        name(question),
        question.text.say(lang),
    )
    .law(LawLink {
        lang,
        citation: question.basis.clone(),
        url: String::new(),
        verified: question.verified,
    })
    .optional()
}
