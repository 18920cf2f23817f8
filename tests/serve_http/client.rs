//! A made-up site behind the server.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use mensi_site::io::serve::{Handle, Preview, ServeOptions, bind, serve};

use crate::http::Client;

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
    pub client: Client,
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
        Running { fake, client: Client(address), handle, thread: Some(thread) }
    }
}

impl Deref for Running {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}
