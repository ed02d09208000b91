//! Text that is as bright as what is behind it, such as red on green: nothing of it is in a grey picture. Its colours
//! make another one, in which it has contrast.

use zeroize::Zeroizing;

use super::alternatives::{keep_most_legible, legibility};
use super::grey_image::GreyImage;
use super::options::ReadOptions;
use super::{Engine, FoundLines};
use crate::document::middle;
use crate::{Error, Line, Picture};

/// Tuned numbers of this stage. Of the public pictures none has so many hidden edges, and of the real ones one.
struct Tuning {
    /// Samples of a picture at most; a larger one is sampled more coarsely.
    max_samples: usize,
    /// Samples between two that are compared, as an edge is two or three pixels wide.
    reach: usize,
    /// Least difference of colour at an edge, of 255.
    min_colour: i32,
    /// How many times as large as that of brightness it is at a hidden edge.
    ratio: i32,
    /// Difference of brightness at an edge that is not hidden, of 255.
    visible: i32,
    /// Side of the tiles in which edges are counted, in samples.
    tile: usize,
    /// Hidden edges of a tile with hidden text at least, and how many times those that are not.
    min_edges: [u32; 2],
    /// Such tiles of a picture at least.
    min_tiles: usize,
    /// Contrast that the usual hidden edge gets, of 255.
    contrast: f32,
}

const TUNING: Tuning = Tuning {
    max_samples: 2_000_000,
    reach: 2,
    min_colour: 48,
    ratio: 8,
    visible: 24,
    tile: 16,
    min_edges: [16, 2],
    min_tiles: 3,
    contrast: 160.0,
};

impl Engine {
    /// The lines of `grey`, the brightness of `picture`, and those that only its colours show.
    ///
    /// # Errors
    /// Those of reading a picture.
    pub(super) fn read_in_contrast(
        &self,
        picture: &Picture,
        grey: GreyImage<'_>,
        options: &ReadOptions<'_>,
    ) -> Result<FoundLines, Error> {
        let found = self.read_lines(grey, options)?;
        let Some(pixels) = with_hidden_contrast(picture, grey) else { return Ok(found) };
        let hidden = self.read_lines(GreyImage { pixels: &pixels, ..grey }, options)?;
        let detect = found.detect + hidden.detect;
        if found.lines.is_empty() {
            return Ok(FoundLines { detect, ..hidden });
        }
        // What brightness shows as well, it shows better.
        let (seen, scraps): (Vec<Line>, Vec<Line>) =
            found.lines.into_iter().partition(|line| legibility(line) > 0.0);
        let mut more = hidden.lines;
        more.retain(|line| {
            let middle = middle(line.quad.start(), line.quad.end());
            !seen.iter().any(|seen| seen.quad.contains(middle))
        });
        let lines = [seen, keep_most_legible(scraps, more)].concat();
        Ok(FoundLines { lines, detect, ..found })
    }
}

/// A picture in grey in which text has contrast that has none in `luma`, the brightness of `picture`; `None` where there
/// is no such text.
fn with_hidden_contrast(picture: &Picture, luma: GreyImage<'_>) -> Option<Zeroizing<Vec<u8>>> {
    let edges = HiddenEdges::find(picture, luma)?;
    let [along_red, along_blue] = edges.axis();
    let project = |[red, blue]: [f32; 2]| along_red * red + along_blue * blue;
    let gain = TUNING.contrast / edges.mean_length().max(1.0);
    let middle = project(edges.mean);
    let pixels = picture.rgb().chunks_exact(3).zip(luma.pixels).map(|(rgb, &luma)| {
        let place = project(chroma(rgb, luma).map(|it| it as f32));
        (127.5 + gain * (place - middle)).clamp(0.0, 255.0) as u8
    });
    let mut grey = Zeroizing::new(Vec::with_capacity(luma.pixels.len()));
    grey.extend(pixels);
    Some(grey)
}

/// How much more red and blue than grey a pixel has, each -255 to 255.
fn chroma(rgb: &[u8], luma: u8) -> [i32; 2] {
    [rgb[0], rgb[2]].map(|it| i32::from(it) - i32::from(luma))
}

/// The edges of colour of a picture that are none of brightness.
#[derive(Default)]
struct HiddenEdges {
    count: f32,
    /// Mean of the colours on both sides, as [`chroma`].
    mean: [f32; 2],
    /// Sums of the products of their differences: red with red, red with blue, blue with blue.
    products: [f32; 3],
}

impl HiddenEdges {
    /// Those in tiles that have hardly others; `None` where there is no text of them.
    fn find(picture: &Picture, luma: GreyImage<'_>) -> Option<Self> {
        let pixels = luma.width * luma.height;
        let step = ((pixels as f32 / TUNING.max_samples as f32).sqrt().ceil() as usize).max(1);
        let side = TUNING.tile * step;
        let mut all = Self::default();
        let mut tiles = 0;
        for top in (0..luma.height).step_by(side) {
            for left in (0..luma.width).step_by(side) {
                let tile = Self::in_tile(picture, luma, [left, top], step);
                if let Some(tile) = tile {
                    tiles += 1;
                    all.add(&tile);
                }
            }
        }
        all.mean = all.mean.map(|sum| sum / all.count.max(1.0));
        (tiles >= TUNING.min_tiles).then_some(all)
    }

    /// Those of one tile, if it has enough, with the sum in place of the mean.
    fn in_tile(
        picture: &Picture,
        luma: GreyImage<'_>,
        [left, top]: [usize; 2],
        step: usize,
    ) -> Option<Self> {
        let reach = TUNING.reach * step;
        let colour = |at: usize| chroma(&picture.rgb()[3 * at..], luma.pixels[at]);
        let mut edges = Self::default();
        let (mut hidden, mut visible) = (0, 0);
        let end = |from: usize, all: usize| (from + TUNING.tile * step).min(all);
        for y in (top..end(top, luma.height)).step_by(step) {
            for x in (left..end(left, luma.width)).step_by(step) {
                let at = y * luma.width + x;
                let here = colour(at);
                let right = (x + reach < luma.width).then_some(at + reach);
                let below = (y + reach < luma.height).then_some(at + reach * luma.width);
                for other in [right, below].into_iter().flatten() {
                    let brightness =
                        (i32::from(luma.pixels[at]) - i32::from(luma.pixels[other])).abs();
                    visible += u32::from(brightness >= TUNING.visible);
                    let there = colour(other);
                    let difference = [here[0] - there[0], here[1] - there[1]];
                    let length = difference[0].abs().max(difference[1].abs());
                    if length >= TUNING.min_colour && length >= TUNING.ratio * brightness {
                        hidden += 1;
                        edges.add_edge(here, there);
                    }
                }
            }
        }
        let [least, times] = TUNING.min_edges;
        (hidden >= least && hidden > times * visible).then_some(edges)
    }

    fn add_edge(&mut self, here: [i32; 2], there: [i32; 2]) {
        let [red, blue] = [0, 1].map(|it| (here[it] - there[it]) as f32);
        let middle = [0, 1].map(|it| (here[it] + there[it]) as f32 / 2.0);
        let products = [red * red, red * blue, blue * blue];
        self.add(&Self { count: 1.0, mean: middle, products });
    }

    fn add(&mut self, other: &Self) {
        self.count += other.count;
        for (ours, theirs) in self.mean.iter_mut().zip(other.mean) {
            *ours += theirs;
        }
        for (ours, theirs) in self.products.iter_mut().zip(other.products) {
            *ours += theirs;
        }
    }

    /// The direction in which the colours differ most, of length one.
    fn axis(&self) -> [f32; 2] {
        let [red, both, blue] = self.products;
        let angle = (2.0 * both).atan2(red - blue) / 2.0;
        [angle.cos(), angle.sin()]
    }

    /// The usual difference along the axis.
    fn mean_length(&self) -> f32 {
        let [red, both, blue] = self.products;
        let [x, y] = self.axis();
        let variance = (x * x * red + 2.0 * x * y * both + y * y * blue) / self.count.max(1.0);
        variance.max(0.0).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::luma_of;

    const RED: [u8; 3] = [200, 60, 60];
    /// As bright as [`RED`].
    const GREEN: [u8; 3] = [60, 132, 60];

    /// Upright bars, four pixels wide, of two colours.
    fn bars(colours: [[u8; 3]; 2]) -> Picture {
        let pixels = (0..64 * 96).flat_map(|at| colours[at % 96 / 4 % 2]);
        Picture::from_rgb(96, 64, pixels.collect()).unwrap()
    }

    fn with_contrast(colours: [[u8; 3]; 2]) -> Option<Vec<u8>> {
        let picture = bars(colours);
        let luma = picture.luma();
        let grey = with_hidden_contrast(&picture, luma_of(&picture, &luma));
        grey.map(|grey| grey.to_vec())
    }

    #[test]
    fn colours_of_the_same_brightness_get_contrast() {
        let grey = with_contrast([RED, GREEN]).unwrap();
        assert!(grey[0].abs_diff(grey[4]) > 120, "{} and {}", grey[0], grey[4]);
        assert_eq!((grey[0], grey[4]), (grey[8], grey[12]));
    }

    #[test]
    fn what_differs_in_brightness_stays_as_it_is() {
        assert_eq!(with_contrast([RED, [255; 3]]), None);
        assert_eq!(with_contrast([[0; 3], [255; 3]]), None);
        assert_eq!(with_contrast([RED, RED]), None);
    }

    #[test]
    fn pictures_of_any_size_are_searched() {
        for (width, height) in [(1, 1), (1, 70), (70, 1), (17, 33)] {
            let rgb = (0..3 * width * height).map(|at| (at * 89 % 251) as u8).collect();
            let picture = Picture::from_rgb(width, height, rgb).unwrap();
            let luma = picture.luma();
            let grey = with_hidden_contrast(&picture, luma_of(&picture, &luma));
            assert!(grey.is_none_or(|grey| grey.len() == (width * height) as usize));
        }
    }
}
