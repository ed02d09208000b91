//! Text on pages of a PDF that lack it, written after the end of the file: ISO 32000-1, 7.5.6.

use std::fmt;

use pdf_writer::{Content, Filter, Name, Ref};
use zeroize::Zeroizing;

use super::file::PdfFile;
use super::font::Glyphs;
use super::text_layer::{self, Sheet};
use super::{ROOM_FOR_KEYS, deflated};
use crate::document::Page;
use crate::source::{FileEnd, PageUpdate, UPDATE_FONT_NAME};

/// What makes a PDF searchable when it is written after its last byte. All that is in the file stays as it is: scans,
/// drawings, bookmarks, links, forms, attachments. The text of a page is invisible, exactly over the words.
pub struct PdfUpdate {
    end: Option<FileEnd>,
    length: u64,
    file: PdfFile,
    glyphs: Glyphs,
    pages: usize,
}

impl fmt::Debug for PdfUpdate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PdfUpdate({} pages)", self.pages)
    }
}

impl PdfUpdate {
    /// Of a file of so many bytes, without pages yet.
    pub fn new(length: u64) -> Self {
        let file = PdfFile::after(length);
        Self { end: None, length, file, glyphs: Glyphs::default(), pages: 0 }
    }

    /// Adds the text of a page. It is not added, and `false` returned, if the update is not that of a page with this
    /// number in a file like that of the others.
    pub fn push_page(&mut self, page: &Page, update: &PageUpdate) -> bool {
        let end = self.end.get_or_insert_with(|| update.file.clone());
        let is_page = (1..=end.pages).contains(&page.number);
        if *end != update.file || !update.is_sound() || !is_page || end.table >= self.length {
            return false;
        }
        let [before, text] = [end.save_state(), end.text(page.number)].map(id);
        if page.lines().next().is_none() {
            return true;
        }
        if self.pages == 0 {
            self.file.object(ROOM_FOR_KEYS, |chunk| {
                chunk.stream(before, b"q");
            });
        }
        let mut content = Content::new();
        content.restore_state().save_state().transform(update.matrix);
        let parts = update.parts.as_deref();
        let sheet = Sheet { size: update.size, font: Name(UPDATE_FONT_NAME.as_bytes()), parts };
        text_layer::write(&mut content, &mut self.glyphs, page, &sheet);
        content.restore_state();
        let compressed = deflated(&content.finish());
        self.file.object(compressed.len() + ROOM_FOR_KEYS, |chunk| {
            chunk.stream(text, &compressed).filter(Filter::FlateDecode);
        });
        self.file.plain_object(id(update.object), &update.dictionary);
        self.pages += 1;
        true
    }

    /// What is written after the last byte of the file: nothing if no page has text.
    pub fn finish(mut self) -> Zeroizing<Vec<u8>> {
        let Some(end) = self.end.filter(|_| self.pages > 0) else { return Zeroizing::default() };
        let mut next = id(end.rest());
        self.glyphs.write(&mut self.file, id(end.font()), &mut next);
        self.file.finish_update(&end, next).into()
    }
}

/// Sound numbers are not negative and not zero.
fn id(number: u32) -> Ref {
    Ref::new(i32::try_from(number).unwrap_or(i32::MAX))
}
