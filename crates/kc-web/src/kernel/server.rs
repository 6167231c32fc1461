//! The shell around the handlers: reads the request, checks who comes, calls, answers.

use super::answer::{Answer, Reply, broken, respond};
use super::arrive;
use super::assets;
use super::common::own_path;
use super::cookie;
use super::form_refusal::FormRefusal;
use super::query::encode;
use super::route::{Access, Handler, Method, Route};
use super::turnstile::{Pass, Turnstile};
use super::visit::{Arrival, Visit};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use kc_app::identity::{api_token, session};
use kc_app::kernel::{App, Failure, Picture};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Scripts, styles and pictures come from here and nowhere else; nothing is inline.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

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
    let arrival = arrive::read(request, parts).await;
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
