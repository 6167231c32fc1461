//! The yearly declaration of interests: one's own, or a colleague's taken over from paper.

use super::{crumbs, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind};
use crate::kernel::frame::shell;
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::appraisal::{self, declare};
use kc_app::kernel::{Done, Failure};
use kc_domain::appraisal::{Council, Member, Tie, TieKind};
use kc_domain::kernel::id::{CouncilId, UserId};
use kc_domain::kernel::text::Lang;

/// `GET /appraisals/{council}/declaration`, with `?person=`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (council, member) = whose(visit, visit.query("person"))?;
    let held = declare::declared(&visit.cx(), council.id, member.person)?;
    let ties = held.as_ref().map_or(&[][..], |held| &held.ties);
    let written = |kind: TieKind| {
        let ties = ties.iter().filter(|tie| tie.kind == kind);
        let lines = ties.map(|tie| tie.written.as_str()).collect::<Vec<_>>();
        (kind.code().to_owned(), lines.join("\n"))
    };
    let typed = Query(TieKind::ALL.map(written).into());
    form(visit, &council, &member, &typed).show()
}

/// `POST /appraisals/{council}/declaration`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let typed = &visit.arrival.form;
    let (council, member) = whose(visit, typed.get("person"))?;
    let ties = TieKind::ALL.into_iter().flat_map(|kind| {
        let lines = typed.get(kind.code()).lines();
        lines.map(move |line| Tie {
            kind,
            written: line.to_owned(),
        })
    });
    match declare::declare(&visit.cx(), council.id, member.person, ties.collect()) {
        Ok(()) => Reply::see_other(
            url(council.id),
            visit.lang().t(
                "Đã ghi bản kê khai; việc hồi tị đã được tính lại.",
                "The declaration is kept; recusals are computed again.",
            ),
        ),
        Err(failure) => form(visit, &council, &member, typed).come_back(failure),
    }
}

/// The council and the member the page is about: the reader, unless another is named.
fn whose(visit: &Visit<'_>, named: &str) -> Done<(Council, Member)> {
    let cx = visit.cx();
    let council = appraisal::show(&cx, visit.id("council", CouncilId::parse)?)?;
    let person = UserId::parse(named).or(cx.user());
    let members = appraisal::members(&cx, council.id)?;
    let member = members.into_iter().find(|held| Some(held.person) == person);
    Ok((council, member.ok_or(Failure::NotFound)?))
}

fn form(visit: &Visit<'_>, council: &Council, member: &Member, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut fields: Vec<_> = TieKind::ALL
        .into_iter()
        .map(|kind| {
            let field = Field::new(lang, Kind::Long, kind.code(), kind.name(lang));
            field
                .value(typed.get(kind.code()))
                .hint(hint(lang, kind))
                .optional()
        })
        .collect();
    let person = member.person.to_string();
    fields.push(Field::new(lang, Kind::Hidden, "person", "").value(person));
    let title = format!(
        "{} {}",
        lang.t("Kê khai lợi ích liên quan năm", "Interests of"),
        council.year
    );
    let mut shell = shell(visit, title);
    shell.crumbs = crumbs(lang, council);
    let action = format!("{}/declaration", url(council.id));
    let intro = match lang {
        Lang::Vi => format!(
            "{} ({}). Mỗi dòng một mục; để trống tất cả nếu không có liên quan. Bản kê khai dùng cho mọi hội đồng trong năm. \
             Hồi tị đã phát sinh thì không gỡ bỏ được, kể cả khi sửa bản kê khai.",
            member.name,
            member.post.name(lang)
        ),
        Lang::En => format!(
            "{} ({}). One thing a line; leave all empty when there is none. It holds for every council of the year. \
             A recusal that exists stays, whatever is declared later.",
            member.name,
            member.post.name(lang)
        ),
    };
    FormPage::new(shell, action, fields)
        .intro(intro)
        .buttons(lang.t("Ghi bản kê khai", "Declare"), url(council.id))
}

fn hint(lang: Lang, kind: TieKind) -> &'static str {
    match kind {
        TieKind::Establishment => lang.t(
            "Tên hoặc mã số thuế của cơ sở mình góp vốn, làm việc, có quan hệ làm ăn.",
            "Name or tax number of firms you hold a share in, work for or deal with.",
        ),
        TieKind::Person => lang.t(
            "Họ tên người thân là chủ hoặc người đại diện cơ sở.",
            "Full names of relatives who own or represent a firm.",
        ),
        TieKind::Address => lang.t(
            "Ví dụ: xã Mỹ Đồng, huyện Thủy Nguyên. Cần từ hai từ trở lên.",
            "For example: xã Mỹ Đồng, huyện Thủy Nguyên. At least two words.",
        ),
        TieKind::Unit => lang.t(
            "Tên tổ chức đề xuất hoặc thực hiện đề án mà mình có liên quan.",
            "Organisations that propose or carry out projects.",
        ),
    }
}
