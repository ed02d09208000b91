//! One page of pixels → lines of words: with `imagetotext-nn`, the only part that runs networks.
//!
//! [`Engine`] is one of two, of which an [`EngineKind`] chooses one: the built-in one ([`builtin`]), and the
//! `ocrs` crate ([`mod@ocrs`]). What both read goes through
//! [`confidence_filter`], [`despeckle`] and [`dashed_rules`], which drop what is not text, and [`plain_signs`], to
//! [`crate::layout`].

#[cfg(test)]
mod agreement;
mod alphabet;
mod alternatives;
mod bend;
mod blanks_before_marks;
mod builtin;
mod cancel_token;
mod case_by_height;
mod character_cells;
mod clutter;
mod concurrent;
mod confidence_filter;
mod connected_components;
mod crop;
mod ctc;
mod cyrillic_forms;
mod dashed_rules;
mod dashes;
mod degree_signs;
mod despeckle;
mod detect;
mod directions;
mod dots;
mod drop_caps;
mod embedded;
mod exponents;
#[cfg(test)]
mod fake_models;
mod frames;
mod glyph_box;
mod glyph_orientation;
mod grey_image;
mod hidden_contrast;
mod icons;
mod ink_rows;
mod kind;
mod language_model;
mod large_lines;
mod leaders;
mod letter_case;
mod line_crops;
mod line_end;
mod line_finder;
mod line_reader;
mod line_reading;
mod litres;
mod look_alikes;
mod mark_runs;
mod middle_dots;
mod missing_cells;
mod ngram;
mod number_signs;
#[cfg(feature = "ocrs")]
mod ocrs;
mod old_print;
mod ones;
mod options;
mod other_scripts;
mod outlined;
mod page_knowledge;
mod page_orientation;
mod plain_signs;
mod progress;
mod read_result;
mod reading_choice;
mod recognise;
mod recogniser;
mod regions;
mod ruling_lines;
mod scale;
mod script;
mod script_choice;
mod script_classifier;
mod second_opinion;
mod second_pass;
mod segments;
mod short_lines;
mod sign_network;
mod stacks;
mod struck_out;
mod surroundings;
#[cfg(test)]
mod tests;
mod text_angle;
mod tight_lines;
#[cfg(feature = "layout-training")]
mod training;
mod underscores;
mod unread_ink;
mod upright_view;
mod vertical_columns;
mod vertical_line;
mod weighted_quantile;
mod window_network;
mod word_confidence;
mod word_segmentation;
mod zero_amounts;
mod zeros;

use std::time::{Duration, Instant};

use crate::document::UnreadScript;
use crate::graphics::Graphics;
#[cfg(feature = "pdf")]
use crate::right_to_left;
use crate::rotation::PageRotation;
use crate::{Document, Error, Line, Models, Page, Picture, Quad, codes, layout, source};
use builtin::Builtin;
#[cfg(feature = "ocrs")]
use ocrs::Ocrs;
use word_confidence::with_word_confidence;

pub(crate) use language_model::{LanguageModel, Symbol, TextContext};

pub use cancel_token::CancelToken;
pub(crate) use grey_image::GreyImage;
pub use kind::EngineKind;
pub use options::{EngineOptions, ReadOptions};
pub use progress::Progress;
pub use read_result::{ReadResult, Times};
pub(crate) use script::{is_full_width, is_without_blanks};
pub use script_choice::ScriptChoice;

/// Finds and reads the text of pictures. One engine serves any number of threads; they share its own.
///
/// Making one takes some tens of milliseconds, so keep it for the next picture.
#[derive(Debug)]
pub struct Engine {
    inner: Inner,
    options: EngineOptions,
}

#[derive(Debug)]
enum Inner {
    Builtin(Box<Builtin>),
    #[cfg(feature = "ocrs")]
    Ocrs(Box<Ocrs>),
}

/// What an engine reads in a picture.
struct FoundLines {
    lines: Vec<Line>,
    /// The script of most of its lines, if that is one that cannot be read.
    unread: Option<UnreadScript>,
    /// How the page lies in the picture.
    rotation: PageRotation,
    /// How long it took to find the lines.
    detect: Duration,
}

impl Engine {
    /// An engine with the default options.
    ///
    /// # Errors
    /// [`Error::Model`] when a model cannot be loaded, does not fit its alphabet, or is made for another
    /// engine than the one asked for.
    pub fn new(models: Models) -> Result<Self, Error> {
        Self::with_options(models, EngineOptions::default())
    }

    /// Prepares the models and starts the threads.
    ///
    /// # Errors
    /// Those of [`Engine::new`].
    pub fn with_options(models: Models, options: EngineOptions) -> Result<Self, Error> {
        let kind = models.engine.map_or_else(|| EngineKind::suited_to(&models), Ok)?;
        let inner = match kind {
            EngineKind::Builtin => Inner::Builtin(Box::new(Builtin::new(models, &options)?)),
            #[cfg(feature = "ocrs")]
            EngineKind::Ocrs => Inner::Ocrs(Box::new(Ocrs::new(models)?)),
        };
        Ok(Self { inner, options })
    }

    /// Which engine it is.
    pub fn kind(&self) -> EngineKind {
        match self.inner {
            Inner::Builtin(_) => EngineKind::Builtin,
            #[cfg(feature = "ocrs")]
            Inner::Ocrs(_) => EngineKind::Ocrs,
        }
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
        let grey = luma_of(picture, &luma);
        let find_codes = || if options.codes { codes::find(grey) } else { Vec::new() };
        let read = || self.read_page(picture, grey, options);
        let (found, codes) = concurrent::both(read, &find_codes);
        let (found, has_layer) = found?;
        let layer = picture.embedded.as_ref().filter(|_| has_layer);
        let embedded = layer.map(|text| text.lines.len());
        let is_beside = embedded.is_some_and(|embedded| found.lines.len() > embedded);
        // The squares of a code are no letters.
        let unread = found.unread.filter(|_| codes.is_empty());
        let lines = codes::without_codes(found.lines, &codes);
        let lines = if has_layer { lines } else { self.without_noise(lines, grey) };
        let graphics = Graphics::find(grey, &quads(&lines));
        let is_embedded = !is_beside && unread.is_none() && (has_layer || lines.is_empty());
        let lines = with_word_confidence(lines, self.language_model());
        let blocks = layout::arrange(&lines, &found.rotation, &graphics, self.language_model());
        #[cfg(feature = "pdf")]
        let blocks = if has_layer { right_to_left::in_reading_order(blocks) } else { blocks };
        let recognise = start.elapsed().saturating_sub(found.detect);
        Ok(ReadResult {
            page: Page {
                resolution: picture.resolution,
                unread,
                codes,
                attachments: picture.attachments.clone(),
                ..Page::new(width, height, blocks)
            },
            is_embedded,
            replaces_layer: picture.embedded.is_some() && !has_layer,
            times: Times { detect: found.detect, recognise },
        })
    }

    fn read_lines(
        &self,
        picture: GreyImage<'_>,
        options: &ReadOptions<'_>,
    ) -> Result<FoundLines, Error> {
        match &self.inner {
            Inner::Builtin(engine) => engine.read_lines(picture, options),
            #[cfg(feature = "ocrs")]
            Inner::Ocrs(engine) => engine.read_lines(picture, options),
        }
    }

    /// `lines` without what is not text, in signs as people type them.
    fn without_noise(&self, lines: Vec<Line>, picture: GreyImage<'_>) -> Vec<Line> {
        let size = [picture.width as f32, picture.height as f32];
        let lines = confidence_filter::drop_doubtful(icons::without_icons(lines, picture), size);
        let mut lines = despeckle::despeckle(lines);
        if let Some(model) = self.language_model() {
            old_print::restore_long_s(&mut lines, model);
        }
        dashed_rules::without_dashed_rules(plain_signs::plain(lines))
    }

    /// The language model of the engine.
    fn language_model(&self) -> Option<&LanguageModel> {
        match &self.inner {
            Inner::Builtin(engine) => engine.language_model(),
            #[cfg(feature = "ocrs")]
            Inner::Ocrs(_) => None,
        }
    }

    /// Reads all pages of a file; only TIFF and PDF files have more than one.
    ///
    /// # Errors
    /// Those of [`source::decode`] and of [`Engine::read`]; one page that fails fails the document.
    pub fn read_bytes(&self, bytes: &[u8]) -> Result<Document, Error> {
        let pages = source::decode(bytes)?.zip(1..).map(|(picture, number)| {
            let page = self.read(&picture?)?;
            Ok(Page { number, ..page })
        });
        Ok(Document { pages: pages.collect::<Result<_, Error>>()? })
    }
}

/// The outlines of lines.
pub(crate) fn quads(lines: &[Line]) -> Vec<Quad> {
    lines.iter().map(|line| line.quad).collect()
}

/// The grey picture, of which `luma` holds the samples.
pub(crate) fn luma_of<'a>(picture: &Picture, luma: &'a [u8]) -> GreyImage<'a> {
    GreyImage { pixels: luma, width: picture.width() as usize, height: picture.height() as usize }
}
