//! Where the bytes of a picture come from.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use imagetotext::SecretBytes;

use crate::contract::ReadError;
use crate::reader::Input;

/// Largest file that is taken in: 512 MiB. The largest picture that is decoded, 120 million pixels
/// in plain colours, fits in.
pub(crate) const MAX_BYTES: u64 = 512 << 20;

/// Where a picture is until it is read, and from where it is read again when it is turned.
#[derive(Clone)]
pub(crate) enum Source {
    /// In memory, until it is cleared: it was pasted.
    Memory(Arc<SecretBytes>, Input),
    /// On the disk; its bytes are in memory only while it is being read.
    File(PathBuf),
}

impl Source {
    /// All bytes, and what they are.
    ///
    /// # Errors
    /// Why a file cannot be read; pictures in memory can.
    pub(crate) fn load(&self) -> Result<(Arc<SecretBytes>, Input), ReadError> {
        match self {
            Self::Memory(bytes, input) => Ok((bytes.clone(), *input)),
            Self::File(path) => Ok((Arc::new(read(path)?), Input::File)),
        }
    }

    /// What it takes in memory, in bytes.
    pub(crate) fn weight(&self) -> usize {
        match self {
            Self::Memory(bytes, _) => bytes.len(),
            Self::File(_) => 0,
        }
    }
}

/// What can be told of a file without opening it: opening a FIFO would wait for ever.
///
/// # Errors
/// Why it is not to be opened; [`ReadError::Directory`] for a folder.
pub(crate) fn inspect(path: &Path) -> Result<u64, ReadError> {
    let metadata = fs::metadata(path).map_err(|error| trouble(&error))?;
    if metadata.is_dir() {
        return Err(ReadError::Directory);
    }
    if !metadata.is_file() {
        return Err(ReadError::Special);
    }
    if metadata.len() > MAX_BYTES {
        return Err(too_large());
    }
    Ok(metadata.len())
}

fn read(path: &Path) -> Result<SecretBytes, ReadError> {
    let expected = inspect(path)? as usize;
    let file = File::open(path).map_err(|error| trouble(&error))?;
    let mut bytes = Vec::new();
    // One byte more tells the end of the file from a file that has grown meanwhile.
    bytes.try_reserve_exact(expected + 1).map_err(|_| too_large())?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| trouble(&error))?;
    let bytes = SecretBytes::from(bytes);
    if bytes.len() as u64 > MAX_BYTES { Err(too_large()) } else { Ok(bytes) }
}

/// What a picture that is larger than [`MAX_BYTES`] is refused with.
pub(crate) fn too_large() -> ReadError {
    ReadError::TooLarge { megabytes: (MAX_BYTES >> 20) as u32 }
}

fn trouble(error: &io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Missing,
        io::ErrorKind::PermissionDenied => ReadError::Denied,
        io::ErrorKind::IsADirectory => ReadError::Directory,
        io::ErrorKind::OutOfMemory => too_large(),
        _ => ReadError::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_is_refused_unopened() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(inspect(folder.path()), Err(ReadError::Directory));
        assert_eq!(inspect(&folder.path().join("none")), Err(ReadError::Missing));
        #[cfg(unix)]
        assert_eq!(inspect(Path::new("/dev/null")), Err(ReadError::Special));
        let huge = folder.path().join("huge");
        File::create(&huge).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(inspect(&huge), Err(ReadError::TooLarge { megabytes: 512 }));
    }

    #[test]
    fn a_file_is_read_when_it_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        let source = Source::File(path.clone());
        assert_eq!(source.load().err(), Some(ReadError::Missing));
        fs::write(&path, b"bytes").unwrap();
        let (bytes, input) = source.load().unwrap();
        assert_eq!((&bytes[..], input), (&b"bytes"[..], Input::File));
        assert_eq!(source.weight(), 0);
    }
}
