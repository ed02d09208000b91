//! How the frozen screen looks: darker but for the selection, which has a border, its size and, before
//! it is begun, a line of help.

use gtk::cairo::{Context, Error, FontSlant, FontWeight, ImageSurface};

use super::geometry::Rect;
use super::selection::Selection;
use super::words;

/// How far around the selection something may be drawn, in pixels: border and label.
pub(super) const MARGIN: i32 = 40;

/// How much darker the rest of the screen is, 0 to 1.
const SHADE: f64 = 0.45;

/// Sizes of the letters and the space around them, in pixels.
const FONT_SIZE: f64 = 15.0;
const PADDING: f64 = 9.0;
const CORNER: f64 = 7.0;

/// The distance between the help and the edge of the monitor, in pixels.
const HELP_TOP: f64 = 36.0;

type Painted = Result<(), Error>;

/// Paints everything, in physical pixels.
pub(super) fn paint(context: &Context, screen: &ImageSurface, selection: &Selection) -> Painted {
    let region = selection.region();
    context.set_source_surface(screen, 0.0, 0.0)?;
    context.paint()?;
    context.set_source_rgba(0.0, 0.0, 0.0, SHADE);
    context.paint()?;
    rectangle(context, region);
    context.set_source_surface(screen, 0.0, 0.0)?;
    context.fill()?;
    border(context, region)?;
    if selection.is_begun() {
        size_label(context, region, selection.monitor())
    } else {
        help(context, selection.monitor())
    }
}

/// Light inside and dark outside, to be seen on any ground.
fn border(context: &Context, region: Rect) -> Painted {
    for (grown, width, grey) in [(1, 3.0, 0.0), (1, 1.5, 1.0)] {
        rectangle(context, region.grown(grown));
        context.set_line_width(width);
        context.set_source_rgb(grey, grey, grey);
        context.stroke()?;
    }
    Ok(())
}

/// Below the selection, or inside it where the monitor ends.
fn size_label(context: &Context, region: Rect, monitor: Rect) -> Painted {
    let text = words::size(region.width, region.height);
    let (width, height) = label_size(context, &text)?;
    let below = f64::from(region.y + region.height) + 6.0;
    let fits = below + height <= f64::from(monitor.y + monitor.height);
    let top = if fits { below } else { below - 12.0 - height };
    let most = f64::from(monitor.x + monitor.width) - width;
    label(context, &text, f64::from(region.x).min(most), top)
}

fn help(context: &Context, monitor: Rect) -> Painted {
    let (width, _) = label_size(context, words::OVERLAY_HELP)?;
    let left = f64::from(monitor.x) + (f64::from(monitor.width) - width) / 2.0;
    label(context, words::OVERLAY_HELP, left, f64::from(monitor.y) + HELP_TOP)
}

fn label_size(context: &Context, text: &str) -> Result<(f64, f64), Error> {
    context.select_font_face("sans-serif", FontSlant::Normal, FontWeight::Normal);
    context.set_font_size(FONT_SIZE);
    let width = context.text_extents(text)?.x_advance() + 2.0 * PADDING;
    Ok((width, FONT_SIZE + 2.0 * PADDING))
}

fn label(context: &Context, text: &str, left: f64, top: f64) -> Painted {
    use std::f64::consts::{FRAC_PI_2, PI};

    let (width, height) = label_size(context, text)?;
    let (right, bottom) = (left + width - CORNER, top + height - CORNER);
    context.new_path();
    context.arc(right, top + CORNER, CORNER, -FRAC_PI_2, 0.0);
    context.arc(right, bottom, CORNER, 0.0, FRAC_PI_2);
    context.arc(left + CORNER, bottom, CORNER, FRAC_PI_2, PI);
    context.arc(left + CORNER, top + CORNER, CORNER, PI, PI + FRAC_PI_2);
    context.close_path();
    context.set_source_rgba(0.08, 0.08, 0.09, 0.92);
    context.fill()?;
    context.set_source_rgb(1.0, 1.0, 1.0);
    context.move_to(left + PADDING, top + PADDING + FONT_SIZE * 0.85);
    context.show_text(text)
}

fn rectangle(context: &Context, rect: Rect) {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(f64::from);
    context.rectangle(x, y, width, height);
}
