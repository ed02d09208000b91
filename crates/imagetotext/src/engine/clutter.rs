//! Texture that the detector takes for text: halftone, dither, dots, foliage. It is recognised by samples: where
//! none of several lines near each other makes sense, the others there are not read.

use super::regions::Region;
use crate::{Error, Line};

/// Tuned numbers of this stage; on drawn halftones, dither and dots.
struct Tuning {
    /// Height in pixels: lower lines cannot be read.
    min_height: f32,
    /// Lines of a page that are all read; a page of texture has hundreds.
    few: usize,
    /// Parts of the longer side of the picture that are judged one by one.
    parts: usize,
    /// Lines of a part that are read to judge it.
    sample: usize,
    /// Share of the sample that must make sense.
    min_sense: f32,
    /// The nearest lines that decide about one that makes no sense, and how many of them must.
    neighbours: [usize; 2],
    /// Pages of more lines than this are judged by their parts only, for it takes time with their square.
    many: usize,
    /// Confidence, 0 to 1, of a line with letters or digits that makes sense, and of any other.
    confidence: [f32; 2],
}

const TUNING: Tuning = Tuning {
    min_height: 7.0,
    few: 60,
    parts: 10,
    sample: 5,
    min_sense: 0.35,
    neighbours: [6, 2],
    many: 1500,
    confidence: [0.75, 0.96],
};

/// The `regions` without specks: those too low to be read, unless they are few beside larger ones, as dashes
/// and full stops are.
pub(super) fn without_specks(mut regions: Vec<Region>) -> Vec<Region> {
    let is_speck = |region: &Region| region.height < TUNING.min_height;
    if 2 * regions.iter().filter(|region| is_speck(region)).count() > regions.len() {
        regions.retain(|region| !is_speck(region));
    }
    regions
}

/// Reads those of `regions` that are not in clutter; `read` reads some, and `seen` are lines that were read
/// before. Both come back, without what was read in clutter.
pub(super) fn read_outside_clutter(
    regions: &[Region],
    mut seen: Vec<Line>,
    picture: [usize; 2],
    read: impl Fn(&[Region]) -> Result<Vec<Line>, Error>,
) -> Result<Vec<Line>, Error> {
    if regions.len() <= TUNING.few {
        seen.extend(read(regions)?);
        return Ok(without_lone_scraps(seen));
    }
    let side = picture[0].max(picture[1]).max(1) as f32 / TUNING.parts as f32;
    let part = |[x, y]: [f32; 2]| {
        let [column, row] = [x, y].map(|at| (at / side).max(0.0) as usize);
        column.min(TUNING.parts - 1) + TUNING.parts * row.min(TUNING.parts - 1)
    };
    let part_of_line =
        |line: &Line| part(crate::document::middle(line.quad.start(), line.quad.end()));
    let mut parts: Vec<Vec<Region>> = vec![Vec::new(); TUNING.parts * TUNING.parts];
    for region in regions {
        parts[part(region.middle())].push(*region);
    }
    let mut samples = Vec::new();
    for regions in &mut parts {
        // The longest, which chance resembles least.
        regions.sort_by(|a, b| b.length_in_heights().total_cmp(&a.length_in_heights()));
        let rest = regions.split_off(regions.len().min(TUNING.sample));
        samples.append(&mut std::mem::replace(regions, rest));
    }
    let counts = counted(&samples.iter().map(|it| part(it.middle())).collect::<Vec<_>>());
    let mut lines = read(&samples)?;
    let sensible: Vec<usize> =
        lines.iter().filter(|line| makes_sense(line)).map(part_of_line).collect();
    let sensible = counted(&sensible);
    let is_clutter = |part: usize| {
        counts[part] >= TUNING.sample
            && (sensible[part] as f32) < TUNING.min_sense * counts[part] as f32
    };
    let rest = parts.into_iter().enumerate().filter(|(part, _)| !is_clutter(*part));
    let rest: Vec<Region> = rest.flat_map(|(_, regions)| regions).collect();
    lines.extend(read(&rest)?);
    lines.append(&mut seen);
    lines.retain(|line| !is_clutter(part_of_line(line)) || makes_sense(line));
    Ok(without_lone_scraps(lines))
}

/// The `lines` without those that make no sense among others that make none either.
fn without_lone_scraps(lines: Vec<Line>) -> Vec<Line> {
    let [count, least] = TUNING.neighbours;
    if lines.len() <= count || lines.len() > TUNING.many {
        return lines;
    }
    let middles: Vec<[f32; 2]> = lines
        .iter()
        .map(|line| crate::document::middle(line.quad.start(), line.quad.end()))
        .collect();
    let sense: Vec<bool> = lines.iter().map(makes_sense).collect();
    let stays = |index: usize| {
        let [x, y] = middles[index];
        let mut others: Vec<(f32, bool)> = middles
            .iter()
            .zip(&sense)
            .map(|([a, b], &sense)| ((a - x).hypot(b - y), sense))
            .collect();
        others.select_nth_unstable_by(count, |a, b| a.0.total_cmp(&b.0));
        others[..=count].iter().filter(|(_, sense)| *sense).count() >= least
    };
    let kept: Vec<bool> = (0..lines.len()).map(|index| sense[index] || stays(index)).collect();
    lines.into_iter().zip(kept).filter_map(|(line, kept)| kept.then_some(line)).collect()
}

/// How often each part occurs.
fn counted(parts: &[usize]) -> Vec<usize> {
    let mut counts = vec![0; TUNING.parts * TUNING.parts];
    parts.iter().for_each(|&part| counts[part] += 1);
    counts
}

fn makes_sense(line: &Line) -> bool {
    let confidences = || line.words.iter().flat_map(|word| &word.characters);
    let mean = confidences().sum::<f32>() / confidences().count().max(1) as f32;
    let mut characters = line.words.iter().flat_map(|word| word.text.chars());
    let [with_letters, others] = TUNING.confidence;
    mean >= if characters.any(char::is_alphanumeric) { with_letters } else { others }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::{Quad, Word};

    fn region(left: f32, top: f32, height: f32) -> Region {
        Region { quad: Quad::upright(left, top, left + 40.0, top + height), height }
    }

    /// Four hundred lines in a picture of 1000 × 1000 pixels: what is left of them, and how many were read.
    fn read(text: impl Fn([f32; 2]) -> (&'static str, f32)) -> (usize, usize) {
        let regions: Vec<Region> = (0..400)
            .map(|place| region((place % 20 * 50) as f32, (place / 20 * 50) as f32, 10.0))
            .collect();
        let count = Cell::new(0);
        let read = |regions: &[Region]| {
            count.set(count.get() + regions.len());
            let line = |region: &Region| {
                let (text, confidence) = text(region.middle());
                let characters = vec![confidence; text.chars().count()];
                Line::new(region.quad, vec![Word::new(text, region.quad, characters)])
            };
            Ok(regions.iter().map(line).collect())
        };
        let lines = read_outside_clutter(&regions, Vec::new(), [1000, 1000], read).unwrap();
        (lines.len(), count.get())
    }

    #[test]
    fn text_is_read() {
        assert_eq!(read(|_| ("text", 0.9)), (400, 400));
        assert_eq!(read(|_| ("—", 0.99)), (400, 400));
    }

    #[test]
    fn texture_is_not() {
        let (kept, read) = read(|_| ("*.*", 0.8));
        assert_eq!(kept, 0);
        assert!(read <= 400);
    }

    #[test]
    fn scraps_among_scraps_go_and_doubtful_lines_beside_text_stay() {
        let line = |place: usize, (text, confidence): (&str, f32)| {
            let quad = region(0.0, 20.0 * place as f32, 14.0).quad;
            Line::new(quad, vec![Word::new(text, quad, vec![confidence; text.chars().count()])])
        };
        let page = |lines: &[(&str, f32)]| {
            let lines = lines.iter().enumerate().map(|(place, text)| line(place, *text)).collect();
            without_lone_scraps(lines).len()
        };
        assert_eq!(page(&[("e;", 0.6); 9]), 0);
        let mut lines = [("text", 0.9); 9];
        lines[4] = ("poor", 0.6);
        assert_eq!(page(&lines), 9);
    }

    #[test]
    fn specks_go_unless_they_are_beside_text() {
        let specks = |count: usize| (0..count).map(|place| region(place as f32 * 50.0, 0.0, 4.0));
        let texts = || (0..5).map(|place| region(0.0, 20.0 * place as f32, 14.0));
        assert_eq!(without_specks(specks(3).chain(texts()).collect()).len(), 8);
        assert_eq!(without_specks(specks(50).chain(texts()).collect()).len(), 5);
        assert!(without_specks(specks(2).collect()).is_empty());
    }
}
