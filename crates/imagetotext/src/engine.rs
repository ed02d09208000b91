//! One page of pixels → lines of words: with `imagetotext-nn`, the only part that runs networks.
//!
//! [`detect`] maps where text stands, [`regions`] turns the map into lines, [`page_orientation`] finds which
//! way up they are, [`crop`] cuts them out, [`recognise`] reads them, [`confidence_filter`] and [`despeckle`]
//! drop what is not text, [`crate::layout`] arranges the rest.

#[cfg(test)]
mod agreement;
mod alphabet;
mod cancel_token;
mod confidence_filter;
mod connected_components;
mod crop;
mod ctc;
mod despeckle;
mod detect;
#[cfg(test)]
mod fake_models;
mod grey_image;
mod line_finder;
mod line_reader;
mod line_reading;
mod ngram;
mod options;
mod page_orientation;
mod progress;
mod recognise;
mod regions;
mod ruling_lines;
mod scale;
#[cfg(test)]
mod tests;
mod word_segmentation;

use std::time::{Duration, Instant};

use imagetotext_nn::{Model, ThreadPool};

use crate::error::ModelPart;
use crate::{Document, Error, Models, Page, Picture, Quad, layout, source};
use alphabet::Alphabet;
use grey_image::GreyImage;
use line_finder::LineFinder;
use line_reader::LineReader;
use ngram::NgramModel;
use page_orientation::find_orientation;
use progress::ProgressCounter;
use regions::Region;

pub use cancel_token::CancelToken;
pub use options::{EngineOptions, ReadOptions};
pub use progress::Progress;

/// Finds and reads the text of pictures. One engine serves any number of threads; they share its own.
///
/// Making one takes some tens of milliseconds, so keep it for the next picture.
pub struct Engine {
    finder: LineFinder,
    reader: LineReader,
    /// Shares each layer of the detector among its threads; each line is read on one of them.
    pool: ThreadPool,
    options: EngineOptions,
}

/// What [`Engine::read_with`] returns.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadResult {
    /// What was read.
    pub page: Page,
    /// Where the time went.
    pub times: Times,
}

/// Where the time of a reading went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Times {
    /// Finding lines and which way up they stand.
    pub detect: Duration,
    /// Reading and arranging them.
    pub recognise: Duration,
}

impl Engine {
    /// An engine with the default options.
    ///
    /// # Errors
    /// [`Error::Model`] when a model cannot be loaded or does not fit its alphabet.
    pub fn new(models: Models) -> Result<Self, Error> {
        Self::with_options(models, EngineOptions::default())
    }

    /// Gets the models ready to run and starts the threads.
    ///
    /// # Errors
    /// Those of [`Engine::new`].
    pub fn with_options(models: Models, options: EngineOptions) -> Result<Self, Error> {
        let load = |bytes, part| {
            imagetotext_nn::load(bytes)
                .map_err(|error| Error::Model { part, reason: error.to_string() })
        };
        let detector = load(models.detection, ModelPart::Detection)?;
        let recogniser = load(models.recognition, ModelPart::Recognition)?;
        let load = |bytes: &[u8]| {
            NgramModel::load(bytes).ok_or_else(|| Error::Model {
                part: ModelPart::Ngram,
                reason: "it is not a character n-gram model".to_owned(),
            })
        };
        let ngram = models.ngram.as_deref().map(load).transpose()?;
        let alphabet = Alphabet::new(&models.alphabet, ngram);
        Self::with_networks(detector, recogniser, alphabet, options)
    }

    fn with_networks(
        detector: Box<dyn Model>,
        recogniser: Box<dyn Model>,
        alphabet: Alphabet,
        options: EngineOptions,
    ) -> Result<Self, Error> {
        let engine = Self {
            finder: LineFinder::new(detector),
            reader: LineReader::new(recogniser, alphabet),
            pool: ThreadPool::with_num_threads(options.thread_count()),
            options,
        };
        engine.check_models()?;
        Ok(engine)
    }

    /// Runs both networks on a blank picture, so that one that does not fit is found at once.
    fn check_models(&self) -> Result<(), Error> {
        let white = [255; 64];
        let picture = GreyImage { pixels: &white, width: 8, height: 8 };
        let region = Region { quad: Quad::upright(0.0, 0.0, 8.0, 8.0), height: 8.0 };
        let blame = |part| {
            move |error| match error {
                Error::Internal(reason) => Error::Model { part, reason: reason.to_owned() },
                error => error,
            }
        };
        self.finder
            .find(picture, &self.pool, &CancelToken::new())
            .map_err(blame(ModelPart::Detection))?;
        self.pool
            .run(|| self.reader.read(picture, &region, region.height))
            .map_err(blame(ModelPart::Recognition))?;
        Ok(())
    }

    /// Reads one picture.
    ///
    /// # Errors
    /// [`Error::TooLarge`] beyond the [`EngineOptions::max_pixels`], [`Error::Internal`] when a network
    /// fails to run.
    pub fn read(&self, picture: &Picture) -> Result<Page, Error> {
        self.read_with(picture, &ReadOptions::new()).map(|result| result.page)
    }

    /// Reads one picture; can be cancelled, reports its progress and where the time went.
    ///
    /// # Errors
    /// Those of [`Engine::read`], and [`Error::Cancelled`].
    pub fn read_with(
        &self,
        picture: &Picture,
        options: &ReadOptions<'_>,
    ) -> Result<ReadResult, Error> {
        let start = Instant::now();
        let (width, height) = (picture.width(), picture.height());
        if !self.options.accepts(width, height) {
            return Err(Error::TooLarge);
        }
        let luma = picture.luma();
        let grey = GreyImage { pixels: &luma, width: width as usize, height: height as usize };
        let (pool, cancel) = (&self.pool, &options.cancel);
        let check = || cancel.check();
        let oriented = find_orientation(
            grey,
            |view| self.finder.find(view, pool, cancel),
            |view| self.finder.find_quickly(view, pool, cancel),
            |regions| self.reader.read_all(grey, regions, pool, check, || ()),
        )?;
        let detect = start.elapsed();
        let progress = Progress {
            lines_found: oriented.regions_read + oriented.regions.len(),
            lines_read: oriented.regions_read,
        };
        let counter = ProgressCounter::start(options.progress, progress);
        let mut lines = oriented.lines;
        let read_one = || counter.line_read();
        lines.extend(self.reader.read_all(grey, &oriented.regions, pool, check, read_one)?);
        let lines = confidence_filter::drop_doubtful(lines, [width as f32, height as f32]);
        let lines = despeckle::despeckle(lines);
        let page = Page::new(width, height, layout::arrange(lines, &oriented.rotation));
        let recognise = start.elapsed().saturating_sub(detect);
        Ok(ReadResult { page, times: Times { detect, recognise } })
    }

    /// Reads all pages of a picture file; only TIFF files have more than one.
    ///
    /// # Errors
    /// Those of [`source::decode`] and of [`Engine::read`]; one page that fails fails the document.
    pub fn read_bytes(&self, bytes: &[u8]) -> Result<Document, Error> {
        let pages = source::decode(bytes)?.map(|picture| self.read(&picture?));
        Ok(Document { pages: pages.collect::<Result<_, _>>()? })
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("alphabet", &self.reader.alphabet_len())
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
