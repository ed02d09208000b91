//! Finds and reads QR codes and barcodes.
//!
//! Where one can be is decided cheaply, from one line in three of the picture: [`finder_patterns`] looks for
//! the corners of QR codes, [`bars`] for lines that cross the same bars. Only there the reader looks, in
//! small crops: its time grows fast with what looks like a code, and a picture of noise is full of it.

mod bars;
mod decode;
mod finder_patterns;
mod ink;
mod patches;

use crate::document::{Code, CodeKind, Line, Page, Quad};
use crate::engine::GreyImage;
use crate::panics::contain;
use bars::Bars;
use decode::Crop;
use finder_patterns::QrCandidate;
use ink::Ink;
use patches::{Patch, Shape};

/// How many places without a code are looked at before the search ends.
const MOST_FAILURES: usize = 48;

/// The same for other two-dimensional codes, which are larger.
const MOST_PATCHES: usize = 8;

/// Modules around a QR code in its crop: a margin of four, and one for what is crooked.
const MARGIN: f32 = 5.0;

/// Size of a module in a crop, in pixels: larger ones are reduced, smaller ones enlarged.
const MODULE: f32 = 4.0;

/// Longest side of a crop, in pixels: a QR code has at most 177 modules.
const LONGEST_SIDE: f32 = 1000.0;

/// The codes of a picture, from top to bottom. What fails to be read is none.
pub(crate) fn find(picture: GreyImage<'_>) -> Vec<Code> {
    let mut codes = contain(|| find_all(picture)).unwrap_or_default();
    let top = |code: &Code| code.quad.bounds().top;
    codes.sort_by(|a, b| top(a).total_cmp(&top(b)));
    codes
}

/// `lines` without the words that were read in codes.
pub(crate) fn without_codes(lines: Vec<Line>, codes: &[Code]) -> Vec<Line> {
    if codes.is_empty() {
        return lines;
    }
    let outside = |line: Line| {
        let mut line = line;
        line.words.retain(|word| !is_taken(codes, middle(&word.quad)));
        (!line.words.is_empty()).then_some(line)
    };
    lines.into_iter().filter_map(outside).collect()
}

fn find_all(picture: GreyImage<'_>) -> Vec<Code> {
    let ink = Ink::new(picture);
    let (rows, columns) = (ink.rows(), ink.columns());
    let mut codes = Vec::new();
    let read_qr = |it: &QrCandidate| Some((CodeKind::Qr, decode::qr(crop(picture, it)?)?));
    let candidates = finder_patterns::find(&ink, &rows);
    read_all(&mut codes, MOST_FAILURES, &candidates, QrCandidate::outline, read_qr);
    let read_patch = |it: &Patch| decode::patch(crop_patch(picture, it)?, it.shape);
    let patches = patches::find(&ink, &rows, &columns);
    read_all(&mut codes, MOST_PATCHES, &patches, Patch::outline, read_patch);
    for (lines, turned) in [(&rows, false), (&columns, true)] {
        let outline = |it: &Bars| outline(it, turned);
        read_all(&mut codes, MOST_FAILURES, &bars::find(lines), outline, decode::bars);
    }
    codes
}

/// Adds the codes in these places, until so many hold none.
fn read_all<T>(
    codes: &mut Vec<Code>,
    most_failures: usize,
    places: &[T],
    outline: impl Fn(&T) -> Quad,
    read: impl Fn(&T) -> Option<(CodeKind, String)>,
) {
    let mut failures = 0;
    for place in places {
        if failures == most_failures || codes.len() == Page::MAX_CODES {
            return;
        }
        let quad = outline(place);
        if is_taken(codes, middle(&quad)) {
            continue;
        }
        // The reader may panic on what it does not expect.
        let read = contain(|| read(place)).ok().flatten();
        match read.map(|(kind, text)| (kind, printable(&text))) {
            Some((kind, text)) if !text.is_empty() => codes.push(Code::new(kind, text, quad)),
            _ => failures += 1,
        }
    }
}

/// Whether a code was found there already.
fn is_taken(codes: &[Code], point: [f32; 2]) -> bool {
    codes.iter().any(|code| code.quad.contains(point))
}

fn middle(quad: &Quad) -> [f32; 2] {
    crate::document::middle(quad.0[0], quad.0[2])
}

/// The outline of bars in the picture; lines that were columns run downwards.
fn outline(bars: &Bars, turned: bool) -> Quad {
    let quad = bars.outline();
    if !turned {
        return quad;
    }
    let [tl, tr, br, bl] = quad.0.map(|[x, y]| [y, x]);
    // A reflection changes the direction around the quad.
    Quad([bl, br, tr, tl])
}

/// The part of the picture with a QR code, in its own size of modules, dark on light.
fn crop(picture: GreyImage<'_>, candidate: &QrCandidate) -> Option<Crop> {
    let bounds = candidate.outline().bounds();
    let margin = (MARGIN - 1.0) * candidate.module;
    let (left, top) = (bounds.left - margin, bounds.top - margin);
    let (width, height) =
        (bounds.right - bounds.left + 2.0 * margin, bounds.bottom - bounds.top + 2.0 * margin);
    let scale = (MODULE / candidate.module).min(LONGEST_SIDE / width.max(height));
    let crop = scaled(picture, [left, top, width, height], scale)?;
    let invert =
        |crop: Crop| Crop { pixels: crop.pixels.iter().map(|it| 255 - it).collect(), ..crop };
    Some(if candidate.is_inverted { invert(crop) } else { crop })
}

/// The part of the picture with another code.
fn crop_patch(picture: GreyImage<'_>, patch: &Patch) -> Option<Crop> {
    let bounds = patch.outline().bounds();
    let (width, height) = (bounds.right - bounds.left, bounds.bottom - bounds.top);
    // The wide bars at the sides of PDF417 may be no part of the patch.
    let margin = width.min(height) * if patch.shape == Shape::Bars { 0.4 } else { 0.1 };
    let (left, top) = (bounds.left - margin, bounds.top - margin);
    let (width, height) = (width + 2.0 * margin, height + 2.0 * margin);
    let scale = (LONGEST_SIDE / 2.0 / width.max(height)).min(if width.min(height) < 150.0 {
        2.0
    } else {
        1.0
    });
    scaled(picture, [left, top, width, height], scale)
}

/// A part of the picture: left, top, width and height in pixels, in another scale.
fn scaled(
    picture: GreyImage<'_>,
    [left, top, width, height]: [f32; 4],
    scale: f32,
) -> Option<Crop> {
    let [columns, rows] = [width, height].map(|side| (side * scale) as u32);
    if columns == 0 || rows == 0 {
        return None;
    }
    // Each pixel is the mean of those that it stands for, looked at in a grid.
    let samples = (1.0 / scale).ceil().clamp(1.0, 8.0) as u32;
    let step = 1.0 / (scale * samples as f32);
    let mut pixels = Vec::with_capacity((columns * rows) as usize);
    for row in 0..rows {
        for column in 0..columns {
            let mut sum = 0.0;
            for y in 0..samples {
                for x in 0..samples {
                    let across = (column * samples + x) as f32 + 0.5;
                    let down = (row * samples + y) as f32 + 0.5;
                    sum += picture.sample([left + across * step, top + down * step]);
                }
            }
            let pixel = (sum / (samples * samples) as f32) as u8;
            pixels.push(pixel);
        }
    }
    Some(Crop { pixels, width: columns, height: rows })
}

/// Without characters that control a terminal or the direction of writing: ends of lines stay, others become their
/// pictures or U+FFFD.
fn printable(text: &str) -> String {
    let characters = text.replace("\r\n", "\n");
    let show = |character: char| match character {
        '\n' | '\r' => '\n',
        '\t' => '\t',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}'),
        other if Code::is_allowed(other) => other,
        _ => '\u{fffd}',
    };
    characters.trim_end().chars().take(Code::MAX_CHARACTERS).map(show).collect()
}

#[cfg(test)]
mod tests;
