//! Joins neighbouring regions of one row that are segments of one line.

use std::collections::BTreeMap;

use super::regions::Region;

/// Joins segments from left to right: each continues the line before it that ends furthest to the right.
pub(super) fn join_segments(mut regions: Vec<Region>) -> Vec<Region> {
    regions.sort_by(|a, b| a.quad.start()[0].total_cmp(&b.quad.start()[0]));
    let mut lines: Vec<Region> = Vec::with_capacity(regions.len());
    let mut ends = LineEnds::default();
    for region in regions {
        if let Some(index) = ends.predecessor(&lines, &region) {
            ends.remove(&lines[index], index);
            lines[index] = lines[index].joined(&region);
            ends.insert(&lines[index], index);
        } else {
            ends.insert(&region, lines.len());
            lines.push(region);
        }
    }
    lines
}

/// Lines by the pixel in which they end, row first: a page of many segments would take time with the square
/// of their number if each were compared with all lines.
#[derive(Default)]
struct LineEnds(BTreeMap<(i32, i32), Vec<usize>>);

impl LineEnds {
    fn predecessor(&self, lines: &[Region], region: &Region) -> Option<usize> {
        let [columns, rows] = region.predecessor_bounds().map(|edges| edges.map(pixel));
        (rows[0]..=rows[1])
            .flat_map(|row| self.0.range((row, columns[0])..=(row, columns[1])))
            .flat_map(|(_, indices)| indices.iter().copied())
            .filter(|&index| lines[index].is_continued_by(region))
            .max_by(|&a, &b| {
                let end = |index: usize| lines[index].quad.end()[0];
                end(a).total_cmp(&end(b)).then(a.cmp(&b))
            })
    }

    fn insert(&mut self, line: &Region, index: usize) {
        self.0.entry(key(line)).or_default().push(index);
    }

    fn remove(&mut self, line: &Region, index: usize) {
        if let Some(indices) = self.0.get_mut(&key(line)) {
            indices.retain(|&other| other != index);
        }
    }
}

fn key(line: &Region) -> (i32, i32) {
    let [x, y] = line.quad.end();
    (pixel(y), pixel(x))
}

fn pixel(value: f32) -> i32 {
    value.floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;

    fn region(left: f32, top: f32, width: f32, height: f32) -> Region {
        Region::straight(Quad::upright(left, top, left + width, top + height), height)
    }

    /// Each region compared with all lines: the definition.
    fn join_by_definition(mut regions: Vec<Region>) -> Vec<Region> {
        regions.sort_by(|a, b| a.quad.start()[0].total_cmp(&b.quad.start()[0]));
        let mut lines: Vec<Region> = Vec::new();
        for region in regions {
            let before = lines.iter_mut().filter(|line| line.is_continued_by(&region));
            match before.max_by(|a, b| a.quad.end()[0].total_cmp(&b.quad.end()[0])) {
                Some(line) => *line = line.joined(&region),
                None => lines.push(region),
            }
        }
        lines
    }

    /// Regions of all sizes, the same each time.
    fn scattered(count: usize) -> Vec<Region> {
        let mut state = 11_u32;
        let mut next = |below: f32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / (1 << 24) as f32 * below
        };
        (0..count)
            .map(|_| region(next(400.0), next(200.0), 5.0 + next(40.0), 4.0 + next(12.0)))
            .collect()
    }

    #[test]
    fn segments_are_joined_as_defined() {
        for count in [0, 1, 7, 60, 600] {
            let quads =
                |lines: Vec<Region>| lines.iter().map(|line| line.quad.0).collect::<Vec<_>>();
            let joined = quads(join_segments(scattered(count)));
            assert_eq!(joined, quads(join_by_definition(scattered(count))), "{count}");
        }
        assert!(join_segments(scattered(600)).len() < 500, "some are segments of one line");
    }

    /// By definition this takes four thousand million comparisons.
    #[test]
    fn a_page_of_very_many_segments_is_joined() {
        let grid = (0..300).flat_map(|row| (0..300).map(move |column| (row as f32, column as f32)));
        let regions = grid.map(|(row, column)| region(column * 40.0, row * 12.0, 10.0, 8.0));
        assert_eq!(join_segments(regions.collect()).len(), 90_000);
    }
}
