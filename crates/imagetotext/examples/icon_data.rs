//! Writes what the network of icons sees, for its training.
//!
//! `icon_data PICTURE…` writes beside each picture the words that may be icons as `.words` (JSON, text and corners of
//! each) and their windows as `.windows` (a byte for each place, word by word).

use std::error::Error;
use std::fs;
use std::path::Path;

use imagetotext::{Engine, Models, Quad};

fn main() -> Result<(), Box<dyn Error>> {
    let engine = Engine::new(Models::shipped())?;
    for path in std::env::args().skip(1) {
        let path = Path::new(&path);
        let Some(picture) = imagetotext::source::decode(&fs::read(path)?)?.next() else { continue };
        let found = engine.icon_windows(&picture?)?;
        let words: Vec<(&str, Quad)> =
            found.iter().map(|(word, _)| (word.text.as_str(), word.quad)).collect();
        let windows = found.iter().flat_map(|(_, window)| window);
        let windows: Vec<u8> = windows.map(|&it| (it * 255.0).round() as u8).collect();
        fs::write(path.with_extension("words"), serde_json::to_vec(&words)?)?;
        fs::write(path.with_extension("windows"), windows)?;
    }
    Ok(())
}
