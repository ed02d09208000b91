//! Bytes that must not leak: files and pixels on their way through a caller's hands.

use std::fmt;
use std::ops::Deref;

use zeroize::{ZeroizeOnDrop, Zeroizing};

/// Bytes that are overwritten with zeros when dropped, cannot be copied by accident and never appear in
/// a log.
///
/// ```
/// let secret = imagetotext::SecretBytes::from(b"secret".to_vec());
/// assert_eq!(&secret[..], b"secret");
/// assert_eq!(format!("{secret:?}"), "SecretBytes(6 bytes)");
/// ```
pub struct SecretBytes(Zeroizing<Vec<u8>>);

impl ZeroizeOnDrop for SecretBytes {}

impl From<Vec<u8>> for SecretBytes {
    /// Takes the vector over without copying it. Copies that it left behind while it grew are not wiped.
    fn from(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

impl From<Zeroizing<Vec<u8>>> for SecretBytes {
    fn from(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }
}

impl Deref for SecretBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretBytes({} bytes)", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_can_be_read_and_are_never_printed() {
        let secret = SecretBytes::from(b"hunter2".to_vec());
        assert_eq!(&secret[..], b"hunter2");
        assert_eq!(format!("{secret:?}"), "SecretBytes(7 bytes)");
    }

    #[test]
    fn bytes_are_wiped() {
        fn wiped<T: ZeroizeOnDrop>() {}
        wiped::<SecretBytes>();
        assert!(std::mem::needs_drop::<SecretBytes>());
    }
}
