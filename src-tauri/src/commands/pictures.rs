//! Pictures: taking them in, reading them, showing them.

#![expect(clippy::needless_pass_by_value, reason = "Tauri passes arguments by value")]

use imagetotext::SecretBytes;
use imagetotext::source::Password;
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, Runtime, State};

use super::{Outcome, blocking};
use crate::app::App;
use crate::contract::{CommandError, Intake, JobId, PageView};

/// The picture is the whole body. As JSON it would be ten times as large, and is refused.
#[tauri::command(async)]
pub(crate) fn add_bytes(app: State<'_, App>, request: Request<'_>) -> Outcome<Intake> {
    let consented = app.consented()?;
    let InvokeBody::Raw(bytes) = request.body() else { return Err(CommandError::BadRequest) };
    let name = request.headers().get("name").and_then(|name| name.to_str().ok());
    let name = percent_encoding::percent_decode_str(name.unwrap_or_default()).decode_utf8_lossy();
    Ok(app.add_bytes(&consented, &name, SecretBytes::from(bytes.clone())))
}

#[tauri::command]
pub(crate) async fn add_clipboard<R: Runtime>(window: AppHandle<R>) -> Outcome<Intake> {
    blocking(window, |window, app| Ok(app.paste(&app.consented()?, window))).await
}

#[tauri::command]
pub(crate) async fn open<R: Runtime>(window: AppHandle<R>) -> Outcome<Intake> {
    blocking(window, |window, app| Ok(app.open(&app.consented()?, window))).await
}

#[tauri::command(async)]
pub(crate) fn cancel(app: State<'_, App>, id: JobId) {
    app.queue().cancel(id);
}

#[tauri::command(async)]
pub(crate) fn cancel_all(app: State<'_, App>) {
    app.queue().cancel_all();
}

#[tauri::command(async)]
pub(crate) fn remove(app: State<'_, App>, id: JobId) {
    app.queue().remove(id);
}

#[tauri::command(async)]
pub(crate) fn clear(app: State<'_, App>) {
    app.queue().clear();
}

#[tauri::command(async)]
pub(crate) fn unlock(app: State<'_, App>, id: JobId, password: String) -> Outcome<()> {
    let password = Password::new(password).ok_or(CommandError::BadRequest)?;
    app.queue().unlock(&app.consented()?, id, password)
}

#[tauri::command(async)]
pub(crate) fn rotate(
    app: State<'_, App>,
    id: JobId,
    quarters: i8,
    page: Option<u32>,
) -> Outcome<()> {
    app.queue().rotate(&app.consented()?, id, quarters, page)
}

#[tauri::command(async)]
pub(crate) fn page(app: State<'_, App>, id: JobId, page: u32) -> Outcome<PageView> {
    app.queue().page(&app.consented()?, id, page)
}

#[tauri::command(async)]
pub(crate) fn preview(app: State<'_, App>, id: JobId, page: u32) -> Outcome<Response> {
    app.queue().preview(&app.consented()?, id, page).map(Response::new)
}

#[tauri::command(async)]
pub(crate) fn thumbnail(app: State<'_, App>, id: JobId, page: u32) -> Outcome<Response> {
    app.queue().thumbnail(&app.consented()?, id, page).map(Response::new)
}
