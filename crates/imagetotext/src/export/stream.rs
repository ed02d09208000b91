//! Several documents in one stream.

use super::format::{Format, render};
use super::lines::LineMode;
use super::{csv, escape, hocr, html, json, tsv};
use crate::document::Document;

/// Puts several named documents into one stream, piece by piece.
///
/// Texts are headed as head(1) does, Markdown by a heading for each; JSON becomes an array of
/// objects with the name under `file`; TSV stays one table, with the column `file` at its left;
/// hOCR stays one document whose pages name their pictures, HTML one with a heading for each; the
/// tables of CSV have the name in a column at their left.
///
/// ```
/// use imagetotext::export::{Format, LineMode, Stream};
/// use imagetotext::{Document, Page};
///
/// let blank = Document::new(vec![Page::new(100, 50, Vec::new())]);
/// let mut stream = Stream::new(Format::Text, LineMode::Keep);
/// let mut all = stream.next("a.png", &blank);
/// all += &stream.next("b.png", &blank);
/// all += &stream.end();
/// assert_eq!(all, "==> a.png <==\n\n==> b.png <==\n");
/// ```
#[derive(Debug)]
pub struct Stream {
    format: Format,
    lines: LineMode,
    is_begun: bool,
    /// How many pages there were, which hOCR counts through.
    pages: usize,
}

impl Stream {
    /// An empty stream; `lines` counts for text, Markdown and HTML.
    pub const fn new(format: Format, lines: LineMode) -> Self {
        Self { format, lines, is_begun: false, pages: 0 }
    }

    /// The next document as a part of the whole; `name` is what its picture is called.
    pub fn next(&mut self, name: &str, document: &Document) -> String {
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        let gap = if is_first { "" } else { "\n" };
        match self.format {
            Format::Text => {
                let text = render(document, self.format, self.lines, None);
                [gap, "==> ", &escape::printable(name), " <==\n", &text].concat()
            }
            Format::Markdown => {
                let text = render(document, self.format, self.lines, None);
                [gap, "# ", &escape::heading(name), "\n\n", &text].concat()
            }
            Format::Json => {
                [if is_first { "[\n" } else { ",\n" }, &json::object(document, Some(name))].concat()
            }
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
        }
    }

    /// What comes after the last document.
    pub fn end(self) -> String {
        match self.format {
            Format::Json if self.is_begun => "\n]\n".to_owned(),
            Format::Json => "[]\n".to_owned(),
            Format::Hocr if self.is_begun => hocr::FOOT.to_owned(),
            Format::Html if self.is_begun => html::FOOT.to_owned(),
            _ => String::new(),
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
        let mut all: String =
            names.iter().zip(&documents).map(|(name, it)| stream.next(name, it)).collect();
        all += &stream.end();
        all
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
        assert_eq!(end(Format::Json), "[]\n");
        let formats = [Format::Text, Format::Markdown, Format::Tsv, Format::Hocr, Format::Csv];
        for format in formats.into_iter().chain([Format::Html]) {
            assert_eq!(end(format), "", "{format:?}");
        }
    }
}
