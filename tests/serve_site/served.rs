//! The program while it serves a site, and what it sends.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{Entry, Files, Site, TODAY, fixture, over};
use crate::http::{Client, TAG};

/// For what takes milliseconds where nothing else runs.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running `mensi-site serve`, which ends with this.
pub struct Served {
    pub client: Client,
    child: Child,
    out: Text,
    err: Text,
}

type Text = Arc<Mutex<String>>;

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A program that has been started and may not serve yet.
pub struct Starting {
    child: Child,
    out: Text,
    err: Text,
}

impl Drop for Starting {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn start(site: &Site, args: &[&str]) -> Starting {
    let port: &[&str] = if args.contains(&"--port") { &[] } else { &["--port", "0"] };
    let day: &[&str] = if args.contains(&"--as-of") { &[] } else { &["--as-of", TODAY] };
    spawn(site.command(&[&["serve"], port, day, args].concat()))
}

pub fn spawn(mut command: Command) -> Starting {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let out = follow(child.stdout.take().expect("piped"));
    let err = follow(child.stderr.take().expect("piped"));
    Starting { child, out, err }
}

/// What a stream says, as it comes.
fn follow(stream: impl Read + Send + 'static) -> Text {
    let text = Text::default();
    let all = text.clone();
    thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        while stream.read_line(&mut line).is_ok_and(|read| read > 0) {
            all.lock().expect("no panic").push_str(&line);
            line.clear();
        }
    });
    text
}

impl Starting {
    /// Waits until it serves.
    pub fn serves(mut self) -> Served {
        let port = eventually("it serves", || {
            let out = self.out.lock().expect("no panic").clone();
            let port = out.split("Serving http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
            if port.is_none()
                && let Some(ended) = self.child.try_wait().expect("our own child")
            {
                panic!("{ended}: {out}{}", self.err.lock().expect("no panic"));
            }
            port.and_then(|port| port.parse().ok()).ok_or(out)
        });
        // Taken over by another value that ends it.
        let child = std::mem::replace(&mut self.child, ended());
        let client = Client(([127, 0, 0, 1], port).into());
        Served { client, child, out: self.out.clone(), err: self.err.clone() }
    }
}

/// A child that has nothing to do.
fn ended() -> Child {
    std::process::Command::new("true").stdin(Stdio::null()).spawn().expect("a program that does nothing")
}

pub fn serve(site: &Site, args: &[&str]) -> Served {
    start(site, args).serves()
}

/// Waits until something holds, which says what is the case as long as it does not.
pub fn eventually<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        match look() {
            Ok(found) => return found,
            Err(now) => assert!(Instant::now() < end, "waited in vain: {what}: {now}"),
        }
        thread::sleep(Duration::from_millis(3));
    }
}

impl Served {
    /// What it has said on standard output and on standard error.
    pub fn said(&self) -> (String, String) {
        (self.out.lock().expect("no panic").clone(), self.err.lock().expect("no panic").clone())
    }

    pub fn says(&self, error: &str) {
        eventually(error, || {
            let said = self.said().1;
            if said.contains(error) { Ok(()) } else { Err(said) }
        });
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, and after how long.
    pub fn end(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        let status = eventually("it ends", || self.child.try_wait().expect("our own child").ok_or(String::new()));
        (status, begun.elapsed())
    }

    /// A file of the site as a build would write it; `None` where it has none.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        let answer = self.client.get(&format!("/{}", encoded(path)));
        let is_page = answer.header("content-type").starts_with("text/html");
        match answer.status {
            200 if is_page => Some(without_script(&answer.body)),
            200 => Some(answer.body),
            404 => None,
            status => panic!("{path}: {status}"),
        }
    }

    pub fn text(&self, path: &str) -> String {
        self.file(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// Waits until a page has a text.
    pub fn shows(&self, path: &str, text: &str) {
        eventually(&format!("{path} has {text}"), || {
            let page = self.text(path);
            if page.contains(text) { Ok(()) } else { Err(format!("{page}\n{:?}", self.said())) }
        });
    }

    /// What a page that begins to listen is told of errors.
    pub fn problem(&self) -> Option<String> {
        let mut events = self.client.listen("page=%2Fen%2F");
        events.expect("hello");
        let told = events.next().expect("the stream goes on");
        let text = told.strip_prefix("problem ")?;
        let json: serde_json::Value = serde_json::from_str(text).expect("JSON");
        Some(json["text"].as_str().expect("a text").to_owned())
    }

    pub fn tells(&self, part: &str) -> String {
        eventually(part, || {
            let problem = self.problem();
            problem.clone().filter(|text| text.contains(part)).ok_or(format!("{problem:?}"))
        })
    }

    /// In what it differs from a site; `gone` are paths that must not be there.
    pub fn differs<'p>(
        &self,
        site: &BTreeMap<String, Vec<u8>>,
        gone: impl Iterator<Item = &'p String>,
    ) -> Option<String> {
        for (path, bytes) in site {
            let sent = self.file(path);
            if sent.as_ref() != Some(bytes) {
                let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let sent = sent.map_or("nothing".into(), |sent| shown(&sent));
                return Some(format!("{path} is\n{sent}\nand must be\n{}", shown(bytes)));
            }
        }
        gone.filter(|path| !site.contains_key(*path))
            .find(|path| self.file(path).is_some())
            .map(|path| format!("{path} is still there"))
    }
}

fn without_script(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8(page.to_owned()).expect("UTF-8");
    assert_eq!(page.matches(TAG).count(), 1, "{page}");
    page.replacen(TAG, "", 1).into_bytes()
}

fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// A site that is edited while it is served.
pub struct Live {
    pub site: Site,
    /// The sources as they are on disk.
    pub files: Files,
    pub served: Served,
    args: Vec<String>,
    /// Every path that there ever was.
    paths: BTreeMap<String, Vec<u8>>,
}

impl Live {
    pub fn new(files: &Files, args: &[&str]) -> Live {
        let site = Site::new(files);
        let served = serve(&site, args);
        let args = args.iter().map(|arg| (*arg).to_owned()).collect();
        Live { site, files: files.clone(), served, args, paths: BTreeMap::new() }
    }

    /// Saves files, all at once.
    pub fn save(&mut self, text: &str) {
        self.site.write(&fixture(text));
        self.files = over(&self.files, text);
        self.files.retain(|_, entry| *entry != Entry::Removed);
    }

    /// Waits until all that is sent is what a build of the same sources writes.
    pub fn settles(&mut self) {
        let cold = Site::new(&self.files);
        cold.build(&self.args.iter().map(String::as_str).collect::<Vec<_>>());
        let expected = cold.public();
        eventually("what is sent is what a build writes", || {
            let differs = self.served.differs(&expected, self.paths.keys());
            let differs = differs.or_else(|| self.served.problem());
            differs.map_or(Ok(()), |differs| Err(format!("{differs}\n{:?}", self.served.said())))
        });
        self.paths.extend(expected);
    }
}
