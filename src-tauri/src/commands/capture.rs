//! Capturing the screen.

#![expect(clippy::needless_pass_by_value, reason = "Tauri passes arguments by value")]

use tauri::{AppHandle, Runtime, State};

use super::Outcome;
use crate::app::App;
use crate::capture::{self, Target};
use crate::contract::CaptureStatus;

#[tauri::command(async)]
pub(crate) fn capture<R: Runtime>(app: State<'_, App>, window: AppHandle<R>) -> Outcome<()> {
    app.consented()?;
    capture::start_from_window(&window, Target::Select);
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn capture_again<R: Runtime>(app: State<'_, App>, window: AppHandle<R>) -> Outcome<()> {
    app.consented()?;
    capture::start_from_window(&window, Target::Again);
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn capture_status(app: State<'_, App>) -> CaptureStatus {
    app.capture_status()
}
