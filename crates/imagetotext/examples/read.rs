//! Prints the text of picture files: `cargo run --release -p imagetotext --example read -- picture.png`.

#![allow(clippy::print_stdout, reason = "the text is for the terminal")]

use imagetotext::export::{LineMode, text};
use imagetotext::{Engine, Models};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::new(Models::shipped())?;
    for file in std::env::args_os().skip(1) {
        let document = engine.read_bytes(&std::fs::read(file)?)?;
        println!("{}", text(&document, LineMode::Keep));
    }
    Ok(())
}
