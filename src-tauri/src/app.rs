//! The one state of the shell, and what the page can have it do. Commands call in here.

mod keeping;
mod outlets;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use imagetotext::SecretBytes;
use imagetotext_worker::InputKind;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime};

use crate::clipboard::{self, Clipboard, Content};
use crate::contract::{
    CommandError, EmptyReason, Event, InitialState, Intake, PrivacyStatus, RefusedFile,
};
use crate::desk::{Desk, SYSTEM};
use crate::personal::{Consented, Personal};
use crate::queue::{Arrival, Queue};
use crate::source::{self, Source};
use crate::{dialogs, intake, names, network};

/// Consent, pictures, clipboard: everything that is not the window itself.
pub struct App {
    desk: Arc<Desk>,
    queue: Arc<Queue>,
    clipboard: Clipboard,
    /// Files that came before there was consent; nothing but their names is known of them.
    early: Mutex<Vec<PathBuf>>,
    pasted: AtomicU32,
}

impl App {
    /// With what is kept in `folder`, which need not exist. Readers are made of the executable
    /// `program`.
    pub fn new(folder: PathBuf, program: PathBuf) -> Self {
        let personal = Personal::open(folder, env!("CARGO_PKG_VERSION"));
        let desk = Arc::new(Desk::new(personal));
        let queue = Queue::start(desk.clone(), program);
        Self {
            desk,
            queue,
            clipboard: Clipboard::default(),
            early: Mutex::default(),
            pasted: AtomicU32::new(0),
        }
    }

    /// Everything that is to be done with pictures.
    pub(crate) fn queue(&self) -> &Queue {
        &self.queue
    }

    /// The proof that every door asks for.
    pub(crate) fn consented(&self) -> Result<Consented, CommandError> {
        self.desk.personal().proof()
    }

    /// The page is there and wants to hear what happens.
    pub(crate) fn start(&self, events: Channel<Event>) -> InitialState {
        self.desk.listen(events);
        self.queue.tell_all();
        self.open_doors();
        self.desk.personal().start(SYSTEM)
    }

    /// The person agrees.
    pub(crate) fn agree(&self, version: u32, adult: bool) -> Result<InitialState, CommandError> {
        self.desk.personal().agree(version, adult)?;
        self.open_doors();
        Ok(self.desk.personal().start(SYSTEM))
    }

    /// The person does not agree: what an earlier consent left is erased.
    pub(crate) fn decline(&self) {
        // The program ends either way; what cannot be erased now is erased by withdrawing later.
        let _ = self.withdraw();
    }

    /// The person was told of a minor change.
    pub(crate) fn acknowledge(&self, version: u32) -> Result<InitialState, CommandError> {
        let mut personal = self.desk.personal();
        personal.acknowledge(version)?;
        Ok(personal.start(SYSTEM))
    }

    /// Consent is taken back: reading ends, pictures are wiped, files erased.
    pub(crate) fn withdraw(&self) -> Result<InitialState, CommandError> {
        let withdrawn = self.desk.personal().withdraw();
        if self.consented().is_ok() {
            // The record itself could not be erased: nothing has changed.
            return Err(withdrawn.err().unwrap_or(CommandError::Internal));
        }
        self.early.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.queue.close();
        let start = self.desk.personal().start(SYSTEM);
        if let Err(left) = withdrawn {
            // Consent has ended; what could not be erased is said beside that.
            self.desk.tell(Event::Consent { start });
            return Err(left);
        }
        Ok(start)
    }

    /// Wipes everything in memory and ends all readers: the program ends.
    pub fn close(&self) {
        self.queue.close();
    }

    /// Files were named at the start, before there is a page to tell of them.
    pub(crate) fn arrive_early(&self, files: Vec<PathBuf>) {
        self.early.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
    }

    /// Files came by themselves: dropped, named at the start, handed over by a second start.
    pub(crate) fn arrive(&self, files: Vec<PathBuf>) {
        match self.consented() {
            Ok(consented) => {
                let outcome = self.take(&consented, files, Duration::ZERO);
                self.desk.tell(Event::Intake { outcome });
            }
            Err(_) => self.arrive_early(files),
        }
    }

    /// The page is to show, or to show no more, that files may be dropped.
    pub(crate) fn hover(&self, over: bool) {
        self.desk.tell(Event::Dragging { over });
    }

    /// A picture came as bytes.
    pub(crate) fn take_bytes(
        &self,
        consented: &Consented,
        name: &str,
        bytes: SecretBytes,
    ) -> Intake {
        if let Err(error) = source::check_size(bytes.len()) {
            let refused = vec![RefusedFile { name: names::clean(name), error }];
            return Intake { refused, ..Intake::default() };
        }
        let source = Source::Memory(Arc::new(bytes), InputKind::File);
        let name = if name.is_empty() { self.pasted_name() } else { names::clean(name) };
        self.queue.add(consented, vec![Arrival { name, source, fetched: 0.0 }]);
        Intake { added: 1, ..Intake::default() }
    }

    /// Takes what is on the clipboard.
    pub(crate) fn paste<R: Runtime>(&self, consented: &Consented, app: &AppHandle<R>) -> Intake {
        let begun = Instant::now();
        match clipboard::content(app) {
            Content::Picture(bytes, input) => {
                let source = Source::Memory(Arc::new(bytes), input);
                let fetched = begun.elapsed().as_secs_f32() * 1e3;
                let name = self.pasted_name();
                self.queue.add(consented, vec![Arrival { name, source, fetched }]);
                Intake { added: 1, ..Intake::default() }
            }
            Content::Files(files) => self.take(consented, files, begun.elapsed()),
            Content::Nothing(reason) => nothing_taken(reason),
        }
    }

    /// Lets the person choose files.
    pub(crate) fn open<R: Runtime>(&self, consented: &Consented, app: &AppHandle<R>) -> Intake {
        match dialogs::open(app) {
            files if files.is_empty() => nothing_taken(EmptyReason::Cancelled),
            files => self.take(consented, files, Duration::ZERO),
        }
    }

    /// Consent, settings, counters.
    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// What is going on, measured now.
    pub(crate) fn facts(&self) -> PrivacyStatus {
        let load = self.queue.load();
        PrivacyStatus {
            network: network::fact(),
            files: self.desk.personal().held().entries,
            pictures: load.pictures,
            picture_bytes: load.bytes,
            workers: load.workers,
            idle_workers: load.idle_workers,
        }
    }

    /// There is consent, or there is none: readers get ready, and what came early is taken in.
    fn open_doors(&self) {
        if self.consented().is_err() {
            return;
        }
        self.queue.prewarm();
        let early = std::mem::take(&mut *self.early.lock().unwrap_or_else(PoisonError::into_inner));
        if !early.is_empty() {
            self.arrive(early);
        }
    }

    fn take(&self, consented: &Consented, files: Vec<PathBuf>, fetched: Duration) -> Intake {
        let sorted = intake::sort(files);
        let arrivals: Vec<Arrival> = sorted
            .files
            .into_iter()
            .map(|path| Arrival {
                name: names::shown(&path),
                source: Source::File(path),
                fetched: fetched.as_secs_f32() * 1e3,
            })
            .collect();
        let added = arrivals.len() as u32;
        self.queue.add(consented, arrivals);
        let intake::Sorted { refused, empty_reason, skipped, .. } = sorted;
        Intake { added, refused, empty_reason, skipped }
    }

    fn pasted_name(&self) -> String {
        match self.pasted.fetch_add(1, Ordering::Relaxed) {
            0 => "Pasted picture".into(),
            before => format!("Pasted picture {}", before + 1),
        }
    }
}

fn nothing_taken(reason: EmptyReason) -> Intake {
    Intake { empty_reason: Some(reason), ..Intake::default() }
}
