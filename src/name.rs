//! Names of files, standard input and standard output, as messages and headings show them.

use std::fmt;
use std::path::Path;

/// What standard input is called.
pub(crate) const STANDARD_INPUT: &str = "standard input";
/// What standard output is called.
pub(crate) const STANDARD_OUTPUT: &str = "standard output";

/// The name of a file, fit to be printed on a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name(String);

impl From<&Path> for Name {
    fn from(path: &Path) -> Self {
        Self::from(path.to_string_lossy().as_ref())
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(imagetotext_files::printable(name))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
