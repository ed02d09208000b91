//! Whether a picture has a result already, for `--resume`.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;
#[cfg(unix)]
use std::time::Duration;
use std::time::SystemTime;

use imagetotext::export;
use imagetotext::{Document, Page};

use super::names::page_path;
use crate::args::{Format, Job};

/// Bytes of a result that say how many files it has.
const HEAD_BYTES: u64 = 4096;

/// Whether the result at `path` is newer than the picture, and whole.
pub(super) fn is_done(path: &Path, picture: &Path, job: &Job) -> bool {
    let is_result = |it: &Metadata| it.is_file() && (it.len() > 0 || may_be_empty(job));
    let result = fs::metadata(path).and_then(|it| Ok((is_result(&it), it.modified()?)));
    let picture = fs::metadata(picture).and_then(|it| last_change(&it));
    match (result, picture) {
        (Ok((true, result)), Ok(picture)) => {
            result > picture && (job.format != Format::Page || has_all_pages(path))
        }
        _ => false,
    }
}

/// Whether the result of a picture without text is empty in this format.
fn may_be_empty(job: &Job) -> bool {
    let blank = Document::new(vec![Page::new(1, 1, Vec::new())]);
    let format = export::Format::from(job.format);
    format.is_text() && export::render(&blank, format, job.lines.into(), None).is_empty()
}

/// Whether the files of all pages are there, of which this is the first one.
fn has_all_pages(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = |file: File| file.take(HEAD_BYTES).read_to_end(&mut head);
    if File::open(path).and_then(read).is_err() {
        return false;
    }
    let is_file = |page| fs::metadata(page_path(path, page)).is_ok_and(|it| it.len() > 0);
    u32::try_from(export::page_xml_count(&head)).is_ok_and(|count| (2..=count).all(is_file))
}

/// When a picture was changed or put in its place: one that is moved keeps the time of its last change.
#[cfg(unix)]
fn last_change(metadata: &Metadata) -> io::Result<SystemTime> {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = Duration::from_secs(metadata.ctime().max(0) as u64);
    let moved = seconds + Duration::from_nanos(metadata.ctime_nsec().max(0) as u64);
    Ok(metadata.modified()?.max(SystemTime::UNIX_EPOCH + moved))
}

/// When a picture was changed.
#[cfg(not(unix))]
fn last_change(metadata: &Metadata) -> io::Result<SystemTime> {
    metadata.modified()
}
