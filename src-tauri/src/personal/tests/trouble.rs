//! What becomes of personal data when files are damaged or cannot be written.

use super::*;

#[test]
fn damaged_settings_stay_until_something_is_changed() {
    let (_root, folder) = desk();
    agreed(&folder);
    let path = folder.join("settings.json");
    fs::write(&path, "damaged").unwrap();
    let mut personal = open(&folder);
    assert_eq!(personal.settings(), &Settings::default());
    personal.set_settings(Settings::default()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"damaged");
    personal.set_settings(dark()).unwrap();
    assert_eq!(open(&folder).settings(), &dark());
}

#[test]
fn what_a_killed_program_had_begun_is_gone_at_the_next_start() {
    let (_root, folder) = desk();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(".unfinished-x"), "{}").unwrap();
    open(&folder);
    assert_eq!(files(&folder), 0);
}

#[test]
fn a_consent_that_cannot_be_kept_is_none() {
    let (root, folder) = desk();
    fs::write(root.path().join("imagetotext"), "in the way").unwrap();
    let mut personal = open(&folder);
    let error = personal.agree(newest(), true).unwrap_err();
    assert!(is_storage(&error), "{error}");
    assert_eq!(personal.proof().unwrap_err(), CommandError::NotConsented);
    assert_eq!(personal.held().consent, None);
}

#[test]
fn what_cannot_be_written_stays_as_it_was() {
    let (_root, folder) = desk();
    let mut personal = agreed(&folder);
    block(&folder, "settings.json");
    let error = personal.set_settings(dark()).unwrap_err();
    let CommandError::Storage { reason, path } = error else { panic!("{error}") };
    assert_eq!(reason, StorageError::Other);
    assert!(path.ends_with("settings.json"), "{path}");
    assert_eq!(personal.settings(), &Settings::default());
    assert_eq!(open(&folder).settings(), &Settings::default());
}

#[test]
fn counting_never_disturbs() {
    let (_root, folder) = desk();
    let mut personal = agreed(&folder);
    personal.set_settings(dark()).unwrap();
    block(&folder, "counters.json");
    personal.count(1);
    assert!(personal.held().counters.is_empty());
}
