//! Reads one picture and sends its pages to the program.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use imagetotext::export::{PageImageHeader, compress_page};
use imagetotext::{Engine, Error, Page, Picture, Times, source};
use imagetotext_sandbox::Sandbox;
use zeroize::Zeroizing;

use crate::frame;
use crate::limits::Limits;
use crate::packed_image::PackedImage;
use crate::panics;
use crate::picture_error::PictureError;
use crate::protocol::{InputKind, Message, PageMessage, PageTiming, ReadOptions};

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
    /// Sends all pages; returns why there are no more, if that is an error. Nothing is sent within
    /// [`contained`]: a panic between a message and the frames that belong to it would leave the program
    /// waiting for them.
    pub(super) fn read(
        &self,
        mut bytes: Zeroizing<Vec<u8>>,
        output: &mut impl Write,
    ) -> io::Result<Option<PictureError>> {
        self.renew_cpu_time();
        let jpeg = match contained(|| Ok(self.jpeg_header(&bytes))) {
            Ok(header) => header,
            Err(error) => return Ok(Some(error)),
        };
        let mut pages = match contained(|| self.open(&mut bytes)) {
            Ok(pages) => pages,
            Err(error) => return Ok(Some(error)),
        };
        let mut number = 0;
        for page in 1.. {
            let begun = Instant::now();
            let picture = match contained(|| pages.next().transpose()) {
                Ok(Some(picture)) => picture,
                Ok(None) => break,
                Err(error) => return Ok(Some(error)),
            };
            match self.options.only_page {
                Some(only) if page < only => continue,
                Some(only) if page > only => break,
                _ => number += 1,
            }
            let picture = picture.rotated(self.options.quarter_turns);
            let decode = begun.elapsed();
            frame::send_message(output, &Message::PageStarted(number))?;
            let read = contained(|| self.read_page(&picture, decode, jpeg));
            let (message, images, page_image) = match read {
                Ok(read) => read,
                Err(error) => return Ok(Some(error)),
            };
            frame::send_message(output, &Message::Page(Box::new(message)))?;
            for image in images.iter().flatten() {
                frame::send(output, image.packed())?;
            }
            if let Some(image) = page_image {
                frame::send(output, &image)?;
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

    fn open<'b>(&self, bytes: &'b mut Zeroizing<Vec<u8>>) -> Result<Pages<'b>, Error> {
        Ok(match self.options.input {
            InputKind::File => Box::new(source::decode(bytes)?),
            InputKind::Rgba { width, height } => {
                let picture = Picture::from_rgba(width, height, std::mem::take(bytes))?;
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
        let (page, times) = if self.options.without_text {
            (Page::new(picture.width(), picture.height(), Vec::new()), Times::default())
        } else {
            let options = imagetotext::ReadOptions::new()
                .codes(!self.options.no_codes)
                .script(self.options.script);
            let read = self.engine.read_with(picture, &options)?;
            (read.page, read.times)
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
            _ if !self.options.page_images => (None, None),
            Some(header) => (Some(header), None),
            None => {
                let (header, data) = compress_page(picture);
                (Some(header), Some(data))
            }
        };
        Ok((PageMessage { page, images: sizes, page_image, timing }, images, data))
    }

    fn renew_cpu_time(&self) {
        if let Some(sandbox) = self.sandbox {
            sandbox.renew_cpu_time();
        }
    }
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
