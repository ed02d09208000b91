//! Blocks and reading order, from where the lines stand.
//!
//! The way: lines → [`Run`]s in upright coordinates → columns ([`columns::stretches`]) → rows
//! ([`rows::gather`]) → blocks ([`blocks::group`]). Of what the words say, only amounts and labels of
//! forms play a part ([`run::Cell`]).

mod blocks;
mod cards;
mod columns;
mod relation;
mod rows;
mod run;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

use crate::document::{Block, Line, Quad};
use crate::rotation::PageRotation;
use run::Run;

/// Puts lines into blocks in reading order, as they stand where `rotation` sets them upright.
pub(crate) fn arrange(lines: Vec<Line>, rotation: &PageRotation) -> Vec<Block> {
    let quads: Vec<Quad> = lines.iter().map(|line| rotation.quad_to_upright(line.quad)).collect();
    let runs = Run::of(&lines, &quads);
    let mut lines: Vec<Option<Line>> = lines.into_iter().map(Some).collect();
    let mut blocks = Vec::new();
    for stretch in columns::stretches(runs) {
        for block in blocks::group(rows::gather(stretch)) {
            let members = block.iter().flatten();
            let lines: Vec<Line> = members.filter_map(|run| lines[run.line].take()).collect();
            blocks.push(Block { lines });
        }
    }
    blocks
}
