//! What a step may do between two states: the moves of the law, their guards, and what follows for
//! the money, so that no process leads around them.

use super::{Effect, Fault, Guard, Move, Process, Status, Step};

impl Process {
    /// Everything wrong with a step as a move between what its states count as.
    pub(super) fn of_moves(&self, step: &Step) -> Vec<Fault> {
        let Some(to) = self.state(&step.to).and_then(|state| state.phase.status()) else {
            return Vec::new();
        };
        let mut faults = Vec::new();
        match step.is {
            Some(made) => {
                faults.extend(wrong_end(step, made, to));
                faults.extend(self.wrong_start(step, made));
                faults.extend(self.doubled(step, made));
            }
            None => faults.extend(self.unnamed(step, to)),
        }
        faults.extend(wrong_effects(step, to));
        faults.extend(missing_guards(step, to));
        faults
    }

    /// What the states a step leads from count as.
    fn starts(&self, step: &Step) -> Vec<Status> {
        let from = step.from.iter().filter_map(|key| self.state(key));
        from.filter_map(|state| state.phase.status()).collect()
    }

    fn wrong_start(&self, step: &Step, made: Move) -> Option<Fault> {
        let allowed = made.leads_from();
        let starts = self.starts(step);
        let wrong = starts
            .into_iter()
            .find(|status| !allowed.contains(status))?;
        let codes: Vec<_> = allowed.iter().map(|status| status.code()).collect();
        let (made, wrong, codes) = (made.code(), wrong.code(), codes.join(", "));
        Some(Fault::new(
            &step.key,
            format!(
                "is = \"{made}\" không đi từ trạng thái có phase {wrong}; chỉ từ phase {codes}"
            ),
            format!("is = \"{made}\" does not lead from phase {wrong}; only from {codes}"),
        ))
    }

    /// Two steps that make the same move from one state: nobody could tell which is meant.
    fn doubled(&self, step: &Step, made: Move) -> Option<Fault> {
        let before = self.steps.iter().take_while(|other| other.key != step.key);
        let mut same = before.filter(|other| other.is == Some(made));
        let other = same.find(|other| other.from.iter().any(|from| step.leads_from(from)))?;
        let made = made.code();
        Some(Fault::new(
            &step.key,
            format!(
                "is = \"{made}\" đã có ở bước {} từ cùng trạng thái; giữ một bước, hoặc tách from",
                other.key
            ),
            format!(
                "is = \"{made}\" is made by {} from the same state; keep one",
                other.key
            ),
        ))
    }

    /// A step that changes what a project counts as is a move of the law and says which, so that
    /// nothing leads around a decision, a contract or an acceptance.
    fn unnamed(&self, step: &Step, to: Status) -> Option<Fault> {
        let changes = self.starts(step).into_iter().any(|from| from != to);
        let made = Move::ALL.into_iter().find(|made| made.leads_to() == to)?;
        if !changes || matches!(to, Status::Withdrawn | Status::Stopped) {
            return None;
        }
        let (code, made) = (to.code(), made.code());
        Some(Fault::new(
            &step.key,
            format!("bước này đưa đề án sang phase {code} nên phải có is = \"{made}\""),
            format!("it brings a project to phase {code} and must say is = \"{made}\""),
        ))
    }
}

fn wrong_end(step: &Step, made: Move, to: Status) -> Option<Fault> {
    let wanted = made.leads_to();
    if to == wanted {
        return None;
    }
    let (made, code) = (made.code(), wanted.code());
    Some(Fault::new(
        &step.key,
        format!("is = \"{made}\" phải dẫn đến trạng thái có phase {code}"),
        format!("is = \"{made}\" must lead to a state of phase {code}"),
    ))
}

/// A step does to the money what its end asks for, and nothing else.
fn wrong_effects(step: &Step, to: Status) -> Option<Fault> {
    let due = Effect::due(to);
    if step.effects.iter().copied().eq(due) {
        return None;
    }
    let code = to.code();
    let (vi, en) = match due {
        Some(effect) => {
            let effect = effect.code();
            (
                format!("bước dẫn đến phase {code} phải ghi đúng effects = [\"{effect}\"]"),
                format!("a step to phase {code} must say effects = [\"{effect}\"]"),
            )
        }
        None => (
            format!("bước dẫn đến phase {code} không có hệ quả về tiền; bỏ effects"),
            format!("a step to phase {code} moves no money; take effects out"),
        ),
    };
    Some(Fault::new(&step.key, vi, en))
}

/// The guards the move cannot do without; what moves money says why.
fn missing_guards(step: &Step, to: Status) -> Vec<Fault> {
    let of_move = step.is.map_or(&[][..], Move::guards).iter().copied();
    let of_effect = Effect::due(to).map(|_| Guard::Reason);
    let mut needed: Vec<_> = of_move.chain(of_effect).collect();
    needed.sort_unstable();
    needed.dedup();
    let missing = needed
        .into_iter()
        .filter(|guard| !step.guards.contains(guard));
    let faults = missing.map(|guard| {
        Fault::new(
            &step.key,
            format!("thiếu điều kiện (guards) \"{}\"", guard.code()),
            format!("the guard \"{}\" is missing", guard.code()),
        )
    });
    faults.collect()
}
