//! Reads what arrived over the wire, whole: fields, files, cookies, and where it came from.

use super::form_refusal::FormRefusal;
use super::query::{Query, decode, readable};
use super::visit::{Arrival, Upload};
use axum::body::{Body, to_bytes};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::Limited;
use kc_app::document::attach::FILE_BYTES_MAX;
use std::collections::BTreeMap;

/// Largest request that is read to its end, so that a form with a file too large can come back whole.
const BODY_BYTES_MAX: usize = 100 * 1024 * 1024;

/// Largest form without files.
const FORM_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Bytes of a file that are kept: enough to see that it is too large. The rest is read and dropped.
const KEPT_BYTES_MAX: usize = FILE_BYTES_MAX + 1;

/// Said by our own script, which sends forms so that a lost connection loses nothing.
const SCRIPTED: &str = "kc-script";

pub(super) async fn read(request: Request, parts: BTreeMap<String, String>) -> Arrival {
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
