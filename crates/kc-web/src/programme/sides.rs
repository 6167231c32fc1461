//! The sides of a programme or plan: its facts, and what other words keep about it.

use crate::kernel::components::{Tab, Tabs};
use crate::kernel::visit::Visit;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;

/// One side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What is known of it.
    Facts,
    /// Its targets and results.
    Indicators,
    /// What was published about it.
    Statements,
}

/// The sides this person may open, the current one marked.
pub fn tabs(visit: &Visit<'_>, frame: Frame, name: &str, current: Side) -> Tabs {
    let lang = visit.lang();
    let (word, cx) = (frame.word(), visit.cx());
    let sides = [
        (
            Side::Facts,
            None,
            lang.t("Thông tin", "Facts"),
            format!("/{word}s/{frame}"),
        ),
        (
            Side::Indicators,
            Some(Action::ReadIndicators),
            lang.t("Chỉ tiêu và kết quả", "Targets and results"),
            format!("/indicators?frame={word}:{frame}"),
        ),
        (
            Side::Statements,
            Some(Action::ReadStatements),
            lang.t("Số liệu công bố", "Statements"),
            format!("/statements?frame={word}:{frame}"),
        ),
    ];
    let shown = sides
        .into_iter()
        .filter(|(_, needs, ..)| needs.is_none_or(|action| cx.may(action)));
    Tabs {
        label: name.to_owned(),
        tabs: shown
            .map(|(side, _, label, url)| Tab {
                label: label.to_owned(),
                url,
                current: side == current,
                count: None,
            })
            .collect(),
    }
}
