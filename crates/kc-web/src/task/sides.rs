//! The sides of the first page.

use crate::kernel::components::{Tab, Tabs};
use crate::kernel::visit::Visit;
use kc_domain::policy::Action;

/// The sides this person may open.
pub(super) fn tabs(visit: &Visit<'_>) -> Tabs {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sides = [
        (None, lang.t("Việc chờ", "What waits"), "/"),
        (None, lang.t("Lịch", "Calendar"), "/calendar"),
        (
            Some(Action::AppraiseProject),
            lang.t("Trễ hạn, bị trả lại", "Late and returned"),
            "/late",
        ),
        (
            Some(Action::Delegate),
            lang.t("Thay nhau khi vắng", "Standing in"),
            "/delegations",
        ),
        (None, lang.t("Nhắc việc", "Reminders"), "/reminders"),
    ];
    let shown = sides
        .into_iter()
        .filter(|(action, ..)| action.is_none_or(|action| cx.may(action)));
    let tabs = shown.map(|(_, label, url)| Tab {
        label: label.to_owned(),
        url: url.to_owned(),
        current: visit.arrival.path == url,
        count: None,
    });
    Tabs {
        label: lang.t("Việc cần làm", "My work").to_owned(),
        tabs: tabs.collect(),
    }
}
