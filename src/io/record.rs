//! What was written into an output folder.
//!
//! In: the path of a record. Out: the files that mensi-site put there, and how they were when it did. Always: replaced as
//! a whole; a path in it is a clean [`OutPath`], whoever edited the file.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use rayon::prelude::*;
use serde::Deserialize;

use crate::cache::{Last, Page};
use crate::foundation::{Fingerprint, OutPath};

use super::IoProblem;
use super::folder::Folder;
use super::output::Output;
use super::own::{self, real_folder};

/// The files by their paths.
pub(super) type Record = BTreeMap<OutPath, Entry>;

/// A file as it was when it was written.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub(super) struct Entry {
    pub content: Fingerprint,
    pub size: u64,
    /// Nanoseconds since 1970; 0 where the file is about to be written.
    pub mtime_ns: u64,
}

impl Entry {
    /// Whether the file is there as it was written, by its looks.
    pub fn is_seen(&self, folder: &Folder, path: &OutPath) -> bool {
        folder.look(path.as_str()).is_ok_and(|seen| seen.is_file && self.fits(seen.look.size, seen.look.mtime_ns))
    }

    /// Whether a plain file of this size and time is the one that was written.
    pub fn fits(&self, size: u64, mtime_ns: u64) -> bool {
        self.mtime_ns == mtime_ns && mtime_ns != 0 && self.size == size
    }
}

/// Nanoseconds since 1970, 0 where the disk does not say.
pub(super) fn mtime_ns(metadata: &fs::Metadata) -> u64 {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

#[derive(Deserialize)]
struct Read {
    version: u32,
    files: BTreeMap<String, Entry>,
}

const VERSION: u32 = 2;

/// The record, empty where there is none yet, and the fingerprint of how it is written down. What the cache has of it is
/// taken from there.
///
/// # Errors
/// It cannot be read: without it nothing tells the user's files from ours.
pub(super) fn load(output: &Output, last: &Last) -> Result<(Record, Fingerprint), IoProblem> {
    let path = output.record.as_path();
    let bytes = match own::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((Record::new(), Fingerprint::default())),
        Err(error) => return Err(IoProblem::system("read", path, &error)),
    };
    let fingerprint = Fingerprint::of_bytes(&bytes);
    if fingerprint == last.record {
        let entry = |page: &Page| Entry { content: page.content, size: page.size, mtime_ns: page.mtime_ns };
        return Ok((last.pages.iter().map(|(path, page)| (path.clone(), entry(page))).collect(), fingerprint));
    }
    match serde_json::from_slice::<Read>(&bytes) {
        Ok(read) if read.version == VERSION => {
            let entries = read.files.into_iter().filter_map(|(path, entry)| Some((OutPath::new(&path)?, entry)));
            Ok((entries.collect(), fingerprint))
        }
        _ => Err(IoProblem::new(
            "bad-record",
            format!("{} is damaged, or from another version of mensi-site", path.display()),
            format!(
                "it is the list of what mensi-site wrote into {}. If there are files of your own in that folder, move \
                 those to a safe place; then empty the folder, delete this list, and build again. To leave all as it is, \
                 build into another folder with --out",
                output.folder.display()
            ),
        )),
    }
}

/// `{"version":2,"files":{"path":{"content":"…","size":1,"mtime_ns":1}}}`, in parts. Ten thousand entries are written in a
/// hundredth of a second: they are after every build that writes.
fn written(record: &Record) -> Vec<Vec<u8>> {
    let entries: Vec<_> = record.iter().collect();
    let middle: Vec<Vec<u8>> = entries.par_chunks(1024).map(written_part).collect();
    let mut parts = vec![format!("{{\"version\":{VERSION},\"files\":{{").into_bytes()];
    parts.extend(middle);
    // No entry follows the last one.
    if parts.len() > 1 {
        parts.last_mut().expect("there are two").pop();
    }
    parts.push(b"}}".to_vec());
    parts
}

/// Each entry with a comma after it.
fn written_part(entries: &[(&OutPath, &Entry)]) -> Vec<u8> {
    let mut text = Vec::with_capacity(entries.len() * 200);
    let mut hex = [0; 32];
    for (path, entry) in entries {
        let Entry { content, size, mtime_ns } = entry;
        serde_json::to_writer(&mut text, path).expect("memory takes what is written");
        text.extend_from_slice(br#":{"content":""#);
        text.extend_from_slice(content.hex(&mut hex).as_bytes());
        let _ = write!(text, r#"","size":{size},"mtime_ns":{mtime_ns}}},"#);
    }
    text
}

/// Replaces the record as a whole; the fingerprint of how it is written down.
pub(super) fn save(path: &Path, record: &Record) -> Result<Fingerprint, IoProblem> {
    let folder = path.parent().expect("a record is below the root");
    real_folder(folder.parent().expect("a record is in .mensi/written"))?;
    real_folder(folder)?;
    let parts = written(record);
    let fingerprint = Fingerprint::of_parts(parts.iter().map(Vec::as_slice));
    let temporary = path.with_extension("json.new");
    // Not written through, should somebody have put a link there.
    let _ = fs::remove_file(&temporary);
    let write = |mut file: fs::File| parts.iter().try_for_each(|part| file.write_all(part));
    let saved = fs::File::create_new(&temporary).and_then(write).and_then(|()| fs::rename(&temporary, path));
    match saved {
        Ok(()) => Ok(fingerprint),
        Err(error) => {
            let _ = fs::remove_file(&temporary);
            Err(IoProblem::system("write", path, &error))
        }
    }
}
