//! Photographs, drawings, screened pictures: regions with much detail that is no text.

use super::strips::{Axis, Strips};
use super::text_ink::TextInk;
use super::{Graphics, Rule};
use crate::document::Bounds;
use crate::engine::GreyImage;

/// Tuned numbers of this stage, on drawn pictures (the tests) and checked on pages with photographs.
struct Tuning {
    /// Neighbours that differ by more than this, of 255 a pixel, are detail: more than a shade of a button.
    min_step: f32,
    /// The same as a multiple of the noise.
    min_step_in_noise: f32,
    /// Share of the places of a tile that have detail, of a tile in a figure. A grid of lines ten pixels
    /// apart has a fifth.
    min_detail: f32,
    /// Share of the tiles of a figure that are not text, and of those that have detail.
    max_text: f32,
    min_filled: f32,
    /// Least height and width, in heights of the usual text.
    min_side: f32,
}

const TUNING: Tuning = Tuning {
    min_step: 1.0,
    min_step_in_noise: 2.5,
    min_detail: 0.25,
    max_text: 0.4,
    min_filled: 0.3,
    min_side: 4.0,
};

/// Side of a tile in pixels.
const TILE: usize = 16;

/// How many places with detail each tile of a picture has, seen along both axes.
#[derive(Debug)]
pub(super) struct DetailMap {
    columns: usize,
    rows: usize,
    /// Tile by tile.
    detail: Vec<u32>,
    /// Places in a tile.
    places: usize,
}

impl DetailMap {
    pub(super) fn new(picture: GreyImage<'_>) -> Self {
        let [columns, rows] = [picture.width, picture.height].map(|side| side.div_ceil(TILE));
        Self { columns, rows, detail: vec![0; columns * rows], places: 0 }
    }

    /// Adds the detail along an axis.
    pub(super) fn add(&mut self, strips: &Strips, noise: f32) {
        let step = TUNING.min_step.max(TUNING.min_step_in_noise * noise);
        let step = (step * strips.width as f32) as u16;
        self.places += TILE * TILE / strips.width;
        for (number, strip) in strips.iter().enumerate() {
            let along = number * strips.width / TILE;
            for (across, tile) in strip.chunks(TILE).enumerate() {
                let count: u16 =
                    tile.windows(2).map(|pair| u16::from(pair[0].abs_diff(pair[1]) > step)).sum();
                let at = match strips.axis {
                    Axis::Horizontal => across * self.columns + along,
                    Axis::Vertical => along * self.columns + across,
                };
                self.detail[at] += u32::from(count);
            }
        }
    }

    /// The regions of tiles with detail, from the largest to the smallest.
    pub(super) fn figures(&self, text: &TextInk) -> Vec<Bounds> {
        let is_text = self.tiles_of_text(text);
        let min_detail = TUNING.min_detail * self.places as f32;
        let has_detail = |tile: usize| !is_text[tile] && self.detail[tile] as f32 >= min_detail;
        let mut region_of = vec![false; self.detail.len()];
        let mut figures = Vec::new();
        for first in 0..self.detail.len() {
            if region_of[first] || !has_detail(first) {
                continue;
            }
            let mut region = Region::new(first, self.columns);
            region_of[first] = true;
            let mut open = vec![first];
            while let Some(tile) = open.pop() {
                region.add(tile, self.columns);
                for next in self.around(tile) {
                    if !region_of[next] && has_detail(next) {
                        region_of[next] = true;
                        open.push(next);
                    }
                }
            }
            if region.is_figure(&is_text, self.columns, text.height) {
                figures.push(region.bounds());
            }
        }
        let area = |it: &Bounds| (it.right - it.left) * (it.bottom - it.top);
        figures.sort_by(|a, b| area(b).total_cmp(&area(a)));
        figures.truncate(Graphics::MAX_FIGURES);
        figures
    }

    /// Tiles within two of `tile`, so that a smooth place does not divide a photograph.
    fn around(&self, tile: usize) -> impl Iterator<Item = usize> + use<> {
        const REACH: usize = 2;
        let (columns, rows) = (self.columns, self.rows);
        let (column, row) = (tile % columns, tile / columns);
        let rows = row.saturating_sub(REACH)..(row + REACH + 1).min(rows);
        rows.flat_map(move |row| {
            let columns_near = column.saturating_sub(REACH)..(column + REACH + 1).min(columns);
            columns_near.map(move |column| row * columns + column)
        })
    }

    fn tiles_of_text(&self, text: &TextInk) -> Vec<bool> {
        let mut is_text = vec![false; self.detail.len()];
        for quad in text.quads() {
            let bounds = quad.bounds();
            let tile =
                |value: f32, last: usize| ((value / TILE as f32).max(0.0) as usize).min(last);
            let [left, right] = [bounds.left, bounds.right].map(|x| tile(x, self.columns));
            let [top, bottom] = [bounds.top, bounds.bottom].map(|y| tile(y, self.rows));
            for row in top..(bottom + 1).min(self.rows) {
                is_text[row * self.columns..][left..(right + 1).min(self.columns)].fill(true);
            }
        }
        is_text
    }
}

/// Whether a rule is inside a figure.
pub(super) fn holds(figure: &Bounds, rule: &Rule) -> bool {
    let by = TILE as f32 / 2.0;
    [rule.from, rule.to].iter().all(|&[x, y]| {
        (figure.left - by..=figure.right + by).contains(&x)
            && (figure.top - by..=figure.bottom + by).contains(&y)
    })
}

/// Connected tiles.
struct Region {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
    tiles: usize,
}

impl Region {
    fn new(tile: usize, columns: usize) -> Self {
        let (column, row) = (tile % columns, tile / columns);
        Self { left: column, top: row, right: column, bottom: row, tiles: 0 }
    }

    fn add(&mut self, tile: usize, columns: usize) {
        let (column, row) = (tile % columns, tile / columns);
        self.left = self.left.min(column);
        self.right = self.right.max(column);
        self.top = self.top.min(row);
        self.bottom = self.bottom.max(row);
        self.tiles += 1;
    }

    fn is_figure(&self, is_text: &[bool], columns: usize, text_height: f32) -> bool {
        let (width, height) = (self.right - self.left + 1, self.bottom - self.top + 1);
        let least = TUNING.min_side * text_height / TILE as f32;
        let rows = self.top..=self.bottom;
        let of_row = |row: usize| &is_text[row * columns..][self.left..=self.right];
        let text: usize =
            rows.map(|row| of_row(row).iter().filter(|is_text| **is_text).count()).sum();
        let area = (width * height) as f32;
        width.min(height) as f32 >= least.max(2.0)
            && self.tiles as f32 >= TUNING.min_filled * area
            && text as f32 <= TUNING.max_text * area
    }

    fn bounds(&self) -> Bounds {
        let [left, top] = [self.left, self.top].map(|tile| (tile * TILE) as f32);
        let [right, bottom] = [self.right, self.bottom].map(|tile| ((tile + 1) * TILE) as f32);
        Bounds { left, top, right, bottom }
    }
}
