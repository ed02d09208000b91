//! What was captured.

use std::sync::Arc;
use std::time::Instant;

#[cfg(target_os = "linux")]
use imagetotext::SecretBytes;
use imagetotext_worker::InputKind;

use super::picture::Picture;
use crate::source::Source;

/// A part of the screen that is to be read.
pub(super) struct Taken {
    pub(super) source: Source,
    /// When the person had selected it.
    pub(super) at: Instant,
}

impl Taken {
    pub(super) fn picture(picture: Picture, at: Instant) -> Self {
        let Picture { rgba, width, height } = picture;
        Self { source: Source::Memory(Arc::new(rgba), InputKind::Rgba { width, height }), at }
    }

    /// What a desktop wrote into a file.
    #[cfg(target_os = "linux")]
    pub(super) fn file(bytes: SecretBytes) -> Self {
        Self { source: Source::Memory(Arc::new(bytes), InputKind::File), at: Instant::now() }
    }
}
