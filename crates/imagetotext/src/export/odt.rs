//! ODT: OpenDocument 1.3, <https://docs.oasis-open.org/office/OpenDocument/v1.3/>.

mod list;
mod table;

use std::fmt::Write as _;

use super::elements::{self, Element};
use super::escape;
use super::lines::LineMode;
use super::package::Package;
use crate::document::Document;
use list::Lists;

/// An OpenDocument text: headings, paragraphs, lists, tables, code, captions, page breaks.
///
/// The numbers of lists are those that were read. With [`LineMode::Keep`] lines end where those of the
/// picture do.
pub fn odt(document: &Document, mode: LineMode) -> Vec<u8> {
    let mut odt = Odt::new(mode);
    odt.push(None, document);
    odt.finish()
}

/// A document that grows.
pub(super) struct Odt {
    mode: LineMode,
    body: String,
    /// Whether the next page begins a new sheet.
    is_begun: bool,
}

impl Odt {
    pub(super) fn new(mode: LineMode) -> Self {
        Self { mode, body: String::new(), is_begun: false }
    }

    /// Adds the pages of a document, under a heading if it has a name.
    pub(super) fn push(&mut self, name: Option<&str>, document: &Document) {
        let mut heading = name;
        for page in elements::pages(document, self.mode) {
            self.begin_page(heading.take());
            let mut lists = Lists::default();
            for element in &page {
                if !matches!(element, Element::Item { .. }) {
                    lists.end(&mut self.body);
                }
                self.element(element, &mut lists);
            }
            lists.end(&mut self.body);
        }
        if heading.is_some() {
            self.begin_page(heading);
        }
    }

    /// A paragraph that begins a sheet is empty or has the name of the document.
    fn begin_page(&mut self, name: Option<&str>) {
        let breaks = std::mem::replace(&mut self.is_begun, true);
        let style = match (breaks, name) {
            (true, Some(_)) => "TitleOnNewPage",
            (false, Some(_)) => "Title",
            (true, None) => "NewPage",
            (false, None) => return,
        };
        push_paragraph(&mut self.body, style, &[name.unwrap_or_default().to_owned()]);
    }

    fn element(&mut self, element: &Element<'_>, lists: &mut Lists) {
        let body = &mut self.body;
        match element {
            Element::Heading { level, text } => {
                let _ = write!(
                    body,
                    "<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">"
                );
                push_text(body, text);
                body.push_str("</text:h>\n");
            }
            Element::Item { marker, depth, read, lines } => {
                lists.push(body, *marker, *depth, *read, lines);
            }
            Element::Table { block, table } => table::push(body, block, table, self.mode),
            Element::Code(lines) => push_paragraph(body, "Code", lines),
            Element::Caption(lines) => push_paragraph(body, "Caption", lines),
            Element::Paragraph(lines) => push_paragraph(body, "Standard", lines),
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut package = Package::with_type("application/vnd.oasis.opendocument.text");
        package.add("META-INF/manifest.xml", MANIFEST);
        package.add("styles.xml", include_str!("odt/styles.xml"));
        package.add("content.xml", &[HEAD, &list::styles(), BODY, &self.body, FOOT].concat());
        package.finish()
    }
}

fn push_paragraph(body: &mut String, style: &str, lines: &[String]) {
    let _ = write!(body, "<text:p text:style-name=\"{style}\">");
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            body.push_str("<text:line-break/>");
        }
        push_text(body, line);
    }
    body.push_str("</text:p>\n");
}

/// Adds text to a paragraph, in which several blanks would become one.
fn push_text(body: &mut String, text: &str) {
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let of = |it: char| rest.len() - rest.trim_start_matches(it).len();
        let taken = match character {
            '\t' => {
                body.push_str("<text:tab/>");
                1
            }
            // One blank between words stays one.
            ' ' if of(' ') == 1 && rest.len() < text.len() => {
                body.push(' ');
                1
            }
            ' ' => {
                let _ = write!(body, "<text:s text:c=\"{}\"/>", of(' '));
                of(' ')
            }
            _ => {
                let end = rest.find(['\t', ' ']).unwrap_or(rest.len());
                escape::xml(body, &rest[..end]);
                end
            }
        };
        rest = &rest[taken..];
    }
}

const MANIFEST: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" ",
    "manifest:version=\"1.3\">",
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" ",
    "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>",
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>",
    "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>",
    "</manifest:manifest>",
);

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<office:document-content office:version=\"1.3\" ",
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" ",
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" ",
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" ",
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" ",
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\">\n",
    "<office:automatic-styles>\n",
    "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties ",
    "fo:border=\"0.5pt solid #000000\" fo:padding=\"0.1cm\"/></style:style>\n",
);

const BODY: &str = "</office:automatic-styles>\n<office:body><office:text>\n";

const FOOT: &str = "</office:text></office:body></office:document-content>";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Page;
    use crate::export::package::tests::part;
    use crate::layout::fixtures::{document, line, typed};

    fn body(document: &Document, mode: LineMode) -> String {
        let xml = part(&odt(document, mode), "content.xml");
        let (_, body) = xml.split_once(BODY).unwrap();
        body.strip_suffix(FOOT).unwrap().to_owned()
    }

    #[test]
    fn blocks_have_their_styles() {
        let page = document(&[
            vec![line("A heading", 0.0, 0.0, 200.0, 40.0)],
            vec![typed("All that was recog-", 0.0, 60.0), typed("nised <b>&", 0.0, 86.0)],
            vec![typed("fn main() {", 20.0, 160.0), typed("let a = 1;", 60.0, 186.0)],
        ]);
        assert_eq!(
            body(&page, LineMode::Paragraphs),
            "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">A heading</text:h>\n\
             <text:p text:style-name=\"Standard\">All that was recognised &lt;b&gt;&amp;</text:p>\n\
             <text:p text:style-name=\"Code\">fn main() {<text:line-break/><text:s text:c=\"4\"/>\
             let a = 1;</text:p>\n"
        );
        let kept = body(&page, LineMode::Keep);
        assert!(kept.contains("recog-<text:line-break/>nised"), "{kept}");
    }

    #[test]
    fn blanks_and_tabs_are_kept() {
        let mut body = String::new();
        push_text(&mut body, " a b  c\td");
        assert_eq!(body, "<text:s text:c=\"1\"/>a b<text:s text:c=\"2\"/>c<text:tab/>d");
    }

    #[test]
    fn pages_begin_new_sheets() {
        let one = document(&[vec![typed("one", 0.0, 0.0)]]);
        let blank = Page::new(9, 9, Vec::new());
        let all = Document::new(vec![one.pages[0].clone(), one.pages[0].clone(), blank]);
        let body = body(&all, LineMode::Keep);
        assert_eq!(body.matches("\"NewPage\"").count(), 2, "{body}");
        let mut odt = Odt::new(LineMode::Keep);
        odt.push(Some("a<b"), &one);
        odt.push(Some("c"), &Document::new(Vec::new()));
        assert!(odt.body.contains("\"Title\">a&lt;b<"), "{}", odt.body);
        assert!(odt.body.contains("\"TitleOnNewPage\">c<"), "{}", odt.body);
    }
}
