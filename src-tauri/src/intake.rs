//! What was dropped, opened, pasted or named on the command line: which of it are pictures to read.

use std::fs;
use std::path::{Path, PathBuf};

use crate::contract::{EmptyReason, ReadError, RefusedFile};
use crate::{names, source};

/// Most pictures that are taken out of one folder.
const MAX_OF_FOLDER: usize = 1000;

/// How names of pictures end, in small letters. Only for folders, where nobody chose each file:
/// what a file is, its bytes tell.
const ENDINGS: [&str; 11] =
    ["png", "jpg", "jpeg", "jpe", "jfif", "webp", "bmp", "dib", "gif", "tif", "tiff"];

/// What became of a list of paths.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Sorted {
    /// To be read, in order.
    pub(crate) files: Vec<PathBuf>,
    /// Not even tried.
    pub(crate) refused: Vec<RefusedFile>,
    /// Why there is nothing, if there is nothing.
    pub(crate) empty_reason: Option<EmptyReason>,
    /// Files of folders that are no pictures, or too many.
    pub(crate) skipped: u32,
}

/// Looks at each path: files are taken, of folders the pictures right in them, addresses never.
pub(crate) fn sort(paths: Vec<PathBuf>) -> Sorted {
    let mut sorted = Sorted::default();
    let (mut has_link, mut has_folder) = (false, false);
    for path in paths {
        if is_address(&path) {
            has_link = true;
            continue;
        }
        match source::inspect(&path) {
            Ok(_) => sorted.files.push(path),
            Err(ReadError::Directory) => {
                has_folder = true;
                take_folder(&path, &mut sorted);
            }
            Err(error) => {
                sorted.refused.push(RefusedFile { name: names::shown(&path), error });
            }
        }
    }
    if sorted.files.is_empty() && sorted.refused.is_empty() {
        sorted.empty_reason = match (has_link, has_folder) {
            (true, _) => Some(EmptyReason::Link),
            (false, true) => Some(EmptyReason::EmptyFolder),
            (false, false) => None,
        };
    }
    sorted
}

/// Whether it is an address of the web: a browser gives one where a file manager gives a path.
fn is_address(path: &Path) -> bool {
    let text = path.to_string_lossy();
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    // One letter is a drive of Windows.
    scheme.len() > 1
        && scheme.chars().all(|character| character.is_ascii_alphanumeric() || character == '+')
        && (text.contains("://") || scheme == "data")
}

fn take_folder(folder: &Path, sorted: &mut Sorted) {
    let Ok(entries) = fs::read_dir(folder) else {
        let name = names::shown(folder);
        sorted.refused.push(RefusedFile { name, error: ReadError::Denied });
        return;
    };
    let mut pictures = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        match source::inspect(&path) {
            Ok(_) if has_picture_ending(&path) => pictures.push(path),
            Err(ReadError::Directory) => {}
            _ => sorted.skipped += 1,
        }
    }
    pictures.sort();
    sorted.skipped += pictures.len().saturating_sub(MAX_OF_FOLDER) as u32;
    pictures.truncate(MAX_OF_FOLDER);
    sorted.files.append(&mut pictures);
}

fn has_picture_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_taken_in_order_and_others_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let [one, two] = ["one.txt", "two"].map(|name| folder.path().join(name));
        for file in [&one, &two] {
            fs::write(file, b"").unwrap();
        }
        let sorted = sort(vec![two.clone(), folder.path().join("none.png"), one.clone()]);
        assert_eq!(sorted.files, [two, one]);
        let refused = RefusedFile { name: "none.png".into(), error: ReadError::Missing };
        assert_eq!((sorted.refused, sorted.empty_reason), (vec![refused], None));
    }

    #[test]
    fn of_a_folder_the_pictures_are_taken() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.PNG", "a.jpeg", "notes.txt", "c"] {
            fs::write(folder.path().join(name), b"").unwrap();
        }
        fs::create_dir(folder.path().join("deeper.png")).unwrap();
        let sorted = sort(vec![folder.path().into()]);
        assert_eq!(sorted.files, ["a.jpeg", "b.PNG"].map(|name| folder.path().join(name)));
        assert_eq!((sorted.skipped, sorted.empty_reason), (2, None));
    }

    #[test]
    fn a_folder_without_pictures_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.txt"), b"").unwrap();
        let sorted = sort(vec![folder.path().into()]);
        assert_eq!((sorted.empty_reason, sorted.skipped), (Some(EmptyReason::EmptyFolder), 1));
    }

    #[test]
    fn a_large_folder_is_cut() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..MAX_OF_FOLDER + 3 {
            fs::write(folder.path().join(format!("{number}.png")), b"").unwrap();
        }
        let sorted = sort(vec![folder.path().into()]);
        assert_eq!((sorted.files.len(), sorted.skipped), (MAX_OF_FOLDER, 3));
    }

    #[test]
    fn addresses_are_never_files() {
        for address in ["https://example.org/a.png", "ftp://x/y", "data:image/png;base64,AA"] {
            let sorted = sort(vec![address.into()]);
            assert_eq!(
                (sorted.files.len(), sorted.empty_reason),
                (0, Some(EmptyReason::Link)),
                "{address}"
            );
        }
        assert!(!is_address(Path::new("C:\\pictures\\a.png")));
        assert!(!is_address(Path::new("/home/a: b.png")));
        assert_eq!(sort(vec![]), Sorted::default());
    }
}
