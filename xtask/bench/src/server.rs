//! The built program: making the demo, serving it, coming in.

use crate::failure::Failure;
use kc_testkit::wire::Visitor;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A sign-in that the demo printed.
pub(crate) struct SignIn {
    name: String,
    password: String,
}

/// Makes the demo in an empty folder and answers the sign-in of one role.
pub(crate) fn build_demo(program: &Path, data: &Path, role: &str) -> Result<SignIn, Failure> {
    let output = Command::new(program).args(["demo", "--no-serve", "--data"]).arg(data).output()?;
    let printed = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(Failure::new(String::from_utf8_lossy(&output.stderr)));
    }
    let line = printed.lines().find(|line| line.contains(role));
    let mut words = line.unwrap_or_default().split_whitespace().rev();
    let (password, name) = (words.next(), words.next());
    let pair = name.zip(password).map(|(name, password)| SignIn {
        name: name.to_owned(),
        password: password.to_owned(),
    });
    pair.ok_or_else(|| Failure::new(format!("the demo printed no sign-in for {role}:\n{printed}")))
}

/// The program serving a folder; it ends when this is dropped.
pub(crate) struct Server {
    child: Child,
    /// Where it answers.
    pub(crate) address: SocketAddr,
    /// From the start of the process until it said that it serves.
    pub(crate) started_in: Duration,
}

impl Server {
    /// Starts the program on a free port.
    pub(crate) fn start(program: &Path, data: &Path) -> Result<Self, Failure> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let started = Instant::now();
        let mut child = Command::new(program)
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(data)
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = child.stdout.take().ok_or_else(|| Failure::new("no output"))?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let started_in = started.elapsed();
        let server = Self { child, address, started_in };
        if line.is_empty() {
            return Err(Failure::new("the program ended before it served"));
        }
        Ok(server)
    }

    /// The process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// A visitor who has signed in.
    pub(crate) fn visitor(&self, who: &SignIn) -> Result<Visitor, Failure> {
        let mut visitor = Visitor::new(self.address)?;
        let typed = [("sign_in", who.name.as_str()), ("password", who.password.as_str())];
        let answer = visitor.submit("/sign-in", "/sign-in", &typed)?;
        if answer.location.is_none() {
            return Err(Failure::new(format!("{} could not sign in", who.name)));
        }
        Ok(visitor)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait()) {
            eprintln!("bench: cannot end the program: {error}");
        }
    }
}
