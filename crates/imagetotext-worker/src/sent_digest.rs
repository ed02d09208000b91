//! Which bytes a worker was sent, so that the same file can be recognised later.

use std::sync::{Arc, OnceLock};

use sha2::{Digest as _, Sha256};

/// A SHA-256 digest.
pub type Digest = [u8; 32];

/// The digest of the bytes of a file that goes to a worker, known once all of them have. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct SentDigest(Arc<OnceLock<Digest>>);

impl SentDigest {
    /// The digest; `None` as long as not all bytes were sent.
    pub fn get(&self) -> Option<Digest> {
        self.0.get().copied()
    }

    pub(crate) fn set(&self, sent: Sha256) {
        // A file is sent once.
        let _ = self.0.set(sent.finalize().into());
    }
}

/// The digest of bytes in memory.
pub fn digest(bytes: &[u8]) -> Digest {
    Sha256::digest(bytes).into()
}
