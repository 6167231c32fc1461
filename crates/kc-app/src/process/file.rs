//! From the text of a process file to a process: every key known, every word read, and no fault.

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
    if text.len() > FILE_BYTES_MAX {
        return Err(vec![Fault::new(
            "tệp",
            "tệp lớn hơn 1 MB, không phải tệp quy trình",
            "the file is larger than 1 MB and no process",
        )]);
    }
    let file: FileProcess = toml::from_str(text).map_err(|error| vec![unreadable(text, &error)])?;
    let process = process(file).map_err(|fault| vec![fault])?;
    let faults = process.faults();
    if faults.is_empty() {
        return Ok(process);
    }
    Err(faults)
}

/// A fault of the file's form, with its line.
fn unreadable(text: &str, error: &toml::de::Error) -> Fault {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count().saturating_add(1);
    let said = error.message();
    Fault::new(
        &format!("dòng {line}"),
        format!("không đọc được ({said})"),
        format!("cannot be read ({said})"),
    )
}

fn process(file: FileProcess) -> Result<Process, Fault> {
    let at = file.key.clone();
    let unknown_area = || word(&at, "area", &file.area, "VN, VN/31");
    Ok(Process {
        level: coded(
            &at,
            "level",
            &file.level,
            Level::from_code,
            "national, local",
        )?,
        area: AreaPath::parse(&file.area).or(Err(unknown_area()))?,
        from: day(&at, "from", file.from)?,
        to: file.to.map(|to| day(&at, "to", to)).transpose()?,
        states: file
            .state
            .into_iter()
            .map(state)
            .collect::<Result<_, _>>()?,
        steps: file.step.into_iter().map(step).collect::<Result<_, _>>()?,
        key: file.key,
        version: file.version,
        name: file.name.into(),
        basis: file.basis,
        note: file.note,
    })
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
    let guard = |code: &String| coded(at, "guards", code, Guard::from_code, &guards());
    let effect = |code: &String| coded(at, "effects", code, Effect::from_code, &effects());
    Ok(Step {
        is: file.is.as_ref().map(made).transpose()?,
        who: roles(at, "who", &file.who)?,
        action: coded(
            at,
            "action",
            &file.action,
            Action::from_code,
            "project.submit, …",
        )?,
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

fn deadline(at: &str, file: &FileDeadline) -> Result<Deadline, Fault> {
    let wrong = || {
        word(
            at,
            "deadline",
            "",
            "{ working_days = 10 }, { yearly = \"20/6\" }",
        )
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
