//! How the middle of a line bends: lines of an open book or of a crumpled receipt are not straight.

/// How far the middle of a line lies below the straight one, in line heights, at a tenth, three tenths … of its
/// length.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Bend([f32; KNOTS]);

const KNOTS: usize = 5;

/// Line heights up to which a line counts as straight: noise of the text map.
const STRAIGHT: f32 = 0.12;
/// Line heights beyond which it is no line but several.
const MAX_BEND: f32 = 3.0;

impl Bend {
    /// The bend of a line, given how far its middle lies below the straight one along its length, 0 to 1.
    pub(super) fn new(below: impl Fn(f32) -> f32) -> Self {
        let mut knots = [0.0; KNOTS];
        for (index, knot) in knots.iter_mut().enumerate() {
            *knot = below(Self::place(index));
        }
        let most = knots.iter().fold(0.0_f32, |most, knot| most.max(knot.abs()));
        if (STRAIGHT..=MAX_BEND).contains(&most) { Self(knots) } else { Self::default() }
    }

    fn place(index: usize) -> f32 {
        (index as f32 + 0.5) / KNOTS as f32
    }

    pub(super) fn is_straight(self) -> bool {
        self == Self::default()
    }

    /// How far the middle lies below the straight one at a share of the length.
    pub(super) fn at(self, share: f32) -> f32 {
        let position = share.clamp(-0.1, 1.1) * KNOTS as f32 - 0.5;
        let knot = position.floor().clamp(0.0, KNOTS as f32 - 2.0);
        let [before, after] = [self.0[knot as usize], self.0[knot as usize + 1]];
        before + (after - before) * (position - knot)
    }

    /// The same for another height of the line.
    pub(super) fn scaled(self, factor: f32) -> Self {
        Self(self.0.map(|knot| knot * factor))
    }

    /// The same line from its other end, upside down.
    pub(super) fn reversed(self) -> Self {
        let mut knots = self.0.map(|knot| -knot);
        knots.reverse();
        Self(knots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_followed() {
        let sag = |share: f32| 2.0 * share * (1.0 - share);
        let bend = Bend::new(sag);
        for share in [0.0, 0.2, 0.5, 0.77, 1.0] {
            assert!((bend.at(share) - sag(share)).abs() < 0.1, "{share}: {}", bend.at(share));
        }
        assert!((bend.reversed().at(0.3) + sag(0.7)).abs() < 0.1);
        assert!((bend.scaled(2.0).at(0.5) - 2.0 * bend.at(0.5)).abs() < 1e-6);
    }

    #[test]
    fn noise_and_nonsense_are_straight() {
        assert!(Bend::new(|share| 0.1 * share).is_straight());
        assert!(Bend::new(|share| 9.0 * share).is_straight());
        assert!(!Bend::new(|share| share).is_straight());
    }
}
