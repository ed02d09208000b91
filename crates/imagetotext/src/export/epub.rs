//! EPUB 3.3: <https://www.w3.org/TR/epub-33/>.

use std::fmt::Write as _;

use super::content_hash::ContentHash;
use super::escape;
use super::html;
use super::lines::{self, LineMode};
use super::package::Package;
use crate::document::{BlockKind, Document, Page};

/// A book for readers: headings, paragraphs, lists, tables, code; each page is a section of its own.
///
/// It has no date, because the time of reading says something about the person: where the format asks for one,
/// it is that of the format. Its identifier follows from its content: books of the same text have the same.
pub fn epub(document: &Document, mode: LineMode) -> Vec<u8> {
    let mut epub = Epub::new(mode);
    epub.push(None, document);
    epub.finish()
}

/// A book that grows.
pub(super) struct Epub {
    mode: LineMode,
    sections: Vec<Section>,
}

struct Section {
    title: String,
    content: String,
}

/// What a book without a heading is called.
const UNTITLED: &str = "\u{2014}";

impl Epub {
    pub(super) fn new(mode: LineMode) -> Self {
        Self { mode, sections: Vec::new() }
    }

    /// Adds the pages of a document, the first one under its name if it has one.
    pub(super) fn push(&mut self, name: Option<&str>, document: &Document) {
        for (number, page) in document.pages.iter().enumerate() {
            let mut content = String::new();
            let name = name.filter(|_| number == 0);
            if let Some(name) = name {
                html::push_element(&mut content, "h1", &escape::printable(name));
            }
            html::push_page(&mut content, page, self.mode);
            // In XML, elements without content end themselves. Text has no `<`.
            let content = content.replace("<br>", "<br/>");
            let heading = || heading(page).unwrap_or_else(|| (self.sections.len() + 1).to_string());
            let title = name.map_or_else(heading, str::to_owned);
            self.sections.push(Section { title, content });
        }
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.sections.is_empty() {
            self.sections.push(Section { title: UNTITLED.into(), content: "<p></p>".into() });
        }
        let mut package = Package::with_type("application/epub+zip");
        package.add("META-INF/container.xml", CONTAINER);
        package.add("book/package.opf", &self.package_document());
        package.add("book/contents.xhtml", &self.contents());
        for (number, section) in (1..).zip(&self.sections) {
            let page = xhtml(&section.title, &section.content);
            package.add(&format!("book/{number}.xhtml"), &page);
        }
        package.finish()
    }

    fn title(&self) -> &str {
        self.sections
            .first()
            .map(|section| section.title.as_str())
            .filter(|it| *it != "1")
            .unwrap_or(UNTITLED)
    }

    fn package_document(&self) -> String {
        let mut xml = String::from(PACKAGE);
        let _ = write!(
            xml,
            "<dc:identifier id=\"id\">urn:uuid:{}</dc:identifier>\n<dc:title>",
            self.uuid()
        );
        escape::xml(&mut xml, self.title());
        xml.push_str("</dc:title>\n</metadata>\n<manifest>\n");
        let (mut items, mut spine) = (String::new(), String::new());
        for number in 1..=self.sections.len() {
            let _ = writeln!(
                items,
                "<item id=\"s{number}\" href=\"{number}.xhtml\" media-type=\"application/xhtml+xml\"/>"
            );
            let _ = writeln!(spine, "<itemref idref=\"s{number}\"/>");
        }
        let _ = write!(
            xml,
            "<item id=\"contents\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" \
             properties=\"nav\"/>\n{items}</manifest>\n<spine>\n{spine}</spine>\n</package>\n"
        );
        xml
    }

    /// A UUID of version 8 (RFC 9562, 5.8) that is a hash of the content.
    fn uuid(&self) -> String {
        let mut hash = ContentHash::default();
        for section in &self.sections {
            // No text has a zero byte.
            hash.add(section.title.as_bytes());
            hash.add(b"\0");
            hash.add(section.content.as_bytes());
            hash.add(b"\0");
        }
        let bits = hash.get() & !(0xf << 76 | 0b11 << 62) | 8 << 76 | 0b10 << 62;
        let hex = format!("{bits:032x}");
        [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
    }

    fn contents(&self) -> String {
        let mut content = String::from("<nav epub:type=\"toc\"><ol>\n");
        for (number, section) in (1..).zip(&self.sections) {
            let _ = write!(content, "<li><a href=\"{number}.xhtml\">");
            escape::xml(&mut content, &section.title);
            content.push_str("</a></li>\n");
        }
        content.push_str("</ol></nav>\n");
        xhtml(self.title(), &content)
    }
}

/// The first heading of a page.
fn heading(page: &Page) -> Option<String> {
    let heading = page.blocks.iter().find(|it| matches!(it.kind, BlockKind::Heading { .. }))?;
    Some(lines::one_line(heading).text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn xhtml(title: &str, content: &str) -> String {
    let mut xhtml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">\n\
         <head><title>",
    );
    escape::xml(&mut xhtml, title);
    xhtml.push_str(
        "</title><style>table { border-collapse: collapse; } td, th { border: 1px solid; \
         padding: 0.2em 0.5em; text-align: left; vertical-align: top; }</style></head>\n<body>\n",
    );
    xhtml.push_str(content);
    xhtml.push_str("</body>\n</html>\n");
    xhtml
}

const CONTAINER: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\"><rootfiles>",
    "<rootfile full-path=\"book/package.opf\" media-type=\"application/oebps-package+xml\"/>",
    "</rootfiles></container>\n",
);

/// The language is not known, and the date is the same in all books.
const PACKAGE: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n",
    "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n",
    "<dc:language>und</dc:language>\n",
    "<meta property=\"dcterms:modified\">2023-05-25T00:00:00Z</meta>\n",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::package::tests::part;
    use crate::layout::fixtures::{document, line, typed};

    #[test]
    fn pages_are_sections_with_their_headings() {
        let page = document(&[
            vec![line("A <heading>", 0.0, 0.0, 200.0, 40.0)],
            vec![typed("All that was recog-", 0.0, 60.0), typed("nised", 0.0, 86.0)],
        ]);
        let plain = document(&[vec![typed("two", 0.0, 0.0)]]);
        let both = Document::new([page.pages, plain.pages].concat());
        let book = epub(&both, LineMode::Keep);
        let section = part(&book, "book/1.xhtml");
        assert!(
            section.contains("<h1>A &lt;heading&gt;</h1>\n<p>All that was recog-<br/>\nnised</p>")
        );
        let contents = part(&book, "book/contents.xhtml");
        assert!(contents.contains("<a href=\"1.xhtml\">A &lt;heading&gt;</a>"), "{contents}");
        assert!(contents.contains("<a href=\"2.xhtml\">2</a>"), "{contents}");
        let package = part(&book, "book/package.opf");
        assert!(package.contains("<dc:title>A &lt;heading&gt;</dc:title>"), "{package}");
        assert!(package.contains("<itemref idref=\"s2\"/>"), "{package}");
    }

    #[test]
    fn books_are_told_apart_by_their_identifiers() {
        let identifier = |text: &str| {
            let book = epub(&document(&[vec![typed(text, 0.0, 0.0)]]), LineMode::Keep);
            let package = part(&book, "book/package.opf");
            let start = package.find("urn:uuid:").unwrap() + "urn:uuid:".len();
            package[start..start + 36].to_owned()
        };
        assert_eq!(identifier("one"), identifier("one"));
        assert_ne!(identifier("one"), identifier("two"));
        let uuid = identifier("one");
        assert!(
            uuid[14..].starts_with('8') && uuid[19..].starts_with(['8', '9', 'a', 'b']),
            "{uuid}"
        );
    }

    #[test]
    fn several_documents_have_their_names() {
        let mut book = Epub::new(LineMode::One);
        let one = document(&[vec![typed("one", 0.0, 0.0)]]);
        book.push(Some("a.png"), &one);
        book.push(Some("b.png"), &one);
        let book = book.finish();
        assert!(part(&book, "book/2.xhtml").contains("<h1>b.png</h1>\n<p>one</p>"));
        assert!(
            part(&epub(&Document::new(Vec::new()), LineMode::Keep), "book/1.xhtml").contains("<p>")
        );
    }
}
