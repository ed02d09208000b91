//! Small print set so tight that the detector joins lines which are one below the other.

use super::regions::Region;

/// Tuned numbers of this stage, on a page of tables at 100 dpi; the screenshots of the public pictures,
/// whose lines are as low but further apart, are searched once as before.
struct Tuning {
    /// Height in pixels from which lines are told apart however tight they are.
    low_line: f32,
    /// Distance, in line heights, from one line to the next below which lines are tight.
    tight_pitch: f32,
    /// Share of the text, by length, that is set tight.
    tight_share: f32,
}

const TUNING: Tuning = Tuning { low_line: 13.0, tight_pitch: 1.2, tight_share: 0.4 };

/// Whether most of the text is low and set tight; such a picture is searched at twice its size.
pub(super) fn are_tight(regions: &[Region], median_height: f32) -> bool {
    if median_height >= TUNING.low_line {
        return false;
    }
    let mut lines: Vec<Extent> = regions.iter().map(Extent::of).collect();
    lines.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    let length: f32 = lines.iter().map(Extent::length_in_heights).sum();
    let tight = lines.iter().enumerate().filter(|(index, line)| {
        let reach = line.middle + TUNING.tight_pitch * line.height;
        let below = lines[index + 1..].iter().take_while(|other| other.middle < reach);
        below.into_iter().any(|other| other.is_below(line))
    });
    let tight: f32 = tight.map(|(_, line)| line.length_in_heights()).sum();
    tight > TUNING.tight_share * length
}

/// Where a line is, in pixels.
struct Extent {
    left: f32,
    right: f32,
    middle: f32,
    height: f32,
}

impl Extent {
    fn of(region: &Region) -> Self {
        let bounds = region.quad.bounds();
        let middle = f32::midpoint(bounds.top, bounds.bottom);
        Self { left: bounds.left, right: bounds.right, middle, height: region.height }
    }

    fn length_in_heights(&self) -> f32 {
        (self.right - self.left) / self.height.max(1.0)
    }

    /// Whether half of the shorter one is below the other, which is not its continuation to the right.
    fn is_below(&self, other: &Self) -> bool {
        let shared = self.right.min(other.right) - self.left.max(other.left);
        let shorter = (self.right - self.left).min(other.right - other.left);
        self.middle > other.middle + 0.5 * other.height && shared > 0.5 * shorter
    }
}

#[cfg(test)]
mod tests {
    use super::are_tight;
    use crate::Quad;
    use crate::engine::bend::Bend;
    use crate::engine::regions::Region;

    /// Twenty lines of this height, two beside each other in each row, the rows `pitch` apart.
    fn rows(height: f32, pitch: f32) -> Vec<Region> {
        let line = |index: u8| {
            let (top, left) = (f32::from(index / 2) * pitch, f32::from(index % 2) * 200.0);
            let quad = Quad::upright(left, top, left + 150.0, top + height);
            Region { quad, height, bend: Bend::new(|_| 0.0) }
        };
        (0..20).map(line).collect()
    }

    #[test]
    fn low_lines_close_together_are_tight() {
        assert!(are_tight(&rows(12.0, 13.5), 12.0));
    }

    #[test]
    fn lines_further_apart_or_higher_are_not() {
        assert!(!are_tight(&rows(12.0, 16.0), 12.0));
        assert!(!are_tight(&rows(20.0, 22.0), 20.0));
        assert!(!are_tight(&[], 0.0));
    }
}
