//! What was wrong with input and output, in the words of the command line, and its remedies.

use imagetotext::Page;
use imagetotext::export;
use imagetotext::source::PageRanges;
use imagetotext_messages::{Remedies, about_file, about_system};

use crate::input::InputError;
use crate::output::OutputError;

/// What to do in this program.
pub(super) const REMEDIES: Remedies = Remedies {
    directory: "name the pictures in it, or read them all with --recursive",
    special_file: "give its content through standard input (-)",
    password_needed: "write the password into a file and name that with --password-file",
    wrong_password: "correct the first line of the --password-file",
    model: "take another copy of it, or leave out --models to use the built-in models",
    pages: "correct --pages",
};

pub(super) fn about_input(error: &InputError) -> String {
    match error {
        InputError::NoInput => "there was no input; name a file or pipe a picture in".into(),
        InputError::Unreadable(error) => about_file(error, &REMEDIES),
    }
}

pub(super) fn about_output(error: &OutputError) -> String {
    match error {
        OutputError::Closed => "it was closed before everything was written".into(),
        OutputError::Exists => {
            "a file of this name exists; choose another name, or write over it with --force".into()
        }
        OutputError::IsInput => {
            "this is the picture itself, which would be lost; choose another name".into()
        }
        OutputError::NoDirectory => {
            "its directory does not exist; create it or choose another one".into()
        }
        OutputError::IsDirectory => "this is a directory; name a file in it".into(),
        OutputError::NotADirectory => "this is not a directory; choose another name".into(),
        OutputError::Denied => "you may not write there; choose another place".into(),
        OutputError::Full => {
            "the disk is full, or your share of it; free some space or choose another place".into()
        }
        OutputError::AmongPictures => "results of this format would be read as pictures the next time; choose \
            a directory that is not the one with the pictures"
            .into(),
        OutputError::SeveralPages => {
            "there are several pages, and a file of this format has one; name a directory with --output DIR/"
                .into()
        }
        OutputError::OtherEnding(named, chosen) => {
            let ending = export::Format::from(*chosen).extension();
            format!(
                "its name ends like {named}, and --format says {chosen}; leave out --format, or let the name end \
                 with .{ending}"
            )
        }
        OutputError::ForeignEnding => "files of this format cannot be written; choose another ending of the name, \
             such as .txt, .docx or .pdf"
            .into(),
        OutputError::AmbiguousEnding => "several formats have this ending; choose one with --format, such as \
            alto or page"
            .into(),
        OutputError::NotText => {
            "a terminal cannot show this format; name a file with --output".into()
        }
        OutputError::Io(error) => {
            format!("the result cannot be written ({}); choose another place", about_system(error))
        }
    }
}

/// Pages that were asked for by number.
pub(super) fn about_absent_pages(pages: &PageRanges) -> String {
    let pages = pages.to_string();
    let word = if pages.contains([',', '-']) { "pages" } else { "page" };
    format!("it has no {word} {pages}; correct --pages")
}

/// Names of attached files that are shown; more are counted.
const MOST_SHOWN: usize = 5;

/// Files that are attached to a PDF.
pub(super) fn about_attachments(names: &[String]) -> String {
    let count = match names.len() {
        1 => "1 file is".into(),
        Page::MAX_ATTACHMENTS => format!("{} files or more are", Page::MAX_ATTACHMENTS),
        count => format!("{count} files are"),
    };
    let shown = names[..names.len().min(MOST_SHOWN)].join(", ");
    let others = if names.len() > MOST_SHOWN { " and others" } else { "" };
    format!(
        "{count} attached and not read: {shown}{others}; save them with a PDF program to read them"
    )
}
