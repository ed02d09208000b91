//! Lines that go from one side of a table to the other, and where they are drawn.

/// One line between two rows or columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EdgeLine {
    /// Where it is across its direction.
    pub(super) place: f32,
    /// Where it is drawn along its direction, from begin to end, sorted and apart.
    pieces: Vec<[f32; 2]>,
}

impl EdgeLine {
    /// Share of the way from one place to another on which it is drawn.
    pub(super) fn share(&self, from: f32, to: f32) -> f32 {
        let within = |&[begin, end]: &[f32; 2]| (end.min(to) - begin.max(from)).max(0.0);
        self.pieces.iter().map(within).sum::<f32>() / (to - from).max(f32::MIN_POSITIVE)
    }

    /// A border that encloses the whole table, although it is not drawn.
    fn border(place: f32) -> Self {
        Self { place, pieces: vec![[f32::NEG_INFINITY, f32::INFINITY]] }
    }
}

/// The lines that rules are part of, from the first to the last; `ends` are those of the rules, `axis` the one
/// across them. Rules at most `reach` from each other are on one line.
pub(super) fn joined(
    ends: impl Iterator<Item = [[f32; 2]; 2]>,
    axis: usize,
    reach: f32,
) -> Vec<EdgeLine> {
    let piece = |[from, to]: [[f32; 2]; 2]| {
        let along = [from[1 - axis], to[1 - axis]];
        (f32::midpoint(from[axis], to[axis]), [along[0].min(along[1]), along[0].max(along[1])])
    };
    let mut rules: Vec<(f32, [f32; 2])> = ends.map(piece).collect();
    rules.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Chains of close lines may not become one thick line.
    let mut lines: Vec<Vec<(f32, [f32; 2])>> = Vec::new();
    for rule in rules {
        match lines.last_mut() {
            Some(line) if rule.0 - line[0].0 <= reach => line.push(rule),
            _ => lines.push(vec![rule]),
        }
    }
    lines.into_iter().map(line).collect()
}

fn line(mut rules: Vec<(f32, [f32; 2])>) -> EdgeLine {
    let length = |[begin, end]: [f32; 2]| (end - begin).max(1.0);
    let all: f32 = rules.iter().map(|(_, piece)| length(*piece)).sum();
    let place = rules.iter().map(|(place, piece)| place * length(*piece)).sum::<f32>() / all;
    rules.sort_by(|a, b| a.1[0].total_cmp(&b.1[0]));
    let mut pieces: Vec<[f32; 2]> = Vec::new();
    for (_, [begin, end]) in rules {
        match pieces.last_mut() {
            Some(last) if begin <= last[1] => last[1] = last[1].max(end),
            _ => pieces.push([begin, end]),
        }
    }
    EdgeLine { place, pieces }
}

/// Adds a first and a last line where `area` begins and ends, or the lines `across` do, if that is beyond the
/// lines that are drawn.
pub(super) fn add_borders(
    lines: &mut Vec<EdgeLine>,
    across: &[EdgeLine],
    area: [f32; 2],
    text_height: f32,
) {
    let pieces = across.iter().flat_map(|line| &line.pieces);
    let is_drawn = |piece: &&[f32; 2]| piece[0].is_finite();
    let (begin, end) = pieces
        .filter(is_drawn)
        .fold((area[0], area[1]), |(begin, end), piece| (begin.min(piece[0]), end.max(piece[1])));
    // A cell is not narrower than this.
    let least = 0.5 * text_height;
    if lines.first().is_none_or(|first| first.place - begin > least) {
        lines.insert(0, EdgeLine::border(begin));
    }
    if lines.last().is_none_or(|last| end - last.place > least) {
        lines.push(EdgeLine::border(end));
    }
}
