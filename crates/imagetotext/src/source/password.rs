//! The password of a file.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::{Zeroize as _, ZeroizeOnDrop, Zeroizing};

/// A password; wiped when dropped, and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl ZeroizeOnDrop for Password {}

impl Password {
    /// Longest password in bytes. PDF looks at the first 127 (ISO 32000-2, 7.6.4.3.3).
    pub const MAX_BYTES: usize = 512;

    /// Takes the text over; `None` if it is longer than [`Password::MAX_BYTES`].
    pub fn new(mut text: String) -> Option<Self> {
        if text.len() > Self::MAX_BYTES {
            text.zeroize();
            return None;
        }
        Some(Self(Zeroizing::new(text)))
    }

    #[cfg(feature = "pdf")]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

impl Serialize for Password {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Password {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(text).ok_or_else(|| serde::de::Error::custom("the password is too long"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_printed_and_has_a_bound() {
        let password = Password::new("hunter2".into()).unwrap();
        assert_eq!(format!("{password:?}"), "Password");
        assert_eq!(Password::new("x".repeat(Password::MAX_BYTES + 1)), None);
    }
}
