//! Reading picture files and standard input into memory that wipes itself.
//!
//! Everything that can be refused by looking at the directory entry is refused before the file is
//! opened: opening a FIFO would wait for ever, reading a device would never end.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use imagetotext_sandbox as sandbox;
use zeroize::Zeroizing;

use super::messages::{Name, STANDARD_INPUT};

/// Largest file that is read: 512 MiB. The largest picture that is decoded, 120 million pixels in
/// plain colours, fits in; a disk image given by mistake does not fill the memory.
pub(crate) const MAX_BYTES: u64 = 512 << 20;

/// Where a picture comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// Why the bytes of a picture could not be had.
#[derive(Debug)]
pub(crate) enum InputError {
    /// There is no such file.
    Missing,
    /// It is a directory.
    Directory,
    /// It is a FIFO, a socket or a device.
    Special,
    /// We may not read it.
    Denied,
    /// It has more than [`MAX_BYTES`].
    TooLarge,
    /// Standard input ended before the first byte.
    NothingCame,
    /// The system says something else.
    Io(io::Error),
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }
}

impl Source {
    /// How messages and headings call it.
    pub(crate) fn name(&self) -> Name {
        match self {
            Self::File(path) => Name::from(path.as_path()),
            Self::Stdin => STANDARD_INPUT.into(),
        }
    }

    /// All its bytes.
    pub(crate) fn read(&self) -> Result<Zeroizing<Vec<u8>>, InputError> {
        match self {
            Self::File(path) => read_file(path),
            Self::Stdin => {
                let bytes = read_all(sandbox::stdin(), 0, MAX_BYTES)?;
                if bytes.is_empty() { Err(InputError::NothingCame) } else { Ok(bytes) }
            }
        }
    }
}

fn read_file(path: &Path) -> Result<Zeroizing<Vec<u8>>, InputError> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(InputError::Directory);
    }
    if !metadata.is_file() {
        return Err(InputError::Special);
    }
    if metadata.len() > MAX_BYTES {
        return Err(InputError::TooLarge);
    }
    read_all(File::open(path)?, metadata.len(), MAX_BYTES)
}

/// Reads to the end, into one block when `expected` holds: growing copies the block, which costs
/// time and, were it not for the wiping allocator, would leave copies behind.
fn read_all(
    reader: impl Read,
    expected: u64,
    limit: u64,
) -> Result<Zeroizing<Vec<u8>>, InputError> {
    let mut bytes = Zeroizing::new(Vec::new());
    // One more byte tells the end of the file from a file that has grown meanwhile.
    bytes.try_reserve_exact(expected as usize + 1).map_err(|_| InputError::TooLarge)?;
    reader.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(InputError::TooLarge);
    }
    Ok(bytes)
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Directory,
            io::ErrorKind::OutOfMemory => Self::TooLarge,
            _ => Self::Io(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_up_to_the_limit_is_read() {
        assert_eq!(**read_all(&b"four"[..], 4, 4).unwrap(), *b"four");
        assert!(matches!(read_all(&b"five!"[..], 4, 4), Err(InputError::TooLarge)));
    }

    #[test]
    fn the_size_on_disk_reserves_exactly_one_block() {
        let bytes = read_all(&b"four"[..], 4, 100).unwrap();
        assert_eq!(bytes.capacity(), 5);
    }
}
