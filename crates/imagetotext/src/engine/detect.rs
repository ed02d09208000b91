//! Detection: a picture becomes a map of the probability of text.

use imagetotext_nn::{Model, Parallelism};
use zeroize::Zeroizing;

use super::cancel_token::CancelToken;
use super::grey_image::GreyImage;
use crate::Error;
use crate::error::ModelPart;

/// Probability of text on a grid over a picture.
#[derive(Debug)]
pub(super) struct TextMap {
    /// Columns of the grid.
    pub(super) width: usize,
    /// Rows of the grid.
    pub(super) height: usize,
    /// Pixels of the picture per cell, along both axes.
    pub(super) step: [f32; 2],
    /// Probability, 0 to 1, of each cell, row by row.
    pub(super) cells: Zeroizing<Vec<f32>>,
}

/// Tuned numbers of this stage, in pixels. They follow from the network, not from pictures.
struct Tuning {
    /// Width and height of a tile at most: its activations stay under about 150 MB.
    tile: [usize; 2],
    /// What neighbouring tiles share: more than the network sees to each side of a pixel.
    overlap: usize,
    /// Sides of what the network reads are multiples of this: it halves four times, and once more for a
    /// margin.
    multiple: usize,
}

const TUNING: Tuning = Tuning { tile: [1280, 1280], overlap: 128, multiple: 32 };

/// Runs the detection network over the whole picture at its own scale, tile by tile.
pub(super) fn detect(
    network: &dyn Model,
    picture: GreyImage<'_>,
    parallelism: Parallelism<'_>,
    cancel: &CancelToken,
) -> Result<TextMap, Error> {
    let columns = Tiling::new(picture.width, TUNING.tile[0]);
    let rows = Tiling::new(picture.height, TUNING.tile[1]);
    let tile_width = columns.length.next_multiple_of(TUNING.multiple);
    let tile_height = rows.length.next_multiple_of(TUNING.multiple);
    let mut map: Option<TextMap> = None;
    let mut input = Zeroizing::new(vec![0.0; tile_width * tile_height]);
    for &top in &rows.starts {
        for &left in &columns.starts {
            cancel.check()?;
            copy_tile(picture, left, top, tile_width, &mut input);
            let output = network.run(&input, tile_width, parallelism)?;
            let [1, 1, out_height, out_width] = output.shape[..] else { return Err(no_map()) };
            // A map is as large as the tile, or smaller by an integer factor.
            if out_height == 0
                || out_width == 0
                || !tile_height.is_multiple_of(out_height)
                || !tile_width.is_multiple_of(out_width)
            {
                return Err(no_map());
            }
            let step = [tile_width / out_width, tile_height / out_height];
            let map = map.get_or_insert_with(|| TextMap::blank(picture, step));
            let [x, y] = [left / step[0], top / step[1]];
            // The outer half of what tiles share is taken from the other tile.
            let skip_x = if left == 0 { 0 } else { TUNING.overlap / 2 / step[0] };
            let skip_y = if top == 0 { 0 } else { TUNING.overlap / 2 / step[1] };
            for row in skip_y..out_height.min(map.height - y) {
                let end = out_width.min(map.width - x);
                let to = (y + row) * map.width + x;
                let from = row * out_width;
                map.cells[to + skip_x..to + end]
                    .copy_from_slice(&output.values[from + skip_x..from + end]);
            }
        }
    }
    map.ok_or(Error::Internal("the picture has no pixels"))
}

fn no_map() -> Error {
    Error::Model {
        part: ModelPart::Detection,
        reason: "it does not return a map of text".to_owned(),
    }
}

impl TextMap {
    fn blank(picture: GreyImage<'_>, step: [usize; 2]) -> Self {
        let [width, height] = [picture.width.div_ceil(step[0]), picture.height.div_ceil(step[1])];
        let cells = Zeroizing::new(vec![0.0; width * height]);
        Self { width, height, step: step.map(|step| step as f32), cells }
    }
}

/// How one side of a picture is covered by overlapping tiles of equal length.
#[derive(Debug, PartialEq)]
struct Tiling {
    starts: Vec<usize>,
    length: usize,
}

impl Tiling {
    fn new(side: usize, longest: usize) -> Self {
        if side <= longest {
            return Self { starts: vec![0], length: side };
        }
        let count = (side - TUNING.overlap).div_ceil(longest.saturating_sub(TUNING.overlap).max(1));
        // Even starts, so that cells of two pixels of neighbouring tiles fall on each other.
        let stride = (side - TUNING.overlap).div_ceil(count).next_multiple_of(TUNING.multiple);
        let starts = (0..count).map(|i| i * stride).collect();
        Self { starts, length: (stride + TUNING.overlap).min(longest) }
    }
}

/// Copies a tile into `target` as values in [-0.5, 0.5]; outside the picture the edge pixels repeat.
fn copy_tile(picture: GreyImage<'_>, left: usize, top: usize, width: usize, target: &mut [f32]) {
    let inside = width.min(picture.width - left);
    for (row, values) in target.chunks_exact_mut(width).enumerate() {
        let y = (top + row).min(picture.height - 1);
        let start = y * picture.width + left;
        let source = &picture.pixels[start..start + inside];
        for (value, &pixel) in values.iter_mut().zip(source) {
            *value = f32::from(pixel) / 255.0 - 0.5;
        }
        let edge = values[inside - 1];
        values[inside..].fill(edge);
    }
}
