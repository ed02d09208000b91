//! The built-in engine: reads text that runs in any direction, and settles what is doubtful.
//!
//! [`detect`](super::detect) maps where text is, [`regions`](super::regions) turns the map into lines,
//! [`page_orientation`](super::page_orientation) finds which way up they are, [`crop`](super::crop) cuts
//! them out, [`recognise`](super::recognise) reads them.

use std::sync::Arc;
use std::time::Instant;

use imagetotext_nn::{Model, ThreadPool};
#[cfg(feature = "layout-training")]
use rayon::prelude::*;

use super::FoundLines;
use super::alphabet::Alphabet;
use super::alternatives::{is_word, keep_most_legible};
use super::bend::Bend;
use super::cancel_token::CancelToken;
use super::clutter::read_outside_clutter;
use super::directions::find_other_directions;
use super::grey_image::GreyImage;
use super::language_model::LanguageModel;
use super::line_finder::LineFinder;
use super::line_reader::LineReader;
use super::options::{EngineOptions, ReadOptions};
use super::other_scripts::OtherScripts;
use super::page_knowledge::PageKnowledge;
use super::page_orientation::{SampleReading, find_orientation};
use super::progress::{Progress, ProgressCounter};
use super::recogniser::Recogniser;
use super::regions::Region;
use super::script::take_unread;
use super::script_choice::ScriptChoice;
use super::second_pass::second_pass;
use super::upright_view::UprightView;
use crate::error::ModelPart;
use crate::{Error, Models, Quad};

/// Our own networks and what is around them.
pub(super) struct Builtin {
    finder: LineFinder,
    reader: LineReader,
    /// Shares each layer of the detector among its threads; each line is read on one of them.
    pool: ThreadPool,
}

impl Builtin {
    /// Prepares the models and starts the threads.
    ///
    /// # Errors
    /// [`Error::Model`] when a model cannot be loaded or does not fit its alphabet.
    pub(super) fn new(models: Models, options: &EngineOptions) -> Result<Self, Error> {
        let load = |bytes, part| {
            imagetotext_nn::load(bytes)
                .map_err(|error| Error::Model { part, reason: error.to_string() })
        };
        let detector = load(models.detection, ModelPart::Detection)?;
        let recogniser = load(models.recognition, ModelPart::Recognition)?;
        let load = |bytes: &[u8]| {
            LanguageModel::load(bytes).ok_or_else(|| Error::Model {
                part: ModelPart::Ngram,
                reason: "it is not a character n-gram model".to_owned(),
            })
        };
        let ngram = models.ngram.as_deref().map(load).transpose()?.map(Arc::new);
        let others = models.scripts.map(|it| OtherScripts::new(it, ngram.clone())).transpose()?;
        let latin = Recogniser::new(recogniser, Alphabet::new(&models.alphabet, ngram));
        Self::with_networks(detector, LineReader::new(latin, others), options)
    }

    pub(super) fn with_networks(
        detector: Box<dyn Model>,
        reader: LineReader,
        options: &EngineOptions,
    ) -> Result<Self, Error> {
        if detector.input_size().iter().any(Option::is_some) {
            let reason = "it searches pictures of one size only, as ocrs does".to_owned();
            return Err(Error::Model { part: ModelPart::Detection, reason });
        }
        let engine = Self {
            finder: LineFinder::new(detector),
            reader,
            pool: ThreadPool::with_num_threads(options.thread_count()),
        };
        engine.check_models()?;
        Ok(engine)
    }

    /// Runs both networks on a blank picture, so that one that does not fit is found at once.
    fn check_models(&self) -> Result<(), Error> {
        let white = [255; 64];
        let picture = GreyImage { pixels: &white, width: 8, height: 8 };
        let region =
            Region { quad: Quad::upright(0.0, 0.0, 8.0, 8.0), height: 8.0, bend: Bend::default() };
        let blame = |part| {
            move |error| match error {
                Error::Internal(reason) => Error::Model { part, reason: reason.to_owned() },
                error => error,
            }
        };
        let latin = PageKnowledge { choice: ScriptChoice::Latin, ..PageKnowledge::default() };
        self.finder
            .find(picture, &self.pool, &CancelToken::new())
            .map_err(blame(ModelPart::Detection))?;
        self.pool
            .run(|| self.reader.read(picture, &region, region.height, &latin))
            .map_err(blame(ModelPart::Recognition))?;
        Ok(())
    }

    /// The language model of the recogniser.
    pub(super) fn language_model(&self) -> Option<&LanguageModel> {
        self.reader.language_model()
    }

    /// See [`Engine::script_features`](crate::Engine::script_features).
    #[cfg(feature = "layout-training")]
    pub(super) fn script_features(
        &self,
        grey: GreyImage<'_>,
    ) -> Result<Vec<(Quad, Vec<f32>)>, Error> {
        let found = self.finder.find(grey, &self.pool, &CancelToken::new())?;
        let features = |region: &Region| Ok((region.quad, self.reader.features(grey, region)?));
        self.pool.run(|| found.lines.par_iter().map(features).collect())
    }

    /// Reads the lines of one picture.
    ///
    /// # Errors
    /// [`Error::Internal`] when a network fails to run, [`Error::Cancelled`].
    pub(super) fn read_lines(
        &self,
        grey: GreyImage<'_>,
        options: &ReadOptions<'_>,
    ) -> Result<FoundLines, Error> {
        let start = Instant::now();
        let (pool, cancel) = (&self.pool, &options.cancel);
        let mut page = PageKnowledge { choice: options.script, ..PageKnowledge::default() };
        let latin = PageKnowledge { choice: ScriptChoice::Latin, ..page };
        let vertical = PageKnowledge { is_vertical: true, ..page };
        let check = || cancel.check();
        let oriented = find_orientation(
            grey,
            |view| self.finder.find(view, pool, cancel),
            |view| self.finder.find_quickly(view, pool, cancel),
            |regions, reading| {
                let page = match reading {
                    SampleReading::AnyScript => &page,
                    SampleReading::Latin => &latin,
                    SampleReading::Vertical => &vertical,
                };
                self.reader.read_all(grey, regions, page, pool, check, || ())
            },
        )?;
        let detect = start.elapsed();
        let progress = Progress {
            lines_found: oriented.regions_read + oriented.regions.len(),
            lines_read: oriented.regions_read,
        };
        let counter = ProgressCounter::start(options.progress, progress);
        let read_one = || counter.line_read();
        page.is_vertical = oriented.is_vertical;
        page.scripts = self.reader.scripts_of(&oriented.lines);
        let read =
            |regions: &[Region]| self.reader.read_all(grey, regions, &page, pool, check, read_one);
        let quads = oriented.lines.iter().map(|line| line.quad);
        let quads: Vec<Quad> =
            quads.chain(oriented.regions.iter().map(|region| region.quad)).collect();
        let size = [grey.width, grey.height];
        let lines = read_outside_clutter(&oriented.regions, oriented.lines, size, read)?;
        let find = |view: GreyImage<'_>| self.finder.find(view, pool, cancel);
        let across = if page.is_vertical {
            Vec::new()
        } else {
            find_other_directions(grey, &quads, &lines, find)?
        };
        let read =
            |regions: &[Region]| self.reader.read_all(grey, regions, &page, pool, check, || ());
        let mut alternatives = read(&across)?;
        alternatives.retain(is_word);
        alternatives.extend(read(&oriented.alternatives)?);
        let mut lines = keep_most_legible(lines, alternatives);
        let straight = |quad: Quad| Region::straight(quad, quad.height());
        let upright = UprightView::new(grey, oriented.rotation);
        self.reader.learn_page(&mut page, &lines);
        let (places, unread) = take_unread(&mut lines);
        let read =
            |regions: &[Region]| self.reader.read_all(grey, regions, &page, pool, check, || ());
        let mut lines = second_pass(lines, &self.reader, &page, &upright, read)?;
        if unread.is_none() {
            // Among lines that can be read, one that cannot is more often one that is hard to read.
            let regions: Vec<Region> = places.into_iter().map(straight).collect();
            page.choice = ScriptChoice::Latin;
            let read = self.reader.read_all(grey, &regions, &page, pool, check, || ())?;
            lines.extend(read);
        }
        Ok(FoundLines { lines, unread, rotation: oriented.rotation, detect })
    }
}

impl std::fmt::Debug for Builtin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Builtin")
            .field("alphabet", &self.reader.alphabet_len())
            .finish_non_exhaustive()
    }
}
