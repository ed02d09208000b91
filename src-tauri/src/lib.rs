//! The window of ImageToText: input sources, consent, queue, clipboard. It decodes no picture: a
//! process of its own does that (`imagetotext-worker`).

mod app;
mod appearance;
mod arguments;
mod capture;
mod clipboard;
mod commands;
mod context;
pub mod contract;
mod dialogs;
mod display_name;
mod entities;
#[cfg(target_os = "linux")]
mod environment;
mod ignored_area;
mod intake;
mod language;
mod network;
pub mod personal;
mod queue;
#[cfg(target_os = "linux")]
mod recent_files;
mod runtime;
mod saving;
mod single_instance;
mod source;
mod start;
mod view;
mod window;
mod words;
mod workers;

pub use app::App;
pub use start::{run, shell};
