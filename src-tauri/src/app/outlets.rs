//! What leaves the program because the person wants it: text to the clipboard, files, the export.

use tauri::{AppHandle, Runtime};

use super::App;
use crate::contract::{CommandError, Copied, JobId, NamedText, Saved, StorageError};
use crate::{dialogs, saving};

impl App {
    /// Puts text on the clipboard, as private as the person wants it.
    pub(crate) fn copy(&self, text: &str) -> Result<Copied, CommandError> {
        let private = self.desk.personal().settings().private_copy;
        self.clipboard.copy(text, private)
    }

    /// Saves one text where the person says; nothing when they close the dialog.
    pub(crate) fn save<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        id: JobId,
        text: &str,
    ) -> Result<Option<Saved>, CommandError> {
        let (name, picture) = self.queue.origin(id)?;
        let Some(path) = dialogs::save(app, &saving::stem(&name)) else { return Ok(None) };
        if picture.is_some_and(|picture| saving::is_same(&picture, &path)) {
            // The text would take the place of the picture that it came from.
            return Err(saving::refusal(&path, StorageError::Denied));
        }
        let lines = self.desk.personal().settings().lines;
        let format = saving::Format::of(&path);
        let bytes = self.queue.on_document(id, |document| format.render(text, document, lines))?;
        saving::write(&path, bytes.as_bytes()).map(Some)
    }

    /// Saves many texts in a folder; nothing when the person closes the dialog.
    pub(crate) fn save_all<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        texts: Vec<NamedText>,
    ) -> Result<Option<Saved>, CommandError> {
        let Some(folder) = dialogs::folder(app) else { return Ok(None) };
        let named = |NamedText { id, text }| Ok((self.queue.origin(id)?.0, text));
        let texts = texts.into_iter().map(named).collect::<Result<Vec<_>, CommandError>>()?;
        saving::write_all(&folder, texts.into_iter()).map(Some)
    }

    /// Saves all that is held of the person; nothing when they close the dialog.
    pub(crate) fn export<R: Runtime>(
        &self,
        app: &AppHandle<R>,
    ) -> Result<Option<Saved>, CommandError> {
        let data = self.desk.personal().export();
        let Some(path) = dialogs::export(app) else { return Ok(None) };
        saving::write(&path, &data).map(Some)
    }
}
