//! The setting for starting at login, which is an entry of the system.

use super::*;
use crate::contract::{StoredEntry, StoredKind};

/// A program whose entry belongs into a directory beside its own.
fn agreed_with_entry(root: &Path) -> PersonalData {
    let mut personal = agreed(&root.join("imagetotext"));
    personal.enable_autostart(entry(root));
    personal
}

fn entry(root: &Path) -> Autostart {
    Autostart::in_directory(root.join("autostart"), Path::new("/opt/imagetotext-app")).unwrap()
}

fn at_login() -> Settings {
    Settings { autostart: true, ..Settings::default() }
}

fn stored(personal: &PersonalData) -> StoredEntry {
    let entries = personal.stored().entries;
    entries.into_iter().find(|entry| entry.kind == StoredKind::Autostart).unwrap()
}

#[test]
fn starting_at_login_is_an_entry_of_the_system() {
    let root = tempfile::tempdir().unwrap();
    let mut personal = agreed_with_entry(root.path());
    assert!(!personal.settings().autostart && !stored(&personal).exists);
    assert!(personal.set_settings(at_login()).unwrap().autostart);
    assert!(stored(&personal).exists);
    let again = agreed_with_entry(root.path());
    assert!(again.settings().autostart);
    personal.set_settings(Settings::default()).unwrap();
    assert!(!stored(&personal).exists);
}

#[test]
fn an_entry_that_the_person_removed_is_off() {
    let root = tempfile::tempdir().unwrap();
    agreed_with_entry(root.path()).set_settings(at_login()).unwrap();
    entry(root.path()).switch_off().unwrap();
    assert!(!agreed_with_entry(root.path()).settings().autostart);
}

#[test]
fn erasing_and_withdrawing_remove_the_entry() {
    for end in [PersonalData::erase, PersonalData::withdraw] {
        let root = tempfile::tempdir().unwrap();
        let mut personal = agreed_with_entry(root.path());
        personal.set_settings(at_login()).unwrap();
        end(&mut personal).unwrap();
        assert!(!personal.settings().autostart);
        assert_eq!(files(&root.path().join("autostart")), 0);
    }
}

#[test]
fn an_entry_that_cannot_be_written_leaves_the_setting_off() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("autostart"), "in the way").unwrap();
    let mut personal = agreed_with_entry(root.path());
    let error = personal.set_settings(at_login()).unwrap_err();
    assert!(is_storage(&error), "{error}");
    assert!(!personal.settings().autostart);
}

#[test]
fn without_consent_no_entry_is_written() {
    let root = tempfile::tempdir().unwrap();
    let mut personal = open(&root.path().join("imagetotext"));
    personal.enable_autostart(entry(root.path()));
    assert_eq!(personal.set_settings(at_login()).unwrap_err(), CommandError::NotConsented);
    assert_eq!(files(root.path()), 0);
}
