//! A line of text on a dark ground, as pixels for the X server.

use gtk::cairo::{Context, FontSlant, FontWeight, Format, ImageSurface};

/// Sizes of the letters and the space around them, in pixels at scale 1.
const FONT_SIZE: f64 = 15.0;
const PADDING: f64 = 9.0;

/// Where the letters stand, as a part of their size.
const BASELINE: f64 = 0.85;

/// A label; its pixels are blue, green, red and one byte that is not used.
pub(super) struct Label {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) pixels: Vec<u8>,
}

impl Label {
    /// `None` when there is no memory.
    pub(super) fn new(text: &str, scale: f64) -> Option<Self> {
        let (size, padding) = (FONT_SIZE * scale, PADDING * scale);
        let probe = ImageSurface::create(Format::Rgb24, 1, 1).ok()?;
        let letters = text_width(&Context::new(&probe).ok()?, text, size)?;
        let width = (letters + 2.0 * padding).ceil() as i32;
        let height = (size + 2.0 * padding).ceil() as i32;
        let mut surface = ImageSurface::create(Format::Rgb24, width, height).ok()?;
        {
            let context = Context::new(&surface).ok()?;
            context.set_source_rgb(0.09, 0.1, 0.11);
            context.paint().ok()?;
            context.set_source_rgb(1.0, 1.0, 1.0);
            text_width(&context, text, size)?;
            context.move_to(padding, padding + size * BASELINE);
            context.show_text(text).ok()?;
        }
        // Rows of this format have no padding: their pixels have four bytes.
        let pixels = surface.data().ok()?.to_vec();
        Some(Self { width, height, pixels })
    }
}

fn text_width(context: &Context, text: &str, size: f64) -> Option<f64> {
    context.select_font_face("sans-serif", FontSlant::Normal, FontWeight::Normal);
    context.set_font_size(size);
    Some(context.text_extents(text).ok()?.x_advance())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_its_text_on_a_dark_ground_at_each_scale() {
        for scale in [1.0, 2.0] {
            let label = Label::new("640 × 480", scale).unwrap();
            assert_eq!(label.pixels.len(), (label.width * label.height * 4) as usize);
            assert!(f64::from(label.height) >= 33.0 * scale);
            assert!(label.pixels.iter().any(|value| *value > 200), "there are letters");
        }
    }
}
