//! Targets and results of programmes and plans, and how they stand to each other.

mod overview;
mod plan_lines;
pub mod result;
pub mod target;
pub mod withdraw;

pub use overview::{Overview, Progress, Visits, overview};
pub use plan_lines::plan_lines;

use crate::kernel::{Cx, Done, Failure};
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::Action;
use kc_domain::programme::frame::{Frame, FrameHead};

/// The programme or plan a figure belongs to, as its recorder sees it.
fn head(cx: &Cx<'_>, frame: Frame) -> Done<FrameHead> {
    cx.scope(Action::ReadIndicators)?;
    crate::programme::frame::show(cx, frame)
}

/// What is measured, in words.
fn name(typed: &str) -> Done<String> {
    let name = clean(typed);
    if name.is_empty() {
        let (vi, en) = ("Ghi tên chỉ tiêu.", "Say what is measured.");
        return Err(Failure::invalid("indicator", vi, en));
    }
    Ok(name)
}

/// Reads a figure as printed; a wrong one is said at its field.
fn figure(printed: &str) -> Done<(String, Figure)> {
    let printed = clean(printed);
    match Figure::parse(&printed) {
        Ok(figure) => Ok((printed, figure)),
        Err(refusal) => {
            let say = |lang| format!("“{printed}”: {}.", refusal.say(lang));
            Err(Failure::invalid("figure", say(Lang::Vi), say(Lang::En)))
        }
    }
}
