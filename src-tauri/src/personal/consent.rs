//! The record of consent, and the proof that there is one.

use super::clock;
use super::files::{FileKind, Files};
use super::policy;
use crate::contract::{CommandError, Consent, ConsentRecord, Policy};

/// Proof that the person has agreed to the current policy. Every function that touches a picture asks
/// for one.
///
/// Only this file creates it, and it cannot be copied. It is true of the moment when it was created:
/// get a new one for each input and store none, or it would outlive the consent.
#[derive(Debug)]
pub struct Consented(());

/// The proof, if the record still covers the current policy.
pub(super) fn consented(
    record: Option<&ConsentRecord>,
    policies: &[Policy],
) -> Result<Consented, CommandError> {
    match status(record, policies) {
        Consent::Given { .. } => Ok(Consented(())),
        Consent::Missing | Consent::Outdated { .. } => Err(CommandError::NotConsented),
    }
}

/// What the record still covers.
pub(super) fn status(record: Option<&ConsentRecord>, policies: &[Policy]) -> Consent {
    policy::consent_to(
        record.filter(|record| is_valid(record)).map(|record| record.policy),
        policies,
    )
}

/// The record on the disk; `None` if it is damaged in any way.
pub(super) fn read(files: &Files) -> Option<ConsentRecord> {
    files.read(FileKind::Consent).filter(is_valid)
}

/// Stores the record on the disk.
pub(super) fn write(files: &Files, record: &ConsentRecord) -> Result<(), CommandError> {
    files.write(FileKind::Consent, record)
}

fn is_valid(record: &ConsentRecord) -> bool {
    record.adult && clock::is_timestamp(&record.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> ConsentRecord {
        ConsentRecord {
            policy: policy::newest(policy::all()).unwrap(),
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
        let stored: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&text).unwrap();
        let mut keys: Vec<&str> = stored.keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["adult", "at", "policy", "program"]);
    }

    #[test]
    fn a_truncated_record_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into());
        write(&files, &record()).unwrap();
        let path = folder.path().join("consent.json");
        let whole = std::fs::read(&path).unwrap();
        // Without the last byte, a line end, the record is still complete.
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
            ("\"policy\": 2", "\"policy\": -1"),
            ("\"policy\": 2", "\"policy\": 1e99"),
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
        assert!(consented(Some(&record()), policies).is_ok());
        let minor = ConsentRecord { adult: false, ..record() };
        let outdated = ConsentRecord { policy: 0, ..record() };
        for none in [None, Some(&minor), Some(&outdated)] {
            assert_eq!(consented(none, policies).unwrap_err(), CommandError::NotConsented);
        }
    }
}
