//! What the training of the layout networks needs: raw lines, and the features of all pairs.
//!
//! For developers only: the feature `layout-training` is not part of the public API.

use serde::{Deserialize, Serialize};

use super::network::Networks;
use super::page_graphics::PageGraphics;
use super::page_shape::PageShape;
use super::segment::Segment;
use super::slope::Slope;
use super::{Arranged, Sources, before, kind};
use crate::Picture;
use crate::document::{Block, Bounds, Line};
use crate::engine::{self, LanguageModel};
use crate::graphics::{Graphics, Rule};
use crate::rotation::PageRotation;

/// What the networks see of a page, and what they decided.
#[derive(Debug, Serialize)]
pub struct PageFeatures {
    /// Left, top, right, bottom and height in pixels, and the text.
    segments: Vec<(f32, f32, f32, f32, f32, String)>,
    /// Segments: left, right; the belief.
    beside: Vec<(usize, usize, f32)>,
    /// Two pairs of `beside`.
    agreements: Vec<(usize, usize)>,
    /// Segments of each row, cell by cell.
    rows: Vec<Vec<Vec<usize>>>,
    /// Rows: upper, lower.
    below: Vec<(usize, usize)>,
    /// Segments of each block, row by row, cell by cell.
    blocks: Vec<Vec<Vec<Vec<usize>>>>,
    /// Two blocks.
    before: Vec<(usize, usize)>,
    /// Blocks in the order that was found.
    order: Vec<usize>,
    /// How many features each of these has.
    widths: [usize; 5],
    /// The features of `beside`, `agreements`, `below`, `before` and `blocks`, one after the other.
    #[serde(skip)]
    pub values: Vec<f32>,
}

/// Pairs of blocks that are given of one page at most.
const MAX_PAIRS: usize = 1200;

/// Ruling lines and figures of an upright picture, each as two corners: x, y, x, y in pixels.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct RawGraphics {
    /// Width and height of the picture in pixels; 0 where it is not known.
    size: [usize; 2],
    /// Each with its thickness.
    rules: Vec<[f32; 5]>,
    figures: Vec<[f32; 4]>,
}

/// The features of an upright page with these lines; `None` for a file that holds no networks.
pub fn features(lines: &[Line], graphics: &RawGraphics, networks: &[u8]) -> Option<PageFeatures> {
    let networks = Networks::parse(networks)?;
    let ngram = LanguageModel::load(imagetotext_models::NGRAM)?;
    let (segments, graphics) = page_of(lines, graphics, &ngram);
    let sources = Sources { networks: &networks, graphics: &graphics, ngram: Some(&ngram) };
    let page = Arranged::of(segments, &sources);
    let text = |line: usize, words: std::ops::Range<usize>| {
        let words = lines[line].words[words].iter().map(|word| word.text.as_str());
        words.collect::<Vec<_>>().join(" ")
    };
    let count = page.blocks.len();
    let all = (0..count).flat_map(|one| (0..count).map(move |other| (one, other)));
    let all = all.filter(|(one, other)| one != other);
    let step = (count * count / MAX_PAIRS).max(1);
    // Before rows are joined there are no blocks to order.
    let all = all.filter(|_| networks.below.is_trained());
    let before: Vec<(usize, usize)> = all.step_by(step).collect();
    let shape = PageShape::of(&page.blocks, &graphics);
    let of_blocks = before.iter().flat_map(|&(one, other)| {
        before::features(&page.segments, &page.blocks, &shape, [one, other], &sources)
    });
    let values = page.beside.iter().flat_map(|it| it.features.iter().copied());
    let values = values.chain(page.agreements.iter().flat_map(|it| it.features.iter().copied()));
    let values = values.chain(page.below.iter().flat_map(|it| it.features.iter().copied()));
    let described = if count <= before::MAX_BLOCKS { count } else { 0 };
    let of_each = (0..described).flat_map(|block| {
        kind::features(&page.segments, &page.blocks, &shape, &page.order, block, &sources)
    });
    let values: Vec<f32> = values.chain(of_blocks).chain(of_each).collect();
    let width = |features: Option<&Vec<f32>>| features.map_or(0, Vec::len);
    let of_pairs = (before.first()).map(|&(one, other)| {
        before::features(&page.segments, &page.blocks, &shape, [one, other], &sources)
    });
    let used = page.beside.iter().map(|it| it.features.len()).sum::<usize>()
        + page.agreements.iter().map(|it| it.features.len()).sum::<usize>()
        + page.below.iter().map(|it| it.features.len()).sum::<usize>()
        + before.len() * width(of_pairs.as_ref());
    let widths = [
        width(page.beside.first().map(|it| &it.features)),
        width(page.agreements.first().map(|it| &it.features)),
        width(page.below.first().map(|it| &it.features)),
        width(of_pairs.as_ref()),
        (values.len() - used).checked_div(described).unwrap_or(0),
    ];
    let segments = page.segments.iter().map(|it| {
        (it.left, it.top, it.right, it.bottom, it.height, text(it.line, it.words.clone()))
    });
    let beside = page.beside.iter().zip(&page.beliefs);
    Some(PageFeatures {
        segments: segments.collect(),
        beside: beside.map(|(it, belief)| (it.left, it.right, *belief)).collect(),
        agreements: page.agreements.iter().map(|it| (it.pairs[0], it.pairs[1])).collect(),
        rows: page.rows.iter().map(|row| row.cells.clone()).collect(),
        below: page.below.iter().map(|it| (it.upper, it.lower)).collect(),
        blocks: page
            .blocks
            .iter()
            .map(|block| block.rows.iter().map(|row| row.cells.clone()).collect())
            .collect(),
        before,
        order: page.order,
        widths,
        values,
    })
}

/// The blocks of an upright page, as other networks than those that we ship arrange it.
pub fn arrange(lines: &[Line], graphics: &RawGraphics, networks: &[u8]) -> Option<Vec<Block>> {
    let networks = Networks::parse(networks)?;
    let ngram = LanguageModel::load(imagetotext_models::NGRAM)?;
    let (segments, graphics) = page_of(lines, graphics, &ngram);
    let sources = Sources { networks: &networks, graphics: &graphics, ngram: Some(&ngram) };
    Some(super::blocks(lines, &Arranged::of(segments, &sources)))
}

/// What a picture with these lines of text shows between them.
pub fn graphics(picture: &Picture, lines: &[Line]) -> RawGraphics {
    let luma = picture.luma();
    let found = Graphics::find(engine::luma_of(picture, &luma), &engine::quads(lines));
    let rule = |it: &Rule| [it.from[0], it.from[1], it.to[0], it.to[1], it.thickness];
    RawGraphics {
        size: [picture.width() as usize, picture.height() as usize],
        rules: found.rules.iter().map(rule).collect(),
        figures: found.figures.iter().map(|it| [it.left, it.top, it.right, it.bottom]).collect(),
    }
}

fn page_of(
    lines: &[Line],
    graphics: &RawGraphics,
    ngram: &LanguageModel,
) -> (Vec<Segment>, PageGraphics) {
    let [width, height] = graphics.size;
    let rotation = PageRotation::identity(width, height);
    let slope = Slope::of(lines, &rotation);
    let segments = Segment::of(lines, &rotation, slope, Some(ngram));
    let rule = |it: &[f32; 5]| Rule { from: [it[0], it[1]], to: [it[2], it[3]], thickness: it[4] };
    let figure = |it: &[f32; 4]| Bounds { left: it[0], top: it[1], right: it[2], bottom: it[3] };
    let graphics = Graphics {
        rules: graphics.rules.iter().map(rule).collect(),
        figures: graphics.figures.iter().map(figure).collect(),
    };
    let graphics = PageGraphics::of(&graphics, &rotation, slope, &segments);
    (segments, graphics)
}
