//! The window of ImageToText: input sources, consent, queue, clipboard. It decodes no picture: a
//! process of its own does that, see [`mod@reader`].

mod app;
mod arguments;
mod clipboard;
mod commands;
mod context;
pub mod contract;
mod dialogs;
mod display_name;
#[cfg(target_os = "linux")]
mod environment;
mod intake;
mod network;
pub mod personal;
mod queue;
mod reader;
#[cfg(target_os = "linux")]
mod recent_files;
mod saving;
mod single_instance;
mod source;
mod start;
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
