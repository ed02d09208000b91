//! The file dialogs of the system. Only the shell opens them: the page cannot name a path.
//!
//! The main thread shows the dialogs, so none of these functions may be called on it.

use std::path::PathBuf;

use imagetotext::export::Format;
use imagetotext_files::PICTURE_EXTENSIONS;
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use crate::context::MAIN_WINDOW;
use crate::contract::CommandError;
use crate::saving;
use crate::words::words;

/// Asks for pictures, and shows files called so first; none when the person closes the dialog.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    let words = &words().dialogs;
    let dialog = dialog(app, words.open).add_filter(words.pictures, PICTURE_EXTENSIONS);
    let dialog = dialog.add_filter(words.all_files, &["*"]);
    let chosen = without_recording(app, || dialog.blocking_pick_files());
    chosen.unwrap_or_default().into_iter().filter_map(into_path).collect()
}

/// Asks where to save a text, and proposes `stem` with the ending of the format: the dialog shows files
/// of this one only, because not every system says which of several types was chosen in it. `kind` is what
/// people call them. The system asks before a file is replaced. `None` when the person closes the dialog.
///
/// # Errors
/// [`CommandError::UnknownFormat`] for the ending of a format that is not written.
pub(crate) fn save<R: Runtime>(
    app: &AppHandle<R>,
    stem: &str,
    format: Format,
    kind: &str,
) -> Result<Option<(PathBuf, Format)>, CommandError> {
    let mut name = format!("{stem}.{}", format.extension());
    loop {
        let Some(path) = ask_where_to_save(app, &name, format, kind) else { return Ok(None) };
        let (file, format) = saving::target(path.clone(), format)?;
        // The person was asked about the name without its ending only.
        if file == path || !file.exists() {
            return Ok(Some((file, format)));
        }
        name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    }
}

/// Asks where to save the PDF of all pictures. `kind` is what people call such files.
pub(crate) fn save_pdf<R: Runtime>(app: &AppHandle<R>, stem: &str, kind: &str) -> Option<PathBuf> {
    let format = Format::Pdf;
    ask_where_to_save(app, &format!("{stem}.{}", format.extension()), format, kind)
}

fn ask_where_to_save<R: Runtime>(
    app: &AppHandle<R>,
    name: &str,
    format: Format,
    kind: &str,
) -> Option<PathBuf> {
    let dialog = dialog(app, words().dialogs.save).set_file_name(name);
    let dialog = dialog.add_filter(kind, &[format.extension()]);
    into_path(without_recording(app, || dialog.blocking_save_file())?)
}

/// Asks where to save the export of the personal data.
pub(crate) fn export<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let dialog = dialog(app, words().dialogs.export).set_file_name("imagetotext-data.json");
    let dialog = dialog.add_filter("JSON", &["json"]);
    into_path(without_recording(app, || dialog.blocking_save_file())?)
}

/// Asks for a directory.
pub(crate) fn directory<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let dialog = dialog(app, words().dialogs.directory);
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
