//! Whether a connection could be opened, tried just now.

use imagetotext_sandbox::{Attempt, Outcome, attempt};

use crate::contract::NetworkFact;

/// Asks the system for a socket of the internet and gives it back at once.
pub(crate) fn fact() -> NetworkFact {
    match attempt(Attempt::Network, 0) {
        Outcome::Refused(_) => NetworkFact::Refused,
        Outcome::Allowed => NetworkFact::Open,
        Outcome::Unknown => NetworkFact::Unknown,
    }
}
