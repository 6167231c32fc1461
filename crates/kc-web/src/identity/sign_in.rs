//! Signing in and out, and using a one-time link.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::common::own_path;
use crate::kernel::components::{Field, Kind};
use crate::kernel::cookie;
use crate::kernel::frame;
use crate::kernel::page::FormPage;
use crate::kernel::visit::Visit;
use kc_app::identity::{invitation, session};

/// `GET /sign-in`
pub fn show(visit: &Visit<'_>) -> Answer {
    if visit.held.is_some() {
        return Reply::see_other("/", "");
    }
    form(visit, visit.query("back")).show()
}

/// `POST /sign-in`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (name, password) = (visit.form("sign_in"), visit.form("password"));
    match session::sign_in(visit.app, name, password, &visit.arrival.agent) {
        Ok(secret) => Ok(come_in(&secret, &own_path(visit.form("back")))),
        Err(failure) => form(visit, visit.form("back")).come_back(failure),
    }
}

/// `POST /sign-out`
pub fn delete(visit: &Visit<'_>) -> Answer {
    session::sign_out(&visit.cx(), visit.session_secret())?;
    Ok(go_out())
}

/// The way out: forgets the session's cookie.
pub fn go_out() -> Reply {
    let cookies = vec![cookie::forget(cookie::SESSION)];
    Reply::SeeOther {
        url: "/sign-in".to_owned(),
        notice: String::new(),
        cookies,
    }
}

/// `GET /invitations/{token}`
pub fn show_invitation(visit: &Visit<'_>) -> Answer {
    let (full_name, sign_in) = invitation::show(visit.app, token(visit))?;
    invitation_form(visit, &full_name, &sign_in).show()
}

/// `POST /invitations/{token}`
pub fn accept_invitation(visit: &Visit<'_>) -> Answer {
    let (full_name, sign_in) = invitation::show(visit.app, token(visit))?;
    let (new, again) = (visit.form("password"), visit.form("password_again"));
    match invitation::accept(visit.app, token(visit), new, again, &visit.arrival.agent) {
        Ok(secret) => Ok(come_in(&secret, "/")),
        Err(failure) => invitation_form(visit, &full_name, &sign_in).come_back(failure),
    }
}

fn token<'a>(visit: &'a Visit<'_>) -> &'a str {
    visit.arrival.parts.get("token").map_or("", String::as_str)
}

fn come_in(secret: &str, url: &str) -> Reply {
    let cookies = vec![cookie::session(secret, false)];
    Reply::SeeOther {
        url: url.to_owned(),
        notice: String::new(),
        cookies,
    }
}

fn form(visit: &Visit<'_>, back: &str) -> FormPage {
    let lang = visit.lang();
    let fields = vec![
        Field::text(lang, "sign_in", lang.t("Tên đăng nhập", "Sign-in name"))
            .value(visit.form("sign_in"))
            .autocomplete("username"),
        Field::new(
            lang,
            Kind::Password,
            "password",
            lang.t("Mật khẩu", "Password"),
        )
        .autocomplete("current-password"),
        Field::new(lang, Kind::Hidden, "back", "").value(back),
    ];
    let shell = frame::shell(visit, lang.t("Đăng nhập", "Sign in"));
    FormPage::new(shell, "/sign-in", fields).buttons(lang.t("Đăng nhập", "Sign in"), "")
}

fn invitation_form(visit: &Visit<'_>, full_name: &str, sign_in: &str) -> FormPage {
    let lang = visit.lang();
    let min = kc_domain::identity::PASSWORD_CHARACTERS_MIN;
    let hint = match lang {
        kc_domain::kernel::text::Lang::Vi => {
            format!("Ít nhất {min} ký tự. Một câu dễ nhớ là tốt nhất.")
        }
        kc_domain::kernel::text::Lang::En => {
            format!("At least {min} characters. A phrase is best.")
        }
    };
    let fields = vec![
        Field::new(
            lang,
            Kind::Password,
            "password",
            lang.t("Mật khẩu mới", "New password"),
        )
        .hint(hint)
        .autocomplete("new-password"),
        Field::new(
            lang,
            Kind::Password,
            "password_again",
            lang.t("Nhập lại", "Again"),
        )
        .autocomplete("new-password"),
    ];
    let shell = frame::shell(visit, lang.t("Đặt mật khẩu", "Set a password"));
    FormPage::new(shell, &visit.arrival.path, fields)
        .intro(format!(
            "{full_name} – {}: {sign_in}",
            lang.t("tên đăng nhập", "sign-in name")
        ))
        .buttons(
            lang.t("Đặt mật khẩu và vào", "Set the password and come in"),
            "",
        )
}
