//! Why a picture was not read, and what to do about it, in the words that the command line and the Python package
//! share. Each text begins in lower case and has no full stop: the program puts the name of the file before it.
//!
//! Nothing in it comes out of a picture.

use imagetotext::UnreadScript;
use imagetotext::source::Format;
use imagetotext_files::{ReadError, printable};
use imagetotext_worker::{LIMITS, PictureError};

/// What to do where it depends on the program, without the cause.
#[derive(Debug, Clone, Copy)]
pub struct Remedies {
    /// A directory was named.
    pub directory: &'static str,
    /// A FIFO, a socket or a device was named.
    pub special_file: &'static str,
    /// A password is needed.
    pub password_needed: &'static str,
    /// The password is wrong.
    pub wrong_password: &'static str,
    /// A model is bad.
    pub model: &'static str,
    /// None of the pages that were asked for is there.
    pub pages: &'static str,
}

/// A worker ended by itself.
pub const CRASHED: &str = "the process that read it crashed; try another copy of it";
/// A worker needed more memory than it may have.
pub const OUT_OF_MEMORY: &str =
    "reading it took more memory than there is; cut the picture into parts or make it smaller";
/// A worker took longer than it may.
pub const TIMED_OUT: &str =
    "reading it took too long and was stopped; cut the picture into parts or make it smaller";

/// Why a file could not be read.
pub fn about_file(error: &ReadError, remedies: &Remedies) -> String {
    match error {
        ReadError::Missing => "there is no such file; check its name".into(),
        ReadError::Directory => format!("this is a directory; {}", remedies.directory),
        ReadError::Special => {
            format!("this is not an ordinary file; {}", remedies.special_file)
        }
        ReadError::Denied => "you may not read this file; change its permissions".into(),
        ReadError::TooLarge => format!(
            "the file is too large (more than {} MiB); cut it or make it smaller",
            LIMITS.input_bytes >> 20
        ),
        ReadError::Io(error) => {
            format!("the file cannot be read ({}); try a copy of it", about_system(error))
        }
        error => format!("the file cannot be read ({error}); try a copy of it"),
    }
}

/// Why the bytes of a picture could not be read.
pub fn about_picture(error: &PictureError, remedies: &Remedies) -> String {
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
        PictureError::TooManyPages => {
            format!("it has more than {} pages; cut it into parts", LIMITS.pages)
        }
        PictureError::PasswordNeeded => {
            format!("it is protected by a password; {}", remedies.password_needed)
        }
        PictureError::WrongPassword => {
            format!("the password is wrong; {}", remedies.wrong_password)
        }
        PictureError::Model { part, reason } => format!(
            "the {part} model cannot be used ({}); {}",
            // The reason may quote the file.
            printable(reason.trim_end_matches('.')),
            remedies.model
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

/// A script that is not read, and what to do.
pub fn about_script(script: UnreadScript) -> &'static str {
    match script {
        UnreadScript::Arabic => "Arabic, which is not read yet; use a program that reads Arabic",
        UnreadScript::Hebrew => "Hebrew, which is not read yet; use a program that reads Hebrew",
        UnreadScript::Devanagari => {
            "Devanagari, which is not read yet; use a program that reads Devanagari"
        }
        UnreadScript::Thai => "Thai, which is not read yet; use a program that reads Thai",
        UnreadScript::Cjk => {
            "Chinese, Japanese or Korean, which this program was built without; use one that was built with them"
        }
        _ => "a script that is not read yet; use a program that reads it",
    }
}

/// A fault of ours at a place in the source.
pub fn about_fault(place: &str) -> String {
    format!(
        "a fault in this program stopped the reading (at {}); please report it, without the picture",
        // A worker says where, and it is printed.
        printable(place)
    )
}

/// None of the pages that were asked for is there.
pub fn about_missing_pages(remedies: &Remedies) -> String {
    format!("it has none of these pages; {}", remedies.pages)
}

/// A worker could not be started.
pub fn about_start(error: &std::io::Error) -> String {
    format!("it cannot be started ({}); close some programs and try again", about_system(error))
}

/// What the system says, without the number that it has for it.
pub fn about_system(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split_once(" (os error ").map_or(text.as_str(), |(words, _)| words);
    let mut characters = text.chars();
    let first = characters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REMEDIES: Remedies = Remedies {
        directory: "a",
        special_file: "b",
        password_needed: "c",
        wrong_password: "d",
        model: "e",
        pages: "f",
    };

    #[test]
    fn errors_of_the_system_are_words() {
        let error = std::io::Error::from_raw_os_error(5);
        let words = about_system(&error);
        assert!(words.chars().all(|it| !it.is_ascii_digit() && !it.is_uppercase()), "{words}");
        assert!(about_file(&ReadError::Io(error), &REMEDIES).contains(&format!("({words});")));
    }

    #[test]
    fn every_text_is_one_line_with_a_remedy() {
        let pictures = [
            PictureError::Empty,
            PictureError::NotAPicture,
            PictureError::Unsupported(Format::Svg),
            PictureError::UnsupportedKind(Format::Tiff),
            PictureError::Damaged(Format::Pdf),
            PictureError::TooLarge,
            PictureError::TooManyPages,
            PictureError::PasswordNeeded,
            PictureError::WrongPassword,
            PictureError::Internal { place: "a\n\u{1b}".into() },
        ];
        let files =
            [ReadError::Missing, ReadError::Directory, ReadError::Special, ReadError::Denied];
        let texts = pictures.iter().map(|error| about_picture(error, &REMEDIES));
        let texts = texts.chain(files.iter().map(|error| about_file(error, &REMEDIES)));
        let scripts = UnreadScript::ALL.iter().map(|script| about_script(*script).to_owned());
        for text in texts.chain(scripts) {
            assert!(text.contains("; ") && !text.ends_with('.'), "{text}");
            assert!(!text.contains(char::is_control), "{text:?}");
        }
    }

    #[test]
    fn remedies_are_those_of_the_program() {
        let needed = about_picture(&PictureError::PasswordNeeded, &REMEDIES);
        assert_eq!(needed, "it is protected by a password; c");
        assert!(about_file(&ReadError::Directory, &REMEDIES).ends_with("; a"));
    }
}
