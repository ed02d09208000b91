//! What it takes to put text on a page of a PDF and leave everything else in the file as it is.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::Bounds;

/// A page of a PDF as it is written after the end of the file, in place of itself: with the same entries, one more
/// content stream, and one more font (ISO 32000-1, 7.5.6).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct PageUpdate {
    pub(crate) file: FileEnd,
    /// The number of the page object.
    pub(crate) object: u32,
    /// Its dictionary.
    pub(crate) dictionary: Vec<u8>,
    /// Width and height of the page in points, as it is seen.
    pub(crate) size: [f32; 2],
    /// From points, counted from the bottom left corner as the page is seen, to the units of the page.
    pub(crate) matrix: [f32; 6],
    /// The parts of the picture of the page whose text is missing; none if that is the whole page.
    pub(crate) parts: Option<Vec<Bounds>>,
}

/// The end of a PDF, as far as an update continues it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct FileEnd {
    /// Where the table of its objects begins, in bytes.
    pub(crate) table: u64,
    /// Whether that table is a stream.
    pub(crate) is_stream: bool,
    /// The first object number that is free.
    pub(crate) free: u32,
    pub(crate) pages: u32,
    /// The entries of its trailer that stay the same.
    pub(crate) trailer: Vec<u8>,
}

/// Highest number of an object: ISO 32000-1, table C.1.
const MAX_OBJECTS: u32 = 8_388_607;

/// Longest dictionary of a page and longest entries of a trailer in bytes. Most have a few hundred.
pub(crate) const MAX_DICTIONARY: usize = 1 << 20;
const MAX_TRAILER: usize = 4096;

/// Most parts of a page.
const MAX_PARTS: usize = 1000;

/// Largest number in a matrix: no page is so far from its origin.
const FARTHEST: f32 = 1e6;

/// Objects of the font besides its dictionary, and the table.
const FONT_OBJECTS: u32 = 8;

/// The name of the font in the resources of a page.
pub(crate) const FONT_NAME: &str = "ImageToText";

impl FileEnd {
    /// The dictionary of the font.
    pub(crate) fn font(&self) -> u32 {
        self.free
    }

    /// A content stream that saves the state for the one of the text.
    pub(crate) fn save_state(&self) -> u32 {
        self.free + 1
    }

    /// The content stream with the text of the page of this number, counted from 1.
    pub(crate) fn text(&self, page: u32) -> u32 {
        self.free + 1 + page
    }

    /// What is free beyond these.
    pub(crate) fn rest(&self) -> u32 {
        self.text(self.pages) + 1
    }

    /// Whether a file can end so.
    pub(crate) fn is_sound(&self) -> bool {
        let last = self.free.checked_add(self.pages).and_then(|it| it.checked_add(FONT_OBJECTS));
        self.free > 0
            && self.pages > 0
            && last.is_some_and(|last| last <= MAX_OBJECTS)
            && self.trailer.len() <= MAX_TRAILER
            && self.trailer.starts_with(b"/Root ")
            && is_part_of_object(&self.trailer)
    }
}

impl PageUpdate {
    /// Whether a page can be updated so: for updates from a process that may have been taken over by a picture.
    pub fn is_sound(&self) -> bool {
        let is_number = |it: &f32| it.abs() <= FARTHEST;
        self.file.is_sound()
            && (1..self.file.free).contains(&self.object)
            && self.dictionary.len() <= MAX_DICTIONARY
            && self.dictionary.starts_with(b"<<")
            && self.dictionary.ends_with(b">>")
            && is_part_of_object(&self.dictionary)
            && self.size.iter().all(|side| (1.0..=FARTHEST).contains(side))
            && self.matrix.iter().all(is_number)
            && self.parts.as_ref().is_none_or(|parts| {
                let sides = |it: &Bounds| [it.left, it.top, it.right, it.bottom];
                parts.len() <= MAX_PARTS && parts.iter().flat_map(sides).all(|it| is_number(&it))
            })
    }
}

/// Whether these bytes end no object and begin none.
fn is_part_of_object(bytes: &[u8]) -> bool {
    [&b"endobj"[..], b"stream", b"startxref"]
        .iter()
        .all(|word| bytes.windows(word.len()).all(|window| window != *word))
}

/// A dictionary may quote what is on the page.
impl Drop for PageUpdate {
    fn drop(&mut self) {
        drop(Zeroizing::new(std::mem::take(&mut self.dictionary)));
    }
}

impl fmt::Debug for PageUpdate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PageUpdate({} bytes)", self.dictionary.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn update() -> PageUpdate {
        PageUpdate {
            file: FileEnd {
                table: 100,
                is_stream: false,
                free: 10,
                pages: 2,
                trailer: b"/Root 1 0 R".to_vec(),
            },
            object: 4,
            dictionary: b"<< /Type /Page >>".to_vec(),
            size: [595.0, 842.0],
            matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            parts: None,
        }
    }

    #[test]
    fn updates_that_cannot_be_are_refused() {
        assert!(update().is_sound());
        let changes: [fn(&mut PageUpdate); 9] = [
            |it| it.object = 10,
            |it| it.object = 0,
            |it| it.dictionary = b"<< >> endobj 1 0 obj << >>".to_vec(),
            |it| it.dictionary = b"/Type /Page".to_vec(),
            |it| it.matrix[3] = f32::NAN,
            |it| it.size[0] = 0.0,
            |it| it.file.free = u32::MAX,
            |it| it.file.trailer = b"/Prev 1".to_vec(),
            |it| {
                it.parts = Some(vec![Bounds { left: 0.0, top: 0.0, right: f32::NAN, bottom: 1.0 }]);
            },
        ];
        for (index, change) in changes.iter().enumerate() {
            let mut update = update();
            change(&mut update);
            assert!(!update.is_sound(), "{index}");
        }
    }
}
