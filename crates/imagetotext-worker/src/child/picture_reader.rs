//! Reads one picture and sends its pages to the program.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use imagetotext::source::DecodeOptions;
use imagetotext::{Engine, Error, Picture, SecretBytes, source};
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
        let mut pages = match contained(|| self.open(&file, &mut bytes)) {
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
            let decode = begun.elapsed();
            if let Some(failure) = failure.take() {
                frame::send_message(output, &Message::PageFailed(failure))?;
            }
            frame::send_message(output, &Message::PageStarted(number))?;
            let read = contained(|| {
                let picture = picture?.rotated(self.options.quarter_turns);
                self.read_page(&picture, decode)
            });
            match read {
                Ok((message, images)) => {
                    frame::send_message(output, &Message::Page(Box::new(message)))?;
                    for image in images.iter().flatten() {
                        frame::send(output, image.packed())?;
                    }
                }
                Err(error) => failure = Some(error),
            }
            self.renew_cpu_time();
        }
        Ok(None)
    }

    fn open<'b>(
        &self,
        file: &'b Arc<SecretBytes>,
        pixels: &mut Zeroizing<Vec<u8>>,
    ) -> Result<Pages<'b>, Error> {
        Ok(match self.options.input {
            InputKind::File => {
                let mut options = DecodeOptions::default();
                options.pdf_text = self.options.pdf_text;
                options.pages.clone_from(&self.options.pages);
                options.password.clone_from(&self.options.password);
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
    ) -> Result<(PageMessage, Option<[PackedImage; 2]>), Error> {
        let read = self.engine.read_with(picture, &imagetotext::ReadOptions::new())?;
        let images = self.options.previews.then(|| {
            let preview = picture.downscaled(self.limits.preview_pixels);
            let thumbnail = preview.downscaled(self.limits.thumbnail_pixels);
            [preview, thumbnail].map(|image| PackedImage::pack(&image))
        });
        let timing = PageTiming {
            decode: milliseconds(decode),
            detect: milliseconds(read.times.detect),
            recognise: milliseconds(read.times.recognise),
        };
        let sizes = images.as_ref().map(|images| [images[0].size(), images[1].size()]);
        Ok((PageMessage { page: read.page, images: sizes, timing }, images))
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
