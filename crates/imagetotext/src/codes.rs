//! Finds and reads QR codes and barcodes.
//!
//! Where one can be is decided cheaply, from one line in three of the picture: [`finder_patterns`] looks for
//! the corners of QR codes, [`bars`] for lines that cross the same bars. Only there the reader looks, in
//! small crops: its time grows fast with what looks like a code, and a picture of noise is full of it.

mod bars;
mod decode;
mod finder_patterns;
mod ink;

use crate::document::{Code, CodeKind, Line, Page, Quad};
use crate::engine::GreyImage;
use crate::panics::contain;
use bars::Bars;
use decode::Crop;
use finder_patterns::QrCandidate;
use ink::Ink;

/// How many places without a code are looked at before the search ends.
const MOST_FAILURES: usize = 48;

/// Modules around a QR code in its crop: a margin of four, and one for what is crooked.
const MARGIN: f32 = 5.0;

/// Size of a module in a crop, in pixels: larger ones are reduced, smaller ones enlarged.
const MODULE: f32 = 4.0;

/// Longest side of a crop, in pixels: a QR code has at most 177 modules.
const LONGEST_SIDE: f32 = 1000.0;

/// The codes of a picture, from top to bottom. What fails to be read is none.
pub(crate) fn find(picture: GreyImage<'_>) -> Vec<Code> {
    // The reader may panic on what it does not expect.
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
    let mut codes = Vec::new();
    let rows = ink.rows();
    let mut budget = Budget::default();
    for candidate in finder_patterns::find(&ink, &rows) {
        if budget.is_spent(&codes) {
            break;
        }
        if is_taken(&codes, middle_of(&candidate)) {
            continue;
        }
        let text = contain(|| crop(picture, &candidate).and_then(decode::qr)).ok().flatten();
        budget.add(&mut codes, text.map(|text| (CodeKind::Qr, text)), candidate.outline());
    }
    for (lines, turned) in [(rows, false), (ink.columns(), true)] {
        let mut budget = Budget::default();
        for bars in bars::find(&lines) {
            if budget.is_spent(&codes) {
                break;
            }
            let outline = outline(&bars, turned);
            if is_taken(&codes, middle(&outline)) {
                continue;
            }
            let read = contain(|| decode::bars(&bars)).ok().flatten();
            budget.add(&mut codes, read, outline);
        }
    }
    codes
}

/// Ends the search where there is nothing to find.
#[derive(Default)]
struct Budget {
    failures: usize,
}

impl Budget {
    fn is_spent(&self, codes: &[Code]) -> bool {
        self.failures >= MOST_FAILURES || codes.len() >= Page::MAX_CODES
    }

    fn add(&mut self, codes: &mut Vec<Code>, read: Option<(CodeKind, String)>, outline: Quad) {
        match read {
            Some((kind, text)) if !text.is_empty() => {
                codes.push(Code::new(kind, printable(&text), outline));
            }
            _ => self.failures += 1,
        }
    }
}

/// Whether a code was found there already.
fn is_taken(codes: &[Code], point: [f32; 2]) -> bool {
    codes.iter().any(|code| code.quad.contains(point))
}

fn middle_of(candidate: &QrCandidate) -> [f32; 2] {
    crate::document::middle(candidate.corners[0], candidate.corners[2])
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
            pixels.push(if candidate.is_inverted { 255 - pixel } else { pixel });
        }
    }
    Some(Crop { pixels, width: columns, height: rows })
}

/// Without characters that control a terminal: ends of lines stay, others become their pictures.
fn printable(text: &str) -> String {
    let characters = text.replace("\r\n", "\n");
    let show = |character: char| match character {
        '\n' => '\n',
        '\r' => '\n',
        '\t' => '\t',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}'),
        control if control.is_control() => '\u{fffd}',
        other => other,
    };
    characters.trim_end().chars().take(Code::MAX_CHARACTERS).map(show).collect()
}

#[cfg(test)]
mod tests;
