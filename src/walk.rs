//! The pictures in directories and in the directories in them.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use imagetotext::export;
use imagetotext_files::{FileId, ReadError, has_picture_extension, has_unread_extension};

use crate::input::{InputError, Source};
use crate::messages::Failure;
use crate::name::Name;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Files that were named and the pictures of directories, in the order of their names.
    pub(crate) sources: Vec<Source>,
    /// Directories that cannot be listed or have no picture, and links that lead nowhere.
    pub(crate) failures: Vec<(Name, Failure)>,
    /// Pictures and scanned documents in directories whose formats are not read.
    pub(crate) unread: Vec<Name>,
    /// How many other files are in directories, but for texts and tables, which may be results.
    pub(crate) others: usize,
}

/// Replaces directories by the pictures in them. What is in `results`, and what is hidden, is left out.
pub(crate) fn expand(named: Vec<Source>, results: Option<&Path>) -> Found {
    let mut found = Found::default();
    // A link may lead to a directory that was seen already, and to one that it is in.
    let mut seen: HashSet<FileId> = HashSet::new();
    let results = results.and_then(FileId::of);
    for source in named {
        match &source {
            Source::File(root) if root.is_dir() => {
                let before = found.sources.len() + found.failures.len();
                // Who names the directory of the results itself wants what is in it.
                let left_out = results.as_ref().filter(|&id| FileId::of(root).as_ref() != Some(id));
                let has_results = walk(root, &mut seen, left_out, &mut found);
                if found.sources.len() + found.failures.len() == before {
                    let failure =
                        if has_results { Failure::OnlyResults } else { Failure::NoPictures };
                    found.failures.push((Name::from(root.as_path()), failure));
                }
            }
            _ => found.sources.push(source),
        }
    }
    found
}

/// Returns whether it came upon `left_out`.
fn walk(
    root: &Path,
    seen: &mut HashSet<FileId>,
    left_out: Option<&FileId>,
    found: &mut Found,
) -> bool {
    let mut has_left_out = false;
    let mut waiting = vec![PathBuf::new()];
    while let Some(directory) = waiting.pop() {
        let place = root.join(&directory);
        let Some(id) = FileId::of(&place) else { continue };
        if left_out == Some(&id) {
            has_left_out = true;
            continue;
        }
        if !seen.insert(id) {
            continue;
        }
        let names = match names(&place) {
            Ok(names) => names,
            Err(error) => {
                let failure = Failure::Input(InputError::Unreadable(ReadError::from(error)));
                found.failures.push((Name::from(place.as_path()), failure));
                continue;
            }
        };
        let mut directories = Vec::new();
        for name in names {
            let path = place.join(&name);
            if path.is_dir() {
                directories.push(directory.join(&name));
            } else if has_picture_extension(&path) && path.is_file() {
                found.sources.push(Source::Walked { path, directory: directory.clone() });
            } else if has_picture_extension(&path) && !path.exists() {
                found.failures.push((Name::from(path.as_path()), Failure::DeadLink));
            } else if !path.is_file() {
                // A FIFO, a device, or a link that leads nowhere.
            } else if has_unread_extension(&path) {
                found.unread.push(Name::from(path.as_path()));
            } else if !may_be_result(&path) {
                found.others += 1;
            }
        }
        waiting.extend(directories.into_iter().rev());
    }
    has_left_out
}

/// Whether a file is called like a text or a table: results may lie beside their pictures.
fn may_be_result(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str);
    extension.is_some_and(|it| export::Format::of_extension(it).is_some())
}

/// The sorted names in a directory that are not hidden.
fn names(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(directory)? {
        let name = entry?.file_name();
        if !name.to_string_lossy().starts_with('.') {
            names.push(PathBuf::from(name));
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(root: &Path, results: Option<&Path>) -> Vec<String> {
        let found = expand(vec![Source::File(root.to_owned())], results);
        assert!(found.failures.is_empty(), "{found:?}");
        let name = |source: &Source| match source {
            Source::Walked { path, directory } => {
                let name = directory.join(path.file_name().unwrap());
                name.to_string_lossy().replace('\\', "/")
            }
            other => panic!("{other:?}"),
        };
        found.sources.iter().map(name).collect()
    }

    fn tree(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, b"").unwrap();
        }
        root
    }

    #[test]
    fn pictures_are_found_in_order_and_nothing_else_is() {
        let root = tree(&[
            "b.png",
            "a/2.JPG",
            "a/1.tif",
            "a/x.txt",
            "a/y.svg",
            ".hidden/c.png",
            "out/d.png",
        ]);
        let results = root.path().join("out");
        assert_eq!(walked(root.path(), Some(&results)), ["b.png", "a/1.tif", "a/2.JPG"]);
        let named = vec![Source::File(root.path().to_owned())];
        assert_eq!(expand(named, Some(&results)).unread.len(), 1);
        let hidden = root.path().join(".hidden/deeper");
        fs::create_dir(&hidden).unwrap();
        let none = expand(vec![Source::File(hidden), Source::Stdin], Some(&results));
        assert_eq!(none.sources, [Source::Stdin]);
        assert!(matches!(none.failures[..], [(_, Failure::NoPictures)]), "{none:?}");
    }

    #[test]
    fn all_names_of_pictures_are_known_and_other_files_are_counted() {
        let pictures = ["a.apng", "b.MPO", "c.hif", "d.j2c", "e.jpf", "f.jpx", "g.jfif", "h.pjpeg"];
        let root = tree(&pictures);
        assert_eq!(walked(root.path(), None), pictures);
        let root = tree(&["a.djvu", "a.nef", "scan", "scan.001", "a.txt", "a.JSON", ".hidden"]);
        let found = expand(vec![Source::File(root.path().to_owned())], None);
        let unread = ["a.djvu", "a.nef"].map(|name| Name::from(root.path().join(name).as_path()));
        assert_eq!((found.unread, found.others), (unread.to_vec(), 2));
    }

    #[test]
    fn the_directory_of_results_is_left_out_unless_it_is_the_one_that_was_named() {
        let root = tree(&["out/d.png", "notes.txt"]);
        let results = root.path().join("out");
        assert_eq!(walked(&results, Some(&results)), ["d.png"]);
        let none = expand(vec![Source::File(root.path().to_owned())], Some(&results));
        assert!(matches!(none.failures[..], [(_, Failure::OnlyResults)]), "{none:?}");
    }

    #[cfg(unix)]
    #[test]
    fn loops_of_links_end() {
        let root = tree(&["a/1.png", "b/2.png"]);
        for (link, target) in [("a/up", root.path().to_owned()), ("b/other", root.path().join("a"))]
        {
            std::os::unix::fs::symlink(target, root.path().join(link)).unwrap();
        }
        assert_eq!(walked(root.path(), None), ["a/1.png", "b/2.png"]);
        std::os::unix::fs::symlink("nowhere.png", root.path().join("broken.png")).unwrap();
        let found = expand(vec![Source::File(root.path().to_owned())], None);
        assert!(matches!(found.failures[..], [(_, Failure::DeadLink)]), "{found:?}");
        assert_eq!(found.sources.len(), 2);
    }
}
