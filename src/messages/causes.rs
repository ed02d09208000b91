//! What was wrong, in the words of each part of the program, and what to do.

use imagetotext::UnreadScript;
use imagetotext::source::Format;
use imagetotext_files::ReadError;
use imagetotext_worker::{LIMITS, PictureError};

use crate::input::InputError;
use crate::name::Name;
use crate::output::OutputError;

pub(super) fn about_script(script: UnreadScript) -> &'static str {
    match script {
        UnreadScript::Arabic => "Arabic, which is not read yet",
        UnreadScript::Hebrew => "Hebrew, which is not read yet",
        UnreadScript::Devanagari => "Devanagari, which is not read yet",
        UnreadScript::Thai => "Thai, which is not read yet",
        UnreadScript::Cjk => "Chinese, Japanese or Korean, which this program was built without",
        _ => "a script that is not read yet",
    }
}

pub(super) fn about_input(error: &InputError) -> String {
    match error {
        InputError::NoInput => "there was no input; name a file or pipe a picture in".into(),
        InputError::Unreadable(error) => about_file(error),
    }
}

pub(super) fn about_file(error: &ReadError) -> String {
    match error {
        ReadError::Missing => "there is no such file; check its name".into(),
        ReadError::Directory => {
            "this is a directory; name the pictures in it, or read them all with --recursive".into()
        }
        ReadError::Special => {
            "this is not an ordinary file; give its content through standard input (-)".into()
        }
        ReadError::Denied => "you may not read this file; change its permissions".into(),
        ReadError::TooLarge => format!(
            "the file is too large (more than {} MiB); cut it or make it smaller",
            LIMITS.input_bytes >> 20
        ),
        error => format!("the file cannot be read ({error}); try a copy of it"),
    }
}

pub(super) fn about_picture(error: &PictureError) -> String {
    match error {
        PictureError::Empty => "the file is empty; choose another one".into(),
        PictureError::NotAPicture => {
            "this is not a picture; choose a PDF, PNG, JPEG, TIFF or HEIC file".into()
        }
        PictureError::Unsupported(format) => unsupported(&format.to_string()),
        PictureError::UnsupportedKind(format) => {
            format!("this variety of {format} cannot be read; save it as PNG first")
        }
        PictureError::Damaged(format) => {
            let kind = if *format == Format::Pdf { "file" } else { "picture" };
            format!("this {format} {kind} is damaged or cut short; get another copy of it")
        }
        PictureError::TooLarge => {
            "the picture has too many pixels (more than 120 million, or 65 535 on a side); cut it into \
             parts or make it smaller"
                .into()
        }
        PictureError::TooManyPages => format!(
            "it has more than {} pages; cut it into parts",
            LIMITS.pages
        ),
        PictureError::PasswordNeeded => {
            "it is protected by a password; write the password into a file and name that with \
             --password-file"
                .into()
        }
        PictureError::WrongPassword => {
            "the password is wrong; correct the first line of the --password-file".into()
        }
        PictureError::Model { part, reason } => format!(
            "the {part} model cannot be used ({}); take another copy of it, or leave out --models \
             to use the built-in models",
            // The reason may quote the file.
            Name::from(reason.trim_end_matches('.'))
        ),
        PictureError::Internal { place } => about_fault(place),
        other => format!("it could not be read ({other:?}); try another copy of it"),
    }
}

fn unsupported(format: &str) -> String {
    let remedy = match format {
        "SVG" => "export it as PNG first",
        _ => "save it as PNG or JPEG first",
    };
    format!("{format} files cannot be read; {remedy}")
}

pub(super) fn about_fault(place: &str) -> String {
    format!(
        "a fault in this program stopped the reading (at {}); please report it, without the picture",
        // A worker says where, and it is printed.
        Name::from(place)
    )
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
        OutputError::NotADirectory => "this is not a directory; choose another name".into(),
        OutputError::Denied => "you may not write there; choose another place".into(),
        OutputError::Full => {
            "the disk is full, or your share of it; free some space or choose another place".into()
        }
        OutputError::NotText => {
            "a terminal cannot show this format; name a file with --output".into()
        }
        OutputError::Io(error) => {
            format!("the result cannot be written ({error}); choose another place")
        }
    }
}
