//! One picture of the queue, and what was read of it.

use std::path::Path;
use std::sync::Arc;

use imagetotext::{Document, Page};
use imagetotext_worker::PackedImage;
use tokio::sync::oneshot;

use super::Arrival;
use super::read_result::ReadResult;
use crate::contract::{Job, JobId, JobState, ReadError};
use crate::source::Source;
use crate::view;

/// A picture, where it comes from, how far it is, what was read.
pub(super) struct Entry {
    job: Job,
    source: Source,
    fetched: f32,
    /// Clockwise quarter turns by which the person rotated it.
    quarter_turns: u8,
    /// Counts the readings, to distinguish the current one from those that were cancelled.
    attempt: u32,
    read: Option<Read>,
    /// The state before it was rotated: restored when it cannot be read again.
    before: Option<(JobState, u8)>,
    /// Is told when the first reading ends.
    watcher: Option<oneshot::Sender<Result<(), ReadError>>>,
}

/// What was read.
struct Read {
    document: Document,
    /// Preview and thumbnail of each page.
    images: Vec<[Arc<PackedImage>; 2]>,
}

/// What it takes to read a picture.
pub(super) struct ReadTask {
    pub(super) id: JobId,
    pub(super) attempt: u32,
    pub(super) source: Source,
    pub(super) fetched: f32,
    pub(super) quarter_turns: u8,
}

impl Entry {
    pub(super) fn new(id: JobId, arrival: Arrival) -> Self {
        let Arrival { name, source, fetched } = arrival;
        let job = Job { id, name, state: JobState::Waiting };
        Self {
            job,
            source,
            fetched,
            quarter_turns: 0,
            attempt: 0,
            read: None,
            before: None,
            watcher: None,
        }
    }

    /// The same; `watcher` is told when it was read, or could not be.
    pub(super) fn watched_by(self, watcher: oneshot::Sender<Result<(), ReadError>>) -> Self {
        Self { watcher: Some(watcher), ..self }
    }

    pub(super) fn id(&self) -> JobId {
        self.job.id
    }

    pub(super) fn job(&self) -> &Job {
        &self.job
    }

    pub(super) fn name(&self) -> &str {
        &self.job.name
    }

    /// The file that it came from.
    pub(super) fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Memory(..) => None,
        }
    }

    pub(super) fn is_unfinished(&self) -> bool {
        matches!(self.job.state, JobState::Waiting | JobState::Reading { .. })
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        let images = self.read.iter().flat_map(|read| read.images.iter().flatten());
        self.source.memory() + images.map(|image| image.memory()).sum::<usize>()
    }

    /// Begins to read it, if it waits for that.
    pub(super) fn begin(&mut self) -> Option<ReadTask> {
        if self.job.state != JobState::Waiting {
            return None;
        }
        self.job.state = JobState::Reading { page: 1 };
        self.attempt += 1;
        Some(ReadTask {
            id: self.id(),
            attempt: self.attempt,
            source: self.source.clone(),
            fetched: self.fetched,
            quarter_turns: self.quarter_turns,
        })
    }

    /// Whether this reading of it still counts.
    pub(super) fn is_at(&self, task: &ReadTask) -> bool {
        task.attempt == self.attempt && matches!(self.job.state, JobState::Reading { .. })
    }

    /// A page was begun.
    pub(super) fn reach(&mut self, page: u32) {
        self.job.state = JobState::Reading { page };
    }

    /// It was read.
    pub(super) fn finish(&mut self, read: ReadResult) {
        let ReadResult { pages, stopped, timing } = read;
        let infos = pages.iter().map(|page| view::info(&page.page, page.preview.size())).collect();
        let mut read = Read { document: Document::new(Vec::new()), images: Vec::new() };
        for page in pages {
            read.document.pages.push(page.page);
            read.images.push([page.preview, page.thumbnail].map(Arc::new));
        }
        self.read = Some(read);
        self.before = None;
        self.job.state = JobState::Read { pages: infos, stopped, timing };
        self.tell_watcher(Ok(()));
    }

    /// It could not be read. One that could before stays as it was; then this is true.
    pub(super) fn fail(&mut self, error: ReadError) -> bool {
        self.tell_watcher(Err(error.clone()));
        match self.before.take() {
            Some((state, quarters)) if self.read.is_some() => {
                self.job.state = state;
                self.quarter_turns = quarters;
                true
            }
            _ => {
                self.job.state = JobState::Failed { error };
                false
            }
        }
    }

    /// Ends the waiting for it, or its reading; false when there was none.
    pub(super) fn cancel(&mut self) -> bool {
        if !self.is_unfinished() {
            return false;
        }
        match self.before.take() {
            Some((state, quarters)) if self.read.is_some() => {
                self.job.state = state;
                self.quarter_turns = quarters;
            }
            _ => self.job.state = JobState::Cancelled,
        }
        self.watcher = None;
        true
    }

    /// Queues it again, rotated clockwise by so many more quarter turns.
    pub(super) fn rotate(&mut self, quarters: i8) {
        let state = std::mem::replace(&mut self.job.state, JobState::Waiting);
        self.before = Some((state, self.quarter_turns));
        self.quarter_turns =
            (i16::from(self.quarter_turns) + i16::from(quarters)).rem_euclid(4) as u8;
    }

    /// All pages, if it was read.
    pub(super) fn document(&self) -> Option<&Document> {
        self.finished().map(|read| &read.document)
    }

    /// A page, counted from 1.
    pub(super) fn page(&self, number: u32) -> Option<&Page> {
        self.document()?.pages.get(number.checked_sub(1)? as usize)
    }

    /// A page to be looked at, counted from 1.
    pub(super) fn preview(&self, number: u32) -> Option<Arc<PackedImage>> {
        let [preview, _] = self.finished()?.images.get(number.checked_sub(1)? as usize)?;
        Some(preview.clone())
    }

    /// The first page, small.
    pub(super) fn thumbnail(&self) -> Option<Arc<PackedImage>> {
        let [_, thumbnail] = self.finished()?.images.first()?;
        Some(thumbnail.clone())
    }

    fn tell_watcher(&mut self, result: Result<(), ReadError>) {
        if let Some(watcher) = self.watcher.take() {
            // It fails when nobody waits any more.
            let _ = watcher.send(result);
        }
    }

    fn finished(&self) -> Option<&Read> {
        self.read.as_ref().filter(|_| matches!(self.job.state, JobState::Read { .. }))
    }
}
