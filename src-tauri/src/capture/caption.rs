//! Letters in a font of the system, where no toolkit draws them (Windows, macOS).

use std::path::PathBuf;

use ab_glyph::{Font as _, FontVec, PxScale, ScaleFont as _, point};

use super::drawing::Caption;

/// Sizes of the letters and the space around them, in pixels at scale 1: those under X11.
const FONT_SIZE: f32 = 15.0;
const PADDING: f32 = 9.0;

/// The first of these files that is a font.
pub(super) fn load(files: impl IntoIterator<Item = PathBuf>) -> Option<FontVec> {
    let read = |file| FontVec::try_from_vec_and_index(std::fs::read(file).ok()?, 0).ok();
    files.into_iter().find_map(read)
}

/// The text in one line.
pub(super) fn draw(font: &FontVec, text: &str, scale: f64) -> Caption {
    let scale = scale as f32;
    // The unit of this library is the height of a line, that of `FONT_SIZE` is 1 em.
    let lines_per_em = font.units_per_em().map_or(1.0, |units| font.height_unscaled() / units);
    let size = PxScale::from(FONT_SIZE * scale * lines_per_em);
    let (font, padding) = (font.as_scaled(size), PADDING * scale);
    let mut glyphs = Vec::new();
    let mut right = padding;
    for character in text.chars() {
        let mut glyph = font.scaled_glyph(character);
        glyph.position = point(right, padding + font.ascent());
        right += font.h_advance(glyph.id);
        glyphs.push(glyph);
    }
    let width = (right + padding).ceil() as i32;
    let height = (font.height() + 2.0 * padding).ceil() as i32;
    let mut coverage = vec![0; (width * height) as usize];
    for outline in glyphs.into_iter().filter_map(|glyph| font.outline_glyph(glyph)) {
        let origin = outline.px_bounds().min;
        outline.draw(|x, y, cover| {
            let (x, y) = (origin.x as i32 + x as i32, origin.y as i32 + y as i32);
            if (0..width).contains(&x) && (0..height).contains(&y) {
                let covered: &mut u8 = &mut coverage[(y * width + x) as usize];
                *covered = covered.saturating_add((cover * 255.0) as u8);
            }
        });
    }
    Caption { width, height, coverage }
}
