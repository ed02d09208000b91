//! Reads the text out of pictures, on this computer and nowhere else.
//!
//! The way of one picture: bytes → [`source::decode`] → [`Picture`] → [`Engine::read`]
//! (detect lines, recognise each, arrange them) → [`Page`] → [`export`].
//! The library opens no window, no socket and no file.

pub mod document;
pub mod engine;
pub mod error;
pub mod export;
mod layout;
pub mod models;
mod panics;
mod rotation;
pub mod secret;
pub mod source;

pub use document::{Block, Bounds, Document, Line, Page, Quad, Word};
pub use engine::Engine;
pub use error::Error;
pub use models::Models;
pub use secret::SecretBytes;
pub use source::Picture;
