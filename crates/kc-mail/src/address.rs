//! The address of a mail server, and what it must not ask for.

use super::Fault;
use lettre::SmtpTransport;
use lettre::transport::smtp::SmtpTransportBuilder;

/// A server that letters can be handed to.
pub(super) struct Relay {
    pub(super) builder: SmtpTransportBuilder,
}

/// Reads the address. A password goes over TLS, or no further than this machine.
pub(super) fn relay(url: &str) -> Result<Relay, Fault> {
    let has_password = url
        .split_once("://")
        .is_some_and(|(_, rest)| rest.contains('@'));
    if has_password && !is_private(url) {
        return Err(Fault::PasswordInTheClear);
    }
    let builder = SmtpTransport::from_url(url).or(Err(Fault::Server))?;
    Ok(Relay { builder })
}

/// Whether nobody on the way can read along: TLS from the start, TLS or nothing, or no way at all.
fn is_private(url: &str) -> bool {
    let host = url.rsplit_once('@').map_or("", |(_, host)| host);
    let is_here = ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|here| host.strip_prefix(here).is_some_and(ends_name));
    url.starts_with("smtps://") || url.contains("tls=required") || is_here
}

/// Whether a name of a machine ends here.
fn ends_name(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([':', '/', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_refused_where_others_could_read_it() {
        for url in [
            "smtp://mail.example.vn:25",
            "smtps://ten:mat-khau@mail.example.vn",
            "smtp://ten:mat-khau@mail.example.vn:587?tls=required",
            "smtp://ten:mat-khau@127.0.0.1:2525",
        ] {
            assert!(relay(url).is_ok(), "{url}");
        }
        for url in [
            "smtp://ten:mat-khau@mail.example.vn:25",
            "smtp://ten:mat-khau@127.0.0.1.example.vn:25",
            "smtp://ten:mat-khau@mail.example.vn:587?tls=opportunistic",
        ] {
            assert!(
                matches!(relay(url), Err(Fault::PasswordInTheClear)),
                "{url}"
            );
        }
        for url in ["", "mail.example.vn", "http://mail.example.vn"] {
            assert!(matches!(relay(url), Err(Fault::Server)), "{url}");
        }
    }
}
