//! Whether the system would let this program open a connection.

use imagetotext_sandbox::{Limits, Probe, ProbeResult, probe};

use crate::contract::NetworkStatus;

/// Asks the system for an internet socket and closes it at once.
pub(crate) fn status() -> NetworkStatus {
    match probe(Probe::Network, Limits::default()) {
        ProbeResult::Refused(_) => NetworkStatus::Refused,
        ProbeResult::Allowed => NetworkStatus::Open,
        ProbeResult::NotApplicable => NetworkStatus::Unknown,
    }
}
