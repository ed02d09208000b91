//! Puts the results of one or several pictures into one stream, as the command line asks.

use imagetotext::Document;
use imagetotext::export::{self, Conformance, LineMode, SearchablePdf, Stream};
use imagetotext_worker::ReceivedImage;
use zeroize::Zeroizing;

use crate::args::{Format, Job, Lines};
use crate::name::Name;
use crate::reader::ReadResult;

/// Bytes of a PDF for the text of a page: a full one takes 4 KB.
const ROOM_FOR_TEXT: usize = 16 << 10;

/// A piece of the output, wiped when it has been printed.
type Bytes = Zeroizing<Vec<u8>>;

/// Makes the output, piece by piece.
#[derive(Debug)]
pub(crate) struct Renderer {
    format: export::Format,
    lines: LineMode,
    conformance: Conformance,
    /// Of several pictures, what puts them into one stream.
    several: Option<Several>,
}

/// Results of several pictures in one file.
#[derive(Debug)]
enum Several {
    Stream(Stream),
    Pdf { pdf: SearchablePdf, is_begun: bool },
}

impl Renderer {
    /// For the pictures of `job`.
    pub(crate) fn new(job: &Job) -> Self {
        let (format, lines) = (job.format.into(), job.lines.into());
        let several = match job.format {
            _ if job.sources.len() < 2 => None,
            Format::Pdf => {
                Some(Several::Pdf { pdf: SearchablePdf::new(job.conformance), is_begun: false })
            }
            _ => Some(Several::Stream(Stream::new(format, lines))),
        };
        Self { format, lines, conformance: job.conformance, several }
    }

    /// The result of a picture as a file of its own; takes the pages out of what was read.
    pub(crate) fn alone(&self, name: &Name, read: &mut ReadResult) -> Bytes {
        if self.format == export::Format::Pdf {
            return self.pdf(read);
        }
        export::render(&read.document, self.format, self.lines, Some(&name.to_string()))
    }

    /// Drops each image when it is in the file, so that hundreds of scans are not in memory twice.
    fn pdf(&self, read: &mut ReadResult) -> Bytes {
        let images = std::mem::take(&mut read.images);
        let pages = std::mem::take(&mut read.document.pages);
        let size = |image: &ReceivedImage| image.image(&read.file).data().len() + ROOM_FOR_TEXT;
        let room = images.iter().flatten().map(size).sum();
        let mut pdf = SearchablePdf::with_capacity(self.conformance, room);
        let images = images.into_iter().chain(std::iter::repeat_with(|| None));
        for (page, image) in pages.into_iter().zip(images) {
            let image = image.as_ref().map(|image| image.image(&read.file));
            pdf.push(&Document::new(vec![page]), &[image]);
        }
        pdf.finish().into()
    }

    /// The result of the next picture as a part of the whole.
    pub(crate) fn next(&mut self, name: &Name, read: &mut ReadResult) -> Bytes {
        match &mut self.several {
            Some(Several::Stream(stream)) => stream.next(&name.to_string(), &read.document),
            Some(Several::Pdf { pdf, is_begun }) => {
                *is_begun = true;
                push(pdf, read);
                Bytes::default()
            }
            None => self.alone(name, read),
        }
    }

    /// What comes after the last picture.
    pub(crate) fn end(self) -> Bytes {
        match self.several {
            Some(Several::Stream(stream)) => stream.end(),
            Some(Several::Pdf { pdf, is_begun: true }) => pdf.finish().into(),
            Some(Several::Pdf { .. }) | None => Bytes::default(),
        }
    }
}

/// Adds the pages of a picture file.
fn push(pdf: &mut SearchablePdf, read: &ReadResult) {
    let images = read.images.iter().map(|image| Some(image.as_ref()?.image(&read.file)));
    let images: Vec<_> = images.collect();
    pdf.push(&read.document, &images);
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
            Format::Docx => Self::Docx,
            Format::Odt => Self::Odt,
            Format::Xlsx => Self::Xlsx,
            Format::Epub => Self::Epub,
            Format::Alto => Self::Alto,
            Format::Page => Self::PageXml,
            Format::Jsonl => Self::JsonLines,
            Format::Pdf => Self::Pdf,
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

    fn blank() -> ReadResult {
        ReadResult::new(Document::new(vec![Page::new(1, 1, Vec::new())]))
    }

    fn renderer(format: Format, several: bool) -> Renderer {
        let (format, lines) = (format.into(), LineMode::Keep);
        let several = several.then(|| Several::Stream(Stream::new(format, lines)));
        Renderer { format, lines, conformance: Conformance::Plain, several }
    }

    #[test]
    fn several_texts_are_headed_by_their_names() {
        let mut all = renderer(Format::Text, true);
        assert_eq!(*all.next(&"a.png".into(), &mut blank()), b"==> a.png <==\n");
        assert_eq!(*all.next(&"b.png".into(), &mut blank()), b"\n==> b.png <==\n");
        assert_eq!(*all.end(), b"");
    }

    #[test]
    fn one_result_is_a_file_of_its_own() {
        let mut one = renderer(Format::Json, false);
        let json = one.next(&"a.png".into(), &mut blank());
        assert!(json.starts_with(b"{") && json.ends_with(b"}\n"), "{json:?}");
        assert_eq!(*one.end(), b"");
    }
}
