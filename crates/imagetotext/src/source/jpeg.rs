//! What the segments of a JPEG stream say before it is unpacked (ITU-T T.81, annex B).

use super::Format;
use crate::Error;

/// The header of the one frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) width: u16,
    pub(super) height: u16,
    /// The third hexadecimal digit pair of the marker: 0 baseline, 1 extended, 2 progressive.
    process: u8,
    /// Bits a sample.
    precision: u8,
}

/// Refuses what the decoder cannot do or would fill up in silence: with arithmetic coding, with
/// twelve bits, without loss, or cut short. The decoder paints what is missing grey, and a text
/// without its end must not pass for the whole.
pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
    let damaged = Error::Damaged(Format::Jpeg);
    let Some((frame, data)) = scan(bytes) else { return Err(damaged) };
    if frame.process > 2 || frame.precision != 8 {
        return Err(Error::UnsupportedKind(Format::Jpeg));
    }
    // In the data of a scan 0xff is followed by 0 or by a marker, so this is the end marker.
    if data.windows(2).any(|pair| pair == [0xff, 0xd9]) { Ok(()) } else { Err(damaged) }
}

impl Frame {
    /// The frame of the stream that `bytes` begin with.
    pub(super) fn find(bytes: &[u8]) -> Option<Self> {
        scan(bytes).map(|(frame, _)| frame)
    }
}

/// The frame, and what comes after its header.
fn scan(bytes: &[u8]) -> Option<(Frame, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        // Any number of 0xff may precede a marker; decoders pass over junk before it as well.
        let at =
            rest.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff))?;
        let marker = rest[at + 1];
        rest = &rest[at + 2..];
        match marker {
            // Markers without a segment.
            0x01 | 0xd0..=0xd8 => continue,
            // The data of a scan, or the end, without a frame before it.
            0xd9 | 0xda => return None,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
        let segment = rest.get(2..length)?;
        rest = &rest[length..];
        // 0xc4, 0xc8 and 0xcc stand among the frames and are none.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let &[precision, h1, h0, w1, w0] = segment.first_chunk()?;
            let frame = Frame {
                width: u16::from_be_bytes([w1, w0]),
                height: u16::from_be_bytes([h1, h0]),
                process: marker - 0xc0,
                precision,
            };
            return Some((frame, rest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of 3 × 2 pixels behind a thumbnail with an end marker of its own.
    fn stream(process: u8, precision: u8, tail: &[u8]) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe1\0\x06\xff\xd9\xff\xc0\xff\xff".to_vec();
        bytes.extend([0xc0 + process, 0, 11, precision, 0, 2, 0, 3, 1, 1, 0x11, 0]);
        bytes.extend(tail);
        bytes
    }

    #[test]
    fn the_frame_is_found_behind_other_segments() {
        let bytes = stream(0, 8, b"");
        let frame = Frame { width: 3, height: 2, process: 0, precision: 8 };
        assert_eq!(Frame::find(&bytes), Some(frame));
        for end in 0..bytes.len() {
            assert_eq!(Frame::find(&bytes[..end]), None, "cut at {end}");
        }
    }

    #[test]
    fn kinds_that_are_not_decoded_are_named() {
        for (process, precision) in [(1, 12), (3, 8), (9, 8), (10, 8)] {
            let outcome = check(&stream(process, precision, b"\xff\xd9"));
            assert!(matches!(outcome, Err(Error::UnsupportedKind(Format::Jpeg))));
        }
    }

    #[test]
    fn a_stream_without_end_is_cut_short() {
        assert!(check(&stream(2, 8, b"\xff\xda..\xff\xd9")).is_ok());
        for tail in [&b"\xff\xda..\xff"[..], b"\xff\xda\xff\0\xd9", b""] {
            assert!(matches!(check(&stream(2, 8, tail)), Err(Error::Damaged(Format::Jpeg))));
        }
    }

    #[test]
    fn a_length_that_cannot_be_ends_the_search() {
        assert_eq!(Frame::find(b"\xff\xd8\xff\xe0\0\0\xff\xc0\0\x0b\x08\0\x02\0\x03"), None);
        assert_eq!(Frame::find(b"\xff\xd8\xff\xe0\0\x01\xff\xc0\0\x0b\x08\0\x02\0\x03"), None);
    }
}
