//! One picture of the queue: where it comes from, how far it is, how it was rotated.

use std::path::Path;

use imagetotext::source::Password;
use imagetotext_worker::Digest;
use tokio::sync::oneshot;

use super::Arrival;
use super::other_rotations::OtherRotations;
use super::quarter_turns::QuarterTurns;
use super::read_picture::ReadPicture;
use super::read_result::ReadResult;
use crate::contract::{Job, JobId, JobState, ReadError};
use crate::source::Source;

/// A picture, where it comes from, how far it is, what was read.
pub(super) struct Entry {
    job: Job,
    source: Source,
    fetched: f32,
    /// How the person rotated it.
    turns: QuarterTurns,
    /// The only page that is read again, from 1.
    only_page: Option<u32>,
    /// What the person typed to open it.
    password: Option<Password>,
    /// Counts the readings, to distinguish the current one from those that were cancelled.
    attempt: u32,
    read: Option<ReadPicture>,
    /// Which bytes the file had when it was read.
    digest: Option<Digest>,
    /// The state before it was rotated: restored when it cannot be read again.
    before: Option<(JobState, QuarterTurns)>,
    other_rotations: OtherRotations,
    /// Is told when the first reading ends.
    watcher: Option<oneshot::Sender<Result<(), ReadError>>>,
}

/// What it takes to read a picture.
pub(super) struct ReadTask {
    pub(super) id: JobId,
    pub(super) attempt: u32,
    pub(super) source: Source,
    pub(super) fetched: f32,
    pub(super) quarter_turns: u8,
    pub(super) only_page: Option<u32>,
    pub(super) password: Option<Password>,
    /// The bytes that the file must have, if it was read before.
    pub(super) digest: Option<Digest>,
}

impl Entry {
    pub(super) fn new(id: JobId, arrival: Arrival) -> Self {
        let Arrival { name, source, fetched } = arrival;
        let job = Job { id, name, state: JobState::Waiting };
        Self {
            job,
            source,
            fetched,
            turns: QuarterTurns::default(),
            only_page: None,
            password: None,
            attempt: 0,
            read: None,
            digest: None,
            before: None,
            other_rotations: OtherRotations::default(),
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

    /// Where its bytes come from.
    pub(super) fn source(&self) -> Source {
        self.source.clone()
    }

    /// Which bytes its file had when it was read.
    pub(super) fn digest(&self) -> Option<Digest> {
        self.digest
    }

    /// Clockwise quarter turns of a page, counted from 1.
    pub(super) fn turns_of(&self, page: u32) -> u8 {
        self.turns.of(Some(page))
    }

    pub(super) fn is_unfinished(&self) -> bool {
        matches!(self.job.state, JobState::Waiting | JobState::Reading { .. })
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        self.source.memory() + self.read.as_ref().map_or(0, ReadPicture::memory)
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
            quarter_turns: self.turns.of(self.only_page),
            only_page: self.only_page,
            password: self.password.clone(),
            digest: self.digest,
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
        let ReadResult { pages, mut stopped, timing, digest } = read;
        let mut read = ReadPicture::new(pages);
        let page = self.only_page.take().filter(|_| self.read.is_some());
        if let (Some(page), Some(old)) = (page, &self.read) {
            read = old.with_page(page, read);
            stopped = self.stopped_before();
        }
        self.set_corrections_aside(page);
        match page {
            Some(page) => self.other_rotations.restore_page(&self.turns, &mut read, page),
            None => self.other_rotations.restore(&self.turns, &mut read),
        }
        self.job.state = JobState::Read { pages: read.infos(), stopped, timing };
        self.read = Some(read);
        self.digest = digest;
        self.before = None;
        self.tell_watcher(Ok(()));
    }

    /// It could not be read. One that could before stays as it was; then this is true.
    pub(super) fn fail(&mut self, error: ReadError) -> bool {
        self.tell_watcher(Err(error.clone()));
        match self.before.take() {
            Some((state, turns)) if self.read.is_some() => {
                self.job.state = state;
                self.turns = turns;
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
            Some((state, turns)) if self.read.is_some() => {
                self.job.state = state;
                self.turns = turns;
            }
            _ => self.job.state = JobState::Cancelled,
        }
        self.watcher = None;
        true
    }

    /// Whether its file is a searchable PDF of what is shown.
    pub(super) fn is_searchable(&self) -> bool {
        let is_whole = matches!(self.job.state, JobState::Read { stopped: None, .. });
        let read = self.read.as_ref().filter(|read| is_whole && read.is_searchable());
        read.is_some_and(|read| (1..=read.page_count() as u32).all(|page| self.turns_of(page) == 0))
    }

    /// What opens it, if it is protected.
    pub(super) fn password(&self) -> Option<Password> {
        self.password.clone()
    }

    /// Queues it again, with the password that it needs; false when it needs none.
    pub(super) fn unlock(&mut self, password: Password) -> bool {
        let is_locked = matches!(
            self.job.state,
            JobState::Failed { error: ReadError::PasswordNeeded | ReadError::WrongPassword }
        );
        if is_locked {
            self.password = Some(password);
            self.job.state = JobState::Waiting;
        }
        is_locked
    }

    /// Queues it again, rotated clockwise by so many more quarter turns: of several pages only the one
    /// with this number, if there is one.
    pub(super) fn rotate(&mut self, quarters: i8, page: Option<u32>) {
        let pages = self.read().map_or(0, ReadPicture::page_count);
        let only_page = page.filter(|page| pages > 1 && (1..=pages).contains(&(*page as usize)));
        let state = std::mem::replace(&mut self.job.state, JobState::Waiting);
        self.before = Some((state, self.turns.clone()));
        self.only_page = only_page;
        match only_page {
            Some(page) => self.turns.rotate_page(page, quarters),
            None => self.turns.rotate_all(quarters),
        }
    }

    /// Why later pages are missing, as it was before a page was read again.
    fn stopped_before(&self) -> Option<ReadError> {
        match &self.before {
            Some((JobState::Read { stopped, .. }, _)) => stopped.clone(),
            _ => None,
        }
    }

    /// Whether there are edits that the person has neither saved nor copied.
    pub(super) fn is_unkept(&self) -> bool {
        self.read.as_ref().is_some_and(ReadPicture::is_unkept) || self.other_rotations.is_unkept()
    }

    /// Keeps the corrections of what was read before, in case it is read again in the same way.
    fn set_corrections_aside(&mut self, page: Option<u32>) {
        let Some((_, turns)) = &self.before else { return };
        if let Some(read) = self.read.take() {
            self.other_rotations.push(turns.clone(), read, page);
        }
    }

    fn tell_watcher(&mut self, result: Result<(), ReadError>) {
        if let Some(watcher) = self.watcher.take() {
            // It fails when nobody waits any more.
            let _ = watcher.send(result);
        }
    }

    /// What was read of it; `None` until then.
    pub(super) fn read(&self) -> Option<&ReadPicture> {
        self.read.as_ref().filter(|_| matches!(self.job.state, JobState::Read { .. }))
    }

    /// The same, to be corrected.
    pub(super) fn read_mut(&mut self) -> Option<&mut ReadPicture> {
        self.read.as_mut().filter(|_| matches!(self.job.state, JobState::Read { .. }))
    }
}
