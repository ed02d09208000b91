//! The icon in the system tray.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Runtime};

use super::Target;
use crate::capture;
use crate::window;
use crate::words::{self, words};

const ID: &str = "capture";

/// Shows the icon, or removes it. `directory` is in memory: the library for trays wants the icon as a
/// file. On the main thread only.
pub(super) fn show<R: Runtime>(app: &AppHandle<R>, visible: bool, directory: Option<&Path>) {
    if !visible {
        // Dropping it removes it.
        drop(app.remove_tray_by_id(ID));
    } else if app.tray_by_id(ID).is_none() {
        // The library for trays panics where a library of the system is missing.
        let _ = catch_unwind(AssertUnwindSafe(|| build(app, directory)));
    }
}

/// Whether it is shown.
pub(super) fn is_shown<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.tray_by_id(ID).is_some()
}

/// Puts the menu into the language of the page. On the main thread only.
pub(super) fn translate<R: Runtime>(app: &AppHandle<R>) {
    let Some(tray) = app.tray_by_id(ID) else { return };
    // Should it fail, the menu stays in the language that it had.
    let _ = menu(app).and_then(|menu| tray.set_menu(Some(menu)));
}

fn menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let item = |id: &str, text: &str| MenuItem::with_id(app, id, text, true, None::<&str>);
    let words = &words().tray;
    Menu::with_items(
        app,
        &[
            &item("capture", words.capture)?,
            &item("again", words.again)?,
            &PredefinedMenuItem::separator(app)?,
            &item("open", words.open_program)?,
            &item("quit", words.quit)?,
        ],
    )
}

fn build<R: Runtime>(app: &AppHandle<R>, directory: Option<&Path>) -> tauri::Result<()> {
    let menu = menu(app)?;
    let mut tray = TrayIconBuilder::with_id(ID).menu(&menu).tooltip(words::PROGRAM);
    if let Some(icon) = app.default_window_icon() {
        tray = tray.icon(icon.clone());
    }
    if let Some(directory) = directory {
        tray = tray.temp_dir_path(directory);
    }
    tray.on_menu_event(|app, event| match event.id().as_ref() {
        "capture" => capture::start(app, Target::Select),
        "again" => capture::start(app, Target::Again),
        "open" => window::raise(app),
        "quit" => window::quit(app),
        _ => {}
    })
    .build(app)?;
    Ok(())
}
