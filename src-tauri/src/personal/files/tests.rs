//! Files that are damaged, blocked, half written or forbidden.

#[cfg(unix)]
mod unix;

use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{fs, io};

use tempfile::TempDir;

use super::*;
use crate::contract::StorageError;
use crate::personal::directory::{MAX_BYTES, storage_error};
use FileKind::{Consent, Settings};

/// The environment variable that gives a test process its directory.
const DIRECTORY: &str = "IMAGETOTEXT_TEST_DIRECTORY";

/// Files in a directory that does not exist yet.
fn files() -> (TempDir, Files) {
    let root = tempfile::tempdir().unwrap();
    let files = Files::new(root.path().join("deep/below"));
    (root, files)
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_file_is_read_as_it_was_written() {
    let (_root, files) = files();
    assert_eq!(files.read::<u32>(Settings), None);
    files.write(Settings, &1).unwrap();
    files.write(Settings, &2).unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(2));
    assert_eq!(names(&files.directory.path), ["settings.json"], "nothing else is left");
    assert_eq!(fs::read(files.directory.file(Settings.name())).unwrap(), b"2\n");
}

#[test]
fn a_file_that_we_cannot_have_written_is_damaged() {
    let (_root, files) = files();
    files.write(Settings, &1).unwrap();
    let path = files.directory.file(Settings.name());
    let large = format!("1{}", " ".repeat(MAX_BYTES as usize)).into_bytes();
    for damaged in [b"".as_slice(), b"{", b"\"text\"", b"\xff\xfe", b"1 1", &large] {
        fs::write(&path, damaged).unwrap();
        assert_eq!(files.read::<u32>(Settings), None);
        assert_eq!(fs::read(&path).unwrap(), damaged, "reading changes nothing");
    }
    files.write(Settings, &3).unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(3));
}

#[test]
fn removing_leaves_none_of_our_files() {
    let (_root, files) = files();
    for kind in [Consent, Settings] {
        files.write(kind, &1).unwrap();
    }
    fs::write(files.directory.path.join(".unfinished-x"), "left by a kill").unwrap();
    files.remove(Settings).unwrap();
    assert_eq!(names(&files.directory.path), ["consent.json"]);
    files.remove(Consent).unwrap();
    assert!(!files.directory.path.exists());
    files.remove(Consent).unwrap();
}

#[test]
fn files_of_others_stay() {
    let (_root, files) = files();
    files.write(Consent, &1).unwrap();
    fs::write(files.directory.path.join("notes.txt"), "").unwrap();
    fs::create_dir(files.directory.file(Settings.name())).unwrap();
    files.remove(Settings).unwrap();
    files.remove(Consent).unwrap();
    assert_eq!(names(&files.directory.path).len(), 2);
}

#[test]
fn a_directory_in_place_of_a_file_counts_as_damaged() {
    let (_root, files) = files();
    fs::create_dir_all(files.directory.file(Settings.name()).join("full")).unwrap();
    assert_eq!(files.read::<u32>(Settings), None);
    assert!(!files.entry(Settings).exists);
    let error = files.write(Settings, &1).unwrap_err();
    let CommandError::Storage { path, .. } = error else { panic!("{error}") };
    assert!(path.ends_with("settings.json"), "{path}");
    assert_eq!(names(&files.directory.path), ["settings.json"], "nothing half written stays");
}

#[test]
fn a_file_in_place_of_the_directory_is_reported() {
    let (root, files) = files();
    fs::write(root.path().join("deep"), "in the way").unwrap();
    let error = files.write(Consent, &1).unwrap_err();
    let CommandError::Storage { reason, .. } = error else { panic!("{error}") };
    assert_eq!(reason, StorageError::Other);
    assert_eq!(files.read::<u32>(Consent), None);
    files.remove(Consent).unwrap();
    assert_eq!(fs::read(root.path().join("deep")).unwrap(), b"in the way");
}

#[test]
fn storage_errors_are_sorted_by_who_has_to_act() {
    use io::ErrorKind as Kind;
    for (kind, expected) in [
        (Kind::StorageFull, StorageError::Full),
        (Kind::QuotaExceeded, StorageError::Full),
        (Kind::PermissionDenied, StorageError::Denied),
        (Kind::ReadOnlyFilesystem, StorageError::Denied),
        (Kind::NotADirectory, StorageError::Other),
    ] {
        let error = storage_error(Path::new("a\u{202e}b\n"), &io::Error::from(kind));
        let path = "a\u{fffd}b\u{fffd}".into();
        assert_eq!(error, CommandError::Storage { reason: expected, path });
    }
}

#[test]
fn an_entry_has_path_and_size() {
    let (_root, files) = files();
    let entry = files.entry(Settings);
    assert!(!entry.exists && entry.bytes == 0 && entry.path.ends_with("settings.json"));
    files.write(Settings, &123).unwrap();
    let entry = files.entry(Settings);
    assert!(entry.exists && entry.bytes == 4);
}

#[test]
fn an_unfinished_file_is_ignored() {
    let (_root, files) = files();
    files.write(Settings, &1).unwrap();
    fs::write(files.directory.path.join(".unfinished-x"), "2").unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(1));
    files.remove_unfinished().unwrap();
    assert_eq!(names(&files.directory.path), ["settings.json"]);
}

/// Kills a program that writes all the time, at many moments.
#[test]
fn a_killed_program_leaves_a_whole_file() {
    let (_root, files) = files();
    files.write(Settings, &texts(0)).unwrap();
    for round in 1..=20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "writes_until_it_is_killed"])
            .env(DIRECTORY, &files.directory.path)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(10 + 7 * round));
        child.kill().unwrap();
        assert!(!child.wait().unwrap().success(), "it was still writing");
        let read: Vec<String> = files.read(Settings).expect("a whole file");
        assert!((0..2).any(|which| read == texts(which)), "one or the other");
    }
    assert_ne!(files.read(Settings), Some(texts(0)), "it did write");
    files.remove_unfinished().unwrap();
    assert_eq!(names(&files.directory.path), ["settings.json"]);
}

#[test]
#[ignore = "it is the program that a_killed_program_leaves_a_whole_file kills"]
fn writes_until_it_is_killed() {
    let Some(directory) = std::env::var_os(DIRECTORY) else { return };
    let files = Files::new(directory.into());
    loop {
        files.write(Settings, &texts(1)).unwrap();
    }
}

/// One of two long values, so that a write takes a while.
fn texts(which: usize) -> Vec<String> {
    vec![format!("text {which}"); 2000]
}
