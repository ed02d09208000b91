//! A PDF file that is written object by object, so that what is written need not stay in memory.

use crate::export::content_hash::ContentHash;
use std::io::{self, Write as _};

use pdf_writer::{Chunk, Ref};

/// Version 1.7, and a comment that tells programs that the file is binary: ISO 32000-1, 7.5.2.
const HEADER: &[u8] = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n";

/// The objects so far.
pub(super) struct PdfFile {
    /// What is written and not taken yet.
    bytes: Vec<u8>,
    /// Bytes that were taken.
    taken: u64,
    /// Where each object begins, in the order of writing.
    offsets: Vec<(Ref, u64)>,
    /// Of a file that has one.
    identifier: Option<ContentHash>,
}

impl PdfFile {
    pub(super) fn new(with_identifier: bool) -> Self {
        let identifier = with_identifier.then(ContentHash::default);
        let mut file = Self { bytes: Vec::new(), taken: 0, offsets: Vec::new(), identifier };
        file.write(HEADER);
        file
    }

    /// Writes one object. `size` is about how many bytes it has.
    pub(super) fn object<T>(&mut self, size: usize, write: impl FnOnce(&mut Chunk) -> T) {
        let mut chunk = Chunk::with_capacity(size);
        write(&mut chunk);
        let begin = self.taken + self.bytes.len() as u64;
        self.offsets.extend(chunk.refs().map(|id| (id, begin)));
        self.write(chunk.as_bytes());
    }

    fn write(&mut self, bytes: &[u8]) {
        if let Some(identifier) = &mut self.identifier {
            identifier.add(bytes);
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// What was written since the last time.
    pub(super) fn take(&mut self) -> Vec<u8> {
        self.taken += self.bytes.len() as u64;
        std::mem::take(&mut self.bytes)
    }

    /// Writes where each object is, and returns what was not taken yet: ISO 32000-1, 7.5.4 and 7.5.5.
    pub(super) fn finish(mut self, catalog: Ref) -> Vec<u8> {
        let begin = self.taken + self.bytes.len() as u64;
        self.offsets.sort_unstable_by_key(|(id, _)| id.get());
        let size = self.offsets.last().map_or(1, |(id, _)| id.get() + 1);
        // Memory takes whatever is written.
        let _ = self.write_table(begin, size, catalog);
        self.bytes
    }

    fn write_table(&mut self, begin: u64, size: i32, catalog: Ref) -> io::Result<()> {
        let Self { bytes, offsets, identifier, .. } = self;
        write!(bytes, "xref\n0 {size}\n0000000000 65535 f\r\n")?;
        for (_, offset) in offsets {
            write!(bytes, "{offset:010} 00000 n\r\n")?;
        }
        writeln!(bytes, "trailer\n<<\n  /Size {size}\n  /Root {} 0 R", catalog.get())?;
        if let Some(identifier) = identifier {
            let hash = identifier.get();
            writeln!(bytes, "  /ID [<{hash:032X}> <{hash:032X}>]")?;
        }
        write!(bytes, ">>\nstartxref\n{begin}\n%%EOF")
    }
}
