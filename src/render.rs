//! Puts the results of one or several pictures into one stream, as the command line asks.

use imagetotext::export::{self, Conformance, LineMode, PageImage, SearchablePdf, Stream};
use imagetotext::{Document, Page};
use zeroize::Zeroizing;

use crate::args::{Format, Job, Lines};
use crate::name::Name;

/// A piece of the output, wiped when it has been printed.
type Bytes = Zeroizing<Vec<u8>>;

/// Makes the output, piece by piece.
#[derive(Debug)]
pub(crate) struct Renderer {
    format: export::Format,
    lines: LineMode,
    conformance: Conformance,
    running_heads: bool,
    /// Of several pictures, what puts them into one stream.
    several: Option<Several>,
}

/// Results of several pictures in one file.
#[derive(Debug)]
enum Several {
    Stream(Stream),
    Pdf { pdf: SearchablePdf, is_begun: bool },
}

/// The result of one picture while its pages come.
#[derive(Debug)]
pub(crate) enum Growing {
    /// One that is made when all pages are there.
    Document { document: Document, alone: bool },
    /// One that is made page by page: the picture of each is let go of when it is in the file.
    Pdf(SearchablePdf),
    /// Pages of the PDF of all pictures.
    PartOfPdf,
    /// Plain text, page by page.
    Text { alone: bool, is_begun: bool, is_blank: bool },
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
        let running_heads = job.running_heads;
        Self { format, lines, conformance: job.conformance, running_heads, several }
    }

    /// The result of a picture without pages yet: a file of its own if it stands `alone`, and else a part of the whole.
    pub(crate) fn begin(&self, alone: bool) -> Growing {
        match self.several {
            Some(Several::Pdf { .. }) if !alone => Growing::PartOfPdf,
            _ if self.format == export::Format::Pdf => {
                Growing::Pdf(SearchablePdf::new(self.conformance))
            }
            // In one line, the words of pages are apart by a blank, which is not known before the next page.
            _ if self.format == export::Format::Text && self.lines != LineMode::One => {
                Growing::Text { alone, is_begun: false, is_blank: true }
            }
            _ => Growing::Document { document: Document::new(Vec::new()), alone },
        }
    }

    /// Whether a PDF that is searchable as it is may be the result: a file of its own, changed in nothing.
    pub(crate) fn is_copy(&self, result: &Growing) -> bool {
        let is_plain = self.conformance == Conformance::Plain && self.running_heads;
        is_plain && matches!(result, Growing::Pdf(_))
    }

    /// Adds the next page, with its picture for a PDF; returns what can be written already.
    pub(crate) fn add(
        &mut self,
        name: &Name,
        to: &mut Growing,
        mut page: Page,
        image: Option<&PageImage<'_>>,
    ) -> Bytes {
        if !self.running_heads {
            page.remove_running_heads();
        }
        let pdf = match (to, &mut self.several) {
            (Growing::Document { document, .. }, _) => {
                document.pages.push(page);
                return Bytes::default();
            }
            (Growing::Pdf(pdf), _) => pdf,
            (Growing::PartOfPdf, Some(Several::Pdf { pdf, is_begun })) => {
                *is_begun = true;
                pdf
            }
            (Growing::PartOfPdf, _) => return Bytes::default(),
            (Growing::Text { alone, is_begun, is_blank }, several) => {
                let mut piece = Bytes::default();
                if !std::mem::replace(is_begun, true)
                    && let (Some(Several::Stream(stream)), false) = (several, *alone)
                {
                    piece = stream.next(&name.to_string(), &Document::new(Vec::new()));
                }
                let text = Bytes::new(export::text(&Document::new(vec![page]), self.lines).into());
                if !text.is_empty() && !std::mem::replace(is_blank, false) {
                    piece.push(b'\n');
                }
                return [&piece[..], &text[..]].concat().into();
            }
        };
        pdf.push_page(&page, image);
        pdf.take()
    }

    /// What is left to write when all pages are there.
    pub(crate) fn finish(&mut self, name: &Name, result: Growing) -> Bytes {
        match (result, &mut self.several) {
            (Growing::Pdf(pdf), _) => pdf.finish(),
            (Growing::PartOfPdf | Growing::Text { .. }, _) => Bytes::default(),
            (Growing::Document { document, alone: false }, Some(Several::Stream(stream))) => {
                stream.next(&name.to_string(), &document)
            }
            (Growing::Document { document, .. }, _) => {
                export::render(&document, self.format, self.lines, Some(&name.to_string()))
            }
        }
    }

    /// What comes after the last picture.
    pub(crate) fn end(self) -> Bytes {
        match self.several {
            Some(Several::Stream(stream)) => stream.end(),
            Some(Several::Pdf { pdf, is_begun: true }) => pdf.finish(),
            Some(Several::Pdf { .. }) | None => Bytes::default(),
        }
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
    use super::*;

    fn renderer(format: Format, several: bool) -> Renderer {
        let (format, lines) = (format.into(), LineMode::Keep);
        let several = several.then(|| match format {
            export::Format::Pdf => {
                Several::Pdf { pdf: SearchablePdf::new(Conformance::Plain), is_begun: false }
            }
            _ => Several::Stream(Stream::new(format, lines)),
        });
        let (conformance, running_heads) = (Conformance::Plain, true);
        Renderer { format, lines, conformance, running_heads, several }
    }

    /// The pieces of a picture of two empty pages.
    fn pieces(renderer: &mut Renderer, name: &str, alone: bool) -> [Vec<u8>; 3] {
        let mut result = renderer.begin(alone);
        let mut add =
            || renderer.add(&name.into(), &mut result, Page::new(1, 1, Vec::new()), None).to_vec();
        let (first, second) = (add(), add());
        [first, second, renderer.finish(&name.into(), result).to_vec()]
    }

    #[test]
    fn several_texts_are_headed_by_their_names() {
        let mut all = renderer(Format::Text, true);
        assert_eq!(pieces(&mut all, "a.png", false).concat(), b"==> a.png <==\n");
        assert_eq!(pieces(&mut all, "b.png", false).concat(), b"\n==> b.png <==\n");
        assert_eq!(*all.end(), b"");
    }

    #[test]
    fn one_result_is_a_file_of_its_own() {
        let mut one = renderer(Format::Json, false);
        let json = pieces(&mut one, "a.png", false).concat();
        assert!(json.starts_with(b"{") && json.ends_with(b"}\n"), "{json:?}");
        assert_eq!(*one.end(), b"");
    }

    #[test]
    fn a_pdf_is_written_page_by_page() {
        let mut one = renderer(Format::Pdf, false);
        let alone = pieces(&mut one, "a.pdf", false);
        assert!(alone[0].starts_with(b"%PDF") && !alone[1].is_empty());
        assert!(alone[2].ends_with(b"%%EOF"));
        let mut all = renderer(Format::Pdf, true);
        let first = pieces(&mut all, "a.pdf", false);
        assert_eq!(first[0], alone[0]);
        let second = pieces(&mut all, "b.pdf", false);
        assert!(!second[0].starts_with(b"%PDF") && second[2].is_empty());
        assert_eq!(pieces(&mut all, "c.pdf", true), alone);
        assert!(all.end().ends_with(b"%%EOF"));
        assert_eq!(*renderer(Format::Pdf, true).end(), b"");
    }
}
