//! What is stored, when, and that it is erased when it has to be.

#[cfg(not(windows))]
mod autostart;
mod storage_errors;

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use time::format_description::well_known::Rfc3339;

use super::*;
use crate::contract::{Consent, StorageError, Theme, WindowSize};

/// The directory of a program that was never started.
fn new_directory() -> (TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("imagetotext");
    (root, folder)
}

fn now() -> UtcDateTime {
    UtcDateTime::parse("2026-11-24T09:30:00Z", &Rfc3339).unwrap()
}

fn two_years_later() -> UtcDateTime {
    UtcDateTime::parse("2028-11-24T09:30:00Z", &Rfc3339).unwrap()
}

fn open(folder: &Path) -> PersonalData {
    PersonalData::open_with(folder.into(), "0.1.0", policy::all(), now)
}

fn agreed(folder: &Path) -> PersonalData {
    let mut personal = open(folder);
    personal.agree(newest(), true).unwrap();
    personal
}

fn newest() -> u32 {
    policy::all()[0].number
}

/// Version 1, and changes after it that are significant or not.
fn history(significant: &[bool]) -> &'static [Policy] {
    let first = policy::all().last().unwrap();
    let version = |(index, significant): (usize, &bool)| Policy {
        number: index as u32 + 2,
        significant: *significant,
        ..first.clone()
    };
    let later: Vec<Policy> = significant.iter().enumerate().map(version).rev().collect();
    Box::leak([later, vec![first.clone()]].concat().into_boxed_slice())
}

fn dark() -> Settings {
    Settings { theme: Theme::Dark, count: true, ..Settings::default() }
}

fn consent(personal: &PersonalData) -> Consent {
    personal.initial_state(System::Linux).consent
}

/// How many files there are, whatever they are called.
fn files(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

/// Puts a folder in the place of a file, so that the file can be neither written nor removed.
fn block(folder: &Path, name: &str) {
    let _ = fs::remove_file(folder.join(name));
    fs::create_dir_all(folder.join(name).join("full")).unwrap();
}

fn is_storage(error: &CommandError) -> bool {
    matches!(error, CommandError::Storage { .. })
}

#[test]
fn nothing_is_stored_at_first() {
    let (root, folder) = new_directory();
    let personal = open(&folder);
    assert_eq!(consent(&personal), Consent::Missing);
    assert_eq!(personal.consented().unwrap_err(), CommandError::NotConsented);
    let stored = personal.stored();
    assert!(stored.entries.iter().all(|entry| !entry.exists));
    assert_eq!((stored.consent, stored.settings), (None, Settings::default()));
    assert_eq!(files(root.path()), 0, "not even the folder");
}

#[test]
fn consent_is_stored_and_read_again() {
    let (_root, folder) = new_directory();
    agreed(&folder);
    assert_eq!(files(&folder), 1);
    let personal = open(&folder);
    assert_eq!(consent(&personal), Consent::Given { notice: None });
    personal.consented().unwrap();
    let record = personal.stored().consent.unwrap();
    assert_eq!((record.policy, record.at.as_str()), (newest(), "2026-11-24T09:30:00Z"));
    assert_eq!((record.adult, record.program.as_str()), (true, "0.1.0"));
}

#[test]
fn only_the_current_version_can_be_agreed_to_and_only_from_age_14() {
    let (root, folder) = new_directory();
    let mut personal = open(&folder);
    for version in [0, newest() + 1] {
        assert_eq!(personal.agree(version, true).unwrap_err(), CommandError::StalePolicy);
    }
    assert_eq!(personal.agree(newest(), false).unwrap_err(), CommandError::NotAdult);
    assert_eq!(personal.consented().unwrap_err(), CommandError::NotConsented);
    assert_eq!(files(root.path()), 0);
}

#[test]
fn without_consent_nothing_is_written() {
    let (root, folder) = new_directory();
    let mut personal = open(&folder);
    let window = Some(WindowSize { width: 900, height: 700 });
    for settings in [dark(), Settings { window, ..Settings::default() }] {
        assert_eq!(personal.set_settings(settings), Err(CommandError::NotConsented));
    }
    assert_eq!(personal.set_counter("2026-11", 1), Err(CommandError::NotConsented));
    assert_eq!(personal.acknowledge(newest()), Err(CommandError::NotConsented));
    personal.settings.count = true;
    personal.count(1);
    personal.settings.count = false;
    assert_eq!(personal.settings(), &Settings::default());
    assert_eq!(files(root.path()), 0);
}

#[test]
fn an_outdated_consent_permits_nothing() {
    let (_root, folder) = new_directory();
    let mut before = PersonalData::open_with(folder.clone(), "0.1.0", history(&[]), now);
    before.agree(1, true).unwrap();
    before.set_settings(dark()).unwrap();
    let policies = history(&[true, false]);
    let mut personal = PersonalData::open_with(folder, "0.2.0", policies, now);
    assert_eq!(consent(&personal), Consent::Outdated { agreed: 1 });
    assert_eq!(personal.consented().unwrap_err(), CommandError::NotConsented);
    assert_eq!(personal.set_settings(Settings::default()), Err(CommandError::NotConsented));
    assert_eq!(personal.acknowledge(3), Err(CommandError::NotConsented));
    personal.count(1);
    assert!(personal.stored().counters.is_empty());
    personal.agree(3, true).unwrap();
    assert_eq!(consent(&personal), Consent::Given { notice: None });
    assert_eq!(personal.settings(), &dark(), "what was chosen is still there");
}

#[test]
fn a_minor_change_is_announced_until_it_is_acknowledged() {
    let (_root, folder) = new_directory();
    agreed(&folder);
    let policies = history(&[false, false]);
    let mut personal = PersonalData::open_with(folder.clone(), "0.2.0", policies, two_years_later);
    assert_eq!(consent(&personal), Consent::Given { notice: Some(3) });
    personal.consented().unwrap();
    assert_eq!(personal.acknowledge(2), Err(CommandError::StalePolicy));
    personal.acknowledge(3).unwrap();
    assert_eq!(consent(&personal), Consent::Given { notice: None });
    let personal = PersonalData::open_with(folder, "0.2.0", policies, now);
    assert_eq!(consent(&personal), Consent::Given { notice: None });
    let record = personal.stored().consent.unwrap();
    assert_eq!((record.policy, record.at.as_str()), (3, "2028-11-24T09:30:00Z"));
}

#[test]
fn acknowledging_the_agreed_version_changes_nothing() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.now = two_years_later;
    let before = personal.stored();
    personal.acknowledge(newest()).unwrap();
    assert_eq!(personal.stored(), before);
}

#[test]
fn settings_are_stored_and_read_again() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    let window = Some(WindowSize { width: 1, height: 700 });
    let stored = personal.set_settings(Settings { window, ..dark() }).unwrap();
    assert_eq!(stored.window, Some(WindowSize { width: 320, height: 700 }));
    assert_eq!(open(&folder).settings(), &stored);
    assert_eq!(personal.settings(), &stored);
}

#[test]
fn pictures_are_counted_only_on_request() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.count(5);
    assert_eq!(files(&folder), 1);
    personal.set_settings(dark()).unwrap();
    personal.count(0);
    assert!(personal.stored().counters.is_empty());
    personal.count(2);
    personal.count(1);
    let expected = vec![Counter { month: "2026-11".into(), pictures: 3 }];
    assert_eq!(personal.stored().counters, expected);
    assert_eq!(open(&folder).stored().counters, expected);
}

#[test]
fn a_counter_is_corrected_or_removed() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.set_settings(dark()).unwrap();
    personal.count(2);
    personal.set_counter("2026-11", 7).unwrap();
    assert_eq!(open(&folder).stored().counters[0].pictures, 7);
    assert_eq!(personal.set_counter("2026-11-24", 1), Err(CommandError::BadRequest));
    personal.set_counter("2026-11", 0).unwrap();
    assert!(!folder.join("counters.json").exists());
}

#[test]
fn old_counters_are_erased_at_the_start() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.set_settings(dark()).unwrap();
    personal.count(2);
    let open_later =
        || PersonalData::open_with(folder.clone(), "0.1.0", policy::all(), two_years_later);
    assert!(open_later().stored().counters.is_empty());
    assert!(!folder.join("counters.json").exists());
    open_later().consented().unwrap();
}

#[test]
fn erasing_leaves_consent_alone() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.set_settings(dark()).unwrap();
    personal.count(1);
    assert_eq!(files(&folder), 3);
    personal.erase().unwrap();
    assert_eq!(files(&folder), 1);
    for personal in [personal, open(&folder)] {
        personal.consented().unwrap();
        let stored = personal.stored();
        assert_eq!((stored.settings, stored.counters), (Settings::default(), vec![]));
    }
}

#[test]
fn withdrawing_leaves_nothing() {
    let (root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.set_settings(dark()).unwrap();
    personal.count(1);
    // What a killed program had begun.
    fs::write(folder.join(".unfinished-x"), "{}").unwrap();
    personal.withdraw().unwrap();
    assert_eq!(files(root.path()), 0);
    assert_eq!(consent(&personal), Consent::Missing);
    assert_eq!(personal.consented().unwrap_err(), CommandError::NotConsented);
    assert_eq!(personal.settings(), &Settings::default());
    assert!(personal.stored().counters.is_empty());
    personal.withdraw().unwrap();
    personal.agree(newest(), true).unwrap();
}

#[test]
fn damaged_files_are_erased_as_well() {
    let (root, folder) = new_directory();
    fs::create_dir(&folder).unwrap();
    for name in ["consent.json", "settings.json", "counters.json"] {
        fs::write(folder.join(name), "damaged").unwrap();
    }
    let mut personal = open(&folder);
    assert_eq!(consent(&personal), Consent::Missing);
    personal.withdraw().unwrap();
    assert_eq!(files(root.path()), 0);
}

#[test]
fn the_export_holds_everything_that_is_stored() {
    let (_root, folder) = new_directory();
    let mut personal = agreed(&folder);
    personal.set_settings(dark()).unwrap();
    personal.count(4);
    let text = String::from_utf8(personal.export()).unwrap();
    let export: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(export, serde_json::to_value(personal.stored()).unwrap());
    assert_eq!(export["counters"][0]["pictures"], 4);
    assert_eq!(export["consent"]["at"], "2026-11-24T09:30:00Z");
    assert!(text.lines().count() > 20, "in lines");
}

#[test]
fn the_page_starts_from_the_newest_policy() {
    let (_root, folder) = new_directory();
    let start = PersonalData::open(folder, "0.1.0").initial_state(System::Windows);
    assert_eq!((start.about.version.as_str(), start.about.system), ("0.1.0", System::Windows));
    assert_eq!(start.policies, policy::all());
    assert_eq!(start.policies[0].number, newest());
}
