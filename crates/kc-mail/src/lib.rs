//! What is sent: letters handed to a mail server over SMTP. Knows no word of the business.
//!
//! The only part of the program that opens a connection to another machine, and only to the server
//! the office names. A password never travels in the clear, and never stands in a fault.

mod address;
mod fault;

pub use fault::Fault;

use address::{Relay, relay};
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use lettre::{SmtpTransport, Transport};
use std::time::Duration;

/// A mail server that does not answer for so long counts as absent.
const PATIENCE: Duration = Duration::from_secs(20);

/// One letter, in plain words and in HTML.
#[derive(Debug, Clone, Copy)]
pub struct Mail<'a> {
    /// Its identity: the same letter sent twice is known as the same by its readers.
    pub id: &'a str,
    /// The address it goes to.
    pub to: &'a str,
    /// The name of whoever lives there.
    pub name: &'a str,
    /// Subject.
    pub subject: &'a str,
    /// The letter in plain words.
    pub text: &'a str,
    /// The same as HTML.
    pub html: &'a str,
}

/// The way to a mail server.
pub struct Post {
    transport: SmtpTransport,
    from: Mailbox,
}

impl Post {
    /// Prepares the way: `smtp://máy:25`, `smtps://tên:mật-khẩu@máy`,
    /// `smtp://tên:mật-khẩu@máy:587?tls=required`. Nothing is sent yet.
    pub fn new(url: &str, from: &str) -> Result<Self, Fault> {
        let Relay { builder } = relay(url)?;
        let transport = builder.timeout(Some(PATIENCE)).build();
        let from = from.parse().or(Err(Fault::Sender))?;
        Ok(Self { transport, from })
    }

    /// Hands one letter over; answers once the server has taken it.
    pub fn deliver(&self, mail: &Mail<'_>) -> Result<(), Fault> {
        let address = mail.to.parse().or(Err(Fault::Receiver))?;
        let domain = self.from.email.domain();
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(mail.name.to_owned()), address))
            .subject(mail.subject)
            .message_id(Some(format!("<{}@{domain}>", mail.id)))
            .header(AutoSubmitted)
            .multipart(MultiPart::alternative_plain_html(
                mail.text.to_owned(),
                mail.html.to_owned(),
            ))
            .or(Err(Fault::Letter))?;
        self.transport.send(&message)?;
        Ok(())
    }
}

/// Says that no person wrote the letter, so that nobody's absence note answers it: RFC 3834.
#[derive(Debug, Clone, Copy)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
