//! A client that speaks just enough HTTP to see every byte that a preview sends.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What the server adds to every page.
pub const TAG: &str = "<script src=\"/_mensi/reload.js\" defer></script>";
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser, as far as the server sees one.
#[derive(Clone, Copy, Debug)]
pub struct Client(pub SocketAddr);

impl Client {
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.0).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout above 0");
        stream
    }

    /// The whole of a request, as it is sent.
    pub fn raw(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers and closes");
        Answer::new(&bytes)
    }

    pub fn ask(&self, line: &str, headers: &[&str]) -> Answer {
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        self.raw(&format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"))
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[])
    }

    pub fn listen(&self, query: &str) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /_mensi/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("it reads");
        Events(BufReader::new(stream))
    }
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn new(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").expect("an end of the headers");
        let mut lines = std::str::from_utf8(&bytes[..end]).expect("UTF-8").lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
        let mut headers = BTreeMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            assert!(headers.insert(name.to_lowercase(), value.to_owned()).is_none(), "{name} twice");
        }
        Answer { status, headers, body: bytes[end + 4..].into() }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }
}

pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The next event and its data, `hello {"page":"…"}`; `None` where the stream has ended.
    pub fn next(&mut self) -> Option<String> {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).expect("an event within the time that tests wait") == 0 {
                return None;
            }
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.trim_end().to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some(format!("{name} {}", data.trim_end()));
            }
        }
    }

    pub fn expect(&mut self, start: &str) -> String {
        let event = self.next().expect("the stream goes on");
        assert!(event.starts_with(start), "{event} instead of {start}");
        event
    }

    /// What comes first of an event that begins so; others are passed over.
    pub fn until(&mut self, start: &str) -> String {
        loop {
            let event = self.next().expect("the stream goes on");
            if event.starts_with(start) {
                return event;
            }
        }
    }
}
