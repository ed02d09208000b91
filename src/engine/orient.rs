//! Which way up a picture is: its lines are found and a few of them read, and only where they make
//! little sense the other directions are tried.

use super::grey::Grey;
use super::regions::Region;
use crate::turn::Turn;
use crate::{Error, Line, Quad};

/// Lines that are read to judge a direction, out of the longer half, which chance resembles least.
const SAMPLE: usize = 8;
/// Confidence, 0 to 1, and number of characters with which a direction needs no rival. Screenshots
/// have 0.98 and more upright, and 0.82 and less upside down or on their side.
const SURE: f32 = 0.9;
const MANY: usize = 16;
/// A rival direction must be surer by this much, where it shows many characters and where it shows
/// few: "OK" upside down is a word as well.
const AHEAD: f32 = 0.06;
const FAR_AHEAD: f32 = 0.15;
/// A rival with fewer characters, or less sure than this, is chance.
const FEW: usize = 3;
const PLAUSIBLE: f32 = 0.75;
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
    let evidence = Evidence::of(&lines);
    if !evidence.is_sure() {
        let aside = level(picture, given.quarter(), glance)?;
        let rivals = [
            (found.turn.half(), read(&turned_over(found.sample()))?),
            (aside.turn, read(aside.sample())?),
            (aside.turn.half(), read(&turned_over(aside.sample()))?),
        ];
        if let Some(turn) = winner(evidence, &rivals) {
            let found = level(picture, turn, &find)?;
            return Ok(Upright { turn: found.turn, lines: Vec::new(), regions: found.regions });
        }
    }
    let rest = found.regions[found.sample().len()..].to_vec();
    Ok(Upright { turn: found.turn, lines, regions: rest })
}

/// The rival that makes more sense than the direction that was given.
fn winner(given: Evidence, rivals: &[(Turn, Vec<Line>)]) -> Option<Turn> {
    let rivals = rivals.iter().map(|(turn, lines)| (turn, Evidence::of(lines)));
    let (turn, _) = rivals
        .filter(|(_, rival)| rival.beats(given))
        .max_by(|(_, a), (_, b)| a.confidence.total_cmp(&b.confidence))?;
    Some(*turn)
}

/// What a sample says about a direction.
#[derive(Debug, Clone, Copy)]
struct Evidence {
    characters: usize,
    /// Of the line in the middle: rules and pictures among the lines count as little as one.
    confidence: f32,
}

impl Evidence {
    fn of(lines: &[Line]) -> Self {
        let lines = lines.iter().map(|line| {
            let characters = || line.words.iter().flat_map(|word| &word.characters);
            (characters().count(), characters().sum::<f32>() / characters().count().max(1) as f32)
        });
        let (counts, mut means): (Vec<usize>, Vec<f32>) = lines.unzip();
        means.sort_by(f32::total_cmp);
        let middle = means.get(means.len() / 2).copied();
        Self { characters: counts.iter().sum(), confidence: middle.unwrap_or(0.0) }
    }

    fn is_sure(self) -> bool {
        self.characters >= MANY && self.confidence >= SURE
    }

    fn beats(self, given: Self) -> bool {
        let ahead = if self.characters >= MANY { AHEAD } else { FAR_AHEAD };
        self.characters >= FEW
            && self.confidence >= PLAUSIBLE
            && self.confidence >= given.confidence + ahead
    }
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
mod tests {
    use super::*;
    use crate::Word;

    fn line(text: &str, confidence: f32) -> Line {
        let quad = Quad::upright(0.0, 0.0, 100.0, 10.0);
        let characters = vec![confidence; text.chars().count()];
        Line { quad, words: vec![Word { text: text.into(), quad, confidence, characters }] }
    }

    /// The direction that is taken, in quarters, when the text makes sense in the given one only,
    /// and how often lines were searched.
    fn taken(lines: impl Fn(usize) -> Vec<Line>) -> (usize, usize) {
        let size = [60_usize, 40];
        let pixels = vec![255; 60 * 40];
        let picture = Grey { pixels: &pixels, width: size[0], height: size[1] };
        let searched = std::cell::Cell::new(0);
        let find = |view: Grey<'_>| {
            searched.set(searched.get() + 1);
            let quad = Quad::upright(5.0, 5.0, view.width as f32 - 5.0, 9.0);
            Ok(vec![Region { quad, height: 4.0 }])
        };
        let quarters = |quad: Quad| {
            let [x, y] = quad.direction();
            [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]]
                .iter()
                .position(|way| way[0] * x + way[1] * y > 0.9)
                .unwrap()
        };
        let read = |regions: &[Region]| {
            Ok(regions.first().map(|it| lines(quarters(it.quad))).unwrap_or_default())
        };
        let upright = upright(picture, find, find, read).unwrap();
        let corner = upright.turn.outward([0.0, 0.0]);
        let [x, y] = upright.turn.outward([1.0, 0.0]);
        let quad = Quad([corner, [x, y], [x, y], corner]);
        (quarters(quad), searched.get())
    }

    #[test]
    fn text_that_makes_sense_is_not_turned_and_costs_nothing() {
        assert_eq!(taken(|_| vec![line("many characters here", 0.95)]), (0, 1));
    }

    #[test]
    fn the_direction_that_makes_sense_is_taken() {
        for way in 1..4 {
            let sense = |at| vec![line("many characters here", if at == way { 0.95 } else { 0.7 })];
            assert_eq!(taken(sense).0, way);
        }
    }

    #[test]
    fn poor_print_is_not_turned() {
        assert_eq!(taken(|at| vec![line("poorly printed text", [0.8, 0.7, 0.84, 0.6][at])]).0, 0);
        assert_eq!(taken(|at| vec![line("nothing of the kind", [0.4, 0.5, 0.5, 0.7][at])]).0, 0);
        assert_eq!(taken(|_| vec![]).0, 0);
    }

    #[test]
    fn few_characters_must_be_far_ahead() {
        assert_eq!(taken(|at| vec![line("NON", [0.8, 0.7, 0.9, 0.6][at])]).0, 0);
        assert_eq!(taken(|at| vec![line("six", [0.6, 0.5, 0.9, 0.6][at])]).0, 2);
        assert_eq!(taken(|at| vec![line("9", [0.6, 0.5, 0.99, 0.6][at])]).0, 0);
    }

    #[test]
    fn lines_askew_are_searched_again_when_level() {
        let sloping = |angle: f32| {
            let (sin, cos) = angle.sin_cos();
            let [along, down] = [[90.0 * cos, 90.0 * sin], [-10.0 * sin, 10.0 * cos]];
            let quad = Quad([[0.0, 0.0], along, [along[0] + down[0], along[1] + down[1]], down]);
            Region { quad, height: 10.0 }
        };
        assert!((skew(&[sloping(0.15), sloping(0.15), sloping(0.0)]).unwrap() - 0.15).abs() < 1e-3);
        assert_eq!(skew(&[sloping(0.15), sloping(0.0), sloping(-0.1)]), None);
        assert_eq!(skew(&[]), None);
    }
}
