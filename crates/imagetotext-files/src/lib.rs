//! Files as the programs of ImageToText handle them: read whole, written whole, named safely.
//!
//! The library `imagetotext` opens no file; the command line and the window do, through this crate.

mod display_name;
mod picture_name;
mod read;
mod same_file;
mod staged;

pub use display_name::printable;
pub use picture_name::{PICTURE_EXTENSIONS, has_picture_extension, has_unread_extension};
pub use read::{ReadError, inspect, load, open, open_on_thread, read, read_all};
pub use same_file::{FileId, is_same_file};
pub use staged::StagedFile;
