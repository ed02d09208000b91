//! Permissions, links, FIFOs and a full disk, which tests can only create on Unix.

use std::os::unix::fs::{PermissionsExt as _, chown, symlink};
use std::os::unix::process::CommandExt as _;
use std::process::Output;

use super::*;
use crate::personal::directory::create_private;

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn only_the_owner_can_read_files_and_directories() {
    let (_root, files) = files();
    files.write(Consent, &1).unwrap();
    assert_eq!(mode(&files.directory.file(Consent.name())), 0o600);
    assert_eq!(mode(&files.directory.path), 0o700);
    assert_eq!(mode(files.directory.path.parent().unwrap()), 0o700);
    fs::set_permissions(files.directory.file(Consent.name()), fs::Permissions::from_mode(0o644))
        .unwrap();
    files.write(Consent, &2).unwrap();
    assert_eq!(
        mode(&files.directory.file(Consent.name())),
        0o600,
        "a wider mode is narrowed again"
    );
}

#[test]
fn a_fifo_counts_as_damaged_and_does_not_block() {
    let (_root, files) = files();
    create_private(&files.directory.path).unwrap();
    let path = files.directory.file(Settings.name());
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    assert_eq!(files.read::<u32>(Settings), None);
    files.write(Settings, &1).unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(1));
}

#[test]
fn a_link_is_not_followed() {
    let (root, files) = files();
    create_private(&files.directory.path).unwrap();
    let other = root.path().join("other.json");
    fs::write(&other, "1").unwrap();
    symlink(&other, files.directory.file(Settings.name())).unwrap();
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
        .arg(name_of("reports_that_the_disk_is_full"))
        .env(DIRECTORY, &files.directory.path)
        .output()
        .unwrap();
    assert!(ran_one_test(&ran), "{}", String::from_utf8_lossy(&ran.stdout));
    assert_eq!(files.read::<u32>(Settings), Some(1));
    assert_eq!(names(&files.directory.path), ["settings.json"], "nothing half written stays");
}

#[test]
#[ignore = "it is the program that a_full_disk_is_reported_and_loses_nothing starts"]
fn reports_that_the_disk_is_full() {
    let Some(directory) = std::env::var_os(DIRECTORY) else { return };
    let files = Files::new(directory.into());
    let path = files.entry(Settings).path;
    let error = CommandError::Storage { reason: StorageError::Full, path };
    assert_eq!(files.write(Settings, &2), Err(error));
}

/// Root may write everywhere, so a test that root runs goes on as another user.
#[test]
fn a_forbidden_directory_is_reported_and_loses_nothing() {
    let (root, files) = files();
    files.write(Settings, &1).unwrap();
    fs::set_permissions(&files.directory.path, fs::Permissions::from_mode(0o500)).unwrap();
    let mut command = test_process("reports_that_the_directory_is_forbidden", &files);
    if rustix::process::geteuid().is_root() {
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o755)).unwrap();
        for path in [
            root.path().join("deep"),
            files.directory.path.clone(),
            files.directory.file(Settings.name()),
        ] {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().unwrap();
    assert!(ran_one_test(&output), "{}", String::from_utf8_lossy(&output.stdout));
    fs::set_permissions(&files.directory.path, fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(files.read::<u32>(Settings), Some(1));
    assert_eq!(names(&files.directory.path), ["settings.json"], "nothing half written stays");
}

#[test]
#[ignore = "it is the program that a_forbidden_directory_is_reported_and_loses_nothing starts"]
fn reports_that_the_directory_is_forbidden() {
    let Some(directory) = std::env::var_os(DIRECTORY) else { return };
    let files = Files::new(directory.into());
    let path = files.entry(Settings).path;
    let error = CommandError::Storage { reason: StorageError::Denied, path };
    for result in [files.write(Settings, &2), files.remove(Settings)] {
        assert_eq!(result, Err(error.clone()));
    }
    assert_eq!(files.read::<u32>(Settings), Some(1));
}

/// A user without rights, on Linux and macOS alike as a number.
const NOBODY: u32 = 65534;

/// A process that runs one ignored test of this module with `files`.
fn test_process(test: &str, files: &Files) -> Command {
    // The link leads to the program even where its path is closed to another user.
    let program = Path::new("/proc/self/exe");
    let program = if program.exists() { program.into() } else { std::env::current_exe().unwrap() };
    let mut command = Command::new(program);
    command.args(["--exact", "--ignored", &name_of(test)]);
    command.env(DIRECTORY, &files.directory.path);
    command
}

/// The name of a test of this module, as the test program knows it.
fn name_of(test: &str) -> String {
    let (_, module) = module_path!().split_once("::").unwrap();
    format!("{module}::{test}")
}

fn ran_one_test(output: &Output) -> bool {
    output.status.success() && String::from_utf8_lossy(&output.stdout).contains("1 passed")
}
