//! The state of the shell, and what the page can have it do. Commands call in here.

mod input;
mod output;
mod settings;
mod task;

use std::path::PathBuf;
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tauri::ipc::Channel;

use crate::arguments::Task;
use crate::capture::Capture;
use crate::clipboard::Clipboard;
use crate::context::{AppContext, SYSTEM};
use crate::contract::{CommandError, Event, InitialState, PrivacyStatus};
use crate::personal::{Consented, PersonalData};
use crate::queue::Queue;
use crate::{language, network};

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
}
