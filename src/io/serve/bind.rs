//! Where the server listens.
//!
//! In: an address and a port. Out: a listening [`Server`], on that port or on the next free one. Always: loopback unless
//! another address was asked for; ports that were taken are named.

use std::io::{Error, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};

use tokio::sync::watch;

use crate::io::IoProblem;

use super::Handle;
use super::hosts::Hosts;

/// How many ports are tried, the asked one included.
const TRIES: u16 = 20;

/// Where to listen, and under which names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServeOptions {
    /// An address of this machine; the unspecified one (`0.0.0.0`, `::`) for all of them.
    pub host: IpAddr,
    /// 0 for any that is free.
    pub port: u16,
    /// Host names that are answered for, beside those that go without saying: `portal.test`.
    pub names: Vec<String>,
}

impl Default for ServeOptions {
    fn default() -> ServeOptions {
        ServeOptions { host: Ipv4Addr::LOCALHOST.into(), port: 8000, names: Vec::new() }
    }
}

/// A server that listens and does not answer yet; see [`serve`](super::serve).
#[derive(Debug)]
pub struct Server {
    pub(super) listener: TcpListener,
    pub(super) hosts: Hosts,
    pub(super) handle: Handle,
    address: SocketAddr,
    taken: Vec<u16>,
}

impl Server {
    /// The address that it listens on; the port is the real one.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// An address for a browser on this machine: `http://127.0.0.1:8000/`.
    pub fn url(&self) -> String {
        let host: IpAddr = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => std::net::Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}/", SocketAddr::new(host, self.address.port()))
    }

    /// The ports that were asked for first and are in use by another program.
    pub fn taken(&self) -> &[u16] {
        &self.taken
    }

    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }
}

/// Listens on the asked port, or on the first free one of those after it. Connections are kept waiting from here on, so
/// that a browser may be opened before the first page is there.
///
/// # Errors
/// All ports that were tried are taken; the address is not one of this machine; the port needs rights that we lack.
pub fn bind(options: &ServeOptions) -> Result<Server, IoProblem> {
    let mut taken = Vec::new();
    for port in (0..TRIES).map_while(|step| options.port.checked_add(step)) {
        let asked = SocketAddr::new(options.host, port);
        match TcpListener::bind(asked) {
            Ok(listener) => return listening(listener, options, taken).map_err(|error| refused(asked, &error)),
            Err(error) if error.kind() == ErrorKind::AddrInUse => taken.push(port),
            Err(error) => return Err(refused(asked, &error)),
        }
    }
    let last = taken.last().copied().unwrap_or(options.port);
    Err(IoProblem::new(
        "ports-in-use",
        format!("the ports {} to {last} of {} are all in use", options.port, options.host),
        "stop a server that you do not need any more, or name a free port with `--port`",
    ))
}

fn listening(listener: TcpListener, options: &ServeOptions, taken: Vec<u16>) -> Result<Server, Error> {
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let hosts = Hosts::new(options.host, &options.names);
    Ok(Server { listener, hosts, handle: Handle(watch::Sender::default()), address, taken })
}

fn refused(asked: SocketAddr, error: &Error) -> IoProblem {
    let (reason, help) = match error.kind() {
        ErrorKind::AddrNotAvailable => (
            "this computer has no such address".to_owned(),
            "leave `--host` out, or give it an address of this computer",
        ),
        ErrorKind::PermissionDenied => {
            ("permission denied".to_owned(), "name a port from 1024 on with `--port`: lower ones belong to the system")
        }
        _ => (error.to_string(), "name another port with `--port`"),
    };
    IoProblem::new("cannot-listen", format!("cannot listen on {asked}: {reason}"), help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(port: u16) -> ServeOptions {
        ServeOptions { port, ..ServeOptions::default() }
    }

    #[test]
    fn the_next_free_port_is_taken_and_said() {
        let first = bind(&on(0)).expect("a free port");
        let port = first.address().port();
        assert!(first.taken().is_empty());
        let second = bind(&on(port)).expect("one of the next twenty is free");
        assert!(second.address().port() > port);
        assert_eq!(second.taken().first(), Some(&port));
        assert_eq!(second.url(), format!("http://127.0.0.1:{}/", second.address().port()));
    }

    #[test]
    fn a_foreign_address_is_refused_with_a_remedy() {
        // TEST-NET-1 of RFC 5737: never an address of a machine.
        let host = Ipv4Addr::new(192, 0, 2, 1).into();
        let problem = bind(&ServeOptions { host, ..on(0) }).expect_err("not ours");
        assert_eq!(problem.code, "cannot-listen");
        assert!(problem.message.contains("192.0.2.1"), "{problem}");
    }

    #[test]
    fn the_last_port_has_no_next() {
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, u16::MAX));
        let tried = bind(&on(u16::MAX));
        assert!(held.is_err() || tried.is_err_and(|problem| problem.code == "ports-in-use"));
    }
}
