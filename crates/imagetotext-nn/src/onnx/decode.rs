//! Decoding of ONNX files that may be damaged or hostile.

use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};

use rten_onnx::onnx::ModelProto;
use rten_onnx::protobuf::{DecodeMessage as _, ProtobufError, ReadPos, ValueReader};

/// Decodes the protocol buffer of an ONNX file.
///
/// # Errors
/// Why it is none. Among the reasons are integers of more than ten bytes and fields longer than any
/// file, over which the reader of `rten-onnx` 0.26 loops forever.
pub(crate) fn decode(bytes: &[u8]) -> Result<ModelProto, ProtobufError> {
    ModelProto::decode(ValueReader::new(ReadPos::new(ForwardReader {
        bytes: Cursor::new(bytes),
        idle_calls: 0,
    })))
}

/// Reads from the first to the last byte and never backwards.
struct ForwardReader<'a> {
    bytes: Cursor<&'a [u8]>,
    /// Calls of `fill_buf` since the last byte was consumed.
    idle_calls: u32,
}

/// More calls of `fill_buf` than this without consuming a byte are an endless loop. A reader needs one
/// or two.
const MAX_IDLE_CALLS: u32 = 16;

impl Read for ForwardReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.idle_calls = 0;
        self.bytes.read(buffer)
    }
}

impl BufRead for ForwardReader<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.idle_calls += 1;
        if self.idle_calls > MAX_IDLE_CALLS {
            Err(io::ErrorKind::InvalidData.into())
        } else {
            self.bytes.fill_buf()
        }
    }

    fn consume(&mut self, amount: usize) {
        if amount > 0 {
            self.idle_calls = 0;
        }
        self.bytes.consume(amount);
    }
}

impl Seek for ForwardReader<'_> {
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
    fn files_that_would_be_read_forever_are_errors() {
        // Field 15, which no reader knows, of 2^64 - 12 bytes: back to where it begins.
        let length = [0xf4, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
        let backwards = [&[0x08, 0x08, 15 << 3 | 2][..], &length].concat();
        // An integer without an end.
        let endless = [&[0x08][..], &[0xff; 40]].concat();
        // With overflow checks the reader panics over the first one.
        let read = std::panic::catch_unwind(|| decode(&backwards));
        assert!(read.map_or(true, |read| read.is_err()));
        assert!(decode(&endless).is_err());
        assert!(decode(&[0x08, 0x08]).is_ok());
    }
}
