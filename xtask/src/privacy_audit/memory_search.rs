//! Searches the memory of processes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};

use anyhow::{Context as _, Result};
use memchr::memmem;

use crate::process::{command, succeeds};

/// A name and the bytes to search for.
pub(super) type Pattern = (&'static str, Vec<u8>);

/// The names of patterns, and how often each was found.
pub(super) type Hits = BTreeMap<&'static str, usize>;

/// Counts `patterns` in all writable memory of `pid`, which is stopped meanwhile.
fn search(pid: u32, patterns: &[Pattern]) -> Result<Hits> {
    signal(pid, "-STOP");
    let hits = count(pid, patterns);
    signal(pid, "-CONT");
    hits
}

fn signal(pid: u32, name: &str) {
    // A process that has ended is reported when its memory cannot be opened.
    succeeds(&mut command("kill", &[name, &pid.to_string()]));
}

fn count(pid: u32, patterns: &[Pattern]) -> Result<Hits> {
    let mut hits: Hits = patterns.iter().map(|&(name, _)| (name, 0)).collect();
    let maps = fs::read_to_string(format!("/proc/{pid}/maps")).context("the process has ended")?;
    let mut memory = File::open(format!("/proc/{pid}/mem"))
        .context("its memory cannot be read; run as administrator")?;
    for map in maps.lines() {
        let mut fields = map.split_whitespace();
        let (range, rights) =
            (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').context("a mapping has two ends")?;
        let (from, to) = (u64::from_str_radix(from, 16)?, u64::from_str_radix(to, 16)?);
        let mut bytes = Vec::new();
        memory.seek(SeekFrom::Start(from))?;
        // Reading stops early at pages that were never touched or were freed meanwhile.
        let _ = (&memory).take(to - from).read_to_end(&mut bytes);
        for (name, pattern) in patterns {
            *hits.entry(name).or_default() += memmem::find_iter(&bytes, pattern).count();
        }
    }
    Ok(hits)
}

/// The process `parent` and those that it started.
pub(super) fn process_and_children(parent: u32) -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let line = format!("PPid:\t{parent}\n");
    let is_child = |pid: &u32| {
        fs::read_to_string(format!("/proc/{pid}/status")).is_ok_and(|status| status.contains(&line))
    };
    std::iter::once(parent).chain(pids.filter(is_child)).collect()
}

/// Counts `patterns` in all these processes together.
///
/// # Errors
/// When a process has ended, or its memory may not be read.
pub(super) fn search_all(pids: &[u32], patterns: &[Pattern]) -> Result<Hits> {
    let mut all = Hits::new();
    for &pid in pids {
        for (name, count) in search(pid, patterns)? {
            *all.entry(name).or_default() += count;
        }
    }
    Ok(all)
}

/// The counts in words: `12 as grey, 0 as RGB`.
pub(super) fn describe(hits: &Hits) -> String {
    let parts = hits.iter().map(|(name, count)| format!("{count} {name}"));
    parts.collect::<Vec<_>>().join(", ")
}
