//! From the text of a process file to a process: every key known, every word read, and no fault.

use crate::kernel::toml::unreadable;
use chrono::NaiveDate;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Text;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Action;
use kc_domain::process::{
    Deadline, Effect, Evidence, Fault, Guard, Move, Paper, Phase, Process, State, Status, Step,
};
use serde::Deserialize;
use std::collections::BTreeSet;

/// The largest file read, in bytes: a hundred times the national process.
pub const FILE_BYTES_MAX: usize = 1024 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileProcess {
    key: String,
    version: String,
    name: FileText,
    level: String,
    area: String,
    from: toml::value::Datetime,
    to: Option<toml::value::Datetime>,
    basis: String,
    note: Option<String>,
    state: Vec<FileState>,
    step: Vec<FileStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileText {
    vi: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileState {
    key: String,
    name: FileText,
    public: Option<FileText>,
    phase: String,
    holders: Vec<String>,
    deadline: Option<FileDeadline>,
    evidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileDeadline {
    working_days: Option<u16>,
    yearly: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileStep {
    key: String,
    is: Option<String>,
    name: FileText,
    from: Vec<String>,
    to: String,
    who: Vec<String>,
    action: String,
    #[serde(default)]
    papers: Vec<FilePaper>,
    #[serde(default)]
    guards: Vec<String>,
    #[serde(default)]
    effects: Vec<String>,
    #[serde(default)]
    aside: bool,
    basis: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FilePaper {
    key: String,
    vi: String,
    en: String,
    copies: Option<u8>,
}

/// Reads a process; everything that is wrong with it where it cannot be used.
pub fn read(text: &str) -> Result<Process, Vec<Fault>> {
    let process = kept(text)?;
    let faults = process.faults();
    if faults.is_empty() {
        return Ok(process);
    }
    Err(faults
        .into_iter()
        .map(|fault| placed(text, fault))
        .collect())
}

/// Reads a process that was checked when it was put into force, by the checks of its day.
pub fn kept(text: &str) -> Result<Process, Vec<Fault>> {
    if text.len() > FILE_BYTES_MAX {
        return Err(vec![Fault::new(
            "tệp",
            "tệp lớn hơn 1 MB, không phải tệp quy trình",
            "the file is larger than 1 MB and no process",
        )]);
    }
    let file: FileProcess = toml::from_str(text).map_err(|error| {
        let (line, said) = unreadable(text, &error);
        vec![Fault::new("", said.vi, said.en).on_line(line)]
    })?;
    let mut faults = Vec::new();
    match process(file, &mut faults) {
        Some(process) if faults.is_empty() => Ok(process),
        _ => Err(faults
            .into_iter()
            .map(|fault| placed(text, fault))
            .collect()),
    }
}

/// A fault with the line of its state or step: the last one of that key, which is the second where
/// a key is used twice.
fn placed(text: &str, fault: Fault) -> Fault {
    let wanted = format!("\"{}\"", fault.at);
    let is_it = |line: &str| {
        let key = line.trim_start().strip_prefix("key");
        let value = key.and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|value| value.trim_start().starts_with(&wanted))
    };
    let found = text
        .lines()
        .enumerate()
        .filter(|(_, line)| is_it(line))
        .last();
    match found {
        Some((at, _)) => fault.on_line(at.saturating_add(1)),
        None => fault,
    }
}

fn process(file: FileProcess, faults: &mut Vec<Fault>) -> Option<Process> {
    let at = file.key.clone();
    let level = coded(
        &at,
        "level",
        &file.level,
        Level::from_code,
        "national, local",
    );
    let area = |text: &str| AreaPath::parse(text).ok();
    let area = coded(&at, "area", &file.area, area, "VN, VN/31");
    let from = day(&at, "from", file.from);
    let to = file.to.map(|to| day(&at, "to", to)).transpose();
    let states = file.state.into_iter().map(state);
    let states: Vec<_> = states.filter_map(|read| sound(read, faults)).collect();
    let steps = file.step.into_iter().map(step);
    let steps: Vec<_> = steps.filter_map(|read| sound(read, faults)).collect();
    Some(Process {
        level: sound(level, faults)?,
        area: sound(area, faults)?,
        from: sound(from, faults)?,
        to: sound(to, faults)?,
        states,
        steps,
        key: file.key,
        version: file.version,
        name: file.name.into(),
        basis: file.basis,
        note: file.note,
    })
}

/// What could be read; its fault is kept beside those of other lines.
fn sound<T>(read: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

fn state(file: FileState) -> Result<State, Fault> {
    let at = &file.key;
    let phase = |code: &str| match code {
        "before" => Some(Phase::Before),
        code => Status::from_code(code).map(Phase::Of),
    };
    let name: Text = file.name.into();
    Ok(State {
        phase: coded(at, "phase", &file.phase, phase, &phases())?,
        holders: roles(at, "holders", &file.holders)?,
        deadline: file
            .deadline
            .map(|given| deadline(at, &given))
            .transpose()?,
        evidence: coded(
            at,
            "evidence",
            &file.evidence,
            Evidence::from_code,
            "verified, practice, unverified",
        )?,
        public: file.public.map_or_else(|| name.clone(), Text::from),
        name,
        key: file.key,
    })
}

fn step(file: FileStep) -> Result<Step, Fault> {
    let at = &file.key;
    let made = |code: &String| coded(at, "is", code, Move::from_code, &moves());
    let guard = |code: &String| guard(at, code);
    let effect = |code: &String| coded(at, "effects", code, Effect::from_code, &effects());
    Ok(Step {
        is: file.is.as_ref().map(made).transpose()?,
        who: roles(at, "who", &file.who)?,
        action: coded(at, "action", &file.action, Action::from_code, &actions())?,
        guards: file.guards.iter().map(guard).collect::<Result<_, _>>()?,
        effects: file.effects.iter().map(effect).collect::<Result<_, _>>()?,
        papers: file.papers.into_iter().map(Paper::from).collect(),
        name: file.name.into(),
        from: file.from,
        to: file.to,
        aside: file.aside,
        basis: file.basis,
        key: file.key,
    })
}

fn guard(at: &str, code: &str) -> Result<Guard, Fault> {
    if Effect::from_code(code).is_none() {
        return coded(at, "guards", code, Guard::from_code, &guards());
    }
    Err(Fault::new(
        at,
        format!("“{code}” là hệ quả, không phải điều kiện: chuyển sang effects = [\"{code}\"]"),
        format!("“{code}” is an effect, no guard: move it to effects = [\"{code}\"]"),
    ))
}

fn deadline(at: &str, file: &FileDeadline) -> Result<Deadline, Fault> {
    let wrong = || {
        let found = file.yearly.as_deref().unwrap_or_default();
        let known = "{ working_days = 10 }, { yearly = \"20/6\" }";
        word(at, "deadline", found, known)
    };
    match (file.working_days, &file.yearly) {
        (Some(days), None) => Ok(Deadline::WorkingDays(days)),
        (None, Some(yearly)) => {
            // A leap year, so that 29/2 can be read.
            let read = parse_date(&format!("{yearly}/2024")).ok_or_else(wrong)?;
            Ok(Deadline::yearly(read))
        }
        _ => Err(wrong()),
    }
}

fn day(at: &str, key: &str, file: toml::value::Datetime) -> Result<NaiveDate, Fault> {
    let text = file.to_string();
    parse_date(&text).ok_or_else(|| word(at, key, &text, "2026-01-31"))
}

fn roles(at: &str, key: &str, codes: &[String]) -> Result<Vec<Role>, Fault> {
    let all: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
    let all = all.join(", ");
    let role = |code: &String| coded(at, key, code, Role::from_code, &all);
    codes.iter().map(role).collect()
}

fn coded<T>(
    at: &str,
    key: &str,
    code: &str,
    read: impl Fn(&str) -> Option<T>,
    known: &str,
) -> Result<T, Fault> {
    read(code).ok_or_else(|| word(at, key, code, known))
}

/// A word that is not one of those known there.
fn word(at: &str, key: &str, found: &str, known: &str) -> Fault {
    Fault::new(
        at,
        format!("{key} = \"{found}\" không dùng được; dùng một trong: {known}"),
        format!("{key} = \"{found}\" cannot be used; use one of: {known}"),
    )
}

fn phases() -> String {
    let codes = Status::ALL.iter().map(|status| status.code());
    let codes: Vec<_> = ["before"].into_iter().chain(codes).collect();
    codes.join(", ")
}

/// The rights steps are taken with; others are no step's.
fn actions() -> String {
    let of_moves = Move::ALL.iter().map(|made| made.action());
    let others = [Action::CollectProject, Action::AppraiseProject];
    let codes: BTreeSet<_> = of_moves.chain(others).map(Action::code).collect();
    codes.into_iter().collect::<Vec<_>>().join(", ")
}

fn moves() -> String {
    let codes: Vec<_> = Move::ALL.iter().map(|made| made.code()).collect();
    codes.join(", ")
}

fn guards() -> String {
    let codes: Vec<_> = Guard::ALL.iter().map(|guard| guard.code()).collect();
    codes.join(", ")
}

fn effects() -> String {
    let codes: Vec<_> = Effect::ALL.iter().map(|effect| effect.code()).collect();
    codes.join(", ")
}

impl From<FileText> for Text {
    fn from(file: FileText) -> Self {
        Self::new(file.vi, file.en)
    }
}

impl From<FilePaper> for Paper {
    fn from(file: FilePaper) -> Self {
        Self {
            key: file.key,
            name: Text::new(file.vi, file.en),
            copies: file.copies.unwrap_or(1),
        }
    }
}
