//! A part of the screen, ready for a worker.

use imagetotext::SecretBytes;

/// Bytes of a pixel: red, green, blue and opacity.
pub(super) const PIXEL: usize = 4;

/// The pixels of a part of the screen.
pub(super) struct Picture {
    pub(super) rgba: SecretBytes,
    pub(super) width: u32,
    pub(super) height: u32,
}
