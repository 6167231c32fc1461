//! What is wrong with a process file, so that a province can mend it before it is put into force.

use super::{Deadline, Move, Phase, Process, State, Status, Step};
use crate::kernel::text::{Lang, Text};
use std::collections::BTreeSet;

/// The longest key of a process, a state or a step.
const KEY_LETTERS_MAX: usize = 40;

/// One fault, with the state or step it lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, counted from 1, where it is known.
    pub line: Option<usize>,
    /// The key of the state or step; the key of the process for faults of the whole.
    pub at: String,
    /// What is wrong and what to do.
    pub text: Text,
}

impl Fault {
    /// A fault at a key.
    pub fn new(at: &str, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            line: None,
            at: at.to_owned(),
            text: Text::new(vi, en),
        }
    }

    /// The same on a line of its file.
    pub fn on_line(self, line: usize) -> Self {
        Self {
            line: Some(line),
            ..self
        }
    }

    /// One line: where, then what.
    pub fn say(&self, lang: Lang) -> String {
        let said = self.text.say(lang);
        let line = self.line.map(|line| match lang {
            Lang::Vi => format!("dòng {line}"),
            Lang::En => format!("line {line}"),
        });
        let at = Some(self.at.clone()).filter(|at| !at.is_empty());
        let place: Vec<_> = line.into_iter().chain(at).collect();
        format!("{}: {said}", place.join(", "))
    }
}

impl Process {
    /// Everything that is wrong with the process, in the order of the file.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = self.whole();
        faults.extend(self.keys());
        faults.extend(self.doubles());
        let lost = self.lost_ends();
        for state in &self.states {
            faults.extend(Self::of_state(state));
            // Where a step names no state there is, nobody can tell what is reached.
            if lost.is_empty() {
                faults.extend(self.on_the_way(state));
            }
        }
        faults.extend(lost);
        for step in &self.steps {
            faults.extend(self.of_step(step));
        }
        faults
    }

    /// Keys stand in addresses, on diagrams and in the database.
    fn keys(&self) -> Vec<Fault> {
        let states = self.states.iter().map(|state| &state.key);
        let steps = self.steps.iter().map(|step| &step.key);
        let all = [&self.key, &self.version]
            .into_iter()
            .chain(states)
            .chain(steps);
        let is_plain = |key: &str| {
            let mut letters = key.bytes();
            !key.is_empty()
                && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
        };
        let wrong = all.filter(|key| key.len() > KEY_LETTERS_MAX || !is_plain(key));
        let fault = |key: &String| {
            Fault::new(
                key,
                format!(
                    "khóa “{key}” không dùng được; chỉ chữ cái không dấu, chữ số và gạch nối, không để trống, nhiều nhất {KEY_LETTERS_MAX} ký tự"
                ),
                format!(
                    "the key “{key}” cannot be used; only letters, digits and hyphens, at most {KEY_LETTERS_MAX}"
                ),
            )
        };
        wrong.map(fault).collect()
    }

    /// Steps that lead from or to a state there is not.
    fn lost_ends(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for step in &self.steps {
            let ends = step.from.iter().chain([&step.to]);
            for key in ends.filter(|key| self.state(key).is_none()) {
                faults.push(Fault::new(
                    &step.key,
                    format!("không có trạng thái {key}; sửa from hoặc to, hoặc thêm [[state]] có key = \"{key}\""),
                    format!("there is no state {key}; mend from or to, or add it"),
                ));
            }
        }
        faults
    }

    fn whole(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.to.is_some_and(|to| to < self.from) {
            faults.push(Fault::new(
                &self.key,
                "ngày hết hiệu lực (to) trước ngày có hiệu lực (from)",
                "the last day (to) is before the first (from)",
            ));
        }
        if self.start().is_none() {
            faults.push(Fault::new(
                &self.key,
                "không có trạng thái nào của đề án; thêm ít nhất một trạng thái có phase khác before",
                "no state of a project; add one whose phase is not before",
            ));
        }
        for wanted in Move::ALL {
            if !self.steps.iter().any(|step| step.is == Some(wanted)) {
                let code = wanted.code();
                faults.push(Fault::new(
                    &self.key,
                    format!("thiếu bước có is = \"{code}\" ({})", wanted.name(Lang::Vi)),
                    format!("no step with is = \"{code}\" ({})", wanted.name(Lang::En)),
                ));
            }
        }
        faults
    }

    fn doubles(&self) -> Vec<Fault> {
        let states = self.states.iter().map(|state| &state.key);
        let steps = self.steps.iter().map(|step| &step.key);
        let double = |key: &String| {
            Fault::new(
                key,
                "khóa này dùng hai lần; mỗi trạng thái và mỗi bước một khóa riêng",
                "the key is used twice; each state and each step needs its own",
            )
        };
        let mut seen = BTreeSet::new();
        let mut faults: Vec<_> = states
            .filter(|key| !seen.insert(*key))
            .map(double)
            .collect();
        let mut seen = BTreeSet::new();
        faults.extend(steps.filter(|key| !seen.insert(*key)).map(double));
        faults
    }

    fn of_state(state: &State) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Some(Deadline::WorkingDays(0)) = state.deadline {
            faults.push(Fault::new(
                &state.key,
                "thời hạn (deadline) phải từ 1 ngày làm việc; không có thời hạn thì bỏ khóa deadline",
                "the deadline must be at least 1 working day; leave the key out where there is none",
            ));
        }
        let Phase::Of(status) = state.phase else {
            return faults;
        };
        if state.holders.is_empty() && !status.is_final() {
            faults.push(Fault::new(
                &state.key,
                "chưa ghi ai đang giữ (holders)",
                "nobody holds it (holders)",
            ));
        }
        if status == Status::Reported {
            faults.push(Fault::new(
                &state.key,
                "phase reported chỉ dành cho số liệu công bố đã có; hãy chọn phase khác",
                "the phase reported is for published figures only; choose another",
            ));
        }
        faults
    }

    /// Whether a project comes to a state and on from it.
    fn on_the_way(&self, state: &State) -> Vec<Fault> {
        let Phase::Of(status) = state.phase else {
            return Vec::new();
        };
        let stuck = self.stuck(state, status);
        self.unreached(state).into_iter().chain(stuck).collect()
    }

    /// A state that no project comes to.
    fn unreached(&self, state: &State) -> Option<Fault> {
        let start = self.start()?;
        if self.reached_from(&start.key).contains(state.key.as_str()) {
            return None;
        }
        let is_end = self.steps.iter().any(|step| step.to == state.key);
        let (vi, en) = if is_end {
            (
                format!(
                    "không đi đến được từ trạng thái đầu ({}); nối thêm bước hoặc bỏ trạng thái này",
                    start.key
                ),
                format!("it cannot be reached from the first state ({})", start.key),
            )
        } else {
            (
                "không bước nào dẫn đến trạng thái này; thêm bước có to là trạng thái này, hoặc bỏ nó"
                    .to_owned(),
                "no step leads to this state".to_owned(),
            )
        };
        Some(Fault::new(&state.key, vi, en))
    }

    /// A state from which no project comes to an end.
    fn stuck(&self, state: &State, status: Status) -> Option<Fault> {
        let reached = self.reached_from(&state.key);
        let ends = self.states.iter().filter(|state| state.is_final());
        let is_open = ends
            .into_iter()
            .any(|end| reached.contains(end.key.as_str()));
        if status.is_final() || is_open {
            return None;
        }
        Some(Fault::new(
            &state.key,
            "đề án đến đây thì mắc lại: không có đường nào dẫn tới trạng thái kết thúc; thêm bước đi tiếp",
            "a project would be stuck here: no way leads to an end; add a step that leads on",
        ))
    }

    fn of_step(&self, step: &Step) -> Vec<Fault> {
        let mut faults = Vec::new();
        if step.from.is_empty() || step.who.is_empty() {
            faults.push(Fault::new(
                &step.key,
                "thiếu from (đi từ trạng thái nào) hoặc who (ai làm)",
                "from (which states) or who (which roles) is missing",
            ));
        }
        faults.extend(Self::rights(step));
        faults.extend(self.of_moves(step));
        faults
    }

    /// A process names who; it cannot give a right that the permission matrix withholds.
    fn rights(step: &Step) -> Vec<Fault> {
        let without = |role: &&crate::identity::Role| !step.action.is_of(**role);
        let faults = step.who.iter().filter(without).map(|role| {
            Fault::new(
                &step.key,
                format!(
                    "vai trò “{}” không có quyền {}; bỏ vai trò này hoặc chọn quyền khác",
                    role.name(Lang::Vi),
                    step.action.code()
                ),
                format!(
                    "the role “{}” does not hold the right {}; take it out or name another right",
                    role.name(Lang::En),
                    step.action.code()
                ),
            )
        });
        let mut faults: Vec<_> = faults.collect();
        if let Some(made) = step.is
            && made.action() != step.action
        {
            let code = made.action().code();
            faults.push(Fault::new(
                &step.key,
                format!("bước này phải dùng quyền {code}"),
                format!("this step must name the right {code}"),
            ));
        }
        faults
    }
}
