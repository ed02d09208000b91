//! A temporary directory that is removed with its value.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The directory.
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    /// Creates one.
    ///
    /// # Errors
    /// When the temporary directory of the system cannot be written.
    pub(crate) fn new() -> Result<Self> {
        let number = std::time::UNIX_EPOCH.elapsed()?.as_nanos();
        let path = std::env::temp_dir().join(format!("imagetotext-xtask-{number}"));
        std::fs::create_dir(&path).context("a temporary directory cannot be created")?;
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // A directory that cannot be removed does no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
