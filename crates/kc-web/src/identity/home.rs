//! The first page: what waits for this person.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::Empty;
use crate::kernel::frame;
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::visit::Visit;

/// `GET /`
pub fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let empty = Empty {
        title: lang
            .t("Chưa có việc nào chờ bạn", "Nothing waits for you")
            .to_owned(),
        text: lang
            .t(
                "Việc cần làm, hạn và kinh phí của kế hoạch hiện ở đây khi có.",
                "Work, deadlines and the plan's money appear here.",
            )
            .to_owned(),
        action: None,
    };
    let shell = frame::shell(visit, lang.t("Việc cần làm", "My work"));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts: vec![Part::Empty(empty)],
    })
}
