//! Where the bytes of a picture come from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use imagetotext::SecretBytes;
use imagetotext_files as files;
use imagetotext_worker::{Digest, Input, InputKind, LIMITS, SentDigest, digest};

use crate::contract::ReadError;

/// Where a picture is until it is read, and from where it is read again when it is rotated.
#[derive(Clone)]
pub(crate) enum Source {
    /// In memory, until it is cleared: it was pasted.
    Memory(Arc<SecretBytes>, InputKind),
    /// On the disk; its bytes are in memory only while it is being read.
    File(PathBuf),
}

impl Source {
    /// All bytes, as they were when the picture was read, and what they are. `read` is the digest of
    /// those. Dropping the future gives up on a file that does not answer.
    ///
    /// # Errors
    /// Why a file cannot be read; [`ReadError::Changed`] when it has other bytes now. Pictures in memory
    /// can be read.
    pub(crate) async fn load_again(
        &self,
        read: Option<Digest>,
    ) -> Result<(Arc<SecretBytes>, InputKind), ReadError> {
        match self {
            Self::Memory(bytes, kind) => Ok((bytes.clone(), *kind)),
            Self::File(path) => {
                let bytes = files::load(path.clone(), LIMITS.input_bytes).await?;
                if read != Some(digest(&bytes)) {
                    return Err(ReadError::Changed);
                }
                Ok((Arc::new(bytes.into()), InputKind::File))
            }
        }
    }

    /// Its bytes for a worker, of a file without those in memory, and what they are. `digest` receives the
    /// digest of a file. Dropping the future gives up on a file that does not answer.
    ///
    /// # Errors
    /// Why a file cannot be opened; pictures in memory can be read.
    pub(crate) async fn open(&self, digest: SentDigest) -> Result<(Input, InputKind), ReadError> {
        match self {
            Self::Memory(bytes, kind) => Ok((bytes.clone().into(), *kind)),
            Self::File(path) => {
                let (file, length) =
                    files::open_on_thread(path.clone(), LIMITS.input_bytes).await?;
                Ok((Input::File { file, length, digest: Some(digest) }, InputKind::File))
            }
        }
    }

    /// Bytes that it takes in memory.
    pub(crate) fn memory(&self) -> usize {
        match self {
            Self::Memory(bytes, _) => bytes.len(),
            Self::File(_) => 0,
        }
    }
}

/// The size of a file in bytes, without opening it.
///
/// # Errors
/// Why it is not to be opened; [`ReadError::Directory`] for a folder.
pub(crate) fn inspect(path: &Path) -> Result<u64, ReadError> {
    Ok(files::inspect(path, LIMITS.input_bytes)?)
}

/// Why a picture of so many bytes is refused, if it is.
pub(crate) fn check_size(bytes: usize) -> Result<(), ReadError> {
    if bytes as u64 > LIMITS.input_bytes { Err(too_large()) } else { Ok(()) }
}

fn too_large() -> ReadError {
    ReadError::TooLarge { megabytes: (LIMITS.input_bytes >> 20) as u32 }
}

impl From<files::ReadError> for ReadError {
    fn from(error: files::ReadError) -> Self {
        match error {
            files::ReadError::Missing => Self::Missing,
            files::ReadError::Directory => Self::Directory,
            files::ReadError::Special => Self::Special,
            files::ReadError::Denied => Self::Denied,
            files::ReadError::TooLarge => too_large(),
            _ => Self::Unreadable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};

    #[test]
    fn special_files_and_directories_are_refused_unopened() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(inspect(folder.path()), Err(ReadError::Directory));
        assert_eq!(inspect(&folder.path().join("none")), Err(ReadError::Missing));
        #[cfg(unix)]
        assert_eq!(inspect(Path::new("/dev/null")), Err(ReadError::Special));
        let huge = folder.path().join("huge");
        File::create(&huge).unwrap().set_len(LIMITS.input_bytes + 1).unwrap();
        assert_eq!(inspect(&huge), Err(ReadError::TooLarge { megabytes: 512 }));
    }

    #[test]
    fn a_file_is_opened_without_its_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        let source = Source::File(path.clone());
        let open = || tauri::async_runtime::block_on(source.open(SentDigest::default()));
        assert_eq!(open().err(), Some(ReadError::Missing));
        fs::write(&path, b"bytes").unwrap();
        assert!(matches!(open(), Ok((Input::File { length: 5, .. }, InputKind::File))));
    }

    #[test]
    fn a_file_is_loaded_when_it_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        let source = Source::File(path.clone());
        let read = Some(digest(b"bytes"));
        let load = || tauri::async_runtime::block_on(source.load_again(read));
        assert_eq!(load().err(), Some(ReadError::Missing));
        fs::write(&path, b"bytes").unwrap();
        let (bytes, kind) = load().unwrap();
        assert_eq!((&bytes[..], kind), (&b"bytes"[..], InputKind::File));
        assert_eq!(source.memory(), 0);
    }

    #[test]
    fn a_file_that_has_changed_since_it_was_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        fs::write(&path, b"other").unwrap();
        let source = Source::File(path);
        for read in [Some(digest(b"bytes")), None] {
            let loaded = tauri::async_runtime::block_on(source.load_again(read));
            assert_eq!(loaded.err(), Some(ReadError::Changed));
        }
    }
}
