//! The start, consent, the language, the settings, and the end.

#![expect(clippy::needless_pass_by_value, reason = "Tauri passes arguments by value")]

use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};

use super::Outcome;
use crate::app::App;
use crate::appearance;
use crate::capture;
use crate::contract::{Event, InitialState, Language, Settings};
use crate::language;

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
    appearance::apply(&window, &app.context().personal().stored().settings);
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

#[tauri::command(async)]
pub(crate) fn close<R: Runtime>(window: AppHandle<R>) {
    window.exit(0);
}
