//! Reads pictures for the training of the layout, and writes what its networks see.
//!
//! - `layout_data read PICTURE…` writes the lines of each picture beside it, as `.lines`.
//! - `layout_data graphics FILE.lines…` writes the ruling lines and figures of their pictures, as `.graphics`.
//! - `layout_data features NETWORKS FILE.lines…` writes `.pairs` (JSON) and `.f32` (features).
//! - `layout_data text NETWORKS FILE.lines…` writes the text in the order of the layout, as `.read`.

use std::error::Error;
use std::fs;
use std::path::Path;

use imagetotext::export::{LineMode, text};
use imagetotext::layout::training::{self, RawGraphics};
use imagetotext::{Document, Engine, Line, Models, Page};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["read", pictures @ ..] => read(pictures),
        ["graphics", files @ ..] => each(files, |path, lines, _| {
            let stem = path.with_extension("").with_extension("");
            let names = ["png", "jpg", "tif"].map(|name| stem.with_extension(name));
            let name = names.into_iter().find(|name| name.exists()).ok_or("no picture")?;
            let picture = imagetotext::source::decode(&fs::read(name)?)?.next();
            let graphics = training::graphics(&picture.ok_or("no page")??, &lines);
            Ok(fs::write(path.with_extension("graphics"), serde_json::to_vec(&graphics)?)?)
        }),
        ["features", networks, files @ ..] => {
            let networks = fs::read(networks)?;
            each(files, |path, lines, graphics| {
                let page = training::features(&lines, &graphics, &networks).ok_or("no networks")?;
                let values: Vec<u8> = page.values.iter().flat_map(|it| it.to_le_bytes()).collect();
                fs::write(path.with_extension("f32"), values)?;
                Ok(fs::write(path.with_extension("pairs"), serde_json::to_vec(&page)?)?)
            })
        }
        ["text", networks, files @ ..] => {
            let networks = fs::read(networks)?;
            each(files, |path, lines, graphics| {
                let blocks =
                    training::arrange(&lines, &graphics, &networks).ok_or("no networks")?;
                let document = Document::new(vec![Page::new(1, 1, blocks)]);
                Ok(fs::write(path.with_extension("read"), text(&document, LineMode::Keep))?)
            })
        }
        _ => Err("usage: layout_data read | features NETWORKS | text NETWORKS, FILE…".into()),
    }
}

fn read(pictures: &[&str]) -> Result<(), Box<dyn Error>> {
    let engine = Engine::new(Models::shipped())?;
    for path in pictures.iter().map(Path::new) {
        let target = path.with_extension("lines");
        if target.exists() {
            continue;
        }
        if let Some(picture) = imagetotext::source::decode(&fs::read(path)?)?.next() {
            fs::write(target, serde_json::to_vec(&engine.read_unarranged(&picture?)?)?)?;
        }
    }
    Ok(())
}

fn each(
    files: &[&str],
    work: impl Fn(&Path, Vec<Line>, RawGraphics) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    for path in files.iter().map(Path::new) {
        let graphics = fs::read(path.with_extension("graphics")).ok();
        let graphics =
            graphics.map_or_else(|| Ok(RawGraphics::default()), |it| serde_json::from_slice(&it));
        work(path, serde_json::from_slice(&fs::read(path)?)?, graphics?)?;
    }
    Ok(())
}
