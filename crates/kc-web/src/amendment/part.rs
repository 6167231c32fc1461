//! The side of a project's page that shows its changes and what can be asked.

use super::list::table;
use crate::kernel::components::{Empty, Offer};
use crate::kernel::page::Part;
use crate::kernel::visit::Visit;
use kc_app::amendment::{self, Filter};
use kc_app::kernel::{Done, ROWS_MAX, Window};
use kc_app::project::subject;
use kc_domain::amendment::AmendmentKind;
use kc_domain::policy::Action;
use kc_domain::project::{Project, Status};

/// The changes of a project, newest first under the open ones, and what this person may ask.
pub(crate) fn change_parts(visit: &Visit<'_>, project: &Project) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let filter = Filter {
        project: Some(project.id),
        is_open: false,
    };
    let held = amendment::list(&cx, &filter, Window::of_page(1, ROWS_MAX))?.rows;
    let mut parts = Vec::new();
    if held.is_empty() {
        let text = lang.t(
            "Sau khi phê duyệt, nội dung, thời gian, cơ sở thụ hưởng, địa điểm, kinh phí, nguồn chỉ thay đổi bằng đề nghị có lý do và quyết định.",
            "After its decision a project changes only by a request with a reason and a decision.",
        );
        parts.push(Part::Empty(Empty {
            title: lang.t("Chưa có thay đổi", "No changes").to_owned(),
            text: text.to_owned(),
            action: None,
        }));
    } else {
        parts.push(Part::Table(table(lang, &held, false)));
    }
    let is_open = matches!(project.status, Status::Approved | Status::Contracted);
    if is_open && cx.may_on(Action::RequestChange, &subject(project)) {
        parts.push(Part::Heading(
            lang.t("Đề nghị thay đổi", "Ask for a change").to_owned(),
        ));
        let offer = |kind: AmendmentKind| {
            let url = format!("/projects/{}/changes/new?kind={}", project.id, kind.code());
            Offer::open(kind.name(lang), url)
        };
        parts.push(Part::Offers(AmendmentKind::ALL.map(offer).into()));
    }
    let all = lang.t("Xem mọi đề nghị đang chờ", "See every open request");
    parts.push(Part::Offers(vec![Offer::open(all, "/changes")]));
    Ok(parts)
}
