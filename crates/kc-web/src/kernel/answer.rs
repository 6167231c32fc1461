//! The one place that turns what a handler answers into a response.

use super::common::own_path;
use super::components::Empty;
use super::cookie;
use super::form_refusal::FormRefusal;
use super::frame;
use super::page::{Part, RecordPage};
use super::remedy;
use super::shell::{Action, Shell};
use super::visit::Visit;
use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use kc_app::kernel::{Failure, StoreError, token};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Withheld;

/// Tells our script where to go once a form was taken.
const GOES_TO: &str = "kc-goes-to";

/// What a handler answers.
pub type Answer = Result<Reply, Failure>;

/// A reply that went well.
#[derive(Debug)]
pub enum Reply {
    /// A page.
    Page(String),
    /// A form that came back with what must be corrected.
    Corrections(String),
    /// Go on to another page, with a sentence about what has been done.
    SeeOther {
        /// Where to.
        url: String,
        /// What has been done; empty for nothing.
        notice: String,
        /// Cookies to set.
        cookies: Vec<String>,
    },
    /// JSON.
    Json(String),
    /// A file to keep.
    File {
        /// Its name.
        name: String,
        /// Its type.
        content_type: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

impl Reply {
    /// A page made of a template.
    pub fn page(template: &impl Template) -> Answer {
        Ok(Self::Page(render(template)?))
    }

    /// A page that came back with what must be corrected.
    pub fn corrections(template: &impl Template) -> Answer {
        Ok(Self::Corrections(render(template)?))
    }

    /// Go on to another page with a cookie that was set on the way.
    pub fn see_other_with(url: impl Into<String>, cookie: String) -> Answer {
        Ok(Self::SeeOther {
            url: url.into(),
            notice: String::new(),
            cookies: vec![cookie],
        })
    }

    /// Go on to another page and say what has been done.
    pub fn see_other(url: impl Into<String>, notice: impl Into<String>) -> Answer {
        Ok(Self::SeeOther {
            url: url.into(),
            notice: notice.into(),
            cookies: Vec::new(),
        })
    }
}

/// A template as text; a template that cannot be shown is our own fault.
pub fn render(template: &impl Template) -> Result<String, Failure> {
    template
        .render()
        .map_err(|error| Failure::Internal(error.to_string()))
}

/// Turns an answer into a response.
pub fn respond(visit: &Visit<'_>, answer: Answer) -> Response<Body> {
    match answer {
        Ok(reply) => success(visit, reply),
        Err(failure) => failed(visit, &failure),
    }
}

fn success(visit: &Visit<'_>, reply: Reply) -> Response<Body> {
    let told = visit.arrival.cookies.contains_key(cookie::NOTICE);
    let cookies = if told {
        vec![cookie::forget(cookie::NOTICE)]
    } else {
        Vec::new()
    };
    match reply {
        Reply::Page(html) => page(StatusCode::OK, html, cookies),
        Reply::Corrections(html) => page(StatusCode::UNPROCESSABLE_ENTITY, html, cookies),
        Reply::Json(text) => plain(StatusCode::OK, "application/json", text.into()),
        Reply::SeeOther {
            url,
            notice,
            mut cookies,
        } => {
            if !notice.is_empty() {
                cookies.push(cookie::notice(&notice));
            }
            elsewhere(&url, cookies, visit.arrival.scripted)
        }
        Reply::File {
            name,
            content_type,
            bytes,
        } => {
            let mut response = plain(StatusCode::OK, content_type, bytes.into());
            let encoded = super::query::encode(&name);
            let disposition = format!("attachment; filename*=UTF-8''{encoded}");
            if let Ok(value) = disposition.parse() {
                response
                    .headers_mut()
                    .insert(header::CONTENT_DISPOSITION, value);
            }
            response
        }
    }
}

/// Leads to another page: a browser by itself, our script by its own hand, so that it can tell a
/// form that was taken from one that came back.
fn elsewhere(url: &str, cookies: Vec<String>, scripted: bool) -> Response<Body> {
    let (status, name) = if scripted {
        (StatusCode::OK, header::HeaderName::from_static(GOES_TO))
    } else {
        (StatusCode::SEE_OTHER, header::LOCATION)
    };
    let mut response = page(status, String::new(), cookies);
    if let Ok(location) = url.parse() {
        response.headers_mut().insert(name, location);
    }
    response
}

/// The status of each kind of failure; no handler names a status.
fn status(failure: &Failure) -> StatusCode {
    match failure {
        Failure::Refused(refusal) if refusal.code() == FormRefusal::TooLarge.code() => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        Failure::Refused(_) | Failure::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Failure::NotFound => StatusCode::NOT_FOUND,
        Failure::Denied(Withheld::NotSignedIn) => StatusCode::UNAUTHORIZED,
        Failure::Denied(_) => StatusCode::FORBIDDEN,
        Failure::Stale | Failure::Store(StoreError::Constraint(_)) => StatusCode::CONFLICT,
        Failure::Store(StoreError::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
        Failure::Store(_) | Failure::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn failed(visit: &Visit<'_>, failure: &Failure) -> Response<Body> {
    let status = status(failure);
    let lang = visit.lang();
    let mut text = failure.say(lang);
    if matches!(failure, Failure::Store(_) | Failure::Internal(_)) {
        let reference = reference(visit.app.now());
        tracing::error!(path = %visit.arrival.path, "Failed to answer ({reference}): {failure:?}");
        text = format!("{text} {}: {reference}.", lang.t("Mã lỗi", "Reference"));
    }
    if visit.arrival.path.starts_with("/api/") || visit.arrival.scripted {
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": heading(failure, lang),
            "status": status.as_u16(),
            "code": failure.code(),
            "detail": text,
        });
        let body = problem.to_string().into();
        let mut response = plain(status, "application/problem+json", body);
        if status == StatusCode::UNAUTHORIZED {
            let scheme = header::HeaderValue::from_static("Bearer");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, scheme);
        }
        return response;
    }
    let empty = Empty {
        title: String::new(),
        text,
        action: Some(mended(failure, lang).unwrap_or_else(|| way_on(visit))),
    };
    let sheet = RecordPage {
        shell: frame::shell(visit, heading(failure, lang)),
        tabs: None,
        parts: vec![Part::Empty(empty)],
    };
    page(status, render(&sheet).unwrap_or_default(), Vec::new())
}

/// By what a page and the log call one fault of ours.
fn reference(now: Instant) -> String {
    let id = token::new_id(now).unwrap_or_default();
    token::hex(id.get(12..).unwrap_or_default()).to_uppercase()
}

/// The way on from a page that failed: back to where the person was, or to the first page.
fn way_on(visit: &Visit<'_>) -> Action {
    let (lang, arrival) = (visit.lang(), &visit.arrival);
    let here = arrival.query.behind(&arrival.path);
    let back = own_path(&arrival.came_from);
    let (label, url) = if arrival.came_from.is_empty() || back == here {
        (lang.t("Về trang đầu", "To the first page"), "/".to_owned())
    } else {
        (lang.t("Quay lại trang trước", "Go back"), back)
    };
    Action {
        label: label.to_owned(),
        url,
        official: false,
        posts: false,
    }
}

/// The page for a fault of ours that left nothing of the visit to answer with.
pub fn broken(reason: &str) -> Response<Body> {
    tracing::error!("A handler broke: {reason}");
    let lang = Lang::Vi;
    let failure = Failure::Internal(reason.to_owned());
    let empty = Empty {
        title: String::new(),
        text: failure.say(lang),
        action: None,
    };
    let sheet = RecordPage {
        shell: Shell {
            title: heading(&failure, lang).to_owned(),
            ..Shell::default()
        },
        tabs: None,
        parts: vec![Part::Empty(empty)],
    };
    page(
        status(&failure),
        render(&sheet).unwrap_or_default(),
        Vec::new(),
    )
}

/// The way to where a refusal is mended, where it is another record.
fn mended(failure: &Failure, lang: Lang) -> Option<Action> {
    let Failure::Refused(refusal) = failure else {
        return None;
    };
    let (label, url) = remedy::link(refusal.remedy()?, lang);
    Some(Action {
        label,
        url,
        official: false,
        posts: false,
    })
}

fn heading(failure: &Failure, lang: Lang) -> &'static str {
    match failure {
        Failure::Refused(refusal) if FormRefusal::of_code(refusal.code()).is_some() => {
            FormRefusal::of_code(refusal.code()).map_or("", |refusal| refusal.heading(lang))
        }
        Failure::Store(StoreError::Constraint(_)) => {
            lang.t("Trùng với bản ghi đã có", "It clashes with another record")
        }
        Failure::Refused(_) => lang.t("Chưa thực hiện được", "This could not be done"),
        Failure::Invalid(_) => lang.t("Có chỗ cần sửa", "Something needs correcting"),
        Failure::NotFound => lang.t("Không tìm thấy", "Not found"),
        Failure::Denied(_) => lang.t("Không có quyền", "Not allowed"),
        Failure::Stale => lang.t("Đã có người sửa trước", "Somebody was faster"),
        Failure::Store(_) | Failure::Internal(_) => {
            lang.t("Chương trình gặp lỗi", "The program failed")
        }
    }
}

fn page(status: StatusCode, html: String, cookies: Vec<String>) -> Response<Body> {
    let mut response = plain(status, "text/html; charset=utf-8", html.into());
    for cookie in cookies {
        if let Ok(value) = cookie.parse() {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

fn plain(status: StatusCode, content_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static(content_type),
    );
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_says_that_nothing_was_kept_and_what_to_do() {
        let full = Failure::Store(StoreError::DiskFull);
        assert_eq!(status(&full), StatusCode::INSUFFICIENT_STORAGE);
        assert_eq!(
            full.say(Lang::Vi),
            "Ổ đĩa đã đầy, chưa ghi gì. Giải phóng dung lượng rồi làm lại."
        );
    }
}
