//! Several documents in one stream.

use zeroize::Zeroizing;

use super::format::{Format, render_text};
use super::lines::LineMode;
use super::whole_file::WholeFile;
use super::{alto, csv, escape, hocr, html, json, tsv};
use crate::document::Document;

/// Puts several named documents into one stream, piece by piece.
///
/// Texts are headed as head(1) does, Markdown by a heading for each; JSON becomes an array of
/// objects with the name under `file`; TSV stays one table, with the column `file` at its left;
/// hOCR stays one document whose pages name their pictures, HTML, DOCX, ODT and EPUB one with a heading for
/// each; the tables of CSV have the name in a column at their left, and XLSX has sheets for each. JSON
/// Lines has the name under `file`. PDF and ALTO have pages without names; PAGE XML has a
/// document for each page. DOCX, ODT, XLSX, EPUB and PDF come
/// whole at the end.
///
/// ```
/// use imagetotext::export::{Format, LineMode, Stream};
/// use imagetotext::{Document, Page};
///
/// let blank = Document::new(vec![Page::new(100, 50, Vec::new())]);
/// let mut stream = Stream::new(Format::Text, LineMode::Keep);
/// let mut all = stream.next("a.png", &blank).to_vec();
/// all.extend_from_slice(&stream.next("b.png", &blank));
/// all.extend_from_slice(&stream.end());
/// assert_eq!(all, b"==> a.png <==\n\n==> b.png <==\n");
/// ```
#[derive(Debug)]
pub struct Stream {
    format: Format,
    lines: LineMode,
    is_begun: bool,
    /// How many pages there were, which hOCR and ALTO count through.
    pages: usize,
    /// Of a format that is written whole, what there is so far.
    file: Option<WholeFile>,
}

impl Stream {
    /// An empty stream; `lines` counts for text, Markdown, HTML, DOCX, ODT and EPUB.
    pub fn new(format: Format, lines: LineMode) -> Self {
        Self { format, lines, is_begun: false, pages: 0, file: WholeFile::new(format, lines) }
    }

    /// The next document as a part of the whole; `name` is what its picture is called.
    pub fn next(&mut self, name: &str, document: &Document) -> Zeroizing<Vec<u8>> {
        if let Some(file) = &mut self.file {
            self.is_begun = true;
            file.push(Some(name), document);
            return Zeroizing::default();
        }
        self.next_text(name, document).into_bytes().into()
    }

    fn next_text(&mut self, name: &str, document: &Document) -> String {
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        let gap = if is_first { "" } else { "\n" };
        match self.format {
            Format::Text => {
                let text = render_text(document, self.format, self.lines, None);
                [gap, "==> ", &escape::printable(name), " <==\n", &text].concat()
            }
            Format::Markdown => {
                let text = render_text(document, self.format, self.lines, None);
                [gap, "# ", &escape::heading(name), "\n\n", &text].concat()
            }
            Format::Json => {
                [if is_first { "[\n" } else { ",\n" }, &json::object(document, Some(name))].concat()
            }
            Format::JsonLines => json::json_line(document, Some(name)),
            Format::Alto => {
                let mut xml = if is_first { alto::head(None) } else { String::new() };
                alto::pages(&mut xml, document, self.pages);
                self.pages += document.pages.len();
                xml
            }
            // A document of its own for each page.
            Format::PageXml => render_text(document, self.format, self.lines, Some(name)),
            Format::Tsv => tsv::table(document, Some(name), is_first),
            Format::Hocr => {
                let mut html = String::new();
                if is_first {
                    html.push_str(hocr::HEAD);
                }
                hocr::pages(&mut html, document, Some(name), self.pages);
                self.pages += document.pages.len();
                html
            }
            Format::Csv => csv::records(document, Some(name), is_first),
            Format::Html => {
                let mut html = if is_first { html::head(name) } else { String::new() };
                html::push_element(&mut html, "h1", &escape::printable(name));
                html + &html::content(document, self.lines)
            }
            // They have a file.
            Format::Docx | Format::Odt | Format::Xlsx | Format::Epub | Format::Pdf => String::new(),
        }
    }

    /// What comes after the last document; of nothing there is nothing, except that JSON has an empty array.
    pub fn end(self) -> Zeroizing<Vec<u8>> {
        let end = match self.format {
            Format::Json if self.is_begun => "\n]\n",
            Format::Json => "[]\n",
            Format::Hocr if self.is_begun => hocr::FOOT,
            Format::Html if self.is_begun => html::FOOT,
            Format::Alto if self.is_begun => alto::FOOT,
            _ => "",
        };
        match self.file.filter(|_| self.is_begun) {
            Some(file) => file.finish(),
            None => end.as_bytes().to_vec().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::{document, typed};

    fn streamed(format: Format) -> String {
        let mut stream = Stream::new(format, LineMode::Keep);
        let documents = ["Hello", "World"].map(|text| document(&[vec![typed(text, 0.0, 0.0)]]));
        let names = ["a\"<b.png", "c_d\n.png"];
        let mut all = Vec::new();
        for (name, document) in names.iter().zip(&documents) {
            all.extend_from_slice(&stream.next(name, document));
        }
        all.extend_from_slice(&stream.end());
        String::from_utf8(all).unwrap()
    }

    #[test]
    fn texts_are_headed_by_their_names() {
        assert_eq!(streamed(Format::Text), "==> a\"<b.png <==\nHello\n\n==> c_d .png <==\nWorld\n");
    }

    #[test]
    fn markdown_has_a_heading_for_each() {
        assert_eq!(streamed(Format::Markdown), "# a\"\\<b.png\n\nHello\n\n# c\\_d .png\n\nWorld\n");
    }

    #[test]
    fn json_is_one_array() {
        let array: serde_json::Value = serde_json::from_str(&streamed(Format::Json)).unwrap();
        assert_eq!(array[0]["file"], "a\"<b.png");
        assert_eq!(array[1]["file"], "c_d\n.png");
        assert_eq!(array[1]["version"], 1);
        assert_eq!(array[1]["pages"][0]["blocks"][0]["lines"][0]["text"], "World");
    }

    #[test]
    fn a_table_has_one_head_and_the_name_in_each_row() {
        let table = streamed(Format::Tsv);
        let columns = |row: &str| row.split('\t').count();
        assert!(table.lines().all(|row| columns(row) == 11), "{table}");
        let firsts: Vec<&str> = table.lines().filter_map(|row| row.split('\t').next()).collect();
        assert_eq!(firsts, ["file", "a\"<b.png", "c_d .png"]);
    }

    #[test]
    fn hocr_is_one_document_whose_pages_name_their_pictures() {
        let html = streamed(Format::Hocr);
        assert_eq!(html.matches("<html").count(), 1);
        assert_eq!(html.matches("</html>").count(), 1);
        assert!(
            html.contains("title=\"image &quot;a_&lt;b.png&quot;; bbox 0 0 1000 800; ppageno 0")
        );
        assert!(html.contains("id=\"page_2\" title=\"image &quot;c_d .png&quot;; bbox"), "{html}");
        assert!(html.contains("ppageno 1"));
    }

    #[test]
    fn tables_for_spreadsheets_have_the_name_in_each_record() {
        let expected = "\"a\"\"<b.png\",Hello\r\n\r\nc_d .png,World\r\n";
        assert_eq!(streamed(Format::Csv), expected);
    }

    #[test]
    fn html_is_one_document_with_a_heading_for_each() {
        let html = streamed(Format::Html);
        let (head, body) = html.split_once("<body>\n").unwrap();
        assert!(head.contains("<title>a&quot;&lt;b.png</title>"), "{head}");
        let body = body.strip_suffix(html::FOOT);
        let expected = "<h1>a&quot;&lt;b.png</h1>\n<p>Hello</p>\n<h1>c_d .png</h1>\n<p>World</p>\n";
        assert_eq!(body, Some(expected));
    }

    #[test]
    fn a_stream_of_nothing_is_as_empty_as_its_format_allows() {
        let end = |format| Stream::new(format, LineMode::Keep).end();
        for &format in Format::ALL {
            let expected: &[u8] = if format == Format::Json { b"[]\n" } else { b"" };
            assert_eq!(*end(format), expected, "{format:?}");
        }
    }
}
