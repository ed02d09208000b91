//! Files that are damaged, blocked, half written or forbidden.

use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::contract::StorageError;
use StoredKind::{Consent, Settings};

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
    assert_eq!(names(&files.directory), ["settings.json"], "nothing else is left");
    assert_eq!(fs::read(files.path(Settings)).unwrap(), b"2\n");
}

#[test]
fn a_file_that_we_cannot_have_written_is_damaged() {
    let (_root, files) = files();
    files.write(Settings, &1).unwrap();
    let path = files.path(Settings);
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
    fs::write(files.directory.join(".unfinished-x"), "left by a kill").unwrap();
    files.remove(Settings).unwrap();
    assert_eq!(names(&files.directory), ["consent.json"]);
    files.remove(Consent).unwrap();
    assert!(!files.directory.exists());
    files.remove(Consent).unwrap();
}

#[test]
fn files_of_others_stay() {
    let (_root, files) = files();
    files.write(Consent, &1).unwrap();
    fs::write(files.directory.join("notes.txt"), "").unwrap();
    fs::create_dir(files.path(Settings)).unwrap();
    files.remove(Settings).unwrap();
    files.remove(Consent).unwrap();
    assert_eq!(names(&files.directory).len(), 2);
}

#[test]
fn a_directory_in_place_of_a_file_counts_as_damaged() {
    let (_root, files) = files();
    fs::create_dir_all(files.path(Settings).join("full")).unwrap();
    assert_eq!(files.read::<u32>(Settings), None);
    assert!(!files.entry(Settings).exists);
    let error = files.write(Settings, &1).unwrap_err();
    let CommandError::Storage { path, .. } = error else { panic!("{error}") };
    assert!(path.ends_with("settings.json"), "{path}");
    assert_eq!(names(&files.directory), ["settings.json"], "nothing half written stays");
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
    fs::write(files.directory.join(".unfinished-x"), "2").unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(1));
    files.remove_unfinished().unwrap();
    assert_eq!(names(&files.directory), ["settings.json"]);
}

/// Kills a program that writes all the time, at many moments.
#[test]
fn a_killed_program_leaves_a_whole_file() {
    let (_root, files) = files();
    files.write(Settings, &texts(0)).unwrap();
    for round in 1..=20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "writes_until_it_is_killed"])
            .env("IMAGETOTEXT_TEST_FOLDER", &files.directory)
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
    assert_eq!(names(&files.directory), ["settings.json"]);
}

#[test]
#[ignore = "it is the program that a_killed_program_leaves_a_whole_file kills"]
fn writes_until_it_is_killed() {
    let Some(folder) = std::env::var_os("IMAGETOTEXT_TEST_FOLDER") else { return };
    let files = Files::new(folder.into());
    loop {
        files.write(Settings, &texts(1)).unwrap();
    }
}

/// One of two long values, so that a write takes a while.
fn texts(which: usize) -> Vec<String> {
    vec![format!("text {which}"); 2000]
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn only_the_owner_can_read_files_and_directories() {
        let (_root, files) = files();
        files.write(Consent, &1).unwrap();
        assert_eq!(mode(&files.path(Consent)), 0o600);
        assert_eq!(mode(&files.directory), 0o700);
        assert_eq!(mode(files.directory.parent().unwrap()), 0o700);
        fs::set_permissions(files.path(Consent), fs::Permissions::from_mode(0o644)).unwrap();
        files.write(Consent, &2).unwrap();
        assert_eq!(mode(&files.path(Consent)), 0o600, "a wider mode is narrowed again");
    }

    #[test]
    fn a_fifo_counts_as_damaged_and_does_not_block() {
        let (_root, files) = files();
        create_private(&files.directory).unwrap();
        let path = files.path(Settings);
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert_eq!(files.read::<u32>(Settings), None);
        files.write(Settings, &1).unwrap();
        assert_eq!(files.read::<u32>(Settings), Some(1));
    }

    #[test]
    fn a_link_is_not_followed() {
        let (root, files) = files();
        create_private(&files.directory).unwrap();
        let other = root.path().join("other.json");
        fs::write(&other, "1").unwrap();
        symlink(&other, files.path(Settings)).unwrap();
        assert_eq!(files.read::<u32>(Settings), None);
        files.write(Settings, &2).unwrap();
        assert_eq!(files.read::<u32>(Settings), Some(2));
        assert_eq!(fs::read(&other).unwrap(), b"1", "the target of the link is unchanged");
    }

    /// A process whose files may not grow beyond 0 bytes behaves like one on a full disk.
    #[test]
    fn a_full_disk_is_reported_and_loses_nothing() {
        let (_root, files) = files();
        files.write(Settings, &1).unwrap();
        let ran = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" --exact --ignored \"$1\""])
            .arg(std::env::current_exe().unwrap())
            .arg(
                concat!(module_path!(), "::reports_that_the_disk_is_full")
                    .split_once("::")
                    .unwrap()
                    .1,
            )
            .env("IMAGETOTEXT_TEST_FOLDER", &files.directory)
            .output()
            .unwrap();
        let output = String::from_utf8_lossy(&ran.stdout);
        assert!(ran.status.success() && output.contains("1 passed"), "{output}");
        assert_eq!(files.read::<u32>(Settings), Some(1));
        assert_eq!(names(&files.directory), ["settings.json"], "nothing half written stays");
    }

    #[test]
    #[ignore = "it is the program that a_full_disk_is_reported_and_loses_nothing starts"]
    fn reports_that_the_disk_is_full() {
        let Some(folder) = std::env::var_os("IMAGETOTEXT_TEST_FOLDER") else { return };
        let files = Files::new(folder.into());
        let path = files.entry(Settings).path;
        let error = CommandError::Storage { reason: StorageError::Full, path };
        assert_eq!(files.write(Settings, &2), Err(error));
    }

    #[test]
    fn a_forbidden_directory_is_reported_and_loses_nothing() {
        let (_root, files) = files();
        files.write(Settings, &1).unwrap();
        fs::set_permissions(&files.directory, fs::Permissions::from_mode(0o500)).unwrap();
        // The administrator may write everywhere.
        if fs::write(files.directory.join("probe"), "").is_err() {
            let expected = files.entry(Settings).path;
            for result in [files.write(Settings, &2), files.remove(Settings)] {
                let denied = StorageError::Denied;
                let error = CommandError::Storage { reason: denied, path: expected.clone() };
                assert_eq!(result, Err(error));
            }
            assert_eq!(files.read::<u32>(Settings), Some(1));
        }
        fs::set_permissions(&files.directory, fs::Permissions::from_mode(0o700)).unwrap();
    }
}
