//! The window of ImageToText: doors, consent, queue, clipboard. It decodes and reads no picture:
//! that is done by a process of its own (`imagetotext-worker`).

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
mod saving;
mod second;
mod source;
mod start;
#[cfg(target_os = "linux")]
mod traces;
mod view;
mod window;
mod workers;

pub use app::App;
pub use start::{run, shell};
