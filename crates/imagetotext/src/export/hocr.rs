//! hOCR 1.2: <https://kba.github.io/hocr-spec/1.2/>.

use std::f32::consts::FRAC_PI_2;
use std::fmt::Write as _;

use super::escape;
use crate::document::{Block, Bounds, Document, Line, Page, Resolution};

/// What comes before the pages.
pub(super) const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" ",
    "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n",
    "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<title></title>\n",
    "<meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\" />\n",
    "<meta name=\"ocr-system\" content=\"imagetotext ",
    env!("CARGO_PKG_VERSION"),
    "\" />\n",
    "<meta name=\"ocr-capabilities\" ",
    "content=\"ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf\" />\n",
    "</head>\n<body>\n",
);

/// What comes after them.
pub(super) const FOOT: &str = "</body>\n</html>\n";

/// hOCR 1.2: an XHTML document with the box of each page, block, line and word.
///
/// Boxes are in whole pixels; `x_wconf` is the confidence of a word in percent. Blocks that no gap
/// divides are paragraphs of one area. QR codes and barcodes are `ocrx_code` after the areas. `image` is the name of the picture, which the specification
/// asks for; `scan_res` has the pixels an inch, where they are known.
pub fn hocr(document: &Document, image: Option<&str>) -> String {
    let mut html = String::with_capacity(HEAD.len() + FOOT.len() + room(document));
    html.push_str(HEAD);
    pages(&mut html, document, image, 0);
    html.push_str(FOOT);
    html
}

/// Adds the pages of a document, before which there were `before` pages of others.
pub(super) fn pages(html: &mut String, document: &Document, image: Option<&str>, before: usize) {
    html.reserve(room(document));
    for (index, it) in (before..).zip(&document.pages) {
        page(html, index, it, image);
    }
}

/// About as many bytes as the pages need: the tags of a word take about 100.
fn room(document: &Document) -> usize {
    let lines = document.pages.iter().flat_map(Page::lines);
    lines.map(|line| 300 + 120 * line.words.len()).sum()
}

fn page(html: &mut String, index: usize, page: &Page, image: Option<&str>) {
    let number = index + 1;
    let _ = write!(html, "<div class=\"ocr_page\" id=\"page_{number}\" title=\"");
    if let Some(name) = image {
        html.push_str("image &quot;");
        escape::property(html, name);
        html.push_str("&quot;; ");
    }
    let _ = write!(html, "bbox 0 0 {} {}; ppageno {index}", page.width, page.height);
    if let Some(Resolution { x, y }) = page.resolution {
        let _ = write!(html, "; scan_res {} {}", x.round(), y.round());
    }
    html.push_str("\">\n");
    let (mut paragraph, mut line_number) = (0, 0);
    for (area, blocks) in (1..).zip(page.blocks.chunk_by(|_, block| !block.gap_before)) {
        let title = bbox(bounds(blocks));
        let _ = writeln!(
            html,
            "<div class=\"ocr_carea\" id=\"block_{number}_{area}\" title=\"{title}\">"
        );
        for block in blocks {
            paragraph += 1;
            let title = bbox(bounds(std::slice::from_ref(block)));
            let _ = writeln!(
                html,
                "<p class=\"ocr_par\" id=\"par_{number}_{paragraph}\" title=\"{title}\">"
            );
            for it in &block.lines {
                line_number += 1;
                line(html, &format!("{number}_{line_number}"), it);
            }
            html.push_str("</p>\n");
        }
        html.push_str("</div>\n");
    }
    for (code_number, code) in (1..).zip(&page.codes) {
        let title = bbox(code.quad.bounds());
        let _ = write!(
            html,
            "<p class=\"ocrx_code\" id=\"code_{number}_{code_number}\" title=\"{title}; x_kind {}\">",
            code.kind
        );
        escape::xml(html, &code.text);
        html.push_str("</p>\n");
    }
    html.push_str("</div>\n");
}

/// The rectangle around all lines of the blocks.
pub(super) fn bounds(blocks: &[Block]) -> Bounds {
    let lines = blocks.iter().flat_map(|block| &block.lines);
    lines.map(|line| line.quad.bounds()).reduce(union).unwrap_or(EMPTY)
}

fn line(html: &mut String, id: &str, line: &Line) {
    let title = bbox(line.quad.bounds());
    let angle = quarters(line);
    let angle = if angle == 0 { String::new() } else { format!("; textangle {angle}") };
    let _ = write!(html, "<span class=\"ocr_line\" id=\"line_{id}\" title=\"{title}{angle}\">");
    for (number, word) in (1..).zip(&line.words) {
        if number > 1 {
            html.push(' ');
        }
        let title = bbox(word.quad.bounds());
        // The cast makes 0 of what is no number.
        let confidence = (word.confidence.clamp(0.0, 1.0) * 100.0).round() as u32;
        let _ = write!(
            html,
            "<span class=\"ocrx_word\" id=\"word_{id}_{number}\" \
             title=\"{title}; x_wconf {confidence}\">"
        );
        escape::xml(html, &word.text);
        html.push_str("</span>");
    }
    html.push_str("</span>\n");
}

/// How far the line is turned against the clock, in degrees, to the nearest quarter.
fn quarters(line: &Line) -> i32 {
    let [x, y] = line.quad.direction();
    90 * ((-y.atan2(x) / FRAC_PI_2).round() as i32).rem_euclid(4)
}

const EMPTY: Bounds = Bounds { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };

fn union(a: Bounds, b: Bounds) -> Bounds {
    Bounds {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    }
}

/// The property; hOCR boxes are unsigned.
fn bbox(bounds: Bounds) -> String {
    let [left, top, right, bottom] =
        [bounds.left, bounds.top, bounds.right, bounds.bottom].map(|edge| edge.round() as u32);
    format!("bbox {left} {top} {right} {bottom}")
}
