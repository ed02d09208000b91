//! Draws a page at the resolution that suits what is read in it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::hayro_syntax::object::dict::keys::USER_UNIT;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning, TransformExt as _};
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{
    Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit, peniko::ImageAlphaType,
};
use hayro::{RenderCache, RenderSettings, render_into};
use zeroize::Zeroize as _;

use super::content::{Content, PlacedImage};
use super::substitutes;
use super::text_layer::TextLayer;
use crate::source::picture::Picture;
use crate::{Error, Resolution};

/// Points an inch.
const POINTS: f64 = 72.0;

/// Pixels an inch at which print is read: the usual ones of scanners.
const PRINT: f64 = 300.0;

/// Pixels an inch of a page whose text need not be read: enough for its lines and figures.
const LAYOUT: f64 = 150.0;

/// Fewer pixels an inch leave letters of ten points too small to be read.
const LEGIBLE: f64 = 75.0;

/// Most pixels of a page: an A4 sheet at 600 dpi, and a poster (A0) at 160.
const MAX_PAGE_PIXELS: f64 = 40e6;

/// Longest side in pixels, which `vello_cpu` counts in 16 bits.
const MAX_PAGE_SIDE: f64 = 32_000.0;

/// An image that covers so much of the page is a scan of it, whose own pixels are read.
const SCAN: f64 = 0.5;

/// An image that covers less of a page without a text layer is a logo or a stamp.
const LOGO: f64 = 0.1;

/// Pixels a point that suit what is to be read.
///
/// # Errors
/// [`Error::TooLarge`] if its text would be too small to be read.
pub(super) fn scale(content: &Content, layer: Option<&TextLayer>) -> Result<f64, Error> {
    let [width, height] = content.size.map(f64::from);
    let images = images_to_read(content, layer);
    let wanted = images.map_or(LAYOUT / POINTS, |images| {
        let scans = images.iter().filter(|image| image.bounds.area() > SCAN * width * height);
        // More than print needs is scaled down; less is not made up.
        let finest = scans.map(|image| image.resolution).fold(0.0, f64::max);
        if finest > 0.0 { finest.min(PRINT / POINTS) } else { PRINT / POINTS }
    });
    let most = (MAX_PAGE_PIXELS / (width * height)).sqrt().min(MAX_PAGE_SIDE / width.max(height));
    if layer.is_none() && most < wanted.min(LEGIBLE / POINTS) {
        return Err(Error::TooLarge);
    }
    Ok(wanted.min(most))
}

/// Whether the page says too little without the images that are to be read: a scan, or the only text there is.
pub(super) fn needs_images(content: &Content, layer: Option<&TextLayer>) -> bool {
    let [width, height] = content.size.map(f64::from);
    let images = images_to_read(content, layer).unwrap_or_default();
    let least = if layer.is_some() { SCAN } else { LOGO };
    images.iter().map(|image| image.bounds.area()).sum::<f64>() > least * width * height
}

/// The images in which there may be text that the layer lacks; `None` where it lacks nothing.
fn images_to_read<'a>(
    content: &'a Content,
    layer: Option<&'a TextLayer>,
) -> Option<&'a [PlacedImage]> {
    match layer {
        Some(layer) if layer.unread.is_empty() => None,
        Some(layer) => Some(&layer.unread),
        None => Some(&content.images),
    }
}

/// A page as it is drawn.
pub(super) struct Drawn {
    pub(super) picture: Picture,
    /// Whether an image on it could not be decoded, which leaves a blank place.
    pub(super) lacks_image: bool,
}

/// Draws the page on white; a point has `scale` pixels. What the page calls a point may be longer on paper
/// (`UserUnit`, ISO 32000-1, 7.7.3.3).
pub(super) fn draw(page: &Page<'_>, scale: f64) -> Result<Drawn, Error> {
    let (width, height) = page.render_dimensions();
    let side = |points: f32| (f64::from(points) * scale).round().clamp(1.0, MAX_PAGE_SIDE) as u16;
    let mut context = RenderContext::new(side(width), side(height));
    let transform = Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    // Fonts and images of one page: those of a whole file would fill the memory.
    let cache = RenderCache::new();
    // Hinting shifts what the text layer has in its place.
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    let lacks_image = Arc::new(AtomicBool::new(false));
    let sink = lacks_image.clone();
    let warning_sink = Arc::new(move |warning| {
        if matches!(warning, InterpreterWarning::ImageDecodeFailure) {
            sink.store(true, Ordering::Relaxed);
        }
    });
    let interpreter = InterpreterSettings { warning_sink, ..interpreter_settings() };
    render_into(page, &cache, &interpreter, &settings, &mut context, transform);
    context.flush();
    let mut pixels = Pixmap::new(context.width(), context.height());
    let on_white = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..RasterizerSettings::default()
    };
    context.render_with(&mut pixels, &mut Resources::default(), on_white);
    let (columns, rows) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let mut rgba = pixels.take_rgba8(ImageAlphaType::Alpha);
    let mut rgb = Vec::with_capacity(rgba.len() / 4 * 3);
    for pixel in rgba.chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    rgba.zeroize();
    let mut picture = Picture::from_rgb(columns, rows, rgb)?;
    let unit = page.raw().get::<f32>(USER_UNIT).unwrap_or(1.0);
    picture.resolution = Resolution::of_size([columns, rows], [width * unit, height * unit]);
    Ok(Drawn { picture, lacks_image: lacks_image.load(Ordering::Relaxed) })
}

/// With the fonts that are built in, for those that a file leaves to its reader.
pub(super) fn interpreter_settings() -> InterpreterSettings {
    InterpreterSettings {
        font_resolver: Arc::new(|query| Some(substitutes::resolve(query))),
        ..InterpreterSettings::default()
    }
}
