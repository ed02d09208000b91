//! Edges that are a pattern: hatching, the dots of a screen, the rows of pixels of a dithered picture.

use super::edges::Edge;

/// So many edges beside one, not further away than a text is high, are a pattern. A double line above and
/// another one below a line of text have seven.
const MIN_EDGES: usize = 10;

/// So many edges on either side are looked at, so that a picture full of edges takes no longer than its size.
const MAX_TRIES: usize = 256;

/// The edges that are no pattern.
pub(super) fn without(mut edges: Vec<Edge>, text_height: f32) -> Vec<Edge> {
    edges.sort_by(|a, b| across(a).total_cmp(&across(b)));
    let is_pattern = |index: usize| {
        let edge = &edges[index];
        let is_near = |other: &&Edge| (across(other) - across(edge)).abs() <= text_height;
        let before = edges[..index].iter().rev().take(MAX_TRIES).take_while(is_near);
        let behind = edges[index + 1..].iter().take(MAX_TRIES).take_while(is_near);
        before.chain(behind).filter(|other| is_beside(edge, other)).nth(MIN_EDGES - 1).is_some()
    };
    let is_kept: Vec<bool> = (0..edges.len()).map(|index| !is_pattern(index)).collect();
    edges.into_iter().zip(is_kept).filter_map(|(edge, is_kept)| is_kept.then_some(edge)).collect()
}

fn across(edge: &Edge) -> f32 {
    f32::midpoint(edge.from[1], edge.to[1])
}

/// Whether half of an edge is beside the other.
fn is_beside(edge: &Edge, other: &Edge) -> bool {
    let common = edge.to[0].min(other.to[0]) - edge.from[0].max(other.from[0]);
    2.0 * common >= edge.length()
}
