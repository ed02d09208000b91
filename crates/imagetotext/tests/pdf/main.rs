//! PDF files: which text is taken from them, which is read, and what hostile ones do.

#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]

mod attachments;
#[path = "../../../../tests/pdf/builder.rs"]
mod builder;
mod drawn_fonts;
mod forms;
mod hostile;
mod layers;
mod right_to_left;
mod scans;
mod text;
mod updates;

use std::sync::{Arc, LazyLock};

use imagetotext::export::{LineMode, text};
use imagetotext::source::{DecodeOptions, decode_with};
use imagetotext::{Document, Engine, Error, Models, Page, Picture, SecretBytes};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Models::shipped()).unwrap());

/// A picture of the words `Hello, world 2026`.
const HELLO: &[u8] = include_bytes!("../../../../tests/images/hello.png");

fn hello() -> Picture {
    imagetotext::source::decode(HELLO).unwrap().next().unwrap().unwrap()
}

fn decode(file: Vec<u8>, options: &DecodeOptions) -> Result<Vec<Result<Picture, Error>>, Error> {
    let bytes = Arc::new(SecretBytes::from(file));
    Ok(decode_with(&bytes, options)?.collect())
}

fn read_with(file: Vec<u8>, options: &DecodeOptions) -> Vec<Page> {
    let pictures = decode(file, options).unwrap();
    pictures.into_iter().map(|picture| ENGINE.read(&picture.unwrap()).unwrap()).collect()
}

fn read(file: Vec<u8>) -> Vec<Page> {
    read_with(file, &DecodeOptions::default())
}

fn text_of(page: Page) -> String {
    text(&Document::new(vec![page]), LineMode::Keep)
}

/// The text of the only page.
fn read_one(file: Vec<u8>) -> String {
    let mut pages = read(file);
    assert_eq!(pages.len(), 1);
    text_of(pages.remove(0))
}
