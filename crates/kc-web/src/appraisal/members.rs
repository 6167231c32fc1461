//! Calling a member into a council.

use super::{crumbs, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::shell;
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::appraisal::council::{call, candidates};
use kc_app::appraisal::{members, show};
use kc_app::kernel::Done;
use kc_domain::appraisal::{Council, Post};
use kc_domain::kernel::id::{CouncilId, UserId};

/// `GET /appraisals/{council}/members/new`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let council = show(&visit.cx(), visit.id("council", CouncilId::parse)?)?;
    form(visit, &council, &Query::default())?.show()
}

/// `POST /appraisals/{council}/members`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let council = show(&cx, visit.id("council", CouncilId::parse)?)?;
    let typed = &visit.arrival.form;
    let mut reader = FormReader::new(typed);
    let person = reader.choice("person", UserId::parse);
    let post = reader.choice("post", Post::from_code);
    let done = reader.finish_with(|| person.zip(post));
    match done.and_then(|(person, post)| call(&cx, council.id, person, post)) {
        Ok(()) => Reply::see_other(
            url(council.id),
            visit
                .lang()
                .t("Đã mời thành viên.", "The member is called."),
        ),
        Err(failure) => form(visit, &council, typed)?.come_back(failure),
    }
}

fn form(visit: &Visit<'_>, council: &Council, typed: &Query) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let held = members(&cx, council.id)?;
    let free = candidates(&cx)?
        .into_iter()
        .filter(|one| !held.iter().any(|member| member.person == one.person))
        .map(|one| {
            let label = format!("{} – {}", one.name, one.organisation_name);
            Choice::new(one.person.to_string(), label)
        });
    let posts = Post::ALL.map(|post| Choice::new(post.code(), post.name(lang)));
    let post = match typed.get("post") {
        "" => Post::Member.code(),
        typed => typed,
    };
    let fields = vec![
        Field::new(
            lang,
            Kind::Select(free.collect()),
            "person",
            lang.t("Người", "Person"),
        )
        .value(typed.get("person"))
        .hint(lang.t(
            "Danh sách gồm người đang giữ vai trò “Thành viên hội đồng” trong địa bàn của bạn.",
            "Those who hold the role of a council member within your area.",
        )),
        Field::new(
            lang,
            Kind::Radio(posts.into()),
            "post",
            lang.t("Chức danh", "Post"),
        )
        .value(post),
    ];
    let mut shell = shell(visit, lang.t("Mời thành viên hội đồng", "Call a member"));
    shell.crumbs = crumbs(lang, council);
    let action = format!("{}/members", url(council.id));
    Ok(FormPage::new(shell, action, fields)
        .buttons(lang.t("Mời thành viên", "Call"), url(council.id)))
}
