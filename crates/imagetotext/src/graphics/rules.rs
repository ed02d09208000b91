//! Edges → ruling lines: pieces of one edge are joined, and two edges that face each other are one line.

use super::Rule;
use super::edges::{self, Edge};
use super::hatching;
use super::strips::{Axis, Strips};

/// Tuned numbers of this stage, in heights of the usual text unless they say otherwise.
struct Tuning {
    /// Shortest edge. The side of a box for one line of text is not much longer than the text is tall.
    min_length: f32,
    /// Gap between pieces of one edge: an icon or a letter lies over it.
    max_gap: f32,
    /// Share of an edge that is seen: strokes of digits one below the other have wider gaps.
    min_seen: f32,
    /// How far a piece may be beside the line of the one before it, in pixels.
    max_offset: f32,
    /// Thickest line; thicker ones are backgrounds with two edges.
    max_thickness: f32,
    /// The same in pixels where text is small.
    min_max_thickness: f32,
    /// Shares of the shorter and of the longer of two edges that face each other.
    min_overlap: [f32; 2],
}

const TUNING: Tuning = Tuning {
    min_length: 1.2,
    max_gap: 0.8,
    min_seen: 0.8,
    max_offset: 1.6,
    max_thickness: 0.45,
    min_max_thickness: 6.0,
    min_overlap: [0.8, 0.25],
};

/// As many edges nearby are tried at most, so that a picture full of edges takes no longer than its size.
const MAX_TRIES: usize = 48;

/// The solid ruling lines along the axis of `strips`, and the edges of backgrounds.
pub(super) fn find(strips: &Strips, noise: f32, text_height: f32) -> Vec<Rule> {
    let edges = edges::find(strips, noise, TUNING.min_length * text_height);
    let edges = hatching::without(joined(edges, TUNING.max_gap * text_height), text_height);
    let max_thickness = (TUNING.max_thickness * text_height).max(TUNING.min_max_thickness);
    paired(edges, max_thickness, strips.axis)
}

/// Joins pieces of one edge that follow each other at most `max_gap` pixels apart.
pub(super) fn joined(mut edges: Vec<Edge>, max_gap: f32) -> Vec<Edge> {
    edges.sort_by(|a, b| a.from[0].total_cmp(&b.from[0]).then(a.from[1].total_cmp(&b.from[1])));
    let row = |across: f32| (across / ROWS).max(0.0) as usize;
    let rows = edges.iter().map(|edge| row(edge.from[1])).max().map_or(0, |last| last + 1);
    let mut begins: Vec<Vec<usize>> = vec![Vec::new(); rows];
    for (index, edge) in edges.iter().enumerate() {
        begins[row(edge.from[1])].push(index);
    }
    let mut is_taken = vec![false; edges.len()];
    let mut whole = Vec::with_capacity(edges.len());
    for index in 0..edges.len() {
        if std::mem::replace(&mut is_taken[index], true) {
            continue;
        }
        let mut edge = edges[index];
        let mut pieces = vec![edge];
        while let Some(next) = follower(&edge, &edges, &begins, &is_taken, max_gap) {
            is_taken[next] = true;
            edge = both(&edge, &edges[next]);
            pieces.push(edges[next]);
        }
        let seen: f32 = pieces.iter().map(Edge::length).sum();
        if seen >= TUNING.min_seen * edge.length() {
            whole.push(edge);
        } else {
            whole.append(&mut pieces);
        }
    }
    whole
}

/// Pieces are looked up by where they begin across the axis, in rows of so many pixels.
const ROWS: f32 = 16.0;

/// The piece that an edge goes on with.
fn follower(
    edge: &Edge,
    edges: &[Edge],
    begins: &[Vec<usize>],
    is_taken: &[bool],
    max_gap: f32,
) -> Option<usize> {
    let end = edge.to[0];
    let across = edge.at(end + max_gap / 2.0);
    let nearby = [across - ROWS / 2.0, across + ROWS / 2.0].map(|at| (at / ROWS).floor());
    nearby.into_iter().filter(|row| *row >= 0.0).find_map(|row| {
        let begins = begins.get(row as usize)?;
        let first = begins.partition_point(|&next| edges[next].from[0] < end);
        let within = begins[first..].iter().take(MAX_TRIES).copied();
        within.take_while(|&next| edges[next].from[0] <= end + max_gap).find(|&next| {
            let it = &edges[next];
            !is_taken[next]
                && it.contrast.signum() == edge.contrast.signum()
                && (edge.at(it.from[0]) - it.from[1]).abs() <= TUNING.max_offset
                && (it.at(end) - edge.to[1]).abs() <= TUNING.max_offset
        })
    })
}

fn both(edge: &Edge, next: &Edge) -> Edge {
    let lengths = [edge.length(), next.length()];
    let sum = edge.contrast * lengths[0] + next.contrast * lengths[1];
    Edge { from: edge.from, to: next.to, contrast: sum / (lengths[0] + lengths[1]) }
}

/// Edges that face each other at most `max_thickness` apart as lines, the others as lines without thickness.
pub(super) fn paired(mut edges: Vec<Edge>, max_thickness: f32, axis: Axis) -> Vec<Rule> {
    edges.sort_by(|a, b| middle(a).total_cmp(&middle(b)).then(a.from[0].total_cmp(&b.from[0])));
    let neighbours = |index: usize| {
        let edges = &edges;
        let nearby = edges[index + 1..].iter().take(MAX_TRIES);
        let nearby =
            nearby.take_while(move |it| middle(it) - middle(&edges[index]) <= max_thickness);
        (index + 1..).zip(nearby)
    };
    let mut pairs = Vec::new();
    for (index, edge) in edges.iter().enumerate() {
        for (other, it) in neighbours(index) {
            let (shorter, longest) =
                (edge.length().min(it.length()), edge.length().max(it.length()));
            if it.contrast.signum() != edge.contrast.signum()
                && overlap(edge, it) >= TUNING.min_overlap[0] * shorter
                && overlap(edge, it) >= TUNING.min_overlap[1] * longest
            {
                pairs.push((middle(it) - middle(edge), index, other));
            }
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut rule_of: Vec<Option<usize>> = vec![None; edges.len()];
    let mut rules = Vec::with_capacity(edges.len());
    for (_, upper, lower) in pairs {
        if rule_of[upper].is_none() && rule_of[lower].is_none() {
            rule_of[upper] = Some(rules.len());
            rule_of[lower] = Some(rules.len());
            rules.push(line(&edges[upper], &edges[lower], axis));
        }
    }
    // Pieces beside a line are its other edge, where something interrupts it.
    let is_part = |of: usize, piece: usize| {
        rule_of[of].is_some() && overlap(&edges[of], &edges[piece]) >= 0.9 * edges[piece].length()
    };
    let mut is_piece = vec![false; edges.len()];
    for index in 0..edges.len() {
        for (other, _) in neighbours(index) {
            is_piece[other] |= is_part(index, other);
            is_piece[index] |= is_part(other, index);
        }
    }
    for (index, edge) in edges.iter().enumerate() {
        if rule_of[index].is_none() && !is_piece[index] {
            let [from, to] = [edge.from, edge.to].map(|[along, across]| axis.point(along, across));
            rules.push(Rule { from, to, thickness: 0.0 });
        }
    }
    rules
}

fn middle(edge: &Edge) -> f32 {
    f32::midpoint(edge.from[1], edge.to[1])
}

fn overlap(a: &Edge, b: &Edge) -> f32 {
    a.to[0].min(b.to[0]) - a.from[0].max(b.from[0])
}

/// The line between two edges.
fn line(upper: &Edge, lower: &Edge, axis: Axis) -> Rule {
    let [begin, end] = [upper.from[0].min(lower.from[0]), upper.to[0].max(lower.to[0])];
    let point = |along| axis.point(along, f32::midpoint(upper.at(along), lower.at(along)));
    let along = f32::midpoint(begin, end);
    Rule {
        from: point(begin),
        to: point(end),
        thickness: (lower.at(along) - upper.at(along)).abs(),
    }
}
