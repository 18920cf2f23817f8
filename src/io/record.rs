//! What was written into an output folder.
//!
//! In: the path of a record. Out: the files that mensi-site put there, and how they were when it did. Always: replaced as
//! a whole; a path in it is a clean [`OutPath`], whoever edited the file.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use crate::foundation::{Hash, OutPath};

use super::IoProblem;
use super::lock::real_folder;

/// The files by their paths.
pub(super) type Record = BTreeMap<OutPath, Entry>;

/// A file as it was when it was written.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub(super) struct Entry {
    pub hash: Hash,
    pub size: u64,
    /// Nanoseconds since 1970; 0 where the file is about to be written.
    pub mtime_ns: u64,
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

const VERSION: u32 = 1;

/// The record, empty where there is none yet.
///
/// # Errors
/// It cannot be read: without it nothing tells the user's files from ours.
pub(super) fn load(path: &Path) -> Result<Record, IoProblem> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Record::new()),
        Err(error) => return Err(IoProblem::system("read", path, &error)),
    };
    match serde_json::from_slice::<Read>(&bytes) {
        Ok(read) if read.version == VERSION => {
            Ok(read.files.into_iter().filter_map(|(path, entry)| Some((OutPath::new(&path)?, entry))).collect())
        }
        _ => Err(IoProblem::new(
            "bad-record",
            format!("{} is damaged, or from another version of mensi-site", path.display()),
            "delete it together with the output folder, and build again",
        )),
    }
}

/// `{"version":1,"files":{"path":{"hash":"…","size":1,"mtime_ns":1}}}`. Ten thousand entries are written in a hundredth of a
/// second: they are after every build.
fn written(record: &Record) -> String {
    let mut text = String::with_capacity(record.len() * 200 + 64);
    let _ = write!(text, "{{\"version\":{VERSION},\"files\":{{");
    for (number, (path, entry)) in record.iter().enumerate() {
        if number > 0 {
            text.push(',');
        }
        text.push_str(&serde_json::to_string(path).expect("text is JSON"));
        let Entry { hash, size, mtime_ns } = entry;
        let _ = write!(text, ":{{\"hash\":\"{hash}\",\"size\":{size},\"mtime_ns\":{mtime_ns}}}");
    }
    text.push_str("}}");
    text
}

/// Replaces the record as a whole.
pub(super) fn save(path: &Path, record: &Record) -> Result<(), IoProblem> {
    let folder = path.parent().expect("a record is below the root");
    real_folder(folder.parent().expect("a record is in .mensi/written"))?;
    real_folder(folder)?;
    let text = written(record);
    let temporary = path.with_extension("json.new");
    // Not written through, should somebody have put a link there.
    let _ = fs::remove_file(&temporary);
    let saved = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    saved.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        IoProblem::system("write", path, &error)
    })
}
