//! The same pages at several resolutions: text errors, and whether the lines keep their order.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use image::imageops::FilterType;

use super::cases::{self, Case};
use super::measurement;
use super::options::Options;
use super::order::moved;
use super::order_free;
use super::programs::{self, Engine, Program};
use super::score::{Score, normalised};
use crate::temp_dir::TempDir;

/// The resolutions in dots per inch.
const RESOLUTIONS: [u32; 4] = [100, 150, 200, 300];
/// Inches of the longer side of a page, between A4 (11.7) and Letter (11). Files rarely say their
/// resolution, and the figures compare a page with itself.
const PAGE: f64 = 11.0;

/// What was read of a page at one resolution.
struct Reading {
    score: Score,
    /// Where each line of the true text is in what was read.
    places: Vec<Option<usize>>,
}

/// Reads each picture at all resolutions with our program and prints the table.
///
/// # Errors
/// When there are no pictures, or our program cannot be run.
pub(super) fn run(options: &Options, directories: &[PathBuf]) -> Result<()> {
    let program =
        Program::ours(programs::ours(options)?, options.engine.unwrap_or(Engine::Builtin));
    let cases = cases::load(directories, &options.classes, options.selection)?;
    let directory = TempDir::new()?;
    let mut table = Table::default();
    for (number, case) in cases.into_iter().enumerate() {
        println!("{} {}", number + 1, case.picture.display());
        let readings = RESOLUTIONS.map(|dpi| read(&program, &case, dpi, directory.path(), options));
        let readings = readings.into_iter().collect::<Result<Vec<_>>>()?;
        table.add(&format!("{}/{}", case.class, case.name), &readings);
    }
    println!("\n{}", table.finish());
    Ok(())
}

fn read(
    program: &Program,
    case: &Case,
    dpi: u32,
    directory: &Path,
    options: &Options,
) -> Result<Reading> {
    let picture = directory.join(format!("{dpi}.png"));
    scaled(&case.picture, dpi)?.save(&picture)?;
    let output = measurement::output(&mut program.command(&picture, None, options.threads))?;
    ensure!(!output.failed, "{} failed on {} at {dpi} dpi", program.name, case.picture.display());
    let fold = |text: &str| normalised(text, case.text.any_case);
    let lines: Vec<String> = case.text.text.lines().map(fold).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let places = order_free::matching(&lines, &fold(&output.text)).places;
    Ok(Reading { score: Score::of(&case.text, &output.text), places })
}

/// The picture as a page of [`PAGE`] inches has it at `dpi`.
fn scaled(picture: &Path, dpi: u32) -> Result<image::DynamicImage> {
    let image = image::ImageReader::open(picture)?.with_guessed_format()?.decode();
    let image = image.with_context(|| format!("{} cannot be decoded", picture.display()))?;
    let longest = image.width().max(image.height());
    let scale = f64::from(dpi) * PAGE / f64::from(longest.max(1));
    let side = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    // The triangle widens with the scale, so that every pixel counts; it interpolates when enlarging.
    Ok(image.resize_exact(side(image.width()), side(image.height()), FilterType::Triangle))
}

/// The rows of the table so far.
#[derive(Default)]
struct Table {
    rows: String,
    pages: usize,
    same_order: usize,
    scores: [Score; RESOLUTIONS.len()],
}

impl Table {
    fn add(&mut self, name: &str, readings: &[Reading]) {
        let rate = |reading: &Reading| 100.0 * reading.score.character_error_rate();
        let _ = write!(self.rows, "| {name} |");
        for (reading, sum) in readings.iter().zip(&mut self.scores) {
            let free = 100.0 * reading.score.order_free_error_rate();
            let _ = write!(self.rows, " {:.2} · {free:.2} |", rate(reading));
            *sum = Score::sum([*sum, reading.score]);
        }
        let rates = || readings.iter().map(rate);
        let spread = rates().fold(0.0, f64::max) - rates().fold(f64::INFINITY, f64::min);
        let moved = most_moved(readings);
        let _ = writeln!(self.rows, " {spread:.2} | {moved} |");
        self.pages += 1;
        self.same_order += usize::from(moved == 0);
    }

    fn finish(self) -> String {
        let columns = RESOLUTIONS.map(|dpi| format!(" {dpi} dpi |")).concat();
        let marks = "--:|".repeat(RESOLUTIONS.len());
        let mut text = format!(
            "| page |{columns} CER spread | lines moved |\n|---|{marks}--:|--:|\n{}| all |",
            self.rows
        );
        for score in self.scores {
            let [cer, free] = [score.character_error_rate(), score.order_free_error_rate()];
            let _ = write!(text, " {:.2} · {:.2} |", 100.0 * cer, 100.0 * free);
        }
        let _ = write!(
            text,
            "  |  |\n\nCER · order-free CER, in percent. Lines moved: how many of the lines that two \
             resolutions both read stand elsewhere among the others, in the worst pair. \
             {} of {} pages have the same order at all resolutions.\n",
            self.same_order, self.pages
        );
        text
    }
}

/// The most lines that moved between two of the readings.
fn most_moved(readings: &[Reading]) -> usize {
    let pairs = readings.iter().enumerate().flat_map(|(index, a)| {
        readings[index + 1..].iter().map(move |b| moved(&a.places, &b.places))
    });
    pairs.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::cases::Truth;
    use super::*;

    const LINES: [&str; 3] =
        ["the first line of all", "another line of words", "the last of the lines"];

    fn reading(text: &[&str]) -> Reading {
        let truth = Truth { text: LINES.join("\n"), any_case: false };
        let text = text.join(" ");
        Reading {
            score: Score::of(&truth, &text),
            places: order_free::matching(&LINES, &text).places,
        }
    }

    #[test]
    fn a_page_that_changes_its_order_is_seen() {
        let same = || reading(&LINES);
        let other = reading(&[LINES[1], LINES[2], LINES[0]]);
        let mut table = Table::default();
        table.add("steady", &[same(), same(), same(), same()]);
        table.add("restless", &[same(), same(), other, same()]);
        let text = table.finish();
        assert!(text.contains(
            "| steady | 0.00 · 0.00 | 0.00 · 0.00 | 0.00 · 0.00 | 0.00 · 0.00 | 0.00 | 0 |"
        ));
        assert!(text.contains("| 1 |\n| all |"), "{text}");
        assert!(text.contains("1 of 2 pages have the same order"), "{text}");
    }

    #[test]
    fn pages_are_scaled_by_their_longer_side() {
        let directory = TempDir::new().unwrap();
        let picture = directory.path().join("page.png");
        image::RgbImage::new(1650, 1275).save(&picture).unwrap();
        let size = |dpi| {
            let image = scaled(&picture, dpi).unwrap();
            (image.width(), image.height())
        };
        assert_eq!([size(100), size(150), size(300)], [(1100, 850), (1650, 1275), (3300, 2550)]);
    }
}
