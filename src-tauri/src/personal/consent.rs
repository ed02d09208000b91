//! The record of consent, and the proof that there is one.

use super::clock;
use super::files::Files;
use super::policy;
use crate::contract::{CommandError, Consent, ConsentRecord, Policy, StoredKind};

/// Proof that the person has agreed to what holds now. Whatever touches a picture asks for one.
///
/// It is made in this file and nowhere else, and cannot be copied. It tells of the moment when it
/// was made: ask for a new one at each door, and keep none, or it would outlive the consent.
#[derive(Debug)]
pub struct Consented(());

/// The proof, if the record still covers what holds.
pub(super) fn proof(
    record: Option<&ConsentRecord>,
    policies: &[Policy],
) -> Result<Consented, CommandError> {
    match standing(record, policies) {
        Consent::Given { .. } => Ok(Consented(())),
        Consent::Missing | Consent::Outdated { .. } => Err(CommandError::NotConsented),
    }
}

/// What the record is worth.
pub(super) fn standing(record: Option<&ConsentRecord>, policies: &[Policy]) -> Consent {
    policy::holds(record.filter(|record| is_whole(record)).map(|record| record.policy), policies)
}

/// The record on the disk. One that is damaged in any way is none.
pub(super) fn read(files: &Files) -> Option<ConsentRecord> {
    files.read(StoredKind::Consent).filter(is_whole)
}

/// Keeps a record on the disk.
pub(super) fn write(files: &Files, record: &ConsentRecord) -> Result<(), CommandError> {
    files.write(StoredKind::Consent, record)
}

fn is_whole(record: &ConsentRecord) -> bool {
    record.adult && clock::is_stamp(&record.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> ConsentRecord {
        ConsentRecord {
            policy: 1,
            at: "2026-11-24T09:30:00Z".into(),
            adult: true,
            program: "0.1.0".into(),
        }
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into());
        assert_eq!(read(&files), None);
        write(&files, &record()).unwrap();
        assert_eq!(read(&files), Some(record()));
        let text = std::fs::read_to_string(folder.path().join("consent.json")).unwrap();
        let held: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
        let mut keys: Vec<&str> = held.keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["adult", "at", "policy", "program"]);
    }

    #[test]
    fn a_record_that_was_cut_anywhere_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into());
        write(&files, &record()).unwrap();
        let path = folder.path().join("consent.json");
        let whole = std::fs::read(&path).unwrap();
        // The last byte is the end of the line, without which nothing is missing.
        for length in 0..whole.len() - 1 {
            std::fs::write(&path, &whole[..length]).unwrap();
            assert_eq!(read(&files), None, "{length} bytes");
        }
    }

    #[test]
    fn a_damaged_record_is_no_consent() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into());
        let path = folder.path().join("consent.json");
        let whole = String::from_utf8(super::super::files::json(&record())).unwrap();
        for (from, to) in [
            ("true", "false"),
            ("true", "1"),
            ("\"adult\": true,", ""),
            ("\"adult\": true,", "\"adult\": true, \"name\": \"x\","),
            ("\"adult\": true,", "\"adult\": true, \"adult\": true,"),
            ("\"policy\": 1", "\"policy\": -1"),
            ("\"policy\": 1", "\"policy\": 1e99"),
            ("2026-11-24T09:30:00Z", "soon"),
            ("{", "[{"),
        ] {
            let damaged = whole.replacen(from, to, 1);
            assert_ne!(damaged, whole);
            std::fs::write(&path, &damaged).unwrap();
            assert_eq!(read(&files), None, "{damaged}");
        }
    }

    #[test]
    fn there_is_no_proof_without_a_whole_record() {
        let policies = policy::all();
        assert!(proof(Some(&record()), policies).is_ok());
        let minor = ConsentRecord { adult: false, ..record() };
        let outdated = ConsentRecord { policy: 0, ..record() };
        for none in [None, Some(&minor), Some(&outdated)] {
            assert_eq!(proof(none, policies).unwrap_err(), CommandError::NotConsented);
        }
    }
}
