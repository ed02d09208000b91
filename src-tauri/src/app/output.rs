//! What leaves the program at the person's request: text to the clipboard, files, the export.

use imagetotext_files::is_same_file;
use tauri::{AppHandle, Runtime};

use super::App;
use crate::contract::{CommandError, Copied, JobId, NamedText, Saved, StorageError};
use crate::personal::Consented;
use crate::{dialogs, saving};

impl App {
    /// Copies text to the clipboard, as private as the settings say.
    pub(crate) fn copy(&self, _: &Consented, text: &str) -> Result<Copied, CommandError> {
        let private = self.context.personal().settings().private_copy;
        self.clipboard.copy(text, private)
    }

    /// Saves one text where the person says; `None` when they close the dialog.
    pub(crate) fn save<R: Runtime>(
        &self,
        consented: &Consented,
        app: &AppHandle<R>,
        id: JobId,
        text: &str,
    ) -> Result<Option<Saved>, CommandError> {
        let (name, picture) = self.queue.origin(id)?;
        let Some(path) = dialogs::save(app, &saving::file_stem(&name)) else { return Ok(None) };
        if picture.is_some_and(|picture| is_same_file(&picture, &path)) {
            // The text would replace the picture that it came from.
            return Err(saving::save_error(&path, StorageError::Denied));
        }
        let lines = self.context.personal().settings().lines;
        let format = saving::format_of(&path);
        let bytes = self.queue.on_document(consented, id, |document| {
            saving::content(format, text, document, lines)
        })?;
        saving::replace(&path, bytes.as_bytes()).map(Some)
    }

    /// Saves many texts in a directory; `None` when the person closes the dialog.
    pub(crate) fn save_all<R: Runtime>(
        &self,
        _: &Consented,
        app: &AppHandle<R>,
        texts: Vec<NamedText>,
    ) -> Result<Option<Saved>, CommandError> {
        let Some(directory) = dialogs::directory(app) else { return Ok(None) };
        let with_name = |NamedText { id, text }| Ok((self.queue.origin(id)?.0, text));
        let texts = texts.into_iter().map(with_name).collect::<Result<Vec<_>, CommandError>>()?;
        saving::create_all(&directory, texts.into_iter()).map(Some)
    }

    /// Saves everything that is stored about the person; `None` when they close the dialog.
    pub(crate) fn export<R: Runtime>(
        &self,
        app: &AppHandle<R>,
    ) -> Result<Option<Saved>, CommandError> {
        let data = self.context.personal().export();
        let Some(path) = dialogs::export(app) else { return Ok(None) };
        saving::replace(&path, &data).map(Some)
    }
}
