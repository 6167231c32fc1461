//! How one wants to be reminded: the daily letter, the calendar on one's own phone.

use super::sides::tabs;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Fact, Facts, Field, Kind, Offer, PostButton, Shape, Tag, Tone, Value,
};
use crate::kernel::frame;
use crate::kernel::page::{FormPage, Part, RecordPage, SmallForm};
use crate::kernel::visit::Visit;
use kc_app::kernel::Failure;
use kc_app::task::feed;
use kc_app::task::settings::{self, Reminder};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;

/// `GET /reminders`
pub fn show(visit: &Visit<'_>) -> Answer {
    let kept = settings::show(&visit.cx())?;
    Reply::page(&RecordPage {
        shell: frame::shell(visit, title(visit.lang())),
        tabs: Some(tabs(visit)),
        parts: [letters(visit, &kept), calendar(visit, &kept)].concat(),
    })
}

fn title(lang: Lang) -> &'static str {
    lang.t("Nhắc việc", "Reminders")
}

fn letters(visit: &Visit<'_>, kept: &Reminder) -> Vec<Part> {
    let lang = visit.lang();
    let label = lang.t("Lưu", "Save");
    let address = kept.address.as_deref().unwrap_or_default();
    let mut parts = vec![
        Part::Heading(lang.t("Thư hằng ngày", "Daily letter").to_owned()),
        Part::Text(
            lang.t(
                "Mỗi sáng ngày làm việc, nếu có việc quá hạn, sắp đến hạn hoặc mới đến, bạn nhận một thư. Ngày nghỉ không gửi.",
                "On the morning of a working day you get one letter if something is overdue, soon due or new.",
            )
            .to_owned(),
        ),
    ];
    parts.extend(by_another(visit, kept).map(Part::Text));
    parts.push(Part::Form(SmallForm {
        fields: fields(lang, address, kept.is_daily),
        button: PostButton::new("/reminders", visit.csrf(), label),
        with_files: false,
    }));
    parts
}

/// Who set the address, where that was somebody else.
fn by_another(visit: &Visit<'_>, kept: &Reminder) -> Option<String> {
    let changed = kept.changed.as_ref()?;
    let (name, day) = (&changed.name, show_date(changed.at.day()));
    let is_own = visit.cx().user() == Some(changed.by);
    (!is_own).then(|| match visit.lang() {
        Lang::Vi => format!("{name} đã đặt địa chỉ này ngày {day}. Bạn đổi được bất cứ lúc nào."),
        Lang::En => format!("{name} set this address on {day}. You can change it at any time."),
    })
}

/// The fields of where letters go.
pub(super) fn fields(lang: Lang, address: &str, is_daily: bool) -> Vec<Field> {
    let ticked = if is_daily { "yes" } else { "" };
    vec![
        Field::text(
            lang,
            "address",
            lang.t("Địa chỉ thư điện tử", "Mail address"),
        )
        .example("lan.nguyen@haiphong.gov.vn")
        .autocomplete("email")
        .value(address),
        Field::new(
            lang,
            Kind::Checkbox,
            "daily",
            lang.t("Gửi thư nhắc việc hằng ngày", "Send the daily letter"),
        )
        .optional()
        .value(ticked),
    ]
}

fn calendar(visit: &Visit<'_>, kept: &Reminder) -> Vec<Part> {
    let lang = visit.lang();
    let tag = if kept.has_feed {
        Tag::new(Shape::Full, Tone::Good, lang.t("Đang dùng", "In use"))
    } else {
        Tag::plain(lang.t("Chưa có", "None"))
    };
    let label = if kept.has_feed {
        lang.t("Cấp địa chỉ mới", "Renew the address")
    } else {
        lang.t("Tạo địa chỉ lịch", "Make an address")
    };
    let mut offers = vec![Offer::post(PostButton::new(
        "/reminders/calendar",
        visit.csrf(),
        label,
    ))];
    if kept.has_feed {
        let end = lang.t("Thôi dùng địa chỉ này", "End the address");
        let button = PostButton::new("/reminders/calendar/end", visit.csrf(), end);
        offers.push(Offer::post(button.dangerous().confirm(end)));
    }
    vec![
        Part::Heading(lang.t("Lịch trên điện thoại, Outlook", "Calendar on your phone").to_owned()),
        Part::Text(
            lang.t(
                "Đăng ký địa chỉ lịch trong ứng dụng lịch của bạn để thấy các hạn. Ai có địa chỉ đều đọc được, nên giữ kín như mật khẩu; lỡ lộ thì cấp địa chỉ mới, địa chỉ cũ hết dùng ngay.",
                "Subscribe to this address in your own calendar to see the deadlines. Whoever has it can read them: keep it like a password. A new address ends the old one.",
            )
            .to_owned(),
        ),
        Part::Facts(Facts {
            lang,
            facts: vec![Fact::new(lang.t("Địa chỉ lịch", "Calendar address"), Value::Tag(tag))],
        }),
        Part::Offers(offers),
    ]
}

/// `POST /reminders`
pub fn save(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let (address, is_daily) = (visit.form("address"), visit.form("daily") == "yes");
    match settings::set_address(&visit.cx(), address, is_daily) {
        Ok(()) => Reply::see_other("/reminders", lang.t("Đã lưu.", "Saved.")),
        Err(failure) => {
            let shell = frame::shell(visit, title(lang));
            FormPage::new(shell, "/reminders", fields(lang, address, is_daily))
                .buttons(lang.t("Lưu", "Save"), "/reminders")
                .come_back(failure)
        }
    }
}

/// `POST /reminders/calendar`: makes a new address and shows it this once.
pub fn renew(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let feed = settings::renew_feed(&visit.cx())?;
    let address = visit.full_address(&format!("/calendar/{feed}.ics"));
    let fact = Fact::link(
        lang.t("Địa chỉ lịch", "Calendar address"),
        &address,
        &address,
    )
    .note(lang.t(
        "Sao chép địa chỉ của liên kết này vào ứng dụng lịch. Địa chỉ chỉ hiện lần này.",
        "Copy the address of this link into your calendar. It is shown this once.",
    ));
    Reply::page(&RecordPage {
        shell: frame::shell(visit, lang.t("Địa chỉ lịch mới", "New calendar address")),
        tabs: Some(tabs(visit)),
        parts: vec![Part::Facts(Facts {
            lang,
            facts: vec![fact],
        })],
    })
}

/// `POST /reminders/calendar/end`
pub fn end(visit: &Visit<'_>) -> Answer {
    settings::end_feed(&visit.cx())?;
    let notice = visit
        .lang()
        .t("Địa chỉ lịch đã hết dùng.", "The address has ended.");
    Reply::see_other("/reminders", notice)
}

/// `GET /calendar/{feed}`: whoever has the address need not sign in.
pub fn feed(visit: &Visit<'_>) -> Answer {
    let file = visit.arrival.parts.get("feed").map_or("", String::as_str);
    let secret = file.strip_suffix(".ics").ok_or(Failure::NotFound)?;
    Ok(Reply::File {
        name: "viec-can-lam.ics".to_owned(),
        content_type: "text/calendar; charset=utf-8",
        bytes: feed::feed(visit.app, secret)?.into_bytes(),
    })
}
