//! Answering a round of questions.

use crate::kernel::answer::{Answer as Reply_, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::followup::answer::Given;
use kc_app::followup::{self, Listed};
use kc_app::kernel::Done;
use kc_domain::followup::{Answer, Machine, Measure, Question, questions};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::FollowupId;
use kc_domain::kernel::text::Lang;

/// `GET /followups/{followup}/answers`
pub fn ask(visit: &Visit<'_>) -> Reply_ {
    let (cx, found) = (visit.cx(), find(visit)?);
    let round = &found.followup;
    let name = cx.actor().map_or("", |actor| actor.name.as_str());
    let by = round.answered_by.as_deref().unwrap_or(name);
    let mut typed = Query::default()
        .with("on", &show_date(round.answered_on.unwrap_or(cx.today())))
        .with("by", by)
        .with("note", round.note.as_deref().unwrap_or_default());
    for answer in &round.answers {
        typed = typed.with(&answer.question, &answer.written);
    }
    form(visit, &found, &typed).show()
}

/// `POST /followups/{followup}/answers`
pub fn answer(visit: &Visit<'_>) -> Reply_ {
    let found = find(visit)?;
    let typed = &visit.arrival.form;
    let done = read(typed)
        .and_then(|given| followup::answer::answer(&visit.cx(), found.followup.id, given));
    match done {
        Ok(()) => Reply::see_other(
            back(&found),
            visit
                .lang()
                .t("Đã ghi câu trả lời.", "The answers are kept."),
        ),
        Err(failure) => form(visit, &found, typed).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Listed> {
    followup::show(&visit.cx(), visit.id("followup", FollowupId::parse)?)
}

fn back(found: &Listed) -> String {
    format!("{}?tab=after", crate::project::url(found.followup.project))
}

fn read(typed: &Query) -> Done<Given> {
    let mut reader = FormReader::new(typed);
    let said = |question: &Question| {
        let written = reader.text_or_none(&question.key)?;
        Some(Answer {
            question: question.key.clone(),
            written,
        })
    };
    let answers = questions().iter().filter_map(said).collect();
    let given = Given {
        on: reader.date("on"),
        by: reader.text("by"),
        answers,
        note: reader.text_or_none("note"),
    };
    reader.finish(given)
}

fn form(visit: &Visit<'_>, found: &Listed, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let round = &found.followup;
    let mut shell = shell(visit, round.title(lang));
    shell.crumbs = vec![
        crumb(lang.t("Theo dõi sau hỗ trợ", "Follow-up"), "/followups"),
        crumb(&found.project, back(found)),
    ];
    shell.illustrative = round.illustrative;
    let mut fields: Vec<_> = questions().iter().map(|asked| field(lang, asked)).collect();
    fields.push(Field::new(lang, Kind::Long, "note", lang.t("Ghi chú", "Note")).optional());
    fields.push(Field::date(
        lang,
        "on",
        lang.t("Ngày trả lời", "Answered on"),
    ));
    fields.push(Field::text(
        lang,
        "by",
        lang.t("Người trả lời", "Answered by"),
    ));
    let fields = crate::monitoring::fields::filled(fields, typed);
    let intro = lang.t(
        "Ghi số như cơ sở nói, được ghi khoảng và “trên”, “gần”. Chưa biết thì để trống, không ghi 0.",
        "Write figures as they were said; ranges and hedges are fine. Leave empty what is unknown.",
    );
    FormPage::new(shell, super::answer_url(round.id), fields)
        .intro(intro)
        .buttons(lang.t("Ghi câu trả lời", "Save"), back(found))
}

fn field(lang: Lang, question: &Question) -> Field {
    let label = question.text.say(lang);
    if question.measure == Measure::Machine {
        let states = Machine::ALL.map(|state| Choice::new(state.code(), state.name(lang)));
        return Field::new(lang, Kind::Radio(states.into()), &question.key, label).optional();
    }
    Field::text(lang, &question.key, label)
        .example(&question.example)
        .optional()
}
