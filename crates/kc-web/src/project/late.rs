//! Taking a proposal in outside the registration round: the reason asked, and shown.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind, PostButton};
use crate::kernel::page::{Part, SmallForm};
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done};
use kc_app::project;
use kc_app::project::late::{admit, late};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::project::{Project, Status};

/// The field of the reason.
pub const REASON: &str = "late_reason";

/// The field for those who may take a proposal in late; nothing for others.
pub fn field(cx: &Cx<'_>) -> Option<Field> {
    let lang = cx.lang();
    let may = cx.may(Action::AdmitProject);
    may.then(|| {
        asked(lang)
            .hint(lang.t(
                "Chỉ khi đợt đăng ký của kế hoạch chưa mở hoặc đã đóng; lý do được ghi lại.",
                "Only outside the registration round of the plan; the reason is kept.",
            ))
            .optional()
    })
}

fn asked(lang: Lang) -> Field {
    let label = lang.t(
        "Lý do tiếp nhận ngoài đợt đăng ký",
        "Why it is taken in outside the round",
    );
    Field::new(lang, Kind::Few, REASON, label)
}

/// On the page of a project: that it was taken in late, or the form that takes it in.
pub(super) fn parts(visit: &Visit<'_>, of: &Project) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    if let Some(late) = late(&cx, of)? {
        let day = show_date(late.taken_at.day());
        let said = match lang {
            Lang::Vi => format!(
                "Tiếp nhận ngoài đợt đăng ký ngày {day}, {}: {}.",
                late.taken_by_name, late.reason
            ),
            Lang::En => format!(
                "Taken in late on {day} by {}: {}.",
                late.taken_by_name, late.reason
            ),
        };
        return Ok(vec![Part::Text(said)]);
    }
    let may = cx.may_on(Action::AdmitProject, &project::subject(of));
    let is_outside = of.status == Status::Registered && is_outside(&cx, of)?;
    if !may || !is_outside {
        return Ok(Vec::new());
    }
    let label = lang.t("Tiếp nhận ngoài đợt", "Take in late");
    let button = PostButton::new(format!("{}/late", url(of.id)), visit.csrf(), label);
    Ok(vec![Part::Form(SmallForm {
        fields: vec![asked(lang)],
        button,
        with_files: false,
    })])
}

fn is_outside(cx: &Cx<'_>, of: &Project) -> Done<bool> {
    let Some(id) = of.plan else { return Ok(false) };
    let plan = kc_app::plan::show(cx, id)?;
    Ok(plan.expect_open(cx.now()).is_err())
}

/// `POST /projects/{project}/late`
pub fn take_in(visit: &Visit<'_>) -> Answer {
    let id = visit.id("project", ProjectId::parse)?;
    admit(&visit.cx(), id, visit.form(REASON))?;
    Reply::see_other(
        url(id),
        visit
            .lang()
            .t("Đã tiếp nhận ngoài đợt đăng ký.", "Taken in late."),
    )
}
