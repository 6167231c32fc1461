//! Processes (quy trình) as data: the states of a đề án, the steps between them, who takes them,
//! on which papers and by when.
//!
//! One table drives the rule, the buttons, the diagram and the test that tries every step from
//! every state. It is read from a dated file; a province puts its own version into force without
//! code. What a file may contain, [`Process::faults`] says.

mod crossing;
mod deadline;
mod effect;
mod fault;
mod guard;
mod moves;
mod named;
pub mod refusal;
mod status;
mod walk;

pub use deadline::Deadline;
pub use effect::Effect;
pub use fault::Fault;
pub use guard::{Ask, Guard};
pub use moves::Move;
pub use status::Status;
pub use walk::in_force;

use crate::identity::Role;
use crate::kernel::level::Level;
use crate::kernel::text::{Lang, Text};
use crate::place::area::AreaPath;
use crate::policy::Action;
use chrono::NaiveDate;

/// How sure we are that the law or an act says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The text was read.
    Verified,
    /// Seen in practice, in letters and press.
    Practice,
    /// Not checked against a text.
    Unverified,
}

impl Evidence {
    /// Every grade.
    pub const ALL: [Self; 3] = [Self::Verified, Self::Practice, Self::Unverified];

    /// The name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Practice => "practice",
            Self::Unverified => "unverified",
        }
    }

    /// The grade of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.code() == code)
    }

    /// In words.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Verified => lang.t("đã đọc văn bản", "text read"),
            Self::Practice => lang.t("theo thực tế", "seen in practice"),
            Self::Unverified => lang.t("chưa kiểm chứng", "unverified"),
        }
    }
}

/// A process, one version of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// The key that all its versions share: `national`.
    pub key: String,
    /// The version: `2014`.
    pub version: String,
    /// Its name.
    pub name: Text,
    /// National or local projects.
    pub level: Level,
    /// Where it holds.
    pub area: AreaPath,
    /// The first day projects are registered under it.
    pub from: NaiveDate,
    /// The last day projects are registered under it.
    pub to: Option<NaiveDate>,
    /// The act it stands on.
    pub basis: String,
    /// What readers must know.
    pub note: Option<String>,
    /// The states, in the order of the way.
    pub states: Vec<State>,
    /// The steps, in the order pages offer them.
    pub steps: Vec<Step>,
}

/// A state of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The key, as diagrams show it: `N4`.
    pub key: String,
    /// The name the office uses.
    pub name: Text,
    /// The name those outside read.
    pub public: Text,
    /// What reports and rules of money count it as.
    pub phase: Phase,
    /// Whose turn it is.
    pub holders: Vec<Role>,
    /// By when it should be left.
    pub deadline: Option<Deadline>,
    /// How sure we are.
    pub evidence: Evidence,
}

/// What a state counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Happens before there is a project: surveys, guidance.
    Before,
    /// A state of a project.
    Of(Status),
}

impl Phase {
    /// The status of a project that stands there.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Before => None,
            Self::Of(status) => Some(status),
        }
    }
}

/// A step from some states to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The key, as the address of its form ends: `submission`.
    pub key: String,
    /// The words of the button.
    pub name: Text,
    /// Keys of the states it leads from.
    pub from: Vec<String>,
    /// Key of the state it leads to.
    pub to: String,
    /// The move that other words and the law know, where it is one.
    pub is: Option<Move>,
    /// Who takes it.
    pub who: Vec<Role>,
    /// The right it needs; the policy decides before the process does.
    pub action: Action,
    /// What must lie in the dossier.
    pub papers: Vec<Paper>,
    /// What must hold.
    pub guards: Vec<Guard>,
    /// What it does to the money.
    pub effects: Vec<Effect>,
    /// Whether it leaves the main way: returned, stopped, withdrawn.
    pub aside: bool,
    /// The rule behind it, where it has its own.
    pub basis: Option<String>,
}

/// A paper a step asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The key in the dossier: `request`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// How many sets.
    pub copies: u8,
}

impl Paper {
    /// Its name, with the number of sets where it is more than one.
    pub fn say(&self, lang: Lang) -> String {
        let name = self.name.say(lang);
        match (self.copies, lang) {
            (0 | 1, _) => name.to_owned(),
            (copies, Lang::Vi) => format!("{name} ({copies:02} bộ)"),
            (copies, Lang::En) => format!("{name} ({copies} sets)"),
        }
    }
}

/// Where a project stands in its process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which version of which process: `national/2014`. It never changes for a project.
    pub process: String,
    /// The state.
    pub state: String,
    /// The day it came there.
    pub since: NaiveDate,
}

#[cfg(test)]
mod tests;
