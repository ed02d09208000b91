//! What a page shows, in points (1/72 inch) from its top left corner as it is seen: glyphs, images, and
//! how much else is drawn.

use std::time::{Duration, Instant};

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, SoftMask, TransformExt as _, interpret_page,
};
use hayro::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _};

use super::glyphs::{Glyph, Glyphs};
use super::render;
use crate::Error;
use crate::source::Format;
use crate::source::limits::{MAX_PIXELS, MAX_SIDE};

/// Longest time for the instructions of a page without drawing. The worst map that was tried takes 2 seconds.
const LONGEST: Duration = Duration::from_secs(10);

/// Heights of letters that are drawn as shapes, in points.
const LETTER_HEIGHTS: std::ops::Range<f64> = 3.0..60.0;

/// What a page shows.
pub(super) struct Content {
    /// Width and height in points.
    pub(super) size: [f32; 2],
    pub(super) glyphs: Vec<Glyph>,
    /// Whether there are glyphs that cannot be text: without a Unicode value, or set vertically.
    pub(super) has_unknown_glyphs: bool,
    pub(super) images: Vec<PlacedImage>,
    /// Filled shapes that may be letters.
    pub(super) letter_shapes: usize,
}

/// An image on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlacedImage {
    /// Where it is, within the page.
    pub(super) bounds: Rect,
    /// Pixels a point.
    pub(super) resolution: f64,
}

impl Content {
    /// Runs the instructions of the page without drawing.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when an image on it has more pixels than pictures may have; [`Error::Damaged`] when the
    /// fonts of its text are not in the file.
    ///
    /// # Panics
    /// When it takes longer than [`LONGEST`]: nothing else stops the interpreter.
    pub(super) fn of(page: &Page<'_>) -> Result<Self, Error> {
        let (width, height) = page.render_dimensions();
        let transform = page.initial_transform(true).to_kurbo();
        let area = Rect::new(0.0, 0.0, width.into(), height.into());
        let cache = InterpreterCache::new();
        let settings = render::interpreter_settings();
        let mut context = Context::new(transform, area, &cache, page.xref(), settings);
        let mut collector = Collector {
            area,
            glyphs: Glyphs::default(),
            images: Vec::new(),
            letter_shapes: 0,
            too_large: false,
            deadline: Instant::now() + LONGEST,
        };
        interpret_page(page, &mut context, &mut collector);
        if collector.too_large {
            return Err(Error::TooLarge);
        }
        let Collector { glyphs, images, letter_shapes, .. } = collector;
        if glyphs.are_lost() {
            return Err(Error::Damaged(Format::Pdf));
        }
        let (glyphs, has_unknown_glyphs) = glyphs.into_parts();
        Ok(Self { size: [width, height], glyphs, has_unknown_glyphs, images, letter_shapes })
    }
}

struct Collector {
    area: Rect,
    glyphs: Glyphs,
    images: Vec<PlacedImage>,
    letter_shapes: usize,
    too_large: bool,
    deadline: Instant,
}

impl Collector {
    /// Ends the interpretation when it takes too long: forms that draw forms can go on for years.
    fn check_time(&self) {
        assert!(Instant::now() < self.deadline, "the instructions take too long");
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.check_time();
        let is_curve =
            |element: &PathEl| matches!(element, PathEl::CurveTo(..) | PathEl::QuadTo(..));
        if matches!(mode, DrawMode::Fill(_)) && path.elements().iter().any(is_curve) {
            let height = props.transform.transform_rect_bbox(path.bounding_box()).height();
            if LETTER_HEIGHTS.contains(&height) {
                self.letter_shapes += 1;
            }
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.check_time();
        self.glyphs.add(run, props.transform, mode, self.area);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let (width, height) = (image.width(), image.height());
        if u64::from(width) * u64::from(height) > MAX_PIXELS || width.max(height) > MAX_SIDE {
            self.too_large = true;
            return;
        }
        let (width, height) = (f64::from(width), f64::from(height));
        let placed = props.transform.transform_rect_bbox(Rect::new(0.0, 0.0, width, height));
        let bounds = placed.intersect(self.area);
        if bounds.is_finite() && bounds.area() > 0.0 {
            let resolution = 1.0 / length(props.transform, 1.0, 0.0);
            self.images.push(PlacedImage { bounds, resolution });
        }
    }

    // Called for each form, even if that draws nothing.
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.check_time();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// How long a vector is after a transformation.
fn length(transform: Affine, x: f64, y: f64) -> f64 {
    (transform * Point::new(x, y) - transform * Point::ORIGIN).hypot()
}
