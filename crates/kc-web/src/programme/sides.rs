//! The sides of a programme or plan: its facts, and what other words keep about it.

use crate::kernel::components::{Tab, Tabs};
use crate::kernel::visit::Visit;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;

/// One side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What is known of it.
    Facts,
    /// Its projects; for plans.
    Projects,
    /// What decisions made of it; for plans.
    Decisions,
    /// Its targets and results.
    Indicators,
    /// What was published about it.
    Statements,
    /// Who did what to it.
    History,
}

impl Side {
    /// The side of the record's own page that `?tab=` names.
    pub fn of_tab(tab: &str) -> Self {
        match tab {
            "projects" => Self::Projects,
            "decisions" => Self::Decisions,
            "history" => Self::History,
            _ => Self::Facts,
        }
    }
}

/// The sides this person may open, the current one marked.
pub fn tabs(visit: &Visit<'_>, frame: Frame, name: &str, current: Side) -> Tabs {
    let cx = visit.cx();
    let shown = sides(visit.lang(), frame)
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

/// Each side with the right it needs, its name and its address.
fn sides(lang: Lang, frame: Frame) -> Vec<(Side, Option<Action>, &'static str, String)> {
    let word = frame.word();
    let own = format!("/{word}s/{frame}");
    let mut sides = vec![
        (
            Side::Facts,
            None,
            lang.t("Tổng quan", "Overview"),
            own.clone(),
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
        (
            Side::History,
            None,
            lang.t("Lịch sử", "History"),
            format!("{own}?tab=history"),
        ),
    ];
    if let Frame::Plan(_) = frame {
        let projects = (
            Side::Projects,
            None,
            lang.t("Đề án", "Projects"),
            format!("{own}?tab=projects"),
        );
        let decisions = (
            Side::Decisions,
            Some(Action::ReadDecisions),
            lang.t("Kế hoạch theo quyết định", "By decisions"),
            format!("{own}?tab=decisions"),
        );
        sides.insert(1, projects);
        sides.insert(2, decisions);
    }
    sides
}
