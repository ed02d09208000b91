//! What the name of the `--output` file says about its format.

use std::path::Path;

use clap::ValueEnum as _;
use imagetotext::export;
use imagetotext_files::has_picture_extension;

use super::Format;

/// Endings of documents that this program does not write. What is in a file with one of them is taken for something
/// else by the programs that open it.
const FOREIGN: &[&str] = &[
    "azw", "azw3", "doc", "docm", "dot", "dotx", "eps", "fodt", "mobi", "ods", "odp", "ott",
    "pages", "pps", "ppt", "pptx", "ps", "rtf", "svg", "tex", "wpd", "wps", "xls", "xlsb", "xlsm",
    "xps", "djvu", "numbers", "zip",
];

/// Endings of plain text.
const PLAIN: &[&str] = &["log", "text", "txt"];

/// How the ending of a name fits the format of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// It says the same, or nothing.
    Fits,
    /// It says this other format.
    Other(Format),
    /// It says a format that is not written.
    Foreign,
    /// It says one of several, and none was chosen.
    Ambiguous,
    /// Nobody knows what it says, and no format was chosen.
    Unknown,
}

impl Ending {
    /// The format of the file with this name, if this one was chosen, and how its ending fits.
    pub(crate) fn of(path: &Path, chosen: Option<Format>) -> (Format, Self) {
        let format = chosen.unwrap_or(Format::Text);
        // What ends with a slash is a directory.
        let is_directory = path.to_string_lossy().ends_with(std::path::is_separator);
        let ending = path.extension().and_then(|it| it.to_str()).filter(|_| !is_directory);
        let Some(ending) = ending.map(str::to_ascii_lowercase) else { return (format, Self::Fits) };
        let named = export::Format::of_extension(&ending);
        let is_named = |it: &Format| Some(export::Format::from(*it)) == named;
        match (Format::value_variants().iter().copied().find(is_named), chosen) {
            (Some(Format::Alto), None) => (format, Self::Ambiguous),
            (Some(named), None) => (named, Self::Fits),
            (Some(named), Some(chosen)) if fits(chosen, named) => (chosen, Self::Fits),
            (Some(named), Some(chosen)) => (chosen, Self::Other(named)),
            _ if has_picture_extension(path) || FOREIGN.contains(&ending.as_str()) => {
                (format, Self::Foreign)
            }
            (None, None) if is_word(&ending) && !PLAIN.contains(&ending.as_str()) => {
                (format, Self::Unknown)
            }
            (None, _) => (format, Self::Fits),
        }
    }
}

/// Whether people name files of a format so: text formats may be called text, and some are special kinds of others.
fn fits(format: Format, named: Format) -> bool {
    match named {
        _ if format == named => true,
        Format::Text => export::Format::from(format).is_text(),
        Format::Markdown => format == Format::Text,
        Format::Html => format == Format::Hocr,
        Format::Json => format == Format::Jsonl,
        // `.xml`.
        Format::Alto => matches!(format, Format::Page | Format::Hocr | Format::Html),
        _ => false,
    }
}

/// Whether it is a word: `Dr. Meyer` and `page.2` have no ending.
fn is_word(ending: &str) -> bool {
    let is_number = ending.chars().all(|it| it.is_ascii_digit());
    !is_number && ending.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_the_format_unless_one_was_chosen() {
        for (name, chosen, format, ending) in [
            ("a.docx", None, Format::Docx, Ending::Fits),
            ("a.MD", None, Format::Markdown, Ending::Fits),
            ("a.pdf", None, Format::Pdf, Ending::Fits),
            ("a", None, Format::Text, Ending::Fits),
            ("a.log", None, Format::Text, Ending::Fits),
            ("a.docx/", None, Format::Text, Ending::Fits),
            ("Dr. Meyer", None, Format::Text, Ending::Fits),
            ("page.2", None, Format::Text, Ending::Fits),
            ("a.xyz", None, Format::Text, Ending::Unknown),
            ("a.xml", None, Format::Text, Ending::Ambiguous),
            ("a.xml", Some(Format::Page), Format::Page, Ending::Fits),
            ("a.xyz", Some(Format::Json), Format::Json, Ending::Fits),
            ("a.html", Some(Format::Hocr), Format::Hocr, Ending::Fits),
            ("a.txt", Some(Format::Markdown), Format::Markdown, Ending::Fits),
        ] {
            assert_eq!(Ending::of(name.as_ref(), chosen), (format, ending), "{name}");
        }
    }

    #[test]
    fn a_name_of_another_format_does_not_fit() {
        for (name, chosen, ending) in [
            ("a.pdf", Some(Format::Docx), Ending::Other(Format::Pdf)),
            ("a.docx", Some(Format::Json), Ending::Other(Format::Docx)),
            ("a.txt", Some(Format::Xlsx), Ending::Other(Format::Text)),
            ("a.xml", Some(Format::Docx), Ending::Other(Format::Alto)),
            ("a.doc", Some(Format::Docx), Ending::Foreign),
            ("a.doc", None, Ending::Foreign),
            ("a.RTF", None, Ending::Foreign),
            ("a.png", None, Ending::Foreign),
        ] {
            assert_eq!(Ending::of(name.as_ref(), chosen).1, ending, "{name}");
        }
    }
}
