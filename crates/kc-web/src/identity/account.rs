//! One's own account: password, sessions, tokens.

use super::sign_in::go_out;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Field, Kind, Offer, PostButton};
use crate::kernel::frame;
use crate::kernel::page::{FormPage, Part, RecordPage, SmallForm};
use crate::kernel::visit::Visit;
use kc_app::identity::people::{self, PersonCard};
use kc_app::identity::{password, session};
use kc_domain::identity::PASSWORD_CHARACTERS_MIN;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;

/// `GET /account`
pub fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let everywhere = PostButton::new(
        "/account/sign-out-everywhere",
        visit.csrf(),
        lang.t("Đăng xuất khỏi mọi thiết bị", "Sign out everywhere"),
    );
    let heading = |vi, en| Part::Heading(lang.t(vi, en).to_owned());
    let card = people::own(&visit.cx())?;
    let mut parts = vec![
        Part::Facts(facts(visit, &card)),
        heading("Vai trò của bạn", "Your roles"),
        super::people::roles(visit, &card),
        heading("Đổi mật khẩu", "Change the password"),
        Part::Form(SmallForm {
            fields: fields(visit),
            button: PostButton::new(
                "/account/password",
                visit.csrf(),
                lang.t("Đổi mật khẩu", "Change"),
            ),
            with_files: false,
        }),
        heading("Phiên đăng nhập", "Sessions"),
        Part::Offers(vec![Offer::post(everywhere)]),
    ];
    parts.extend(super::tokens::parts(visit)?);
    Reply::page(&RecordPage {
        shell: frame::shell(visit, lang.t("Tài khoản", "Account")),
        tabs: None,
        parts,
    })
}

/// Who one is here, whom one stands in for, and where letters go.
fn facts(visit: &Visit<'_>, card: &PersonCard) -> Facts {
    let lang = visit.lang();
    let held = visit.held.as_ref();
    let absent = held.iter().flat_map(|held| &held.actor.stands_in);
    let absent = absent.map(|absent| match lang {
        Lang::Vi => format!("{} đến hết {}", absent.name, show_date(absent.until)),
        Lang::En => format!("{} until {}", absent.name, show_date(absent.until)),
    });
    let absent = absent.collect::<Vec<_>>().join(", ");
    let mut facts = vec![
        Fact::text(lang.t("Họ và tên", "Name"), &card.person.full_name),
        Fact::text(
            lang.t("Tên đăng nhập", "Sign-in name"),
            &card.person.sign_in,
        ),
    ];
    if !absent.is_empty() {
        facts.push(Fact::text(lang.t("Đang thay", "Standing in for"), absent));
    }
    facts.push(Fact::text(
        lang.t("Phiên đang mở", "Open sessions"),
        card.sessions.to_string(),
    ));
    let settings = lang.t("Đặt thư và lịch nhắc việc", "Letters and calendar");
    let label = lang.t("Nhắc việc", "Reminders");
    facts.push(Fact::link(label, settings, "/reminders"));
    Facts { lang, facts }
}

/// `POST /account/password`
pub fn change_password(visit: &Visit<'_>) -> Answer {
    let (new, again) = (visit.form("password"), visit.form("password_again"));
    match password::change(&visit.cx(), visit.form("current"), new, again) {
        Ok(()) => Ok(go_out()),
        Err(failure) => {
            let lang = visit.lang();
            let shell = frame::shell(visit, lang.t("Đổi mật khẩu", "Change the password"));
            FormPage::new(shell, "/account/password", fields(visit))
                .buttons(lang.t("Đổi mật khẩu", "Change"), "/account")
                .come_back(failure)
        }
    }
}

/// `POST /account/sign-out-everywhere`
pub fn sign_out_everywhere(visit: &Visit<'_>) -> Answer {
    session::sign_out_everywhere(&visit.cx())?;
    Ok(go_out())
}

fn fields(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let field =
        |name, label, token| Field::new(lang, Kind::Password, name, label).autocomplete(token);
    vec![
        field(
            "current",
            lang.t("Mật khẩu hiện tại", "Current password"),
            "current-password",
        ),
        field(
            "password",
            lang.t("Mật khẩu mới", "New password"),
            "new-password",
        )
        .hint(match lang {
            Lang::Vi => format!(
                "Từ {PASSWORD_CHARACTERS_MIN} ký tự trở lên; một câu dễ nhớ thì chắc hơn. Đổi xong phải đăng nhập lại ở mọi thiết bị."
            ),
            Lang::En => format!(
                "At least {PASSWORD_CHARACTERS_MIN} characters; a sentence is best. You sign in again everywhere."
            ),
        }),
        field(
            "password_again",
            lang.t("Nhập lại mật khẩu mới", "New password again"),
            "new-password",
        ),
    ]
}
