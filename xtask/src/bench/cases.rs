//! The pictures of a benchmark, and which of them may be used for tuning.
//!
//! # Tune and test
//!
//! Numbers in the engine and in the layout are tuned on pictures, and who tunes on a picture can
//! no longer test with it. So each class of pictures is split once and for all, by a rule that needs
//! no list: **sort the names of a class, without their endings, by their bytes; the first, third,
//! fifth … picture is for tuning, the second, fourth, sixth … is for testing.** A class of one picture
//! has none for testing. README.md shows the test half only.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

/// A picture and the text in it.
#[derive(Debug)]
pub(super) struct Case {
    /// The kind of picture: the name of its directory.
    pub(super) class: String,
    /// The file.
    pub(super) picture: PathBuf,
    /// The text that a perfect program would print.
    pub(super) text: String,
}

/// Which pictures to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Selection {
    /// Those that numbers may be tuned on.
    Tune,
    /// Those that nothing was tuned on.
    Test,
    /// Both halves.
    All,
}

impl Selection {
    /// Whether the picture at `index` in the sorted names of its class, from 0, is one of them.
    fn contains(self, index: usize) -> bool {
        match self {
            Self::Tune => index.is_multiple_of(2),
            Self::Test => !index.is_multiple_of(2),
            Self::All => true,
        }
    }
}

/// Loads the selected pictures of `directory`: CLASS/NAME.png (or .jpg, .tif) beside CLASS/NAME.txt.
///
/// # Errors
/// When there are none, or a text has no picture.
pub(super) fn load(directory: &Path, selection: Selection) -> Result<Vec<Case>> {
    let missing = || format!("{} contains no pictures of this selection", directory.display());
    let mut cases = Vec::new();
    for class in entries(directory).with_context(missing)? {
        if !class.is_dir() {
            continue;
        }
        for (index, stem) in stems(&class)?.iter().enumerate() {
            let kinds = ["png", "jpg", "tif"].map(|kind| class.join(format!("{stem}.{kind}")));
            let Some(picture) = kinds.into_iter().find(|picture| picture.exists()) else {
                bail!("{}/{stem}.txt has no picture beside it", class.display());
            };
            if selection.contains(index) {
                cases.push(Case {
                    class: class.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                    picture,
                    text: std::fs::read_to_string(class.join(format!("{stem}.txt")))?,
                });
            }
        }
    }
    if cases.is_empty() {
        bail!(missing());
    }
    Ok(cases)
}

/// The names of all texts of a class without their ending, sorted by their bytes.
fn stems(class: &Path) -> Result<Vec<String>> {
    let names = entries(class)?.into_iter().filter_map(|path| {
        let name = path.file_name()?.to_str()?;
        Some(name.strip_suffix(".txt")?.to_owned())
    });
    let mut stems: Vec<String> = names.collect();
    stems.sort();
    Ok(stems)
}

fn entries(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(directory)?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the selected pictures of three classes.
    fn selected(selection: Selection) -> Vec<String> {
        let directory = std::env::temp_dir().join(format!("imagetotext-cases-{selection:?}"));
        let classes =
            [("receipt", &["b", "a", "a-1"][..]), ("scan", &["only"]), ("ui", &["x2", "x10"])];
        for (class, names) in classes {
            std::fs::create_dir_all(directory.join(class)).unwrap();
            for name in names {
                for kind in ["png", "txt"] {
                    std::fs::write(directory.join(class).join(format!("{name}.{kind}")), "")
                        .unwrap();
                }
            }
        }
        let cases = load(&directory, selection).unwrap();
        std::fs::remove_dir_all(&directory).unwrap();
        let name = |case: Case| case.picture.file_stem().unwrap().to_string_lossy().into_owned();
        cases.into_iter().map(name).collect()
    }

    #[test]
    fn each_class_is_split_by_its_sorted_names() {
        assert_eq!(selected(Selection::Tune), ["a", "b", "only", "x10"]);
        assert_eq!(selected(Selection::Test), ["a-1", "x2"]);
        assert_eq!(selected(Selection::All), ["a", "a-1", "b", "only", "x10", "x2"]);
    }
}
