//! What GTK's file dialog writes of its own accord: the chosen files into the list of recent files
//! that all programs share, its size and the last folder into the settings of GTK. Both are set back
//! to what they were, so that nobody learns from them which pictures were read.

use std::cell::RefCell;
use std::collections::HashSet;
use std::time::Duration;

use gtk::RecentManager;
use gtk::gio::prelude::SettingsExt as _;
use gtk::gio::{Settings, SettingsSchemaSource};
use gtk::glib::{self, Variant};
use gtk::prelude::RecentManagerExt as _;
use tauri::{AppHandle, Runtime};

/// Where GTK keeps what its file dialog remembers.
const SCHEMA: &str = "org.gtk.Settings.FileChooser";

/// How long GTK may take to write after a dialog was closed: a quarter of a second passes before it
/// writes the recent files (`gtkrecentmanager.c`).
const AFTERMATH: Duration = Duration::from_millis(400);

thread_local! {
    /// What was there before the dialog that is open; on the main thread, to which GTK belongs.
    static BEFORE: RefCell<Option<Before>> = const { RefCell::new(None) };
}

struct Before {
    recent: HashSet<String>,
    settings: Vec<(String, Option<Variant>)>,
}

/// Shows a dialog, and sets back what it leaves. Not to be called on the main thread.
pub(crate) fn without<R: Runtime, T>(app: &AppHandle<R>, dialog: impl FnOnce() -> T) -> T {
    // The main thread does one thing after the other: it notes before it shows the dialog. Should
    // it not do so any more, then the program ends, and there is no dialog.
    let _ = app.run_on_main_thread(|| {
        BEFORE.with(|before| {
            before.borrow_mut().get_or_insert_with(Before::note);
        });
    });
    let chosen = dialog();
    let _ = app.run_on_main_thread(|| {
        if let Some(before) = BEFORE.take() {
            before.restore();
            glib::timeout_add_local_once(AFTERMATH, move || before.restore());
        }
    });
    chosen
}

impl Before {
    fn note() -> Self {
        let recent = recent().map(|(_, uris)| uris.into_iter().collect()).unwrap_or_default();
        let keys = settings().map(|(settings, keys)| {
            keys.into_iter().map(|key| (key.clone(), settings.user_value(&key))).collect()
        });
        Self { recent, settings: keys.unwrap_or_default() }
    }

    fn restore(&self) {
        if let Some((manager, uris)) = recent() {
            for uri in uris.iter().filter(|uri| !self.recent.contains(*uri)) {
                // Another program may have removed it meanwhile.
                let _ = manager.remove_item(uri);
            }
        }
        let Some((settings, _)) = settings() else { return };
        for (key, value) in &self.settings {
            match value {
                Some(value) if settings.user_value(key).as_ref() != Some(value) => {
                    // Settings that an administrator has locked were not changed either.
                    let _ = settings.set_value(key, value);
                }
                None if settings.user_value(key).is_some() => settings.reset(key),
                _ => {}
            }
        }
    }
}

/// The list of recent files, and what is in it.
fn recent() -> Option<(RecentManager, Vec<String>)> {
    let manager = RecentManager::default()?;
    let uris = manager.items().iter().filter_map(|item| Some(item.uri()?.into())).collect();
    Some((manager, uris))
}

/// The settings of the dialog, and their names.
fn settings() -> Option<(Settings, Vec<String>)> {
    // Asked first: without its schema, `Settings::new` would end the program.
    let schema = SettingsSchemaSource::default()?.lookup(SCHEMA, true)?;
    let keys = schema.list_keys().into_iter().map(Into::into).collect();
    Some((Settings::new(SCHEMA), keys))
}
