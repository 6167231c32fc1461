//! The page of one person: account, roles, what can be done, history.

use super::{forms, list::state, url};
use crate::identity::organisation;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Column, Fact, Facts, Head, Offer, PostButton, Shape, Tag, Tone, Value,
};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, Part, RecordPage, SmallForm, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::identity::people::{self, PersonCard};
use kc_app::kernel::Done;
use kc_app::place::name_on;
use kc_domain::identity::Assignment;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /people/{person}`
pub fn show(visit: &Visit<'_>) -> Answer {
    let card = people::show(&visit.cx(), visit.id("person", UserId::parse)?)?;
    let lang = visit.lang();
    let mut shell = shell(visit, &card.person.full_name);
    shell.crumbs = vec![crumb(lang.t("Người dùng", "People"), "/people")];
    let mut parts = vec![
        Part::Facts(facts(lang, &card)),
        Part::Heading(lang.t("Vai trò", "Roles").to_owned()),
        roles(visit, &card),
    ];
    let label = lang.t("Nhắc việc, người làm thay", "Reminders, deputies");
    let beside = format!("{}/absence", url(card.person.id));
    parts.push(Part::Offers(vec![Offer::open(label, beside)]));
    if visit.cx().may(Action::ManagePeople) {
        parts.extend(management(visit, &card)?);
    }
    parts.push(Part::Heading(lang.t("Lịch sử", "History").to_owned()));
    parts.push(crate::audit::history_part(visit, card.person.id)?);
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(lang: Lang, card: &PersonCard) -> Facts {
    let facts = vec![
        Fact::text(
            lang.t("Tên đăng nhập", "Sign-in name"),
            &card.person.sign_in,
        ),
        Fact::new(
            lang.t("Tài khoản", "Account"),
            Value::Tag(state(lang, &card.person)),
        ),
        Fact::text(
            lang.t("Phiên đang mở", "Open sessions"),
            card.sessions.to_string(),
        ),
    ];
    Facts { lang, facts }
}

/// Every role ever held, as a table.
pub fn roles(visit: &Visit<'_>, card: &PersonCard) -> Part {
    let lang = visit.lang();
    if card.assignments.is_empty() {
        let text = lang.t(
            "Chưa có vai trò nào: người này đăng nhập được nhưng chưa thấy gì.",
            "No role yet: this person can sign in but sees nothing.",
        );
        return Part::Text(text.to_owned());
    }
    let columns = vec![
        Column::text(lang.t("Vai trò", "Role")),
        Column::text(lang.t("Tổ chức", "Organisation")),
        Column::text(lang.t("Địa bàn", "Area")),
        Column::text(lang.t("Thời hạn", "Period")),
        Column::text(lang.t("Hiệu lực", "In force")),
    ];
    let rows = card.assignments.iter().map(|given| row(visit, given));
    Part::Table(Table {
        lang,
        caption: lang.t("Vai trò", "Roles").to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    })
}

fn row(visit: &Visit<'_>, given: &Assignment) -> TableRow {
    let (lang, cx) = (visit.lang(), visit.cx());
    let place = kc_app::identity::organisation::show(&cx, given.organisation);
    let place = place.map_or(Cell::Unknown, |found| {
        Cell::link(&found.name, organisation::url(found.id))
    });
    let until = given.valid_to.map_or_else(
        || lang.t("không thời hạn", "without end").to_owned(),
        show_date,
    );
    let tag = if given.holds_on(cx.today()) {
        Tag::new(Shape::Full, Tone::Good, lang.t("Đang giữ", "Held"))
    } else {
        Tag::plain(lang.t("Không còn hoặc chưa", "Not now"))
    };
    let cells = vec![
        Cell::text(given.role.name(lang)),
        place,
        Cell::text(name_on(&given.area, given.valid_from, lang)),
        Cell::text(format!("{} – {until}", show_date(given.valid_from))),
        Cell::Tag(tag),
    ];
    TableRow::new("", cells)
}

fn management(visit: &Visit<'_>, card: &PersonCard) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let base = url(card.person.id);
    let button = |path: String, label: &str| PostButton::new(path, visit.csrf(), label);
    let mut offers: Vec<_> = card
        .assignments
        .iter()
        .filter(|given| given.holds_on(cx.today()))
        .map(|given| {
            let label = format!("{}: {}", lang.t("Kết thúc", "End"), given.role.name(lang));
            let path = format!("{base}/roles/{}/end", given.id);
            Offer::post(button(path, &label).dangerous().confirm(&label))
        })
        .collect();
    let link = lang.t("Cấp liên kết đặt mật khẩu mới", "Make a new link");
    offers.push(Offer::post(button(format!("{base}/invitation"), link)));
    offers.push(if card.person.closed {
        let open = lang.t("Mở lại tài khoản", "Open the account again");
        Offer::post(button(format!("{base}/opening"), open))
    } else {
        let close = lang.t("Khóa tài khoản", "Close the account");
        Offer::post(
            button(format!("{base}/closure"), close)
                .dangerous()
                .confirm(close),
        )
    });
    let give = button(
        format!("{base}/roles"),
        lang.t("Giao vai trò", "Give the role"),
    );
    Ok(vec![
        Part::Offers(offers),
        Part::Heading(lang.t("Giao vai trò", "Give a role").to_owned()),
        Part::Form(SmallForm {
            fields: forms::role(&cx, &Query::default())?,
            button: give,
            with_files: false,
        }),
    ])
}
