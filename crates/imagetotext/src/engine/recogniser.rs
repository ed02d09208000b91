//! A recognition network with its alphabet: reads one line, and a second time where the first reading is in doubt.

use std::ops::Range;
use std::sync::Arc;

use imagetotext_nn::{Model, Output, Parallelism};

use super::alphabet::Alphabet;
use super::crop::{self, Crop};
use super::ctc;
use super::exponents::{correct_exponents, may_have_exponents};
use super::line_crops::LineCrops;
use super::line_reading::LineReading;
use super::outlined::letters_within_outlines;
use super::recognise::{reading, recognise, scores};
use super::vertical_line::with_upright_characters;
use crate::{Error, Line, Quad};

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
    /// Confidence of each word, 0 to 1, from which letters within outlines are believed.
    outlined: f32,
    /// Rows of the crops when a recogniser does not say: the default of ocrs 0.13.1.
    default_rows: usize,
}

const TUNING: Tuning = Tuning {
    small_line: 24.0,
    low_region: 0.85,
    short_region: 4.0,
    outlined: 0.7,
    default_rows: 50,
};

/// Letters and digits at least that are believed to have outlines: a ring alone looks like an `o` and like a dot with one.
const WORD: usize = 3;

/// The recognition network with its alphabet.
pub(super) struct Recogniser {
    network: Arc<dyn Model>,
    pub(super) alphabet: Alphabet,
    /// Rows of the crops that the network reads.
    rows: usize,
}

/// A line of which parts are read, each from its start to its end, 0 to 1 in the line.
pub(super) struct LineParts<'a> {
    recogniser: &'a Recogniser,
    line: &'a LineCrops<'a>,
    margins: crop::Margins,
}

/// What a network sees in a part of a line.
pub(super) struct Seen<'a> {
    alphabet: &'a Alphabet,
    crop: Crop,
    output: Output,
}

/// What was read in a line, and where the line is.
pub(super) struct ReadLine {
    pub(super) quad: Quad,
    pub(super) reading: LineReading,
}

impl ReadLine {
    /// The line; `None` when there is no text.
    pub(super) fn into_line(self) -> Option<Line> {
        self.reading.into_line(self.quad)
    }
}

impl Recogniser {
    pub(super) fn new(network: Box<dyn Model>, alphabet: Alphabet) -> Self {
        let rows = network.input_size()[0].unwrap_or(TUNING.default_rows);
        Self { network: network.into(), alphabet, rows }
    }

    /// The same for a page whose letters are mostly of a script, by its number in the language model.
    pub(super) fn expecting(&self, script: usize) -> Self {
        let alphabet = self.alphabet.expecting(script);
        Self { network: Arc::clone(&self.network), alphabet, rows: self.rows }
    }

    /// Reads a line of a page whose lines are usually `page_height` pixels high.
    pub(super) fn read(&self, line: &LineCrops<'_>, page_height: f32) -> Result<ReadLine, Error> {
        let first = self.read_once(line)?;
        self.read_again(line, page_height, first)
    }

    /// Reads a line once.
    pub(super) fn read_once(&self, line: &LineCrops<'_>) -> Result<LineReading, Error> {
        self.read_crop(&line.get(self.rows, crop::NORMAL_MARGINS))
    }

    /// Reads a line of upright characters that runs from top to bottom; `None` where it is none.
    pub(super) fn read_vertical(&self, line: &LineCrops<'_>) -> Result<Option<ReadLine>, Error> {
        let crop = line.get(self.rows, crop::NORMAL_MARGINS).padded();
        let output = scores(&*self.network, &self.alphabet, &crop, Parallelism::CallingThread)?;
        let (sideways, _) = ctc::decode(&output.values, &self.alphabet);
        let step = crop.width as f32 / output.shape[0].max(1) as f32;
        let Some(upright) = with_upright_characters(&crop, &sideways, step) else {
            return Ok(None);
        };
        let reading = self.read_crop(&upright)?;
        Ok(Some(ReadLine { quad: line.region.quad, reading }))
    }

    /// Reads what is in doubt in the `reading` of a line a second time.
    pub(super) fn read_again(
        &self,
        line: &LineCrops<'_>,
        page_height: f32,
        reading: LineReading,
    ) -> Result<ReadLine, Error> {
        let region = &line.region;
        if let Some(reading) = self.outlined(line, &reading)? {
            return Ok(ReadLine { quad: region.quad, reading });
        }
        if region.height < TUNING.low_region * page_height
            && region.length_in_heights() * region.height < TUNING.short_region * page_height
        {
            let whole = region.with_height(page_height);
            let second = self.read_once(&LineCrops::new(line.picture, &whole))?;
            if !second.is_doubtful() && second.is_more_probable_than(&reading) {
                return Ok(ReadLine { quad: whole.quad, reading: second });
            }
        }
        if !reading.is_doubtful() || region.height >= TUNING.small_line {
            return Ok(ReadLine { quad: region.quad, reading });
        }
        let parts = self.parts(line, crop::TIGHT_MARGINS);
        let reading = reading.reread_doubtful(|part| parts.read(part))?;
        Ok(ReadLine { quad: region.quad, reading })
    }

    /// The letters within outlines in a line, where they are read with more certainty than a doubtful `reading`.
    fn outlined(
        &self,
        line: &LineCrops<'_>,
        reading: &LineReading,
    ) -> Result<Option<LineReading>, Error> {
        if !reading.is_doubtful() {
            return Ok(None);
        }
        let crop = line.get(self.rows, crop::NORMAL_MARGINS);
        let Some(letters) = letters_within_outlines(&crop) else { return Ok(None) };
        let second = self.read_crop(&letters)?;
        let length = |it: &LineReading| it.characters().filter(|it| it.is_alphanumeric()).count();
        // Less text is surer.
        let is_whole = length(&second) >= WORD.max(length(reading) * 3 / 4);
        let is_surer = second.min_confidence() > reading.min_confidence().max(TUNING.outlined);
        Ok((is_whole && is_surer).then_some(second))
    }

    /// The same `reading` of a line with the exponents of ten read enlarged.
    pub(super) fn with_exponents(
        &self,
        line: &LineCrops<'_>,
        mut read: ReadLine,
    ) -> Result<ReadLine, Error> {
        if may_have_exponents(&read.reading) {
            let crop = line.get(self.rows, crop::NORMAL_MARGINS);
            let isolated =
                |quad| crop::crop(line.picture, quad, self.rows, crop::NORMAL_MARGINS).isolated();
            correct_exponents(&mut read.reading, &crop, |quad| self.read_crop(&isolated(quad)))?;
        }
        Ok(read)
    }

    /// The parts of a line, to be read one by one.
    pub(super) fn parts<'a>(
        &'a self,
        line: &'a LineCrops<'a>,
        margins: crop::Margins,
    ) -> LineParts<'a> {
        LineParts { recogniser: self, line, margins }
    }

    fn read_crop(&self, crop: &Crop) -> Result<LineReading, Error> {
        recognise(&*self.network, &self.alphabet, crop, Parallelism::CallingThread)
    }
}

impl LineParts<'_> {
    /// Reads a part.
    pub(super) fn read(&self, part: Range<f32>) -> Result<LineReading, Error> {
        self.recogniser.read_crop(&self.crop(part))
    }

    /// What the network sees in a part.
    pub(super) fn look(&self, part: Range<f32>) -> Result<Seen<'_>, Error> {
        let crop = self.crop(part);
        let Recogniser { network, alphabet, .. } = self.recogniser;
        let output = scores(&**network, alphabet, &crop, Parallelism::CallingThread)?;
        Ok(Seen { alphabet, crop, output })
    }

    /// Whether the recogniser knows a character.
    pub(super) fn knows(&self, character: char) -> bool {
        self.recogniser.alphabet.knows(character)
    }

    fn crop(&self, part: Range<f32>) -> Crop {
        let crop = self.line.get(self.recogniser.rows, self.margins);
        let column = |share: f32| (share * crop.filled as f32).round() as usize;
        crop.padded_columns(column(part.start), column(part.end))
    }
}

impl Seen<'_> {
    /// The most probable text.
    pub(super) fn read(&self) -> LineReading {
        reading(&self.output, self.alphabet, &self.crop)
    }

    /// By how much the log-probability of the second of two texts is higher than that of the first; `None` when a
    /// character of them is unknown.
    pub(super) fn evidence(&self, texts: [&str; 2]) -> Option<f32> {
        let [old, new] =
            texts.map(|text| ctc::log_probability(&self.output.values, self.alphabet, text));
        Some(new? - old?)
    }
}
