//! Rows of segments → rows of lines, as they are in the document.

use super::block::RowBlock;
use super::cell_leaders::remove_leaders;
use super::segment::Segment;
use crate::document::{Line, Quad};

/// The lines of each cell of each row of a block. Segments that continue a line are in one line again,
/// and a further line of a cell that is alone in its row is a row of its own.
pub(super) fn text_rows(
    lines: &[Line],
    segments: &[Segment],
    block: &RowBlock,
) -> Vec<Vec<Vec<Line>>> {
    let mut rows = Vec::new();
    for row in &block.rows {
        let cells = row.cells.iter().map(|cell| lines_of_cell(lines, segments, cell));
        let mut cells: Vec<Vec<Line>> = cells.collect();
        remove_leaders(&mut cells);
        match cells.as_mut_slice() {
            [alone] => rows.extend(alone.drain(..).map(|line| vec![vec![line]])),
            _ => rows.push(cells),
        }
    }
    rows
}

fn lines_of_cell(lines: &[Line], segments: &[Segment], cell: &[usize]) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut previous: Option<&Segment> = None;
    for segment in cell.iter().map(|&it| &segments[it]) {
        let part = line_part(lines, segment);
        match (previous, found.last_mut()) {
            (Some(before), Some(line)) if continues_line(before, segment) => {
                line.quad.0[1..=2].copy_from_slice(&part.quad.0[1..=2]);
                line.words.extend(part.words.iter().cloned());
            }
            _ => found.push(part),
        }
        previous = Some(segment);
    }
    found
}

/// Whether two segments of a cell are in one line.
fn continues_line(before: &Segment, segment: &Segment) -> bool {
    let height = before.height.min(segment.height);
    (segment.middle() - before.middle()).abs() < 0.5 * height && segment.left > before.left
}

/// The part of a line that is a segment.
fn line_part(lines: &[Line], segment: &Segment) -> Line {
    let line = &lines[segment.line];
    if segment.words.len() == line.words.len() {
        return line.clone();
    }
    let words = &line.words[segment.words.clone()];
    let mut quad = line.quad;
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        quad = Quad([first.quad.0[0], last.quad.0[1], last.quad.0[2], first.quad.0[3]]);
    }
    Line { words: words.to_vec(), quad, ..line.clone() }
}

/// Where some lines begin and end along a direction.
pub(super) fn extent(lines: &[Line], direction: [f32; 2]) -> [f32; 2] {
    lines.iter().fold([f32::INFINITY, f32::NEG_INFINITY], |[start, end], line| {
        let (from, to) = line.quad.extent(direction);
        [start.min(from), end.max(to)]
    })
}
