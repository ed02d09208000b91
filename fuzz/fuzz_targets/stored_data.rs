//! Any content of the three files that the desktop program stores.

#![no_main]
#![allow(dead_code, reason = "source files are included as a whole, and one entry point is tested")]

use std::path::PathBuf;

use libfuzzer_sys::fuzz_target;
use shell::contract;
use shell::contract::{Settings, StoredKind, System};
use shell::personal::PersonalData;

/// The part of the desktop program that the entry point needs.
#[path = "../../src-tauri/src"]
mod shell {
    pub(crate) mod contract;
    pub(crate) mod personal;
}

/// Separates the contents of the three files.
const SEPARATOR: u8 = 0;

fuzz_target!(|bytes: &[u8]| {
    let folder = folder();
    std::fs::create_dir_all(&folder).expect("the folder can be created");
    let mut parts = bytes.split(|byte| *byte == SEPARATOR);
    for name in ["consent.json", "settings.json", "counters.json"] {
        let part = parts.next().unwrap_or_default();
        std::fs::write(folder.join(name), part).expect("the file can be written");
    }
    let mut personal = PersonalData::open(folder.clone(), "fuzz");
    let _ = personal.initial_state(System::Linux);
    let stored = personal.stored();
    assert_eq!(stored.entries.len(), 3);
    assert!(stored.entries.iter().any(|entry| entry.kind == StoredKind::Consent));
    // Everything that is stored can be exported, and the export is valid JSON.
    serde_json::from_slice::<serde_json::Value>(&personal.export()).expect("the export is valid");
    let consented = personal.consented().is_ok();
    personal.count(1);
    // Without consent nothing is stored.
    assert_eq!(personal.set_settings(Settings::default()).is_ok(), consented);
    // Whatever the files contained, they can be erased, and consent can be withdrawn.
    personal.withdraw().expect("everything can be erased");
    assert!(personal.consented().is_err());
    assert!(!folder.exists(), "a file is left");
});

/// A folder in memory, one for each process.
fn folder() -> PathBuf {
    PathBuf::from(format!("/dev/shm/imagetotext-fuzz-{}", std::process::id()))
}
