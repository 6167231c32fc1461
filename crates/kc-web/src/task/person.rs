//! What whoever manages people does in the place of somebody who cannot: where letters go, and
//! delegations of people who have left.

use super::delegations::{is_open, table};
use super::reminders::fields;
use crate::identity::people::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Offer, PostButton};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part, RecordPage, SmallForm};
use crate::kernel::shell::Shell;
use crate::kernel::visit::Visit;
use kc_app::identity::delegation::{self, Named};
use kc_app::identity::people::{self, PersonCard};
use kc_app::kernel::Done;
use kc_app::task::settings::{self, Reminder};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DelegationId, UserId};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /people/{person}/absence`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (cx, id) = (visit.cx(), person(visit)?);
    let card = people::show(&cx, id)?;
    let kept = settings::show_of(&cx, id)?;
    let given = delegation::list_of(&cx, id)?;
    Reply::page(&RecordPage {
        shell: frame(visit, &card),
        tabs: None,
        parts: [letters(visit, id, &kept), absences(visit, id, &given)].concat(),
    })
}

fn person(visit: &Visit<'_>) -> Done<UserId> {
    visit.id("person", UserId::parse)
}

/// The address of the page.
fn address(id: UserId) -> String {
    format!("{}/absence", url(id))
}

fn frame(visit: &Visit<'_>, card: &PersonCard) -> Shell {
    let lang = visit.lang();
    let title = lang.t("Nhắc việc và người làm thay", "Reminders and deputies");
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Người dùng", "People"), "/people"),
        crumb(&card.person.full_name, url(card.person.id)),
    ];
    shell
}

fn letters(visit: &Visit<'_>, id: UserId, kept: &Reminder) -> Vec<Part> {
    let lang = visit.lang();
    let mut parts = vec![
        Part::Heading(lang.t("Thư nhắc việc", "Letters").to_owned()),
        Part::Facts(Facts {
            lang,
            facts: facts(lang, kept),
        }),
    ];
    if visit.cx().may(Action::ManagePeople) {
        let address = kept.address.as_deref().unwrap_or_default();
        let label = lang.t("Lưu địa chỉ", "Save the address");
        parts.push(Part::Form(SmallForm {
            fields: fields(lang, address, kept.is_daily),
            button: PostButton::new(format!("{}/letters", url(id)), visit.csrf(), label),
            with_files: false,
        }));
    }
    parts
}

fn facts(lang: Lang, kept: &Reminder) -> Vec<Fact> {
    let daily = if kept.is_daily {
        lang.t("Có, mỗi ngày làm việc", "Yes, each working day")
    } else {
        lang.t("Không", "No")
    };
    let address = kept.address.as_deref().unwrap_or_default();
    let mut facts = vec![
        Fact::text(lang.t("Địa chỉ thư", "Mail address"), address),
        Fact::text(lang.t("Nhận thư hằng ngày", "Daily letter"), daily),
    ];
    if let Some(changed) = &kept.changed {
        let said = format!("{}, {}", changed.name, show_date(changed.at.day()));
        facts.push(Fact::text(lang.t("Đặt gần nhất", "Last set by"), said));
    }
    facts
}

fn absences(visit: &Visit<'_>, id: UserId, given: &[Named]) -> Vec<Part> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let heading = lang.t("Thay nhau khi vắng", "Standing in").to_owned();
    if given.is_empty() {
        let text = lang.t(
            "Người này chưa nhờ ai và chưa thay ai.",
            "This person has neither asked anybody nor stood in.",
        );
        return vec![Part::Heading(heading), Part::Text(text.to_owned())];
    }
    let mut parts = vec![
        Part::Heading(heading),
        Part::Table(table(lang, given, cx.today())),
    ];
    let open = given.iter().filter(|named| is_open(named, cx.today()));
    let offers: Vec<_> = open.map(|named| ending(visit, id, named)).collect();
    if cx.may(Action::ManagePeople) && !offers.is_empty() {
        parts.push(Part::Offers(offers));
    }
    parts
}

fn ending(visit: &Visit<'_>, id: UserId, named: &Named) -> Offer {
    let label = match visit.lang() {
        Lang::Vi => format!("Thu lại: {} thay {}", named.deputy, named.person),
        Lang::En => format!("Revoke: {} for {}", named.deputy, named.person),
    };
    let given = named.delegation.id;
    let path = format!("{}/delegations/{given}/revocation", url(id));
    let button = PostButton::new(path, visit.csrf(), &label);
    Offer::post(button.dangerous().confirm(label))
}

/// `POST /people/{person}/letters`
pub fn save(visit: &Visit<'_>) -> Answer {
    let (lang, cx, id) = (visit.lang(), visit.cx(), person(visit)?);
    let (typed, is_daily) = (visit.form("address"), visit.form("daily") == "yes");
    match settings::set_address_of(&cx, id, typed, is_daily) {
        Ok(()) => Reply::see_other(address(id), lang.t("Đã lưu địa chỉ.", "Saved.")),
        Err(failure) => {
            let shell = frame(visit, &people::show(&cx, id)?);
            let action = format!("{}/letters", url(id));
            FormPage::new(shell, action, fields(lang, typed, is_daily))
                .buttons(lang.t("Lưu địa chỉ", "Save the address"), address(id))
                .come_back(failure)
        }
    }
}

/// `POST /people/{person}/delegations/{delegation}/revocation`
pub fn revoke(visit: &Visit<'_>) -> Answer {
    delegation::revoke(&visit.cx(), visit.id("delegation", DelegationId::parse)?)?;
    let notice = visit.lang().t(
        "Đã thu lại; hai người đều thấy ai đã thu.",
        "Revoked; both people see by whom.",
    );
    Reply::see_other(address(person(visit)?), notice)
}
