//! Orientation of a page: its lines are found and a few of them read; only where these make little sense
//! are the other directions tried, and vertical lines of Chinese, Japanese or Korean.

use super::grey_image::GreyImage;
use super::regions::{FoundRegions, Region};
use super::scale::{reduced, scaled};
use super::script::is_cjk_letter;
use super::text_angle::text_angle;
use super::vertical_columns::whole_columns;
use crate::rotation::PageRotation;
use crate::{Error, Line, Quad, Word};

/// Tuned numbers of this stage; on the public pictures as they are and rotated by 90, 180 and 270
/// degrees (`models/training/LOG.md`, 2026-11-24 and 25). Confidences are 0 to 1.
struct Tuning {
    /// Lines that are read to judge a direction, out of the longer half, which chance resembles least.
    sample: usize,
    /// Confidence and number of characters with which a direction needs no comparison. Screenshots have
    /// 0.98 and more upright, and 0.82 and less upside down or on their side; receipts upside down reach
    /// 0.9, for digits and capitals resemble others.
    sure_confidence: f32,
    sure_characters: usize,
    /// Confidence below which a direction is chance.
    min_confidence: f32,
    /// What runs along the lines is ahead of its opposite by this confidence, even in poor print; of two
    /// directions across the lines neither is.
    clear_lead: f32,
    /// Confidence by which another direction must be ahead where it shows `sure_characters`.
    lead: f32,
    /// The same where it shows fewer: "OK" upside down is a word as well.
    lead_few_characters: f32,
    /// A direction that shows so many times fewer characters than another is not that of the text.
    fewer_characters: usize,
    /// Characters of vertical lines at least, and their confidence, which is lower than that of level ones. Of level lines
    /// that are read so it is below 0.5.
    vertical_characters: usize,
    /// Those of one such line at least.
    vertical_line: usize,
    vertical_confidence: f32,
    /// Lines with fewer characters are chance.
    min_characters: usize,
    /// Confidence below which lines are no text in any direction: ruling lines, shadows, stamps.
    min_line_confidence: f32,
    /// Share of their height by which lines that are upside down are found too high, seen the right way
    /// up. Of 0, 0.05, 0.10 and 0.15 the middle ones read poor receipts best.
    upside_down_offset: f32,
    /// Radians, about four degrees: lines that slope by more are found better when they are level.
    max_skew: f32,
    /// Length in line heights from which the slope of a line means something.
    min_slope_length: f32,
    /// Radians: lines within this angle of the median agree with it.
    skew_agreement: f32,
}

const TUNING: Tuning = Tuning {
    sample: 8,
    sure_confidence: 0.95,
    sure_characters: 16,
    min_confidence: 0.78,
    clear_lead: 0.12,
    lead: 0.06,
    lead_few_characters: 0.15,
    fewer_characters: 3,
    vertical_characters: 6,
    vertical_line: 5,
    vertical_confidence: 0.7,
    min_characters: 3,
    min_line_confidence: 0.5,
    upside_down_offset: 0.08,
    max_skew: 0.07,
    min_slope_length: 4.0,
    skew_agreement: 0.04,
};

/// A page whose orientation is known; its lines are in the coordinates of the picture as it was given.
#[derive(Debug)]
pub(super) struct OrientedPage {
    pub(super) rotation: PageRotation,
    /// Whether its lines run from top to bottom, with upright characters; they are level in the view of `rotation`.
    pub(super) is_vertical: bool,
    /// Lines that were read to judge the orientation.
    pub(super) lines: Vec<Line>,
    /// How many regions were read for them.
    pub(super) regions_read: usize,
    /// The other regions.
    pub(super) regions: Vec<Region>,
    /// Where else there may be lines.
    pub(super) alternatives: Vec<Region>,
}

/// How the lines of a sample are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SampleReading {
    /// In the script that each is in.
    AnyScript,
    /// As Latin.
    Latin,
    /// As lines of upright characters that run from top to bottom.
    Vertical,
}

/// Finds the lines of `picture`, whichever way they run: `find` finds level ones from left to right,
/// `find_quickly` most of them at the scale of what it is given, `read` reads some.
pub(super) fn find_orientation(
    picture: GreyImage<'_>,
    find: impl Fn(GreyImage<'_>) -> Result<FoundRegions, Error>,
    find_quickly: impl Fn(GreyImage<'_>) -> Result<FoundRegions, Error>,
    read: impl Fn(&[Region], SampleReading) -> Result<Vec<Line>, Error>,
) -> Result<OrientedPage, Error> {
    let identity = PageRotation::identity(picture.width, picture.height);
    let view = find_level_lines(picture, identity, &find)?;
    let lines = read(view.sample(), SampleReading::AnyScript)?;
    let given = Legibility::of(&lines);
    // Hardly anything is more legible then, so recognisers of other scripts would be loaded for nothing.
    // A vertical line shows one character to each row.
    let is_maybe_vertical = given.characters == 0
        || lines.iter().flat_map(|it| &it.words).any(|word| word.text.contains(is_cjk_letter));
    let sample_reading = if given.confidence >= TUNING.sure_confidence {
        SampleReading::Latin
    } else {
        SampleReading::AnyScript
    };
    let score = |regions: &[Region], is_vertical: bool| {
        let reading = if is_vertical { SampleReading::Vertical } else { sample_reading };
        if is_vertical && !is_maybe_vertical {
            return Ok(Legibility::default());
        }
        let mut lines = read(regions, reading)?;
        if is_vertical {
            lines.retain(is_mostly_cjk);
        }
        Ok(Legibility::of(&lines))
    };
    let better = better_direction(picture, &view, given, find_quickly, score)?;
    if let Some(Direction { rotation, is_vertical }) = better {
        let mut view = find_level_lines(picture, rotation, &find)?;
        if is_vertical {
            view.regions = whole_columns(picture, view.rotation, &view.regions);
            view.alternatives.clear();
        }
        return Ok(OrientedPage {
            rotation: view.rotation,
            is_vertical,
            lines: Vec::new(),
            regions_read: 0,
            regions: view.regions,
            alternatives: view.alternatives,
        });
    }
    let regions_read = view.sample().len();
    let regions = view.regions[regions_read..].to_vec();
    let View { rotation, alternatives, .. } = view;
    Ok(OrientedPage { rotation, is_vertical: false, lines, regions_read, regions, alternatives })
}

/// Whether most of the letters and digits of a line are Han characters, kana or Hangul, and enough for a vertical line:
/// columns of a table have fewer.
fn is_mostly_cjk(line: &Line) -> bool {
    let characters = || line.words.iter().flat_map(|word| word.text.chars());
    let count = |is: fn(char) -> bool| characters().filter(|&it| is(it)).count();
    let cjk = count(is_cjk_letter);
    cjk >= TUNING.vertical_line && 2 * cjk > count(char::is_alphanumeric)
}

/// How text may run on a page.
#[derive(Debug, Clone, Copy)]
struct Direction {
    rotation: PageRotation,
    is_vertical: bool,
}

/// The direction that is more legible than the one that was given, if there is one; `score` says how legible some lines
/// are, as level or as vertical ones.
fn better_direction(
    picture: GreyImage<'_>,
    view: &View,
    given: Legibility,
    find_quickly: impl Fn(GreyImage<'_>) -> Result<FoundRegions, Error>,
    score: impl Fn(&[Region], bool) -> Result<Legibility, Error>,
) -> Result<Option<Direction>, Error> {
    // Lines on their side are none to the detector, so a page without lines may be full of them.
    if given.is_sure() {
        return Ok(None);
    }
    let upside_down = score(&rotate_half_turn(view.sample()), false)?;
    // Lines that run the other way make as little sense from one end as from the other.
    if given.is_clear_of(upside_down) {
        return Ok(None);
    }
    let level = |rotation: PageRotation| Direction { rotation, is_vertical: false };
    let mut others = vec![(level(view.rotation.half_turn()), upside_down)];
    // As few pixels as show most of the text.
    let reduced = reduced(picture);
    let (pixels, width, height) = &reduced;
    let shown = GreyImage { pixels, width: *width, height: *height };
    let factor = picture.width as f32 / *width as f32;
    let mut try_both_ends = |rotation: PageRotation, is_down: bool| {
        let view = find_level_lines(shown, rotation, &find_quickly)?;
        let rotation = view.rotation.for_picture(picture.width, picture.height);
        let sample = scaled(view.sample().to_vec(), factor);
        others.push((level(rotation), score(&sample, false)?));
        others.push((level(rotation.half_turn()), score(&rotate_half_turn(&sample), false)?));
        if is_down {
            others.push((Direction { rotation, is_vertical: true }, score(&sample, true)?));
        }
        Ok::<(), Error>(())
    };
    let identity = PageRotation::identity(*width, *height);
    if !(upside_down.is_sure() && upside_down.is_clear_of(given)) {
        try_both_ends(identity.quarter_turn(), true)?;
    }
    if let Some(angle) = text_angle(shown).filter(|angle| angle.abs() > TUNING.max_skew) {
        try_both_ends(identity.rotated_by(angle), false)?;
    }
    let is_better = |direction: &Direction, other: &Legibility| {
        if direction.is_vertical {
            other.is_vertical_text(given)
        } else {
            other.is_better_than(given)
        }
    };
    let better = others.iter().filter(|(direction, other)| is_better(direction, other));
    let best = better.max_by(|(_, a), (_, b)| a.confidence.total_cmp(&b.confidence));
    Ok(best.map(|(direction, _)| *direction))
}

/// How much sense a sample of lines makes in one direction.
#[derive(Debug, Clone, Copy, Default)]
struct Legibility {
    /// Characters of the lines that are longer than chance makes them.
    characters: usize,
    /// Median confidence of these lines: a single ruling line or picture counts little.
    confidence: f32,
    /// The same of all lines; letters on their side are sure letters all too often.
    confidence_of_all: f32,
}

impl Legibility {
    fn of(lines: &[Line]) -> Self {
        let lines = lines.iter().map(|line| {
            let characters = || line.words.iter().flat_map(letters_and_digits);
            (characters().count(), characters().sum::<f32>() / characters().count().max(1) as f32)
        });
        let all: Vec<(usize, f32)> = lines.collect();
        let is_text = |&(count, mean): &(usize, f32)| {
            count >= TUNING.min_characters && mean >= TUNING.min_line_confidence
        };
        let text: Vec<(usize, f32)> = all.iter().copied().filter(is_text).collect();
        Self {
            characters: text.iter().map(|(count, _)| count).sum(),
            confidence: median_confidence(&text),
            confidence_of_all: median_confidence(&all),
        }
    }

    fn is_sure(self) -> bool {
        self.characters >= TUNING.sure_characters && self.confidence >= TUNING.sure_confidence
    }

    fn is_clear_of(self, other: Self) -> bool {
        self.characters >= TUNING.sure_characters
            && self.confidence >= TUNING.min_confidence
            && self.confidence >= other.confidence + TUNING.clear_lead
    }

    /// Whether these are vertical lines, where level ones are `given`: hardly anything else has Han characters when its
    /// parts are turned.
    fn is_vertical_text(self, given: Self) -> bool {
        self.characters >= TUNING.vertical_characters
            && self.characters > TUNING.fewer_characters * given.characters
            && self.confidence >= TUNING.vertical_confidence
    }

    fn is_better_than(self, given: Self) -> bool {
        // Letters one below the other look like a sure word by chance now and then, but not many.
        if self.characters * TUNING.fewer_characters < given.characters {
            return false;
        }
        if self.is_sure() && given.characters * TUNING.fewer_characters < self.characters {
            return true;
        }
        let least = if self.characters >= TUNING.sure_characters {
            given.confidence + TUNING.lead
        } else {
            given.confidence.max(given.confidence_of_all) + TUNING.lead_few_characters
        };
        self.characters >= TUNING.min_characters
            && self.confidence >= least.max(TUNING.min_confidence)
    }
}

/// The confidences of the characters that have a right way up: the dots of a leader look alike from both ends.
fn letters_and_digits(word: &Word) -> impl Iterator<Item = f32> {
    let characters = word.text.chars().zip(&word.characters);
    characters
        .filter(|(character, _)| character.is_alphanumeric())
        .map(|(_, confidence)| *confidence)
}

/// Median over lines of (characters, confidence); 0 without lines.
fn median_confidence(lines: &[(usize, f32)]) -> f32 {
    let mut means: Vec<f32> = lines.iter().map(|(_, mean)| *mean).collect();
    means.sort_by(f32::total_cmp);
    means.get(means.len() / 2).copied().unwrap_or(0.0)
}

/// The lines found in a rotated picture, in coordinates of the picture, the sample first.
struct View {
    rotation: PageRotation,
    regions: Vec<Region>,
    alternatives: Vec<Region>,
}

impl View {
    fn sample(&self) -> &[Region] {
        &self.regions[..self.regions.len().min(TUNING.sample)]
    }
}

/// The lines of the view that `rotation` gives, or of the one in which they are level.
fn find_level_lines(
    picture: GreyImage<'_>,
    rotation: PageRotation,
    find: impl Fn(GreyImage<'_>) -> Result<FoundRegions, Error>,
) -> Result<View, Error> {
    let find_in = |rotation: &PageRotation| {
        if *rotation == PageRotation::identity(picture.width, picture.height) {
            return find(picture);
        }
        let pixels = picture.rotated(rotation);
        let [width, height] = rotation.size;
        find(GreyImage { pixels: &pixels, width, height })
    };
    let mut rotation = rotation;
    let mut found = find_in(&rotation)?;
    if let Some(skew) = skew(&found.lines).filter(|skew| skew.abs() > TUNING.max_skew) {
        rotation = rotation.rotated_by(skew);
        found = find_in(&rotation)?;
    }
    let to_picture =
        |region: Region| Region { quad: rotation.quad_to_picture(region.quad), ..region };
    let FoundRegions { lines: mut regions, alternatives } = found.map(to_picture);
    regions.sort_by(|a, b| b.length_in_heights().total_cmp(&a.length_in_heights()));
    let step = (regions.len() / 2 / TUNING.sample).max(1);
    for place in 0..TUNING.sample.min(regions.len()) {
        regions.swap(place, place * step);
    }
    Ok(View { rotation, regions, alternatives })
}

/// The angle at which most of the text runs, in radians, if there is one.
fn skew(regions: &[Region]) -> Option<f32> {
    let mut angles: Vec<(f32, f32)> = regions
        .iter()
        .filter(|region| region.length_in_heights() >= TUNING.min_slope_length)
        .map(|region| (region.angle(), region.length_in_heights()))
        .collect();
    angles.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: f32 = angles.iter().map(|(_, length)| length).sum();
    let mut left = total / 2.0;
    let (median, _) = *angles.iter().find(|(_, length)| {
        left -= length;
        left <= 0.0
    })?;
    let agree = angles.iter().filter(|(angle, _)| (angle - median).abs() < TUNING.skew_agreement);
    (agree.map(|(_, length)| length).sum::<f32>() > total / 2.0).then_some(median)
}

/// The same lines, read from their other end, upside down.
fn rotate_half_turn(regions: &[Region]) -> Vec<Region> {
    let rotate = |region: &Region| {
        let [tl, tr, br, bl] = region.quad.0;
        let down = [0, 1].map(|i| TUNING.upside_down_offset * (tl[i] - bl[i]));
        let quad = [br, bl, tl, tr].map(|corner| [corner[0] + down[0], corner[1] + down[1]]);
        Region { quad: Quad(quad), bend: region.bend.reversed(), ..*region }
    };
    regions.iter().map(rotate).collect()
}

#[cfg(test)]
mod tests;
