//! What is wrong with a process file, so that a province can mend it before it is put into force.

use super::{Move, Phase, Process, State, Status, Step};
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
        let Phase::Of(status) = state.phase else {
            return faults;
        };
        let is_start = self.start().is_some_and(|start| start.key == state.key);
        if !is_start && !self.steps.iter().any(|step| step.to == state.key) {
            faults.push(Fault::new(
                &state.key,
                "không bước nào dẫn đến trạng thái này",
                "no step leads to this state",
            ));
        }
        let leads_on = self.steps_from(&state.key).next().is_some();
        if !leads_on && !status.is_final() {
            faults.push(Fault::new(
                &state.key,
                "đề án đến đây thì mắc lại: không bước nào dẫn đi tiếp và trạng thái không phải kết thúc",
                "a project would be stuck here: no step leads on and the state is not an end",
            ));
        }
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
        faults.extend(self.phases(step));
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

    /// A move that others know must end where they expect it, and only it may cross into approval.
    fn phases(&self, step: &Step) -> Option<Fault> {
        let to = self.state(&step.to)?.phase.status();
        if let Some(made) = step.is
            && to != Some(made.leads_to())
        {
            let code = made.leads_to().code();
            return Some(Fault::new(
                &step.key,
                format!(
                    "is = \"{}\" phải dẫn đến trạng thái có phase {code}",
                    made.code()
                ),
                format!(
                    "is = \"{}\" must lead to a state of phase {code}",
                    made.code()
                ),
            ));
        }
        let missing = step.is.and_then(Move::guard);
        let missing = missing.filter(|guard| !step.guards.contains(guard))?;
        Some(Fault::new(
            &step.key,
            format!("thiếu điều kiện (guards) \"{}\"", missing.code()),
            format!("the guard \"{}\" is missing", missing.code()),
        ))
    }
}
