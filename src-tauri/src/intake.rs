//! Which of the dropped, opened, pasted or named paths are pictures to read.

use std::fs;
use std::path::{Path, PathBuf};

use imagetotext_files::has_picture_extension;

use crate::contract::{EmptyReason, ReadError, RefusedFile};
use crate::display_name::display_name;
use crate::source;

/// Most pictures that are taken from one directory.
const MAX_FILES_PER_DIRECTORY: usize = 1000;

/// A list of paths, classified.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Classified {
    /// Files to read, in order.
    pub(crate) files: Vec<PathBuf>,
    /// Files that cannot be read.
    pub(crate) refused: Vec<RefusedFile>,
    /// Why there are neither, if so.
    pub(crate) empty_reason: Option<EmptyReason>,
    /// Number of files in directories that are no pictures, or beyond the limit.
    pub(crate) skipped: u32,
}

/// Takes files as they are and, of directories, the pictures directly in them. Never an address.
pub(crate) fn classify(paths: Vec<PathBuf>) -> Classified {
    let mut classified = Classified::default();
    let mut has_link = false;
    let mut empty_directories = Vec::new();
    for path in paths {
        if is_address(&path) {
            has_link = true;
            continue;
        }
        match source::inspect(&path) {
            Ok(_) => classified.files.push(path),
            Err(ReadError::Directory) => {
                let before = (classified.files.len(), classified.refused.len());
                add_directory(&path, &mut classified);
                if before == (classified.files.len(), classified.refused.len()) {
                    let name = display_name(&path);
                    empty_directories.push(RefusedFile { name, error: ReadError::EmptyFolder });
                }
            }
            Err(error) => {
                classified.refused.push(RefusedFile { name: display_name(&path), error });
            }
        }
    }
    if classified.files.is_empty() && classified.refused.is_empty() {
        classified.empty_reason = match (has_link, empty_directories.is_empty()) {
            (true, _) => Some(EmptyReason::Link),
            (false, false) => Some(EmptyReason::EmptyFolder),
            (false, true) => None,
        };
    } else {
        classified.refused.append(&mut empty_directories);
    }
    classified
}

/// Whether it is a web address: a browser drops one where a file manager drops a path.
fn is_address(path: &Path) -> bool {
    let text = path.to_string_lossy();
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    // One letter is a drive of Windows.
    scheme.len() > 1
        && scheme.chars().all(|character| character.is_ascii_alphanumeric() || character == '+')
        && (text.contains("://") || scheme == "data")
}

fn add_directory(directory: &Path, classified: &mut Classified) {
    let Ok(entries) = fs::read_dir(directory) else {
        let name = display_name(directory);
        classified.refused.push(RefusedFile { name, error: ReadError::Denied });
        return;
    };
    let mut pictures = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        match source::inspect(&path) {
            Ok(_) if has_picture_extension(&path) => pictures.push(path),
            Err(ReadError::Directory) => {}
            _ => classified.skipped += 1,
        }
    }
    // As file managers do: page2 before page10.
    alphanumeric_sort::sort_path_slice(&mut pictures);
    classified.skipped += pictures.len().saturating_sub(MAX_FILES_PER_DIRECTORY) as u32;
    pictures.truncate(MAX_FILES_PER_DIRECTORY);
    classified.files.append(&mut pictures);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_keep_their_order_and_unreadable_ones_are_refused_by_name() {
        let directory = tempfile::tempdir().unwrap();
        let [one, two] = ["one.txt", "two"].map(|name| directory.path().join(name));
        for file in [&one, &two] {
            fs::write(file, b"").unwrap();
        }
        let classified =
            classify(vec![two.clone(), directory.path().join("none.png"), one.clone()]);
        assert_eq!(classified.files, [two, one]);
        let refused = RefusedFile { name: "none.png".into(), error: ReadError::Missing };
        assert_eq!((classified.refused, classified.empty_reason), (vec![refused], None));
    }

    #[test]
    fn only_the_pictures_of_a_directory_are_taken() {
        let directory = tempfile::tempdir().unwrap();
        for name in ["b.PNG", "a.jpeg", "notes.txt", "c"] {
            fs::write(directory.path().join(name), b"").unwrap();
        }
        fs::create_dir(directory.path().join("deeper.png")).unwrap();
        let classified = classify(vec![directory.path().into()]);
        assert_eq!(classified.files, ["a.jpeg", "b.PNG"].map(|name| directory.path().join(name)));
        assert_eq!((classified.skipped, classified.empty_reason), (2, None));
    }

    #[test]
    fn numbers_in_names_are_sorted_by_value() {
        let directory = tempfile::tempdir().unwrap();
        let names = ["page1.png", "page2.png", "page10.png", "page11.png"];
        for name in names.iter().rev() {
            fs::write(directory.path().join(name), b"").unwrap();
        }
        let classified = classify(vec![directory.path().into()]);
        assert_eq!(classified.files, names.map(|name| directory.path().join(name)));
    }

    #[test]
    fn a_directory_without_pictures_is_reported_as_empty() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("notes.txt"), b"").unwrap();
        let classified = classify(vec![directory.path().into()]);
        assert_eq!(
            (classified.empty_reason, classified.skipped),
            (Some(EmptyReason::EmptyFolder), 1)
        );
    }

    #[test]
    fn a_directory_without_pictures_is_reported_beside_other_files() {
        let directory = tempfile::tempdir().unwrap();
        let [file, folder] = ["a.png", "empty"].map(|name| directory.path().join(name));
        fs::write(&file, b"").unwrap();
        fs::create_dir(&folder).unwrap();
        let classified = classify(vec![folder, file.clone()]);
        let refused = RefusedFile { name: "empty".into(), error: ReadError::EmptyFolder };
        assert_eq!((classified.files, classified.refused), (vec![file], vec![refused]));
    }

    #[test]
    fn a_directory_beyond_the_limit_is_truncated() {
        let directory = tempfile::tempdir().unwrap();
        for number in 0..MAX_FILES_PER_DIRECTORY + 3 {
            fs::write(directory.path().join(format!("{number}.png")), b"").unwrap();
        }
        let classified = classify(vec![directory.path().into()]);
        assert_eq!((classified.files.len(), classified.skipped), (MAX_FILES_PER_DIRECTORY, 3));
    }

    #[test]
    fn addresses_are_never_files() {
        for address in ["https://example.org/a.png", "ftp://x/y", "data:image/png;base64,AA"] {
            let classified = classify(vec![address.into()]);
            assert_eq!(
                (classified.files.len(), classified.empty_reason),
                (0, Some(EmptyReason::Link)),
                "{address}"
            );
        }
        assert!(!is_address(Path::new("C:\\pictures\\a.png")));
        assert!(!is_address(Path::new("/home/a: b.png")));
        assert_eq!(classify(vec![]), Classified::default());
    }
}
