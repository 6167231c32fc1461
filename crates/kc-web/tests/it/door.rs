//! Forms that go wrong on the way: too large, of an old session, without a session, by our script.

use crate::town::{Town, Visitor};
use axum::body::Body;
use axum::http::{Request, header};
use kc_domain::identity::Role;
use kc_testkit::Engine;

/// More than a file may have, less than a form.
const FILE_BYTES: usize = 26 * 1024 * 1024;

fn post(town: &Town, path: &str, visitor: &Visitor) -> axum::http::request::Builder {
    Request::builder()
        .method("POST")
        .uri(town.address(path))
        .header(header::HOST, "localhost")
        .header(
            header::REFERER,
            "http://localhost/documents/new?kind=letter",
        )
        .header(header::COOKIE, &visitor.cookie)
}

fn plain(request: axum::http::request::Builder, form: String) -> Request<Body> {
    let kind = "application/x-www-form-urlencoded";
    let request = request.header(header::CONTENT_TYPE, kind);
    request.body(Body::from(form)).unwrap()
}

/// A form with one file.
fn with_file(visitor: &Visitor, bytes: usize) -> Body {
    let mut body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--x\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7",
        visitor.csrf
    );
    body.push_str(&"0".repeat(bytes));
    body.push_str("\r\n--x--\r\n");
    Body::from(body)
}

#[test]
fn a_file_too_large_brings_the_form_back_with_the_reason_at_its_field() {
    let town = Town::build(Engine::Sqlite);
    let before = town.office.picture();
    let officer = &town.home[&Role::CentreOfficer];
    let request = post(&town, "/documents/{document}/files", officer)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(with_file(officer, FILE_BYTES));
    let (status, _, page) = town.answer(request.unwrap());
    assert_eq!(status, 422);
    assert!(
        page.contains("25 MB") && page.contains("type=\"file\""),
        "{page}"
    );
    assert_eq!(town.office.picture(), before);
}

#[test]
fn a_file_of_the_largest_size_is_kept() {
    let town = Town::build(Engine::Sqlite);
    let officer = &town.home[&Role::CentreOfficer];
    let request = post(&town, "/documents/{document}/files", officer)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(with_file(officer, 24 * 1024 * 1024));
    assert_eq!(town.answer(request.unwrap()).0, 303);
}

#[test]
fn a_form_beyond_all_sizes_is_answered_with_a_page_that_leads_back() {
    let town = Town::build(Engine::Sqlite);
    let officer = &town.home[&Role::CentreOfficer];
    let form = format!(
        "csrf={}&summary={}",
        officer.csrf,
        "a".repeat(9 * 1024 * 1024)
    );
    let (status, _, page) = town.answer(plain(post(&town, "/documents", officer), form));
    assert_eq!(status, 413);
    assert!(page.contains("Tệp quá lớn"), "{page}");
    assert!(
        page.contains("href=\"/documents/new?kind=letter\""),
        "{page}"
    );
}

#[test]
fn a_form_that_broke_off_is_said_to_be_so() {
    let town = Town::build(Engine::Sqlite);
    let officer = &town.home[&Role::CentreOfficer];
    let request = post(&town, "/documents/{document}/files", officer)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nab",
        ));
    let (status, _, page) = town.answer(request.unwrap());
    assert_eq!(status, 422);
    assert!(page.contains("Biểu mẫu chưa đến đủ"), "{page}");
}

#[test]
fn the_token_of_another_session_is_told_and_changes_nothing() {
    let town = Town::build(Engine::Sqlite);
    let before = town.office.picture();
    let officer = &town.home[&Role::CentreOfficer];
    let form = "csrf=cu&kind=letter&issuer=A&summary=B".to_owned();
    let (status, _, page) = town.answer(plain(post(&town, "/documents", officer), form));
    assert_eq!(status, 422);
    assert!(page.contains("phiên làm việc trước"), "{page}");
    assert_eq!(town.office.picture(), before);
}

#[test]
fn a_form_sent_without_a_session_leads_to_sign_in_and_back_to_its_own_page() {
    let town = Town::build(Engine::Sqlite);
    let gone = Visitor {
        cookie: "kc_session=het".into(),
        csrf: String::new(),
    };
    let form = || "kind=letter".to_owned();
    let (status, led, _) = town.answer(plain(post(&town, "/documents", &gone), form()));
    assert_eq!(status, 303);
    assert_eq!(led, "/sign-in?back=%2Fdocuments%2Fnew%3Fkind%3Dletter");

    let scripted = post(&town, "/documents", &gone).header("kc-script", "1");
    let (status, _, said) = town.answer(plain(scripted, form()));
    assert_eq!(status, 401);
    assert!(said.contains("policy.not-signed-in"), "{said}");
}

#[test]
fn our_script_is_told_where_to_go_and_what_went_wrong() {
    let town = Town::build(Engine::Sqlite);
    let officer = &town.home[&Role::CentreOfficer];
    let send = |form: String| {
        let request = post(&town, "/documents", officer).header("kc-script", "1");
        town.answer(plain(request, form))
    };
    let (status, led, page) = send(format!(
        "csrf={}&kind=letter&issuer=A&summary=B",
        officer.csrf
    ));
    assert_eq!(
        (status.as_u16(), &*led, &*page),
        (200, "", ""),
        "the script goes by itself"
    );
    let (status, _, said) = send("csrf=cu&kind=letter".into());
    assert_eq!(status, 422);
    assert!(said.contains("\"code\":\"form.old\""), "{said}");
}

#[test]
fn an_address_that_only_takes_forms_answers_a_reader_with_a_page() {
    let town = Town::build(Engine::Sqlite);
    let officer = &town.home[&Role::CentreOfficer];
    let page = town.page(&town.address("/documents/{document}/links"), officer);
    assert!(page.contains("<h1>Không tìm thấy</h1>"), "{page}");
}

/// The value of a hidden field of a page.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = format!("name=\"{name}\" value=\"");
    let found = page.split(&field).nth(1);
    found.and_then(|rest| rest.split('"').next()).unwrap()
}

#[test]
fn a_form_changed_after_it_was_taken_is_told_so_and_makes_another_record_when_sent_again() {
    let town = Town::build(Engine::Sqlite);
    let officer = &town.home[&Role::CentreOfficer];
    for (path, answers) in [
        ("/documents", "kind=letter&issuer=A&summary="),
        ("/projects", "kind=single&title="),
    ] {
        let send = |once: &str, title: &str| {
            town.send(path, officer, &format!("once={once}&{answers}{title}"))
        };
        let once = "01a20000-0000-7000-8000-000000000001";
        assert_eq!(send(once, "Lần đầu").0, 303, "{path}");
        let before = town.office.picture();
        let (status, page) = send(once, "Lần sau");
        assert_eq!(status, 422, "{path}");
        for part in ["lần này chưa ghi gì", "Lần sau"] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert_eq!(town.office.picture(), before, "{path}");

        let again = send(hidden(&page, "once"), "Lần sau").0;
        assert_eq!(again, 303, "{path}: pressed again");
        assert_ne!(town.office.picture(), before, "{path}");
    }
}
