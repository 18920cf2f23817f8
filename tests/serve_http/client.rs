//! A made-up site behind the server, and a client that speaks just enough HTTP to see every byte.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use mensi_site::io::serve::{Handle, Preview, ServeOptions, bind, serve};

pub const TAG: &str = "<script src=\"/_mensi/reload.js\" defer></script>";
const PATIENCE: Duration = Duration::from_secs(10);

/// A site in memory that tests change.
#[derive(Clone, Default)]
pub struct Fake(pub Arc<Mutex<State>>);

#[derive(Default)]
pub struct State {
    pub files: BTreeMap<String, Vec<u8>>,
    pub base: String,
    pub style: String,
    pub problem: Option<String>,
}

impl Preview for Fake {
    fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        assert!(!path.contains("panic"), "a preview that fails");
        self.0.lock().unwrap().files.get(path).map(|bytes| bytes.as_slice().into())
    }

    fn languages(&self) -> Vec<String> {
        ["en", "cs", "de"].map(str::to_owned).into()
    }

    fn base_path(&self) -> String {
        self.0.lock().unwrap().base.clone()
    }

    fn stylesheets(&self) -> BTreeMap<String, String> {
        [("site.css".to_owned(), self.0.lock().unwrap().style.clone())].into()
    }

    fn problem(&self) -> Option<String> {
        self.0.lock().unwrap().problem.clone()
    }
}

pub struct Running {
    pub fake: Fake,
    pub address: SocketAddr,
    pub handle: Handle,
    pub thread: Option<JoinHandle<()>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.handle.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

pub fn run() -> Running {
    let fake = Fake::default();
    {
        let mut state = fake.0.lock().unwrap();
        state.base = "/mensi/".to_owned();
        state.style = "assets/site.11111111.css".to_owned();
    }
    for (path, text) in [
        ("index.html", "<body>chooser</body>"),
        ("404.html", "<body>nothing</body>"),
        ("en/404.html", "<body>not found</body>"),
        ("cs/404.html", "<body>nenalezeno</body>"),
        ("en/index.html", "<body>home</body>"),
        ("cs/index.html", "<body>domov</body>"),
        (
            "cs/skoly/x/index.html",
            "<!doctype html><link rel=stylesheet href=../../../assets/site.11111111.css><body>škola</body>",
        ),
        ("cs/feed.xml", "<feed/>"),
        ("files/a.pdf", "0123456789"),
    ] {
        fake.put(path, text);
    }
    fake.put("assets/site.11111111.css", &"a { color: red }\n".repeat(200));
    Running::on(fake, ServeOptions { port: 0, ..ServeOptions::default() })
}

impl Fake {
    pub fn put(&self, path: &str, text: &str) {
        self.0.lock().unwrap().files.insert(path.to_owned(), text.into());
    }

    pub fn take(&self, path: &str) {
        self.0.lock().unwrap().files.remove(path);
    }
}

impl Running {
    pub fn on(fake: Fake, options: ServeOptions) -> Running {
        let server = bind(&options).unwrap();
        let (address, handle) = (server.address(), server.handle());
        let preview: Arc<dyn Preview> = Arc::new(fake.clone());
        let thread = thread::spawn(move || serve(server, preview).unwrap());
        Running { fake, address, handle, thread: Some(thread) }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// The whole of a request, as it is sent.
    pub fn raw(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
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
        write!(stream, "GET /_mensi/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
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
        let mut lines = std::str::from_utf8(&bytes[..end]).unwrap().lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap().parse().unwrap();
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
        std::str::from_utf8(&self.body).unwrap()
    }
}

pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The next event and its data, `hello {"page":"…"}`; `None` where the stream has ended.
    pub fn next(&mut self) -> Option<String> {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).unwrap() == 0 {
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
}
