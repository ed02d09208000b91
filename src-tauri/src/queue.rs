//! The pictures: waiting, being read, read. They are read one after the other ([`reading`]), each by a
//! process of its own; the page receives every change.

mod entry;
mod history;
mod ignored_areas;
mod other_rotations;
mod page_pictures;
mod pages;
mod quarter_turns;
mod read_picture;
mod read_result;
mod reading;
mod texts;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use imagetotext::source::Password;
use imagetotext_worker::KillHandle;
use tokio::sync::{Notify, oneshot};

use crate::context::AppContext;
use crate::contract::{CommandError, Event, JobId, JobState, ReadError};
use crate::personal::Consented;
use crate::source::Source;
use crate::workers::Workers;
use entry::Entry;
use ignored_areas::IgnoredArea;
use read_picture::ReadPicture;

/// All pictures of the window.
pub(crate) struct Queue {
    context: Arc<AppContext>,
    next_id: AtomicU32,
    state: Mutex<QueueState>,
    /// There may be something to do: a picture to read, consent to start a worker.
    changed: Notify,
}

struct QueueState {
    entries: Vec<Entry>,
    workers: Workers,
    /// The picture that is being read.
    current: Option<Current>,
    /// What is left out of pictures that are read from now on; nothing when the list becomes empty.
    ignored: Vec<IgnoredArea>,
}

/// A picture that is being read; dropping this gives it up.
struct Current {
    id: JobId,
    /// Ends the task that loads and reads, when it is dropped.
    _cancel: oneshot::Sender<()>,
    /// The process that reads, once there is one.
    worker: Option<KillHandle>,
}

impl Drop for Current {
    /// The process ends here and now, and does not wait for the task to notice.
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.kill();
        }
    }
}

/// A picture, ready to be painted: RGBA after its size, see [`imagetotext_worker::PackedImage::rgba_with_size`].
pub(crate) type Pixels = Vec<u8>;

/// What a picture is called and where it comes from.
pub(crate) struct Arrival {
    /// Its name, safe to show.
    pub(crate) name: String,
    /// Its bytes, or the way to them.
    pub(crate) source: Source,
    /// How long it took to get the bytes, in milliseconds.
    pub(crate) fetched: f32,
}

/// What the queue keeps in memory, and how many workers it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Load {
    /// Pictures in the list.
    pub(crate) pictures: u32,
    /// Bytes of them in memory.
    pub(crate) bytes: u64,
    /// Worker processes that read.
    pub(crate) workers: u32,
    /// Worker processes that wait.
    pub(crate) idle_workers: u32,
}

impl Queue {
    /// An empty one, and the task that reads. `program` is the executable of the workers.
    pub(crate) fn start(context: Arc<AppContext>, program: PathBuf) -> Arc<Self> {
        let state = QueueState {
            entries: Vec::new(),
            workers: Workers::new(program),
            current: None,
            ignored: Vec::new(),
        };
        let queue = Arc::new(Self {
            context,
            next_id: AtomicU32::new(1),
            state: Mutex::new(state),
            changed: Notify::new(),
        });
        let reading = queue.clone();
        tauri::async_runtime::spawn(async move { reading.run().await });
        queue
    }

    /// Starts a worker before there is a picture, if there is consent.
    pub(crate) fn prewarm(&self) {
        self.changed.notify_one();
    }

    /// Adds pictures to the queue.
    pub(crate) fn add(&self, _: &Consented, arrivals: Vec<Arrival>) {
        let mut state = self.state();
        for arrival in arrivals {
            let id = self.next_id.fetch_add(1, Ordering::Relaxed);
            state.entries.push(Entry::new(id, arrival));
            self.emit(state.entries.last());
        }
        self.changed.notify_one();
    }

    /// Adds a picture that the person waits for: it is read before all others that wait. Returns what
    /// answers when it was read, or could not be. Nothing answers when it is cancelled or removed.
    pub(crate) fn add_and_watch(
        &self,
        _: &Consented,
        arrival: Arrival,
    ) -> (JobId, oneshot::Receiver<Result<(), ReadError>>) {
        let (watcher, result) = oneshot::channel();
        let id = self.next_id.fetch_add(1, Ordering::Relaxed);
        let mut state = self.state();
        let entry = Entry::new(id, arrival).watched_by(watcher);
        self.emit(Some(&entry));
        let is_waiting = |other: &Entry| other.job().state == JobState::Waiting;
        let place = state.entries.iter().position(is_waiting).unwrap_or(state.entries.len());
        state.entries.insert(place, entry);
        self.changed.notify_one();
        (id, result)
    }

    /// Sends every picture to the page, which has none of them after a reload.
    pub(crate) fn emit_all(&self) {
        let state = self.state();
        for entry in &state.entries {
            self.emit(Some(entry));
        }
        self.emit_ignored(&state.ignored);
    }

    /// Ends the waiting for a picture, or its reading.
    pub(crate) fn cancel(&self, id: JobId) {
        self.cancel_where(|job| job == id);
    }

    /// Ends all waiting and reading.
    pub(crate) fn cancel_all(&self) {
        self.cancel_where(|_| true);
    }

    /// Removes a picture and wipes it.
    pub(crate) fn remove(&self, id: JobId) {
        self.remove_where(|job| job == id);
    }

    /// Removes all pictures and wipes them.
    pub(crate) fn clear(&self) {
        self.remove_where(|_| true);
    }

    /// Ends everything, also the idle worker.
    pub(crate) fn close(&self) {
        self.clear();
        self.state().workers.discard_idle();
    }

    /// Reads a picture again, rotated clockwise by so many more quarter turns; of several pages only the
    /// one with this number, counted from 1.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or has not been read yet.
    pub(crate) fn rotate(
        &self,
        _: &Consented,
        id: JobId,
        quarters: i8,
        page: Option<u32>,
    ) -> Result<(), CommandError> {
        let mut state = self.state();
        let entry = state.entry(id)?;
        if entry.is_unfinished() {
            return Err(CommandError::NoSuchJob);
        }
        entry.rotate(quarters, page);
        self.emit(Some(entry));
        self.changed.notify_one();
        Ok(())
    }

    /// Reads a file again with the password that it needs.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or needs none.
    pub(crate) fn unlock(
        &self,
        _: &Consented,
        id: JobId,
        password: Password,
    ) -> Result<(), CommandError> {
        let mut state = self.state();
        let entry = state.entry(id)?;
        if !entry.unlock(password) {
            return Err(CommandError::NoSuchJob);
        }
        self.emit(Some(entry));
        self.changed.notify_one();
        Ok(())
    }

    /// What a picture is called, and the file that it came from, if it came from one.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone.
    pub(crate) fn origin(&self, id: JobId) -> Result<(String, Option<PathBuf>), CommandError> {
        let mut state = self.state();
        let entry = state.entry(id)?;
        Ok((entry.name().into(), entry.path().map(PathBuf::from)))
    }

    /// What it keeps in memory, and how many workers it has.
    pub(crate) fn load(&self) -> Load {
        let state = self.state();
        Load {
            pictures: state.entries.len() as u32,
            bytes: state.entries.iter().map(|entry| entry.memory() as u64).sum(),
            workers: u32::from(state.current.as_ref().is_some_and(|it| it.worker.is_some())),
            idle_workers: u32::from(state.workers.has_idle()),
        }
    }

    fn cancel_where(&self, is_meant: impl Fn(JobId) -> bool) {
        let mut state = self.state();
        for entry in state.entries.iter_mut().filter(|entry| is_meant(entry.id())) {
            if entry.cancel() {
                self.emit(Some(entry));
            }
        }
        let current = state.take_current(is_meant);
        drop(state);
        drop(current);
    }

    fn remove_where(&self, is_meant: impl Fn(JobId) -> bool) {
        let mut state = self.state();
        let gone = state.entries.extract_if(.., |entry| is_meant(entry.id()));
        let gone: Vec<Entry> = gone.collect();
        let current = state.take_current(is_meant);
        if state.entries.is_empty() && !state.ignored.is_empty() {
            state.ignored.clear();
            self.emit_ignored(&state.ignored);
        }
        drop(state);
        drop(current);
        if !gone.is_empty() {
            self.context.emit(Event::Removed { ids: gone.iter().map(Entry::id).collect() });
        }
    }

    fn emit(&self, entry: Option<&Entry>) {
        if let Some(entry) = entry {
            self.context.emit(Event::Job { job: entry.job().clone() });
        }
    }

    fn state(&self) -> MutexGuard<'_, QueueState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl QueueState {
    fn entry(&mut self, id: JobId) -> Result<&mut Entry, CommandError> {
        let found = self.entries.iter_mut().find(|entry| entry.id() == id);
        found.ok_or(CommandError::NoSuchJob)
    }

    /// What was read of a picture.
    fn read(&mut self, id: JobId) -> Result<&mut ReadPicture, CommandError> {
        self.entry(id)?.read_mut().ok_or(CommandError::NoSuchJob)
    }

    fn take_current(&mut self, is_meant: impl Fn(JobId) -> bool) -> Option<Current> {
        self.current.take_if(|current| is_meant(current.id))
    }
}
