//! The journeys in a real browser, against the demo served by the built program.

use super::cluster::free_port;
use super::needs::Tools;
use super::tools::run;
use crate::cargo::{built, cargo};
use crate::fault::Fault;
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The password of everybody in the demo of the journeys.
const PASSWORD: &str = "chỉ cho chuyến đi thử";

/// How long the demo may take to answer, in tenths of a second.
const START_TENTHS_MAX: u32 = 600;

/// Builds the program, serves the demo and walks the journeys.
pub(crate) fn run_all(root: &Path, tools: &Tools) -> Result<(), Fault> {
    let browser = tools
        .browser
        .as_ref()
        .ok_or_else(|| Fault::new("test: no Chromium."))?;
    let e2e = root.join("e2e");
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(&e2e))?;
    // The whole workspace, so that libraries are built with the features the tests had, not twice.
    run(cargo(root).args(["build", "--workspace", "--bins"]))?;
    let program = built("debug", "khuyencong")?;
    let demo = Demo::start(&program)?;
    run(Command::new("node")
        .arg("run.mjs")
        .current_dir(&e2e)
        .env("KC_E2E_PROGRAM", &program)
        .env("KC_E2E_ADDRESS", demo.address())
        .env("KC_E2E_SIGN_INS", demo.folder.join("printed"))
        .env("KC_E2E_PASSWORD", PASSWORD)
        .env("KC_E2E_CHROMIUM", browser))
}

/// The demo, served until it is dropped.
struct Demo {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Demo {
    fn start(program: &Path) -> Result<Self, Fault> {
        let folder = std::env::temp_dir().join(format!("khuyencong-e2e-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(Fault::while_doing("cannot make a folder"))?;
        // The demo prints its sign-ins; the journeys read them there.
        let file = |name: &str| {
            std::fs::File::create(folder.join(name)).map_err(Fault::while_doing("cannot write"))
        };
        let port = free_port()?;
        let server = Command::new(program)
            .args(["demo", "--password", PASSWORD])
            .args(["--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(folder.join("data"))
            .stdin(Stdio::null())
            .stdout(file("printed")?)
            .stderr(file("log")?)
            .spawn()
            .map_err(Fault::while_doing("cannot start khuyencong"))?;
        let mut demo = Self {
            server,
            folder,
            port,
        };
        demo.wait()?;
        Ok(demo)
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "another process decides when it is ready"
    )]
    fn wait(&mut self) -> Result<(), Fault> {
        let address = SocketAddr::from(([127, 0, 0, 1], self.port));
        for _ in 0..START_TENTHS_MAX {
            if TcpStream::connect(address).is_ok() {
                return Ok(());
            }
            if self.server.try_wait().is_ok_and(|ended| ended.is_some()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(Fault::new(format!(
            "test: the demo does not answer:\n{log}"
        )))
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let ended = self.server.kill().and_then(|()| self.server.wait());
        if let Err(error) = ended.and_then(|_| std::fs::remove_dir_all(&self.folder)) {
            eprintln!("test: cannot clear away {}: {error}", self.folder.display());
        }
    }
}
