//! The dialogs of the system. They are opened from here only: the page cannot name a path. None is
//! to be called on the main thread, which shows them.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use crate::saving::Format;
use crate::window;

/// Endings of pictures, as the dialog filters by them; it also shows all files.
const PICTURES: [&str; 9] = ["png", "jpg", "jpeg", "webp", "bmp", "gif", "tif", "tiff", "jfif"];

/// Lets the person choose pictures; none when they close the dialog.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    let dialog = dialog(app, "Open pictures").add_filter("Pictures", &PICTURES);
    let dialog = dialog.add_filter("All files", &["*"]);
    let chosen = traceless(app, || dialog.blocking_pick_files());
    chosen.unwrap_or_default().into_iter().filter_map(path).collect()
}

/// Asks where a text goes, with a first proposal for its name. The system asks before it is to
/// replace a file.
pub(crate) fn save<R: Runtime>(app: &AppHandle<R>, stem: &str) -> Option<PathBuf> {
    let mut dialog = dialog(app, "Save text").set_file_name(format!("{stem}.txt"));
    for (format, name) in Format::ALL.into_iter().zip(NAMES) {
        dialog = dialog.add_filter(name, &[format.ending()]);
    }
    path(traceless(app, || dialog.blocking_save_file())?)
}

/// What people call the formats, in the order of [`Format::ALL`].
const NAMES: [&str; 5] = ["Text", "Markdown", "JSON with places", "hOCR", "Table of words"];

/// Asks where the export of the personal data goes.
pub(crate) fn export<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let dialog = dialog(app, "Save your data").set_file_name("imagetotext-data.json");
    let dialog = dialog.add_filter("JSON", &["json"]);
    path(traceless(app, || dialog.blocking_save_file())?)
}

/// Asks for a folder.
pub(crate) fn folder<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let dialog = dialog(app, "Save all texts in a folder");
    path(traceless(app, || dialog.blocking_pick_folder())?)
}

fn dialog<R: Runtime>(app: &AppHandle<R>, title: &str) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(window::LABEL) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Shows a dialog so that it remembers nothing.
fn traceless<R: Runtime, T>(app: &AppHandle<R>, show: impl FnOnce() -> T) -> T {
    #[cfg(target_os = "linux")]
    return crate::traces::without(app, show);
    #[cfg(not(target_os = "linux"))]
    {
        // Other systems keep their lists by themselves, and offer no way not to.
        let _ = app;
        show()
    }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
