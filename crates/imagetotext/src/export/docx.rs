//! DOCX, `WordprocessingML` in a package: ECMA-376, parts 1 and 2.

mod numbering;
mod paragraph;
mod table;

use super::elements::{self, Element};
use super::lines::LineMode;
use super::package::Package;
use crate::document::Document;
use numbering::Numbering;
use paragraph::Paragraph;

/// A document for word processors: headings, paragraphs, lists, tables, code, captions, page breaks.
///
/// The numbers of lists are those that were read. With [`LineMode::Keep`] lines end where those of the
/// picture do.
pub fn docx(document: &Document, mode: LineMode) -> Vec<u8> {
    let mut docx = Docx::new(mode);
    docx.push(None, document);
    docx.finish()
}

/// A document that grows.
pub(super) struct Docx {
    mode: LineMode,
    body: String,
    numbering: Numbering,
    /// Whether the next page begins a new sheet.
    is_begun: bool,
}

impl Docx {
    pub(super) fn new(mode: LineMode) -> Self {
        Self { mode, body: String::new(), numbering: Numbering::default(), is_begun: false }
    }

    /// Adds the pages of a document, under a heading if it has a name.
    pub(super) fn push(&mut self, name: Option<&str>, document: &Document) {
        let mut heading = name;
        for page in elements::pages(document, self.mode) {
            let mut breaks = std::mem::replace(&mut self.is_begun, true);
            if let Some(name) = heading.take() {
                self.paragraph("Title", std::mem::take(&mut breaks), &[name.to_owned()]);
            }
            for element in page {
                self.element(&element, std::mem::take(&mut breaks));
            }
            if breaks {
                self.paragraph("", breaks, &[]);
            }
        }
        if let Some(name) = heading {
            let breaks = std::mem::replace(&mut self.is_begun, true);
            self.paragraph("Title", breaks, &[name.to_owned()]);
        }
    }

    fn element(&mut self, element: &Element<'_>, breaks: bool) {
        match element {
            Element::Heading { level, text } => {
                self.paragraph(&format!("Heading{level}"), breaks, std::slice::from_ref(text));
            }
            Element::Item { marker, depth, read, lines } => {
                let list = self.numbering.place(*marker, *depth, *read);
                let mut lines = lines.clone();
                if let (None, Some(read)) = (list, read) {
                    let first = lines.first_mut().map(std::mem::take).unwrap_or_default();
                    let line = format!("{read} {first}");
                    lines.splice(..lines.len().min(1), [line]);
                }
                let style = "ListParagraph";
                Paragraph { style, breaks, list, lines: &lines }.push(&mut self.body);
            }
            Element::Table { block, table } => {
                if breaks {
                    self.paragraph("", breaks, &[]);
                }
                table::push(&mut self.body, block, table, self.mode);
            }
            Element::Code(lines) => self.paragraph("Code", breaks, lines),
            Element::Caption(lines) => self.paragraph("Caption", breaks, lines),
            Element::Paragraph(lines) => self.paragraph("", breaks, lines),
        }
    }

    fn paragraph(&mut self, style: &str, breaks: bool, lines: &[String]) {
        Paragraph { style, breaks, list: None, lines }.push(&mut self.body);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut package = Package::new();
        package.add("[Content_Types].xml", CONTENT_TYPES);
        package.add("_rels/.rels", RELATIONSHIPS);
        package.add("word/_rels/document.xml.rels", PARTS);
        package.add("word/styles.xml", include_str!("docx/styles.xml"));
        package.add("word/numbering.xml", &self.numbering.xml());
        package.add("word/document.xml", &[HEAD, &self.body, FOOT].concat());
        package.finish()
    }
}

const CONTENT_TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ",
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=",
    "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=",
    "\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/numbering.xml\" ContentType=",
    "\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>",
    "</Types>",
);

const RELATIONSHIPS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" ",
    "Target=\"word/document.xml\"/></Relationships>",
);

const PARTS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" ",
    "Target=\"styles.xml\"/>",
    "<Relationship Id=\"rId2\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" ",
    "Target=\"numbering.xml\"/></Relationships>",
);

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\n",
);

/// A sheet of A4 with margins of 2 cm, in twentieths of a point.
const FOOT: &str = concat!(
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" ",
    "w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>",
    "</w:body></w:document>",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, BlockKind, Marker, Page};
    use crate::export::package::tests::part;
    use crate::layout::fixtures::{document, line, typed};

    fn body(document: &Document, mode: LineMode) -> String {
        let xml = part(&docx(document, mode), "word/document.xml");
        let body = xml.strip_prefix(HEAD).and_then(|xml| xml.strip_suffix(FOOT));
        body.expect("head and foot").to_owned()
    }

    #[test]
    fn blocks_have_their_styles() {
        let page = document(&[
            vec![line("A heading", 0.0, 0.0, 200.0, 40.0)],
            vec![typed("All that was recog-", 0.0, 60.0), typed("nised <b>&", 0.0, 86.0)],
            vec![typed("fn main() {", 20.0, 160.0), typed("let a = 1;", 60.0, 186.0)],
        ]);
        let joined = body(&page, LineMode::Paragraphs);
        assert_eq!(
            joined,
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">\
             A heading</w:t></w:r></w:p>\n\
             <w:p><w:r><w:t xml:space=\"preserve\">All that was recognised &lt;b&gt;&amp;</w:t></w:r>\
             </w:p>\n\
             <w:p><w:pPr><w:pStyle w:val=\"Code\"/></w:pPr><w:r><w:t xml:space=\"preserve\">\
             fn main() {</w:t><w:br/><w:t xml:space=\"preserve\">    let a = 1;</w:t></w:r></w:p>\n"
        );
        let kept = body(&page, LineMode::Keep);
        assert!(kept.contains("recog-</w:t><w:br/><w:t xml:space=\"preserve\">nised"), "{kept}");
        assert_eq!(body(&page, LineMode::One).matches("<w:p>").count(), 1);
    }

    #[test]
    fn lists_have_the_numbers_that_were_read() {
        let item = |text: &str, marker, depth| {
            Block::new(BlockKind::ListItem { marker, depth }, vec![typed(text, 0.0, 0.0)])
        };
        let blocks = vec![
            item("3. three", Marker::Number, 0),
            item("• inner", Marker::Bullet, 1),
            item("4. four", Marker::Number, 0),
            item("9) nine", Marker::Number, 0),
            item("1.2 words", Marker::Number, 0),
        ];
        let document = Document::new(vec![Page::new(9, 9, blocks)]);
        let bytes = docx(&document, LineMode::Keep);
        let body = part(&bytes, "word/document.xml");
        let places: Vec<&str> =
            body.split("<w:numId w:val=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert_eq!(places, ["2", "1", "2", "3"], "{body}");
        assert!(body.contains(">1.2 words<"), "what is no number stays in the text: {body}");
        let numbering = part(&bytes, "word/numbering.xml");
        for start in ["3", "9"] {
            assert!(numbering.contains(&format!("<w:startOverride w:val=\"{start}\"/>")));
        }
    }

    #[test]
    fn pages_begin_new_sheets() {
        let one = document(&[vec![typed("one", 0.0, 0.0)]]);
        let blank = Page::new(9, 9, Vec::new());
        let all = Document::new(vec![one.pages[0].clone(), one.pages[0].clone(), blank]);
        let body = body(&all, LineMode::Keep);
        assert_eq!(body.matches("<w:pageBreakBefore/>").count(), 2, "{body}");
        assert_eq!(body.matches(">one<").count(), 2);
    }
}
