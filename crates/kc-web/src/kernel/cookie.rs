//! Cookies: the session, the language, the theme, and what has just happened.

use super::query;

/// The session's secret.
pub const SESSION: &str = "kc_session";

/// What has just happened, shown once.
pub const NOTICE: &str = "kc_notice";

/// A cookie that lasts as long as a session and no script can read.
pub fn session(secret: &str, secure: bool) -> String {
    let seconds = kc_app::identity::session::SESSION_MS / 1000;
    let secure = if secure { "; Secure" } else { "" };
    format!("{SESSION}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

/// A cookie that keeps a choice for a year.
pub fn choice(name: &str, value: &str) -> String {
    format!("{name}={value}; Path=/; SameSite=Lax; Max-Age=31536000")
}

/// A cookie for the next page only.
pub fn notice(text: &str) -> String {
    format!(
        "{NOTICE}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60",
        query::encode(text)
    )
}

/// Takes a cookie away.
pub fn forget(name: &str) -> String {
    format!("{name}=; Path=/; Max-Age=0")
}
