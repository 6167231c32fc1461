//! One HTTP/1.1 connection that stays open: just enough to ask and to count the answer.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// No page of the product takes this long.
const PATIENCE: Duration = Duration::from_mins(1);

/// An open connection to the server.
pub struct Connection {
    stream: BufReader<TcpStream>,
}

/// What came back.
pub struct Answer {
    /// The status code, as in 200.
    pub status: u16,
    /// Values of `set-cookie`, up to the first semicolon.
    pub cookies: Vec<String>,
    /// The value of `location`, where the answer leads elsewhere.
    pub location: Option<String>,
    /// The page.
    pub body: Vec<u8>,
}

impl Connection {
    /// Connects, and sends each request at once.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream: BufReader::new(stream),
        })
    }

    /// Sends a request that is already written out, and reads the whole answer.
    pub fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.get_mut().write_all(request)?;
        let status = self.status()?;
        let mut answer = Answer {
            status,
            cookies: Vec::new(),
            location: None,
            body: Vec::new(),
        };
        let mut length = Length::Known(0);
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = Length::Known(number(value, 10)?),
                "transfer-encoding" => length = Length::Chunked,
                "location" => answer.location = Some(value.to_owned()),
                "set-cookie" => {
                    answer
                        .cookies
                        .extend(value.split(';').next().map(ToOwned::to_owned));
                }
                _ => {}
            }
        }
        self.body(length, &mut answer.body)?;
        Ok(answer)
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(broken("the server closed the connection"));
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }

    fn status(&mut self) -> io::Result<u16> {
        let line = self.line()?;
        let code = line.split(' ').nth(1).and_then(|code| code.parse().ok());
        code.ok_or_else(|| broken("the answer has no status"))
    }

    fn body(&mut self, length: Length, body: &mut Vec<u8>) -> io::Result<()> {
        match length {
            Length::Known(bytes) => self.take(bytes, body),
            Length::Chunked => loop {
                let bytes = number(&self.line()?, 16)?;
                self.take(bytes, body)?;
                self.line()?;
                if bytes == 0 {
                    return Ok(());
                }
            },
        }
    }

    fn take(&mut self, bytes: u64, body: &mut Vec<u8>) -> io::Result<()> {
        self.stream
            .by_ref()
            .take(bytes)
            .read_to_end(body)
            .map(|_| ())
    }
}

#[derive(Clone, Copy)]
enum Length {
    Known(u64),
    Chunked,
}

fn number(text: &str, radix: u32) -> io::Result<u64> {
    u64::from_str_radix(text.trim(), radix).map_err(|error| broken(&error.to_string()))
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
