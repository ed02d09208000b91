//! What the command line asks for.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use imagetotext::export::Conformance;
use imagetotext::source::{PageRanges, PdfText};
use imagetotext::{EngineKind, ScriptChoice};
use imagetotext_files::FileId;

use super::{Ending, Format, Lines};
use crate::input::Source;

/// One of the things that the program does.
#[derive(Debug)]
pub(crate) enum Request {
    /// To read pictures.
    Read(Box<Job>),
    /// To see the promise.
    Promise,
    /// To see what the sandbox refuses on this computer.
    AboutPrivacy,
    /// To see a completion script.
    Completions(clap_complete::Shell),
    /// To see the manual page.
    Manual,
    /// Nothing: the help is printed.
    Help,
}

/// Pictures to read, and how.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub(crate) struct Job {
    /// The pictures, at least one.
    pub(crate) sources: Vec<Source>,
    /// What was named before the pictures in directories took its place.
    pub(crate) roots: Vec<FileId>,
    /// What to print.
    pub(crate) format: Format,
    /// How the ending of the name of the output fits that.
    pub(crate) ending: Ending,
    /// What becomes of line ends.
    pub(crate) lines: Lines,
    /// The standard that a PDF follows.
    pub(crate) conformance: Conformance,
    /// The pages to read.
    pub(crate) pages: PageRanges,
    /// Where the text of PDF pages comes from.
    pub(crate) pdf_text: PdfText,
    /// The file with the password of encrypted PDFs.
    pub(crate) password_file: Option<PathBuf>,
    /// Keep running titles and page numbers.
    pub(crate) running_heads: bool,
    /// Read QR codes and barcodes.
    pub(crate) codes: bool,
    /// Where to write, unless to standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over results that exist already.
    pub(crate) force: bool,
    /// Read the pictures in directories.
    pub(crate) recursive: bool,
    /// Leave out what has a newer result.
    pub(crate) resume: bool,
    /// How many pictures are read at the same time, if that was said.
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Where to write what was not read.
    pub(crate) report: Option<PathBuf>,
    /// No progress, no notes.
    pub(crate) quiet: bool,
    /// The engine that reads, if one was chosen.
    pub(crate) engine: Option<EngineKind>,
    /// The scripts to read.
    pub(crate) script: ScriptChoice,
    /// The directory of other models.
    pub(crate) models: Option<PathBuf>,
}

impl Job {
    /// Whether the pictures in this directory are read because it was named.
    pub(crate) fn is_walked(&self, directory: &Path) -> bool {
        FileId::of(directory).is_some_and(|id| self.roots.contains(&id))
    }
}
