//! What an administrator does about people: invite, give and end roles, close, open, renew.

use super::{forms, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Offer};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part, RecordPage};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::identity::{invite, people, role};
use kc_app::kernel::Done;
use kc_domain::kernel::id::{AssignmentId, UserId};

/// `GET /people/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    invitation_form(visit, &Query::default()).show()
}

/// `POST /people`: answers the page with the link; the link is shown this once.
pub fn invite(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    match invite::invite(&cx, form.get("sign_in"), form.get("full_name")) {
        Ok((id, secret)) => show_link(visit, id, &secret),
        Err(failure) => invitation_form(visit, form).come_back(failure),
    }
}

/// `POST /people/{person}/invitation`: answers the page with a new link.
pub fn renew_link(visit: &Visit<'_>) -> Answer {
    let id = person(visit)?;
    let secret = invite::renew(&visit.cx(), id)?;
    show_link(visit, id, &secret)
}

/// `POST /people/{person}/roles`
pub fn give_role(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let id = people::show(&cx, person(visit)?)?.person.id;
    let done = forms::read_role(&cx, form).and_then(|new| role::give(&cx, id, new));
    match done {
        Ok(_) => Reply::see_other(url(id), visit.lang().t("Đã giao vai trò.", "Given.")),
        Err(failure) => role_form(visit, id, form)?.come_back(failure),
    }
}

/// `POST /people/{person}/roles/{role}/end`
pub fn end_role(visit: &Visit<'_>) -> Answer {
    let id = person(visit)?;
    role::end(&visit.cx(), id, visit.id("role", AssignmentId::parse)?)?;
    Reply::see_other(url(id), visit.lang().t("Đã kết thúc vai trò.", "Ended."))
}

/// `POST /people/{person}/closure`
pub fn close(visit: &Visit<'_>) -> Answer {
    let id = person(visit)?;
    people::set_closed(&visit.cx(), id, true)?;
    Reply::see_other(url(id), visit.lang().t("Đã khóa tài khoản.", "Closed."))
}

/// `POST /people/{person}/opening`
pub fn open(visit: &Visit<'_>) -> Answer {
    let id = person(visit)?;
    people::set_closed(&visit.cx(), id, false)?;
    Reply::see_other(
        url(id),
        visit.lang().t("Đã mở lại tài khoản.", "Open again."),
    )
}

fn person(visit: &Visit<'_>) -> Done<UserId> {
    visit.id("person", UserId::parse)
}

fn invitation_form(visit: &Visit<'_>, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Mời người dùng", "Invite somebody"));
    shell.crumbs = vec![crumb(lang.t("Người dùng", "People"), "/people")];
    FormPage::new(shell, "/people", forms::invitation(lang, form))
        .intro(lang.t(
            "Người được mời tự đặt mật khẩu bằng một liên kết dùng một lần, có hạn ba ngày.",
            "Whoever is invited sets a password by a link that works once, within three days.",
        ))
        .buttons(lang.t("Tạo liên kết mời", "Make the link"), "/people")
}

fn role_form(visit: &Visit<'_>, id: UserId, form: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Giao vai trò", "Give a role"));
    shell.crumbs = vec![crumb(lang.t("Người dùng", "People"), "/people")];
    let action = format!("{}/roles", url(id));
    let page = FormPage::new(shell, action, forms::role(&visit.cx(), form)?);
    Ok(page.buttons(lang.t("Giao vai trò", "Give the role"), url(id)))
}

fn show_link(visit: &Visit<'_>, id: UserId, secret: &str) -> Answer {
    let lang = visit.lang();
    let card = people::show(&visit.cx(), id)?;
    let mut shell = shell(visit, lang.t("Liên kết dùng một lần", "One-time link"));
    shell.crumbs = vec![
        crumb(lang.t("Người dùng", "People"), "/people"),
        crumb(&card.person.full_name, url(id)),
    ];
    let address = visit.full_address(&format!("/invitations/{secret}"));
    let facts = vec![
        Fact::text(lang.t("Gửi cho", "For"), &card.person.full_name),
        Fact::link(lang.t("Liên kết", "Link"), &address, &address)
            .note(lang.t("Hết hạn sau ba ngày.", "Good for three days.")),
    ];
    let next = Offer::open(
        lang.t("Xong, sang trang người dùng", "Done, go to the person"),
        url(id),
    );
    let text = lang.t(
        "Chép liên kết này và gửi tận tay. Rời trang này là không xem lại được.",
        "Copy the link and hand it over. It cannot be shown again after this page.",
    );
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts: vec![
            Part::Text(text.to_owned()),
            Part::Facts(Facts { lang, facts }),
            Part::Offers(vec![next]),
        ],
    })
}
