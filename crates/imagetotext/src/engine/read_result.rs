//! What comes of reading one picture.

use std::time::Duration;

use crate::Page;

/// What [`Engine::read_with`](super::Engine::read_with) returns.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadResult {
    /// What was read.
    pub page: Page,
    /// Whether nothing was read in the picture: all text there is came with it, from the text layer of a PDF.
    pub is_embedded: bool,
    /// Whether the page was read although it has a text layer, because the layer makes no sense.
    pub replaces_layer: bool,
    /// Where the time went.
    pub times: Times,
}

/// Where the time of a reading went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Times {
    /// Finding lines and their orientation.
    pub detect: Duration,
    /// Reading and arranging them.
    pub recognise: Duration,
}
