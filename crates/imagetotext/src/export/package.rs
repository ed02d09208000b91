//! Zip packages, which office formats and EPUB are.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A package that is written in memory. Its files have no time and no owner.
pub(super) struct Package(ZipWriter<Cursor<Vec<u8>>>);

/// Memory takes whatever is written, and no part of a document comes near the 4 GiB of the format.
const IN_MEMORY: &str = "parts of less than 4 GiB are written into memory";

impl Package {
    pub(super) fn new() -> Self {
        Self(ZipWriter::new(Cursor::default()))
    }

    /// A package whose first file says what it is: of ODF and EPUB, uncompressed.
    pub(super) fn with_type(media_type: &str) -> Self {
        let mut package = Self::new();
        package.write("mimetype", media_type, CompressionMethod::Stored);
        package
    }

    /// Adds a file.
    pub(super) fn add(&mut self, name: &str, content: &str) {
        self.write(name, content, CompressionMethod::Deflated);
    }

    fn write(&mut self, name: &str, content: &str, method: CompressionMethod) {
        let options = SimpleFileOptions::default().compression_method(method);
        self.0.start_file(name, options).expect(IN_MEMORY);
        self.0.write_all(content.as_bytes()).expect(IN_MEMORY);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0.finish().expect(IN_MEMORY).into_inner()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Read as _;

    use super::*;

    /// A file of a package.
    pub(in crate::export) fn part(package: &[u8], name: &str) -> String {
        let mut package = zip::ZipArchive::new(Cursor::new(package)).unwrap();
        let mut text = String::new();
        package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_type_comes_first_and_uncompressed() {
        let mut package = Package::with_type("application/epub+zip");
        package.add("a.xml", "<a/>");
        let bytes = package.finish();
        // Programs look for it at this place: OCF 3.3, 4.3.
        assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
        assert_eq!(part(&bytes, "a.xml"), "<a/>");
    }

    #[test]
    fn equal_documents_are_equal_bytes() {
        let package = || {
            let mut package = Package::new();
            package.add("a.xml", "<a/>");
            package.finish()
        };
        assert_eq!(package(), package());
    }
}
