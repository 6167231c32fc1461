//! The sample office served within the test, so that what a page asks of the database can be counted.

use kc_app::kernel::{Access, App, Clock, Location};
use kc_domain::kernel::date::Instant;
use kc_testkit::wire::Visitor;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use tokio::runtime::Runtime;

const PASSWORD: &str = "số liệu minh họa cả thôi";

/// The folder of a sample office.
pub(crate) struct Sample {
    folder: TempDir,
}

impl Sample {
    /// Builds the office through the use cases.
    pub(crate) fn build() -> Self {
        let sample = Self {
            folder: TempDir::new().unwrap(),
        };
        let app = open(sample.folder.path(), Instant(0));
        kc_app::demo::build(&app, PASSWORD).unwrap();
        sample
    }

    /// The data file.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("khuyencong.sqlite3")
    }

    /// Serves the office on a day after everything in it happened.
    pub(crate) fn serve(&self) -> Site {
        let today = Instant::parse("2026-11-22T09:00:00+07:00").unwrap();
        let app = Arc::new(open(self.folder.path(), today));
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
        let listener = listener.unwrap();
        let address = listener.local_addr().unwrap();
        let site = kc_web::site(Arc::clone(&app), false);
        runtime.spawn(kc_web::serve(listener, site, std::future::pending()));
        Site {
            app,
            address,
            _runtime: runtime,
        }
    }
}

fn open(folder: &Path, at: Instant) -> App {
    let location = Location::Folder(folder.to_owned());
    let clock = Clock::standing_at(at);
    App::open(&location, Access::Exclusive, &folder.join("files"), clock).unwrap()
}

/// The office while it is served.
pub(crate) struct Site {
    app: Arc<App>,
    address: SocketAddr,
    _runtime: Runtime,
}

impl Site {
    /// One of its people, signed in.
    pub(crate) fn person(&self, sign_in: &str) -> Visitor {
        let mut visitor = Visitor::new(self.address).unwrap();
        let typed = [("sign_in", sign_in), ("password", PASSWORD)];
        let answer = visitor.submit("/sign-in", "/sign-in", &typed).unwrap();
        assert_eq!(answer.status, 303, "{sign_in}");
        visitor
    }

    /// Opens a page; answers its status, its text, and how many statements it took.
    pub(crate) fn open(&self, visitor: &mut Visitor, path: &str) -> (u16, String, u64) {
        let before = self.app.statements_sent();
        let answer = visitor.get(path).unwrap();
        let sent = self.app.statements_sent() - before;
        let page = String::from_utf8_lossy(&answer.body).into_owned();
        (answer.status, page, sent)
    }
}
