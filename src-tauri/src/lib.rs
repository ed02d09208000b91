//! The window of ImageToText: doors, consent, queue, clipboard. It decodes and reads no picture:
//! that is done by a process of its own, see [`mod@reader`].

mod app;
mod clipboard;
mod commands;
pub mod contract;
mod desk;
mod dialogs;
#[cfg(target_os = "linux")]
mod environment;
mod intake;
mod names;
mod network;
pub mod personal;
mod queue;
mod reader;
mod saving;
mod second;
mod source;
mod start;
#[cfg(target_os = "linux")]
mod traces;
mod view;
mod window;

pub use app::App;
pub use start::{run, shell};

/// The argument that makes a reader of this program.
pub const READER: &str = reader::ARGUMENT;

/// Reads one picture, as the shell asks through standard input: the whole of a reader's life.
pub fn read() -> std::process::ExitCode {
    reader::run()
}
