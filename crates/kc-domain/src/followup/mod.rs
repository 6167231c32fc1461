//! What became of the support one to three years later: when it is asked, what is asked, and the
//! answers as they were written. What nobody answered is missing, never nought.

mod question;
pub mod refusal;
mod schedule;

pub use question::{Machine, Measure, Question, find, questions};
pub use schedule::{due_days, years};

use crate::kernel::date::show_date;
use crate::kernel::figure::{Figure, Kind, Unit};
use crate::kernel::id::{FollowupId, OrganisationId, ProjectId};
use crate::kernel::text::Lang;
use crate::place::area::AreaPath;
use chrono::NaiveDate;
use refusal::Refusal;

/// One round of questions about one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followup {
    /// Identity.
    pub id: FollowupId,
    /// The project that was supported.
    pub project: ProjectId,
    /// Which year after the acceptance, from 1.
    pub year: i64,
    /// When the answer is due.
    pub due_on: NaiveDate,
    /// The day it was answered; `None` while it is owed.
    pub answered_on: Option<NaiveDate>,
    /// Who answered, as written.
    pub answered_by: Option<String>,
    /// The answers that were given, by the key of the question.
    pub answers: Vec<Answer>,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// Where the project lies.
    pub area: AreaPath,
    /// The organisation in charge of the project.
    pub organisation: OrganisationId,
    /// The organisation behind the project.
    pub party: Option<OrganisationId>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// One answer as it was written: `3.000 – 3.500 tấn/năm`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The key of the question.
    pub question: String,
    /// As it was written; a state of the machine by its code.
    pub written: String,
}

impl Followup {
    /// The answer to a question; `None` when nobody gave one.
    pub fn written(&self, question: &str) -> Option<&str> {
        let found = self
            .answers
            .iter()
            .find(|answer| answer.question == question);
        found.map(|answer| answer.written.as_str())
    }

    /// What it is called: `Năm thứ 1 sau nghiệm thu`.
    pub fn title(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("Năm thứ {} sau nghiệm thu", self.year),
            Lang::En => format!("Year {} after the acceptance", self.year),
        }
    }
}

/// An answer as people read it: a figure in the house's form, a state in words.
pub fn show_answer(question: &Question, written: &str, lang: Lang) -> String {
    match question.measure {
        Measure::Machine => Machine::from_code(written)
            .map_or_else(|| written.to_owned(), |state| state.name(lang).to_owned()),
        Measure::Money | Measure::Count | Measure::Amount => {
            Figure::parse(written).map_or_else(|_| written.to_owned(), |f| f.to_string())
        }
    }
}

/// Answers a round of questions, or corrects the answer. Nothing at all answered is no answer.
pub fn answer(
    followup: Followup,
    answers: Vec<Answer>,
    (on, by): (NaiveDate, String),
    note: Option<String>,
    today: NaiveDate,
) -> Result<Followup, Refusal> {
    if on > today {
        return Err(Refusal::InTheFuture { day: on });
    }
    if answers.is_empty() {
        return Err(Refusal::NothingAnswered);
    }
    answers.iter().try_for_each(check)?;
    Ok(Followup {
        answers,
        answered_on: Some(on),
        answered_by: Some(by),
        note,
        ..followup
    })
}

fn check(answer: &Answer) -> Result<(), Refusal> {
    let unknown = || Refusal::UnknownQuestion {
        key: answer.question.clone(),
    };
    let question = find(&answer.question).ok_or_else(unknown)?;
    let fits = match question.measure {
        Measure::Machine => Machine::from_code(&answer.written).is_some(),
        Measure::Money => Figure::parse(&answer.written).is_ok_and(|f| *f.unit() == Unit::DONG),
        Measure::Count => Figure::parse(&answer.written)
            .is_ok_and(|f| matches!(f.unit().kind, Kind::Plain | Kind::Things(_))),
        Measure::Amount => Figure::parse(&answer.written).is_ok(),
    };
    if fits {
        return Ok(());
    }
    Err(Refusal::Unreadable {
        question,
        written: answer.written.clone(),
    })
}

/// How late an unanswered round is, in words; nothing before its day.
pub fn overdue(followup: &Followup, today: NaiveDate) -> Option<i64> {
    let late = today.signed_duration_since(followup.due_on).num_days();
    (followup.answered_on.is_none() && late > 0).then_some(late)
}

/// The day and who answered, or when it is due.
pub fn state(followup: &Followup, lang: Lang) -> String {
    match followup.answered_on {
        Some(on) => format!(
            "{} {}",
            lang.t("trả lời ngày", "answered on"),
            show_date(on)
        ),
        None => format!("{} {}", lang.t("hạn", "due"), show_date(followup.due_on)),
    }
}

#[cfg(test)]
mod tests;
