//! The figures of a run, as they are saved and compared.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::cases::Selection;
use super::measurement::Measurement;
use super::programs::Role;
use super::score::Score;

/// The figures of all programs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Results {
    /// The threads that each program had.
    pub(super) threads: usize,
    /// The pictures that were read.
    pub(super) selection: Selection,
    /// How many other processes wanted to run when the run began, where the system says so.
    pub(super) load: Option<f64>,
    /// The language packs that Tesseract lacked.
    #[serde(default)]
    pub(super) missing_packs: Vec<String>,
    /// One for each program; the pictures and their order are the same in all.
    pub(super) programs: Vec<ProgramResults>,
}

/// The figures of one program.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProgramResults {
    /// Its name.
    pub(super) name: String,
    /// What it was measured for.
    pub(super) role: Role,
    /// One for each picture.
    pub(super) pictures: Vec<Measurement>,
}

impl Results {
    /// Reads figures that [`Results::save`] wrote.
    ///
    /// # Errors
    /// When the file cannot be read or contains something else.
    pub(super) fn load(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        serde_json::from_str(&text)
            .with_context(|| format!("{} is not from `cargo xtask bench --json`", file.display()))
    }

    /// Writes the figures as JSON: names of programs and pictures and numbers, no text.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn save(&self, file: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)?;
        std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
    }

    /// The program measured for `role`.
    pub(super) fn of(&self, role: Role) -> Option<&ProgramResults> {
        self.programs.iter().find(|program| program.role == role)
    }

    /// The programs whose text was scored.
    pub(super) fn scored(&self) -> impl Iterator<Item = &ProgramResults> {
        self.programs.iter().filter(|program| program.role.has_text())
    }

    /// The classes in alphabetical order, and `None` for all of them.
    pub(super) fn classes(&self) -> Vec<Option<&str>> {
        let pictures = self.programs.iter().flat_map(|program| &program.pictures);
        let mut classes: Vec<_> = pictures.map(|picture| Some(picture.class.as_str())).collect();
        classes.sort_unstable();
        classes.dedup();
        classes.push(None);
        classes
    }
}

impl ProgramResults {
    /// The figures of a class, or of all.
    pub(super) fn in_class(&self, class: Option<&str>) -> impl Iterator<Item = &Measurement> {
        self.pictures.iter().filter(move |one| class.is_none_or(|class| one.class == class))
    }

    /// The sum of the errors in a class, or in all.
    pub(super) fn score(&self, class: Option<&str>) -> Score {
        Score::sum(self.in_class(class).map(|one| one.score))
    }

    /// Seconds per picture in a class, or in all: the median.
    pub(super) fn seconds(&self, class: Option<&str>) -> f64 {
        median(self.in_class(class).map(|one| one.seconds).collect())
    }
}

/// The middle of the values, or zero when there are none.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        count if count % 2 == 1 => values[count / 2],
        count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
    }
}

/// Figures for tests.
#[cfg(test)]
pub(super) mod invented {
    use super::super::cases::{Half, Truth};
    use super::*;

    /// A program that read `texts`, as class, name and text, from pictures with the text `abcd`.
    pub(in super::super) fn program(
        name: &str,
        role: Role,
        texts: &[(&str, &str, &str)],
    ) -> ProgramResults {
        let truth = Truth { text: "abcd".into(), any_case: false };
        let picture = |(class, name, text): &(&str, &str, &str)| Measurement {
            class: (*class).into(),
            name: (*name).into(),
            half: if *name == "a" { Half::Tune } else { Half::Test },
            score: Score::of(&truth, text),
            seconds: 2.0,
            peak: 3 << 20,
            failed: false,
        };
        ProgramResults { name: name.into(), role, pictures: texts.iter().map(picture).collect() }
    }

    /// The figures of these programs on the test half.
    pub(in super::super) fn results(programs: Vec<ProgramResults>) -> Results {
        Results {
            threads: 2,
            selection: Selection::Test,
            load: None,
            missing_packs: Vec::new(),
            programs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_saved_and_loaded_without_text() {
        let texts = [("ui", "a", "abXd"), ("scan", "b", "secret")];
        let results = invented::results(vec![invented::program("ours", Role::Ours, &texts)]);
        let file = std::env::temp_dir().join("imagetotext-results.json");
        results.save(&file).unwrap();
        let (text, loaded) = (std::fs::read_to_string(&file).unwrap(), Results::load(&file));
        std::fs::remove_file(&file).unwrap();
        let loaded = loaded.unwrap();
        assert_eq!(loaded.classes(), [Some("scan"), Some("ui"), None]);
        assert_eq!(loaded.of(Role::Ours).unwrap().score(None), results.programs[0].score(None));
        for word in ["abcd", "abXd", "secret"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }

    #[test]
    fn the_median_is_the_middle() {
        for (values, want) in [(vec![3.0, 1.0, 2.0], 2.0), (vec![4.0, 1.0], 2.5), (vec![], 0.0)] {
            assert!((median(values) - want).abs() < f64::EPSILON);
        }
    }
}
