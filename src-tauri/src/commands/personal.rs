//! What is stored about the person, and what the program does right now.

#![expect(clippy::needless_pass_by_value, reason = "Tauri passes arguments by value")]

use tauri::{AppHandle, Runtime, State};

use super::{Outcome, blocking};
use crate::app::App;
use crate::appearance;
use crate::contract::{PrivacyStatus, Saved, StoredData};

#[tauri::command(async)]
pub(crate) fn stored_data(app: State<'_, App>) -> StoredData {
    app.context().personal().stored()
}

#[tauri::command]
pub(crate) async fn export_data<R: Runtime>(window: AppHandle<R>) -> Outcome<Option<Saved>> {
    blocking(window, |window, app| app.export(window)).await
}

#[tauri::command(async)]
pub(crate) fn set_counter(app: State<'_, App>, month: &str, pictures: u32) -> Outcome<StoredData> {
    let mut personal = app.context().personal();
    personal.set_counter(month, pictures)?;
    Ok(personal.stored())
}

#[tauri::command(async)]
pub(crate) fn erase<R: Runtime>(app: State<'_, App>, window: AppHandle<R>) -> Outcome<StoredData> {
    app.erase()?;
    let stored = app.context().personal().stored();
    appearance::apply(&window, &stored.settings);
    app.apply_capture_settings(&window);
    Ok(stored)
}

#[tauri::command(async)]
pub(crate) fn privacy_status(app: State<'_, App>) -> PrivacyStatus {
    app.privacy_status()
}
