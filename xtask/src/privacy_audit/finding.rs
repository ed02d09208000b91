//! What a measurement gets, and what it returns.

use std::path::PathBuf;

/// What a measurement found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What was counted or measured.
    pub(crate) figure: String,
    /// The same measurement where the thing to exclude is known to be present.
    pub(crate) control: String,
    /// Whether the guarantee holds: both are as they should be.
    pub(crate) holds: bool,
}

/// What is measured.
#[derive(Debug)]
pub(crate) struct Subject {
    /// The command line as people have it.
    pub(crate) cli: PathBuf,
    /// The command line without the allocator that wipes memory: a control.
    pub(crate) unwiped_cli: PathBuf,
    /// Where the noise in pictures comes from.
    pub(crate) seed: u64,
}
