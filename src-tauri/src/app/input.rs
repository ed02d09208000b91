//! Pictures that come in: dropped, pasted, opened, named at the start, sent by a second start.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use imagetotext::SecretBytes;
use imagetotext_files::printable;
use imagetotext_worker::InputKind;
use tauri::{AppHandle, Runtime};

use super::App;
use crate::clipboard::{self, Content};
use crate::contract::{CommandError, EmptyReason, Event, Intake, RefusedFile};
use crate::dialogs;
use crate::display_name::display_name;
use crate::intake::{self, Classified};
use crate::personal::Consented;
use crate::queue::Arrival;
use crate::source::{self, Source};
use crate::words::{self, words};

impl App {
    /// Keeps files until there is consent and a page to show them.
    pub(crate) fn add_pending(&self, files: Vec<PathBuf>) {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
    }

    /// Adds files that the page did not ask for: dropped, named at the start, sent by a second start.
    pub(crate) fn receive_files(&self, files: Vec<PathBuf>) {
        match self.consented() {
            Ok(consented) => {
                let outcome = self.add_files(&consented, files, Duration::ZERO);
                self.context.emit(Event::Intake { outcome });
            }
            Err(_) => self.add_pending(files),
        }
    }

    /// Takes files that were dropped on the window. Before consent they are refused, and the page
    /// says so: keeping them would read later what the person has put away since.
    pub(crate) fn receive_drop(&self, files: Vec<PathBuf>) {
        match self.consented() {
            Ok(_) => self.receive_files(files),
            Err(error) => self.context.emit(Event::Refused { error }),
        }
    }

    /// Whether files are being dragged over the window, for the page to show.
    pub(crate) fn set_dragging(&self, over: bool) {
        self.context.emit(Event::Dragging { over });
    }

    /// Adds a picture whose bytes the page sent.
    pub(crate) fn add_bytes(
        &self,
        consented: &Consented,
        name: &str,
        bytes: SecretBytes,
    ) -> Intake {
        let name = if name.is_empty() { self.pasted_name() } else { printable(name) };
        if let Err(error) = source::check_size(bytes.len()) {
            let refused = vec![RefusedFile { name, error }];
            return Intake { refused, ..Intake::default() };
        }
        let source = Source::Memory(Arc::new(bytes), InputKind::File);
        self.queue.add(consented, vec![Arrival { name, source, fetched: 0.0 }]);
        Intake { added: 1, ..Intake::default() }
    }

    /// Adds the pictures that are on the clipboard.
    pub(crate) fn paste<R: Runtime>(&self, consented: &Consented, app: &AppHandle<R>) -> Intake {
        let start = Instant::now();
        match clipboard::content(app) {
            Content::Picture(bytes, input) => {
                let source = Source::Memory(Arc::new(bytes), input);
                let fetched = start.elapsed().as_secs_f32() * 1e3;
                let name = self.pasted_name();
                self.queue.add(consented, vec![Arrival { name, source, fetched }]);
                Intake { added: 1, ..Intake::default() }
            }
            Content::Files(files) => self.add_files(consented, files, start.elapsed()),
            Content::Empty(reason) => empty_intake(reason),
        }
    }

    /// The text on the clipboard, to be pasted into a text; empty when there is none.
    pub(crate) fn clipboard_text(&self, _: &Consented) -> Result<String, CommandError> {
        self.clipboard.text()
    }

    /// Adds the files that the person chooses in a dialog.
    pub(crate) fn open<R: Runtime>(&self, consented: &Consented, app: &AppHandle<R>) -> Intake {
        match dialogs::open(app) {
            files if files.is_empty() => empty_intake(EmptyReason::Cancelled),
            files => self.add_files(consented, files, Duration::ZERO),
        }
    }

    /// With consent, starts a worker ahead of the first picture and adds the pending files.
    pub(super) fn drain_pending(&self) {
        if self.consented().is_err() {
            return;
        }
        self.queue.prewarm();
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        let files = std::mem::take(&mut *pending);
        drop(pending);
        if !files.is_empty() {
            self.receive_files(files);
        }
    }

    /// `fetched` is the time that it took to get the paths.
    fn add_files(&self, consented: &Consented, paths: Vec<PathBuf>, fetched: Duration) -> Intake {
        let Classified { files, refused, empty_reason, skipped } = intake::classify(paths);
        let arrivals: Vec<Arrival> = files
            .into_iter()
            .map(|path| Arrival {
                name: display_name(&path),
                source: Source::File(path),
                fetched: fetched.as_secs_f32() * 1e3,
            })
            .collect();
        let added = arrivals.len() as u32;
        self.queue.add(consented, arrivals);
        Intake { added, refused, empty_reason, skipped }
    }

    fn pasted_name(&self) -> String {
        if self.queue.load().pictures == 0 {
            self.pasted.store(0, Ordering::Relaxed);
        }
        let number = self.pasted.fetch_add(1, Ordering::Relaxed) + 1;
        words::numbered(words().pasted_picture, number)
    }
}

fn empty_intake(reason: EmptyReason) -> Intake {
    Intake { empty_reason: Some(reason), ..Intake::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::SYSTEM;

    #[test]
    fn pasted_pictures_are_numbered_anew_when_the_list_was_empty() {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(folder.path().into(), "/nowhere".into());
        let newest = app.context.personal().initial_state(SYSTEM).policies[0].number;
        app.agree(newest, true).unwrap();
        let paste = || {
            let name = app.pasted_name();
            app.add_bytes(&app.consented().unwrap(), "x.png", SecretBytes::from(vec![1]));
            name
        };
        assert_eq!([paste(), paste()], ["Pasted picture", "Pasted picture 2"]);
        app.queue.clear();
        assert_eq!(paste(), "Pasted picture");
    }
}
