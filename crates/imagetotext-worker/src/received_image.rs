//! The whole picture of a page, for a PDF.

use imagetotext::export::{PageImage, PageImageHeader};
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
    pub(crate) fn new(header: PageImageHeader, data: Option<Zeroizing<Vec<u8>>>) -> Self {
        Self { header, data: data.map(Data) }
    }

    /// The image, for a page of `file`.
    pub fn image<'a>(&'a self, file: &'a [u8]) -> PageImage<'a> {
        PageImage::new(self.header, self.data.as_ref().map_or(file, |data| &data.0))
    }
}
