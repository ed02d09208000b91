//! What leaves the window: the clipboard, and files that the person saves.

use tauri::{AppHandle, Runtime};

use super::{Outcome, blocking};
use crate::contract::{Copied, CopyFormat, JobId, SaveFormat, Saved};

#[tauri::command]
pub(crate) async fn clipboard_text<R: Runtime>(window: AppHandle<R>) -> Outcome<String> {
    blocking(window, |_, app| app.clipboard_text(&app.consented()?)).await
}

#[tauri::command]
pub(crate) async fn copy<R: Runtime>(window: AppHandle<R>, text: String) -> Outcome<Copied> {
    blocking(window, move |_, app| app.copy(&app.consented()?, &text)).await
}

#[tauri::command]
pub(crate) async fn copy_as<R: Runtime>(
    window: AppHandle<R>,
    ids: Vec<JobId>,
    format: CopyFormat,
) -> Outcome<Copied> {
    blocking(window, move |_, app| app.copy_as(&app.consented()?, &ids, format)).await
}

#[tauri::command]
pub(crate) async fn save<R: Runtime>(
    window: AppHandle<R>,
    id: JobId,
    format: SaveFormat,
    kind: String,
) -> Outcome<Option<Saved>> {
    blocking(window, move |window, app| app.save(&app.consented()?, window, id, format, &kind))
        .await
}

#[tauri::command]
pub(crate) async fn save_all<R: Runtime>(window: AppHandle<R>) -> Outcome<Option<Saved>> {
    blocking(window, |window, app| app.save_all(&app.consented()?, window)).await
}

#[tauri::command]
pub(crate) async fn save_all_as_pdf<R: Runtime>(
    window: AppHandle<R>,
    kind: String,
) -> Outcome<Option<Saved>> {
    blocking(window, move |window, app| app.save_all_as_pdf(&app.consented()?, window, &kind)).await
}
