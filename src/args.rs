//! What was typed, and what it means.

mod choices;
mod ending;
mod request;
#[cfg(test)]
mod tests;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::builder::{OsStringValueParser, TypedValueParser as _};
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, ValueHint};

use imagetotext::EngineKind;
use imagetotext::export::Conformance;
use imagetotext::source::PageRanges;
use imagetotext_files::is_same_file;

pub(crate) use choices::{Engine, Format, Lines, PdfSource, Script};
pub(crate) use ending::Ending;
pub(crate) use request::{Job, Request};

use crate::input::Source;

/// Reads the text out of pictures, on this computer and nowhere else.
///
/// PDF and TIFF (all pages), PNG, JPEG, WebP, BMP, GIF, HEIC, AVIF, JPEG XL, JPEG 2000,
/// ICO, PNM, TGA, QOI and PSD are read. The text goes to standard output, one sentence about each file
/// that could not be read to standard error.
#[derive(Debug, Parser)]
#[command(name = "imagetotext", version, max_term_width = 100, after_help = AFTER)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub(crate) struct Args {
    /// Pictures to read, in this order; `-` is standard input
    ///
    /// Without a FILE, standard input is read if it is not a terminal.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    files: Vec<PathBuf>,

    /// What to print [default: what the name of an --output FILE ends with, else text]
    #[arg(short, long, value_enum)]
    format: Option<Format>,

    /// How lines of the picture become lines of the text (text, markdown, html, docx, odt and epub)
    #[arg(short, long, value_enum, default_value_t = Lines::Keep)]
    lines: Lines,

    /// Write PDF/A-2u, the standard of archives (pdf)
    #[arg(long)]
    pdf_a: bool,

    /// The pages to read of files that have several, such as 3-7,12 or 5-
    ///
    /// In whatever order they are named, each is read once, in the order of its file.
    #[arg(long, value_name = "RANGES", allow_hyphen_values = true)]
    pages: Option<PageRanges>,

    /// Where the text of PDF pages comes from
    #[arg(long, value_enum, value_name = "SOURCE", default_value_t = PdfSource::Auto)]
    pdf_text: PdfSource,

    /// Open encrypted PDFs with the password in the first line of FILE; `-` is standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    password_file: Option<PathBuf>,

    /// Leave out what repeats at the top and the foot of pages: running titles and page numbers
    #[arg(long)]
    no_running_heads: bool,

    /// Leave out QR codes and barcodes
    #[arg(long)]
    no_codes: bool,

    /// Write to FILE, or one file for each picture into DIR, instead of standard output
    ///
    /// DIR is a directory that exists or a name that ends with a slash. A result in DIR is named
    /// after its picture: scan.png becomes scan.txt; a second scan of the same run scan-2.txt.
    /// Files appear at once or not at all, and only you can read them.
    #[arg(short, long, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    output: Option<PathBuf>,

    /// Write over results that exist already
    #[arg(long, requires = "output")]
    force: bool,

    /// Read the pictures in directories, and in the directories in them
    ///
    /// Results in DIR have the same tree. Hidden files are left out. Where two pictures of a directory differ in
    /// their ending only, the names of their results keep it: scan.png.txt and scan.jpg.txt.
    #[arg(short, long)]
    recursive: bool,

    /// Leave out pictures whose results are newer than they are
    ///
    /// Nothing else is remembered, so use it with the options of the run before. What was not read, or not to its
    /// end, is read again.
    #[arg(long, requires = "output", conflicts_with = "force")]
    resume: bool,

    /// How many pictures to read at the same time, each in a process of its own
    ///
    /// Without it, one; with --recursive, as many as there are cores. Only where each picture has a result of its
    /// own.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,

    /// Write what was not read, and why, to FILE: a JSON object in each line
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    report: Option<PathBuf>,

    /// Show no progress and no notes; errors are still printed
    #[arg(short, long)]
    quiet: bool,

    /// The scripts to read
    ///
    /// Without it, the program sees which script each line is in.
    #[arg(long, value_enum, value_name = "SCRIPT", default_value_t = Script::Auto)]
    script: Script,

    /// The engine that reads
    ///
    /// Without it, the built-in engine reads, or the one that the models in DIR are made for.
    #[arg(long, value_enum, value_name = "ENGINE")]
    engine: Option<Engine>,

    /// Read with the models in DIR instead of the built-in ones
    ///
    /// DIR holds detection.onnx, recognition.onnx (or .rten), alphabet.txt and, optionally,
    /// ngram.bin, a character n-gram language model. The names of the official ocrs models,
    /// text-detection.rten and text-recognition.rten, are found too, and need no alphabet.
    #[arg(
        long,
        value_name = "DIR",
        env = "IMAGETOTEXT_MODELS",
        hide_env_values = true,
        // Not the parser of paths, which refuses what is empty.
        value_parser = OsStringValueParser::new().map(PathBuf::from),
        value_hint = ValueHint::DirPath
    )]
    models: Option<PathBuf>,

    /// Print what happens to your pictures, and what does not
    #[arg(long)]
    privacy: bool,

    /// Try what a hostile picture could do on this computer, and print what is
    /// refused
    #[arg(long)]
    about_privacy: bool,

    /// Print the completion script of a shell
    #[arg(long, value_name = "SHELL")]
    completions: Option<clap_complete::Shell>,

    /// Print the manual page (roff)
    #[arg(long)]
    man: bool,
}

const AFTER: &str = "\
Several files: text is headed by `==> name <==`, markdown by a heading; json is an array of objects
with the name under `file`; tsv has one more column, `file`, at its left, and so has csv; hocr and
html, docx, odt and epub stay one document, whose pages or headings name their pictures; xlsx has sheets
with their names, jsonl a line for each; pdf and alto have all pages, without names; page has a file
for each page.

Exit status: 0 all files were read, 1 some were not, 2 the command line makes no sense, 130 it was
stopped.";

impl Args {
    /// Refuses what contradicts itself.
    pub(crate) fn checked(self) -> Result<Self, clap::Error> {
        let is_dash =
            |path: &Option<PathBuf>| path.as_ref().is_some_and(|it| it.as_os_str() == "-");
        let conflict = if self.pdf_a && self.format_of_file().0 != Format::Pdf {
            "--pdf-a needs --format pdf, or an --output FILE that ends with .pdf"
        } else if is_dash(&self.report) {
            "--report needs the name of a file"
        } else if self.report.iter().zip(&self.output).any(|(one, other)| is_same_place(one, other))
        {
            "--report and --output cannot be the same file"
        } else if is_dash(&self.password_file)
            && (self.files.is_empty() || self.files.iter().any(|it| it.as_os_str() == "-"))
        {
            "standard input cannot be the picture and the password"
        } else {
            return Ok(self);
        };
        Err(Self::command().error(ErrorKind::ArgumentConflict, conflict))
    }

    /// The format of the result, and how the name of its file fits.
    fn format_of_file(&self) -> (Format, Ending) {
        let is_file = |path: &&Path| path.as_os_str() != "-" && !path.is_dir();
        let format = self.format.unwrap_or(Format::Text);
        let of = |file| Ending::of(file, self.format);
        self.output.as_deref().filter(is_file).map_or((format, Ending::Fits), of)
    }

    /// What was meant.
    pub(crate) fn lower(self, at_a_terminal: bool) -> Request {
        if let Some(shell) = self.completions {
            return Request::Completions(shell);
        }
        if self.man {
            return Request::Manual;
        }
        if self.privacy {
            return Request::Promise;
        }
        if self.about_privacy {
            return Request::AboutPrivacy;
        }
        if self.files.is_empty() && at_a_terminal {
            return Request::Help;
        }
        let (format, ending) = self.format_of_file();
        let mut sources: Vec<Source> = self.files.into_iter().map(Source::from).collect();
        if sources.is_empty() {
            sources.push(Source::Stdin);
        }
        let output = self.output.filter(|path| path.as_os_str() != "-");
        Request::Read(Box::new(Job {
            sources,
            roots: Vec::new(),
            format,
            ending,
            lines: self.lines,
            conformance: if self.pdf_a { Conformance::Archival } else { Conformance::Plain },
            pages: self.pages.unwrap_or_default(),
            pdf_text: self.pdf_text.into(),
            password_file: self.password_file,
            running_heads: !self.no_running_heads,
            codes: !self.no_codes,
            output,
            force: self.force,
            recursive: self.recursive,
            resume: self.resume,
            jobs: self.jobs.and_then(|jobs| NonZeroUsize::new(jobs.into())),
            report: self.report,
            quiet: self.quiet,
            engine: self.engine.map(EngineKind::from),
            script: self.script.into(),
            // An empty variable is how a script switches a variable off.
            models: self.models.filter(|path| !path.as_os_str().is_empty()),
        }))
    }
}

/// Whether two names are those of one file, which need not be there.
fn is_same_place(one: &Path, other: &Path) -> bool {
    let absolute = |path| std::path::absolute(path).ok();
    is_same_file(one, other) || absolute(one).is_some_and(|it| Some(it) == absolute(other))
}

/// The completion script of `shell`.
pub(crate) fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "imagetotext", &mut script);
    script
}

/// The manual page.
pub(crate) fn manual() -> Vec<u8> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command())
        .render(&mut page)
        .expect("writing into memory does not fail");
    page
}
