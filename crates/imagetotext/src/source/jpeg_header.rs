//! The frame header of a JPEG stream, checked before it is decoded (ITU-T T.81, annex B).

use super::Format;
use crate::Error;

/// The frame header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FrameHeader {
    pub(super) width: u16,
    pub(super) height: u16,
    /// Number of the start-of-frame marker: 0 baseline, 1 extended, 2 progressive.
    process: u8,
    /// Bits a sample.
    precision: u8,
    /// One for grey, three for colours, four for inks.
    pub(super) components: u8,
}

/// Refuses streams that the decoder cannot decode (arithmetic coding, 12 bits, lossless) or would
/// complete silently: it fills the missing end of a truncated stream with grey, and a text without its
/// end must not pass for the whole.
pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
    let damaged = Error::Damaged(Format::Jpeg);
    let Some((frame, data)) = scan(bytes) else { return Err(damaged) };
    if frame.process > 2 || frame.precision != 8 {
        return Err(Error::UnsupportedKind(Format::Jpeg));
    }
    // In the data of a scan 0xff is followed by 0 or by a marker, so this is the end-of-image marker.
    if data.windows(2).any(|pair| pair == [0xff, 0xd9]) { Ok(()) } else { Err(damaged) }
}

impl FrameHeader {
    /// The header in the stream that `bytes` begin with.
    pub(super) fn find(bytes: &[u8]) -> Option<Self> {
        scan(bytes).map(|(frame, _)| frame)
    }
}

/// How many components a JPEG file has that any decoder can decode.
pub(crate) fn jpeg_components(file: &[u8]) -> Option<u8> {
    check(file).ok()?;
    FrameHeader::find(file).map(|frame| frame.components)
}

/// The frame header, and what comes after it.
fn scan(bytes: &[u8]) -> Option<(FrameHeader, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        // Any number of 0xff may precede a marker; decoders skip junk before it as well.
        let at =
            rest.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff))?;
        let marker = rest[at + 1];
        rest = &rest[at + 2..];
        match marker {
            // Markers without a segment: TEM, RST, SOI.
            0x01 | 0xd0..=0xd8 => continue,
            // EOI or SOS without a frame header before it.
            0xd9 | 0xda => return None,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
        let segment = rest.get(2..length)?;
        rest = &rest[length..];
        // DHT, JPG and DAC have numbers among those of the start-of-frame markers.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let &[precision, h1, h0, w1, w0, components] = segment.first_chunk()?;
            let frame = FrameHeader {
                width: u16::from_be_bytes([w1, w0]),
                height: u16::from_be_bytes([h1, h0]),
                process: marker - 0xc0,
                precision,
                components,
            };
            return Some((frame, rest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of 3 × 2 pixels after a thumbnail that has an end-of-image marker.
    fn stream(process: u8, precision: u8, tail: &[u8]) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe1\0\x06\xff\xd9\xff\xc0\xff\xff".to_vec();
        bytes.extend([0xc0 + process, 0, 11, precision, 0, 2, 0, 3, 1, 1, 0x11, 0]);
        bytes.extend(tail);
        bytes
    }

    #[test]
    fn the_header_is_found_after_other_segments() {
        let bytes = stream(0, 8, b"");
        let frame = FrameHeader { width: 3, height: 2, process: 0, precision: 8, components: 1 };
        assert_eq!(FrameHeader::find(&bytes), Some(frame));
        for end in 0..bytes.len() {
            assert_eq!(FrameHeader::find(&bytes[..end]), None, "cut at {end}");
        }
    }

    #[test]
    fn unsupported_processes_are_errors() {
        for (process, precision) in [(1, 12), (3, 8), (9, 8), (10, 8)] {
            let result = check(&stream(process, precision, b"\xff\xd9"));
            assert!(matches!(result, Err(Error::UnsupportedKind(Format::Jpeg))));
        }
    }

    #[test]
    fn a_stream_without_end_marker_is_damaged() {
        assert!(check(&stream(2, 8, b"\xff\xda..\xff\xd9")).is_ok());
        for tail in [&b"\xff\xda..\xff"[..], b"\xff\xda\xff\0\xd9", b""] {
            assert!(matches!(check(&stream(2, 8, tail)), Err(Error::Damaged(Format::Jpeg))));
        }
    }

    #[test]
    fn an_impossible_segment_length_ends_the_search() {
        assert_eq!(FrameHeader::find(b"\xff\xd8\xff\xe0\0\0\xff\xc0\0\x0b\x08\0\x02\0\x03"), None);
        assert_eq!(
            FrameHeader::find(b"\xff\xd8\xff\xe0\0\x01\xff\xc0\0\x0b\x08\0\x02\0\x03"),
            None
        );
    }
}
