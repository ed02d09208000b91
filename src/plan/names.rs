//! The names of result files.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use imagetotext::export;

use crate::args::Format;
use crate::input::Source;

/// The result file of each picture: its name with another ending. Case is ignored where two pictures of one run
/// would share a name: two systems of three cannot tell `A` from `a`. Those that were named get a number then;
/// those of a walked directory keep their ending, so that their names do not depend on an order.
pub(super) fn names_in(directory: &Path, sources: &[Source], format: Format) -> Vec<PathBuf> {
    let lower = |path: &Path| path.to_string_lossy().to_lowercase();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for source in sources {
        if let Source::Walked { path, directory } = source {
            *counts.entry(lower(&directory.join(stem(path)))).or_default() += 1;
        }
    }
    let mut taken = HashSet::new();
    let extension = export::Format::from(format).extension();
    let mut name_of = |source: &Source| {
        let place = match source {
            Source::File(path) => PathBuf::from(stem(path)),
            Source::Walked { path, directory } => {
                let place = directory.join(stem(path));
                match path.file_name() {
                    Some(name) if counts.get(&lower(&place)).is_some_and(|&count| count > 1) => {
                        directory.join(name)
                    }
                    _ => place,
                }
            }
            Source::Stdin => PathBuf::from("standard-input"),
        };
        for number in 1.. {
            let mut name = place.clone().into_os_string();
            if number > 1 {
                name.push(format!("-{number}"));
            }
            name.push(format!(".{extension}"));
            let name = PathBuf::from(name);
            if taken.insert(lower(&name)) {
                return directory.join(name);
            }
        }
        unreachable!("the numbers do not run out")
    };
    sources.iter().map(&mut name_of).collect()
}

fn stem(path: &Path) -> &OsStr {
    path.file_stem().unwrap_or_else(|| "picture".as_ref())
}

/// Where the page of a result in several files goes.
pub(super) fn page_path(path: &Path, page: u32) -> PathBuf {
    if page == 1 {
        return path.to_owned();
    }
    let mut name = stem(path).to_owned();
    name.push(format!("-page-{page}"));
    path.with_file_name(name).with_added_extension(path.extension().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(files: &[&str]) -> Vec<String> {
        let sources: Vec<Source> =
            files.iter().map(|file| Source::from(PathBuf::from(file))).collect();
        names_in(Path::new("out"), &sources, Format::Json)
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn results_are_named_after_their_pictures() {
        assert_eq!(names(&["a/scan.png", "-"]), ["scan.json", "standard-input.json"]);
        assert_eq!(names(&["v1.2.png", ".png"]), ["v1.2.json", ".png.json"]);
    }

    #[test]
    fn pages_are_named_after_their_file() {
        let path = |name, page| page_path(&Path::new("out").join(name), page);
        assert_eq!(path("a.b.xml", 1), Path::new("out/a.b.xml"));
        assert_eq!(path("a.b.xml", 2), Path::new("out/a.b-page-2.xml"));
        assert_eq!(path("plain", 3), Path::new("out/plain-page-3"));
    }

    #[test]
    fn names_that_would_collide_are_numbered() {
        assert_eq!(
            names(&["a/x.png", "b/X.jpg", "x-2.png", "x.png"]),
            ["x.json", "X-2.json", "x-2-2.json", "x-3.json"]
        );
    }

    #[test]
    fn results_of_directories_have_their_tree() {
        let walked = |path: &str| Source::Walked {
            path: Path::new("in").join(path),
            directory: Path::new(path).parent().unwrap().to_owned(),
        };
        let sources = ["a.png", "sub/a.jpg", "sub/A.png", "sub/b.png"].map(walked);
        let names = names_in(Path::new("out"), &sources, Format::Text);
        let expected = ["a.txt", "sub/a.jpg.txt", "sub/A.png.txt", "sub/b.txt"];
        assert_eq!(names, expected.map(|name| Path::new("out").join(name)));
    }
}
