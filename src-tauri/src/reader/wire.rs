//! What shell and reader say to each other: frames, each a length of four bytes, the lowest first,
//! and as many bytes. Messages are frames of `postcard`; pictures are frames of their bare bytes.

use std::io::{self, Read, Write};

use imagetotext::{Error, Page};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::contract::{PreviewSize, ReadError};

/// Largest frame: 512 MiB, the largest file that is taken in (`crate::source::MAX_BYTES`).
const MAX_FRAME: u32 = 512 << 20;

/// Most pixels of a preview: all of a screen of 1920 × 1080, and half the side of one of 4K.
pub(crate) const PREVIEW_PIXELS: u32 = 1 << 21;

/// What the bytes are that follow an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Input {
    /// A picture file as it was.
    File,
    /// Bare pixels with straight alpha, four bytes each, rows from the top.
    Rgba {
        /// From left to right.
        width: u32,
        /// From top to bottom.
        height: u32,
    },
}

/// What the shell asks for; the frame behind it holds the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    /// What the picture is.
    pub(crate) input: Input,
    /// By how many quarters it is to be turned clockwise before it is read.
    pub(crate) quarters: u8,
}

/// What a reader answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// The models are loaded, an order may come. Always the first.
    Ready,
    /// A page is being read, counted from 1.
    Begun(u32),
    /// It was read; two frames follow, the pixels of its preview and of its thumbnail.
    Read(Box<Sheet>),
    /// There are no more pages. Always the last.
    Done(Option<Fault>),
}

/// A page that was read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Sheet {
    /// What stands on it.
    pub(crate) page: Page,
    /// Size of the preview.
    pub(crate) preview: PreviewSize,
    /// Size of the thumbnail.
    pub(crate) thumbnail: PreviewSize,
    /// Bytes to pixels, in milliseconds.
    pub(crate) decode: f32,
    /// Finding lines, in milliseconds.
    pub(crate) detect: f32,
    /// Reading lines, in milliseconds.
    pub(crate) recognise: f32,
}

impl Sheet {
    fn is_sound(&self) -> bool {
        let times = [self.decode, self.detect, self.recognise];
        self.page.is_sound() && times.into_iter().all(f32::is_finite)
    }
}

/// Why a reader stopped before the end of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Fault {
    /// There is not a single byte.
    Empty,
    /// The bytes are of no picture format.
    NotAPicture,
    /// A format that is not read, by its name.
    Unsupported(String),
    /// A variety that is not read of a format that is.
    UnsupportedKind(String),
    /// Cut short or broken.
    Damaged(String),
    /// Too many pixels.
    TooLarge,
    /// A fault of ours.
    Internal,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Empty => Self::Empty,
            Error::NotAPicture => Self::NotAPicture,
            Error::Unsupported(format) => Self::Unsupported(format.to_string()),
            Error::UnsupportedKind(format) => Self::UnsupportedKind(format.to_string()),
            Error::Damaged(format) => Self::Damaged(format.to_string()),
            Error::TooLarge => Self::TooLarge,
            _ => Self::Internal,
        }
    }
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Empty => Self::Empty,
            Fault::NotAPicture => Self::NotAPicture,
            Fault::Unsupported(format) => Self::Unsupported { format },
            Fault::UnsupportedKind(format) => Self::UnsupportedKind { format },
            Fault::Damaged(format) => Self::Damaged { format },
            Fault::TooLarge => Self::TooManyPixels,
            Fault::Internal => Self::Internal,
        }
    }
}

/// Writes a message and sees it off.
pub(crate) fn send(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let bytes = Zeroizing::new(postcard::to_stdvec(message).map_err(io::Error::other)?);
    send_bytes(to, &bytes)
}

/// Writes bare bytes and sees them off.
pub(crate) fn send_bytes(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= MAX_FRAME);
    let length = length.ok_or(io::ErrorKind::InvalidInput)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// Reads a message.
///
/// # Errors
/// `InvalidData` when the bytes are none, `UnexpectedEof` when nobody is there any more.
pub(crate) fn receive<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<T> {
    let bytes = receive_bytes(from)?;
    postcard::from_bytes(&bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Reads what a reader answers. It may have been taken over by a hostile picture: a page that no
/// engine reads is not taken.
///
/// # Errors
/// Those of [`receive`].
pub(crate) fn hear(from: &mut impl Read) -> io::Result<Reply> {
    match receive(from)? {
        Reply::Read(sheet) if !sheet.is_sound() => Err(io::ErrorKind::InvalidData.into()),
        reply => Ok(reply),
    }
}

/// Reads one of the pictures that follow [`Reply::Read`].
///
/// # Errors
/// Those of [`receive`].
pub(crate) fn receive_image(from: &mut impl Read, size: PreviewSize) -> io::Result<Image> {
    let packed = receive_bytes(from)?;
    Image::new(size, packed).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Reads bare bytes.
///
/// # Errors
/// Those of [`receive`].
pub(crate) fn receive_bytes(from: &mut impl Read) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > MAX_FRAME {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Zeroizing::new(Vec::new());
    bytes.try_reserve_exact(length as usize).map_err(|_| io::ErrorKind::OutOfMemory)?;
    from.take(length.into()).read_to_end(&mut bytes)?;
    if bytes.len() < length as usize {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}

/// A small picture in memory, packed: a screenshot takes a tenth of its size.
pub(crate) struct Image {
    size: PreviewSize,
    packed: Zeroizing<Vec<u8>>,
}

/// A picture ready to be painted: width and height, four bytes each, the lowest first; then four
/// bytes a pixel, opaque.
pub(crate) type Pixels = Vec<u8>;

impl Image {
    /// Takes over what a reader packed; nothing when it cannot be a picture of this size.
    pub(crate) fn new(size: PreviewSize, packed: Zeroizing<Vec<u8>>) -> Option<Self> {
        let pixels = size.width.checked_mul(size.height)?;
        (pixels > 0 && pixels <= PREVIEW_PIXELS).then_some(Self { size, packed })
    }

    /// Its size in pixels.
    pub(crate) fn size(&self) -> PreviewSize {
        self.size
    }

    /// What it takes in memory, in bytes.
    pub(crate) fn weight(&self) -> usize {
        self.packed.len()
    }

    /// Unpacks it; nothing when it is broken.
    pub(crate) fn pixels(&self) -> Option<Pixels> {
        let PreviewSize { width, height } = self.size;
        let pixels = width as usize * height as usize;
        let mut rgb = Zeroizing::new(vec![0; pixels * 3]);
        let length = lz4_flex::block::decompress_into(&self.packed, &mut rgb).ok()?;
        if length != rgb.len() {
            return None;
        }
        let mut bytes = Vec::with_capacity(8 + pixels * 4);
        bytes.extend(width.to_le_bytes());
        bytes.extend(height.to_le_bytes());
        for pixel in rgb.chunks_exact(3) {
            bytes.extend([pixel[0], pixel[1], pixel[2], u8::MAX]);
        }
        Some(bytes)
    }
}

/// Packs rows of RGB.
pub(crate) fn pack(rgb: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(lz4_flex::block::compress(rgb))
}

#[cfg(test)]
mod tests;
