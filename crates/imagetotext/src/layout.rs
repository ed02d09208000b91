//! Blocks and reading order.
//!
//! One principle: every pair of neighbours has evidence, and what is most probable for the whole page
//! is taken. The evidence comes from small networks that were trained on pages of known structure
//! (`models/training`); they see distances in text heights, alignment, and what the texts say, above all
//! how well one continues the other.
//!
//! The steps: lines → [`Segment`]s, divided at every wide gap → pairs side by side ([`beside`]), read across or
//! not, all pairs along a gap together ([`across`]) → [`row::Row`]s → pairs one below the other ([`below`]) →
//! [`block::RowBlock`]s → their order by the sum of the evidence of all pairs of blocks ([`before`]), of pairs of
//! [`panels`] where these divide them → blocks of a kind ([`classify::classify`]).

mod across;
mod before;
mod below;
mod beside;
mod block;
mod border_panels;
mod cell_leaders;
mod classify;
mod columns;
mod disjoint_sets;
mod dividing_rules;
mod facing;
#[cfg(test)]
pub(crate) mod fixtures;
mod gutter;
mod initials;
mod kind;
mod lists_beside;
mod neighbours;
mod network;
mod order_agreement;
mod page_graphics;
mod page_shape;
mod panels;
mod row;
mod ruled_rows;
mod rules;
mod segment;
mod slope;
#[cfg(test)]
mod tests;
mod text_rows;
#[cfg(feature = "layout-training")]
pub mod training;
mod tuning;
mod wording;

use crate::document::{Block, Line};
use crate::engine::LanguageModel;
use crate::graphics::Graphics;
use crate::rotation::PageRotation;
use block::RowBlock;
use neighbours::Neighbours;
use network::Networks;
use page_graphics::PageGraphics;
use segment::Segment;
use slope::Slope;

/// Puts lines into blocks in reading order, as they are where `rotation` sets them upright. `graphics` is
/// what the picture shows between them; the language model tells which texts continue each other.
pub(crate) fn arrange(
    lines: &[Line],
    rotation: &PageRotation,
    graphics: &Graphics,
    ngram: Option<&LanguageModel>,
) -> Vec<Block> {
    let joined = initials::joined(lines, ngram);
    let (lines, shown) =
        joined.as_ref().map_or((lines, lines), |joined| (&joined.beside[..], &joined.shown[..]));
    let slope = Slope::of(lines, rotation);
    let segments = Segment::of(lines, rotation, slope, ngram);
    let graphics = &PageGraphics::of(graphics, rotation, slope, &segments);
    let sources = Sources { networks: Networks::shipped(), graphics, ngram };
    blocks(shown, &Arranged::of(segments, &sources))
}

fn blocks(lines: &[Line], page: &Arranged) -> Vec<Block> {
    let groups = page.order.iter().map(|&block| classify::Group {
        kind: page.kinds[block],
        rows: text_rows::text_rows(lines, &page.segments, &page.blocks[block]),
    });
    classify::classify(groups.collect())
}

/// Where the evidence comes from.
#[derive(Debug, Clone, Copy)]
struct Sources<'a> {
    networks: &'a Networks,
    graphics: &'a PageGraphics,
    ngram: Option<&'a LanguageModel>,
}

/// A page after all decisions, with the evidence for them.
#[derive(Debug)]
#[cfg_attr(
    not(feature = "layout-training"),
    expect(dead_code, reason = "the training wants the evidence, not only the decisions")
)]
struct Arranged {
    segments: Vec<Segment>,
    beside: Vec<beside::Beside>,
    agreements: Vec<across::Agreement>,
    beliefs: Vec<f32>,
    rows: Vec<row::Row>,
    below: Vec<below::Below>,
    blocks: Vec<RowBlock>,
    /// Positions of blocks.
    order: Vec<usize>,
    /// Of each block.
    kinds: Vec<kind::Kind>,
}

impl Arranged {
    fn of(segments: Vec<Segment>, sources: &Sources<'_>) -> Self {
        let neighbours = Neighbours::of(&segments);
        let beside = beside::pairs(&segments, &neighbours, sources);
        let agreements = across::agreements(&segments, &beside);
        let beliefs = across::beliefs(&beside, &agreements, sources.networks);
        let rows = row::rows(&segments, &beside, &beliefs);
        let below = below::pairs(&segments, &rows, sources);
        let blocks = block::blocks(&segments, &rows, &below);
        let order = before::order(&segments, &blocks, sources);
        let kinds = kind::kinds(&segments, &blocks, &order, sources);
        Self { segments, beside, agreements, beliefs, rows, below, blocks, order, kinds }
    }
}

/// A length for a network: its logarithm, with its sign, so that large ones do not drown small ones.
fn squash(value: f32) -> f32 {
    value.signum() * value.abs().min(1e6).ln_1p()
}
