//! Blocks and reading order.

use crate::page::{Block, Line};

/// Puts lines into blocks in reading order.
pub(crate) fn arrange(lines: Vec<Line>) -> Vec<Block> {
    vec![Block { lines }]
}
