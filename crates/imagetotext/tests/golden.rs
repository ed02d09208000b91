//! Golden pictures: the shipped models must read each with few errors.
//!
//! `tests/images/golden` contains `NAME.png` beside its text `NAME.txt`. The test limits the error rate
//! instead of comparing with an older result, so that a better model does not break it.

use std::path::{Path, PathBuf};

use imagetotext::export::{self, LineMode};
use imagetotext::{
    Document, Engine, Models, Picture, ReadOptions, ScriptChoice, UnreadScript, source,
};

/// Highest error rate of a picture that is not listed in [`HARDER`].
const MAX_ERROR_RATE: f64 = 0.03;
/// Pictures with a limit of their own, and why.
const HARDER: &[(&str, f64)] = &[
    // Two marks on one small letter: `ố` for `ổ`.
    ("vietnamese", 0.05),
    // Two of the seven foreign words look enough like Latin ones: `Aóyoç` for `λόγος`.
    ("foreign-words", 0.08),
];

/// Pictures that have too little text to say how they are turned: single Han characters. Vertical lines are looked for
/// on upright pages only.
const ONLY_UPRIGHT: &[&str] = &["single-letters", "vertical-chinese", "vertical-japanese"];

#[test]
fn golden_pictures_are_read_with_few_errors() {
    assert_read_well(&pictures(), unchanged);
}

#[test]
fn golden_pictures_on_their_side_are_read_as_well() {
    assert_read_well(&turned_pictures(), rotated);
    assert_read_well(&turned_pictures(), |picture| rotated(&rotated(&rotated(picture))));
}

#[test]
fn golden_pictures_upside_down_are_read_as_well() {
    assert_read_well(&turned_pictures(), |picture| rotated(&rotated(picture)));
}

#[test]
fn no_sign_beside_a_number_is_taken_for_a_digit() {
    let picture =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/images/golden/amounts.png");
    let engine = Engine::new(Models::shipped()).expect("the shipped models are valid");
    let bytes = std::fs::read(&picture).expect("the picture can be read");
    let picture_text = std::fs::read_to_string(picture.with_extension("txt"));
    let expected = picture_text.expect("the text can be read");
    let picture = source::decode(&bytes).expect("it is valid").next().expect("it has a page");
    let page = engine.read(&picture.expect("it is valid")).expect("the engine runs");
    let read: String = page.lines().map(imagetotext::Line::text).collect();
    // Some arrows have as much room as a blank.
    let without_blanks = |text: &str| text.replace([' ', '\n'], "");
    assert_eq!(without_blanks(&read), without_blanks(&expected));
}

#[test]
fn pages_in_scripts_that_are_not_read_are_named() {
    let engine = Engine::new(Models::shipped()).expect("the shipped models are valid");
    for script in
        [UnreadScript::Arabic, UnreadScript::Hebrew, UnreadScript::Devanagari, UnreadScript::Thai]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/images/unread");
        let bytes = std::fs::read(path.join(script.name()).with_extension("png"));
        let bytes = bytes.expect("the picture can be read");
        let pages = source::decode(&bytes).expect("it is valid");
        for picture in pages {
            let page = engine.read(&picture.expect("it is valid")).expect("the engine runs");
            assert_eq!(page.unread, Some(script));
            assert_eq!(page.lines().count(), 0, "{}", script.name());
        }
    }
}

#[test]
fn a_chosen_script_is_read_whatever_the_page_shows() {
    let engine = Engine::new(Models::shipped()).expect("the shipped models are valid");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/images/golden/russian.png");
    let bytes = std::fs::read(path).expect("the picture can be read");
    let picture = source::decode(&bytes).expect("it is valid").next().expect("it has a page");
    let picture = picture.expect("it is valid");
    let has_cyrillic = |choice| {
        let read = engine.read_with(&picture, &ReadOptions::new().script(choice));
        let page = read.expect("the engine runs").page;
        page.lines().any(|line| line.text().contains(|it| ('а'..='я').contains(&it)))
    };
    assert!(has_cyrillic(ScriptChoice::Auto) && has_cyrillic(ScriptChoice::Alphabets));
    assert!(!has_cyrillic(ScriptChoice::Latin) && !has_cyrillic(ScriptChoice::Cjk));
}

/// Reads golden `pictures` after `change`.
fn assert_read_well(pictures: &[PathBuf], change: impl Fn(&Picture) -> Picture) {
    assert!(!pictures.is_empty(), "tests/images/golden contains no pictures");
    let engine = Engine::new(Models::shipped()).expect("the shipped models are valid");
    let mut failed = Vec::new();
    for path in pictures {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let want = std::fs::read_to_string(path.with_extension("txt"));
        let want = want.expect("a golden picture has a text");
        let got = read(&engine, path, &change);
        let rate = error_rate(&want, &got);
        let limit = HARDER
            .iter()
            .find(|(harder, _)| *harder == name)
            .map_or(MAX_ERROR_RATE, |(_, limit)| *limit);
        if rate > limit {
            let [rate, limit] = [rate, limit].map(|share| 100.0 * share);
            failed.push(format!("{name}: {rate:.1} % wrong, {limit:.1} % allowed; read:\n{got}"));
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

/// The picture as it is.
fn unchanged(picture: &Picture) -> Picture {
    let rgb = picture.rgb().to_vec();
    Picture::from_rgb(picture.width(), picture.height(), rgb).expect("the size is the same")
}

/// The picture turned clockwise by 90 degrees.
fn rotated(picture: &Picture) -> Picture {
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

/// Those that are read whichever way they are turned.
fn turned_pictures() -> Vec<PathBuf> {
    let is_turned = |path: &PathBuf| {
        !path.file_stem().is_some_and(|name| ONLY_UPRIGHT.iter().any(|it| name == *it))
    };
    pictures().into_iter().filter(is_turned).collect()
}

fn read(engine: &Engine, path: &Path, change: impl Fn(&Picture) -> Picture) -> String {
    let bytes = std::fs::read(path).expect("a golden picture can be read");
    let pages = source::decode(&bytes).expect("a golden picture is valid");
    let read = |page: Result<_, _>| engine.read(&change(&page.expect("a golden page is valid")));
    let pages = pages.map(|page| read(page).expect("the engine runs")).collect();
    export::text(&Document::new(pages), LineMode::Keep)
}

/// The edit distance divided by the length of `want`, with runs of white space as single spaces.
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
fn the_error_rate_counts_characters() {
    assert!(error_rate("a  b\n", "a b") < f64::EPSILON);
    assert!((error_rate("abcd", "abXd") - 0.25).abs() < f64::EPSILON);
    assert!((error_rate("abcd", "") - 1.0).abs() < f64::EPSILON);
    assert!((error_rate("ab", "xaby") - 1.0).abs() < f64::EPSILON);
}
