//! PDF files: pages with a text layer, scans, and both. `hayro` parses and draws them.
//!
//! Scripts, actions, links and attachments are neither run nor followed nor opened: only what a page
//! shows is looked at, and the names of attachments.

mod attachments;
mod budget;
mod content;
mod cut_short;
mod form_values;
mod glyphs;
mod ink;
mod lines;
mod marked;
mod render;
mod single_jpeg;
mod substitutes;
mod text_layer;
mod text_string;
mod update;
mod words;

use std::sync::Arc;

use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::content::Content;
use self::render::Drawn;
use super::contained::decode_contained;
use super::limits::{MAX_FILE_PIXELS, MAX_PAGES};
use super::options::{DecodeOptions, PdfText};
use super::page_ranges::PageRanges;
use super::page_update::FileEnd;
use super::password::Password;
use super::{Format, Picture};
use crate::{Bounds, Error, SecretBytes};

/// Decoded instructions of pages that are kept with an open file, in bytes. The library never lets go of
/// them, so that the file is opened again when there are more.
const MAX_KEPT: usize = 32 << 20;

/// The pages of a file, decoded one by one. One that fails leaves the others.
pub(super) struct Pages {
    bytes: Arc<SecretBytes>,
    password: Option<Password>,
    text: PdfText,
    keeps_jpegs: bool,
    ranges: PageRanges,
    file: Option<Pdf>,
    /// Decoded instructions that `file` keeps, in bytes.
    kept: usize,
    /// Pages looked at.
    index: usize,
    /// Pages returned.
    returned: usize,
    /// Pixels that the remaining pages may have.
    pixels_left: u64,
    /// Names of the files that are attached to the whole, until a page has them.
    attachments: Vec<String>,
    /// The end of the file, if pages are to be updated.
    end: Option<FileEnd>,
    /// Whether the file was cut off: pages without contents have lost them.
    lacks_end: bool,
    /// Whether pages are missing after the last one, until that is said.
    is_incomplete: bool,
}

impl Pages {
    /// Reads the table of contents of the file.
    pub(super) fn open(bytes: Arc<SecretBytes>, options: &DecodeOptions) -> Result<Self, Error> {
        let mut pages = Self {
            bytes,
            password: options.password.clone(),
            text: options.pdf_text,
            keeps_jpegs: options.keep_jpegs,
            ranges: options.pages.clone(),
            file: None,
            kept: 0,
            index: 0,
            returned: 0,
            pixels_left: MAX_FILE_PIXELS,
            attachments: Vec::new(),
            end: None,
            lacks_end: false,
            is_incomplete: false,
        };
        let file = pages.reopen()?;
        if file.pages().is_empty() {
            return Err(Error::Damaged(Format::Pdf));
        }
        pages.attachments = attachments::of_file(&file);
        if options.page_updates {
            pages.end = decode_contained(Format::Pdf, || Ok(update::end_of(&pages.bytes, &file)))?;
        }
        pages.lacks_end = cut_short::lacks_end(&pages.bytes);
        pages.is_incomplete =
            pages.lacks_end && decode_contained(Format::Pdf, || Ok(cut_short::lacks_pages(&file)))?;
        pages.file = Some(file);
        Ok(pages)
    }

    fn reopen(&self) -> Result<Pdf, Error> {
        decode_contained(Format::Pdf, || {
            let bytes = Arc::new(Bytes(self.bytes.clone()));
            let password = self.password.as_ref().map_or("", Password::as_str);
            let open = |password| Pdf::new_with_password(bytes.clone(), password);
            // One that only its owner may change opens without a password, and one for other files does no harm.
            let opened = open(password).or_else(|error| open("").map_err(|_| error));
            opened.map_err(|error| match error {
                LoadPdfError::Decryption(DecryptionError::PasswordProtected)
                    if self.password.is_some() =>
                {
                    Error::WrongPassword
                }
                LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
                    Error::PasswordNeeded
                }
                LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
                    Error::UnsupportedKind(Format::Pdf)
                }
                _ => Error::Damaged(Format::Pdf),
            })
        })
    }

    fn decode(&mut self, index: usize) -> Result<Picture, Error> {
        if self.kept > MAX_KEPT {
            self.file = None;
            self.kept = 0;
        }
        let file = match self.file.take() {
            Some(file) => file,
            None => self.reopen()?,
        };
        let page = file.pages().get(index).ok_or(Error::Damaged(Format::Pdf))?;
        let picture = decode_contained(Format::Pdf, || {
            let (mut picture, lacks) =
                decode_page(page, self.text, self.keeps_jpegs, self.lacks_end)?;
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            picture.update = match (&self.end, lacks) {
                (Some(end), Some(parts)) => update::of_page(page, number, end, parts).map(Box::new),
                _ => None,
            };
            Ok(picture)
        });
        let mut attached = self.attachments.clone();
        if picture.is_ok() {
            attachments::add_of_page(&mut attached, page);
        }
        self.kept += page.page_stream().map_or(0, <[u8]>::len);
        // After a panic nothing of the file is used again.
        self.file = picture.is_ok().then_some(file);
        let mut picture = picture?;
        self.attachments.clear();
        picture.attachments = attached;
        let pixels = u64::from(picture.width) * u64::from(picture.height);
        self.pixels_left = self.pixels_left.checked_sub(pixels).ok_or(Error::TooManyPages)?;
        Ok(picture)
    }

    /// What became of the page after the last one, if it was asked for and the file ends before it.
    fn missing(&mut self) -> Option<Error> {
        let next = u32::try_from(self.file.as_ref()?.pages().len() + 1).ok()?;
        let is_missing = std::mem::take(&mut self.is_incomplete) && self.ranges.contains(next);
        is_missing.then_some(Error::Damaged(Format::Pdf))
    }

    /// The index of the next page to return; `None` after the last one.
    fn advance(&mut self) -> Option<usize> {
        if self.file.is_none() {
            self.file = self.reopen().ok();
        }
        let count = self.file.as_ref()?.pages().len();
        while self.index < count {
            let index = self.index;
            self.index += 1;
            let number = u32::try_from(self.index).ok()?;
            if self.ranges.contains(number) {
                return Some(index);
            }
        }
        None
    }
}

impl Iterator for Pages {
    type Item = Result<Picture, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some(index) = self.advance() else { return self.missing().map(Err) };
        let page = if self.returned == MAX_PAGES {
            Err(Error::TooManyPages)
        } else {
            self.returned += 1;
            self.decode(index)
        };
        if matches!(page, Err(Error::TooManyPages)) {
            self.index = usize::MAX;
        }
        Some(page)
    }
}

/// Parts of a page; none is the whole page.
type Parts = Option<Vec<Bounds>>;

/// Looks at what the page shows, decides how it is read, and draws it. The second value says where text is missing; none
/// if there is text that is not to be trusted, and may be nowhere. `lacks_end` says that a page without contents may have
/// lost them.
fn decode_page(
    page: &Page<'_>,
    text: PdfText,
    keeps_jpeg: bool,
    lacks_end: bool,
) -> Result<(Picture, Option<Parts>), Error> {
    let seen = page.intersected_crop_box();
    // Nothing can be seen of it, whatever is on it.
    if seen.width() <= 0.0 || seen.height() <= 0.0 {
        return Err(Error::Damaged(Format::Pdf));
    }
    let content = Content::of(page, keeps_jpeg)?;
    if lacks_end && content.is_empty() {
        return Err(Error::Damaged(Format::Pdf));
    }
    if content.is_lost && text != PdfText::Embedded {
        return Err(Error::Damaged(Format::Pdf));
    }
    let mut layer = if text == PdfText::Ocr { None } else { text_layer::of(&content, text) };
    let mut scale = render::scale(&content, layer.as_ref())?;
    let mut drawn = render::draw(page, scale)?;
    if layer.as_mut().is_some_and(|layer| layer.find_unread(&drawn.picture, scale)) {
        let finer = render::scale(&content, layer.as_ref())?;
        if finer > scale {
            scale = finer;
            drawn = render::draw(page, scale)?;
        }
    }
    let Drawn { mut picture, lacks_image } = drawn;
    if lacks_image && render::needs_images(&content, layer.as_ref()) {
        return Err(Error::Damaged(Format::Pdf));
    }
    picture.jpeg = content.jpeg.map(Box::new);
    let has_glyphs = !content.glyphs.is_empty() || content.has_unknown_glyphs;
    picture.embedded = layer.and_then(|layer| layer.on(&picture, scale, text)).map(Box::new);
    let lacks = match &picture.embedded {
        Some(embedded) => Some(Some(embedded.unread.clone())),
        None => (!has_glyphs).then_some(None),
    };
    Ok((picture, lacks))
}

/// The bytes of the file as `hayro` takes them; wiped with the last of their owners.
struct Bytes(Arc<SecretBytes>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
