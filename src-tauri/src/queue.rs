//! The pictures: waiting, being read, read. They are read one after the other, each by a process of
//! its own ([`worker`]); the page is told of every change.

mod entry;
mod worker;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use imagetotext::{Document, export};

use crate::context::AppContext;
use crate::contract::{CommandError, Event, JobId, LineMode, PageView};
use crate::personal::Consented;
use crate::reader::{Image, Killer, Pixels, Reader};
use crate::source::Source;
use crate::view;
use entry::Entry;

/// All pictures of the window.
pub(crate) struct Queue {
    context: Arc<AppContext>,
    /// The executable that readers are made of.
    program: PathBuf,
    next_id: AtomicU32,
    held: Mutex<Held>,
    changed: Condvar,
}

/// What the queue holds.
#[derive(Default)]
struct Held {
    entries: Vec<Entry>,
    /// Waits for the next picture, so that the person does not.
    spare: Option<Reader>,
    /// Ends the reading that goes on.
    busy: Option<(JobId, Killer)>,
}

/// What a picture is called and where it comes from.
pub(crate) struct Arrival {
    /// Its name, safe to show.
    pub(crate) name: String,
    /// Its bytes, or the way to them.
    pub(crate) source: Source,
    /// How long it took to get the bytes, in milliseconds.
    pub(crate) fetched: f32,
}

/// How much is held, and by how many processes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Load {
    /// Pictures in the list.
    pub(crate) pictures: u32,
    /// Bytes of them in memory.
    pub(crate) bytes: u64,
    /// Reading processes at work.
    pub(crate) readers: u32,
    /// Reading processes that wait.
    pub(crate) idle: u32,
}

impl Queue {
    /// An empty one, with a thread that reads. `program` is the executable of the readers.
    pub(crate) fn start(context: Arc<AppContext>, program: PathBuf) -> Arc<Self> {
        let queue = Arc::new(Self {
            context,
            program,
            next_id: AtomicU32::new(1),
            held: Mutex::default(),
            changed: Condvar::new(),
        });
        let work = queue.clone();
        std::thread::spawn(move || work.work());
        queue
    }

    /// Has a reader get ready before there is a picture, if there is consent.
    pub(crate) fn warm_up(&self) {
        self.changed.notify_all();
    }

    /// Lines pictures up to be read.
    pub(crate) fn add(&self, _: &Consented, arrivals: Vec<Arrival>) {
        let mut held = self.held();
        for arrival in arrivals {
            let id = self.next_id.fetch_add(1, Ordering::Relaxed);
            held.entries.push(Entry::new(id, arrival));
            self.tell(held.entries.last());
        }
        self.changed.notify_all();
    }

    /// Tells the page of every picture, which it knows nothing of when it was loaded anew.
    pub(crate) fn tell_all(&self) {
        for entry in &self.held().entries {
            self.tell(Some(entry));
        }
    }

    /// Ends the waiting for a picture, or its reading.
    pub(crate) fn cancel(&self, id: JobId) {
        self.cancel_where(|job| job == id);
    }

    /// Ends all waiting and reading.
    pub(crate) fn cancel_all(&self) {
        self.cancel_where(|_| true);
    }

    /// Takes a picture out and wipes it.
    pub(crate) fn remove(&self, id: JobId) {
        self.remove_where(|job| job == id);
    }

    /// Takes all pictures out and wipes them.
    pub(crate) fn clear(&self) {
        self.remove_where(|_| true);
    }

    /// Ends everything, also the reader that waits.
    pub(crate) fn close(&self) {
        self.clear();
        let spare = self.held().spare.take();
        drop(spare);
    }

    /// Reads a picture again, turned clockwise by so many more quarters.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or has not been read yet.
    pub(crate) fn turn(&self, _: &Consented, id: JobId, quarters: i8) -> Result<(), CommandError> {
        let mut held = self.held();
        let entry = held.entry(id)?;
        if entry.is_unfinished() {
            return Err(CommandError::NoSuchJob);
        }
        entry.turn(quarters);
        self.tell(Some(entry));
        self.changed.notify_all();
        Ok(())
    }

    /// What stands on a page, counted from 1.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn page(&self, id: JobId, page: u32) -> Result<PageView, CommandError> {
        let mut held = self.held();
        let page = held.entry(id)?.page(page).ok_or(CommandError::NoSuchJob)?;
        Ok(view::page(page))
    }

    /// A page to be looked at.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn preview(&self, id: JobId, page: u32) -> Result<Pixels, CommandError> {
        let image = self.held().entry(id)?.preview(page);
        unpacked(image)
    }

    /// The first page, small.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn thumbnail(&self, id: JobId) -> Result<Pixels, CommandError> {
        let image = self.held().entry(id)?.thumbnail();
        unpacked(image)
    }

    /// The text of all pages.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn text(&self, id: JobId, lines: LineMode) -> Result<String, CommandError> {
        self.on_document(id, |document| export::text(document, lines.into()))
    }

    /// Does something with what was read of a picture.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn on_document<T>(
        &self,
        id: JobId,
        work: impl FnOnce(&Document) -> T,
    ) -> Result<T, CommandError> {
        let mut held = self.held();
        held.entry(id)?.document().map(work).ok_or(CommandError::NoSuchJob)
    }

    /// What a picture is called, and the file that it came from, if it came from one.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone.
    pub(crate) fn origin(&self, id: JobId) -> Result<(String, Option<PathBuf>), CommandError> {
        let mut held = self.held();
        let entry = held.entry(id)?;
        Ok((entry.name().into(), entry.path().map(PathBuf::from)))
    }

    /// How much is held.
    pub(crate) fn load(&self) -> Load {
        let held = self.held();
        Load {
            pictures: held.entries.len() as u32,
            bytes: held.entries.iter().map(|entry| entry.weight() as u64).sum(),
            readers: held.busy.iter().count() as u32,
            idle: held.spare.iter().filter(|spare| spare.is_alive()).count() as u32,
        }
    }

    fn cancel_where(&self, is_meant: impl Fn(JobId) -> bool) {
        let mut held = self.held();
        for entry in held.entries.iter_mut().filter(|entry| is_meant(entry.id())) {
            if entry.cancel() {
                self.tell(Some(entry));
            }
        }
        let killer = held.take_busy(is_meant);
        drop(held);
        end(killer);
    }

    fn remove_where(&self, is_meant: impl Fn(JobId) -> bool) {
        let mut held = self.held();
        let gone = held.entries.extract_if(.., |entry| is_meant(entry.id()));
        let gone: Vec<Entry> = gone.collect();
        let killer = held.take_busy(is_meant);
        drop(held);
        end(killer);
        if !gone.is_empty() {
            self.context.emit(Event::Removed { ids: gone.iter().map(Entry::id).collect() });
        }
    }

    fn tell(&self, entry: Option<&Entry>) {
        if let Some(entry) = entry {
            self.context.emit(Event::Job { job: entry.job().clone() });
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn entry(&mut self, id: JobId) -> Result<&mut Entry, CommandError> {
        let found = self.entries.iter_mut().find(|entry| entry.id() == id);
        found.ok_or(CommandError::NoSuchJob)
    }

    fn take_busy(&mut self, is_meant: impl Fn(JobId) -> bool) -> Option<Killer> {
        let (_, killer) = self.busy.take_if(|(id, _)| is_meant(*id))?;
        Some(killer)
    }
}

fn end(killer: Option<Killer>) {
    if let Some(killer) = killer {
        killer.kill();
    }
}

fn unpacked(image: Option<Arc<Image>>) -> Result<Pixels, CommandError> {
    image.ok_or(CommandError::NoSuchJob)?.pixels().ok_or(CommandError::Internal)
}
