//! Whether a connection could be opened, tried just now.

use imagetotext_sandbox::{Limits, Probe, ProbeResult, probe};

use crate::contract::NetworkFact;

/// Asks the system for a socket of the internet and gives it back at once.
pub(crate) fn fact() -> NetworkFact {
    match probe(Probe::Network, Limits::default()) {
        ProbeResult::Refused(_) => NetworkFact::Refused,
        ProbeResult::Allowed => NetworkFact::Open,
        ProbeResult::NotApplicable => NetworkFact::Unknown,
    }
}
