//! A PDF file that is written object by object, so that what is written need not stay in memory.

use crate::export::content_hash::ContentHash;
use std::io::{self, Write as _};

use pdf_writer::{Chunk, Ref};

use crate::source::FileEnd;

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

    /// What comes after so many bytes of a file.
    pub(super) fn after(length: u64) -> Self {
        let mut file =
            Self { bytes: Vec::new(), taken: length, offsets: Vec::new(), identifier: None };
        file.write(b"\n");
        file
    }

    /// Writes one object as it is.
    pub(super) fn plain_object(&mut self, id: Ref, content: &[u8]) {
        self.offsets.push((id, self.taken + self.bytes.len() as u64));
        self.write(format!("{} 0 obj\n", id.get()).as_bytes());
        self.write(content);
        self.write(b"\nendobj\n\n");
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

    /// Writes where each object is that has come after the `end` of a file.
    pub(super) fn finish_update(mut self, end: &FileEnd, next: Ref) -> Vec<u8> {
        let begin = self.taken + self.bytes.len() as u64;
        if end.is_stream {
            self.offsets.push((next, begin));
        }
        self.offsets.sort_unstable_by_key(|(id, _)| id.get());
        // Memory takes whatever is written.
        let _ = if end.is_stream {
            self.write_update_stream(end, next)
        } else {
            self.write_update_table(end, next)
        };
        let _ = write!(self.bytes, "startxref\n{begin}\n%%EOF\n");
        self.bytes
    }

    fn write_update_table(&mut self, end: &FileEnd, next: Ref) -> io::Result<()> {
        let Self { bytes, offsets, .. } = self;
        writeln!(bytes, "xref")?;
        for run in offsets.chunk_by(follows) {
            writeln!(bytes, "{} {}", run[0].0.get(), run.len())?;
            for (_, offset) in run {
                write!(bytes, "{offset:010} 00000 n\r\n")?;
            }
        }
        write!(bytes, "trailer\n<< /Size {} /Prev {} ", next.get(), end.table)?;
        bytes.extend_from_slice(&end.trailer);
        writeln!(bytes, " >>")
    }

    /// The same as a stream: ISO 32000-1, 7.5.8.
    fn write_update_stream(&mut self, end: &FileEnd, id: Ref) -> io::Result<()> {
        let Self { bytes, offsets, .. } = self;
        let (number, size) = (id.get(), id.get() + 1);
        // The kind of each entry, its place in eight bytes, and its generation.
        let entries: Vec<u8> = offsets
            .iter()
            .flat_map(|(_, offset)| {
                let mut entry = [0; 10];
                entry[0] = 1;
                entry[1..9].copy_from_slice(&offset.to_be_bytes());
                entry
            })
            .collect();
        let runs = offsets.chunk_by(follows);
        let index: Vec<String> =
            runs.map(|run| format!("{} {}", run[0].0.get(), run.len())).collect();
        write!(
            bytes,
            "{number} 0 obj\n<< /Type /XRef /Size {size} /W [1 8 1] /Index [{}] /Prev {} /Length {} ",
            index.join(" "),
            end.table,
            entries.len()
        )?;
        bytes.extend_from_slice(&end.trailer);
        bytes.extend_from_slice(b" >>\nstream\n");
        bytes.extend_from_slice(&entries);
        write!(bytes, "\nendstream\nendobj\n")
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

/// Whether the second object has the number after that of the first one.
fn follows(one: &(Ref, u64), other: &(Ref, u64)) -> bool {
    one.0.get() + 1 == other.0.get()
}
