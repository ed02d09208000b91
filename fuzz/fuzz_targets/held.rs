//! What somebody may have written into the three files that the window keeps.

#![no_main]
#![allow(dead_code, reason = "the files of the program are taken whole, and only a door is tried")]

use std::path::PathBuf;

use libfuzzer_sys::fuzz_target;
use shell::contract::{HeldKind, Settings, System};
use shell::personal::Personal;
use shell::{contract, names};

/// The part of the program that the door needs.
#[path = "../../src-tauri/src"]
mod shell {
    pub(crate) mod contract;
    pub(crate) mod names;
    pub(crate) mod personal;
}

/// Parts the bytes of the three files.
const PART: u8 = 0;

fuzz_target!(|bytes: &[u8]| {
    let folder = folder();
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let mut parts = bytes.split(|byte| *byte == PART);
    for name in ["consent.json", "settings.json", "counters.json"] {
        let part = parts.next().unwrap_or_default();
        std::fs::write(folder.join(name), part).expect("the file can be written");
    }
    let mut personal = Personal::open(folder.clone(), "fuzz");
    let _ = personal.start(System::Linux);
    let held = personal.held();
    assert_eq!(held.entries.len(), 3);
    assert!(held.entries.iter().any(|entry| entry.what == HeldKind::Consent));
    // All that is held can be taken along, and what is taken along can be read.
    serde_json::from_slice::<serde_json::Value>(&personal.export()).expect("the export is sound");
    let consented = personal.proof().is_ok();
    personal.count(1);
    // Without consent nothing is kept.
    assert_eq!(personal.set_settings(Settings::default()).is_ok(), consented);
    // Whatever stood in the files, it can be erased, and consent taken back.
    personal.withdraw().expect("everything can be erased");
    assert!(personal.proof().is_err());
    assert!(!folder.exists(), "something was left");
});

/// A folder in memory, one for each process.
fn folder() -> PathBuf {
    PathBuf::from(format!("/dev/shm/imagetotext-fuzz-{}", std::process::id()))
}
