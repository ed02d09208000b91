//! ALTO 4.4: <https://www.loc.gov/standards/alto/>.

use std::fmt::Write as _;

use super::escape;
use super::hocr::bounds;
use crate::document::{Block, BlockKind, Bounds, Code, Document, Line, Page, Quad};

/// What comes before the pages, but for the name of the picture.
const HEAD: [&str; 2] = [
    concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" ",
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"",
        "http://www.loc.gov/standards/alto/ns-v4# ",
        "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd\" SCHEMAVERSION=\"4.4\">\n",
        "<Description>\n<MeasurementUnit>pixel</MeasurementUnit>\n",
    ),
    concat!(
        "<Processing ID=\"reading\"><processingSoftware><softwareName>imagetotext</softwareName>",
        "<softwareVersion>",
        env!("CARGO_PKG_VERSION"),
        "</softwareVersion></processingSoftware></Processing>\n</Description>\n<Tags>\n",
        "<StructureTag ID=\"heading\" LABEL=\"heading\"/>\n",
        "<StructureTag ID=\"listItem\" LABEL=\"listItem\"/>\n",
        "<StructureTag ID=\"table\" LABEL=\"table\"/>\n",
        "<StructureTag ID=\"code\" LABEL=\"code\"/>\n",
        "<StructureTag ID=\"caption\" LABEL=\"caption\"/>\n",
        "<StructureTag ID=\"runningHead\" LABEL=\"runningHead\"/>\n",
        "<StructureTag ID=\"runningFoot\" LABEL=\"runningFoot\"/>\n",
        "<StructureTag ID=\"figure\" LABEL=\"figure\"/>\n",
        "<StructureTag ID=\"barcode\" LABEL=\"barcode\"/>\n",
        "</Tags>\n<Layout>\n",
    ),
];

/// What comes after them.
pub(super) const FOOT: &str = "</Layout>\n</alto>\n";

/// ALTO 4.4: the boxes of blocks, lines and words for libraries and archives.
///
/// Boxes are in whole pixels; lines that slant have their outline as well. Tags tell the kinds of blocks that
/// are no paragraphs; a block with the tag `barcode` has what a QR code or barcode says. `image` is the name of the picture.
pub fn alto(document: &Document, image: Option<&str>) -> String {
    let mut xml = head(image);
    pages(&mut xml, document, 0);
    xml + FOOT
}

/// What comes before the pages.
pub(super) fn head(image: Option<&str>) -> String {
    let mut xml = HEAD[0].to_owned();
    if let Some(name) = image {
        xml.push_str("<sourceImageInformation><fileName>");
        escape::xml(&mut xml, name);
        xml.push_str("</fileName></sourceImageInformation>\n");
    }
    xml + HEAD[1]
}

/// Adds the pages of a document, before which there were `before` pages of others.
pub(super) fn pages(xml: &mut String, document: &Document, before: usize) {
    for (number, it) in (before + 1..).zip(&document.pages) {
        page(xml, number, it);
    }
}

fn page(xml: &mut String, number: usize, page: &Page) {
    let (width, height, image) = (page.width, page.height, page.number);
    let _ = writeln!(
        xml,
        "<Page ID=\"page_{number}\" PHYSICAL_IMG_NR=\"{image}\" WIDTH=\"{width}\" HEIGHT=\"{height}\">\n\
         <PrintSpace HPOS=\"0\" VPOS=\"0\" WIDTH=\"{width}\" HEIGHT=\"{height}\">"
    );
    for (block, it) in (1..).zip(&page.blocks) {
        push_block(xml, &format!("{number}_{block}"), it);
    }
    for (code, it) in (page.blocks.len() + 1..).zip(&page.codes) {
        push_code(xml, &format!("{number}_{code}"), it);
    }
    xml.push_str("</PrintSpace>\n</Page>\n");
}

fn push_block(xml: &mut String, id: &str, block: &Block) {
    let place = place(bounds(std::slice::from_ref(block)));
    let tag = match &block.kind {
        BlockKind::Paragraph => "",
        BlockKind::Heading { .. } => " TAGREFS=\"heading\"",
        BlockKind::ListItem { .. } => " TAGREFS=\"listItem\"",
        BlockKind::Table(_) => " TAGREFS=\"table\"",
        BlockKind::Code => " TAGREFS=\"code\"",
        BlockKind::Caption => " TAGREFS=\"caption\"",
        BlockKind::RunningHead => " TAGREFS=\"runningHead\"",
        BlockKind::RunningFoot => " TAGREFS=\"runningFoot\"",
        BlockKind::Figure => " TAGREFS=\"figure\"",
    };
    let _ = writeln!(xml, "<TextBlock ID=\"block_{id}\"{place}{tag}>");
    for (number, it) in (1..).zip(&block.lines) {
        push_line(xml, &format!("{id}_{number}"), it);
    }
    xml.push_str("</TextBlock>\n");
}

/// A QR code or barcode; each line of what it says is a string.
fn push_code(xml: &mut String, id: &str, code: &Code) {
    let place = place(code.quad.bounds());
    let _ = writeln!(xml, "<TextBlock ID=\"block_{id}\"{place} TAGREFS=\"barcode\">");
    for (number, text) in (1..).zip(code.text.lines()) {
        let _ = write!(
            xml,
            "<TextLine ID=\"line_{id}_{number}\"{place}><String ID=\"word_{id}_{number}_1\" CONTENT=\""
        );
        escape::xml(xml, text);
        let _ = writeln!(xml, "\"{place}/></TextLine>");
    }
    xml.push_str("</TextBlock>\n");
}

fn push_line(xml: &mut String, id: &str, line: &Line) {
    let bounds = line.quad.bounds();
    let _ = write!(xml, "<TextLine ID=\"line_{id}\"{}>", place(bounds));
    let upright = Quad::upright(bounds.left, bounds.top, bounds.right, bounds.bottom);
    if line.quad != upright {
        let [a, b, c, d] = line.quad.0.map(|[x, y]| format!("{},{}", whole(x), whole(y)));
        let _ = write!(xml, "<Shape><Polygon POINTS=\"{a} {b} {c} {d}\"/></Shape>");
    }
    for (number, word) in line.words.iter().enumerate() {
        if number > 0 {
            xml.push_str("<SP/>");
        }
        let _ = write!(xml, "<String ID=\"word_{id}_{}\" CONTENT=\"", number + 1);
        escape::xml(xml, &word.text);
        let confidence = word.confidence.clamp(0.0, 1.0);
        let _ = write!(xml, "\"{} WC=\"{confidence:.3}\"/>", place(word.quad.bounds()));
    }
    xml.push_str("</TextLine>\n");
}

fn place(bounds: Bounds) -> String {
    let [left, top, right, bottom] =
        [bounds.left, bounds.top, bounds.right, bounds.bottom].map(whole);
    let (width, height) = (right.saturating_sub(left), bottom.saturating_sub(top));
    format!(" HPOS=\"{left}\" VPOS=\"{top}\" WIDTH=\"{width}\" HEIGHT=\"{height}\"")
}

/// A whole number of pixels in the picture.
fn whole(length: f32) -> u32 {
    length.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::{document, line, typed};

    #[test]
    fn blocks_lines_and_words_have_their_boxes() {
        let page = document(&[
            vec![line("A heading", 0.0, 0.0, 200.0, 40.0)],
            vec![typed("a <b>", 10.0, 60.0)],
        ]);
        let xml = alto(&page, Some("a&b.png"));
        for part in [
            "<fileName>a&amp;b.png</fileName>",
            "<Page ID=\"page_1\" PHYSICAL_IMG_NR=\"1\" WIDTH=\"1000\" HEIGHT=\"800\">",
            "<TextBlock ID=\"block_1_1\" HPOS=\"0\" VPOS=\"0\" WIDTH=\"200\" HEIGHT=\"40\" \
             TAGREFS=\"heading\">",
            "<TextLine ID=\"line_1_2_1\" HPOS=\"10\" VPOS=\"60\" WIDTH=\"50\" HEIGHT=\"20\"><String \
             ID=\"word_1_2_1_1\" CONTENT=\"a\" HPOS=\"10\" VPOS=\"60\" WIDTH=\"10\" HEIGHT=\"20\" \
             WC=\"0.900\"/><SP/><String ID=\"word_1_2_1_2\" CONTENT=\"&lt;b&gt;\"",
        ] {
            assert!(xml.contains(part), "{part} in {xml}");
        }
        assert!(!xml.contains("<Shape>"));
    }

    #[test]
    fn slanted_lines_have_their_outline() {
        let mut page = document(&[vec![typed("slanted", 10.0, 60.0)]]);
        page.pages[0].blocks[0].lines[0].quad =
            Quad([[10.0, 60.0], [80.0, 70.0], [78.0, 90.0], [8.0, 80.0]]);
        let xml = alto(&page, None);
        assert!(xml.contains("<Polygon POINTS=\"10,60 80,70 78,90 8,80\"/>"), "{xml}");
        assert!(!xml.contains("<fileName>"));
    }
}
