//! hOCR 1.2: <https://kba.github.io/hocr-spec/1.2/>.

use std::f32::consts::FRAC_PI_2;
use std::fmt::Write as _;

use super::escape;
use crate::document::{Block, Bounds, Document, Line, Page};

const HEAD: &str = concat!(
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

const FOOT: &str = "</body>\n</html>\n";

/// hOCR 1.2: an XHTML document with the box of each page, block, line and word.
///
/// Boxes are in whole pixels; `x_wconf` is the confidence of a word in percent. Pages do not know
/// the names of their pictures, so the property `image` is left to the caller.
pub fn hocr(document: &Document) -> String {
    let mut html = String::with_capacity(HEAD.len() + FOOT.len() + room(document));
    html.push_str(HEAD);
    for (index, it) in document.pages.iter().enumerate() {
        page(&mut html, index, it);
    }
    html.push_str(FOOT);
    html
}

/// About as many bytes as the pages need: the tags of a word take about 100.
fn room(document: &Document) -> usize {
    let lines = document.pages.iter().flat_map(Page::lines);
    lines.map(|line| 300 + 120 * line.words.len()).sum()
}

fn page(html: &mut String, index: usize, page: &Page) {
    let number = index + 1;
    let _ = writeln!(
        html,
        "<div class=\"ocr_page\" id=\"page_{number}\" title=\"bbox 0 0 {} {}; ppageno {index}\">",
        page.width, page.height
    );
    let mut line_number = 0;
    for (block_number, it) in (1..).zip(&page.blocks) {
        block(html, &format!("{number}_{block_number}"), it);
        for it in &it.lines {
            line_number += 1;
            line(html, &format!("{number}_{line_number}"), it);
        }
        html.push_str("</p>\n</div>\n");
    }
    html.push_str("</div>\n");
}

fn block(html: &mut String, id: &str, block: &Block) {
    let quads = block.lines.iter().map(|line| line.quad.bounds());
    let title = bbox(quads.reduce(union).unwrap_or(EMPTY));
    let _ = write!(
        html,
        "<div class=\"ocr_carea\" id=\"block_{id}\" title=\"{title}\">\n\
         <p class=\"ocr_par\" id=\"par_{id}\" title=\"{title}\">\n"
    );
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
