//! The one place that writes sentences: every failure becomes one line that names the file and says
//! what to do next. Nothing in it comes out of a picture, but the names of files that are attached to a PDF.

mod causes;
#[cfg(test)]
mod tests;

use std::io::Write as _;

use imagetotext::UnreadScript;
use imagetotext::source::PageRanges;
use imagetotext_files::ReadError;
use imagetotext_messages::{
    CRASHED, OUT_OF_MEMORY, TIMED_OUT, about_fault, about_missing_pages, about_picture,
    about_script, about_start, about_system,
};
use imagetotext_worker::PictureError;
use imagetotext_worker::panics::Panic;

use causes::{REMEDIES, about_absent_pages, about_attachments, about_input, about_output};

use crate::input::InputError;
use crate::name::Name;
use crate::output::OutputError;

/// Why a file, or a page of it, was not read, and what else there is to say about it: see [`Failure::is_failure`].
#[derive(Debug)]
pub(crate) enum Failure {
    /// Its bytes could not be read.
    Input(InputError),
    /// Its bytes are no picture that can be read, or the models are bad.
    Picture(PictureError),
    /// It was read up to this page, counted from 1, which was not.
    Page(u32, Box<Failure>),
    /// This page, counted from 1, was not read; others were.
    SkippedPage(u32, Box<Failure>),
    /// So many more pages were not read.
    MoreSkippedPages(usize),
    /// It has none of the pages that were asked for.
    NoSuchPage,
    /// The file of the password holds none.
    NoPassword,
    /// The name of the result ends like nothing that is known, and no format was chosen.
    UnknownEnding,
    /// It has none of these pages of those that were asked for.
    MissingPages(PageRanges),
    /// It ends with this page, within the pages that were asked for.
    LastPage(u32),
    /// Files with these names are attached to it.
    Attachments(Vec<String>),
    /// The searchable PDF of it has nothing but its pages.
    Rendered,
    /// The searchable PDF of it is the file itself.
    Searchable,
    /// So is it, as nothing but its text layer was asked for: nobody knows what its images say.
    TextLayerOnly,
    /// There is no text in it.
    NoText,
    /// There is no text in it that is in the script that was asked for.
    NoTextInScript,
    /// Most of its text, or of this page of several, counted from 1, is in a script that cannot be read.
    Unread(Option<usize>, UnreadScript),
    /// There is no picture in this directory.
    NoPictures,
    /// The only pictures in this directory may be among the results, which are left out.
    OnlyResults,
    /// Its name says a format that is not read.
    OtherFormat,
    /// This link leads to no file.
    DeadLink,
    /// Its result could not be written.
    Output(OutputError),
    /// The directory of models does not exist.
    NoModels,
    /// The file of a model could not be read.
    ModelInput(ReadError),
    /// The alphabet is not UTF-8.
    AlphabetNotText,
    /// The models crash the engine.
    BadModels,
    /// No worker can be started.
    NoWorker(std::io::Error),
    /// The worker that read it crashed.
    Crashed,
    /// The worker that read it ran out of memory.
    OutOfMemory,
    /// The worker that read it took too long.
    TimedOut,
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Whether it counts for the exit status; a picture without text was read well.
    pub(crate) fn is_failure(&self) -> bool {
        !matches!(
            self,
            Self::NoText
                | Self::NoTextInScript
                | Self::UnknownEnding
                | Self::Rendered
                | Self::Searchable
                | Self::TextLayerOnly
                | Self::LastPage(_)
                | Self::Attachments(_)
        )
    }

    /// Whether the command line is to blame: the name of the result contradicts its format.
    pub(crate) fn is_usage(&self) -> bool {
        use OutputError::{AmbiguousEnding, ForeignEnding, OtherEnding};
        matches!(self, Self::Output(OtherEnding(..) | ForeignEnding | AmbiguousEnding))
    }

    /// Whether it says that there is no text.
    pub(crate) fn is_without_text(&self) -> bool {
        matches!(self, Self::NoText | Self::NoTextInScript)
    }

    /// Whether the same file may be read another time, without anybody changing it.
    pub(crate) fn may_pass(&self) -> bool {
        match self {
            Self::Page(_, why) | Self::SkippedPage(_, why) => why.may_pass(),
            Self::Input(InputError::Unreadable(error)) => matches!(error, ReadError::Io(_)),
            Self::Output(error) => matches!(error, OutputError::Full | OutputError::Io(_)),
            Self::NoWorker(_) | Self::Crashed | Self::OutOfMemory | Self::TimedOut => true,
            _ => false,
        }
    }
}

/// Prints one sentence on standard error.
pub(crate) fn print(sentence: &str) {
    // When this fails, nobody is left to read it.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

/// One line: `imagetotext: NAME: what is wrong; what to do.`
pub(crate) fn sentence(name: &Name, failure: &Failure) -> String {
    format!("imagetotext: {name}: {}.", about(failure))
}

/// The same as a JSON object for a report.
pub(crate) fn report(name: &Name, failure: &Failure) -> String {
    serde_json::json!({ "file": name.to_string(), "message": about(failure) }).to_string()
}

/// How a batch ended.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Summary {
    /// Pictures that were read.
    pub(crate) read: usize,
    /// Those that had a result already.
    pub(crate) done_before: usize,
    /// Those that were not read, or not to their end.
    pub(crate) failed: usize,
    /// Those whose result was not written.
    pub(crate) not_written: usize,
    /// Files in directories whose formats are not read.
    pub(crate) skipped: usize,
    /// Those that were left when the person stopped the batch, or the disk was full.
    pub(crate) left: usize,
    /// Those that were not read, and may be read another time as they are.
    pub(crate) read_again: usize,
    /// Whether `--resume` finds out which were read.
    pub(crate) can_resume: bool,
}

/// One line that says how a batch ended.
pub(crate) fn summary(summary: &Summary) -> String {
    let Summary { read, done_before, failed, not_written, skipped, left, read_again, can_resume } =
        *summary;
    let mut parts = vec![format!("{} read", counted(read))];
    for (count, what) in [
        (done_before, "done before"),
        (failed, "not read"),
        (not_written, "not written"),
        (skipped, "of other formats skipped"),
        (left, "left"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    let again = if can_resume && read_again + left > 0 {
        "; run it again with --resume to read the rest"
    } else {
        ""
    };
    format!("imagetotext: {}{again}.", parts.join(", "))
}

fn counted(pictures: usize) -> String {
    if pictures == 1 { "1 picture".into() } else { format!("{pictures} pictures") }
}

/// A fault outside the reading of a file.
pub(crate) fn own_fault(panic: &Panic) -> String {
    format!("imagetotext: {}.", about_fault(&panic.place))
}

fn about(failure: &Failure) -> String {
    match failure {
        Failure::Input(error) => about_input(error),
        Failure::Picture(error) => about_picture(error, &REMEDIES),
        Failure::Page(page, why) => {
            format!("reading ended before page {page}: {}", about_page(why))
        }
        Failure::SkippedPage(page, why) => format!("page {page} was not read: {}", about_page(why)),
        Failure::MoreSkippedPages(count) => {
            format!("{count} more pages were not read; try another copy of it")
        }
        Failure::NoSuchPage => about_missing_pages(&REMEDIES),
        Failure::NoPassword => "its first line is not a password; write the password into it, in \
            UTF-8"
            .into(),
        Failure::UnknownEnding => {
            "the ending of its name says no format, so it is plain text; choose another one with --format"
                .into()
        }
        Failure::MissingPages(pages) => about_absent_pages(pages),
        Failure::LastPage(page) => format!("it ends with page {page}, before the last of --pages"),
        Failure::Attachments(names) => about_attachments(names),
        Failure::Rendered => {
            "its pages became pictures; bookmarks, links and forms, if it has any, are not in the result".into()
        }
        Failure::Searchable => "it is searchable already, and was copied as it is".into(),
        Failure::TextLayerOnly => {
            "it was copied as it is; scans in it are not read with --pdf-text embedded".into()
        }
        Failure::NoText => "no text was found".into(),
        Failure::NoTextInScript => {
            "no text in the script of --script was found; leave that out to read all scripts".into()
        }
        Failure::Unread(None, script) => format!("this looks like {}", about_script(*script)),
        Failure::Unread(Some(page), script) => {
            format!("page {page} looks like {}", about_script(*script))
        }
        Failure::NoPictures => "there are no pictures in this directory; name another one".into(),
        Failure::OnlyResults => {
            "there are no pictures in this directory outside of that of the results, \
            which is left out; name another one, or another --output"
                .into()
        }
        Failure::OtherFormat => {
            "files of this format are not read; save it as PDF, PNG or JPEG first".into()
        }
        Failure::DeadLink => "this link leads to no file; correct it".into(),
        Failure::Output(error) => about_output(error),
        Failure::NoModels => "there is no such directory of models; correct --models (or the \
            variable IMAGETOTEXT_MODELS), or leave it out to use the built-in models"
            .into(),
        Failure::ModelInput(ReadError::Missing) => "there is no such file; a directory of models \
            holds detection.onnx, recognition.onnx and alphabet.txt"
            .into(),
        Failure::ModelInput(error) => {
            let why = match error {
                ReadError::Io(error) => about_system(error),
                error => error.to_string(),
            };
            format!(
                "this model cannot be read ({why}); take another copy of it, or leave out --models to use \
                 the built-in models"
            )
        }
        Failure::AlphabetNotText => {
            "the alphabet is not a text file in UTF-8; take another copy of it".into()
        }
        Failure::BadModels => "the models cannot be used; take another copy of them, or leave out \
            --models to use the built-in ones"
            .into(),
        Failure::NoWorker(error) => about_start(error),
        Failure::Crashed => CRASHED.into(),
        Failure::OutOfMemory => OUT_OF_MEMORY.into(),
        Failure::TimedOut => TIMED_OUT.into(),
    }
}

/// Why a page of several was not read. Nobody can cut it.
fn about_page(failure: &Failure) -> String {
    match failure {
        Failure::TimedOut => {
            "reading it took too long and was stopped; leave it out with --pages".into()
        }
        Failure::OutOfMemory => {
            "reading it took more memory than there is; leave it out with --pages".into()
        }
        Failure::Picture(PictureError::TooLarge) => {
            "the picture has too many pixels (more than 120 million, or 65 535 on a side); make the page \
             smaller or leave it out with --pages"
                .into()
        }
        other => about(other),
    }
}
