//! The bytes of a picture on their way to a worker.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::sync::Arc;

use imagetotext::SecretBytes;
use imagetotext::source::Format;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::last_sent::LastSent;
use crate::sent_digest::SentDigest;

/// Bytes of a file that are in the memory of the program at a time: what a pipe of Linux takes.
const CHUNK_BYTES: usize = 64 << 10;

/// Bytes that tell the format of every file: those of PDF may begin with 1024 others.
const START_BYTES: u64 = 2048;

/// What a worker is to read.
#[derive(Debug)]
pub enum Input {
    /// Bytes in memory.
    Bytes(Arc<SecretBytes>),
    /// A file. It goes to the worker piece by piece, so that it is in memory only once.
    File {
        /// Open at its start.
        file: File,
        /// Its length in bytes.
        length: u64,
        /// Receives the digest of its bytes, if somebody wants to know it.
        digest: Option<SentDigest>,
    },
}

impl From<Arc<SecretBytes>> for Input {
    fn from(bytes: Arc<SecretBytes>) -> Self {
        Self::Bytes(bytes)
    }
}

impl Input {
    /// Its format, by its first bytes.
    ///
    /// # Errors
    /// Why the file cannot be read.
    pub fn format(&mut self) -> io::Result<Option<Format>> {
        match self {
            Self::Bytes(bytes) => Ok(Format::of(bytes)),
            Self::File { file, length, .. } => {
                let size = (*length).min(START_BYTES) as usize;
                let mut start = Zeroizing::new(Vec::with_capacity(size));
                Read::by_ref(file).take(size as u64).read_to_end(&mut start)?;
                file.rewind()?;
                Ok(Format::of(&start))
            }
        }
    }

    /// Writes it as a frame; says in `sent` when a piece of a file was.
    pub(crate) fn send(self, to: &mut impl Write, sent: &LastSent) -> Result<(), SendError> {
        match self {
            Self::Bytes(bytes) => crate::frame::send(to, &bytes).map_err(|_| SendError::Worker),
            Self::File { file, length, digest } => send_file(file, length, digest, to, sent),
        }
    }
}

/// Why a frame was not written whole.
#[derive(Debug)]
pub(crate) enum SendError {
    /// The worker has gone.
    Worker,
    /// The file cannot be read.
    File(io::Error),
}

fn send_file(
    mut file: impl Read,
    length: u64,
    digest: Option<SentDigest>,
    to: &mut impl Write,
    sent: &LastSent,
) -> Result<(), SendError> {
    let mut write = |bytes: &[u8]| to.write_all(bytes).map_err(|_| SendError::Worker);
    write(&length.to_le_bytes())?;
    let mut chunk = Zeroizing::new(vec![0; CHUNK_BYTES]);
    let mut left = length;
    let mut digested = digest.is_some().then(Sha256::new);
    while left > 0 {
        let most = left.min(CHUNK_BYTES as u64) as usize;
        match file.read(&mut chunk[..most]) {
            // Somebody cut it meanwhile.
            Ok(0) => return Err(SendError::File(io::ErrorKind::UnexpectedEof.into())),
            Ok(read) => {
                if let Some(digested) = &mut digested {
                    digested.update(&chunk[..read]);
                }
                write(&chunk[..read])?;
                left -= read as u64;
                sent.renew();
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(SendError::File(error)),
        }
    }
    if let Some((digest, digested)) = digest.zip(digested) {
        digest.set(digested);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame;

    fn file(bytes: &[u8]) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file.rewind().unwrap();
        file
    }

    #[test]
    fn a_file_is_the_frame_that_its_bytes_are() {
        for size in [0, 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES] {
            let bytes: Vec<u8> = (0..size).map(|it| (it % 251) as u8).collect();
            let mut pipe = Vec::new();
            let digest = SentDigest::default();
            let file = file(&bytes);
            let input = Input::File { file, length: size as u64, digest: Some(digest.clone()) };
            input.send(&mut pipe, &LastSent::now()).unwrap();
            assert_eq!(**frame::receive(&mut &pipe[..], 1 << 20).unwrap(), bytes);
            assert_eq!(digest.get(), Some(crate::digest(&bytes)));
        }
    }

    #[test]
    fn a_file_that_has_changed_meanwhile_is_not_filled_up() {
        let send = |length| {
            let mut pipe = Vec::new();
            let digest = SentDigest::default();
            let digest_of_file = Some(digest.clone());
            let input = Input::File { file: file(b"four"), length, digest: digest_of_file };
            let sent = input.send(&mut pipe, &LastSent::now());
            assert_eq!(digest.get().is_some(), sent.is_ok(), "of all bytes or none");
            sent.map(|()| pipe)
        };
        assert_eq!(send(3).unwrap()[8..], *b"fou");
        assert!(matches!(send(5), Err(SendError::File(_))));
    }

    #[test]
    fn the_format_of_a_file_is_told_by_its_start() {
        let mut bytes = vec![b' '; 1000];
        bytes.extend(b"%PDF-1.7");
        bytes.resize(5000, 0);
        let mut input = Input::File { file: file(&bytes), length: 5000, digest: None };
        assert_eq!(input.format().unwrap(), Format::of(&bytes));
        assert_eq!(input.format().unwrap(), Some(Format::Pdf));
        let mut pipe = Vec::new();
        input.send(&mut pipe, &LastSent::now()).unwrap();
        assert_eq!(pipe[8..], bytes);
    }
}
