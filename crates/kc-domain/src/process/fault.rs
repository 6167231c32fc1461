//! What is wrong with a process file, so that a province can mend it before it is put into force.

use super::{Deadline, Move, Phase, Process, State, Status, Step};
use crate::kernel::text::{Lang, Text};
use std::collections::BTreeSet;

/// One fault, with the state or step it lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The key of the state or step; the key of the process for faults of the whole.
    pub at: String,
    /// What is wrong and what to do.
    pub text: Text,
}

impl Fault {
    /// A fault at a key.
    pub fn new(at: &str, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            at: at.to_owned(),
            text: Text::new(vi, en),
        }
    }

    /// One line: where, then what.
    pub fn say(&self, lang: Lang) -> String {
        format!("{}: {}", self.at, self.text.say(lang))
    }
}

impl Process {
    /// Everything that is wrong with the process, in the order of the file.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = self.whole();
        faults.extend(self.doubles());
        for state in &self.states {
            faults.extend(self.of_state(state));
        }
        for step in &self.steps {
            faults.extend(self.of_step(step));
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

    fn of_state(&self, state: &State) -> Vec<Fault> {
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
        faults.extend(self.unreached(state));
        faults.extend(self.stuck(state, status));
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
        let ends = step.from.iter().chain([&step.to]);
        for key in ends.filter(|key| self.state(key).is_none()) {
            faults.push(Fault::new(
                &step.key,
                format!("không có trạng thái {key}"),
                format!("there is no state {key}"),
            ));
        }
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
