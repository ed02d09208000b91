//! Pages that bring their text: only the images on them are read, and the whole page where the text makes no sense.

use std::time::Duration;

use zeroize::Zeroizing;

use super::grey_image::GreyImage;
use super::options::ReadOptions;
use super::{Engine, FoundLines};
use crate::source::{EmbeddedText, Picture};
use crate::{Bounds, Error, Line, Quad, Word};

/// Tuned numbers of this stage: how usual a text is by the language model, in nats a letter. Prose is above 1, rubbish
/// below 0; tables of names and article numbers are between them.
struct Tuning {
    /// A text layer below this is compared with what is read on the page.
    doubtful: f32,
    /// What is read is at least so usual,
    usual: f32,
    /// and by so much more usual than a layer that is not that of what is drawn.
    lead: f32,
    /// Letters of a text that tells how usual it is.
    letters: usize,
    /// Log-ratios of a letter, from lowest to highest.
    score_range: [f32; 2],
}

const TUNING: Tuning =
    Tuning { doubtful: 0.3, usual: 0.5, lead: 0.7, letters: 20, score_range: [-5.0, 3.0] };

impl Engine {
    /// The lines of a page, and whether its text layer is among them. Letters that stand for others, or for nothing, may
    /// be in the layer; then the page is read like a picture.
    ///
    /// # Errors
    /// Those of reading a picture.
    pub(super) fn read_page(
        &self,
        picture: &Picture,
        grey: GreyImage<'_>,
        options: &ReadOptions<'_>,
    ) -> Result<(FoundLines, bool), Error> {
        let Some(text) = &picture.embedded else {
            return Ok((self.read_in_contrast(picture, grey, options)?, false));
        };
        if let Some(layer) = self.usualness(&text.lines).filter(|&it| it < TUNING.doubtful) {
            let read = self.read_in_contrast(picture, grey, options)?;
            let usual = self.usualness(&read.lines).unwrap_or(layer);
            if usual >= TUNING.usual && usual >= layer + TUNING.lead {
                return Ok((read, false));
            }
        }
        Ok((self.read_beside(text, grey, options)?, true))
    }

    /// How usual a text is; `None` where it has too few letters that the language model knows.
    fn usualness(&self, lines: &[Line]) -> Option<f32> {
        let model = self.language_model()?;
        let words = || lines.iter().flat_map(|line| &line.words);
        let characters = || words().flat_map(|word| word.text.chars().chain([' ']));
        let count = |is: &dyn Fn(char) -> bool| characters().filter(|&it| is(it)).count();
        let letters = count(&|it| it.is_alphabetic() && model.symbol(it).is_known());
        // A font without a name for its glyphs.
        if count(&|it| it == '?') > TUNING.letters.max(count(&char::is_alphanumeric)) {
            return Some(TUNING.score_range[0]);
        }
        let score = model.text_score(characters(), TUNING.score_range);
        (letters >= TUNING.letters).then(|| score / letters as f32)
    }

    /// The lines of the text layer, and those that are read in its images.
    ///
    /// # Errors
    /// Those of reading a picture.
    fn read_beside(
        &self,
        text: &EmbeddedText,
        picture: GreyImage<'_>,
        options: &ReadOptions<'_>,
    ) -> Result<FoundLines, Error> {
        let mut found = FoundLines {
            lines: text.lines.clone(),
            unread: None,
            rotation: text.rotation(picture.width, picture.height),
            detect: Duration::ZERO,
        };
        for area in &text.unread {
            options.cancel.check()?;
            let Some(part) = Part::cut(picture, area) else { continue };
            let at = part.at;
            let part = GreyImage { pixels: &part.pixels, width: part.width, height: part.height };
            let read = self.read_lines(part, options)?;
            found.detect += read.detect;
            // Of a scan with a few words in its text layer, such as a stamp, this is most of the page.
            found.unread = found.unread.or(read.unread);
            let mut lines = self.without_noise(read.lines, part);
            for line in &mut lines {
                shift(line, at);
            }
            let unknown = lines.into_iter().filter_map(|line| unknown(line, &text.lines));
            found.lines.extend(unknown.filter(is_text));
        }
        Ok(found)
    }
}

/// A part of a picture.
struct Part {
    pixels: Zeroizing<Vec<u8>>,
    /// Where it begins.
    at: [f32; 2],
    width: usize,
    height: usize,
}

impl Part {
    /// Copies it; `None` if it is empty.
    fn cut(picture: GreyImage<'_>, area: &Bounds) -> Option<Self> {
        let column = |at: f32| (at.max(0.0) as usize).min(picture.width);
        let row = |at: f32| (at.max(0.0) as usize).min(picture.height);
        let columns = column(area.left)..column(area.right.ceil());
        let rows = row(area.top)..row(area.bottom.ceil());
        if columns.is_empty() || rows.is_empty() {
            return None;
        }
        let (width, height) = (columns.len(), rows.len());
        let at = [columns.start as f32, rows.start as f32];
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        for row in rows {
            pixels.extend_from_slice(&picture.pixels[row * picture.width..][columns.clone()]);
        }
        Some(Self { pixels, at, width, height })
    }
}

fn shift(line: &mut Line, [right, down]: [f32; 2]) {
    let shift = |quad: &mut Quad| quad.0 = quad.0.map(|[x, y]| [x + right, y + down]);
    shift(&mut line.quad);
    for word in &mut line.words {
        shift(&mut word.quad);
    }
}

/// Points along a word that are looked for in the lines of the layer; the word is known if they have this many of them.
const POINTS: usize = 5;
const KNOWN_POINTS: usize = 2;

/// A line without the words that lie in lines of the text layer; `None` if there are no others.
fn unknown(mut line: Line, layer: &[Line]) -> Option<Line> {
    if is_repeated(&line, layer) {
        return None;
    }
    let count = line.words.len();
    line.words.retain(|word| !is_known(word, layer));
    let (first, last) = (line.words.first()?, line.words.last()?);
    let quad = Quad([first.quad.0[0], last.quad.0[1], last.quad.0[2], first.quad.0[3]]);
    Some(if line.words.len() < count { Line { quad, ..line } } else { line })
}

/// Whether most words of a line are in the layer at its height: those of the layer may be wider or narrower than what they
/// lie on.
fn is_repeated(line: &Line, layer: &[Line]) -> bool {
    let place = |quad: &Quad| crate::document::middle(quad.start(), quad.end());
    let middle = place(&line.quad);
    let beside: Vec<&str> = layer
        .iter()
        .filter(|it| line.quad.seen(middle, place(&it.quad))[1].abs() < 0.5 * line.quad.height())
        .flat_map(|it| &it.words)
        .map(|word| word.text.as_str())
        .collect();
    let repeated = line.words.iter().filter(|word| beside.contains(&word.text.as_str())).count();
    repeated * 2 > line.words.len()
}

/// Whether a line has more than one letter or digit: a circle in a photograph looks like one.
fn is_text(line: &Line) -> bool {
    let characters = line.words.iter().flat_map(|word| word.text.chars());
    characters.filter(|it| it.is_alphanumeric()).nth(1).is_some()
}

fn is_known(word: &Word, layer: &[Line]) -> bool {
    let (start, end) = (word.quad.start(), word.quad.end());
    let point = |index: usize| {
        let share = (index as f32 + 0.5) / POINTS as f32;
        [0, 1].map(|axis| start[axis] + (end[axis] - start[axis]) * share)
    };
    let is_in_layer = |point: [f32; 2]| layer.iter().any(|line| line.quad.contains(point));
    (0..POINTS).map(point).filter(|&point| is_in_layer(point)).count() >= KNOWN_POINTS
}
