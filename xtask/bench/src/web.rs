//! A bare web layer before the bare driver: the same rows asked for over the wire and sent back as a
//! page of the same length, with no rule, no permission, no template and no product between.
//!
//! What this costs no program behind a socket can go below.

use crate::bare;
use crate::failure::Failure;
use crate::visits::{self, Reading};
use axum::Router;
use axum::extract::{Path as Parts, State};
use axum::http::StatusCode;
use axum::response::{Html, Redirect};
use axum::routing::{get, post};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::cell::RefCell;
use std::fmt::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

struct Web {
    file: PathBuf,
    readings: Vec<Reading>,
    writer: Mutex<Connection>,
}

thread_local! {
    /// Each thread reads over a connection of its own.
    static READER: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

const BROKEN: StatusCode = StatusCode::INTERNAL_SERVER_ERROR;

/// The address of one call of a reading, answered with so many bytes.
pub(crate) fn path(reading: usize, call: usize, bytes: usize) -> String {
    format!("/{reading}/{call}/{bytes}")
}

/// Where one more commit is asked for.
pub(crate) const WRITE: &str = "/write";

#[expect(
    clippy::disallowed_methods,
    reason = "routes of the product carry an access; these only measure"
)]
/// Serves the file until the process is ended, and says so with a line as the program does.
pub(crate) fn serve(file: &Path, address: SocketAddr) -> Result<(), Failure> {
    let web = Arc::new(Web {
        file: file.to_owned(),
        readings: visits::readings(&Connection::open(file)?)?,
        writer: Mutex::new(bare::open_to_write(file)?),
    });
    let router = Router::new()
        .route("/{reading}/{call}/{bytes}", get(read))
        .route(WRITE, post(write))
        .with_state(web);
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        println!("{address}");
        Ok(axum::serve(listener, router).await?)
    })
}

async fn read(
    State(web): State<Arc<Web>>,
    Parts((reading, call, bytes)): Parts<(usize, usize, usize)>,
) -> Result<Html<String>, StatusCode> {
    let page = tokio::task::spawn_blocking(move || page(&web, reading, call, bytes));
    page.await.or(Err(BROKEN))?.map(Html).or(Err(BROKEN))
}

/// Every cell of the rows, filled up to the length of the product's page.
fn page(web: &Web, reading: usize, call: usize, bytes: usize) -> Result<String, Failure> {
    let missing = || Failure::new("no such call");
    let reading = web.readings.get(reading).ok_or_else(missing)?;
    let value = reading.values.get(call).ok_or_else(missing)?;
    READER.with_borrow_mut(|reader| {
        let connection = match reader {
            Some(connection) => connection,
            None => reader.insert(bare::open(&web.file, OpenFlags::SQLITE_OPEN_READ_ONLY)?),
        };
        let mut page = String::with_capacity(bytes);
        bare::read(connection, reading.questions, value, |cell| {
            put(&mut page, cell);
        })?;
        let rest = bytes.saturating_sub(page.len());
        page.extend(std::iter::repeat_n(' ', rest));
        Ok(page)
    })
}

fn put(page: &mut String, cell: ValueRef<'_>) {
    match cell {
        ValueRef::Text(text) => page.push_str(&String::from_utf8_lossy(text)),
        ValueRef::Integer(number) => drop(write!(page, "{number}")),
        _ => {}
    }
}

async fn write(State(web): State<Arc<Web>>, form: String) -> Result<Redirect, StatusCode> {
    let commit = tokio::task::spawn_blocking(move || {
        std::hint::black_box(form);
        bare::commit(&web.writer.lock().unwrap_or_else(PoisonError::into_inner))
    });
    commit.await.or(Err(BROKEN))?.or(Err(BROKEN))?;
    Ok(Redirect::to("/"))
}
