//! ONNX files that come from anywhere, read without getting caught in them.

use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};

use rten_onnx::onnx::ModelProto;
use rten_onnx::protobuf::{DecodeMessage as _, ProtobufError, ReadPos, ValueReader};

/// What stands in an ONNX file.
///
/// # Errors
/// Why it is none. Numbers of more than ten bytes and parts longer than any file, over which
/// `rten-onnx` 0.27 never ends, are among the reasons.
pub(crate) fn open(bytes: &[u8]) -> Result<ModelProto, ProtobufError> {
    ModelProto::decode(ValueReader::new(ReadPos::new(Forward {
        bytes: Cursor::new(bytes),
        idle: 0,
    })))
}

/// Bytes that are read from the first to the last and never backwards.
struct Forward<'a> {
    bytes: Cursor<&'a [u8]>,
    /// How often they were looked at since the last one was taken.
    idle: u32,
}

/// More looks than this without taking a byte are a circle.
const PATIENCE: u32 = 16;

impl Read for Forward<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.idle = 0;
        self.bytes.read(buffer)
    }
}

impl BufRead for Forward<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.idle += 1;
        if self.idle > PATIENCE {
            Err(io::ErrorKind::InvalidData.into())
        } else {
            self.bytes.fill_buf()
        }
    }

    fn consume(&mut self, amount: usize) {
        if amount > 0 {
            self.idle = 0;
        }
        self.bytes.consume(amount);
    }
}

impl Seek for Forward<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let before = self.bytes.position();
        let after = self.bytes.seek(to)?;
        if after < before { Err(io::ErrorKind::InvalidData.into()) } else { Ok(after) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_would_never_leave_is_an_error() {
        // Field 15, which no reader knows, of 2^64 - 12 bytes: back to where it begins.
        let length = [0xf4, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
        let backwards = [&[0x08, 0x08, 15 << 3 | 2][..], &length].concat();
        // A number that goes on and on.
        let endless = [&[0x08][..], &[0xff; 40]].concat();
        // In builds that look for overflow the reader panics over the first one.
        assert!(std::panic::catch_unwind(|| open(&backwards)).map_or(true, |read| read.is_err()));
        assert!(open(&endless).is_err());
        assert!(open(&[0x08, 0x08]).is_ok());
    }
}
