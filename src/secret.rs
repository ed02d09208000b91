//! Bytes that wipe themselves.
/// Bytes.
pub struct SecretBytes(Vec<u8>);
