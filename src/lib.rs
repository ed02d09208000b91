//! Reads the text out of pictures, on this computer and nowhere else.
//!
//! The way of one picture: bytes → [`picture::decode`] → [`Picture`] → [`Engine::read`]
//! (detect lines, recognise each, arrange them) → [`Page`] → [`export`].
//! The library opens no window, no socket and no file.

pub mod engine;
pub mod error;
pub mod export;
mod layout;
pub mod models;
pub mod page;
pub mod picture;
pub mod sandbox;
pub mod secret;
mod turn;

pub use engine::Engine;
pub use error::Error;
pub use models::Models;
pub use page::{Block, Bounds, Document, Line, Page, Quad, Word};
pub use picture::Picture;
pub use secret::SecretBytes;
