//! The dialog for saving, which GTK alone asks for the type of the file.

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};

use gtk::prelude::{FileChooserExt as _, NativeDialogExt as _};
use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType};
use imagetotext::export::Format;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::context::MAIN_WINDOW;
use crate::saving;

/// The formats with what people call them.
type Types = Vec<(Format, &'static str)>;

/// Asks for a path and the type of the file; `None` when the person closes the dialog. Must not be
/// called on the main thread, which shows it.
pub(super) fn save<R: Runtime>(
    app: &AppHandle<R>,
    title: &'static str,
    name: &str,
    types: Types,
) -> Option<(PathBuf, Format)> {
    let (sender, receiver) = channel();
    let (handle, name) = (app.clone(), name.to_owned());
    app.run_on_main_thread(move || show(&handle, title, &name, &types, sender)).ok()?;
    receiver.recv().ok()?
}

fn show<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    name: &str,
    types: &Types,
    sender: Sender<Option<(PathBuf, Format)>>,
) {
    let parent = app.get_webview_window(MAIN_WINDOW).and_then(|window| window.gtk_window().ok());
    let dialog =
        FileChooserNative::new(Some(title), parent.as_ref(), FileChooserAction::Save, None, None);
    dialog.set_modal(true);
    dialog.set_do_overwrite_confirmation(true);
    dialog.set_current_name(name);
    let mut filters = Vec::new();
    for (format, name) in types {
        let filter = FileFilter::new();
        filter.set_name(Some(name));
        filter.add_pattern(&format!("*.{}", format.extension()));
        dialog.add_filter(filter.clone());
        filters.push((filter, *format));
    }
    let proposed = saving::extension_format(name);
    if let Some((filter, _)) = filters.iter().find(|(_, format)| Some(*format) == proposed) {
        dialog.set_filter(filter);
    }
    let chosen = move |dialog: &FileChooserNative| {
        let filter = dialog.filter();
        let known = filters.iter().find(|(known, _)| Some(known) == filter.as_ref());
        known.map(|(_, format)| *format)
    };
    let format = chosen.clone();
    dialog.connect_filter_notify(move |dialog| {
        if let (Some(name), Some(format)) = (dialog.current_name(), format(dialog)) {
            dialog.set_current_name(&saving::with_format(&name, format));
        }
    });
    // The handler keeps the dialog until the person has answered.
    let kept = std::cell::RefCell::new(Some(dialog.clone()));
    dialog.connect_response(move |dialog, response| {
        let path = dialog.filename().filter(|_| response == ResponseType::Accept);
        let format = chosen(dialog).unwrap_or(saving::FORMATS[0]);
        // Nobody waits any more when the program ends.
        let _ = sender.send(path.map(|path| (path, format)));
        kept.take();
    });
    dialog.show();
}
