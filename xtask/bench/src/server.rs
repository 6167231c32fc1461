//! The built program, and the bare web layer beside it: making the demo, serving it, coming in.

use crate::failure::Failure;
use kc_testkit::wire::Visitor;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The word that makes this program the bare web layer.
pub(crate) const WEB: &str = "--bare-web";

/// The password of everybody in the demo of the bench.
const PASSWORD: &str = "chỉ để đo, không để dùng";

/// Makes the demo in an empty folder.
pub(crate) fn build_demo(program: &Path, data: &Path) -> Result<(), Failure> {
    let mut demo = Command::new(program);
    let output = demo
        .args(["demo", "--no-serve", "--password", PASSWORD, "--data"])
        .arg(data)
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(Failure::new(String::from_utf8_lossy(&output.stderr)))
}

/// Lets the program prove the ledger, and answers how long it took. Copied money overdraws its purse,
/// so what it finds is not looked at.
pub(crate) fn prove_ledger(program: &Path, data: &Path) -> Result<Duration, Failure> {
    let started = Instant::now();
    let words = ["ledger", "verify", "--json", "--data"];
    Command::new(program).args(words).arg(data).output()?;
    Ok(started.elapsed())
}

/// A process that serves; it ends when this is dropped.
pub(crate) struct Server {
    child: Child,
    /// Where it answers.
    pub(crate) address: SocketAddr,
    /// From the start of the process until it said that it serves.
    pub(crate) started_in: Duration,
}

impl Server {
    /// Starts the product on a free port.
    pub(crate) fn product(program: &Path, data: &Path) -> Result<Self, Failure> {
        let address = free_address()?;
        let mut command = Command::new(program);
        command
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(data)
            .env("RUST_LOG", "warn");
        Self::start(&mut command, address)
    }

    /// Starts the bare web layer on a free port.
    pub(crate) fn bare_web(file: &Path) -> Result<Self, Failure> {
        let address = free_address()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(WEB).arg(file).arg(address.to_string());
        Self::start(&mut command, address)
    }

    fn start(command: &mut Command, address: SocketAddr) -> Result<Self, Failure> {
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = child
            .stdout
            .take()
            .ok_or_else(|| Failure::new("no output"))?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let started_in = started.elapsed();
        let server = Self {
            child,
            address,
            started_in,
        };
        if line.is_empty() {
            return Err(Failure::new("the program ended before it served"));
        }
        Ok(server)
    }

    /// The process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Somebody of the demo, signed in.
    pub(crate) fn visitor(&self, name: &str) -> Result<Visitor, Failure> {
        let mut visitor = Visitor::new(self.address)?;
        let typed = [("sign_in", name), ("password", PASSWORD)];
        let answer = visitor.submit("/sign-in", "/sign-in", &typed)?;
        if answer.location.is_none() {
            return Err(Failure::new(format!("{name} could not sign in")));
        }
        Ok(visitor)
    }
}

fn free_address() -> Result<SocketAddr, Failure> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait()) {
            eprintln!("bench: cannot end the program: {error}");
        }
    }
}
