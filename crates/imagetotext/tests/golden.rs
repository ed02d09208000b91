//! Golden pictures: the models that we ship must read each with few enough mistakes.
//!
//! `tests/images/golden` holds `NAME.png` beside `NAME.txt`, what stands in it. Mistakes are
//! counted, not compared with an older result: a better model must not break the test.

use std::path::{Path, PathBuf};

use imagetotext::export::{self, LineMode};
use imagetotext::{Document, Engine, Models, Picture, source};

/// Share of wrong characters that a picture may have, unless it stands in [`HARDER`].
const BAR: f64 = 0.03;
/// Pictures with a bar of their own, and why.
const HARDER: &[(&str, f64)] = &[];

#[test]
fn golden_pictures_are_read_with_few_mistakes() {
    assert_read_well(same);
}

#[test]
fn golden_pictures_on_their_side_are_read_as_well() {
    assert_read_well(turned);
    assert_read_well(|picture| turned(&turned(&turned(picture))));
}

#[test]
fn golden_pictures_upside_down_are_read_as_well() {
    assert_read_well(|picture| turned(&turned(picture)));
}

/// Reads every golden picture after something was done to it.
fn assert_read_well(change: impl Fn(&Picture) -> Picture) {
    let pictures = pictures();
    assert!(!pictures.is_empty(), "tests/images/golden holds no pictures");
    let engine = Engine::new(Models::shipped()).expect("our own models are sound");
    let mut failed = Vec::new();
    for path in pictures {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let want = std::fs::read_to_string(path.with_extension("txt"));
        let want = want.expect("a golden picture has a text");
        let got = read(&engine, &path, &change);
        let rate = error_rate(&want, &got);
        let bar = HARDER.iter().find(|(harder, _)| *harder == name).map_or(BAR, |(_, bar)| *bar);
        if rate > bar {
            let [rate, bar] = [rate, bar].map(|share| 100.0 * share);
            failed.push(format!("{name}: {rate:.1} % wrong, {bar:.1} % allowed; read:\n{got}"));
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

/// As it is.
fn same(picture: &Picture) -> Picture {
    let rgb = picture.rgb().to_vec();
    Picture::from_rgb(picture.width(), picture.height(), rgb).expect("the size is the same")
}

/// Turned by a quarter, clockwise.
fn turned(picture: &Picture) -> Picture {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut rgb = Vec::with_capacity(picture.rgb().len());
    for column in 0..width {
        for row in (0..height).rev() {
            rgb.extend_from_slice(&picture.rgb()[3 * (row * width + column)..][..3]);
        }
    }
    Picture::from_rgb(picture.height(), picture.width(), rgb).expect("the size is the same")
}

fn pictures() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/images/golden");
    let entries = std::fs::read_dir(directory).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "png"));
    paths.sort();
    paths
}

fn read(engine: &Engine, path: &Path, change: impl Fn(&Picture) -> Picture) -> String {
    let bytes = std::fs::read(path).expect("a golden picture can be read");
    let pages = source::decode(&bytes).expect("a golden picture is sound");
    let read = |page: Result<_, _>| engine.read(&change(&page.expect("a golden page is sound")));
    let pages = pages.map(|page| read(page).expect("the engine runs")).collect();
    export::text(&Document::new(pages), LineMode::Keep)
}

/// Edit distance over the length of `want`, white space folded.
fn error_rate(want: &str, got: &str) -> f64 {
    let [want, got] = [want, got].map(folded);
    let mut row: Vec<usize> = (0..=got.len()).collect();
    for (line, expected) in want.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, found) in got.iter().enumerate() {
            let replaced = diagonal + usize::from(expected != found);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[got.len()] as f64 / want.len().max(1) as f64
}

fn folded(text: &str) -> Vec<char> {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect()
}

#[test]
fn errors_are_counted_by_character() {
    assert!(error_rate("a  b\n", "a b") < f64::EPSILON);
    assert!((error_rate("abcd", "abXd") - 0.25).abs() < f64::EPSILON);
    assert!((error_rate("abcd", "") - 1.0).abs() < f64::EPSILON);
    assert!((error_rate("ab", "xaby") - 1.0).abs() < f64::EPSILON);
}
