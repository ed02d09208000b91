//! What becomes of files that are damaged, in the way, half written or not allowed.

use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::contract::StorageError;
use StoredKind::{Consent, Settings};

/// Files in a folder that does not exist yet.
fn files() -> (TempDir, Files) {
    let root = tempfile::tempdir().unwrap();
    let files = Files::new(root.path().join("deep/below"));
    (root, files)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn what_is_written_is_read() {
    let (_root, files) = files();
    assert_eq!(files.read::<u32>(Settings), None);
    files.write(Settings, &1).unwrap();
    files.write(Settings, &2).unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(2));
    assert_eq!(names(&files.folder), ["settings.json"], "nothing else is left");
    assert_eq!(fs::read(files.path(Settings)).unwrap(), b"2\n");
}

#[test]
fn what_cannot_be_what_we_wrote_is_damaged() {
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
fn removing_leaves_nothing_of_ours() {
    let (_root, files) = files();
    for kind in [Consent, Settings] {
        files.write(kind, &1).unwrap();
    }
    files.unfinished(b"left by a kill").unwrap().keep().unwrap();
    files.remove(Settings).unwrap();
    assert_eq!(names(&files.folder), ["consent.json"]);
    files.remove(Consent).unwrap();
    assert!(!files.folder.exists());
    files.remove(Consent).unwrap();
}

#[test]
fn what_belongs_to_somebody_else_stays() {
    let (_root, files) = files();
    files.write(Consent, &1).unwrap();
    fs::write(files.folder.join("notes.txt"), "").unwrap();
    fs::create_dir(files.path(Settings)).unwrap();
    files.remove(Settings).unwrap();
    files.remove(Consent).unwrap();
    assert_eq!(names(&files.folder).len(), 2);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_a_damaged_file() {
    let (_root, files) = files();
    fs::create_dir_all(files.path(Settings).join("full")).unwrap();
    assert_eq!(files.read::<u32>(Settings), None);
    assert!(!files.entry(Settings).exists);
    let error = files.write(Settings, &1).unwrap_err();
    let CommandError::Storage { path, .. } = error else { panic!("{error}") };
    assert!(path.ends_with("settings.json"), "{path}");
    assert_eq!(names(&files.folder), ["settings.json"], "nothing half written stays");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_a_trouble_that_is_told() {
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
fn troubles_are_sorted_by_what_can_be_done() {
    use io::ErrorKind as Kind;
    for (kind, expected) in [
        (Kind::StorageFull, StorageError::Full),
        (Kind::QuotaExceeded, StorageError::Full),
        (Kind::PermissionDenied, StorageError::Denied),
        (Kind::ReadOnlyFilesystem, StorageError::Denied),
        (Kind::NotADirectory, StorageError::Other),
    ] {
        let error = trouble(Path::new("a\u{202e}b\n"), &io::Error::from(kind));
        let path = "a\u{fffd}b\u{fffd}".into();
        assert_eq!(error, CommandError::Storage { reason: expected, path });
    }
}

#[test]
fn an_entry_tells_where_and_how_large() {
    let (_root, files) = files();
    let entry = files.entry(Settings);
    assert!(!entry.exists && entry.bytes == 0 && entry.path.ends_with("settings.json"));
    files.write(Settings, &123).unwrap();
    let entry = files.entry(Settings);
    assert!(entry.exists && entry.bytes == 4);
}

#[test]
fn what_was_not_finished_does_not_count() {
    let (_root, files) = files();
    files.write(Settings, &1).unwrap();
    files.unfinished(b"2").unwrap().keep().unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(1));
    files.sweep().unwrap();
    assert_eq!(names(&files.folder), ["settings.json"]);
}

/// Ends a program that writes all the time, at many moments.
#[test]
fn a_killed_program_leaves_a_whole_file() {
    let (_root, files) = files();
    files.write(Settings, &texts(0)).unwrap();
    for round in 1..=20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "writes_until_it_is_killed"])
            .env("IMAGETOTEXT_TEST_FOLDER", &files.folder)
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
    files.sweep().unwrap();
    assert_eq!(names(&files.folder), ["settings.json"]);
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

/// One of two long values.
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
    fn files_and_folders_are_for_their_owner_alone() {
        let (_root, files) = files();
        files.write(Consent, &1).unwrap();
        assert_eq!(mode(&files.path(Consent)), 0o600);
        assert_eq!(mode(&files.folder), 0o700);
        assert_eq!(mode(files.folder.parent().unwrap()), 0o700);
        fs::set_permissions(files.path(Consent), fs::Permissions::from_mode(0o644)).unwrap();
        files.write(Consent, &2).unwrap();
        assert_eq!(mode(&files.path(Consent)), 0o600, "what was opened up is closed again");
    }

    #[test]
    fn a_fifo_is_a_damaged_file_and_nobody_waits_for_it() {
        let (_root, files) = files();
        create(&files.folder).unwrap();
        let path = files.path(Settings);
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert_eq!(files.read::<u32>(Settings), None);
        files.write(Settings, &1).unwrap();
        assert_eq!(files.read::<u32>(Settings), Some(1));
    }

    #[test]
    fn a_link_is_not_followed() {
        let (root, files) = files();
        create(&files.folder).unwrap();
        let other = root.path().join("other.json");
        fs::write(&other, "1").unwrap();
        symlink(&other, files.path(Settings)).unwrap();
        assert_eq!(files.read::<u32>(Settings), None);
        files.write(Settings, &2).unwrap();
        assert_eq!(files.read::<u32>(Settings), Some(2));
        assert_eq!(fs::read(&other).unwrap(), b"1", "what it pointed to stays as it was");
    }

    /// In a program that may not make a file longer than nothing, which is all that is left of a
    /// full disk.
    #[test]
    fn a_full_disk_is_told_and_loses_nothing() {
        let (_root, files) = files();
        files.write(Settings, &1).unwrap();
        let ran = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" --exact --ignored \"$1\""])
            .arg(std::env::current_exe().unwrap())
            .arg(
                concat!(module_path!(), "::is_told_that_the_disk_is_full")
                    .split_once("::")
                    .unwrap()
                    .1,
            )
            .env("IMAGETOTEXT_TEST_FOLDER", &files.folder)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(ran.status.success() && said.contains("1 passed"), "{said}");
        assert_eq!(files.read::<u32>(Settings), Some(1));
        assert_eq!(names(&files.folder), ["settings.json"], "nothing half written stays");
    }

    #[test]
    #[ignore = "it is the program that a_full_disk_is_told_and_loses_nothing starts"]
    fn is_told_that_the_disk_is_full() {
        let Some(folder) = std::env::var_os("IMAGETOTEXT_TEST_FOLDER") else { return };
        let files = Files::new(folder.into());
        let path = files.entry(Settings).path;
        let error = CommandError::Storage { reason: StorageError::Full, path };
        assert_eq!(files.write(Settings, &2), Err(error));
    }

    #[test]
    fn a_folder_without_permission_is_told_and_loses_nothing() {
        let (_root, files) = files();
        files.write(Settings, &1).unwrap();
        fs::set_permissions(&files.folder, fs::Permissions::from_mode(0o500)).unwrap();
        // The administrator may write everywhere.
        if fs::write(files.folder.join("probe"), "").is_err() {
            let expected = files.entry(Settings).path;
            for result in [files.write(Settings, &2), files.remove(Settings)] {
                let denied = StorageError::Denied;
                let error = CommandError::Storage { reason: denied, path: expected.clone() };
                assert_eq!(result, Err(error));
            }
            assert_eq!(files.read::<u32>(Settings), Some(1));
        }
        fs::set_permissions(&files.folder, fs::Permissions::from_mode(0o700)).unwrap();
    }
}
