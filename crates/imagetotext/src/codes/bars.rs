//! Barcodes by their bars: lines across one cross the same widths, again and again.

use super::ink::{Edges, STEP};
use crate::document::Quad;

/// Fewest edges: the shortest barcodes have more than forty, short ones of Code 39 thirty.
const FEWEST_EDGES: usize = 24;

/// Most edges: a hundred characters of Code 128.
const MOST_EDGES: usize = 700;

/// A light run so many times as wide as the others ends a barcode: the margin is at least seven modules, a
/// run on average 1.8, and in a barcode at most four.
const MARGIN: f32 = 3.2;

/// Fewest lines that agree.
const FEWEST_LINES: usize = 4;

/// How many lines may be missing between two that agree: a scratch, a speck.
const MOST_MISSING: usize = 2;

/// Most barcodes that are looked at.
const MOST: usize = 256;

/// Bars that may be a barcode.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bars {
    /// Where dark and light begin, in turns, on average; along the lines, in pixels.
    pub(super) edges: Vec<f32>,
    /// The first and the last line, across them, in pixels.
    lines: [f32; 2],
    /// Where the first edge is on them.
    starts: [f32; 2],
}

/// Bars that are being followed.
struct Track {
    sum: Vec<f32>,
    last: Vec<u32>,
    count: usize,
    first_line: usize,
    last_line: usize,
    first_start: u32,
}

impl Bars {
    /// Their outline, where lines run to the right; else it is `transposed`.
    pub(super) fn outline(&self) -> Quad {
        let [top, bottom] = self.lines;
        let length = self.length();
        let [upper, lower] = self.starts;
        Quad([[upper, top], [upper + length, top], [lower + length, bottom], [lower, bottom]])
    }

    /// From the first bar to the end of the last, in pixels.
    pub(super) fn length(&self) -> f32 {
        self.edges.last().copied().unwrap_or_default()
            - self.edges.first().copied().unwrap_or_default()
    }
}

/// All bars across these lines, those that most lines cross first.
pub(super) fn find(lines: &Edges) -> Vec<Bars> {
    let mut open: Vec<Track> = Vec::new();
    let mut found: Vec<(usize, Bars)> = Vec::new();
    for (line, edges) in lines.iter().enumerate() {
        let (kept, ended): (Vec<Track>, Vec<Track>) =
            open.into_iter().partition(|track| line - track.last_line <= MOST_MISSING + 1);
        open = kept;
        found.extend(ended.into_iter().filter_map(Track::end));
        for segment in segments(edges) {
            match open.iter_mut().find(|track| track.continues(segment, line)) {
                Some(track) => track.add(segment, line),
                None => open.push(Track::new(segment, line)),
            }
        }
    }
    found.extend(open.into_iter().filter_map(Track::end));
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.truncate(MOST);
    found.into_iter().map(|(_, bars)| bars).collect()
}

impl Track {
    fn new(segment: &[u32], line: usize) -> Self {
        let mut track = Self {
            sum: vec![0.0; segment.len()],
            last: Vec::new(),
            count: 0,
            first_line: line,
            last_line: line,
            first_start: segment[0],
        };
        track.add(segment, line);
        track
    }

    fn add(&mut self, segment: &[u32], line: usize) {
        for (sum, edge) in self.sum.iter_mut().zip(segment) {
            *sum += (edge - segment[0]) as f32;
        }
        self.last.clear();
        self.last.extend(segment);
        self.count += 1;
        self.last_line = line;
    }

    /// Whether this line crosses the same bars. On a slanted barcode they begin elsewhere.
    fn continues(&self, segment: &[u32], line: usize) -> bool {
        let shift = segment[0].abs_diff(self.last[0]) as usize;
        if segment.len() != self.last.len() || shift > (line - self.last_line) * STEP {
            return false;
        }
        let relative = |edges: &[u32], index: usize| edges[index] - edges[0];
        let off: u32 = (0..segment.len())
            .map(|index| relative(segment, index).abs_diff(relative(&self.last, index)))
            .sum();
        // A quarter of a run, on average: half a module.
        let length = relative(segment, segment.len() - 1);
        off <= (length / 4).max(segment.len() as u32 / 2)
    }

    fn end(self) -> Option<(usize, Bars)> {
        if self.count < FEWEST_LINES {
            return None;
        }
        let edges = self.sum.iter().map(|sum| sum / self.count as f32).collect();
        let lines = [self.first_line * STEP, self.last_line * STEP + 1].map(|it| it as f32);
        let starts = [self.first_start, self.last[0]].map(|it| it as f32);
        Some((self.count, Bars { edges, lines, starts }))
    }
}

/// The parts of a line that could cross a barcode, from dark to dark.
fn segments(edges: &[u32]) -> impl Iterator<Item = &[u32]> {
    let mut rest = edges;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (segment, after) = rest.split_at(end_of_segment(rest));
            rest = after;
            if (FEWEST_EDGES..=MOST_EDGES).contains(&segment.len()) {
                return Some(segment);
            }
        }
        None
    })
}

/// After how many edges a light run is too wide.
fn end_of_segment(edges: &[u32]) -> usize {
    for index in (2..edges.len()).step_by(2) {
        let light = (edges[index] - edges[index - 1]) as f32;
        let mean = (edges[index - 1] - edges[0]) as f32 / (index - 1) as f32;
        // The first bars say little about the others.
        let patience = if index < 8 { 2.0 } else { 1.0 };
        if light > (MARGIN * mean * patience).max(4.0) {
            return index;
        }
    }
    edges.len()
}
