//! What leaves the program at the person's request: text to the clipboard, files, the export.

use std::sync::Arc;

use imagetotext::export::{self, Conformance, Format, SearchablePdf};
use imagetotext::{Document, SecretBytes};
use imagetotext_files::is_same_file;
use tauri::async_runtime::block_on;
use tauri::{AppHandle, Runtime};
use zeroize::Zeroizing;

use super::App;
use crate::clipboard::Offer;
use crate::contract::{
    CommandError, Copied, CopyFormat, Event, JobId, LineMode, SaveFormat, Saved, TextSpan,
    WordPlace,
};
use crate::display_name::display_name;
use crate::entities::{Redacted, redact, redact_text};
use crate::personal::Consented;
use crate::{dialogs, saving, view};

impl App {
    /// Copies text to the clipboard, as private as the settings say.
    pub(crate) fn copy(&self, _: &Consented, text: &str) -> Result<Copied, CommandError> {
        let text = if self.redacts() { redact_text(text) } else { text.into() };
        self.offer(&Offer { text, html: None })
    }

    /// Copies everything that was read of some pictures, with the corrections.
    pub(crate) fn copy_as(
        &self,
        consented: &Consented,
        ids: &[JobId],
        format: CopyFormat,
    ) -> Result<Copied, CommandError> {
        let lines = self.lines();
        let mut all = Offer::default();
        for id in ids {
            let offer = self.on_output(consented, *id, |document, text| {
                rendered(document, text, lines, format)
            })?;
            all.append(offer);
        }
        let copied = self.offer(&all)?;
        // Cells are not the whole text.
        if !matches!(format, CopyFormat::Table | CopyFormat::Csv) && !self.redacts() {
            self.queue.keep(ids);
        }
        Ok(copied)
    }

    /// Saves what was read of a picture where the person says; `None` when they close the dialog. `kind` is
    /// what people call such files.
    pub(crate) fn save<R: Runtime>(
        &self,
        consented: &Consented,
        app: &AppHandle<R>,
        id: JobId,
        format: SaveFormat,
        kind: &str,
    ) -> Result<Option<Saved>, CommandError> {
        let (name, picture) = self.queue.origin(id)?;
        let stem = saving::file_stem(&name);
        let Some((path, format)) = dialogs::save(app, &stem, format.into(), kind)? else {
            return Ok(None);
        };
        if picture.is_some_and(|picture| is_same_file(&picture, &path)) {
            // The text would replace the picture that it came from.
            return Err(CommandError::SaveOverPicture { name: display_name(&path) });
        }
        let saved = match format {
            Format::Pdf => match self.searchable_file(consented, id)? {
                Some(file) => saving::replace(&path, format, &file)?,
                None => saving::replace(&path, format, &self.pdf(consented, &[id])?)?,
            },
            format => {
                let lines = self.lines();
                let bytes = self.on_output(consented, id, |document, text| {
                    saving::content(format, text, document, lines)
                })?;
                saving::replace(&path, format, &bytes)?
            }
        };
        // A sheet of cells is not the whole text.
        if format != Format::Csv && !self.redacts() {
            self.queue.keep(&[id]);
        }
        Ok(Some(saved))
    }

    /// Saves all pictures in one PDF; `None` when the person closes the dialog. `kind` is what people call
    /// such files.
    pub(crate) fn save_all_as_pdf<R: Runtime>(
        &self,
        consented: &Consented,
        app: &AppHandle<R>,
        kind: &str,
    ) -> Result<Option<Saved>, CommandError> {
        let ids = self.queue.read_ids();
        let first = ids.first().ok_or(CommandError::NoSuchJob)?;
        let stem = saving::file_stem(&self.queue.origin(*first)?.0);
        let Some(path) = dialogs::save_pdf(app, &stem, kind) else { return Ok(None) };
        for id in &ids {
            let (_, picture) = self.queue.origin(*id)?;
            if picture.is_some_and(|picture| is_same_file(&picture, &path)) {
                return Err(CommandError::SaveOverPicture { name: display_name(&path) });
            }
        }
        let bytes = self.pdf(consented, &ids)?;
        let saved = saving::replace(&path, Format::Pdf, &bytes)?;
        self.queue.keep(&ids);
        Ok(Some(saved))
    }

    /// The file of a picture, if it is a searchable PDF already, and nothing was corrected or is to be redacted.
    fn searchable_file(
        &self,
        consented: &Consented,
        id: JobId,
    ) -> Result<Option<Arc<SecretBytes>>, CommandError> {
        if self.redacts() {
            return Ok(None);
        }
        block_on(self.queue.searchable_file(consented, id))
    }

    /// The pictures with their texts, as they were corrected. Of a picture nothing can be redacted.
    fn pdf(
        &self,
        consented: &Consented,
        ids: &[JobId],
    ) -> Result<Zeroizing<Vec<u8>>, CommandError> {
        if self.redacts() {
            return Err(CommandError::NotRedactable);
        }
        self.context.emit(Event::Saving);
        let mut pdf = SearchablePdf::new(Conformance::Plain);
        for id in ids {
            let pictures = block_on(self.queue.page_pictures(consented, *id))?;
            self.queue.on_text(consented, *id, self.lines(), |document, _| {
                pdf.push(document, &pictures.images());
            })?;
        }
        Ok(pdf.finish())
    }

    /// Saves the texts of all pictures in a directory; `None` when the person closes the dialog, or
    /// there is no text.
    pub(crate) fn save_all<R: Runtime>(
        &self,
        consented: &Consented,
        app: &AppHandle<R>,
    ) -> Result<Option<Saved>, CommandError> {
        let Some(directory) = dialogs::directory(app) else { return Ok(None) };
        let ids = self.queue.read_ids();
        let mut texts = Vec::new();
        for id in &ids {
            let text = self.on_output(consented, *id, |_, text| text.to_owned())?;
            if !text.trim().is_empty() {
                texts.push((self.queue.origin(*id)?.0, text));
            }
        }
        let without_text = (ids.len() - texts.len()) as u32;
        let saved = saving::create_all(&directory, texts.into_iter())?;
        let saved = Saved { without_text, ..saved };
        if !self.redacts() {
            self.queue.keep(&ids);
        }
        Ok(Some(saved))
    }

    /// Does something with what was read of a picture and how its text is shown, as far as the person
    /// wants it to leave the program.
    fn on_output<T>(
        &self,
        consented: &Consented,
        id: JobId,
        work: impl FnOnce(&Document, &str) -> T,
    ) -> Result<T, CommandError> {
        let (lines, redacts) = (self.lines(), self.redacts());
        self.queue.on_text(consented, id, lines, |document, text| {
            let text = Zeroizing::new(text.text);
            if !redacts {
                return work(document, &with_codes(&text, document));
            }
            let Redacted { document, text } = redact(document, &text, lines.into());
            work(&document, &with_codes(&Zeroizing::new(text), &document))
        })
    }

    /// The word at a place of the text that is shown, in units of UTF-16.
    pub(crate) fn word_at(
        &self,
        consented: &Consented,
        id: JobId,
        place: u32,
    ) -> Result<Option<TextSpan>, CommandError> {
        let find = |document: &Document, text| view::word_at(document, &text, place);
        self.queue.on_text(consented, id, self.lines(), find)
    }

    /// Where a word of a page is in the text that is shown.
    pub(crate) fn span_of(
        &self,
        consented: &Consented,
        id: JobId,
        word: WordPlace,
    ) -> Result<Option<TextSpan>, CommandError> {
        let find = |document: &Document, text| view::span_of(document, &text, word);
        self.queue.on_text(consented, id, self.lines(), find)
    }

    /// Saves everything that is stored about the person; `None` when they close the dialog.
    pub(crate) fn export<R: Runtime>(
        &self,
        app: &AppHandle<R>,
    ) -> Result<Option<Saved>, CommandError> {
        let data = self.context.personal().export();
        let Some(path) = dialogs::export(app) else { return Ok(None) };
        saving::replace(&path, Format::Json, &data).map(Some)
    }

    fn offer(&self, offer: &Offer) -> Result<Copied, CommandError> {
        let private = self.context.personal().settings().private_copy;
        self.clipboard.copy(offer, private)
    }

    fn redacts(&self) -> bool {
        self.context.personal().settings().redact
    }

    fn lines(&self) -> LineMode {
        self.context.personal().settings().lines
    }
}

/// What is copied of a document.
fn rendered(document: &Document, text: &str, lines: LineMode, format: CopyFormat) -> Offer {
    let lines = lines.into();
    let plain = |text| Offer { text, html: None };
    match format {
        CopyFormat::Text => plain(text.into()),
        CopyFormat::Table => Offer {
            text: export::spreadsheet_text(document),
            html: Some(export::spreadsheet_html(document)),
        },
        CopyFormat::Markdown => plain(export::markdown(document, lines)),
        CopyFormat::Csv => plain(export::csv(document)),
        CopyFormat::Json => plain(export::json(document) + "\n"),
        CopyFormat::Html => {
            let html = export::html(document, lines);
            Offer { text: html.clone(), html: Some(html) }
        }
    }
}

/// How a text is saved: what codes say is not in the text that is shown.
fn with_codes(text: &str, document: &Document) -> Zeroizing<String> {
    let codes = document.pages.iter().flat_map(|page| &page.codes);
    view::with_codes(text, codes.map(|code| code.text.as_str()))
}
