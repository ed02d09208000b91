//! The second engine: the `ocrs` crate finds words, joins them to lines, cuts these out and reads them. It is the
//! only module that names `ocrs`.
//!
//! Our own networks go into adapters ([`mod@compose`]) that give them the inputs and outputs that ocrs expects;
//! networks made for ocrs are taken as they are. ocrs reads level text only: pages on their side or upside down
//! are not turned.

mod compose;
mod scores;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::time::Instant;

use ocrs::{ImageSource, OcrEngine, OcrEngineParams, OcrInput, TextChar, TextItem as _, TextLine};
use rayon::prelude::*;
use rten::{Dimension, Model};
use rten_imageproc::{BoundingRect as _, Point, RotatedRect, min_area_rect};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;
use zeroize::Zeroizing;

use super::FoundLines;
use super::grey_image::GreyImage;
use super::options::ReadOptions;
use super::progress::{Progress, ProgressCounter};
use super::scale::half_size;
use crate::error::ModelPart;
use crate::rotation::PageRotation;
use crate::{Error, Line, Models, Quad, Word};
use compose::compose;
use imagetotext_nn::RtenModel;
use scores::Scores;

/// Adapters of our networks for ocrs; `models/training` generates them (`export_ocrs`).
const DETECTION_ADAPTER: &[u8] = imagetotext_models::OCRS_DETECTION_ADAPTER;
const RECOGNITION_ADAPTER: &[u8] = imagetotext_models::OCRS_RECOGNITION_ADAPTER;

/// Pictures of more pixels are halved until they have fewer. ocrs holds 4 bytes a pixel for the picture and as
/// many for the map of words, twice for a moment; and it counts pixels in 32 bits.
const MOST_PIXELS: usize = 40_000_000;

/// Words of one row that are further apart than this many of their heights are lines of their own: ocrs joins
/// text in two columns of a form or beside a sidebar. Of 1, 1.5 and 2.5 the first read the pictures of
/// `models/BENCHMARK.md` with even numbers best.
const APART: f32 = 1.0;

const NO_SCORES: Error = Error::Internal("a network returned no scores");

/// Finds and reads text with ocrs.
pub(super) struct Ocrs {
    engine: OcrEngine,
    /// The recogniser once more: ocrs does not return confidences.
    scorer: Model,
    /// Classes of the characters.
    classes: HashMap<char, usize>,
}

impl std::fmt::Debug for Ocrs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ocrs").finish_non_exhaustive()
    }
}

impl Ocrs {
    /// Prepares the models.
    ///
    /// # Errors
    /// [`Error::Model`] when a model cannot be loaded or does not fit its alphabet.
    pub(super) fn new(models: Models) -> Result<Self, Error> {
        let Models { detection, recognition, alphabet, .. } = models;
        let detection = load(&detection, ModelPart::Detection)?;
        let scorer = load(&recognition, ModelPart::Recognition)?;
        let recognition = load(&recognition, ModelPart::Recognition)?;
        // Of characters that occur twice the first counts.
        let classes = alphabet.chars().zip(1..).collect::<Vec<_>>().into_iter().rev().collect();
        let params = OcrEngineParams {
            detection_model: Some(detection),
            recognition_model: Some(recognition),
            alphabet: Some(alphabet.clone().into_owned()),
            // Prints what it reads.
            debug: false,
            ..OcrEngineParams::default()
        };
        let engine = OcrEngine::new(params).map_err(|error| Error::Model {
            part: ModelPart::Detection,
            reason: error.to_string(),
        })?;
        let engine = Self { engine, scorer, classes };
        engine.try_models(alphabet.chars().count())?;
        Ok(engine)
    }

    /// Reads nothing with both networks, so that one that does not fit is found at once, and all threads
    /// are there before the process enters the sandbox.
    fn try_models(&self, characters: usize) -> Result<(), Error> {
        let refuse = |part, reason: &str| Error::Model { part, reason: reason.to_owned() };
        let white = [255; 64 * 64];
        let input = self.input(GreyImage { pixels: &white, width: 64, height: 64 })?;
        let no_map = |_| refuse(ModelPart::Detection, "it does not return a map of text");
        self.engine.detect_words(&input).map_err(no_map)?;
        let line = [rectangle(Quad::upright(8.0, 16.0, 56.0, 48.0))?];
        let no_scores =
            || refuse(ModelPart::Recognition, "it does not return scores of characters");
        let scores = self.scores(&input, &line).map_err(|_| no_scores())?;
        if scores.classes != characters + 1 {
            let classes = scores.classes.saturating_sub(1);
            let reason =
                format!("it has {characters} characters, the recognition model needs {classes}");
            return Err(refuse(ModelPart::Alphabet, &reason));
        }
        self.engine.recognize_text(&input, &[line.to_vec()]).map_err(|_| no_scores())?;
        Ok(())
    }

    /// Reads the lines of one picture. ocrs finds all lines, and reads all lines, in one step each: between
    /// these, reading can be cancelled.
    ///
    /// # Errors
    /// [`Error::Internal`] when ocrs fails, [`Error::Cancelled`].
    pub(super) fn read_lines(
        &self,
        picture: GreyImage<'_>,
        options: &ReadOptions<'_>,
    ) -> Result<FoundLines, Error> {
        let start = Instant::now();
        options.cancel.check()?;
        let (input, scale) = self.prepare(picture)?;
        let words = self.engine.detect_words(&input);
        let words = words.map_err(|_| Error::Internal("ocrs found no words"))?;
        let rows = self.engine.find_text_lines(&input, &words);
        let lines: Vec<Vec<RotatedRect>> = rows.iter().flat_map(|row| lines_of(row)).collect();
        let detect = start.elapsed();
        options.cancel.check()?;
        let progress = Progress { lines_found: lines.len(), lines_read: 0 };
        let counter = ProgressCounter::start(options.progress, progress);
        let texts = self.engine.recognize_text(&input, &lines);
        let texts = texts.map_err(|_| Error::Internal("ocrs read no lines"))?;
        let read = lines.par_iter().zip(texts).map(|(line, text)| {
            options.cancel.check()?;
            let read = text.map(|text| self.line(&input, line, &text, scale)).transpose();
            counter.line_read();
            read.map(Option::flatten)
        });
        let read: Vec<Option<Line>> =
            rten::thread_pool().run(|| read.collect::<Result<_, Error>>())?;
        let lines = read.into_iter().flatten().collect();
        let rotation = PageRotation::identity(picture.width, picture.height);
        Ok(FoundLines { lines, unread: None, rotation, detect })
    }

    /// The picture as ocrs takes it, and how many times smaller that is.
    fn prepare(&self, picture: GreyImage<'_>) -> Result<(OcrInput, f32), Error> {
        if picture.width * picture.height <= MOST_PIXELS {
            return Ok((self.input(picture)?, 1.0));
        }
        let (pixels, width, height) = half_size(picture);
        let (input, scale) = self.prepare(GreyImage { pixels: &pixels, width, height })?;
        Ok((input, 2.0 * scale))
    }

    fn input(&self, picture: GreyImage<'_>) -> Result<OcrInput, Error> {
        let size = (picture.width as u32, picture.height as u32);
        let source = ImageSource::from_bytes(picture.pixels, size)
            .map_err(|_| Error::Internal("ocrs takes no such picture"))?;
        self.engine.prepare_input(source).map_err(|_| Error::Internal("ocrs takes no such picture"))
    }

    /// The scores of the characters of a line, from the same crop that ocrs reads.
    fn scores(&self, input: &OcrInput, line: &[RotatedRect]) -> Result<Scores, Error> {
        let crop = self.engine.prepare_recognition_input(input, line);
        let crop = crop.map_err(|_| Error::Internal("ocrs cut out no line"))?;
        let [height, width] = crop.shape();
        let output =
            self.scorer.run_one(crop.reshaped([1, 1, height, width]).as_dyn().into(), None);
        let output: NdTensor<f32, 3> =
            output.map_err(|_| NO_SCORES)?.try_into().map_err(|_| NO_SCORES)?;
        let [frames, 1, classes] = output.shape() else { return Err(NO_SCORES) };
        Ok(Scores { values: Zeroizing::new(output.into_data()), frames, classes })
    }

    /// The words of a line that ocrs has read as `text`, with their places in the picture.
    fn line(
        &self,
        input: &OcrInput,
        line: &[RotatedRect],
        text: &TextLine,
        scale: f32,
    ) -> Result<Option<Line>, Error> {
        let Some(rectangle) = line.first() else { return Ok(None) };
        let scores = self.scores(input, line)?;
        let quad = quad(rectangle);
        let bounds = rectangle.bounding_rect();
        // Share of the line, 0 to 1 from its left edge to its right one.
        let share = |x: i32| ((x as f32 - bounds.left()) / bounds.width().max(1.0)).clamp(0.0, 1.0);
        let characters = text.chars();
        let is_blank = |character: &TextChar| character.char == ' ';
        let mut words = Vec::new();
        let mut at = 0;
        for word in characters.split(is_blank) {
            let start = at;
            at += word.len() + 1;
            let ([first, ..], [.., last]) = (word, word) else { continue };
            let confidences: Vec<f32> = (start..start + word.len())
                .map(|index| {
                    let from = share(characters[index].rect.left());
                    let to = characters.get(index + 1).map_or(1.0, |next| share(next.rect.left()));
                    let class = self.classes.get(&characters[index].char);
                    class.map_or(0.0, |&class| scores.highest(class, from..to))
                })
                .collect();
            let text: String = word.iter().map(|character| character.char).collect();
            let place = part(quad, share(first.rect.left()), share(last.rect.right()));
            words.push(Word::new(text, place.scaled(scale), confidences));
        }
        Ok((!words.is_empty()).then(|| Line::new(quad.scaled(scale), words)))
    }
}

/// Loads a network, in its adapter where it needs one: ocrs wants a detector to have a fixed size, and a
/// recogniser to take any number of lines at once.
fn load(bytes: &[u8], part: ModelPart) -> Result<Model, Error> {
    let model = load_any(bytes, part)?;
    let is_fixed = |axis: usize| {
        let shape = model.input_shape(0).unwrap_or_default();
        matches!(shape.get(axis), Some(Dimension::Fixed(_)))
    };
    let (fits, adapter) = match part {
        ModelPart::Detection => (is_fixed(2) && is_fixed(3), DETECTION_ADAPTER),
        _ => (!is_fixed(0), RECOGNITION_ADAPTER),
    };
    if fits {
        return Ok(model);
    }
    let refuse =
        || Error::Model { part, reason: "it is neither ours nor made for ocrs".to_owned() };
    load_any(&compose(adapter, bytes).ok_or_else(refuse)?, part).map_err(|_| refuse())
}

fn load_any(bytes: &[u8], part: ModelPart) -> Result<Model, Error> {
    let model = RtenModel::load(bytes.to_vec().into());
    let model = model.map_err(|error| Error::Model { part, reason: error.to_string() })?;
    Ok(model.into_inner())
}

/// Lines of the words of one row, each as one rectangle around them: what is outside the words of a line is
/// black for ocrs, which the recogniser would take for ink.
fn lines_of(row: &[RotatedRect]) -> Vec<Vec<RotatedRect>> {
    let stays = |a: &RotatedRect, b: &RotatedRect| {
        let (a, b) = (a.bounding_rect(), b.bounding_rect());
        b.left() - a.right() <= APART * a.height().max(b.height())
    };
    let around = |words: &[RotatedRect]| match words {
        [_] => words.first().copied(),
        words => min_area_rect(&words.iter().flat_map(RotatedRect::corners).collect::<Vec<_>>()),
    };
    row.chunk_by(stays).filter_map(around).map(|line| vec![line]).collect()
}

/// The corners of a rectangle of ocrs, which begin anywhere, in the order of level text.
fn quad(rectangle: &RotatedRect) -> Quad {
    let mut corners = rectangle.corners().map(|corner| [corner.x, corner.y]);
    corners.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let [mut left, mut right] = [[corners[0], corners[1]], [corners[2], corners[3]]];
    for side in [&mut left, &mut right] {
        side.sort_by(|a, b| a[1].total_cmp(&b[1]));
    }
    Quad([left[0], right[0], right[1], left[1]])
}

fn rectangle(quad: Quad) -> Result<RotatedRect, Error> {
    let corners = quad.0.map(|[x, y]| Point::from_yx(y, x));
    min_area_rect(&corners).ok_or(Error::Internal("four corners are no rectangle"))
}

/// The part of a line between two shares of its length.
fn part(line: Quad, start: f32, end: f32) -> Quad {
    let [tl, tr, br, bl] = line.0;
    let between =
        |a: [f32; 2], b: [f32; 2], share: f32| [0, 1].map(|i| a[i] + (b[i] - a[i]) * share);
    Quad([
        between(tl, tr, start),
        between(tl, tr, end),
        between(bl, br, end),
        between(bl, br, start),
    ])
}
