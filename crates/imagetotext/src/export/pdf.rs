//! Searchable PDF: ISO 32000-1, <https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf>.

mod archival;
mod colour_profile;
mod file;
mod font;
mod image;
mod places;
mod text_layer;
mod update;

use std::fmt;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::writers::Catalog;
use pdf_writer::{Content, Filter, Finish as _, Name, Rect, Ref};
use zeroize::Zeroizing;

use crate::document::{Document, Page};
use file::PdfFile;
use font::Glyphs;
pub use image::{PageImage, PageImageHeader, SampleFormat, compress as compress_page, page_image};
use text_layer::Sheet;
pub use update::PdfUpdate;

/// Longest side of a sheet in points, that of A4, where nobody knows how large the page was.
const LONGEST_SIDE: f32 = 842.0;

/// Sides of a sheet in points that all programs can show: ISO 32000-1, table C.1.
const SIDES: std::ops::RangeInclusive<f32> = 3.0..=14_400.0;

/// A PDF that shows the picture of each page, with its text on it: invisible, exactly over the words, to be found
/// and copied.
///
/// A page has its true size where its [`Resolution`](crate::Resolution) is known. Else it is as long as a sheet of
/// A4, or has a point for each pixel where that is less. The file holds no names and no times.
///
/// A long file need not stay in memory: [`take`](Self::take) gives what is written already.
pub struct SearchablePdf {
    conformance: Conformance,
    file: PdfFile,
    next: Ref,
    pages: Vec<Ref>,
    glyphs: Glyphs,
}

impl fmt::Debug for SearchablePdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SearchablePdf({} pages)", self.pages.len())
    }
}

/// Which standard a PDF follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Conformance {
    /// PDF 1.7.
    #[default]
    Plain,
    /// PDF/A-2u, for archives: ISO 19005-2.
    Archival,
}

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const FONT: Ref = Ref::new(3);
const FIRST_FREE: i32 = 4;

/// Bytes of an object besides its content.
const ROOM_FOR_KEYS: usize = 512;

const FONT_NAME: Name<'_> = Name(b"F");
const IMAGE_NAME: Name<'_> = Name(b"I");

impl SearchablePdf {
    /// A PDF without pages yet.
    pub fn new(conformance: Conformance) -> Self {
        Self {
            conformance,
            file: PdfFile::new(conformance == Conformance::Archival),
            next: Ref::new(FIRST_FREE),
            pages: Vec::new(),
            glyphs: Glyphs::default(),
        }
    }

    /// Adds the pages of a document, each with the image at its position, if there is one.
    pub fn push(&mut self, document: &Document, images: &[Option<PageImage<'_>>]) {
        for (number, page) in document.pages.iter().enumerate() {
            self.push_page(page, images.get(number).and_then(Option::as_ref));
        }
    }

    /// Adds a page with its picture, if there is one.
    pub fn push_page(&mut self, page: &Page, picture: Option<&PageImage<'_>>) {
        let size = sheet(page);
        let mut content = Content::new();
        let picture = picture.map(|picture| {
            let id = self.next.bump();
            let bytes = picture.data().len() + ROOM_FOR_KEYS;
            self.file.object(bytes, |chunk| image::write(chunk, id, picture));
            content.save_state().transform(image::matrix(picture.header(), size));
            content.x_object(IMAGE_NAME).restore_state();
            id
        });
        let sheet = Sheet { size, font: FONT_NAME, parts: None };
        text_layer::write(&mut content, &mut self.glyphs, page, &sheet);
        let (id, content_id) = (self.next.bump(), self.next.bump());
        let compressed = deflated(&content.finish());
        self.file.object(compressed.len() + ROOM_FOR_KEYS, |chunk| {
            chunk.stream(content_id, &compressed).filter(Filter::FlateDecode);
        });
        self.file.object(ROOM_FOR_KEYS, |chunk| {
            let mut dictionary = chunk.page(id);
            dictionary.parent(PAGES).media_box(Rect::new(0.0, 0.0, size[0], size[1]));
            dictionary.contents(content_id);
            let mut resources = dictionary.resources();
            resources.fonts().pair(FONT_NAME, FONT);
            if let Some(picture) = picture {
                resources.x_objects().pair(IMAGE_NAME, picture);
            }
            resources.finish();
        });
        self.pages.push(id);
    }

    /// What was written since the last time. The file is all that this returns, and then what
    /// [`finish`](Self::finish) returns.
    pub fn take(&mut self) -> Zeroizing<Vec<u8>> {
        self.file.take().into()
    }

    /// The file, or what [`take`](Self::take) has not returned of it.
    pub fn finish(mut self) -> Zeroizing<Vec<u8>> {
        if self.pages.is_empty() {
            // A file without a page cannot be opened.
            self.push_page(&Page::new(595, 842, Vec::new()), None);
        }
        let count = i32::try_from(self.pages.len()).unwrap_or(i32::MAX);
        self.file.object(ROOM_FOR_KEYS, |chunk| {
            chunk.pages(PAGES).kids(self.pages.iter().copied()).count(count);
        });
        self.glyphs.write(&mut self.file, FONT, &mut self.next);
        match self.conformance {
            Conformance::Plain => self.file.object(ROOM_FOR_KEYS, |chunk| {
                chunk.indirect(CATALOG).start::<Catalog<'_>>().pages(PAGES);
            }),
            Conformance::Archival => archival::write(&mut self.file, &mut self.next),
        }
        self.file.finish(CATALOG).into()
    }
}

/// Width and height of the page in points.
fn sheet(page: &Page) -> [f32; 2] {
    let pixels = [page.width, page.height].map(|side| side.max(1) as f32);
    let known = page.resolution.map(|it| it.points(pixels));
    known.filter(|size| size.iter().all(|side| SIDES.contains(side))).unwrap_or_else(|| {
        let scale = (LONGEST_SIDE / pixels[0].max(pixels[1])).min(1.0);
        pixels.map(|side| side * scale)
    })
}

/// Bytes in the format of zlib, which PDF calls Flate.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Memory takes whatever is written.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests;
