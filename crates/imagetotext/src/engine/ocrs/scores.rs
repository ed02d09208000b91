//! How sure the recogniser is of the characters of a line.

use zeroize::Zeroizing;

/// Log-probabilities of the characters in each frame of a line.
pub(super) struct Scores {
    pub(super) values: Zeroizing<Vec<f32>>,
    pub(super) frames: usize,
    pub(super) classes: usize,
}

impl Scores {
    /// The highest probability of `class` in a part of the line, 0 to 1 from its start to its end. The characters
    /// of ocrs begin with the frame that speaks for them, give or take one for the rounding to pixels.
    pub(super) fn highest(&self, class: usize, part: std::ops::Range<f32>) -> f32 {
        let frame = |share: f32| (share * self.frames as f32) as usize;
        let end = (frame(part.end) + 1).min(self.frames);
        let frames = frame(part.start).saturating_sub(1).min(end)..end;
        let scores = frames.filter_map(|frame| self.values.get(frame * self.classes + class));
        scores.copied().fold(f32::NEG_INFINITY, f32::max).exp().clamp(0.0, 1.0)
    }
}
