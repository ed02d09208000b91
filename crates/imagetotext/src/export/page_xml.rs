//! PAGE XML, schema of 2019-07-15: <https://github.com/PRImA-Research-Lab/PAGE-XML>.

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use super::escape;
use super::hocr::bounds;
use crate::document::{
    Block, BlockKind, Bounds, Code, Document, Line, Page, Quad, Resolution, Table, Word,
};

/// How each document begins.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// What comes before the page. The schema asks for a date; the time of reading would say something about the
/// person, so it is that of the schema.
const HEAD: &str = concat!(
    "<PcGts xmlns=\"http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15\" ",
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"",
    "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15 ",
    "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15/pagecontent.xsd\">\n",
    "<Metadata><Creator>imagetotext ",
    env!("CARGO_PKG_VERSION"),
    "</Creator><Created>2019-07-15T00:00:00</Created>",
    "<LastChange>2019-07-15T00:00:00</LastChange>",
);

/// What comes before and after the number of pages, in the first document of several.
const COUNT: [&str; 2] = ["<Comments>Page 1 of ", "</Comments>"];

/// PAGE XML of 2019-07-15: regions by their kind, their reading order, lines and words with their outlines and
/// confidences.
///
/// A document of PAGE XML has one page. Those of several pages follow one after the other, each with its own
/// declaration; [`page_xml_documents`] divides them. Positions are in whole pixels. `image` is the name of the
/// picture.
pub fn page_xml(document: &Document, image: Option<&str>) -> String {
    let mut xml = String::new();
    for (index, page) in document.pages.iter().enumerate() {
        let count = (index == 0).then_some(document.pages.len());
        push_page(&mut xml, page, count, image.unwrap_or_default());
    }
    xml
}

/// How many documents [`page_xml`] made, as the first one says.
///
/// ```
/// use imagetotext::export::{page_xml, page_xml_count};
/// use imagetotext::{Document, Page};
///
/// let two = Document::new(vec![Page::new(100, 50, Vec::new()), Page::new(90, 60, Vec::new())]);
/// assert_eq!(page_xml_count(page_xml(&two, None).as_bytes()), 2);
/// ```
pub fn page_xml_count(first: &[u8]) -> usize {
    let head = first.get(..HEAD.len() + 200).unwrap_or(first);
    let head = String::from_utf8_lossy(head);
    let count = head.split_once(COUNT[0]).and_then(|(_, rest)| rest.split_once(COUNT[1]));
    count.and_then(|(count, _)| count.parse().ok()).unwrap_or(1)
}

/// The documents that [`page_xml`] put one after the other.
///
/// ```
/// use imagetotext::export::{page_xml, page_xml_documents};
/// use imagetotext::{Document, Page};
///
/// let two = Document::new(vec![Page::new(100, 50, Vec::new()), Page::new(90, 60, Vec::new())]);
/// let xml = page_xml(&two, Some("scan.tif"));
/// let documents: Vec<&[u8]> = page_xml_documents(xml.as_bytes()).collect();
/// assert_eq!(documents.len(), 2);
/// assert_eq!(documents.concat(), xml.as_bytes());
/// ```
pub fn page_xml_documents(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        // Texts have no `<`, so that nothing else is a declaration.
        let next = rest.get(1..)?.windows(DECLARATION.len());
        let is_declaration = |window: &[u8]| window == DECLARATION.as_bytes();
        let end = next.into_iter().position(is_declaration).map_or(rest.len(), |at| at + 1);
        let (document, after) = rest.split_at(end);
        rest = after;
        (!document.is_empty()).then_some(document)
    })
}

fn push_page(xml: &mut String, page: &Page, count: Option<usize>, image: &str) {
    xml.push_str(DECLARATION);
    xml.push_str(HEAD);
    if let Some(count) = count.filter(|count| *count > 1) {
        let _ = write!(xml, "{}{count}{}", COUNT[0], COUNT[1]);
    }
    xml.push_str("</Metadata>\n<Page imageFilename=\"");
    escape::xml(xml, image);
    let Page { width, height, .. } = page;
    let _ = write!(xml, "\" imageWidth=\"{width}\" imageHeight=\"{height}\"");
    if let Some(Resolution { x, y }) = page.resolution {
        let _ = write!(
            xml,
            " imageXResolution=\"{x:.2}\" imageYResolution=\"{y:.2}\" imageResolutionUnit=\"PPI\""
        );
    }
    xml.push_str(">\n");
    let mut writer = Writer { xml, width: *width, height: *height };
    if !page.blocks.is_empty() {
        writer.xml.push_str("<ReadingOrder><OrderedGroup id=\"order\">\n");
        for index in 0..page.blocks.len() {
            let number = index + 1;
            let _ = writeln!(
                writer.xml,
                "<RegionRefIndexed index=\"{index}\" regionRef=\"region_{number}\"/>"
            );
        }
        writer.xml.push_str("</OrderedGroup></ReadingOrder>\n");
    }
    for (number, block) in (1..).zip(&page.blocks) {
        writer.block(&format!("region_{number}"), block);
    }
    for (number, code) in (1..).zip(&page.codes) {
        writer.code(number, code);
    }
    xml.push_str("</Page>\n</PcGts>\n");
}

/// Writes one page; no position is beyond its edges.
struct Writer<'a> {
    xml: &'a mut String,
    width: u32,
    height: u32,
}

impl Writer<'_> {
    fn block(&mut self, id: &str, block: &Block) {
        let lines: Vec<&Line> = block.lines.iter().collect();
        let (kind, custom) = match &block.kind {
            BlockKind::Table(table) => return self.table(id, block, table),
            BlockKind::Figure => return self.figure(id, block, &lines),
            BlockKind::Paragraph => ("paragraph", String::new()),
            BlockKind::Heading { level } => {
                ("heading", format!(" custom=\"structure {{level:{level};}}\""))
            }
            BlockKind::ListItem { depth, .. } => {
                ("paragraph", format!(" custom=\"structure {{type:list-item; depth:{depth};}}\""))
            }
            BlockKind::Code => ("other", " custom=\"structure {type:code;}\"".into()),
            BlockKind::Caption => ("caption", String::new()),
            BlockKind::RunningHead => ("header", String::new()),
            BlockKind::RunningFoot => ("footer", String::new()),
        };
        let _ = writeln!(self.xml, "<TextRegion id=\"{id}\" type=\"{kind}\"{custom}>");
        self.coords(&outline(block));
        self.lines(id, &lines);
        self.xml.push_str("</TextRegion>\n");
    }

    /// The text in a figure.
    fn figure(&mut self, id: &str, block: &Block, lines: &[&Line]) {
        let _ = writeln!(self.xml, "<ImageRegion id=\"{id}\">");
        self.coords(&outline(block));
        let _ = writeln!(self.xml, "<TextRegion id=\"{id}_text\" type=\"floating\">");
        self.coords(&outline(block));
        self.lines(&format!("{id}_text"), lines);
        self.xml.push_str("</TextRegion>\n</ImageRegion>\n");
    }

    fn table(&mut self, id: &str, block: &Block, table: &Table) {
        let Table { rows, columns, .. } = table;
        let _ =
            writeln!(self.xml, "<TableRegion id=\"{id}\" rows=\"{rows}\" columns=\"{columns}\">");
        self.coords(&outline(block));
        let mut is_left = vec![true; block.lines.len()];
        for (number, cell) in (1..).zip(&table.cells) {
            let mut lines = Vec::new();
            for &index in &cell.lines {
                if let Some(line) = block.lines.get(index as usize) {
                    is_left[index as usize] = false;
                    lines.push(line);
                }
            }
            if lines.is_empty() {
                // It has no place.
                continue;
            }
            let cell_id = format!("{id}_cell_{number}");
            let _ = writeln!(self.xml, "<TextRegion id=\"{cell_id}\">");
            self.coords(&around(&lines));
            let _ = writeln!(
                self.xml,
                "<Roles><TableCellRole rowIndex=\"{}\" columnIndex=\"{}\" rowSpan=\"{}\" colSpan=\"{}\" \
                 header=\"{}\"/></Roles>",
                cell.row,
                cell.column,
                cell.row_span,
                cell.column_span,
                cell.row < table.header_rows
            );
            self.lines(&cell_id, &lines);
            self.xml.push_str("</TextRegion>\n");
        }
        let left = block.lines.iter().zip(is_left).filter_map(|(line, left)| left.then_some(line));
        let left: Vec<&Line> = left.collect();
        if !left.is_empty() {
            let rest_id = format!("{id}_rest");
            let _ = writeln!(self.xml, "<TextRegion id=\"{rest_id}\">");
            self.coords(&around(&left));
            self.lines(&rest_id, &left);
            self.xml.push_str("</TextRegion>\n");
        }
        self.xml.push_str("</TableRegion>\n");
    }

    fn code(&mut self, number: usize, code: &Code) {
        let id = format!("code_{number}");
        let _ = writeln!(
            self.xml,
            "<GraphicRegion id=\"{id}\" type=\"barcode\" comments=\"{}\">",
            code.kind
        );
        self.coords(&code.quad);
        let _ = writeln!(self.xml, "<TextRegion id=\"{id}_text\" type=\"other\">");
        self.coords(&code.quad);
        self.text(&[&code.text], None);
        self.xml.push_str("\n</TextRegion>\n</GraphicRegion>\n");
    }

    /// Lines, and their text as that of the region.
    fn lines(&mut self, region: &str, lines: &[&Line]) {
        for (number, line) in (1..).zip(lines) {
            let id = format!("{region}_line_{number}");
            let _ = writeln!(self.xml, "<TextLine id=\"{id}\">");
            self.coords(&line.quad);
            for (number, word) in (1..).zip(&line.words) {
                self.word(&format!("{id}_word_{number}"), word);
            }
            self.text(&[&line.text()], Some(line.confidence()));
            self.xml.push_str("\n</TextLine>\n");
        }
        let texts: Vec<String> = lines.iter().map(|line| line.text()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        self.text(&texts, None);
        self.xml.push('\n');
    }

    fn word(&mut self, id: &str, word: &Word) {
        let _ = write!(self.xml, "<Word id=\"{id}\">");
        self.coords(&word.quad);
        self.text(&[&word.text], Some(word.confidence));
        self.xml.push_str("</Word>\n");
    }

    /// Lines of text; `confidence` is 0 to 1.
    fn text(&mut self, lines: &[&str], confidence: Option<f32>) {
        self.xml.push_str("<TextEquiv");
        if let Some(confidence) = confidence {
            let _ = write!(self.xml, " conf=\"{:.3}\"", confidence.clamp(0.0, 1.0));
        }
        self.xml.push_str("><Unicode>");
        for (number, line) in lines.iter().enumerate() {
            if number > 0 {
                self.xml.push('\n');
            }
            escape::xml(self.xml, line);
        }
        self.xml.push_str("</Unicode></TextEquiv>");
    }

    fn coords(&mut self, quad: &Quad) {
        let whole = |length: f32, most: u32| (length.round().max(0.0) as u32).min(most);
        let [a, b, c, d] =
            quad.0.map(|[x, y]| format!("{},{}", whole(x, self.width), whole(y, self.height)));
        let _ = writeln!(self.xml, "<Coords points=\"{a} {b} {c} {d}\"/>");
    }
}

/// The rectangle around a block.
fn outline(block: &Block) -> Quad {
    upright(bounds(std::slice::from_ref(block)))
}

/// The rectangle around lines, at least one.
fn around(lines: &[&Line]) -> Quad {
    let bounds = lines.iter().map(|line| line.quad.bounds()).reduce(|one, other| Bounds {
        left: one.left.min(other.left),
        top: one.top.min(other.top),
        right: one.right.max(other.right),
        bottom: one.bottom.max(other.bottom),
    });
    bounds.map_or(Quad([[0.0; 2]; 4]), upright)
}

fn upright(bounds: Bounds) -> Quad {
    Quad::upright(bounds.left, bounds.top, bounds.right, bounds.bottom)
}
