//! One visit to a page: who comes, what they ask and what they brought.

use super::form_refusal::FormRefusal;
use super::query::{Query, unreadable};
use kc_app::identity::session::Held;
use kc_app::kernel::{App, Cx, Done, Failure, Picture, SentForm, token};
use kc_domain::identity::Actor;
use kc_domain::kernel::text::Lang;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name of the field.
    pub field: String,
    /// The name the file had.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What arrived over the wire, already read whole.
#[derive(Debug, Clone, Default)]
pub struct Arrival {
    /// The path.
    pub path: String,
    /// The parts of the path that vary.
    pub parts: BTreeMap<String, String>,
    /// The query.
    pub query: Query,
    /// The form.
    pub form: Query,
    /// Files.
    pub uploads: Vec<Upload>,
    /// Why the form could not be read; nothing of it is here then.
    pub unread: Option<FormRefusal>,
    /// The body, where it is not a form.
    pub body: Vec<u8>,
    /// Cookies.
    pub cookies: BTreeMap<String, String>,
    /// What the browser says it is.
    pub agent: String,
    /// The token a program sent in place of a session; empty for none.
    pub bearer: String,
    /// Whether the request came from one of our own pages, as far as the browser tells.
    pub same_origin: bool,
    /// Whether our own script sent the form, and stays on its page until it is told where to go.
    pub scripted: bool,
    /// The address of the site as the browser knows it; empty where the browser is silent.
    pub origin: String,
    /// The page of ours the request came from, with its query; empty where the browser is silent.
    pub came_from: String,
}

impl Arrival {
    /// The identity the form got when it was shown.
    pub fn once(&self) -> Option<[u8; 16]> {
        let id = uuid::Uuid::try_parse(self.form.get("once")).ok()?;
        Some(id.into_bytes())
    }

    /// The hash of all the form says, files by name and size, but not the token of the session.
    pub fn content(&self) -> [u8; 32] {
        let mut content = self.form.with("csrf", "").encode();
        content.extend(self.uploads.iter().map(|file| {
            let (field, name, size) = (&file.field, &file.file_name, file.bytes.len());
            format!("&{field}={name} {size}")
        }));
        token::hash(&content)
    }

    /// The form as it was sent.
    pub fn sent(&self) -> Option<SentForm> {
        let sent = SentForm::new(self.once(), &*self.path, unreadable(&self.form));
        (!self.form.0.is_empty()).then_some(sent)
    }
}

/// One visit.
pub struct Visit<'a> {
    /// The open office.
    pub app: &'a App,
    /// What the visit sees of the database.
    pub picture: Rc<Picture>,
    /// Who is signed in.
    pub held: Option<Held>,
    /// What arrived.
    pub arrival: Arrival,
    /// The form that was sent.
    pub sent: Option<Rc<SentForm>>,
}

impl<'a> Visit<'a> {
    /// The language the reader chose.
    pub fn lang(&self) -> Lang {
        match self.arrival.cookies.get("kc_lang").map(String::as_str) {
            Some("en") => Lang::En,
            _ => Lang::Vi,
        }
    }

    /// The context of the person signed in.
    pub fn cx(&self) -> Cx<'a> {
        let nobody = || {
            Arc::new(Actor {
                user: kc_domain::kernel::id::UserId([0; 16]),
                name: String::new(),
                assignments: Vec::new(),
                stands_in: Vec::new(),
            })
        };
        let held = self.held.as_ref();
        let actor = held.map_or_else(nobody, |held| Arc::clone(&held.actor));
        let cx = self.app.cx(actor, self.lang());
        cx.seeing(Rc::clone(&self.picture))
            .from_form(self.sent.clone())
    }

    /// A new identity for the forms of the page: one that came back was not taken.
    pub fn once(&self) -> String {
        let id = token::new_id(self.app.now());
        id.map_or_else(
            |_| String::new(),
            |id| uuid::Uuid::from_bytes(id).to_string(),
        )
    }

    /// A path as somebody else can open it: below the address the office named, or else the one
    /// under which this form was sent.
    pub fn full_address(&self, path: &str) -> String {
        let site = self.app.site().unwrap_or(&self.arrival.origin);
        format!("{site}{path}")
    }

    /// A part of the path, read as an identity; anything else is not found.
    pub fn id<T>(&self, part: &str, parse: impl Fn(&str) -> Option<T>) -> Done<T> {
        let text = self.arrival.parts.get(part).map_or("", String::as_str);
        parse(text).ok_or(Failure::NotFound)
    }

    /// A value of the query, trimmed; empty when missing.
    pub fn query(&self, name: &str) -> &str {
        self.arrival.query.get(name).trim()
    }

    /// A value of the form as it was typed; empty when missing.
    pub fn form(&self, name: &str) -> &str {
        self.arrival.form.get(name)
    }

    /// The page number of the query, from 1.
    pub fn page(&self) -> i64 {
        self.query("page").parse().unwrap_or(1).max(1)
    }

    /// The secret of the session.
    pub fn session_secret(&self) -> &str {
        self.arrival
            .cookies
            .get(super::cookie::SESSION)
            .map_or("", String::as_str)
    }

    /// The token the forms of the session carry.
    pub fn csrf(&self) -> &str {
        self.held.as_ref().map_or("", |held| held.csrf.as_str())
    }
}
