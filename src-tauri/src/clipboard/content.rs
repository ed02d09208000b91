//! What a clipboard can hold.

use std::path::PathBuf;

use imagetotext::SecretBytes;

use crate::contract::EmptyReason;
use imagetotext_worker::InputKind;

/// What of the clipboard can be read.
pub(crate) enum Content {
    /// A picture.
    Picture(SecretBytes, InputKind),
    /// Files that were copied in a file manager.
    Files(Vec<PathBuf>),
    /// Neither.
    Empty(EmptyReason),
}
