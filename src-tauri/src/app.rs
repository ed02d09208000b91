//! The state of the shell, and what the page can have it do. Commands call in here.

mod output;
mod settings;
mod task;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use imagetotext::SecretBytes;
use imagetotext_files::printable;
use imagetotext_worker::InputKind;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime};

use crate::arguments::Task;
use crate::capture::Capture;
use crate::clipboard::{self, Clipboard, Content};
use crate::context::{AppContext, SYSTEM};
use crate::contract::{
    CommandError, EmptyReason, Event, InitialState, Intake, PrivacyStatus, RefusedFile,
};
use crate::display_name::display_name;
use crate::intake::{self, Classified};
use crate::personal::{Consented, PersonalData};
use crate::queue::{Arrival, Queue};
use crate::source::{self, Source};
use crate::words::{self, words};
use crate::{dialogs, language, network};

/// Consent, pictures, clipboard: everything but the window itself.
pub struct App {
    context: Arc<AppContext>,
    queue: Arc<Queue>,
    clipboard: Clipboard,
    capture: Capture,
    /// Files that came before consent. Only their paths are known: nothing has looked at them.
    pending: Mutex<Vec<PathBuf>>,
    /// What the start asked for, until the page is there.
    pending_task: Mutex<Option<Task>>,
    /// How many pictures without a name were pasted since the list was empty.
    pasted: AtomicU32,
    /// The folder in memory that the web view writes to.
    web_storage: OnceLock<PathBuf>,
}

impl App {
    /// With the personal data in `directory`, which need not exist. Worker processes run the
    /// executable `program`.
    pub fn new(directory: PathBuf, program: PathBuf) -> Self {
        let personal = PersonalData::open(directory, env!("CARGO_PKG_VERSION"));
        // The tray may be shown before the page.
        if let Some(language) = personal.settings().language {
            language::set(language);
        }
        let context = Arc::new(AppContext::new(personal));
        let queue = Queue::start(context.clone(), program);
        Self {
            context,
            queue,
            clipboard: Clipboard::default(),
            capture: Capture::default(),
            pending: Mutex::default(),
            pending_task: Mutex::default(),
            pasted: AtomicU32::new(0),
            web_storage: OnceLock::new(),
        }
    }

    /// Names the folder in memory that the web view writes to, for the person to see.
    pub fn set_web_storage(&self, folder: PathBuf) {
        // It is set once, before the window opens.
        let _ = self.web_storage.set(folder);
    }

    /// All pictures.
    pub(crate) fn queue(&self) -> &Queue {
        &self.queue
    }

    /// Personal data and the channel to the page.
    pub(crate) fn context(&self) -> &AppContext {
        &self.context
    }

    /// The state of capturing the screen.
    pub(crate) fn capture_state(&self) -> &Capture {
        &self.capture
    }

    /// The proof of consent, which every input source asks for.
    pub(crate) fn consented(&self) -> Result<Consented, CommandError> {
        self.context.personal().consented()
    }

    /// Connects the page, and describes everything that it missed.
    pub(crate) fn start(&self, events: Channel<Event>) -> InitialState {
        self.context.connect_page(events);
        self.queue.emit_all();
        self.drain_pending();
        self.context.personal().initial_state(SYSTEM)
    }

    /// The person agrees.
    pub(crate) fn agree(&self, version: u32, adult: bool) -> Result<InitialState, CommandError> {
        self.context.personal().agree(version, adult)?;
        self.drain_pending();
        Ok(self.context.personal().initial_state(SYSTEM))
    }

    /// The person does not agree: everything that an earlier consent left is erased.
    pub(crate) fn decline(&self) {
        // The program ends in any case; whatever could not be erased now can be by withdrawing later.
        let _ = self.withdraw();
    }

    /// The person has seen a minor change of the policy.
    pub(crate) fn acknowledge(&self, version: u32) -> Result<InitialState, CommandError> {
        let mut personal = self.context.personal();
        personal.acknowledge(version)?;
        Ok(personal.initial_state(SYSTEM))
    }

    /// Withdraws consent: stops reading, wipes pictures, erases files.
    pub(crate) fn withdraw(&self) -> Result<InitialState, CommandError> {
        let withdrawn = self.context.personal().withdraw();
        if self.consented().is_ok() {
            // The record itself could not be erased: nothing has changed.
            return Err(withdrawn.err().unwrap_or(CommandError::Internal));
        }
        self.pending.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.queue.close();
        let start = self.context.personal().initial_state(SYSTEM);
        if let Err(error) = withdrawn {
            // Consent has ended, and another file could not be erased: the page needs to know both.
            self.context.emit(Event::Consent { start });
            return Err(error);
        }
        Ok(start)
    }

    /// Wipes everything in memory and stops all workers, because the program ends.
    pub fn close(&self) {
        self.queue.close();
    }

    /// Has the page ask the person, if there are edits that they have neither saved nor copied.
    pub(crate) fn asks_before_closing(&self) -> bool {
        let unkept = self.queue.unkept();
        let is_asked = !unkept.is_empty();
        if is_asked {
            self.context.emit(Event::CloseRequested { unkept });
        }
        is_asked
    }

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

    /// Measures what the program does right now.
    pub(crate) fn privacy_status(&self) -> PrivacyStatus {
        let load = self.queue.load();
        PrivacyStatus {
            network: network::status(),
            files: self.context.personal().stored().entries,
            memory_folder: self.web_storage.get().map(|folder| folder.display().to_string()),
            pictures: load.pictures,
            picture_bytes: load.bytes,
            workers: load.workers,
            idle_workers: load.idle_workers,
        }
    }

    /// With consent, starts a worker ahead of the first picture and adds the pending files.
    fn drain_pending(&self) {
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
