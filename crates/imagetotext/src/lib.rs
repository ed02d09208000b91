//! Reads the text out of pictures: bytes of a picture file → a [`Document`] → text, Markdown, HTML, CSV, JSON, hOCR.
//!
//! Everything happens on the calling computer, with models of 11 MB inside the library. It opens no file,
//! no socket, no window and starts no process. What it was given and what it read is overwritten when
//! dropped, and appears in no error and no log.
//!
//! # The text of a picture
//! ```
//! # #[cfg(not(feature = "embedded-models"))]
//! # fn main() {}
//! # #[cfg(feature = "embedded-models")]
//! # fn main() -> Result<(), imagetotext::Error> {
//! use imagetotext::export::{LineMode, text};
//!
//! let bytes = include_bytes!("../examples/hello.png");
//! let document = imagetotext::read(bytes)?;
//! println!("{}", text(&document, LineMode::Keep));
//! # assert!(text(&document, LineMode::Keep).contains("Hello"));
//! # Ok(())
//! # }
//! ```
//!
//! # Words and their positions
//! ```
//! # #[cfg(not(feature = "embedded-models"))]
//! # fn main() {}
//! # #[cfg(feature = "embedded-models")]
//! # fn main() -> Result<(), imagetotext::Error> {
//! # let bytes = include_bytes!("../examples/hello.png");
//! for page in imagetotext::read(bytes)?.pages {
//!     for word in page.lines().flat_map(|line| &line.words) {
//!         let bounds = word.quad.bounds();
//!         println!("{} at {}, {}: {}", word.text, bounds.left, bounds.top, word.confidence);
//!         # assert!(bounds.right <= page.width as f32 && word.confidence > 0.5);
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Where the words are in the exported text
//! ```
//! use imagetotext::export::{LineMode, text_with_spans};
//! use imagetotext::{Block, BlockKind, Document, Line, Page, Quad, Word};
//!
//! let quad = Quad::upright(8.0, 10.0, 60.0, 24.0);
//! let line = Line::new(quad, vec![Word::new("Hello", quad, vec![0.9; 5])]);
//! let page = Page::new(320, 40, vec![Block::new(BlockKind::Paragraph, vec![line])]);
//! let exported = text_with_spans(&Document::new(vec![page]), LineMode::Keep);
//! for span in &exported.spans {
//!     assert_eq!(&exported.text[span.start..span.end], "Hello");
//! }
//! ```
//!
//! # Many pictures with one engine
//! An [`Engine`] keeps the models ready and its threads running. Threads may share it.
//! ```
//! # #[cfg(not(feature = "embedded-models"))]
//! # fn main() {}
//! # #[cfg(feature = "embedded-models")]
//! # fn main() -> Result<(), imagetotext::Error> {
//! use imagetotext::{Engine, Models, source};
//!
//! # let files = [include_bytes!("../examples/hello.png"); 2];
//! let engine = Engine::new(Models::shipped())?;
//! for bytes in files {
//!     // Pages are decoded one by one, so that one that is damaged leaves the others.
//!     for picture in source::decode(&bytes[..])? {
//!         let page = engine.read(&picture?)?;
//!         println!("{} lines", page.lines().count());
//!         # assert!(page.lines().count() > 0);
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Cancellation and progress
//! ```
//! # #[cfg(not(feature = "embedded-models"))]
//! # fn main() {}
//! # #[cfg(feature = "embedded-models")]
//! # fn main() -> Result<(), imagetotext::Error> {
//! use imagetotext::{CancelToken, Engine, Error, Models, Progress, ReadOptions, source};
//!
//! # let bytes = include_bytes!("../examples/hello.png");
//! # let picture = source::decode(bytes)?.next().unwrap()?;
//! let engine = Engine::new(Models::shipped())?;
//! let token = CancelToken::new();
//! let report = |progress: Progress| {
//!     println!("{} of {} lines", progress.lines_read, progress.lines_found);
//! };
//! let options = ReadOptions::new().cancel(&token).progress(&report);
//! let reading = engine.read_with(&picture, &options)?;
//! println!("found in {:?}, read in {:?}", reading.times.detect, reading.times.recognise);
//!
//! // From any other thread, at any time:
//! token.cancel();
//! assert!(matches!(engine.read_with(&picture, &options), Err(Error::Cancelled)));
//! # Ok(())
//! # }
//! ```
//!
//! # Your own models
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use imagetotext::{Engine, Models};
//!
//! let detection = std::fs::read("detection.onnx")?;
//! let recognition = std::fs::read("recognition.onnx")?;
//! let alphabet = std::fs::read_to_string("alphabet.txt")?;
//! let models = Models::new(detection, recognition, alphabet.trim_end_matches('\n').to_owned());
//! let engine = Engine::new(models)?;
//! # let _ = engine;
//! # Ok(())
//! # }
//! ```
//! [`Models::new`] describes what they take and return.
//!
//! # Features
//! - `embedded-models` (default): [`Models::shipped`] and [`read()`]. Without it the library has no models
//!   and needs those of [`Models::new`].
//! - `cjk` (default): the embedded recogniser of Chinese, Japanese and Korean. Without it their pages are
//!   [`Page::unread`].

#![warn(missing_docs)]

mod codes;
pub mod correction;
mod dense_network;
pub mod document;
mod engine;
pub mod error;
pub mod export;
mod fixed_pitch;
mod graphics;
#[cfg(not(feature = "layout-training"))]
mod layout;
#[cfg(feature = "layout-training")]
#[doc(hidden)]
pub mod layout;
pub mod models;
mod panics;
mod right_to_left;
mod rotation;
pub mod secret;
pub mod source;

pub use document::{
    Block, BlockKind, Bounds, Cell, Code, CodeKind, Document, Line, LineStart, Marker, Page, Quad,
    Resolution, Table, UnreadScript, Word,
};
pub use engine::{
    CancelToken, Engine, EngineKind, EngineOptions, Progress, ReadOptions, ReadResult,
    ScriptChoice, Times,
};
pub use error::Error;
pub use models::Models;
pub use secret::SecretBytes;
pub use source::Picture;

/// Reads all pages of a picture file with the shipped models.
///
/// It creates an [`Engine`] each time; for several pictures keep one and call [`Engine::read_bytes`].
///
/// # Errors
/// Those of [`source::decode`] and of [`Engine::read`].
#[cfg(feature = "embedded-models")]
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    Engine::new(Models::shipped())?.read_bytes(bytes)
}
