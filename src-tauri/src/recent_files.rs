//! Undoes what GTK's file dialog records: the chosen files in the list of recent files that all
//! programs share, its size and the last directory in the settings of GTK. Both are restored, so that
//! they do not reveal which pictures were read.

use std::cell::RefCell;
use std::collections::HashSet;
use std::time::Duration;

use gtk::RecentManager;
use gtk::gio::prelude::SettingsExt as _;
use gtk::gio::{Settings, SettingsSchemaSource};
use gtk::glib::{self, Variant};
use gtk::prelude::RecentManagerExt as _;
use tauri::{AppHandle, Runtime};

/// The settings of GTK's file dialog.
const SCHEMA: &str = "org.gtk.Settings.FileChooser";

/// After a dialog was closed, GTK waits a quarter of a second before it writes the recent files
/// (`gtkrecentmanager.c`).
const WRITE_DELAY: Duration = Duration::from_millis(400);

thread_local! {
    /// The state before the dialog that is open; on the main thread, the only one that may use GTK.
    static BEFORE: RefCell<Option<Snapshot>> = const { RefCell::new(None) };
}

/// What GTK had recorded at a moment.
struct Snapshot {
    recent: HashSet<String>,
    settings: Vec<(String, Option<Variant>)>,
}

/// Shows a dialog and removes what it recorded. Must not be called on the main thread.
pub(crate) fn without_recording<R: Runtime, T>(
    app: &AppHandle<R>,
    dialog: impl FnOnce() -> T,
) -> T {
    // The main thread takes the snapshot before it shows the dialog. It refuses only when the program
    // ends, and then there is no dialog.
    let _ = app.run_on_main_thread(|| {
        BEFORE.with(|before| {
            before.borrow_mut().get_or_insert_with(Snapshot::take);
        });
    });
    let chosen = dialog();
    let _ = app.run_on_main_thread(|| {
        if let Some(before) = BEFORE.take() {
            before.restore();
            glib::timeout_add_local_once(WRITE_DELAY, move || before.restore());
        }
    });
    chosen
}

impl Snapshot {
    fn take() -> Self {
        let recent = recent_files().map(|(_, uris)| uris.into_iter().collect()).unwrap_or_default();
        let keys = dialog_settings().map(|(settings, keys)| {
            keys.into_iter().map(|key| (key.clone(), settings.user_value(&key))).collect()
        });
        Self { recent, settings: keys.unwrap_or_default() }
    }

    fn restore(&self) {
        if let Some((manager, uris)) = recent_files() {
            for uri in uris.iter().filter(|uri| !self.recent.contains(*uri)) {
                // Another program may have removed it meanwhile.
                let _ = manager.remove_item(uri);
            }
        }
        let Some((settings, _)) = dialog_settings() else { return };
        for (key, value) in &self.settings {
            match value {
                Some(value) if settings.user_value(key).as_ref() != Some(value) => {
                    // It fails for settings that an administrator has locked, which the dialog did not change either.
                    let _ = settings.set_value(key, value);
                }
                None if settings.user_value(key).is_some() => settings.reset(key),
                _ => {}
            }
        }
    }
}

/// The list of recent files and its entries.
fn recent_files() -> Option<(RecentManager, Vec<String>)> {
    let manager = RecentManager::default()?;
    let uris = manager.items().iter().filter_map(|item| Some(item.uri()?.into())).collect();
    Some((manager, uris))
}

/// The settings of the dialog and their keys.
fn dialog_settings() -> Option<(Settings, Vec<String>)> {
    // Without its schema `Settings::new` would abort the program.
    let schema = SettingsSchemaSource::default()?.lookup(SCHEMA, true)?;
    let keys = schema.list_keys().into_iter().map(Into::into).collect();
    Some((Settings::new(SCHEMA), keys))
}
