//! One's own account: password, sessions, tokens.

use super::sign_in::go_out;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind, Offer, PostButton};
use crate::kernel::frame;
use crate::kernel::page::{FormPage, Part, RecordPage, SmallForm};
use crate::kernel::visit::Visit;
use kc_app::identity::{password, session};

/// `GET /account`
pub fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let everywhere = PostButton::new(
        "/account/sign-out-everywhere",
        visit.csrf(),
        lang.t("Đăng xuất khỏi mọi thiết bị", "Sign out everywhere"),
    );
    let heading = |vi, en| Part::Heading(lang.t(vi, en).to_owned());
    let mut parts = vec![
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
        ),
        field(
            "password_again",
            lang.t("Nhập lại mật khẩu mới", "New password again"),
            "new-password",
        ),
    ]
}
