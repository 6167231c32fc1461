//! Putting a process of the province into force: the text of its file, checked before it is kept.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::Failure;
use kc_app::process::adopt::adopt;
use kc_domain::identity::Actor;

/// `GET /processes/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    page(visit, &Query::default()).show()
}

/// `POST /processes`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let organisation = cx.actor().and_then(Actor::organisation);
    let organisation = organisation.ok_or(Failure::NotFound)?;
    match adopt(&cx, organisation, form.get("text")) {
        Ok(reference) => Reply::see_other(
            url(&reference),
            visit
                .lang()
                .t("Quy trình đã áp dụng.", "The process is in force."),
        ),
        Err(failure) => page(visit, form).come_back(failure),
    }
}

fn page(visit: &Visit<'_>, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let title = lang.t(
        "Áp dụng quy trình của tỉnh",
        "Adopt a process of the province",
    );
    let mut shell = shell(visit, title);
    shell.crumbs = vec![crumb(lang.t("Quy trình", "Processes"), "/processes")];
    let label = lang.t(
        "Nội dung tệp quy trình (TOML)",
        "Text of the process file (TOML)",
    );
    let field = Field::new(lang, Kind::Long, "text", label).hint(lang.t(
        "Dán toàn bộ tệp. Tệp được kiểm tra trước khi áp dụng; bản đã áp dụng không sửa, chỉ thay bằng bản mới.",
        "Paste the whole file. It is checked first; what is in force is never edited, only followed by a new version.",
    ));
    FormPage::new(shell, "/processes", vec![field.value(typed.get("text"))])
        .intro(lang.t(
            "Đề án địa phương đăng ký từ ngày có hiệu lực sẽ theo quy trình này.",
            "Local projects registered from its first day on will follow this process.",
        ))
        .buttons(
            lang.t("Kiểm tra và áp dụng", "Check and adopt"),
            "/processes",
        )
}
