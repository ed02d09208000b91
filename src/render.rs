//! Puts the results of one or several pictures into one stream, as the command line asks.

use imagetotext::Document;
use imagetotext::export::{self, LineMode, Stream};
use zeroize::Zeroizing;

use crate::args::{Format, Job, Lines};
use crate::name::Name;

/// A piece of the output, wiped when it has been printed.
type Text = Zeroizing<String>;

/// Makes the output, piece by piece.
#[derive(Debug)]
pub(crate) struct Renderer {
    format: export::Format,
    lines: LineMode,
    /// Of several pictures, what puts them into one stream.
    several: Option<Stream>,
}

impl Renderer {
    /// For the pictures of `job`.
    pub(crate) fn new(job: &Job) -> Self {
        let (format, lines) = (job.format.into(), job.lines.into());
        let several = (job.sources.len() > 1).then(|| Stream::new(format, lines));
        Self { format, lines, several }
    }

    /// The result of a picture as a file of its own.
    pub(crate) fn alone(&self, name: &Name, document: &Document) -> Text {
        export::render(document, self.format, self.lines, Some(&name.to_string())).into()
    }

    /// The result of the next picture as a part of the whole.
    pub(crate) fn next(&mut self, name: &Name, document: &Document) -> Text {
        match &mut self.several {
            Some(stream) => stream.next(&name.to_string(), document).into(),
            None => self.alone(name, document),
        }
    }

    /// What comes after the last picture.
    pub(crate) fn end(self) -> Text {
        self.several.map(Stream::end).unwrap_or_default().into()
    }
}

impl From<Format> for export::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Json => Self::Json,
            Format::Tsv => Self::Tsv,
            Format::Hocr => Self::Hocr,
            Format::Markdown => Self::Markdown,
            Format::Csv => Self::Csv,
            Format::Html => Self::Html,
        }
    }
}

impl From<Lines> for LineMode {
    fn from(lines: Lines) -> Self {
        match lines {
            Lines::Keep => Self::Keep,
            Lines::Paragraphs => Self::Paragraphs,
            Lines::One => Self::One,
        }
    }
}

#[cfg(test)]
mod tests {
    use imagetotext::Page;

    use super::*;

    fn blank() -> Document {
        Document::new(vec![Page::new(1, 1, Vec::new())])
    }

    fn renderer(format: Format, several: bool) -> Renderer {
        let (format, lines) = (format.into(), LineMode::Keep);
        Renderer { format, lines, several: several.then(|| Stream::new(format, lines)) }
    }

    #[test]
    fn several_texts_are_headed_by_their_names() {
        let mut all = renderer(Format::Text, true);
        assert_eq!(*all.next(&"a.png".into(), &blank()), "==> a.png <==\n");
        assert_eq!(*all.next(&"b.png".into(), &blank()), "\n==> b.png <==\n");
        assert_eq!(*all.end(), "");
    }

    #[test]
    fn one_result_is_a_file_of_its_own() {
        let mut one = renderer(Format::Json, false);
        let json = one.next(&"a.png".into(), &blank());
        assert!(json.starts_with('{') && json.ends_with("}\n"), "{}", *json);
        assert_eq!(*one.end(), "");
    }
}
