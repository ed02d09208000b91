//! Texts and data written where the person says: at once or not at all, for their owner alone.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use imagetotext::{Document, export};

use crate::contract::{CommandError, LineMode, Saved, StorageError};
use crate::names;

/// In what form a text is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// As the person left it.
    Text,
    /// With headings, lists and tables.
    Markdown,
    /// With places and confidences.
    Json,
    /// A web page that lies over the picture.
    Hocr,
    /// A table of words.
    Tsv,
}

impl Format {
    /// All of them, the usual one first.
    pub(crate) const ALL: [Self; 5] =
        [Self::Text, Self::Markdown, Self::Json, Self::Hocr, Self::Tsv];

    /// What a name of this form ends in.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Hocr => "hocr",
            Self::Tsv => "tsv",
        }
    }

    /// What a name asks for; plain text if nothing.
    pub(crate) fn of(path: &Path) -> Self {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let is_meant = |format: &Self| ending.as_deref() == Some(format.ending());
        Self::ALL.into_iter().find(is_meant).unwrap_or(Self::Text)
    }

    /// What is to be written: `text` is what the person made of it, which only a plain text can hold.
    pub(crate) fn render(self, text: &str, document: &Document, lines: LineMode) -> String {
        match self {
            Self::Text if text.is_empty() || text.ends_with('\n') => text.into(),
            Self::Text => format!("{text}\n"),
            Self::Markdown => export::markdown(document, lines.into()),
            Self::Json => export::json(document),
            Self::Hocr => export::hocr(document),
            Self::Tsv => export::tsv(document),
        }
    }
}

/// Replaces a file, about which the dialog has asked.
///
/// # Errors
/// [`CommandError::Save`].
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<Saved, CommandError> {
    let write = || -> io::Result<()> {
        // Through a link, the file that it points to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.into());
        let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(&path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| refusal(path, StorageError::from(&error)))?;
    let format = Format::of(path).ending().into();
    Ok(Saved { name: names::shown(path), format, folder: false })
}

/// Why a file is not written.
pub(crate) fn refusal(path: &Path, reason: StorageError) -> CommandError {
    CommandError::Save { reason, name: names::shown(path) }
}

/// Whether two paths lead to the same file.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// Writes a text file for each name into a folder. No file is replaced: one whose name is taken
/// gets a number.
///
/// # Errors
/// [`CommandError::Save`]; those before it are written.
pub(crate) fn write_all(
    folder: &Path,
    texts: impl Iterator<Item = (String, String)>,
) -> Result<Saved, CommandError> {
    for (name, text) in texts {
        let text = if text.ends_with('\n') { text } else { text + "\n" };
        write_new(folder, &name, text.as_bytes())
            .map_err(|error| refusal(&folder.join(&name), StorageError::from(&error)))?;
    }
    Ok(Saved { name: names::shown(folder), format: "txt".into(), folder: true })
}

fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    for number in 1.. {
        match file.persist_noclobber(numbered(folder, name, number)) {
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(error.error),
            Ok(_) => break,
        }
    }
    Ok(())
}

fn numbered(folder: &Path, name: &str, number: u32) -> PathBuf {
    let stem = stem(name);
    folder.join(if number == 1 { format!("{stem}.txt") } else { format!("{stem} ({number}).txt") })
}

/// What a picture is called, without the ending of its format and what no file name may hold.
pub(crate) fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\u{fffd}'], "_");
    if stem.is_empty() { "picture".into() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Document = Document { pages: Vec::new() };

    #[test]
    fn the_name_tells_the_form() {
        let of = |name: &str| Format::of(Path::new(name));
        assert_eq!(
            [of("a.txt"), of("a.MD"), of("a.hocr")],
            [Format::Text, Format::Markdown, Format::Hocr]
        );
        assert_eq!([of("a"), of("a.docx")], [Format::Text, Format::Text]);
    }

    #[test]
    fn plain_text_is_what_the_person_made_of_it() {
        let render = |format: Format| format.render("mine", &NOTHING, LineMode::Keep);
        assert_eq!(render(Format::Text), "mine\n");
        for format in Format::ALL.into_iter().skip(1) {
            assert!(!render(format).contains("mine"), "{format:?}");
        }
    }

    #[test]
    fn a_file_is_replaced_whole_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        let saved = write(&path, b"new").unwrap();
        assert_eq!(saved, Saved { name: "a.txt".into(), format: "txt".into(), folder: false });
        assert_eq!(fs::read(&path).unwrap(), b"new");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn what_cannot_be_written_is_said_by_name() {
        let nowhere = Path::new("/nowhere/at/all/a.txt");
        let refused = write(nowhere, b"").unwrap_err();
        let CommandError::Save { name, .. } = refused else { panic!("{refused}") };
        assert_eq!(name, "a.txt");
    }

    #[test]
    fn no_file_of_a_folder_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let texts = ["one", "two", "three"].map(|text| ("scan.png".to_owned(), text.to_owned()));
        fs::write(folder.path().join("scan.txt"), "mine").unwrap();
        let saved = write_all(folder.path(), texts.into_iter()).unwrap();
        assert!(saved.folder);
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read("scan.txt"), "mine");
        assert_eq!(
            ["2", "3", "4"].map(|n| read(&format!("scan ({n}).txt"))),
            ["one\n", "two\n", "three\n"]
        );
    }

    #[test]
    fn names_of_pictures_become_names_of_files() {
        assert_eq!(stem("a.b.png"), "a.b");
        assert_eq!(stem("what? 1:2.png"), "what_ 1_2");
        assert_eq!(stem(""), "picture");
    }
}
