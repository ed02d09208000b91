//! Writes texts and data where the person says: whole or not at all, readable by their owner alone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use imagetotext::Document;
use imagetotext::export::{self, Format};
use imagetotext_files::StagedFile;

use crate::contract::{CommandError, LineMode, Saved, StorageError};
use crate::display_name::display_name;

/// How the temporary name of a file begins until it is whole.
const TEMPORARY_PREFIX: &str = ".tmp";

/// The formats of texts, the default one first.
pub(crate) const FORMATS: [Format; 7] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Csv,
    Format::Json,
    Format::Hocr,
    Format::Tsv,
];

/// The format of a file extension; plain text for an unknown one.
pub(crate) fn format_of(path: &Path) -> Format {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let matches = |format: &Format| extension.as_deref() == Some(format.extension());
    FORMATS.into_iter().find(matches).unwrap_or(Format::Text)
}

/// The content of the file. Only plain text can hold `text`, which the person may have edited.
pub(crate) fn content(format: Format, text: &str, document: &Document, lines: LineMode) -> String {
    match format {
        Format::Text if text.is_empty() || text.ends_with('\n') => text.into(),
        Format::Text => format!("{text}\n"),
        format => export::render(document, format, lines.into(), None),
    }
}

/// Writes a file in place of one that may exist; the dialog has asked about that.
///
/// # Errors
/// [`CommandError::Save`].
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<Saved, CommandError> {
    let write = || -> io::Result<()> {
        // A link stays, and the file that it points to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.into());
        let directory = path.parent().unwrap_or(Path::new("."));
        StagedFile::new(directory, TEMPORARY_PREFIX, bytes)?.replace(&path)
    };
    write().map_err(|error| save_error(path, StorageError::from(&error)))?;
    let format = format_of(path).extension().into();
    Ok(Saved { name: display_name(path), place: place_of(path), format, folder: false })
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
    for (name, text) in texts {
        let text = if text.ends_with('\n') { text } else { text + "\n" };
        create(directory, &name, text.as_bytes())
            .map_err(|error| save_error(&directory.join(&name), StorageError::from(&error)))?;
    }
    let [name, place] = [display_name(directory), place_of(directory)];
    Ok(Saved { name, place, format: "txt".into(), folder: true })
}

/// The name of the directory that a file or directory is in.
fn place_of(path: &Path) -> String {
    display_name(path.parent().unwrap_or(path))
}

fn create(directory: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut staged = StagedFile::new(directory, TEMPORARY_PREFIX, bytes)?;
    for number in 1.. {
        match staged.create(&numbered(directory, name, number)) {
            Err((error, file)) if error.kind() == io::ErrorKind::AlreadyExists => staged = file,
            Err((error, _)) => return Err(error),
            Ok(()) => break,
        }
    }
    Ok(())
}

fn numbered(directory: &Path, name: &str, number: u32) -> PathBuf {
    let stem = file_stem(name);
    directory.join(if number == 1 {
        format!("{stem}.txt")
    } else {
        format!("{stem} ({number}).txt")
    })
}

/// The name of a picture as a file stem: without its extension and without characters that a file
/// name cannot hold on some system.
pub(crate) fn file_stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\u{fffd}'], "_");
    if stem.is_empty() { "picture".into() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: Document = Document::new(Vec::new());

    #[test]
    fn the_extension_chooses_the_format() {
        let of = |name: &str| format_of(Path::new(name));
        assert_eq!(
            [of("a.txt"), of("a.MD"), of("a.hocr"), of("a.csv"), of("a.html")],
            [Format::Text, Format::Markdown, Format::Hocr, Format::Csv, Format::Html]
        );
        assert_eq!([of("a"), of("a.docx")], [Format::Text, Format::Text]);
    }

    #[test]
    fn only_plain_text_holds_the_edited_text() {
        let render = |format| content(format, "edited", &EMPTY, LineMode::Keep);
        assert_eq!(render(Format::Text), "edited\n");
        for format in FORMATS.into_iter().skip(1) {
            assert!(!render(format).contains("edited"), "{format:?}");
        }
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("Letters");
        fs::create_dir(&place).unwrap();
        let path = place.join("a.txt");
        fs::write(&path, "old").unwrap();
        let saved = replace(&path, b"new").unwrap();
        assert_eq!((saved.name.as_str(), saved.place.as_str()), ("a.txt", "Letters"));
        assert_eq!((saved.format.as_str(), saved.folder), ("txt", false));
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(&place).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    #[cfg(unix)]
    fn a_replaced_file_is_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn an_error_names_the_file() {
        let nowhere = Path::new("/nowhere/at/all/a.txt");
        let refused = replace(nowhere, b"").unwrap_err();
        let CommandError::Save { name, .. } = refused else { panic!("{refused}") };
        assert_eq!(name, "a.txt");
    }

    #[test]
    fn create_all_replaces_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let texts = ["one", "two", "three"].map(|text| ("scan.png".to_owned(), text.to_owned()));
        fs::write(folder.path().join("scan.txt"), "edited").unwrap();
        let saved = create_all(folder.path(), texts.into_iter()).unwrap();
        assert!(saved.folder);
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read("scan.txt"), "edited");
        assert_eq!(
            ["2", "3", "4"].map(|n| read(&format!("scan ({n}).txt"))),
            ["one\n", "two\n", "three\n"]
        );
    }

    #[test]
    fn a_picture_name_becomes_a_file_stem() {
        assert_eq!(file_stem("a.b.png"), "a.b");
        assert_eq!(file_stem("what? 1:2.png"), "what_ 1_2");
        assert_eq!(file_stem(""), "picture");
    }
}
