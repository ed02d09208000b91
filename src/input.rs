//! Where pictures come from: files and standard input.

use std::path::PathBuf;

use imagetotext_files::{self as files, ReadError};
use imagetotext_sandbox as sandbox;
use imagetotext_worker::LIMITS;
use zeroize::Zeroizing;

use crate::name::{Name, STANDARD_INPUT};

/// Where a picture comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// Why the bytes of a picture could not be read.
#[derive(Debug)]
pub(crate) enum InputError {
    /// The file, or standard input, cannot be read.
    Unreadable(ReadError),
    /// Standard input ended before the first byte.
    NoInput,
}

impl From<ReadError> for InputError {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }
}

impl Source {
    /// Its name in messages and headings.
    pub(crate) fn name(&self) -> Name {
        match self {
            Self::File(path) => Name::from(path.as_path()),
            Self::Stdin => STANDARD_INPUT.into(),
        }
    }

    /// All its bytes.
    pub(crate) fn read(&self) -> Result<Zeroizing<Vec<u8>>, InputError> {
        match self {
            Self::File(path) => Ok(files::read(path, LIMITS.input_bytes)?),
            Self::Stdin => {
                let bytes = files::read_all(sandbox::stdin(), 0, LIMITS.input_bytes)?;
                if bytes.is_empty() { Err(InputError::NoInput) } else { Ok(bytes) }
            }
        }
    }
}
