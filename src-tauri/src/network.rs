//! Whether a connection could be opened, tried just now.

use imagetotext_sandbox::{Limits, Probe, ProbeResult, probe};

use crate::contract::NetworkStatus;

/// Asks the system for a socket of the internet and gives it back at once.
pub(crate) fn fact() -> NetworkStatus {
    match probe(Probe::Network, Limits::default()) {
        ProbeResult::Refused(_) => NetworkStatus::Refused,
        ProbeResult::Allowed => NetworkStatus::Open,
        ProbeResult::NotApplicable => NetworkStatus::Unknown,
    }
}
