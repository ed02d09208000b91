//! Commands as the page calls them, through Tauri's IPC and without a display. Workers run the real
//! program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod consent;
mod corrections;
mod page;
mod reading;
mod settings;
