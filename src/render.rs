//! Puts the results of one or several pictures into one stream.
//!
//! What a script expects when there are several: of `text`, the headings that head(1) prints; of
//! `json`, one array; of `tsv`, one table with the file in the first column; of `hocr`, one document
//! whose pages name their pictures; of `markdown`, a heading for each.

use imagetotext::export::{self, LineMode};
use imagetotext::{Document, Page};
use zeroize::Zeroizing;

use crate::args::{Format, Job, Lines};
use crate::messages::Name;

/// A piece of the output, wiped when it has been printed.
type Text = Zeroizing<String>;

/// Makes the output, piece by piece.
#[derive(Debug)]
pub(crate) struct Renderer {
    format: Format,
    lines: LineMode,
    several: bool,
    begun: bool,
    /// Of hocr, all pages so far with the names of their pictures: a document has one head.
    pages: Vec<Page>,
    names: Vec<Name>,
}

impl Renderer {
    /// For the pictures of `job`.
    pub(crate) fn new(job: &Job) -> Self {
        let lines = match job.lines {
            Lines::Keep => LineMode::Keep,
            Lines::Paragraphs => LineMode::Paragraphs,
            Lines::One => LineMode::One,
        };
        Self {
            format: job.format,
            lines,
            several: job.sources.len() > 1,
            begun: false,
            pages: Vec::new(),
            names: Vec::new(),
        }
    }

    /// The result of a picture as a file of its own.
    pub(crate) fn alone(&self, name: &Name, document: &Document) -> Text {
        let text = match self.format {
            Format::Text => export::text(document, self.lines),
            Format::Markdown => export::markdown(document, self.lines),
            Format::Json => export::json(document),
            Format::Tsv => export::tsv(document),
            Format::Hocr => {
                let names = vec![name.clone(); document.pages.len()];
                return name_pages(&Zeroizing::new(export::hocr(document)), &names);
            }
        };
        ended(Zeroizing::new(text))
    }

    /// The result of the next picture as a part of the whole.
    pub(crate) fn next(&mut self, name: &Name, document: Document) -> Text {
        if !self.several {
            return self.alone(name, &document);
        }
        let first = !std::mem::replace(&mut self.begun, true);
        match self.format {
            Format::Text => {
                let gap = if first { "" } else { "\n" };
                let text = self.alone(name, &document);
                join(&[gap, "==> ", &name.to_string(), " <==\n", &text])
            }
            Format::Markdown => {
                let gap = if first { "" } else { "\n" };
                let text = self.alone(name, &document);
                join(&[gap, "# ", &escape_markdown(&name.to_string()), "\n\n", &text])
            }
            Format::Json => {
                let open = if first { "[\n" } else { ",\n" };
                let json = self.alone(name, &document);
                join(&[open, &with_file(name, &json)])
            }
            Format::Tsv => with_column(name, &self.alone(name, &document), first),
            Format::Hocr => {
                self.names.extend(vec![name.clone(); document.pages.len()]);
                self.pages.extend(document.pages);
                Text::default()
            }
        }
    }

    /// What comes after the last picture.
    pub(crate) fn end(self) -> Text {
        match self.format {
            Format::Json if self.several && self.begun => join(&["\n]\n"]),
            Format::Json if self.several => join(&["[]\n"]),
            Format::Hocr if !self.pages.is_empty() => {
                let document = Document { pages: self.pages };
                name_pages(&Zeroizing::new(export::hocr(&document)), &self.names)
            }
            _ => Text::default(),
        }
    }
}

fn join(parts: &[&str]) -> Text {
    // One block of the right size: nothing is moved, so nothing is left behind.
    let mut all = Zeroizing::new(String::with_capacity(parts.iter().map(|part| part.len()).sum()));
    for part in parts {
        all.push_str(part);
    }
    all
}

/// Ends with a line end, unless it is empty.
fn ended(text: Text) -> Text {
    if text.is_empty() || text.ends_with('\n') { text } else { join(&[&text, "\n"]) }
}

/// `{"file": name, …}` with the members of `json`, an object.
fn with_file(name: &Name, json: &str) -> Text {
    let members = json.trim().strip_prefix('{').expect("a document is an object");
    let file = serde_json::Value::from(name.to_string()).to_string();
    join(&["{\"file\":", &file, ",", members])
}

/// `table` with a column `file` at its left; without its head when it is not the first.
fn with_column(name: &Name, table: &str, first: bool) -> Text {
    let name = name.to_string();
    let mut all = Zeroizing::new(String::with_capacity(
        table.len() + (name.len() + 1) * (table.lines().count() + 1),
    ));
    for (number, row) in table.lines().enumerate() {
        let cell = match number {
            0 if first => "file",
            0 => continue,
            _ => &name,
        };
        for part in [cell, "\t", row, "\n"] {
            all.push_str(part);
        }
    }
    all
}

/// Adds the property `image` to each page of a hOCR document, as its specification asks.
fn name_pages(hocr: &str, names: &[Name]) -> Text {
    const PAGE: &str = "<div class=\"ocr_page\"";
    const TITLE: &str = "title=\"";
    let quoted: Vec<String> = names.iter().map(|name| escape_html(&name.to_string())).collect();
    let extra: usize = quoted.iter().map(|name| name.len() + 32).sum();
    let mut all = Zeroizing::new(String::with_capacity(hocr.len() + extra));
    let mut rest = hocr;
    for name in quoted {
        // In recognised text a `<` is always escaped, so this is never text.
        let Some(page) = rest.find(PAGE) else { break };
        let Some(title) = rest[page..].find(TITLE) else { break };
        let (before, after) = rest.split_at(page + title + TITLE.len());
        for part in [before, "image &quot;", &name, "&quot;; "] {
            all.push_str(part);
        }
        rest = after;
    }
    all.push_str(rest);
    all
}

fn escape_html(text: &str) -> String {
    // Inside a quoted property: a quotation mark of the name itself would end it.
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(['"', '\''], "_")
}

fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if r"\`*_{}[]<>#|~!&".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renderer(format: Format, several: bool) -> Renderer {
        let (pages, names) = (Vec::new(), Vec::new());
        Renderer { format, lines: LineMode::Keep, several, begun: false, pages, names }
    }

    fn blank() -> Document {
        Document { pages: vec![Page { width: 1, height: 1, blocks: Vec::new() }] }
    }

    #[test]
    fn several_texts_are_headed_by_their_names() {
        let mut all = renderer(Format::Text, true);
        assert_eq!(*all.next(&"a.png".into(), blank()), "==> a.png <==\n");
        assert_eq!(*all.next(&"b.png".into(), blank()), "\n==> b.png <==\n");
    }

    #[test]
    fn several_json_results_are_one_array() {
        let mut all = renderer(Format::Json, true);
        let mut json = all.next(&"a\".png".into(), blank()).to_string();
        json.push_str(&all.next(&"b.png".into(), blank()));
        json.push_str(&all.end());
        let array: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(array[0]["file"], "a\".png");
        assert_eq!(array[1]["file"], "b.png");
        assert!(array[1]["pages"].is_array());
    }

    #[test]
    fn a_table_of_several_has_one_head() {
        let table = "page\ttext\n1\tHello\n";
        assert_eq!(*with_column(&"a".into(), table, true), "file\tpage\ttext\na\t1\tHello\n");
        assert_eq!(*with_column(&"b".into(), table, false), "b\t1\tHello\n");
    }

    #[test]
    fn pages_name_their_pictures_and_text_is_never_taken_for_a_page() {
        let page = "<div class=\"ocr_page\" title=\"bbox\">class=\"ocr_page\" title=\"</div>";
        let named = name_pages(&format!("{page}{page}"), &["a<b.png".into(), "c.png".into()]);
        assert_eq!(named.matches("image &quot;").count(), 2);
        assert!(named.contains("title=\"image &quot;a&lt;b.png&quot;; bbox\""), "{}", *named);
    }
}
