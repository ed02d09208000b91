//! The whole picture of a page, for a PDF.

use imagetotext::export::{PageImage, PageImageHeader};
use imagetotext::source::Format;
use zeroize::Zeroizing;

/// The picture of a page as a worker sent it.
#[derive(Debug)]
pub struct ReceivedImage {
    header: PageImageHeader,
    /// Its bytes, unless they are those of the file.
    data: Option<Data>,
}

/// Bytes that are never printed.
struct Data(Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Data {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Data({} bytes)", self.0.len())
    }
}

impl ReceivedImage {
    /// The file that was read.
    pub(crate) fn file(header: PageImageHeader) -> Self {
        Self { header, data: None }
    }

    /// What was sent; nothing if that cannot be such an image.
    pub(crate) fn new(header: PageImageHeader, data: Zeroizing<Vec<u8>>) -> Option<Self> {
        let is_other = header.is_jpeg() && Format::of(&data) != Some(Format::Jpeg);
        (!is_other).then_some(Self { header, data: Some(Data(data)) })
    }

    /// The image, for a page of `file`.
    pub fn image<'a>(&'a self, file: &'a [u8]) -> PageImage<'a> {
        PageImage::new(self.header, self.data.as_ref().map_or(file, |data| &data.0))
    }
}
