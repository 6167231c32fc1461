//! Somebody with a browser: keeps cookies, fills forms.

use super::connection::{Answer, Connection};
use super::form::{encoded, hidden_fields};
use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;

/// One visitor on one connection.
pub struct Visitor {
    connection: Connection,
    address: SocketAddr,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// A visitor who has not been here before.
    pub fn new(address: SocketAddr) -> io::Result<Self> {
        let connection = Connection::open(address)?;
        Ok(Self {
            connection,
            address,
            cookies: BTreeMap::new(),
        })
    }

    /// Opens a page.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        let request = self.get_request(path);
        self.ask(&request)
    }

    /// Fills the form that stands on `page` and leads to `action`, and sends it.
    pub fn submit(
        &mut self,
        page: &str,
        action: &str,
        typed: &[(&str, &str)],
    ) -> io::Result<Answer> {
        let request = self.filled(page, action, typed)?;
        self.ask(&request)
    }

    /// The bytes that send the form of `page` with what is typed, for a caller who sends them later.
    pub fn filled(
        &mut self,
        page: &str,
        action: &str,
        typed: &[(&str, &str)],
    ) -> io::Result<Vec<u8>> {
        let shown = self.get(page)?;
        let mut fields = hidden_fields(&String::from_utf8_lossy(&shown.body), action);
        for (name, value) in typed {
            fields.retain(|(hidden, _)| hidden != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        Ok(self.post_request(action, &encoded(&fields)))
    }

    /// The bytes that ask for a page, for a caller who sends them often.
    pub fn get_request(&self, path: &str) -> Vec<u8> {
        format!("GET {path} HTTP/1.1\r\n{}\r\n", self.headers()).into_bytes()
    }

    /// The bytes that send a form.
    pub fn post_request(&self, path: &str, body: &str) -> Vec<u8> {
        let (headers, length) = (self.headers(), body.len());
        let origin = format!(
            "Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n",
            self.address
        );
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        format!(
            "POST {path} HTTP/1.1\r\n{headers}{origin}{kind}Content-Length: {length}\r\n\r\n{body}"
        )
        .into_bytes()
    }

    fn headers(&self) -> String {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let cookies = match pairs.as_slice() {
            [] => String::new(),
            pairs => format!("Cookie: {}\r\n", pairs.join("; ")),
        };
        format!("Host: {}\r\nAccept: text/html\r\n{cookies}", self.address)
    }

    fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        let answer = self.connection.ask(request)?;
        for cookie in &answer.cookies {
            if let Some((name, value)) = cookie.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Ok(answer)
    }
}
