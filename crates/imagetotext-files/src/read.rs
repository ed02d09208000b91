//! Reads whole files into memory that is wiped.
//!
//! Everything that can be refused by looking at the directory entry is refused before the file is
//! opened: opening a FIFO would wait forever, reading a device would never end.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tokio::sync::oneshot;
use zeroize::Zeroizing;

/// Why the bytes of a file could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// It is a directory.
    #[error("it is a directory")]
    Directory,
    /// It is a FIFO, a socket or a device.
    #[error("it is not an ordinary file")]
    Special,
    /// The permissions forbid it.
    #[error("permission denied")]
    Denied,
    /// It has more bytes than the limit, or than there is memory.
    #[error("it is too large")]
    TooLarge,
    /// Another error of the system.
    #[error("{0}")]
    Io(io::Error),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Directory,
            io::ErrorKind::OutOfMemory => Self::TooLarge,
            _ => Self::Io(error),
        }
    }
}

/// The size of a file in bytes, without opening it.
///
/// # Errors
/// [`ReadError`] when it is no ordinary file or has more than `limit` bytes.
pub fn inspect(path: &Path, limit: u64) -> Result<u64, ReadError> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(ReadError::Directory);
    }
    if !metadata.is_file() {
        return Err(ReadError::Special);
    }
    if metadata.len() > limit {
        return Err(ReadError::TooLarge);
    }
    Ok(metadata.len())
}

/// All bytes of an ordinary file, at most `limit`.
///
/// # Errors
/// [`ReadError`].
pub fn read(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>, ReadError> {
    let expected = inspect(path, limit)?;
    read_all(File::open(path)?, expected, limit)
}

/// An ordinary file of at most `limit` bytes, open, and its length in bytes.
///
/// # Errors
/// [`ReadError`].
pub fn open(path: &Path, limit: u64) -> Result<(File, u64), ReadError> {
    inspect(path, limit)?;
    let file = File::open(path)?;
    // Of what was opened, should another file have taken its place.
    let metadata = file.metadata()?;
    match metadata.len() {
        _ if !metadata.is_file() => Err(ReadError::Special),
        length if length > limit => Err(ReadError::TooLarge),
        length => Ok((file, length)),
    }
}

/// [`read`] on a thread of its own. Dropping the future cancels it: a share in the network that does
/// not answer keeps that thread, and nothing else, until it does.
///
/// # Errors
/// [`ReadError`].
pub async fn load(path: PathBuf, limit: u64) -> Result<Zeroizing<Vec<u8>>, ReadError> {
    on_thread(move || read(&path, limit)).await
}

/// [`open`] on a thread of its own, as [`load`] reads.
///
/// # Errors
/// [`ReadError`].
pub async fn open_on_thread(path: PathBuf, limit: u64) -> Result<(File, u64), ReadError> {
    on_thread(move || open(&path, limit)).await
}

async fn on_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ReadError> + Send + 'static,
) -> Result<T, ReadError> {
    let (sender, receiver) = oneshot::channel();
    std::thread::Builder::new().name("load".into()).spawn(move || {
        // Nobody receives after a cancellation; bytes are wiped here then.
        let _ = sender.send(work());
    })?;
    receiver.await.unwrap_or_else(|_| Err(ReadError::Io(io::ErrorKind::BrokenPipe.into())))
}

/// All bytes of `reader`, at most `limit`. They are read into one block when the `expected` number of
/// bytes is right: a block that grows is copied, which costs time and leaves copies behind.
///
/// # Errors
/// [`ReadError::TooLarge`] beyond `limit`, and errors of `reader`.
pub fn read_all(
    reader: impl Read,
    expected: u64,
    limit: u64,
) -> Result<Zeroizing<Vec<u8>>, ReadError> {
    let mut bytes = Zeroizing::new(Vec::new());
    // One more byte shows whether the file has grown meanwhile.
    let size = usize::try_from(expected).unwrap_or(usize::MAX).saturating_add(1);
    bytes.try_reserve_exact(size).map_err(|_| ReadError::TooLarge)?;
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_up_to_the_limit_is_read() {
        assert_eq!(**read_all(&b"four"[..], 4, 4).unwrap(), *b"four");
        assert!(matches!(read_all(&b"five!"[..], 4, 4), Err(ReadError::TooLarge)));
    }

    #[test]
    fn the_expected_size_reserves_exactly_one_block() {
        assert_eq!(read_all(&b"four"[..], 4, 100).unwrap().capacity(), 5);
    }

    #[test]
    fn special_files_are_refused_unopened() {
        let folder = tempfile::tempdir().unwrap();
        let refused = |path: &Path| inspect(path, 1 << 20).unwrap_err();
        assert!(matches!(refused(folder.path()), ReadError::Directory));
        assert!(matches!(refused(&folder.path().join("none")), ReadError::Missing));
        let huge = folder.path().join("huge");
        File::create(&huge).unwrap().set_len((1 << 20) + 1).unwrap();
        assert!(matches!(refused(&huge), ReadError::TooLarge));
        #[cfg(unix)]
        assert!(matches!(refused(Path::new("/dev/null")), ReadError::Special));
    }

    #[test]
    fn a_file_is_opened_with_its_length() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        fs::write(&path, b"bytes").unwrap();
        assert_eq!(open(&path, 10).unwrap().1, 5);
        assert!(matches!(open(&path, 4), Err(ReadError::TooLarge)));
        assert!(matches!(open(folder.path(), 4), Err(ReadError::Directory)));
    }

    #[test]
    fn a_file_is_loaded_on_another_thread() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        fs::write(&path, b"bytes").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert_eq!(**runtime.block_on(load(path, 10)).unwrap(), *b"bytes");
    }
}
