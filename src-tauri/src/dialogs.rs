//! The file dialogs of the system. Only the shell opens them: the page cannot name a path.
//!
//! The main thread shows the dialogs, so none of these functions may be called on it.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use crate::context::MAIN_WINDOW;
use crate::saving::FORMATS;

/// File extensions of pictures, by which the dialog filters; it also offers all files.
const PICTURES: [&str; 9] = ["png", "jpg", "jpeg", "webp", "bmp", "gif", "tif", "tiff", "jfif"];

/// What people call the formats, in the order of [`FORMATS`].
const FORMAT_NAMES: [&str; FORMATS.len()] = [
    "Text",
    "Markdown",
    "Web page",
    "Tables for spreadsheets",
    "JSON with positions",
    "hOCR",
    "Word table",
];

/// Asks for pictures; none when the person closes the dialog.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    let dialog = dialog(app, "Open pictures").add_filter("Pictures", &PICTURES);
    let dialog = dialog.add_filter("All files", &["*"]);
    let chosen = without_recording(app, || dialog.blocking_pick_files());
    chosen.unwrap_or_default().into_iter().filter_map(into_path).collect()
}

/// Asks where to save a text, and proposes `stem` with the extension `txt`. The system asks before a
/// file is replaced.
pub(crate) fn save<R: Runtime>(app: &AppHandle<R>, stem: &str) -> Option<PathBuf> {
    let mut dialog = dialog(app, "Save text").set_file_name(format!("{stem}.txt"));
    for (format, name) in FORMATS.into_iter().zip(FORMAT_NAMES) {
        dialog = dialog.add_filter(name, &[format.extension()]);
    }
    into_path(without_recording(app, || dialog.blocking_save_file())?)
}

/// Asks where to save the export of the personal data.
pub(crate) fn export<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let dialog = dialog(app, "Save your data").set_file_name("imagetotext-data.json");
    let dialog = dialog.add_filter("JSON", &["json"]);
    into_path(without_recording(app, || dialog.blocking_save_file())?)
}

/// Asks for a directory.
pub(crate) fn directory<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let dialog = dialog(app, "Save all texts in a folder");
    into_path(without_recording(app, || dialog.blocking_pick_folder())?)
}

fn dialog<R: Runtime>(app: &AppHandle<R>, title: &str) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(MAIN_WINDOW) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Shows a dialog so that the system does not record what was chosen.
fn without_recording<R: Runtime, T>(app: &AppHandle<R>, show: impl FnOnce() -> T) -> T {
    #[cfg(target_os = "linux")]
    return crate::recent_files::without_recording(app, show);
    #[cfg(not(target_os = "linux"))]
    {
        // Other systems keep their lists themselves and offer no way to prevent it.
        let _ = app;
        show()
    }
}

fn into_path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
