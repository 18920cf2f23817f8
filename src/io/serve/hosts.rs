//! Who may ask.
//!
//! In: the address of a request and its headers. Out: whether it is answered, else why not, in a sentence. Always: a name
//! that somebody else controls is not answered for, wherever it points.

use std::net::IpAddr;

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri};

/// The host names that are answered for.
#[derive(Debug)]
pub(super) struct Hosts {
    listens_on: IpAddr,
    /// In lower case.
    names: Vec<String>,
}

type Refusal = (StatusCode, &'static str);

impl Hosts {
    /// `names` are answered for beside the loopback ones and the address itself. Where all addresses are listened on, so
    /// are the machine's own name and every address: an address cannot be rebound.
    pub(super) fn new(listens_on: IpAddr, names: &[String]) -> Hosts {
        let mut names: Vec<_> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
        if listens_on.is_unspecified()
            && let Some(name) = machine_name()
        {
            names.push(format!("{name}.local"));
            names.push(name);
        }
        Hosts { listens_on, names }
    }

    /// Whether a request is for one of our names (RFC 9110, section 7.4).
    pub(super) fn check(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Refusal> {
        let mut hosts = headers.get_all(HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok()).and_then(|host| host.parse::<Authority>().ok());
        // A request in absolute form names a host too, and then that one counts (RFC 9112, section 3.2.2).
        let (Some(host), None) = (host, hosts.next()) else {
            return Err((StatusCode::BAD_REQUEST, "This request does not say which host it is for."));
        };
        if [Some(&host), uri.authority()].into_iter().flatten().all(|host| self.ours(host.host())) {
            Ok(())
        } else {
            Err((
                StatusCode::MISDIRECTED_REQUEST,
                "This preview answers for localhost and for the address that it listens on, not for this name.",
            ))
        }
    }

    fn ours(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let name = host.strip_suffix('.').unwrap_or(&host);
        if let Ok(ip) = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
            return self.listens_on.is_unspecified() || ip.is_loopback() || ip == self.listens_on;
        }
        name == "localhost" || name.ends_with(".localhost") || self.names.iter().any(|ours| ours == name)
    }
}

/// Whether a request comes from a page of ours, as far as a browser says: a stream of events is for them alone.
pub(super) fn check_origin(headers: &HeaderMap) -> Result<(), Refusal> {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("null"));
    let site = text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let origin = text(ORIGIN.as_str()).is_none_or(|origin| host_of(origin) == text(HOST.as_str()));
    if site && origin { Ok(()) } else { Err((StatusCode::FORBIDDEN, "Only pages of this preview may listen here.")) }
}

/// `localhost:8000` of `http://localhost:8000/en/`, of an Origin or a Referer.
pub(super) fn host_of(address: &str) -> Option<&str> {
    address.strip_prefix("http://")?.split(['/', '?', '#']).next()
}

#[cfg(unix)]
fn machine_name() -> Option<String> {
    let name =
        ["/proc/sys/kernel/hostname", "/etc/hostname"].into_iter().find_map(|file| std::fs::read_to_string(file).ok());
    clean(&name?)
}

#[cfg(not(unix))]
fn machine_name() -> Option<String> {
    clean(&std::env::var("COMPUTERNAME").ok()?)
}

fn clean(name: &str) -> Option<String> {
    Some(name.trim().to_ascii_lowercase()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(hosts: &Hosts, host: &str) -> Result<(), StatusCode> {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().expect("a header"));
        hosts.check(&Uri::from_static("/"), &headers).map_err(|(status, _)| status)
    }

    #[test]
    fn loopback_answers_for_loopback() {
        let hosts = Hosts::new([127, 0, 0, 1].into(), &["portal.test".to_owned()]);
        for ours in [
            "localhost",
            "LOCALHOST:8000",
            "cs.localhost:1",
            "127.0.0.1:8000",
            "[::1]:8000",
            "localhost.",
            "Portal.test",
        ] {
            assert_eq!(check(&hosts, ours), Ok(()), "{ours}");
        }
        for foreign in ["evil.example", "localhost.evil.example", "evillocalhost", "192.168.1.5", "[::2]:8000"] {
            assert_eq!(check(&hosts, foreign), Err(StatusCode::MISDIRECTED_REQUEST), "{foreign}");
        }
        for bad in ["", "a b", "/"] {
            assert_eq!(check(&hosts, bad), Err(StatusCode::BAD_REQUEST), "{bad}");
        }
    }

    #[test]
    fn all_addresses_answer_for_every_address_and_no_foreign_name() {
        let hosts = Hosts::new([0, 0, 0, 0].into(), &[]);
        assert_eq!(check(&hosts, "192.168.1.5:8000"), Ok(()));
        assert_eq!(check(&hosts, "[fe80::1]"), Ok(()));
        assert_eq!(check(&hosts, "evil.example"), Err(StatusCode::MISDIRECTED_REQUEST));
        if let Some(name) = machine_name() {
            assert_eq!(check(&hosts, &name), Ok(()));
        }
    }

    #[test]
    fn the_absolute_form_counts_too() {
        let hosts = Hosts::new([127, 0, 0, 1].into(), &[]);
        let mut headers = HeaderMap::new();
        let uri = Uri::from_static("http://evil.example/");
        assert_eq!(hosts.check(&uri, &headers).map_err(|(status, _)| status), Err(StatusCode::BAD_REQUEST));
        headers.insert(HOST, "localhost".parse().expect("a header"));
        assert_eq!(hosts.check(&uri, &headers).map_err(|(status, _)| status), Err(StatusCode::MISDIRECTED_REQUEST));
        headers.append(HOST, "localhost".parse().expect("a header"));
        let twice = hosts.check(&Uri::from_static("/"), &headers).map_err(|(status, _)| status);
        assert_eq!(twice, Err(StatusCode::BAD_REQUEST));
    }

    #[test]
    fn only_our_pages_listen() {
        let check = |headers: &[(&'static str, &str)]| {
            let pairs = headers
                .iter()
                .map(|(name, value)| (axum::http::HeaderName::from_static(name), value.parse().expect("a header")));
            check_origin(&pairs.collect()).is_ok()
        };
        let host = ("host", "localhost:8000");
        assert!(check(&[host]));
        assert!(check(&[host, ("sec-fetch-site", "same-origin"), ("origin", "http://localhost:8000")]));
        assert!(!check(&[host, ("sec-fetch-site", "cross-site")]));
        assert!(!check(&[host, ("sec-fetch-site", "same-site")]));
        assert!(!check(&[host, ("origin", "http://localhost:8001")]));
        assert!(!check(&[host, ("origin", "null")]));
    }
}
