//! Reads the text out of pictures, on this computer and nowhere else.
//!
//! The way of one picture: bytes → [`source::decode`] → [`Picture`] → [`Engine::read`]
//! (detect lines, recognise each, arrange them) → [`Page`] → [`export`].
//! The library opens no window, no socket and no file.
//!
//! A page is plain data, down to each word with its place and how sure it is:
//!
//! ```
//! use imagetotext::{Engine, Models, source};
//!
//! # let bytes = std::fs::read("../../tests/images/hello.png")?;
//! let engine = Engine::new(Models::shipped())?;
//! for picture in source::decode(&bytes)? {
//!     let page = engine.read(&picture?)?;
//!     for block in &page.blocks {
//!         println!("{:?}", block.kind);
//!         for word in block.lines.iter().flat_map(|line| &line.words) {
//!             let place = word.quad.bounds();
//!             println!("{} at {}, {}: {}", word.text, place.left, place.top, word.confidence);
//!         }
//!     }
//! #   assert_eq!(page.lines().next().unwrap().words[0].text, "Hello");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod document;
pub mod engine;
pub mod error;
pub mod export;
mod layout;
pub mod models;
mod rotation;
pub mod secret;
pub mod source;

pub use document::{
    Block, BlockKind, Bounds, Cell, Document, Line, LineStart, Marker, Page, Quad, Table, Word,
};
pub use engine::Engine;
pub use error::Error;
pub use models::Models;
pub use secret::SecretBytes;
pub use source::Picture;
