//! Whether a connection could be opened, tried just now.

use imagetotext_sandbox::{Attempt, Outcome, attempt};

use crate::contract::NetworkStatus;

/// Asks the system for a socket of the internet and gives it back at once.
pub(crate) fn fact() -> NetworkStatus {
    match attempt(Attempt::Network, 0) {
        Outcome::Refused(_) => NetworkStatus::Refused,
        Outcome::Allowed => NetworkStatus::Open,
        Outcome::Unknown => NetworkStatus::Unknown,
    }
}
