//! Which way up a picture is: its lines are found and a few of them read, and only where they make
//! little sense the other directions are tried.

use super::grey::Grey;
use super::regions::Region;
use crate::rotation::Turn;
use crate::{Error, Line, Quad};

/// Lines that are read to judge a direction, out of the longer half, which chance resembles least.
const SAMPLE: usize = 8;
/// Confidence, 0 to 1, and number of characters with which a direction needs no rival. Screenshots
/// have 0.98 and more upright, and 0.82 and less upside down or on their side; receipts upside down
/// reach 0.9, for digits and capitals resemble others.
const SURE: f32 = 0.95;
const MANY: usize = 16;
/// What runs along the lines is as far ahead of its opposite as this, even in poor print; of two
/// directions across them neither is.
const CLEAR: f32 = 0.12;
/// A rival direction must be surer by this much, where it shows many characters and where it shows
/// few: "OK" upside down is a word as well.
const AHEAD: f32 = 0.06;
const FAR_AHEAD: f32 = 0.15;
/// A direction that shows so many times fewer characters than another one is not that of the text.
const FEWER: usize = 3;
/// Lines with fewer characters, and directions less sure than this, are chance.
const FEW: usize = 3;
/// Lines less sure than this are no text whichever way they are read: rules, shadows, stamps.
const NO_TEXT: f32 = 0.5;
const PLAUSIBLE: f32 = 0.78;
/// Lines that are upside down are found this much of their height too high, seen the right way up. Of
/// 0, 0.05, 0.10 and 0.15 the middle ones let poor receipts be read best.
const LIFTED: f32 = 0.08;
/// Lines that slope by more than this, about four degrees, are found better when they are level.
const ASKEW: f32 = 0.07;
/// Least length in line heights from which the slope of a line means something.
const LONG: f32 = 4.0;
/// What runs within this angle of the usual direction agrees with it.
const AGREES: f32 = 0.04;

/// A picture set upright, its lines in the coordinates of the picture as it was given.
#[derive(Debug)]
pub(super) struct Upright {
    pub(super) turn: Turn,
    /// Lines that were read on the way.
    pub(super) lines: Vec<Line>,
    /// The others.
    pub(super) regions: Vec<Region>,
}

/// Finds the lines of `picture`, whichever way they run: `find` finds level ones from left to right,
/// `glance` the most of them in little time, `read` reads some.
pub(super) fn upright(
    picture: Grey<'_>,
    find: impl Fn(Grey<'_>) -> Result<Vec<Region>, Error>,
    glance: impl Fn(Grey<'_>) -> Result<Vec<Region>, Error>,
    read: impl Fn(&[Region]) -> Result<Vec<Line>, Error>,
) -> Result<Upright, Error> {
    let given = Turn::none(picture.width, picture.height);
    let found = level(picture, given, &find)?;
    let lines = read(found.sample())?;
    let judge = |regions: &[Region]| read(regions).map(|lines| Evidence::of(&lines));
    if let Some(turn) = rival(picture, &found, Evidence::of(&lines), glance, judge)? {
        let found = level(picture, turn, &find)?;
        return Ok(Upright { turn: found.turn, lines: Vec::new(), regions: found.regions });
    }
    let rest = found.regions[found.sample().len()..].to_vec();
    Ok(Upright { turn: found.turn, lines, regions: rest })
}

/// The direction that makes more sense than the one that was given, if there is one.
fn rival(
    picture: Grey<'_>,
    found: &View,
    given: Evidence,
    glance: impl Fn(Grey<'_>) -> Result<Vec<Region>, Error>,
    judge: impl Fn(&[Region]) -> Result<Evidence, Error>,
) -> Result<Option<Turn>, Error> {
    if given.is_sure() {
        return Ok(None);
    }
    let over = judge(&turned_over(found.sample()))?;
    // Lines that run the other way make as little sense from one end as from the other.
    if given.is_clear_of(over) {
        return Ok(None);
    }
    let mut rivals = vec![(found.turn.half(), over)];
    if !(over.is_sure() && over.is_clear_of(given)) {
        let aside = level(picture, Turn::none(picture.width, picture.height).quarter(), glance)?;
        rivals.push((aside.turn, judge(aside.sample())?));
        rivals.push((aside.turn.half(), judge(&turned_over(aside.sample()))?));
    }
    let ahead = rivals.iter().filter(|(_, rival)| rival.beats(given));
    let best = ahead.max_by(|(_, a), (_, b)| a.confidence.total_cmp(&b.confidence));
    Ok(best.map(|(turn, _)| *turn))
}

/// What a sample says about a direction.
#[derive(Debug, Clone, Copy)]
struct Evidence {
    /// Of the lines that are longer than chance makes them.
    characters: usize,
    /// Of the one in the middle of these lines: rules and pictures count as little as one.
    confidence: f32,
    /// The same of all lines; letters on their side are sure letters all too often.
    any: f32,
}

impl Evidence {
    fn of(lines: &[Line]) -> Self {
        let lines = lines.iter().map(|line| {
            let characters = || line.words.iter().flat_map(|word| &word.characters);
            (characters().count(), characters().sum::<f32>() / characters().count().max(1) as f32)
        });
        let all: Vec<(usize, f32)> = lines.collect();
        let is_text = |&(count, mean): &(usize, f32)| count >= FEW && mean >= NO_TEXT;
        let long: Vec<(usize, f32)> = all.iter().copied().filter(is_text).collect();
        Self {
            characters: long.iter().map(|(count, _)| count).sum(),
            confidence: middle(&long),
            any: middle(&all),
        }
    }

    fn is_sure(self) -> bool {
        self.characters >= MANY && self.confidence >= SURE
    }

    fn is_clear_of(self, other: Self) -> bool {
        self.characters >= MANY
            && self.confidence >= PLAUSIBLE
            && self.confidence >= other.confidence + CLEAR
    }

    fn beats(self, given: Self) -> bool {
        // Letters one below the other make a sure word of chance now and then, but not many.
        if self.characters * FEWER < given.characters {
            return false;
        }
        if self.is_sure() && given.characters * FEWER < self.characters {
            return true;
        }
        let least = if self.characters >= MANY {
            given.confidence + AHEAD
        } else {
            given.confidence.max(given.any) + FAR_AHEAD
        };
        self.characters >= FEW && self.confidence >= least.max(PLAUSIBLE)
    }
}

/// Confidence of the line in the middle; 0 without lines.
fn middle(lines: &[(usize, f32)]) -> f32 {
    let mut means: Vec<f32> = lines.iter().map(|(_, mean)| *mean).collect();
    means.sort_by(f32::total_cmp);
    means.get(means.len() / 2).copied().unwrap_or(0.0)
}

/// The lines found in a picture that was turned, in coordinates of the picture, the sample first.
struct View {
    turn: Turn,
    regions: Vec<Region>,
}

impl View {
    fn sample(&self) -> &[Region] {
        &self.regions[..self.regions.len().min(SAMPLE)]
    }
}

/// The lines of the view that `turn` gives, or of the one where they are level.
fn level(
    picture: Grey<'_>,
    turn: Turn,
    find: impl Fn(Grey<'_>) -> Result<Vec<Region>, Error>,
) -> Result<View, Error> {
    let look = |turn: &Turn| {
        if *turn == Turn::none(picture.width, picture.height) {
            return find(picture);
        }
        let pixels = picture.turned(turn);
        find(Grey { pixels: &pixels, width: turn.size[0], height: turn.size[1] })
    };
    let mut turn = turn;
    let mut regions = look(&turn)?;
    if let Some(skew) = skew(&regions).filter(|skew| skew.abs() > ASKEW) {
        turn = turn.further(skew);
        regions = look(&turn)?;
    }
    for region in &mut regions {
        region.quad = turn.quad_outward(region.quad);
    }
    regions.sort_by(|a, b| b.work().total_cmp(&a.work()));
    let step = (regions.len() / 2 / SAMPLE).max(1);
    for place in 0..SAMPLE.min(regions.len()) {
        regions.swap(place, place * step);
    }
    Ok(View { turn, regions })
}

/// The angle at which most of the text runs, in radians, if there is one.
fn skew(regions: &[Region]) -> Option<f32> {
    let mut angles: Vec<(f32, f32)> = regions
        .iter()
        .filter(|region| region.work() >= LONG)
        .map(|region| (region.angle(), region.work()))
        .collect();
    angles.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: f32 = angles.iter().map(|(_, work)| work).sum();
    let mut left = all / 2.0;
    let (usual, _) = *angles.iter().find(|(_, work)| {
        left -= work;
        left <= 0.0
    })?;
    let agree = angles.iter().filter(|(angle, _)| (angle - usual).abs() < AGREES);
    (agree.map(|(_, work)| work).sum::<f32>() > all / 2.0).then_some(usual)
}

/// The same lines, read from their other end and from the other side.
fn turned_over(regions: &[Region]) -> Vec<Region> {
    let over = |region: &Region| {
        let [tl, tr, br, bl] = region.quad.0;
        let down = [LIFTED * (tl[0] - bl[0]), LIFTED * (tl[1] - bl[1])];
        let quad = [br, bl, tl, tr].map(|corner| [corner[0] + down[0], corner[1] + down[1]]);
        Region { quad: Quad(quad), ..*region }
    };
    regions.iter().map(over).collect()
}

#[cfg(test)]
mod tests;
