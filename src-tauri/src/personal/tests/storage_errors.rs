//! Personal data when files are damaged or cannot be written.

use super::*;

#[test]
fn damaged_settings_stay_until_a_setting_changes() {
    let (_root, folder) = new_directory();
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
fn the_next_start_removes_unfinished_files() {
    let (_root, folder) = new_directory();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(".unfinished-x"), "{}").unwrap();
    open(&folder);
    assert_eq!(files(&folder), 0);
}

#[test]
fn a_consent_that_cannot_be_stored_is_none() {
    let (root, folder) = new_directory();
    fs::write(root.path().join("imagetotext"), "in the way").unwrap();
    let mut personal = open(&folder);
    let error = personal.agree(newest(), true).unwrap_err();
    assert!(is_storage(&error), "{error}");
    assert_eq!(personal.consented().unwrap_err(), CommandError::NotConsented);
    assert_eq!(personal.stored().consent, None);
}

#[test]
fn a_setting_that_cannot_be_written_stays_as_it_was() {
    let (_root, folder) = new_directory();
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
fn counting_never_reports_an_error() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.set_settings(dark()).unwrap();
    block(&folder, "counters.json");
    personal.count(1);
    assert!(personal.stored().counters.is_empty());
}
