//! Pages that bring their text: only the images on them are read.

use std::time::Duration;

use zeroize::Zeroizing;

use super::grey_image::GreyImage;
use super::options::ReadOptions;
use super::{Engine, FoundLines, without_noise};
use crate::source::EmbeddedText;
use crate::{Bounds, Error, Line, Quad};

impl Engine {
    /// The lines of the text layer, and those that are read in its images.
    ///
    /// # Errors
    /// Those of reading a picture.
    pub(super) fn read_beside(
        &self,
        text: &EmbeddedText,
        picture: GreyImage<'_>,
        options: &ReadOptions<'_>,
    ) -> Result<FoundLines, Error> {
        let mut found = FoundLines {
            lines: text.lines.clone(),
            unread: None,
            rotation: text.rotation(picture.width, picture.height),
            detect: Duration::ZERO,
        };
        for area in &text.unread {
            options.cancel.check()?;
            let Some(part) = Part::cut(picture, area) else { continue };
            let at = part.at;
            let part = GreyImage { pixels: &part.pixels, width: part.width, height: part.height };
            let read = self.read_lines(part, options)?;
            found.detect += read.detect;
            // Of a scan with a few words in its text layer, such as a stamp, this is most of the page.
            found.unread = found.unread.or(read.unread);
            let mut lines = without_noise(read.lines, part);
            for line in &mut lines {
                shift(line, at);
            }
            lines.retain(|line| !is_known(line, &text.lines));
            found.lines.extend(lines);
        }
        Ok(found)
    }
}

/// A part of a picture.
struct Part {
    pixels: Zeroizing<Vec<u8>>,
    /// Where it begins.
    at: [f32; 2],
    width: usize,
    height: usize,
}

impl Part {
    /// Copies it; `None` if it is empty.
    fn cut(picture: GreyImage<'_>, area: &Bounds) -> Option<Self> {
        let column = |at: f32| (at.max(0.0) as usize).min(picture.width);
        let row = |at: f32| (at.max(0.0) as usize).min(picture.height);
        let columns = column(area.left)..column(area.right.ceil());
        let rows = row(area.top)..row(area.bottom.ceil());
        if columns.is_empty() || rows.is_empty() {
            return None;
        }
        let (width, height) = (columns.len(), rows.len());
        let at = [columns.start as f32, rows.start as f32];
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        for row in rows {
            pixels.extend_from_slice(&picture.pixels[row * picture.width..][columns.clone()]);
        }
        Some(Self { pixels, at, width, height })
    }
}

fn shift(line: &mut Line, [right, down]: [f32; 2]) {
    let shift = |quad: &mut Quad| quad.0 = quad.0.map(|[x, y]| [x + right, y + down]);
    shift(&mut line.quad);
    for word in &mut line.words {
        shift(&mut word.quad);
    }
}

/// Whether a line lies where the text layer has words.
fn is_known(line: &Line, layer: &[Line]) -> bool {
    let middles =
        line.words.iter().map(|word| crate::document::middle(word.quad.start(), word.quad.end()));
    let known = middles.filter(|&middle| layer.iter().any(|line| line.quad.contains(middle)));
    known.count() * 2 > line.words.len()
}
