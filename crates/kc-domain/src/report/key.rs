//! The address of a cell: which row, which column.

use super::sources::SourceNode;
use crate::kernel::level::Level;
use crate::ledger::{Source, Stage};
use std::fmt;

/// A row of a report: which projects, or which money, it counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKey {
    /// Everything.
    Total,
    /// Projects of a content group; `None` for those in none.
    Group(Option<String>),
    /// Projects of a level; `None` for those of no stated level.
    Level(Option<Level>),
    /// Projects in a status.
    Status(String),
    /// Money of a source.
    Source(SourceNode),
    /// Money that has reached a stage of the ledger.
    Stage(Stage),
}

/// What stands for a missing group or level in an address.
const NONE: &str = "none";

impl RowKey {
    /// Reads `group:1`, `level:none`, `total`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() || text == "total" {
            return Some(Self::Total);
        }
        let (kind, value) = text.split_once(':')?;
        let named = (value != NONE).then_some(value);
        match kind {
            "group" if !value.is_empty() => Some(Self::Group(named.map(str::to_owned))),
            "level" => match named {
                None => Some(Self::Level(None)),
                Some(code) => Level::from_code(code).map(|level| Self::Level(Some(level))),
            },
            "status" if !value.is_empty() => Some(Self::Status(value.to_owned())),
            "source" => SourceNode::from_code(value).map(Self::Source),
            "stage" => Stage::from_code(value).map(Self::Stage),
            _ => None,
        }
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Total => f.write_str("total"),
            Self::Group(key) => write!(f, "group:{}", key.as_deref().unwrap_or(NONE)),
            Self::Level(level) => write!(f, "level:{}", level.map_or(NONE, Level::code)),
            Self::Status(code) => write!(f, "status:{code}"),
            Self::Source(node) => write!(f, "source:{}", node.code()),
            Self::Stage(stage) => write!(f, "stage:{}", stage.code()),
        }
    }
}

/// A column of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Projects.
    Projects,
    /// All money.
    Total,
    /// State budget.
    Budget,
    /// Counterpart.
    Counterpart,
    /// Money of unstated source.
    Unstated,
    /// Workers trained.
    Workers,
    /// Turns of training.
    Turns,
}

impl Cell {
    /// Every column.
    pub const ALL: [Self; 7] = [
        Self::Projects,
        Self::Total,
        Self::Budget,
        Self::Counterpart,
        Self::Unstated,
        Self::Workers,
        Self::Turns,
    ];

    /// The code in addresses and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Total => "total",
            Self::Budget => "budget",
            Self::Counterpart => "counterpart",
            Self::Unstated => "unstated",
            Self::Workers => "workers",
            Self::Turns => "turns",
        }
    }

    /// The column of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cell| cell.code() == code)
    }

    /// Whether ledger entries stand behind it; projects otherwise.
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Self::Total | Self::Budget | Self::Counterpart | Self::Unstated
        )
    }

    /// Which sources the column counts; `None` for all of them.
    pub fn source(self) -> Option<SourceNode> {
        match self {
            Self::Budget => Some(SourceNode::State),
            Self::Counterpart => Some(SourceNode::Of(Source::Counterpart)),
            Self::Unstated => Some(SourceNode::Of(Source::Unstated)),
            Self::Projects | Self::Total | Self::Workers | Self::Turns => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_read_and_written_is_the_same_address() {
        for text in [
            "total",
            "group:1",
            "group:none",
            "level:national",
            "level:none",
            "status:approved",
            "source:state",
            "stage:paid",
        ] {
            assert_eq!(RowKey::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "group:",
            "level:city",
            "source:gold",
            "stage:moon",
            "nowhere",
            "x:y",
        ] {
            assert_eq!(RowKey::parse(text), None, "{text}");
        }
        assert_eq!(RowKey::parse(""), Some(RowKey::Total));
    }
}
