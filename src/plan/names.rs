//! The names of result files.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use imagetotext::export;

use crate::args::Format;
use crate::input::Source;

/// The result file of each picture: its name with another ending. Case is ignored where two pictures of one run
/// would share a name: two systems of three cannot tell `A` from `a`. Those that were named get a number then;
/// those of a walked directory keep their ending, so that their names do not depend on an order. Of PAGE XML, the
/// name of a page of another result is a shared one too.
pub(super) fn names_in(directory: &Path, sources: &[Source], format: Format) -> Vec<PathBuf> {
    let lower = |path: &Path| path.to_string_lossy().to_lowercase();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for source in sources {
        if let Source::Walked { path, directory } = source {
            *counts.entry(lower(&directory.join(stem(path)))).or_default() += 1;
        }
    }
    let has_pages = format == Format::Page;
    let is_page_of_another =
        |place: &str| has_pages && first_of(place).is_some_and(|it| counts.contains_key(it));
    let mut taken = Taken { has_pages, ..Taken::default() };
    let extension = export::Format::from(format).extension();
    let mut name_of = |source: &Source| {
        let place = match source {
            Source::File(path) => PathBuf::from(stem(path)),
            Source::Walked { path, directory } => {
                let place = directory.join(stem(path));
                let key = lower(&place);
                let is_shared = counts.get(&key).is_some_and(|&count| count > 1);
                match path.file_name() {
                    Some(name) if is_shared || is_page_of_another(&key) => directory.join(name),
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
            if taken.insert(lower(Path::new(&name))) {
                name.push(format!(".{extension}"));
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

/// Names without their endings, in lower case, of results.
#[derive(Debug, Default)]
struct Taken {
    names: HashSet<String>,
    /// Those of which a name is that of a page.
    firsts: HashSet<String>,
    /// Whether a result has a file for each page.
    has_pages: bool,
}

impl Taken {
    /// Returns whether no file of the result is one of another result, however many pages both have.
    fn insert(&mut self, name: String) -> bool {
        let first = first_of(&name).filter(|_| self.has_pages);
        let is_shared = self.names.contains(&name)
            || self.firsts.contains(&name)
            || first.is_some_and(|first| self.names.contains(first));
        if !is_shared {
            self.firsts.extend(first.map(str::to_owned));
            self.names.insert(name);
        }
        !is_shared
    }
}

/// The name of the first page, if this is that of a later one: see [`page_path`].
fn first_of(name: &str) -> Option<&str> {
    let (first, number) = name.rsplit_once("-page-")?;
    let page: u32 = number.parse().ok()?;
    (page > 1 && page.to_string() == number).then_some(first)
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
        names_of(files, Format::Json)
    }

    fn names_of(files: &[&str], format: Format) -> Vec<String> {
        let sources: Vec<Source> =
            files.iter().map(|file| Source::from(PathBuf::from(file))).collect();
        names_in(Path::new("out"), &sources, format)
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

    fn walked(path: &str) -> Source {
        Source::Walked {
            path: Path::new("in").join(path),
            directory: Path::new(path).parent().unwrap().to_owned(),
        }
    }

    #[test]
    fn no_result_has_the_name_of_a_page_of_another_one() {
        let named = |files: &[&str]| names_of(files, Format::Page);
        assert_eq!(named(&["m.pdf", "M-page-2.png"]), ["m.xml", "M-page-2-2.xml"]);
        assert_eq!(named(&["m-page-2.png", "m.pdf"]), ["m-page-2.xml", "m-2.xml"]);
        let apart = ["m.pdf", "m-page-1.png", "m-page-02.png", "n-page-2.png", "m-page-.png"];
        assert_eq!(
            named(&apart),
            apart.map(|name| Path::new(name).with_extension("xml").display().to_string())
        );
        // Other formats have one file.
        assert_eq!(names(&["m.pdf", "m-page-2.png"]), ["m.json", "m-page-2.json"]);
        let files = ["s/m-page-3.png", "s/m.pdf", "m-page-2.png"];
        let in_tree = names_in(Path::new("out"), &files.map(walked), Format::Page);
        let expected = ["s/m-page-3.png.xml", "s/m.xml", "m-page-2.xml"];
        assert_eq!(in_tree, expected.map(|name| Path::new("out").join(name)));
    }

    #[test]
    fn results_of_directories_have_their_tree() {
        let sources = ["a.png", "sub/a.jpg", "sub/A.png", "sub/b.png"].map(walked);
        let names = names_in(Path::new("out"), &sources, Format::Text);
        let expected = ["a.txt", "sub/a.jpg.txt", "sub/A.png.txt", "sub/b.txt"];
        assert_eq!(names, expected.map(|name| Path::new("out").join(name)));
    }
}
