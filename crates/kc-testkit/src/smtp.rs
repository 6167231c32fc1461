//! A mail server on this machine that keeps what it receives: RFC 5321, as far as tests need it.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// So long a test waits for a letter before it is given up as lost.
const PATIENCE: Duration = Duration::from_mins(1);

/// A letter as it came over the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The sender of the envelope.
    pub from: String,
    /// The receivers of the envelope.
    pub to: Vec<String>,
    /// Headers and body, dots unstuffed.
    pub data: Vec<u8>,
}

/// What the server knows.
#[derive(Debug, Default)]
struct State {
    received: Vec<Received>,
    held: usize,
    holds: bool,
    refuses: bool,
    is_over: bool,
}

/// What the server knows, and the bell that rings when it knows more.
#[derive(Debug, Default)]
struct Desk {
    state: Mutex<State>,
    bell: Condvar,
}

/// A mail server; gone when dropped.
pub struct MailServer {
    address: SocketAddr,
    desk: Arc<Desk>,
    thread: Option<JoinHandle<()>>,
}

impl MailServer {
    /// Opens a server on a free port.
    pub fn open() -> Self {
        Self::open_at(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
    }

    /// Opens a server at an address, where one stood before.
    pub fn open_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let desk = Arc::new(Desk::default());
        let shared = Arc::clone(&desk);
        let thread = std::thread::spawn(move || serve(&listener, &shared));
        Self {
            address,
            desk,
            thread: Some(thread),
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address for the program: `smtp://127.0.0.1:…`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// From now on every letter is refused for the moment, or taken again.
    pub fn refuse(&self, refuses: bool) {
        self.desk.change(|state| state.refuses = refuses);
    }

    /// From now on the server reads letters but does not say that it has them.
    pub fn hold(&self) {
        self.desk.change(|state| state.holds = true);
    }

    /// Says what was held back, and holds no more.
    pub fn let_go(&self) {
        self.desk.change(|state| state.holds = false);
    }

    /// Waits until a letter is held back.
    pub fn wait_until_held(&self) {
        self.desk.wait("a letter held back", |state| state.held > 0);
    }

    /// Waits until so many letters were received.
    pub fn wait_for(&self, letters: usize) {
        let is_there = |state: &State| state.received.len() >= letters;
        self.desk.wait("all letters", is_there);
    }

    /// What was received, in order.
    pub fn received(&self) -> Vec<Received> {
        self.desk.lock().received.clone()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.desk.change(|state| {
            state.is_over = true;
            state.holds = false;
        });
        // Wakes the thread, which waits for the next connection.
        drop(TcpStream::connect(self.address));
        drop(self.thread.take().map(JoinHandle::join));
    }
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.bell.notify_all();
    }

    /// Waits for the bell until something holds.
    fn wait(&self, what: &str, holds: impl Fn(&State) -> bool) {
        let waited = self
            .bell
            .wait_timeout_while(self.lock(), PATIENCE, |state| !holds(state));
        let waited = waited.unwrap_or_else(PoisonError::into_inner);
        assert!(
            !waited.1.timed_out(),
            "the mail server waited in vain for {what}"
        );
    }

    /// Keeps a letter, once nobody holds it back.
    fn keep(&self, letter: Received) {
        self.change(|state| state.held = state.held.saturating_add(1));
        let open = self.bell.wait_while(self.lock(), |state| state.holds);
        drop(open);
        self.change(|state| {
            state.held = state.held.saturating_sub(1);
            state.received.push(letter);
        });
    }
}

/// Each conversation has a thread of its own: a client that pauses keeps nobody waiting.
fn serve(listener: &TcpListener, desk: &Arc<Desk>) {
    for stream in listener.incoming() {
        if desk.lock().is_over {
            return;
        }
        let desk = Arc::clone(desk);
        // A client that hangs up in the middle ends its own conversation only.
        std::thread::spawn(move || drop(stream.and_then(|stream| talk(stream, &desk))));
    }
}

/// One conversation, from greeting to farewell.
fn talk(stream: TcpStream, desk: &Desk) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    say(&mut reader, "220 test")?;
    let mut letter = empty();
    loop {
        let Some(line) = line(&mut reader)? else {
            return Ok(());
        };
        let text = String::from_utf8_lossy(&line).into_owned();
        let verb = text.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say(&mut reader, "250-test\r\n250 8BITMIME")?,
            "HELO" | "NOOP" => say(&mut reader, "250 ok")?,
            "MAIL" if desk.lock().refuses => say(&mut reader, "451 later")?,
            "MAIL" => {
                letter = empty();
                letter.from = path(&text);
                say(&mut reader, "250 ok")?;
            }
            "RCPT" => {
                letter.to.push(path(&text));
                say(&mut reader, "250 ok")?;
            }
            "DATA" => {
                say(&mut reader, "354 go on")?;
                letter.data = data(&mut reader)?;
                desk.keep(letter.clone());
                say(&mut reader, "250 kept")?;
            }
            "QUIT" => return say(&mut reader, "221 bye"),
            _ => say(&mut reader, "502 unknown")?,
        }
    }
}

fn empty() -> Received {
    Received {
        from: String::new(),
        to: Vec::new(),
        data: Vec::new(),
    }
}

fn say(reader: &mut BufReader<TcpStream>, reply: &str) -> io::Result<()> {
    reader
        .get_mut()
        .write_all(format!("{reply}\r\n").as_bytes())
}

/// One line without its end; nothing at the end of the conversation.
fn line(reader: &mut BufReader<TcpStream>) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if reader.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    let end = line.trim_ascii_end().len();
    line.truncate(end);
    Ok(Some(line))
}

/// What stands between the angle brackets.
fn path(text: &str) -> String {
    let inner = text
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inner.map_or_else(String::new, |(path, _)| path.to_owned())
}

/// The lines up to the one that holds a dot alone.
fn data(reader: &mut BufReader<TcpStream>) -> io::Result<Vec<u8>> {
    let mut data = Vec::new();
    while let Some(line) = line(reader)? {
        if line == b"." {
            break;
        }
        data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        data.extend_from_slice(b"\r\n");
    }
    Ok(data)
}
