//! Whether the system would let this program open a connection.

use imagetotext_sandbox::{Attempt, Outcome, attempt};

use crate::contract::NetworkStatus;

/// Asks the system for an internet socket and closes it at once.
pub(crate) fn status() -> NetworkStatus {
    match attempt(Attempt::Network, 0) {
        Outcome::Refused(_) => NetworkStatus::Refused,
        Outcome::Allowed => NetworkStatus::Open,
        Outcome::Unknown => NetworkStatus::Unknown,
    }
}
