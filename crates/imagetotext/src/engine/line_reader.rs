//! Reads the lines that were found: many at once, each on one thread, and a second time where the first
//! reading is in doubt.

use std::panic::{AssertUnwindSafe, catch_unwind};

use imagetotext_nn::{Model, Parallelism, ThreadPool};
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};

use super::alphabet::Alphabet;
use super::crop::{self, Crop};
use super::grey_image::GreyImage;
use super::language_model::LanguageModel;
use super::line_end::with_sign_at_end;
use super::line_reading::LineReading;
use super::recognise::recognise;
use super::regions::Region;
use super::scale::median_height;
use crate::{Error, Line, panics};

/// Tuned numbers of this stage (`models/training/LOG.md`, 2026-11-24 and 25).
struct Tuning {
    /// Height in pixels under which doubtful words are read a second time: the pixels of larger lines
    /// leave no doubt where the line begins and ends. On the public pictures larger ones gain 2 of 327
    /// words.
    small_line: f32,
    /// Share of the page's median line height below which a region may be found in part only: of a
    /// single brace the detector often sees no more than the middle. On generated forms and tables.
    low_region: f32,
    /// Length of such a region at most, in median line heights of the page.
    short_region: f32,
    /// Rows of the crops when a recogniser does not say: the default of ocrs 0.13.1.
    default_rows: usize,
}

const TUNING: Tuning =
    Tuning { small_line: 24.0, low_region: 0.85, short_region: 4.0, default_rows: 50 };

const READING_FAILED: Error = Error::Internal("a reading thread failed");

/// The recognition network with its alphabet.
pub(super) struct LineReader {
    network: Box<dyn Model>,
    alphabet: Alphabet,
    /// Rows of the crops that the network reads.
    rows: usize,
}

impl LineReader {
    pub(super) fn new(network: Box<dyn Model>, alphabet: Alphabet) -> Self {
        let rows = network.input_size()[0].unwrap_or(TUNING.default_rows);
        Self { network, alphabet, rows }
    }

    pub(super) fn language_model(&self) -> Option<&LanguageModel> {
        self.alphabet.language_model()
    }

    /// Characters that it knows.
    pub(super) fn alphabet_len(&self) -> usize {
        self.alphabet.len()
    }

    /// Reads all `regions` on the threads of `pool`; calls `before_line` and `after_line` for each.
    pub(super) fn read_all(
        &self,
        picture: GreyImage<'_>,
        regions: &[Region],
        pool: &ThreadPool,
        before_line: impl Fn() -> Result<(), Error> + Sync,
        after_line: impl Fn() + Sync,
    ) -> Result<Vec<Line>, Error> {
        let page_height = median_height(regions);
        let mut queue: Vec<&Region> = regions.iter().collect();
        // The longest first, so that no thread waits for one at the end.
        queue.sort_by(|a, b| b.length_in_heights().total_cmp(&a.length_in_heights()));
        let read = |(place, region): (usize, &Region)| {
            before_line()?;
            // The message of a panic may quote a text.
            let line = panics::contain(|| self.read(picture, region, page_height))
                .unwrap_or(Err(READING_FAILED))?;
            after_line();
            Ok((place, line))
        };
        // The bridge hands out lines in the order of the queue.
        let read_queue =
            || queue.into_iter().enumerate().par_bridge().map(read).collect::<Result<Vec<_>, _>>();
        // The callbacks may panic as well. Unwind safe: nobody sees what the threads were changing.
        let mut lines = catch_unwind(AssertUnwindSafe(|| pool.run(read_queue)))
            .unwrap_or(Err(READING_FAILED))?;
        lines.sort_unstable_by_key(|(place, _)| *place);
        Ok(lines.into_iter().filter_map(|(_, line)| line).collect())
    }

    /// Reads one line of a page whose lines are usually `page_height` pixels high.
    pub(super) fn read(
        &self,
        picture: GreyImage<'_>,
        region: &Region,
        page_height: f32,
    ) -> Result<Option<Line>, Error> {
        let crop = |region: &Region, margins| {
            crop::bent_crop(picture, region.quad, region.bend, self.rows, margins)
        };
        let read = |region: &Region| self.read_crop(&crop(region, crop::NORMAL_MARGINS));
        let shown = with_sign_at_end(picture, region, self.rows);
        let reading = read(&shown)?;
        if region.height < TUNING.low_region * page_height
            && region.length_in_heights() * region.height < TUNING.short_region * page_height
        {
            let whole = region.with_height(page_height);
            let second = read(&whole)?;
            if !second.is_doubtful() && second.is_more_probable_than(&reading) {
                return Ok(second.into_line(whole.quad));
            }
        }
        if !reading.is_doubtful() || region.height >= TUNING.small_line {
            return Ok(reading.into_line(region.quad));
        }
        let tight = crop(&shown, crop::TIGHT_MARGINS);
        let reading = reading.reread_doubtful(|part| {
            let column = |share: f32| (share * tight.filled as f32).round() as usize;
            self.read_crop(&tight.padded_columns(column(part.start), column(part.end)))
        })?;
        Ok(reading.into_line(region.quad))
    }

    fn read_crop(&self, crop: &Crop) -> Result<LineReading, Error> {
        recognise(&*self.network, &self.alphabet, crop, Parallelism::CallingThread)
    }
}
