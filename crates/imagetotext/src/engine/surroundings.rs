//! What a word and its surroundings look like, for the network of icons.

use zeroize::Zeroizing;

use super::grey_image::GreyImage;
use super::window_network::SIDE;
use crate::Quad;
use crate::document::middle;

/// Side of the square, in heights of the line.
const HEIGHTS: f32 = 2.0;

/// Difference in brightness, 0 to 255, that counts as full contrast at least: less is noise.
const CONTRAST: f32 = 48.0;

/// How much a square around a word differs from its background, 0 to 1, row by row.
pub(super) fn surroundings(quad: Quad, picture: GreyImage<'_>) -> Zeroizing<Vec<f32>> {
    let middle = middle(quad.start(), quad.end());
    let step = HEIGHTS * quad.height() / SIDE as f32;
    let along = quad.direction();
    let down = [-along[1], along[0]];
    // So that no thin line is between two samples.
    let samples = (step / 1.5).ceil().clamp(1.0, 4.0) as usize;
    let at = |index: usize, part: usize| {
        (index as f32 + (part as f32 + 0.5) / samples as f32 - SIDE as f32 / 2.0) * step
    };
    let mut window = Zeroizing::new(Vec::with_capacity(SIDE * SIDE));
    for index in 0..SIDE * SIDE {
        let (row, column) = (index / SIDE, index % SIDE);
        let mut sum = 0.0;
        for part in 0..samples * samples {
            let (x, y) = (at(column, part % samples), at(row, part / samples));
            let point = [0, 1].map(|axis| middle[axis] + x * along[axis] + y * down[axis]);
            sum += picture.sample(point);
        }
        window.push(sum / (samples * samples) as f32);
    }
    let mut sorted = window.clone();
    let (_, &mut background, _) = sorted.select_nth_unstable_by(SIDE * SIDE / 2, f32::total_cmp);
    let difference = |it: f32| (it - background).abs();
    let most = window.iter().map(|&it| difference(it)).fold(CONTRAST, f32::max);
    window.iter_mut().for_each(|it| *it = difference(*it) / most);
    window
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_shows_differences_from_its_background_in_either_direction() {
        for (ground, ink) in [(230, 30), (20, 220)] {
            let mut pixels = vec![ground; 60 * 60];
            for row in pixels.chunks_exact_mut(60).take(35).skip(25) {
                row[25..35].fill(ink);
            }
            let picture = GreyImage { pixels: &pixels, width: 60, height: 60 };
            let seen = surroundings(Quad::upright(25.0, 20.0, 35.0, 40.0), picture);
            let at = |row: usize, column: usize| seen[row * SIDE + column];
            assert!(at(16, 16) > 0.99 && at(2, 2) < 0.01 && at(16, 4) < 0.01);
        }
    }
}
