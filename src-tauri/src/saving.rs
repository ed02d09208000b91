//! Writes texts and data where the person says: whole or not at all, readable by their owner alone.

#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use imagetotext::Document;
use imagetotext::export::{self, Format};
use imagetotext_files::StagedFile;
use zeroize::Zeroizing;

use crate::contract::{CommandError, LineMode, SaveFormat, Saved, StorageError};
use crate::display_name::display_name;

/// How the temporary name of a file begins until it is whole.
const TEMPORARY_PREFIX: &str = ".imagetotext-";

/// Endings of formats that this program does not write. A file that is named so and holds something
/// else would not open.
const FOREIGN_EXTENSIONS: [&str; 26] = [
    "bmp", "doc", "docm", "gif", "heic", "jpeg", "jpg", "mobi", "numbers", "odp", "ods", "pages",
    "png", "ppt", "pptx", "ps", "rtf", "svg", "tex", "tif", "tiff", "webp", "xls", "xlsm", "yaml",
    "zip",
];

impl From<SaveFormat> for Format {
    fn from(format: SaveFormat) -> Self {
        match format {
            SaveFormat::Text => Self::Text,
            SaveFormat::Pdf => Self::Pdf,
            SaveFormat::Docx => Self::Docx,
            SaveFormat::Odt => Self::Odt,
            SaveFormat::Xlsx => Self::Xlsx,
            SaveFormat::Csv => Self::Csv,
            SaveFormat::Markdown => Self::Markdown,
            SaveFormat::Html => Self::Html,
            SaveFormat::Epub => Self::Epub,
            SaveFormat::Json => Self::Json,
            SaveFormat::Hocr => Self::Hocr,
            SaveFormat::Alto => Self::Alto,
            SaveFormat::PageXml => Self::PageXml,
            SaveFormat::Tsv => Self::Tsv,
        }
    }
}

/// The file for a path that the person named after they chose the format `chosen`. The ending of the
/// name decides; one without a known ending gets that of the format.
///
/// # Errors
/// [`CommandError::UnknownFormat`] for the ending of a format that is not written.
pub(crate) fn target(path: PathBuf, chosen: Format) -> Result<(PathBuf, Format), CommandError> {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let extension = extension.unwrap_or_default();
    if extension == chosen.extension() {
        return Ok((path, chosen));
    }
    if let Some(format) = Format::of_extension(&extension) {
        return Ok((path, format));
    }
    if FOREIGN_EXTENSIONS.contains(&extension.as_str()) {
        return Err(CommandError::UnknownFormat { extension });
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(chosen.extension());
    Ok((path.with_file_name(name), chosen))
}

/// The content of the file. Plain text is `text`, exactly as the person sees it.
pub(crate) fn content(
    format: Format,
    text: &str,
    document: &Document,
    lines: LineMode,
) -> Zeroizing<Vec<u8>> {
    match format {
        Format::Text if text.is_empty() || text.ends_with('\n') => text.as_bytes().to_vec().into(),
        Format::Text => format!("{text}\n").into_bytes().into(),
        format => export::render(document, format, lines.into(), None),
    }
}

/// Writes a file in place of one that may exist; the dialog has asked about that.
///
/// # Errors
/// [`CommandError::Save`].
pub(crate) fn replace(path: &Path, format: Format, bytes: &[u8]) -> Result<Saved, CommandError> {
    let write = |bytes: &[u8]| -> io::Result<()> {
        // A link stays, and the file that it points to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.into());
        let directory = path.parent().unwrap_or(Path::new("."));
        StagedFile::new(directory, TEMPORARY_PREFIX, bytes)?.replace(&path)
    };
    let mut files = vec![bytes];
    if format == Format::PageXml {
        // It has one page in a file.
        files = export::page_xml_documents(bytes).collect();
    }
    let failed = |error: io::Error| save_error(path, StorageError::from(&error));
    write(files.first().copied().unwrap_or_default()).map_err(failed)?;
    let (directory, stem) =
        (path.parent().unwrap_or(Path::new(".")), file_stem(&display_name(path)));
    for (page, bytes) in (2..).zip(files.iter().skip(1)) {
        // The dialog has asked about the first file only, so that these replace none.
        create(directory, &format!("{stem}-page-{page}"), format, bytes).map_err(failed)?;
    }
    let format = format.extension().into();
    let [name, place] = [display_name(path), place_of(path)];
    Ok(Saved { name, place, format, folder: false, pictures: 1, without_text: 0 })
}

/// The error of a file that is not written.
pub(crate) fn save_error(path: &Path, reason: StorageError) -> CommandError {
    CommandError::Save { reason, name: display_name(path) }
}

/// Writes a text file for each pair of name and text into a directory. No file is replaced: a name
/// that is taken gets a number.
///
/// # Errors
/// [`CommandError::Save`]; the texts before it are written.
pub(crate) fn create_all(
    directory: &Path,
    texts: impl Iterator<Item = (String, String)>,
) -> Result<Saved, CommandError> {
    let mut pictures = 0;
    for (name, text) in texts {
        let text = if text.ends_with('\n') { text } else { text + "\n" };
        create(directory, &file_stem(&name), Format::Text, text.as_bytes())
            .map_err(|error| save_error(&directory.join(&name), StorageError::from(&error)))?;
        pictures += 1;
    }
    let [name, place] = [display_name(directory), place_of(directory)];
    Ok(Saved { name, place, format: "txt".into(), folder: true, pictures, without_text: 0 })
}

/// The name of the directory that a file or directory is in.
fn place_of(path: &Path) -> String {
    display_name(path.parent().unwrap_or(path))
}

fn create(directory: &Path, stem: &str, format: Format, bytes: &[u8]) -> io::Result<()> {
    let mut staged = StagedFile::new(directory, TEMPORARY_PREFIX, bytes)?;
    for number in 1.. {
        match staged.create(&numbered(directory, stem, format, number)) {
            Err((error, file)) if error.kind() == io::ErrorKind::AlreadyExists => staged = file,
            Err((error, _)) => return Err(error),
            Ok(()) => break,
        }
    }
    Ok(())
}

fn numbered(directory: &Path, stem: &str, format: Format, number: u32) -> PathBuf {
    let ending = format.extension();
    directory.join(if number == 1 {
        format!("{stem}.{ending}")
    } else {
        format!("{stem} ({number}).{ending}")
    })
}

/// The name of a picture as a file stem: without its extension and without characters that a file
/// name cannot hold on some system.
pub(crate) fn file_stem(name: &str) -> String {
    let path = Path::new(name);
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let stem = if is_ending(&extension) { path.file_stem() } else { path.file_name() };
    let stem = stem.unwrap_or_default().to_string_lossy();
    let stem = stem.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\u{fffd}'], "_");
    if stem.is_empty() { "picture".into() } else { stem }
}

/// Whether what is after the last dot is the ending of a file, and no part of a time, a number or a
/// sentence.
fn is_ending(extension: &str) -> bool {
    extension.chars().all(char::is_alphanumeric) && extension.chars().any(char::is_alphabetic)
}
