//! Where pictures come from: files and standard input.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use imagetotext_files::{self as files, ReadError};
use imagetotext_sandbox as sandbox;
use imagetotext_worker::{Input, LIMITS};
use zeroize::Zeroizing;

use crate::name::{Name, STANDARD_INPUT};

/// Where a picture comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A file that was named.
    File(PathBuf),
    /// A file in a directory that was named.
    Walked {
        /// Where it is.
        path: PathBuf,
        /// Its directory, as seen from the one that was named.
        directory: PathBuf,
    },
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
            Self::File(path) | Self::Walked { path, .. } => Name::from(path.as_path()),
            Self::Stdin => STANDARD_INPUT.into(),
        }
    }

    /// Its path; a file that is redirected into standard input has one too, a pipe does not.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Walked { path, .. } => path,
            Self::Stdin => Path::new("/dev/stdin"),
        }
    }

    /// Its bytes, of a file without those in memory.
    pub(crate) fn open(&self) -> Result<Input, InputError> {
        match self {
            Self::File(path) | Self::Walked { path, .. } => {
                match files::open(path, LIMITS.input_bytes)? {
                    // Some file systems do not know the length of their files.
                    (_, 0) => Ok(Input::Bytes(Arc::new(self.read()?.into()))),
                    (file, length) => Ok(Input::File { file, length, digest: None }),
                }
            }
            Self::Stdin => Ok(Input::Bytes(Arc::new(self.read()?.into()))),
        }
    }

    /// All its bytes.
    pub(crate) fn read(&self) -> Result<Zeroizing<Vec<u8>>, InputError> {
        match self {
            Self::File(path) | Self::Walked { path, .. } => {
                Ok(files::read(path, LIMITS.input_bytes)?)
            }
            Self::Stdin => {
                let bytes = files::read_all(sandbox::stdin(), 0, LIMITS.input_bytes)?;
                if bytes.is_empty() { Err(InputError::NoInput) } else { Ok(bytes) }
            }
        }
    }
}

/// Bytes of a file that are in memory at a time.
const PIECE_BYTES: usize = 1 << 20;

/// Hands on a file piece by piece, so that it is not in memory as a whole. The inner error is that of who takes them.
pub(crate) fn for_each_piece<E>(
    input: Input,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<Result<(), E>, ReadError> {
    let (mut file, mut left) = match input {
        Input::Bytes(bytes) => return Ok(take(&bytes)),
        Input::File { file, length, .. } => (file, length),
    };
    let mut piece = Zeroizing::new(vec![0; PIECE_BYTES]);
    while left > 0 {
        let most = left.min(PIECE_BYTES as u64) as usize;
        match file.read(&mut piece[..most]) {
            // Somebody cut it meanwhile.
            Ok(0) => return Err(ReadError::Io(io::ErrorKind::UnexpectedEof.into())),
            Ok(length) => {
                left -= length as u64;
                if let Err(error) = take(&piece[..length]) {
                    return Ok(Err(error));
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(ReadError::Io(error)),
        }
    }
    Ok(Ok(()))
}
