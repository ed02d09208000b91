//! The network that knows signs beside numbers by their ink.

use std::ops::Range;
use std::sync::LazyLock;

use zeroize::Zeroizing;

use super::crop::Crop;
use super::window_network::{SIDE, WindowNetwork};

/// The classes of the network after the first, which is everything else; in the order of `sign_pages.py`.
pub(super) const SIGNS: &str = "₹₽₫₩฿₱₺₪₦₴₸₿€£¥$¢↑↓→←▲▼‰°§±×≈≤≥№";

/// Columns of ink that are of a sign, most probably, and the probability, 0 to 1; `None` if they are of none.
pub(super) fn sign_of(run: &Range<usize>, crop: &Crop) -> Option<(char, f32)> {
    static NETWORK: LazyLock<Option<WindowNetwork>> = LazyLock::new(|| {
        WindowNetwork::parse(imagetotext_models::SIGNS, SIGNS.chars().count() + 1, 0)
    });
    let (class, probability) = NETWORK.as_ref()?.class_of(window(run, crop), &[])?;
    Some((SIGNS.chars().nth(class.checked_sub(1)?)?, probability))
}

/// The darkness, 0 to 1, of a run of at most [`SIDE`] columns in the middle of a window without anything else.
fn window(run: &Range<usize>, crop: &Crop) -> Zeroizing<Vec<f32>> {
    let mut window = Zeroizing::new(vec![0.0; SIDE * SIDE]);
    let left = (SIDE - run.len()) / 2;
    for (row, pixels) in window.chunks_exact_mut(SIDE).zip(crop.pixels.chunks_exact(crop.width)) {
        for (to, from) in row[left..].iter_mut().zip(&pixels[run.clone()]) {
            *to = 0.5 - from;
        }
    }
    window
}
