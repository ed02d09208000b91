//! Finds long edges: where the tone changes in the same way in one strip after the other.

use super::strips::Strips;

/// Tuned numbers of this stage, on drawn pictures (the tests) and checked on pages of the kinds they draw.
struct Tuning {
    /// Least change of tone, of 255: a hairline of a faint grey that is between two rows of pixels.
    min_contrast: f32,
    /// The same as a multiple of the noise, which changes by more in one of 150 places.
    min_contrast_in_noise: f32,
    /// Strips that an edge may be interrupted for, where another one crosses it.
    max_gap: usize,
    /// Share of its strips in which an edge is seen.
    min_seen: f32,
    /// An edge that is suddenly so many times stronger or weaker is another one.
    max_contrast_ratio: f32,
    /// A tone beside an edge changes when it is another one in the next strip, by this share of the contrast.
    min_change: f32,
    /// Share of its strips in which a tone beside an edge may change: above a row of letters most do, and
    /// where other lines cross it two for each.
    max_changes: f32,
    /// Steepest edge; 5° and what the position of its ends may be wrong by.
    max_slope: f32,
    /// Pixels from a straight line, root mean square, and how much more for each pixel of length: pages are
    /// bent.
    max_bend: [f32; 2],
}

const TUNING: Tuning = Tuning {
    min_contrast: 4.0,
    min_contrast_in_noise: 4.0,
    max_gap: 2,
    min_seen: 0.75,
    max_contrast_ratio: 3.0,
    min_change: 0.5,
    max_changes: 0.35,
    max_slope: 0.1,
    max_bend: [0.7, 0.002],
};

/// A straight edge along the axis of its strips.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    /// Where it begins along the axis, and how far across it, in pixels.
    pub(super) from: [f32; 2],
    pub(super) to: [f32; 2],
    /// How much lighter it is behind the edge than before it, 255 for white behind black.
    pub(super) contrast: f32,
}

/// So many edges are kept; the shorter half goes whenever there are more.
const MAX_EDGES: usize = 16_000;

/// Values that are looked at together: where none differs from the next there is no edge.
const AT_ONCE: usize = 16;

impl Edge {
    pub(super) fn length(&self) -> f32 {
        self.to[0] - self.from[0]
    }

    /// How far across the axis the edge is, at a place along it.
    pub(super) fn at(&self, along: f32) -> f32 {
        let share = (along - self.from[0]) / self.length().max(1.0);
        self.from[1] + (self.to[1] - self.from[1]) * share
    }
}

/// The edges in `strips` that are at least `min_length` pixels long. `noise` is what neighbours differ by
/// anyway.
pub(super) fn find(strips: &Strips, noise: f32, min_length: f32) -> Vec<Edge> {
    let scale = strips.width as f32;
    let contrast = TUNING.min_contrast.max(TUNING.min_contrast_in_noise * noise);
    let threshold = (contrast * scale).min(f32::from(i16::MAX)) as i16;
    let mut search = Search {
        chains: [vec![None; strips.length], vec![None; strips.length]],
        edges: Vec::new(),
        min_strips: (min_length / scale).ceil().max(2.0) as usize,
        width: scale,
    };
    let mut steps = vec![0_i16; strips.length.saturating_sub(1)];
    for (number, strip) in strips.iter().enumerate() {
        for (step, pair) in steps.iter_mut().zip(strip.windows(2)) {
            *step = pair[1].wrapping_sub(pair[0]).cast_signed();
        }
        for (block, some) in steps.chunks(AT_ONCE).enumerate() {
            if some.iter().fold(false, |any, step| any | (step.unsigned_abs() >= threshold as u16))
            {
                for (place, step) in (block * AT_ONCE..).zip(some) {
                    if step.unsigned_abs() >= threshold as u16
                        && let Some(point) = Point::at(&steps, strip, place)
                    {
                        search.add(number as u32, place, point);
                    }
                }
            }
        }
    }
    search.finish()
}

/// Where the tone changes most within one strip.
#[derive(Debug, Clone, Copy)]
struct Point {
    /// Between which values, to a part of a pixel.
    across: f32,
    step: f32,
    /// The tones before and behind, one pixel away.
    sides: [f32; 2],
}

impl Point {
    /// The change from value `place` to the next, if it is larger than those beside it.
    fn at(steps: &[i16], strip: &[u16], place: usize) -> Option<Self> {
        let step = i32::from(steps[place]);
        let sign = step.signum();
        let same_way = |place: Option<usize>| {
            let step = place.and_then(|place| steps.get(place)).map_or(0, |&step| i32::from(step));
            (step * sign).max(0)
        };
        let [before, behind] = [same_way(place.checked_sub(1)), same_way(Some(place + 1))];
        let here = step * sign;
        if here < before || here <= behind {
            return None;
        }
        let off_centre = (behind - before) as f32 / (before + here + behind) as f32;
        let side = |at: usize| f32::from(strip[at.min(strip.len() - 1)]);
        Some(Self {
            across: place as f32 + 1.0 + off_centre,
            step: step as f32,
            sides: [side(place.saturating_sub(1)), side(place + 2)],
        })
    }
}

/// Points of strips that follow each other.
#[derive(Debug, Clone, Copy)]
struct Chain {
    first: u32,
    last: u32,
    count: u32,
    /// Where it begins across the axis; the sums are relative to it and to the first strip.
    begin: f32,
    sum_along: f64,
    sum_across: f64,
    sum_along_squared: f64,
    sum_product: f64,
    sum_across_squared: f64,
    sum_steps: f32,
    changes: u32,
    sides: [f32; 2],
}

impl Chain {
    fn new(strip: u32, point: Point) -> Self {
        Self {
            first: strip,
            last: strip,
            count: 1,
            begin: point.across,
            sum_along: 0.0,
            sum_across: 0.0,
            sum_along_squared: 0.0,
            sum_product: 0.0,
            sum_across_squared: 0.0,
            sum_steps: point.step,
            changes: 0,
            sides: point.sides,
        }
    }

    fn goes_on_with(&self, strip: u32, point: &Point) -> bool {
        let usual = (self.sum_steps / self.count as f32).abs();
        let step = point.step.abs();
        self.last < strip
            && (strip - self.last) as usize <= TUNING.max_gap + 1
            && step <= TUNING.max_contrast_ratio * usual
            && usual <= TUNING.max_contrast_ratio * step
    }

    fn push(&mut self, strip: u32, point: Point) {
        let along = f64::from(strip - self.first);
        let across = f64::from(point.across - self.begin);
        self.last = strip;
        self.count += 1;
        self.sum_along += along;
        self.sum_across += across;
        self.sum_along_squared += along * along;
        self.sum_product += along * across;
        self.sum_across_squared += across * across;
        self.sum_steps += point.step;
        let changes = [0, 1].map(|side| (point.sides[side] - self.sides[side]).abs());
        let least = TUNING.min_change * point.step.abs();
        self.changes += u32::from(changes[0].max(changes[1]) > least);
        self.sides = point.sides;
    }

    fn strips(&self) -> usize {
        (self.last - self.first) as usize + 1
    }

    /// The straight edge through the points, in strips of this width, if they lie on one and the tones
    /// beside it stay the same.
    fn edge(&self, width: f32) -> Option<Edge> {
        let count = f64::from(self.count);
        let (mean_along, mean_across) = (self.sum_along / count, self.sum_across / count);
        let spread = self.sum_along_squared - count * mean_along * mean_along;
        let product = self.sum_product - count * mean_along * mean_across;
        let slope = if spread > 0.0 { product / spread } else { 0.0 };
        let rest = self.sum_across_squared - count * mean_across * mean_across - slope * product;
        let bend = (rest.max(0.0) / count).sqrt() as f32;
        let length = self.strips() as f32 * width;
        let slope_in_pixels = slope as f32 / width;
        if slope_in_pixels.abs() > TUNING.max_slope
            || bend > TUNING.max_bend[0] + TUNING.max_bend[1] * length
            || self.changes as f32 > TUNING.max_changes * self.count as f32
            || (self.count as f32) < TUNING.min_seen * self.strips() as f32
        {
            return None;
        }
        let across = |along: f64| self.begin + (mean_across + slope * (along - mean_along)) as f32;
        let strips = self.strips() as f64;
        let begin = self.first as f32 * width;
        Some(Edge {
            from: [begin, across(-0.5)],
            to: [begin + length, across(strips - 0.5)],
            contrast: self.sum_steps / self.count as f32 / width,
        })
    }
}

/// The chains that may go on, and the edges that they became.
struct Search {
    /// For changes to darker and to lighter tones, by where their last point is across the axis.
    chains: [Vec<Option<Chain>>; 2],
    edges: Vec<Edge>,
    min_strips: usize,
    width: f32,
}

impl Search {
    fn add(&mut self, strip: u32, place: usize, point: Point) {
        let sign = usize::from(point.step > 0.0);
        let nearby = [Some(place), place.checked_sub(1), Some(place + 1)];
        let chain = nearby.into_iter().flatten().find_map(|from| {
            let chain = self.chains[sign].get_mut(from)?;
            chain.take_if(|chain| chain.goes_on_with(strip, &point))
        });
        let chain = match chain {
            Some(mut chain) => {
                chain.push(strip, point);
                chain
            }
            None => Chain::new(strip, point),
        };
        if let Some(before) = self.chains[sign][place].replace(chain) {
            self.end(&before);
        }
    }

    fn end(&mut self, chain: &Chain) {
        if chain.strips() < self.min_strips {
            return;
        }
        self.edges.extend(chain.edge(self.width));
        if self.edges.len() > MAX_EDGES {
            self.edges.sort_by(|a, b| b.length().total_cmp(&a.length()));
            self.edges.truncate(MAX_EDGES / 2);
            let shortest = self.edges.last().map_or(0.0, Edge::length);
            self.min_strips = self.min_strips.max((shortest / self.width) as usize + 1);
        }
    }

    fn finish(mut self) -> Vec<Edge> {
        let chains = std::mem::take(&mut self.chains);
        for chain in chains.iter().flatten().flatten() {
            self.end(chain);
        }
        self.edges
    }
}
