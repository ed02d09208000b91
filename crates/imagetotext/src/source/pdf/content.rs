//! What a page shows, in points (1/72 inch) from its top left corner as it is seen: glyphs, images, and
//! how much else is drawn.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_syntax::object::{self, Dict};
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, SoftMask, TransformExt as _, interpret_page,
};
use hayro::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _};

use super::budget::Budget;
use super::form_values;
use super::glyphs::{Glyph, Glyphs};
use super::render;
use super::single_jpeg::SingleJpeg;
use super::substitutes;
use super::text_string;
use crate::Error;
use crate::source::limits::{MAX_PIXELS, MAX_SIDE};
use crate::source::page_jpeg::PageJpeg;

/// Heights of letters that are drawn as shapes, in points.
const LETTER_HEIGHTS: std::ops::Range<f64> = 3.0..60.0;

/// What a page shows.
pub(super) struct Content {
    /// Width and height in points.
    pub(super) size: [f32; 2],
    pub(super) glyphs: Vec<Glyph>,
    /// Whether much of it is drawn in wrong glyphs, because fonts are not in the file.
    pub(super) is_lost: bool,
    /// Whether there are glyphs that cannot be text: without a Unicode value, or set vertically.
    pub(super) has_unknown_glyphs: bool,
    pub(super) images: Vec<PlacedImage>,
    /// Filled shapes that may be letters.
    pub(super) letter_shapes: usize,
    /// The JPEG that the page consists of, if that is to be kept.
    pub(super) jpeg: Option<PageJpeg>,
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
    /// Runs the instructions of the page without drawing. `keeps_jpeg` tells whether a JPEG is wanted that is all
    /// there is.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when an image on it has more pixels than pictures may have.
    ///
    /// # Panics
    /// When the page draws more than its [`Budget`]: nothing else stops the interpreter.
    pub(super) fn of(page: &Page<'_>, keeps_jpeg: bool) -> Result<Self, Error> {
        let (width, height) = page.render_dimensions();
        let transform = page.initial_transform(true).to_kurbo();
        let area = Rect::new(0.0, 0.0, width.into(), height.into());
        let cache = InterpreterCache::new();
        let settings = render::interpreter_settings();
        let mut context = Context::new(transform, area, &cache, page.xref(), settings);
        let mut collector = Collector {
            area,
            glyphs: Glyphs::of_page(substitutes::has_lost_font(page)),
            images: Vec::new(),
            letter_shapes: 0,
            too_large: false,
            single_jpeg: keeps_jpeg.then(SingleJpeg::default),
            budget: Budget::of_page(),
        };
        interpret_page(page, &mut context, &mut collector);
        if collector.too_large {
            return Err(Error::TooLarge);
        }
        let Collector { glyphs, images, letter_shapes, single_jpeg, .. } = collector;
        let is_lost = glyphs.are_lost();
        let (mut glyphs, has_unknown_glyphs) = glyphs.into_parts();
        form_values::add(&mut glyphs, page);
        let jpeg = single_jpeg.and_then(SingleJpeg::finish);
        let size = [width, height];
        Ok(Self { size, glyphs, is_lost, has_unknown_glyphs, images, letter_shapes, jpeg })
    }

    /// Whether there is nothing on the page that may be text.
    pub(super) fn is_empty(&self) -> bool {
        let Self { glyphs, has_unknown_glyphs, images, letter_shapes, .. } = self;
        glyphs.is_empty() && !has_unknown_glyphs && images.is_empty() && *letter_shapes == 0
    }
}

struct Collector {
    area: Rect,
    glyphs: Glyphs,
    images: Vec<PlacedImage>,
    letter_shapes: usize,
    too_large: bool,
    single_jpeg: Option<SingleJpeg>,
    budget: Budget,
}

impl<'a> Device<'a> for Collector {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend_on_path(path.elements().len());
        self.on_single_jpeg(SingleJpeg::add_other);
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
        self.budget.spend_on_others(1 + run.glyphs().len());
        if !matches!(mode, DrawMode::Invisible) {
            self.on_single_jpeg(SingleJpeg::add_other);
        }
        self.glyphs.add(run, props.transform, mode, self.area);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.budget.spend_on_others(1);
        let (width, height, area) = (image.width(), image.height(), self.area);
        if u64::from(width) * u64::from(height) > MAX_PIXELS || width.max(height) > MAX_SIDE {
            self.too_large = true;
            return;
        }
        self.on_single_jpeg(|single| match &image {
            Image::Raster(image) => single.add_image(image, props.transform, area),
            Image::Stencil(_) => single.add_other(),
        });
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
        self.budget.spend_on_others(1);
        self.on_single_jpeg(|single| single.push_clip(None));
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.budget.spend_on_others(1);
        self.on_single_jpeg(|single| single.push_clip(Some(*rect)));
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        mode: BlendMode,
    ) {
        self.budget.spend_on_others(1);
        self.on_single_jpeg(|single| single.push_group(opacity, mask.is_some(), mode));
    }

    fn pop_clip(&mut self) {
        self.on_single_jpeg(SingleJpeg::pop_clip);
    }

    fn pop_transparency_group(&mut self) {
        self.on_single_jpeg(SingleJpeg::pop_group);
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.budget.spend_on_others(1);
        let text = properties.and_then(|it| it.get::<object::String<'_>>(&b"ActualText"[..]));
        self.glyphs.begin_marked(text.map(|text| text_string::decoded(text.as_bytes())));
    }

    fn end_marked_content(&mut self) {
        self.glyphs.end_marked();
    }
}

impl Collector {
    fn on_single_jpeg(&mut self, act: impl FnOnce(&mut SingleJpeg)) {
        if let Some(single) = &mut self.single_jpeg {
            act(single);
        }
    }
}

/// How long a vector is after a transformation.
fn length(transform: Affine, x: f64, y: f64) -> f64 {
    (transform * Point::new(x, y) - transform * Point::ORIGIN).hypot()
}
