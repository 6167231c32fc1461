//! The parts pages are made of. Each is a plain struct that shows itself in a template:
//! a page holds a `Field` and writes `{{ field }}`; nobody copies markup.

mod tag;

pub use tag::{Shape, Tag, Tone};

/// Lets a component stand in a template as it is: it has already escaped what it holds.
macro_rules! component {
    ($($name:ident),+ $(,)?) => {
        $(impl askama::filters::HtmlSafe for $name {})+
    };
}
use component;
