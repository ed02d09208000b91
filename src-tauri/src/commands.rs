//! The commands that the page can call. Each checks consent where it must and delegates to [`App`]; no
//! logic lives here. `build.rs` lists all commands, `capabilities/main.json` allows them by name.

#![expect(clippy::needless_pass_by_value, reason = "Tauri passes arguments by value")]

use imagetotext::SecretBytes;
use imagetotext::source::Password;
use tauri::ipc::{Channel, InvokeBody, Request, Response};
use tauri::{AppHandle, Manager as _, Runtime, State};

use crate::app::App;
use crate::appearance;
use crate::capture::{self, Target};
use crate::contract::{
    Area, CaptureStatus, CommandError, Copied, CopyFormat, Event, HistoryStep, InitialState,
    Intake, JobId, Language, LineMode, PageView, PrivacyStatus, Saved, Settings, StoredData,
    TextSpan, TextView, WordPlace,
};
use crate::language;

type Outcome<T> = Result<T, CommandError>;

#[tauri::command(async)]
pub(crate) fn start<R: Runtime>(
    app: State<'_, App>,
    window: AppHandle<R>,
    events: Channel<Event>,
) -> InitialState {
    let start = app.start(events);
    app.run_pending_task(&window);
    start
}

#[tauri::command(async)]
pub(crate) fn agree<R: Runtime>(
    app: State<'_, App>,
    window: AppHandle<R>,
    version: u32,
    adult: bool,
) -> Outcome<InitialState> {
    let start = app.agree(version, adult)?;
    app.apply_capture_settings(&window);
    Ok(start)
}

#[tauri::command(async)]
pub(crate) fn decline<R: Runtime>(app: State<'_, App>, window: AppHandle<R>) {
    app.decline();
    window.exit(0);
}

#[tauri::command(async)]
pub(crate) fn withdraw<R: Runtime>(
    app: State<'_, App>,
    window: AppHandle<R>,
) -> Outcome<InitialState> {
    let withdrawn = app.withdraw();
    app.apply_capture_settings(&window);
    withdrawn
}

#[tauri::command(async)]
pub(crate) fn acknowledge(app: State<'_, App>, version: u32) -> Outcome<InitialState> {
    app.acknowledge(version)
}

#[tauri::command(async)]
pub(crate) fn set_language<R: Runtime>(window: AppHandle<R>, language: Language) {
    if language::set(language) {
        capture::translate(&window);
    }
}

#[tauri::command(async)]
pub(crate) fn set_settings<R: Runtime>(
    app: State<'_, App>,
    window: AppHandle<R>,
    settings: Settings,
) -> Outcome<Settings> {
    let settings = app.set_settings(settings)?;
    appearance::apply(&window, &settings);
    app.apply_capture_settings(&window);
    Ok(settings)
}

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
pub(crate) async fn clipboard_text<R: Runtime>(window: AppHandle<R>) -> Outcome<String> {
    blocking(window, |_, app| app.clipboard_text(&app.consented()?)).await
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

#[tauri::command(async)]
pub(crate) fn text(app: State<'_, App>, id: JobId, lines: LineMode) -> Outcome<TextView> {
    app.queue().text(&app.consented()?, id, lines)
}

#[tauri::command(async)]
pub(crate) fn edit(
    app: State<'_, App>,
    id: JobId,
    lines: LineMode,
    text: String,
    joins: bool,
) -> Outcome<TextView> {
    app.queue().edit(&app.consented()?, id, lines, text, joins)
}

#[tauri::command(async)]
pub(crate) fn ignore_area(
    app: State<'_, App>,
    id: JobId,
    lines: LineMode,
    page: u32,
    area: Area,
) -> Outcome<TextView> {
    app.queue().ignore_area(&app.consented()?, id, lines, page, area)
}

#[tauri::command(async)]
pub(crate) fn step(
    app: State<'_, App>,
    id: JobId,
    lines: LineMode,
    step: HistoryStep,
) -> Outcome<TextView> {
    app.queue().step(&app.consented()?, id, lines, step)
}

#[tauri::command(async)]
pub(crate) fn unkept(app: State<'_, App>) -> Vec<JobId> {
    app.queue().unkept()
}

#[tauri::command(async)]
pub(crate) fn word_at(app: State<'_, App>, id: JobId, place: u32) -> Outcome<Option<TextSpan>> {
    app.word_at(&app.consented()?, id, place)
}

#[tauri::command(async)]
pub(crate) fn span_of(
    app: State<'_, App>,
    id: JobId,
    word: WordPlace,
) -> Outcome<Option<TextSpan>> {
    app.span_of(&app.consented()?, id, word)
}

#[tauri::command(async)]
pub(crate) fn close<R: Runtime>(window: AppHandle<R>) {
    window.exit(0);
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
pub(crate) async fn save<R: Runtime>(window: AppHandle<R>, id: JobId) -> Outcome<Option<Saved>> {
    blocking(window, move |window, app| app.save(&app.consented()?, window, id)).await
}

#[tauri::command]
pub(crate) async fn save_all<R: Runtime>(window: AppHandle<R>) -> Outcome<Option<Saved>> {
    blocking(window, |window, app| app.save_all(&app.consented()?, window)).await
}

#[tauri::command]
pub(crate) async fn save_all_as_pdf<R: Runtime>(window: AppHandle<R>) -> Outcome<Option<Saved>> {
    blocking(window, |window, app| app.save_all_as_pdf(&app.consented()?, window)).await
}

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

/// Runs work that waits for a person or another program on a thread where it blocks nobody.
async fn blocking<R: Runtime, T: Send + 'static>(
    window: AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>, &App) -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    let work = move || work(&window, &window.state::<App>());
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or(Err(CommandError::Internal))
}
