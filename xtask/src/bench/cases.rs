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

use anyhow::{Context as _, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use super::language::tesseract_pack;

/// A picture and the text in it.
#[derive(Debug)]
pub(super) struct Case {
    /// The kind of picture: the name of its directory.
    pub(super) class: String,
    /// The name of the picture without its ending.
    pub(super) name: String,
    /// The file.
    pub(super) picture: PathBuf,
    /// The text that a perfect program would print.
    pub(super) text: Truth,
    /// The half that the picture is in.
    pub(super) half: Half,
    /// The language pack of Tesseract for it, if a name says one.
    pub(super) pack: Option<&'static str>,
}

/// A true text, and how to compare with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Truth {
    /// The text, in lines.
    pub(super) text: String,
    /// Whether the letter case is unknown: people who transcribe receipts write capitals only.
    pub(super) any_case: bool,
}

/// A half of the pictures of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Half {
    /// Numbers may be tuned on it.
    Tune,
    /// Nothing was tuned on it.
    Test,
}

/// Which pictures to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Selection {
    /// Those that numbers may be tuned on.
    Tune,
    /// Those that nothing was tuned on.
    Test,
    /// Both halves.
    All,
}

impl Selection {
    fn contains(self, half: Half) -> bool {
        match self {
            Self::Tune => half == Half::Tune,
            Self::Test => half == Half::Test,
            Self::All => true,
        }
    }
}

impl Half {
    /// The half of the picture at `index` in the sorted names of its class, from 0.
    fn of(index: usize) -> Self {
        if index.is_multiple_of(2) { Self::Tune } else { Self::Test }
    }
}

/// Loads the selected pictures of these classes (of all, if there is none) in `directories`: CLASS/NAME.png (or .jpg, .tif) beside CLASS/NAME.txt.
/// Each directory is split for itself; a class may have pictures in several.
///
/// # Errors
/// When a directory cannot be read, there are none, or a text has no picture.
pub(super) fn load(
    directories: &[PathBuf],
    classes: &[String],
    selection: Selection,
) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for directory in directories {
        let missing = || format!("{} cannot be read", directory.display());
        for class in entries(directory).with_context(missing)? {
            let name = class.file_name().unwrap_or_default();
            let is_wanted = classes.is_empty() || classes.iter().any(|class| **class == *name);
            if class.is_dir() && is_wanted {
                let all = load_class(&class)?;
                cases.extend(all.into_iter().filter(|case| selection.contains(case.half)));
            }
        }
    }
    ensure!(!cases.is_empty(), "there are no pictures of these classes and this half");
    Ok(cases)
}

/// All pictures of a class.
fn load_class(directory: &Path) -> Result<Vec<Case>> {
    let class = directory.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut cases = Vec::new();
    for (index, name) in stems(directory)?.into_iter().enumerate() {
        let kinds = ["png", "jpg", "tif"].map(|kind| directory.join(format!("{name}.{kind}")));
        let Some(picture) = kinds.into_iter().find(|picture| picture.exists()) else {
            bail!("{}/{name}.txt has no picture beside it", directory.display());
        };
        let text = std::fs::read_to_string(directory.join(format!("{name}.txt")))?;
        cases.push(Case {
            pack: tesseract_pack(&class, &name),
            class: class.clone(),
            name,
            picture,
            text: Truth { text, any_case: false },
            half: Half::of(index),
        });
    }
    // One text in capitals may be a poster; a whole class was transcribed so.
    let capitals =
        cases.len() > 2 && cases.iter().all(|case| !case.text.text.contains(char::is_lowercase));
    for case in &mut cases {
        case.text.any_case = capitals;
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

    /// The pictures of three classes, whose files contain `text`.
    fn loaded(directory: &str, text: &str, selection: Selection) -> Vec<Case> {
        let directory = std::env::temp_dir().join(format!("imagetotext-cases-{directory}"));
        let classes =
            [("receipt", &["b", "a", "a-1"][..]), ("scan", &["only"]), ("ui", &["x2", "x10"])];
        for (class, names) in classes {
            std::fs::create_dir_all(directory.join(class)).unwrap();
            for name in names {
                for kind in ["png", "txt"] {
                    let file = directory.join(class).join(format!("{name}.{kind}"));
                    std::fs::write(file, text).unwrap();
                }
            }
        }
        let cases = load(std::slice::from_ref(&directory), &[], selection).unwrap();
        std::fs::remove_dir_all(&directory).unwrap();
        cases
    }

    #[test]
    fn each_class_is_split_by_its_sorted_names() {
        let names = |directory: &str, selection| {
            let cases = loaded(directory, "text", selection);
            cases.into_iter().map(|case| case.name).collect::<Vec<_>>()
        };
        assert_eq!(names("tune", Selection::Tune), ["a", "b", "only", "x10"]);
        assert_eq!(names("test", Selection::Test), ["a-1", "x2"]);
        assert_eq!(names("all", Selection::All), ["a", "a-1", "b", "only", "x10", "x2"]);
    }

    #[test]
    fn case_is_unknown_where_a_whole_class_is_in_capitals() {
        let any_case = |directory: &str, text: &str| {
            let cases = loaded(directory, text, Selection::Test);
            cases.iter().map(|case| (case.class.clone(), case.text.any_case)).collect::<Vec<_>>()
        };
        let [receipt, ui] = ["receipt", "ui"].map(ToOwned::to_owned);
        assert_eq!(any_case("capitals", "TOTAL 5"), [(receipt.clone(), true), (ui.clone(), false)]);
        assert_eq!(any_case("small", "Total 5"), [(receipt, false), (ui, false)]);
    }

    #[test]
    fn a_missing_directory_is_an_error() {
        let missing = std::env::temp_dir().join("imagetotext-cases-missing");
        let error = load(&[missing], &[], Selection::All).unwrap_err();
        assert!(error.to_string().contains("cannot be read"), "{error}");
    }
}
