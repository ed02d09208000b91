//! One picture of the queue, and what was read of it.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use imagetotext::export::{TextWithSpans, text_with_spans};
use imagetotext::{Document, Page};
use imagetotext_worker::PackedImage;
use tokio::sync::oneshot;

use super::Arrival;
use super::history::History;
use super::quarter_turns::QuarterTurns;
use super::read_result::ReadResult;
use crate::contract::{HistoryStep, Job, JobId, JobState, LineMode, ReadError, TextView};
use crate::source::Source;
use crate::view;

/// A picture, where it comes from, how far it is, what was read.
pub(super) struct Entry {
    job: Job,
    source: Source,
    fetched: f32,
    /// How the person rotated it.
    turns: QuarterTurns,
    /// The only page that is read again, from 1.
    only_page: Option<u32>,
    /// Counts the readings, to distinguish the current one from those that were cancelled.
    attempt: u32,
    read: Option<Read>,
    /// The state before it was rotated: restored when it cannot be read again.
    before: Option<(JobState, QuarterTurns)>,
    /// For each rotation that the picture no longer has, what the person corrected there.
    other_rotations: HashMap<QuarterTurns, (Document, History)>,
    /// Is told when the first reading ends.
    watcher: Option<oneshot::Sender<Result<(), ReadError>>>,
}

/// What was read.
struct Read {
    document: Document,
    /// What the person changed in it.
    history: History,
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
    pub(super) only_page: Option<u32>,
}

impl Read {
    /// What was read, with one page, counted from 1, read again.
    fn with_page(
        &self,
        page: u32,
        again: Document,
        images: Vec<[Arc<PackedImage>; 2]>,
    ) -> (Document, Vec<[Arc<PackedImage>; 2]>) {
        let mut all = (self.document.clone(), self.images.clone());
        let index = page.saturating_sub(1) as usize;
        for (page, again) in all.0.pages.iter_mut().skip(index).zip(again.pages) {
            *page = again;
        }
        for (old, again) in all.1.iter_mut().skip(index).zip(images) {
            *old = again;
        }
        all
    }
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
            attempt: 0,
            read: None,
            before: None,
            other_rotations: HashMap::new(),
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
            quarter_turns: self.turns.of(self.only_page),
            only_page: self.only_page,
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
        let ReadResult { pages, mut stopped, timing } = read;
        let mut document = Document::new(Vec::new());
        let mut images = Vec::new();
        for page in pages {
            document.pages.push(page.page);
            images.push([page.preview, page.thumbnail].map(Arc::new));
        }
        if let Some(page) = self.only_page.take()
            && let Some(old) = &self.read
        {
            (document, images) = old.with_page(page, document, images);
            stopped = self.stopped_before();
        }
        let infos = document.pages.iter().zip(&images);
        let infos = infos.map(|(page, [preview, _])| view::info(page, preview.size())).collect();
        self.set_corrections_aside();
        let history = self.corrections_of(&document);
        self.read = Some(Read { document, history, images });
        self.before = None;
        self.job.state = JobState::Read { pages: infos, stopped, timing };
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

    /// Queues it again, rotated clockwise by so many more quarter turns: of several pages only the one
    /// with this number, if there is one.
    pub(super) fn rotate(&mut self, quarters: i8, page: Option<u32>) {
        let pages = self.document().map_or(0, |document| document.pages.len());
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

    /// All pages with the corrections of the person, if it was read.
    pub(super) fn document(&self) -> Option<&Document> {
        let read = self.finished()?;
        Some(read.history.document().unwrap_or(&read.document))
    }

    /// The text of all pages with the corrections; exactly as the person edited it, if they did so
    /// in this line mode.
    pub(super) fn text(&self, lines: LineMode) -> Option<TextWithSpans> {
        let edited = self.finished()?.history.edited_text(lines);
        let edited = edited.map(|corrected| corrected.text.clone());
        Some(edited.unwrap_or(text_with_spans(self.document()?, lines.into())))
    }

    /// The text as the page shows it.
    pub(super) fn text_view(&self, lines: LineMode) -> Option<TextView> {
        let Read { document, history, .. } = self.finished()?;
        let view = view::text(self.document()?, self.text(lines)?);
        Some(TextView {
            edited: history.is_edited(document),
            can_undo: history.can_undo(),
            can_redo: history.can_redo(),
            ..view
        })
    }

    /// The person edited the text; with `joins` it is a part of their last edit.
    pub(super) fn edit(&mut self, lines: LineMode, text: String, joins: bool) -> Option<()> {
        let Read { document, history, .. } = self.finished_mut()?;
        history.edit(document, lines, text, joins);
        Some(())
    }

    /// The person goes back or forth in the steps of their edits.
    pub(super) fn step(&mut self, step: HistoryStep) -> Option<()> {
        let Read { document, history, .. } = self.finished_mut()?;
        match step {
            HistoryStep::Undo => history.undo(document),
            HistoryStep::Redo => history.redo(document),
            HistoryStep::Restore => history.restore(document),
        }
        Some(())
    }

    /// The person has saved or copied the text.
    pub(super) fn keep(&mut self) {
        if let Some(read) = self.finished_mut() {
            read.history.keep();
        }
    }

    /// Whether there are edits that the person has neither saved nor copied.
    pub(super) fn is_unkept(&self) -> bool {
        let shown = self.read.iter().map(|read| (&read.document, &read.history));
        let others = self.other_rotations.values().map(|(document, history)| (document, history));
        shown.chain(others).any(|(document, history)| history.is_unkept(document))
    }

    /// Keeps the corrections of what was read before, in case it is read again in the same way.
    fn set_corrections_aside(&mut self) {
        let Some((_, turns)) = &self.before else { return };
        let Some(Read { document, history, .. }) = self.read.take() else { return };
        if history.can_undo() || history.can_redo() {
            self.other_rotations.insert(turns.clone(), (document, history));
        }
    }

    /// The corrections of a document that was read in the same way before.
    fn corrections_of(&mut self, document: &Document) -> History {
        let known = self.other_rotations.get(&self.turns);
        if known.is_none_or(|(read, _)| read != document) {
            return History::default();
        }
        let known = self.other_rotations.remove(&self.turns);
        known.map(|(_, history)| history).unwrap_or_default()
    }

    /// A page with the corrections, counted from 1.
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

    fn finished_mut(&mut self) -> Option<&mut Read> {
        self.read.as_mut().filter(|_| matches!(self.job.state, JobState::Read { .. }))
    }
}
