//! Orientation of a page: its lines are found and a few of them read; only where these make little sense
//! are the other directions tried, and vertical lines of Chinese, Japanese or Korean.

mod legibility;

use super::grey_image::GreyImage;
use super::regions::{FoundRegions, Region};
use super::scale::{reduced, scaled};
use super::script::is_cjk_letter;
use super::text_angle::text_angle;
use super::vertical_columns::whole_columns;
use crate::rotation::PageRotation;
use crate::{Error, Line, Quad};
use legibility::Legibility;

/// Tuned numbers of this stage; on the public pictures as they are and rotated by 90, 180 and 270
/// degrees (`models/training/LOG.md`, 2026-11-24 and 25). Confidences are 0 to 1.
struct Tuning {
    /// Lines that are read to judge a direction, out of the longer half, which chance resembles least.
    sample: usize,
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
    // A vertical line shows one character to each row.
    let is_maybe_vertical = given.characters == 0
        || lines.iter().flat_map(|it| &it.words).any(|word| word.text.contains(is_cjk_letter));
    // Hardly anything is more legible then, so recognisers of other scripts would be loaded for nothing.
    let sample_reading =
        if given.has_sure_letters() { SampleReading::Latin } else { SampleReading::AnyScript };
    let score = |regions: &[Region]| Ok(Legibility::of(&read(regions, sample_reading)?));
    let score_vertical = |rotation: PageRotation, regions: &[Region]| {
        if !is_maybe_vertical {
            return Ok(Legibility::default());
        }
        let columns = whole_columns(picture, rotation, regions);
        Ok(Legibility::of_vertical(read(&columns, SampleReading::Vertical)?))
    };
    let better = better_direction(picture, &view, given, find_quickly, score, score_vertical)?;
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

/// How text may run on a page.
#[derive(Debug, Clone, Copy)]
struct Direction {
    rotation: PageRotation,
    is_vertical: bool,
}

/// The direction that is more legible than the one that was given, if there is one; `score` says how legible some lines
/// are, `score_vertical` how legible those are of which some regions are pieces, level in a view.
fn better_direction(
    picture: GreyImage<'_>,
    view: &View,
    given: Legibility,
    find_quickly: impl Fn(GreyImage<'_>) -> Result<FoundRegions, Error>,
    score: impl Fn(&[Region]) -> Result<Legibility, Error>,
    score_vertical: impl Fn(PageRotation, &[Region]) -> Result<Legibility, Error>,
) -> Result<Option<Direction>, Error> {
    // Lines on their side are none to the detector, so a page without lines may be full of them.
    if given.is_sure() {
        return Ok(None);
    }
    let upside_down = score(&rotate_half_turn(view.sample()))?;
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
        others.push((level(rotation), score(&sample)?));
        others.push((level(rotation.half_turn()), score(&rotate_half_turn(&sample))?));
        if is_down {
            others.push((
                Direction { rotation, is_vertical: true },
                score_vertical(rotation, &sample)?,
            ));
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
