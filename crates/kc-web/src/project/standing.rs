//! Where a project stands, as pages show it: the tag, the strip of public steps, who holds it until when.

use crate::kernel::components::{Fact, Facts, Shape, Step, StepState, Steps, Tag, Tone};
use chrono::NaiveDate;
use kc_app::project::way::Way;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::process::State;
use kc_domain::process::refusal::roles;
use kc_domain::project::{Project, Status};

/// What the project counts as, in a word.
pub(super) fn tag(lang: Lang, status: Status) -> Tag {
    let (shape, tone) = match status {
        Status::Registered => (Shape::Empty, Tone::Quiet),
        Status::Returned => (Shape::Triangle, Tone::Care),
        Status::Approved => (Shape::Seal, Tone::State),
        Status::Submitted | Status::Contracted => (Shape::Half, Tone::Work),
        Status::Accepted | Status::Settled | Status::Reported => (Shape::Full, Tone::Good),
        Status::Stopped | Status::Withdrawn => (Shape::Cross, Tone::Bad),
    };
    let label = match status {
        Status::Reported => lang.t("Đã thực hiện", "Done"),
        other => other.name(lang),
    };
    Tag::new(shape, tone, label)
}

/// The strip of the main way by its public names, each name once.
pub(super) fn strip(lang: Lang, project: &Project, way: &Way, today: NaiveDate) -> Option<Steps> {
    let names = public_names(way, lang);
    let here = main_state(way)?.public.say(lang).to_owned();
    let reached = names.iter().position(|name| *name == here)?;
    let step = |(index, name): (usize, &String)| {
        let state = match index.cmp(&reached) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal if way.state.is_final() => StepState::Done,
            std::cmp::Ordering::Equal if way.due.is_some_and(|due| due < today) => StepState::Late,
            std::cmp::Ordering::Equal => StepState::Current,
            std::cmp::Ordering::Greater if way.state.is_final() => StepState::Skipped,
            std::cmp::Ordering::Greater => StepState::Ahead,
        };
        let note = match state {
            StepState::Current | StepState::Late => held(lang, way),
            StepState::Done => reached_on(project, way, lang, name),
            StepState::Ahead | StepState::Skipped => String::new(),
        };
        Step::new(name, state, note)
    };
    let steps = names.iter().enumerate().map(step).collect();
    Some(Steps { lang, steps })
}

/// The public names of the states of the main way, each once, in order.
fn public_names(way: &Way, lang: Lang) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for state in way.process.states.iter().filter(|state| is_main(state)) {
        let name = state.public.say(lang);
        if names.iter().all(|known| known != name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Whether the strip shows a state: one of a project, and not given back or broken off.
fn is_main(state: &State) -> bool {
    let aside = [Status::Returned, Status::Stopped, Status::Withdrawn];
    state
        .phase
        .status()
        .is_some_and(|status| !aside.contains(&status))
}

/// The state of the main way it stands at, or left last.
fn main_state(way: &Way) -> Option<&State> {
    if is_main(&way.state) {
        return Some(&way.state);
    }
    if way.state.phase.status() == Some(Status::Returned) {
        return way.process.start();
    }
    let left = way.taken.last()?;
    let state = way.process.state(&left.from)?;
    if is_main(state) {
        Some(state)
    } else {
        way.process.start()
    }
}

/// The day a public step was reached first.
fn reached_on(project: &Project, way: &Way, lang: Lang, name: &str) -> String {
    let named = |key: &str| {
        way.process
            .state(key)
            .is_some_and(|state| state.public.say(lang) == name)
    };
    let taken = way.taken.iter().find(|taken| named(&taken.to));
    let starts_here = way
        .process
        .start()
        .is_some_and(|start| start.public.say(lang) == name);
    let day = taken
        .map(|taken| taken.on)
        .or(starts_here.then_some(project.registered_on));
    day.map(show_date).unwrap_or_default()
}

/// Who holds it, and until when.
fn held(lang: Lang, way: &Way) -> String {
    let holder = way.state.holders.first().copied();
    let holder = holder.map(|role| role.name(lang).to_owned());
    let due = way
        .due
        .map(|due| format!("{} {}", lang.t("hạn", "due"), show_date(due)));
    let parts: Vec<_> = holder.into_iter().chain(due).collect();
    parts.join(" · ")
}

/// Which step exactly, who holds it, since when and until when.
pub(super) fn facts(lang: Lang, way: &Way) -> Facts {
    let state = &way.state;
    let step = format!("{} {}", state.key, state.name.say(lang));
    let process = format!("/processes/{}", way.process.reference());
    let mut facts = vec![
        Fact::link(lang.t("Đang ở bước", "Stands at"), step, process)
            .note(way.process.name.say(lang)),
    ];
    if !state.holders.is_empty() {
        let who = roles(&state.holders, lang);
        facts.push(Fact::text(lang.t("Ai đang giữ", "Held by"), who));
    }
    facts.push(Fact::text(lang.t("Từ ngày", "Since"), show_date(way.since)));
    let due = match (way.due, state.deadline) {
        (Some(due), Some(deadline)) => Some((show_date(due), deadline.say(lang))),
        _ => None,
    };
    let (due, rule) = due.unwrap_or_else(|| {
        let none = lang.t("quy trình không ghi hạn", "the process sets none");
        (none.to_owned(), String::new())
    });
    facts.push(Fact::text(lang.t("Hạn", "Due"), due).note(rule));
    Facts { lang, facts }
}

/// A sentence for a project that is not on the main way any more.
pub(super) fn aside(lang: Lang, project: &Project) -> Option<String> {
    let reason = project.reason.as_deref().unwrap_or_default();
    let sentence = match project.status {
        Status::Reported => lang.t(
            "Lấy từ số liệu công bố: đề án đã thực hiện, các bước không rõ.",
            "Taken from published figures: it was done, its steps are not known.",
        ),
        Status::Returned => lang.t("Lý do trả lại:", "Returned because:"),
        Status::Stopped => lang.t("Lý do dừng:", "Stopped because:"),
        Status::Withdrawn => lang.t("Lý do rút:", "Withdrawn because:"),
        _ => return None,
    };
    Some(format!("{sentence} {reason}").trim_end().to_owned())
}
