//! Picture in, page out: the only module that names `rten` and its parts.
//!
//! [`detect`] maps where text stands, [`regions`] turns the map into lines, [`page_orientation`] finds which way
//! up they are, [`crop`] cuts them out, [`recognise`] reads them, [`confidence_filter`] and [`despeckle`] drop
//! what is not text, [`crate::layout`] arranges the rest.

#[cfg(test)]
mod agreement;
mod alphabet;
mod confidence_filter;
mod connected_components;
mod crop;
mod ctc;
mod despeckle;
mod detect;
#[cfg(test)]
mod fake_models;
mod grey_image;
mod line_reading;
mod ngram;
mod page_orientation;
mod recognise;
mod regions;
mod ruling_lines;
mod scale;
mod word_segmentation;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use imagetotext_nn::{Model, Parallelism, ThreadPool};

use crate::error::ModelPart;
use crate::{Error, Line, Models, Page, Picture, layout};
use alphabet::Alphabet;
use grey_image::GreyImage;
use ngram::NgramModel;

use regions::{Marks, Region};

/// Finds and reads the text of pictures. One engine serves any number of threads.
pub struct Engine {
    detector: Box<dyn Model>,
    recogniser: Box<dyn Model>,
    alphabet: Alphabet,
    marks: Marks,
    /// Rows of the crops that the recogniser reads.
    line_height: usize,
    /// All cores together, for the detector.
    together: ThreadPool,
    /// Threads that each read a line of their own: lines are too small to be shared.
    threads: usize,
}

/// Where the time of a reading went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// Finding lines, and which way up they stand.
    pub detect: Duration,
    /// Reading and arranging them.
    pub recognise: Duration,
}

/// Height of the crops when a recogniser does not say (the default of ocrs 0.13.1).
const DEFAULT_LINE_HEIGHT: usize = 50;

/// Lines of fewer pixels than this deserve a second look: the pixels of larger ones leave no doubt
/// where the line begins and ends.
const SMALL: f32 = 24.0;

/// Regions lower than this share of the page's usual line and no longer than so many of its heights may
/// be found in part only: of a single brace the detector often sees no more than the middle.
const STUNTED: f32 = 0.85;
const SHORT: f32 = 4.0;

impl Engine {
    /// Gets the models ready to run, on as many threads as the machine has cores.
    ///
    /// # Errors
    /// [`Error::Model`] when a model cannot be loaded or does not fit its alphabet.
    pub fn new(models: Models) -> Result<Self, Error> {
        let load = |bytes, part| {
            imagetotext_nn::load(bytes)
                .map_err(|error| Error::Model { part, reason: error.to_string() })
        };
        let detector = load(models.detection, ModelPart::Detection)?;
        let recogniser = load(models.recognition, ModelPart::Recognition)?;
        let load = |bytes: &[u8]| {
            let reason = || "it is not a character n-gram model".to_owned();
            NgramModel::load(bytes)
                .ok_or_else(|| Error::Model { part: ModelPart::Ngram, reason: reason() })
        };
        let ngram = models.ngram.as_deref().map(load).transpose()?;
        Self::with(detector, recogniser, Alphabet::new(&models.alphabet, ngram))
    }

    fn with(
        detector: Box<dyn Model>,
        recogniser: Box<dyn Model>,
        alphabet: Alphabet,
    ) -> Result<Self, Error> {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        // Networks made for ocrs have inputs of a fixed size; ours takes any.
        let fixed = detector.input_size()[0].is_some();
        let engine = Self {
            marks: if fixed { Marks::Words } else { Marks::Cores },
            line_height: recogniser.input_size()[0].unwrap_or(DEFAULT_LINE_HEIGHT),
            detector,
            recogniser,
            alphabet,
            together: ThreadPool::with_num_threads(threads),
            threads,
        };
        engine.try_models()?;
        Ok(engine)
    }

    /// Reads nothing with both networks, so that one that does not do its part is found at once.
    fn try_models(&self) -> Result<(), Error> {
        let white = [255; 64];
        let picture = GreyImage { pixels: &white, width: 8, height: 8 };
        let quad = crate::Quad::upright(0.0, 0.0, 8.0, 8.0);
        let blame = |part| {
            move |error| match error {
                Error::Internal(reason) => Error::Model { part, reason: reason.to_owned() },
                error => error,
            }
        };
        self.find(picture).map_err(blame(ModelPart::Detection))?;
        self.read_line(picture, &Region { quad, height: 8.0 }, 8.0)
            .map_err(blame(ModelPart::Recognition))?;
        Ok(())
    }

    /// Reads one picture.
    ///
    /// # Errors
    /// [`Error::Internal`] when a network fails to run.
    pub fn read(&self, picture: &Picture) -> Result<Page, Error> {
        self.read_timed(picture).map(|(page, _)| page)
    }

    /// Reads one picture and tells where the time went.
    ///
    /// # Errors
    /// Those of [`Engine::read`].
    pub fn read_timed(&self, picture: &Picture) -> Result<(Page, Times), Error> {
        let begun = Instant::now();
        let (width, height) = (picture.width(), picture.height());
        let luma = picture.luma();
        let grey = GreyImage { pixels: &luma, width: width as usize, height: height as usize };
        let read = |regions: &[Region]| self.read_lines(grey, regions);
        let found = page_orientation::find_orientation(
            grey,
            |view| self.find(view),
            |view| self.find_quickly(view),
            read,
        )?;
        let detect = begun.elapsed();
        let mut lines = found.lines;
        lines.extend(read(&found.regions)?);
        let lines = despeckle::despeckle(confidence_filter::drop_doubtful(
            lines,
            [width as f32, height as f32],
        ));
        let page = Page { width, height, blocks: layout::arrange(lines, &found.rotation) };
        Ok((page, Times { detect, recognise: begun.elapsed().saturating_sub(detect) }))
    }

    fn find(&self, picture: GreyImage<'_>) -> Result<Vec<Region>, Error> {
        scale::find_at_best_scale(picture, |picture| self.lines_of(picture))
    }

    fn find_quickly(&self, picture: GreyImage<'_>) -> Result<Vec<Region>, Error> {
        scale::find_quickly(picture, |picture| self.lines_of(picture))
    }

    fn lines_of(&self, picture: GreyImage<'_>) -> Result<Vec<Region>, Error> {
        let map = detect::detect(&*self.detector, picture, Parallelism::Pool(&self.together))?;
        Ok(regions::regions(&map, self.marks))
    }

    /// Reads all lines, each on one core, the longest first so that no core waits for it at the end.
    fn read_lines(&self, picture: GreyImage<'_>, regions: &[Region]) -> Result<Vec<Line>, Error> {
        let usual = scale::median_height(regions);
        let mut queue: Vec<&Region> = regions.iter().collect();
        queue.sort_by(|a, b| b.length_in_heights().total_cmp(&a.length_in_heights()));
        let next = AtomicUsize::new(0);
        let work = || {
            let mut lines = Vec::new();
            while let Some(region) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
                lines.extend(self.read_line(picture, region, usual)?);
            }
            Ok(lines)
        };
        let results: Vec<Result<Vec<Line>, Error>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..self.threads).map(|_| scope.spawn(work)).collect();
            let joined = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
            joined.map(|r| r.unwrap_or(Err(Error::Internal("a reading thread failed")))).collect()
        });
        let mut lines = Vec::new();
        for result in results {
            lines.extend(result?);
        }
        Ok(lines)
    }

    /// Reads one line of a page whose lines are usually `usual` pixels high.
    fn read_line(
        &self,
        picture: GreyImage<'_>,
        region: &Region,
        usual: f32,
    ) -> Result<Option<Line>, Error> {
        let read = |region: &Region, margins| {
            let crop = crop::crop(picture, region.quad, self.line_height, margins);
            recognise::recognise(
                &*self.recogniser,
                &self.alphabet,
                &crop,
                Parallelism::CallingThread,
            )
        };
        let reading = read(region, crop::NORMAL_MARGINS)?;
        if region.height < STUNTED * usual
            && region.length_in_heights() * region.height < SHORT * usual
        {
            let whole = region.with_height(usual);
            let again = read(&whole, crop::NORMAL_MARGINS)?;
            if !again.is_doubtful() && again.is_more_probable_than(&reading) {
                return Ok(again.into_line(whole.quad));
            }
        }
        if !reading.is_doubtful() || region.height >= SMALL {
            return Ok(reading.into_line(region.quad));
        }
        let large = crop::crop(picture, region.quad, self.line_height, crop::TIGHT_MARGINS);
        let reading = reading.reread_doubtful(|place| {
            let column = |share: f32| (share * large.filled as f32).round() as usize;
            let part = large.padded_columns(column(place.start), column(place.end));
            recognise::recognise(
                &*self.recogniser,
                &self.alphabet,
                &part,
                Parallelism::CallingThread,
            )
        })?;
        Ok(reading.into_line(region.quad))
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("alphabet", &self.alphabet.len()).finish_non_exhaustive()
    }
}
