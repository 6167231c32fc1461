//! The shell around the handlers: reads the request, checks who comes, calls, answers.

use super::answer::{Answer, Reply, broken, respond};
use super::assets;
use super::common::own_path;
use super::cookie;
use super::form_refusal::FormRefusal;
use super::query::{Query, decode, encode, readable};
use super::route::{Access, Handler, Method, Route};
use super::turnstile::{Pass, Turnstile};
use super::visit::{Arrival, Upload, Visit};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use http_body_util::Limited;
use kc_app::document::attach::FILE_BYTES_MAX;
use kc_app::identity::{api_token, session};
use kc_app::kernel::{App, Failure, Picture};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Largest request that is read to its end, so that a form with a file too large can come back whole.
const BODY_BYTES_MAX: usize = 100 * 1024 * 1024;

/// Largest form without files.
const FORM_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Bytes of a file that are kept: enough to see that it is too large. The rest is read and dropped.
const KEPT_BYTES_MAX: usize = FILE_BYTES_MAX + 1;

/// Scripts, styles and pictures come from here and nowhere else; nothing is inline.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Said by our own script, which sends forms so that a lost connection loses nothing.
const SCRIPTED: &str = "kc-script";

/// What every handler of one server shares.
#[derive(Clone)]
struct Site {
    app: Arc<App>,
    secure: bool,
    turnstile: Arc<Turnstile>,
}

/// The whole site as a service. `secure` marks cookies for HTTPS only.
pub fn site(app: Arc<App>, secure: bool) -> Router {
    let mut router = Router::new();
    for route in crate::routes() {
        router = add(router, route);
    }
    let files = get(|request: Request| async move { shipped_file(&request) });
    add_method(router, "/static/{*path}", files)
        .fallback(nothing_here)
        .method_not_allowed_fallback(nothing_here)
        // The bounds of this file hold; the one of the library is too small for a phone's photo.
        .layer(DefaultBodyLimit::disable())
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new())
        .with_state(Site {
            app,
            secure,
            turnstile: Arc::default(),
        })
}

/// Answers for an address, or a way of asking, that no route has.
async fn nothing_here(State(site): State<Site>, request: Request) -> Response<Body> {
    let nothing: Handler = |_| Err(Failure::NotFound);
    dispatch(site, Access::Open, nothing, BTreeMap::new(), request).await
}

/// Serves a site until `stop` is done, then lets running requests end.
pub async fn serve(
    listener: tokio::net::TcpListener,
    site: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, site)
        .with_graceful_shutdown(stop)
        .await
}

fn add(router: Router<Site>, route: Route) -> Router<Site> {
    let handle = move |State(site): State<Site>, parts: RawPathParams, request: Request| async move {
        let parts = parts
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        dispatch(site, route.access, route.handler, parts, request).await
    };
    match route.method {
        Method::Get => add_method(router, route.path, get(handle)),
        Method::Post => add_method(router, route.path, post(handle)),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where rows become routes"
)]
fn add_method(router: Router<Site>, path: &str, method: MethodRouter<Site>) -> Router<Site> {
    router.route(path, method)
}

fn shipped_file(request: &Request) -> Response<Body> {
    let path = request.uri().path().trim_start_matches("/static/");
    let Some(file) = assets::find(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, file.content_type),
        (header::CACHE_CONTROL, assets::CACHE_CONTROL),
    ];
    (headers, Bytes::from_static(file.bytes)).into_response()
}

/// Reads the request whole, then runs the handler where it may block.
async fn dispatch(
    site: Site,
    access: Access,
    handler: Handler,
    parts: BTreeMap<String, String>,
    request: Request,
) -> Response<Body> {
    let posts = request.method() == axum::http::Method::POST;
    let arrival = read(request, parts).await;
    let work = tokio::task::spawn_blocking(move || {
        let picture = Rc::new(Picture::of(&site.app));
        let held = who(&picture, &arrival);
        let visit = Visit {
            app: &site.app,
            picture,
            held,
            sent: arrival.sent().map(Rc::new),
            arrival,
        };
        let answer = admit(&visit, access, posts)
            .unwrap_or_else(|| answer_once(&site.turnstile, &visit, handler));
        respond(&visit, secured(answer, site.secure))
    });
    let mut response = work
        .await
        .unwrap_or_else(|error| broken(&error.to_string()));
    harden(response.headers_mut());
    response
}

/// Runs the handler; a form that was taken before leads where it led then.
fn answer_once(turnstile: &Turnstile, visit: &Visit<'_>, handler: Handler) -> Answer {
    let (Some(form), Some(held), Some(id)) = (&visit.sent, &visit.held, visit.arrival.once())
    else {
        return handler(visit);
    };
    let key = (held.actor.user.0, id, visit.arrival.path.clone());
    match turnstile.enter(key, visit.arrival.content()) {
        Pass::Changed => {
            form.refuse_changed();
            handler(visit)
        }
        Pass::Taken(url) => Reply::see_other(
            url,
            visit.lang().t(
                "Biểu mẫu đã được ghi từ lần gửi trước, không ghi lần nữa.",
                "The form was saved when it was sent before, and is not saved twice.",
            ),
        ),
        Pass::First(turn) => {
            let answer = handler(visit);
            if let Ok(Reply::SeeOther { url, .. }) = &answer
                && form.is_taken()
            {
                turn.led_to(url);
            }
            answer
        }
    }
}

/// Who comes: the holder of the session, or on the interface of the token that was sent. A token
/// that is no good is nobody's, whatever session comes with it.
fn who(picture: &Picture, arrival: &Arrival) -> Option<session::Held> {
    if arrival.path.starts_with("/api/") && !arrival.bearer.is_empty() {
        let actor = api_token::held(picture, &arrival.bearer).unwrap_or_default()?;
        let (actor, csrf) = (Arc::new(actor), String::new());
        return Some(session::Held { actor, csrf });
    }
    let secret = arrival.cookies.get(cookie::SESSION)?;
    session::held(picture, secret).unwrap_or_default()
}

/// Turns away whoever may not come to this route, before the handler runs.
fn admit(visit: &Visit<'_>, access: Access, posts: bool) -> Option<Answer> {
    let signed_in = visit.held.is_some();
    let token = visit.form("csrf");
    if let Some(refusal) = visit.arrival.unread {
        return Some(Err(Failure::refused(refusal)));
    }
    let forged = posts && (!visit.arrival.same_origin || (signed_in && token != visit.csrf()));
    if forged {
        return Some(Err(Failure::refused(FormRefusal::Old)));
    }
    match access {
        Access::SignedIn | Access::Needs(_) if !signed_in => Some(to_sign_in(visit, posts)),
        Access::Needs(action) => visit.cx().scope(action).err().map(Err),
        Access::Open | Access::SignedIn => None,
    }
}

/// Asks to sign in first. A form sent after the session ended leads back to its page, and the
/// person is told that nothing of it was kept.
fn to_sign_in(visit: &Visit<'_>, posts: bool) -> Answer {
    let arrival = &visit.arrival;
    if arrival.path.starts_with("/api/") || arrival.scripted {
        return Err(Failure::Denied(kc_domain::policy::Withheld::NotSignedIn));
    }
    if !posts {
        let back = encode(&arrival.query.behind(&arrival.path));
        return Reply::see_other(format!("/sign-in?back={back}"), "");
    }
    let back = encode(&own_path(&arrival.came_from));
    let told = visit.lang().t(
        "Phiên làm việc đã hết nên biểu mẫu chưa được ghi. Đăng nhập để quay lại biểu mẫu.",
        "Your session has ended, so the form was not saved. Sign in to go back to it.",
    );
    Reply::see_other(format!("/sign-in?back={back}"), told)
}

/// Marks session cookies for HTTPS where the site is served so.
fn secured(answer: Answer, secure: bool) -> Answer {
    let Ok(Reply::SeeOther {
        url,
        notice,
        cookies,
    }) = answer
    else {
        return answer;
    };
    let mark = |cookie: String| if secure { cookie + "; Secure" } else { cookie };
    Ok(Reply::SeeOther {
        url,
        notice,
        cookies: cookies.into_iter().map(mark).collect(),
    })
}

fn harden(headers: &mut HeaderMap) {
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

async fn read(request: Request, parts: BTreeMap<String, String>) -> Arrival {
    let headers = request.headers().clone();
    let text = |name: header::HeaderName| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    };
    let mut arrival = Arrival {
        path: request.uri().path().to_owned(),
        parts,
        query: Query::parse(request.uri().query().unwrap_or_default()),
        cookies: cookies(&text(header::COOKIE)),
        agent: text(header::USER_AGENT),
        bearer: bearer(&text(header::AUTHORIZATION)),
        same_origin: same_origin(&headers),
        scripted: headers.contains_key(SCRIPTED),
        came_from: came_from(&text(header::REFERER), &text(header::HOST)),
        origin: own_origin(text(header::ORIGIN), &text(header::HOST)),
        ..Arrival::default()
    };
    let content_type = text(header::CONTENT_TYPE);
    let read = if content_type.starts_with("multipart/form-data") {
        read_multipart(request, &mut arrival).await
    } else {
        read_plain(request, &content_type, &mut arrival).await
    };
    arrival.unread = read.err();
    arrival
}

async fn read_plain(
    request: Request,
    kind: &str,
    arrival: &mut Arrival,
) -> Result<(), FormRefusal> {
    let body = to_bytes(request.into_body(), FORM_BYTES_MAX).await;
    let body = body.or(Err(FormRefusal::TooLarge))?;
    if kind.starts_with("application/x-www-form-urlencoded") {
        arrival.form = Query::parse(&String::from_utf8_lossy(&body));
    } else {
        arrival.body = body.to_vec();
    }
    Ok(())
}

/// The token of `Authorization: Bearer …`; empty for anything else.
fn bearer(authorization: &str) -> String {
    let token = authorization.split_once(' ');
    let token = token.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    token.map_or_else(String::new, |(_, token)| token.trim().to_owned())
}

async fn read_multipart(request: Request, arrival: &mut Arrival) -> Result<(), FormRefusal> {
    let limited = request.map(|body| Body::new(Limited::new(body, BODY_BYTES_MAX)));
    let mut parts = Multipart::from_request(limited, &())
        .await
        .or(Err(FormRefusal::BrokenOff))?;
    while let Some(part) = parts.next_field().await.map_err(|error| unread(&error))? {
        let field = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let bytes = read_part(part).await?;
        match file_name {
            Some(file_name) if !file_name.is_empty() => {
                arrival.uploads.push(Upload {
                    field,
                    file_name: readable(&file_name),
                    bytes,
                });
            }
            Some(_) => {}
            None => arrival
                .form
                .0
                .push((field, readable(&String::from_utf8_lossy(&bytes)))),
        }
    }
    Ok(())
}

/// Reads a part to its end, and keeps no more of it than shows that it is too large.
async fn read_part(mut part: Field<'_>) -> Result<Vec<u8>, FormRefusal> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|error| unread(&error))? {
        let room = KEPT_BYTES_MAX.saturating_sub(bytes.len());
        bytes.extend_from_slice(chunk.get(..room).unwrap_or(&chunk));
    }
    Ok(bytes)
}

fn unread(error: &MultipartError) -> FormRefusal {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => FormRefusal::TooLarge,
        _ => FormRefusal::BrokenOff,
    }
}

fn cookies(header: &str) -> BTreeMap<String, String> {
    let pairs = header
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .map(|(name, value)| (name.to_owned(), decode(value)))
        .collect()
}

/// The path and query of the page of ours that a request names as its origin.
fn came_from(referer: &str, host: &str) -> String {
    let place = referer.split_once("://").map_or("", |(_, place)| place);
    let path = place
        .strip_prefix(host)
        .filter(|path| path.starts_with('/'));
    path.filter(|_| !host.is_empty())
        .unwrap_or_default()
        .to_owned()
}

/// The origin a form was sent from, where it is this very site: `https://khuyencong.example.vn`.
fn own_origin(origin: String, host: &str) -> String {
    let is_ours = origin
        .split_once("://")
        .is_some_and(|(_, place)| !host.is_empty() && place == host);
    if is_ours { origin } else { String::new() }
}

/// Whether a request comes from our own page. A browser that says nothing is believed only when
/// the form's token fits.
fn same_origin(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, o)| o == host),
        _ => true,
    }
}
