//! A small office with one record of each word, and a session for each role at home and abroad.

mod council;
mod fieldwork;
mod money;
mod people;
mod records;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use kc_app::identity::api_token::issue;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{ProjectId, PurseId, UserId};
use kc_testkit::{Cast, Engine, TestOffice};
use std::collections::BTreeMap;
use tower::ServiceExt;

/// The day on which the town stands.
const TODAY: &str = "2026-11-22";

/// Somebody signed in.
pub struct Visitor {
    pub cookie: String,
    pub csrf: String,
}

/// The office and everybody in it.
pub struct Town {
    pub office: TestOffice,
    cast: Cast,
    pub home: BTreeMap<Role, Visitor>,
    pub abroad: BTreeMap<Role, Visitor>,
    records: BTreeMap<&'static str, String>,
    site: Router,
    runtime: tokio::runtime::Runtime,
}

impl Town {
    /// Builds the office through the use cases.
    pub fn build(engine: Engine) -> Self {
        let office = TestOffice::open(engine, TODAY);
        let cast = Cast::gather(&office);
        let records = records::records(&office, &cast);
        let home = Role::ALL.map(|role| (role, people::settle_at_home(&office, &cast, role)));
        let abroad = Role::ALL.map(|role| (role, people::settle_abroad(&office, &cast, role)));
        Self {
            home: home.into(),
            abroad: abroad.into(),
            records,
            cast,
            site: kc_web::site(office.app.clone(), false),
            runtime: tokio::runtime::Runtime::new().unwrap(),
            office,
        }
    }

    /// The address of a route for the records of this office.
    pub fn address(&self, path: &str) -> String {
        fill(path, |part| {
            let waiting = path.starts_with("/ledger/waiting") && part == "entry";
            let photo = path.starts_with("/visits") && part == "file";
            let name = match (waiting, photo) {
                (true, _) => "waiting",
                (_, true) => "photo",
                _ => part,
            };
            let found = self.records.get(name);
            found
                .unwrap_or_else(|| panic!("no record for {{{part}}} of {path}"))
                .clone()
        })
    }

    /// The address of a route for records nobody has.
    pub fn address_of_nothing(path: &str) -> String {
        fill(path, |_| UserId([0x5A; 16]).to_string())
    }

    /// A token of somebody at home, good for a month.
    pub fn token(&self, role: Role) -> String {
        let actor = self.cast.person(role).at(&self.office);
        issue(&actor, "Thử", parse_date("2026-12-22").unwrap()).unwrap()
    }

    /// Asks with a token, and perhaps a session beside it, and answers the status.
    pub fn ask_with_token(&self, url: &str, token: &str, visitor: Option<&Visitor>) -> StatusCode {
        let mut request = Request::builder()
            .uri(url)
            .header(header::HOST, "localhost");
        if !token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(visitor) = visitor {
            request = request.header(header::COOKIE, &visitor.cookie);
        }
        let asked = self
            .site
            .clone()
            .oneshot(request.body(Body::empty()).unwrap());
        self.runtime.block_on(asked).unwrap().status()
    }

    /// The same office after its server was started again.
    pub fn restarted(self) -> Self {
        drop(self.site);
        let office = self.office.reopened(TODAY);
        let site = kc_web::site(office.app.clone(), false);
        Self {
            office,
            site,
            ..self
        }
    }

    /// A project whose money is approved and that has no contract yet, beside a payment that waits
    /// for the list of the treasury.
    pub fn approved(&self) -> ProjectId {
        let of = |part: &str| self.address(part);
        let purse = PurseId::parse(&of("{purse}")).unwrap();
        let reported = ProjectId::parse(&of("{project}")).unwrap();
        money::paid(&self.office, &self.cast, (purse, reported));
        money::approved(&self.office, &self.cast, purse)
    }

    /// Opens a page as somebody and answers its text.
    pub fn page(&self, url: &str, visitor: &Visitor) -> String {
        let request = Request::builder()
            .uri(url)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, &visitor.cookie);
        self.answer(request.body(Body::empty()).unwrap()).2
    }

    /// Sends a form of names and encoded values as somebody, and answers the status and the page.
    pub fn send(&self, url: &str, visitor: &Visitor, form: &str) -> (StatusCode, String) {
        let (status, _, page) = self.answer(filled(url, visitor, form));
        (status, page)
    }

    /// Sends a form, and answers the status and where it leads.
    pub fn led(&self, url: &str, visitor: &Visitor, form: &str) -> (StatusCode, String) {
        let (status, led, _) = self.answer(filled(url, visitor, form));
        (status, led)
    }

    /// Sends a request as it is, and answers the status, where it leads, and the page.
    pub fn answer(&self, request: Request<Body>) -> (StatusCode, String, String) {
        let answered = async {
            let response = self.site.clone().oneshot(request).await.unwrap();
            let status = response.status();
            let led = response.headers().get(header::LOCATION);
            let led = led.map_or("", |value| value.to_str().unwrap()).to_owned();
            let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            (status, led, String::from_utf8_lossy(&bytes).into_owned())
        };
        self.runtime.block_on(answered)
    }

    /// Asks, and answers the status and where it leads.
    pub fn ask(&self, posts: bool, url: &str, visitor: Option<&Visitor>) -> (StatusCode, String) {
        let mut request = Request::builder()
            .uri(url)
            .header(header::HOST, "localhost");
        if let Some(visitor) = visitor {
            request = request.header(header::COOKIE, &visitor.cookie);
        }
        let form = visitor.map_or(String::new(), |visitor| format!("csrf={}", visitor.csrf));
        let request = if posts {
            let kind = "application/x-www-form-urlencoded";
            let request = request.method("POST").header(header::CONTENT_TYPE, kind);
            request.body(Body::from(form))
        } else {
            request.body(Body::empty())
        };
        let asked = self.site.clone().oneshot(request.unwrap());
        let response = self.runtime.block_on(asked).unwrap();
        let leads = response.headers().get(header::LOCATION);
        let leads = leads.map_or("", |value| value.to_str().unwrap());
        (response.status(), leads.to_owned())
    }
}

/// A form as a browser sends it.
fn filled(url: &str, visitor: &Visitor, form: &str) -> Request<Body> {
    let body = format!("csrf={}&{form}", visitor.csrf);
    let kind = "application/x-www-form-urlencoded";
    let request = Request::builder()
        .method("POST")
        .uri(url)
        .header(header::HOST, "localhost")
        .header(header::COOKIE, &visitor.cookie)
        .header(header::CONTENT_TYPE, kind);
    request.body(Body::from(body)).unwrap()
}

fn fill(path: &str, of: impl Fn(&str) -> String) -> String {
    let parts = path.split('/').map(|part| {
        let name = part
            .strip_prefix('{')
            .and_then(|part| part.strip_suffix('}'));
        name.map_or_else(|| part.to_owned(), &of)
    });
    parts.collect::<Vec<_>>().join("/")
}
