//! The parts pages are made of. Each is a plain struct that shows itself in a template:
//! a page holds a `Field` and writes `{{ field }}`; nobody copies markup.

mod button;
mod empty;
mod facts;
mod field;
mod flow;
mod law;
mod money;
mod money_bar;
mod pager;
mod problems;
mod steps;
mod table;
mod tabs;
mod tag;
mod timeline;

#[cfg(test)]
mod tests;

pub use button::{Offer, PostButton};
pub use empty::Empty;
pub use facts::{Fact, Facts, Value};
pub use field::{Choice, Field, Kind};
pub use flow::{Arrow, Flow, Node};
pub use law::LawLink;
pub use money::Money;
pub use money_bar::{MoneyBar, Stage};
pub use pager::Pager;
pub use problems::{ErrorSummary, Problem, attach};
pub use steps::{Step, StepState, Steps};
pub use table::{Column, Columns, Direction, Head};
pub use tabs::{Tab, Tabs};
pub use tag::{Shape, Tag, Tone};
pub use timeline::{Event, Timeline};

/// Lets a component stand in a template as it is: it has already escaped what it holds.
macro_rules! component {
    ($($name:ident),+ $(,)?) => {
        $(impl askama::filters::HtmlSafe for $name {})+
    };
}
pub(crate) use component;
