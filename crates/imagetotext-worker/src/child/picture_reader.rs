//! Reads one picture and sends its pages to the program.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use imagetotext::export::{PageImageHeader, page_image};
use imagetotext::source::{DecodeOptions, Format};
use imagetotext::{Engine, Error, Page, Picture, SecretBytes, Times, source};
use imagetotext_sandbox::Sandbox;
use zeroize::Zeroizing;

use crate::frame;
use crate::limits::Limits;
use crate::packed_image::PackedImage;
use crate::panics;
use crate::picture_error::PictureError;
use crate::protocol::{InputKind, Message, PageImageMessage, PageMessage, PageTiming, ReadOptions};

/// What it takes to read one picture.
pub(super) struct PictureReader<'a> {
    pub(super) engine: &'a Engine,
    pub(super) sandbox: Option<&'a Sandbox>,
    pub(super) limits: &'a Limits,
    pub(super) options: ReadOptions,
}

/// A page, with its small images and the bytes of its large one.
type Rendered = (PageMessage, Option<[PackedImage; 2]>, Option<Zeroizing<Vec<u8>>>);

/// Pages, decoded when they are asked for.
type Pages<'a> = Box<dyn Iterator<Item = Result<Picture, Error>> + 'a>;

impl PictureReader<'_> {
    /// Sends all pages; returns why there are no more, if that is an error. A page that fails leaves those
    /// after it. Nothing is sent within
    /// [`contained`]: a panic between a message and the frames that belong to it would leave the program
    /// waiting for them.
    pub(super) fn read(
        &self,
        mut bytes: Zeroizing<Vec<u8>>,
        output: &mut impl Write,
    ) -> io::Result<Option<PictureError>> {
        self.renew_cpu_time();
        let is_file = self.options.input == InputKind::File;
        let file = if is_file { std::mem::take(&mut bytes) } else { Zeroizing::default() };
        let file = Arc::new(SecretBytes::from(file));
        let jpeg = match contained(|| Ok(self.jpeg_header(&file))) {
            Ok(header) => header,
            Err(error) => return Ok(Some(error)),
        };
        let is_open_pdf = Format::of(&file) == Some(Format::Pdf) && !is_encrypted(&file);
        let mut pages = match contained(|| self.open(&file, is_open_pdf, &mut bytes)) {
            Ok(pages) => pages,
            Err(error) => return Ok(Some(error)),
        };
        // Why the page before was not read; if it was the last one, that ends the file.
        let mut failure = None;
        for number in 1.. {
            let begun = Instant::now();
            let picture = match contained(|| Ok(pages.next())) {
                Ok(Some(picture)) => picture,
                Ok(None) => return Ok(failure),
                Err(error) => return Ok(Some(error)),
            };
            if matches!(picture, Err(Error::TooManyPages)) || number > self.limits.pages {
                return Ok(Some(Error::TooManyPages.into()));
            }
            let decode = begun.elapsed();
            if let Some(failure) = failure.take() {
                frame::send_message(output, &Message::PageFailed(failure))?;
            }
            frame::send_message(output, &Message::PageStarted(number))?;
            let read = contained(|| {
                let picture = picture?.rotated(self.options.quarter_turns);
                self.read_page(&picture, decode, jpeg)
            });
            match read {
                Ok((mut message, images, page_image)) => {
                    message.page.number = self.options.pages.nth(number).unwrap_or(number);
                    message.is_searchable &= is_open_pdf;
                    frame::send_message(output, &Message::Page(Box::new(message)))?;
                    let images = images.iter().flatten().map(PackedImage::packed);
                    for image in images.chain(page_image.as_deref().map(Vec::as_slice)) {
                        frame::send(output, image)?;
                    }
                }
                Err(error) => failure = Some(error),
            }
            self.renew_cpu_time();
        }
        Ok(None)
    }

    /// The header of the page image, where it is the file itself.
    fn jpeg_header(&self, bytes: &[u8]) -> Option<PageImageHeader> {
        let is_file = self.options.page_images && self.options.input == InputKind::File;
        is_file.then(|| PageImageHeader::of_jpeg(bytes, self.options.quarter_turns))?
    }

    fn open<'b>(
        &self,
        file: &'b Arc<SecretBytes>,
        is_open_pdf: bool,
        pixels: &mut Zeroizing<Vec<u8>>,
    ) -> Result<Pages<'b>, Error> {
        Ok(match self.options.input {
            InputKind::File => {
                let mut options = DecodeOptions::default();
                options.pdf_text = self.options.pdf_text;
                options.pages.clone_from(&self.options.pages);
                options.password.clone_from(&self.options.password);
                options.keep_jpegs = self.options.page_images;
                options.page_updates = self.options.page_updates && is_open_pdf;
                Box::new(source::decode_with(file, &options)?)
            }
            InputKind::Rgba { width, height } => {
                let picture = Picture::from_rgba(width, height, std::mem::take(pixels))?;
                Box::new(std::iter::once(Ok(picture)))
            }
        })
    }

    fn read_page(
        &self,
        picture: &Picture,
        decode: Duration,
        jpeg: Option<PageImageHeader>,
    ) -> Result<Rendered, Error> {
        let mut update = picture.page_update().cloned();
        let (page, is_searchable, times) = if self.options.without_text {
            let mut page = Page::new(picture.width(), picture.height(), Vec::new());
            page.resolution = picture.resolution();
            (page, false, Times::default())
        } else {
            let options = imagetotext::ReadOptions::new()
                .codes(!self.options.no_codes)
                .script(self.options.script);
            let read = self.engine.read_with(picture, &options)?;
            // A layer that makes no sense is no part of the result.
            update = update.filter(|_| !read.replaces_layer);
            (read.page, read.is_embedded, read.times)
        };
        let images = self.options.previews.then(|| {
            let preview = picture.downscaled(self.limits.preview_pixels);
            let thumbnail = preview.downscaled(self.limits.thumbnail_pixels);
            [preview, thumbnail].map(|image| PackedImage::pack(&image))
        });
        let timing = PageTiming {
            decode: milliseconds(decode),
            detect: milliseconds(times.detect),
            recognise: milliseconds(times.recognise),
        };
        let sizes = images.as_ref().map(|images| [images[0].size(), images[1].size()]);
        let (page_image, data) = match jpeg {
            _ if !self.options.page_images || update.is_some() => (None, None),
            Some(header) => (Some(PageImageMessage::File(header)), None),
            None => {
                let (header, data) = page_image(picture);
                (Some(PageImageMessage::Bytes(header)), Some(data))
            }
        };
        let message =
            PageMessage { page, images: sizes, page_image, update, is_searchable, timing };
        Ok((message, images, data))
    }

    fn renew_cpu_time(&self) {
        if let Some(sandbox) = self.sandbox {
            sandbox.renew_cpu_time();
        }
    }
}

/// Whether a PDF says so, in the trailer, which is never compressed (ISO 32000-1, 7.5.5 and 7.5.8.2). What looks like it
/// counts as well.
fn is_encrypted(pdf: &[u8]) -> bool {
    memchr::memmem::find(pdf, b"/Encrypt").is_some()
}

fn contained<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, PictureError> {
    match panics::contain(work) {
        Ok(outcome) => outcome.map_err(PictureError::from),
        Err(panic) => Err(panic.into()),
    }
}

fn milliseconds(duration: Duration) -> f32 {
    duration.as_secs_f32() * 1e3
}
