//! Writes what the classifier of scripts sees, for its training, and reads with one that was trained.
//!
//! - `script_data features PICTURE…` writes beside each picture its lines as `.quads` (JSON, the corners of each)
//!   and their features as `.features` (`f32`, little-endian, line by line).
//! - `script_data read CLASSIFIER OUT PICTURE…` writes the text of each picture as `OUT/NAME.txt`, and prints the
//!   script of a page that cannot be read.

use std::error::Error;
use std::fs;
use std::path::Path;

use imagetotext::export::{LineMode, text};
use imagetotext::{Document, Engine, Models, Picture, Quad};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["features", pictures @ ..] => {
            let engine = Engine::new(Models::shipped())?;
            each(pictures, |path, picture| features(&engine, path, picture))
        }
        ["read", classifier, out, pictures @ ..] => {
            let models = Models::shipped().with_script_classifier(fs::read(classifier)?);
            let engine = Engine::new(models)?;
            each(pictures, |path, picture| {
                let page = engine.read(picture)?;
                if let Some(script) = page.unread {
                    println!("{} {}", path.display(), script.name());
                }
                let name = path.with_extension("txt");
                let name = name.file_name().ok_or("no file name")?;
                let text = text(&Document::new(vec![page]), LineMode::Keep);
                Ok(fs::write(Path::new(out).join(name), text)?)
            })
        }
        _ => Err("usage: script_data features | read CLASSIFIER OUT, PICTURE…".into()),
    }
}

fn features(engine: &Engine, path: &Path, picture: &Picture) -> Result<(), Box<dyn Error>> {
    let mut lines = engine.script_features(picture)?;
    // Of a line that is too narrow nothing is read.
    lines.retain(|(_, features)| !features.is_empty());
    let quads: Vec<Quad> = lines.iter().map(|(quad, _)| *quad).collect();
    let features = lines.iter().flat_map(|(_, features)| features);
    let features: Vec<u8> = features.flat_map(|it| it.to_le_bytes()).collect();
    fs::write(path.with_extension("features"), features)?;
    Ok(fs::write(path.with_extension("quads"), serde_json::to_vec(&quads)?)?)
}

fn each(
    pictures: &[&str],
    work: impl Fn(&Path, &Picture) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    for path in pictures.iter().map(Path::new) {
        if let Some(picture) = imagetotext::source::decode(&fs::read(path)?)?.next() {
            work(path, &picture?)?;
        }
    }
    Ok(())
}
