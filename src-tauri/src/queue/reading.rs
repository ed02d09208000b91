//! The task that reads: takes the first picture that waits, has a worker read it, and so on.

use std::time::{Duration, Instant};

use imagetotext::EngineKind;
use imagetotext::source::PageRanges;
use imagetotext_worker::{Event as WorkerEvent, ReadOptions, ReadPage, SentDigest, Worker};
use tokio::sync::oneshot;

use super::entry::ReadTask;
use super::read_result::{PageResult, ReadResult};
use super::{Current, Queue, QueueState, ignored_areas};
use crate::contract::{Event, Intake, JobState, ReadError, RefusedFile, Timing};
use crate::personal::Consented;

/// After a picture the page has its text to draw, and a worker that starts takes all cores: it waits
/// for so long.
const PREWARM_DELAY: Duration = Duration::from_millis(500);

impl Queue {
    /// Reads until the program ends.
    pub(super) async fn run(&self) {
        let mut prewarm_delay = Duration::ZERO;
        loop {
            let (task, consented, cancelled) = self.next(prewarm_delay).await;
            let begun = Instant::now();
            // The sender lies in the queue: it is dropped when the picture is cancelled or removed.
            let outcome = tokio::select! {
                outcome = self.read(&task, &consented) => outcome,
                _ = cancelled => Err(ReadError::Crashed),
            };
            self.finish(&task, outcome, begun);
            prewarm_delay = PREWARM_DELAY;
        }
    }

    /// Waits for the next picture, with a worker ready after `prewarm_delay`. Consent is asked for each
    /// time, while the queue is locked: [`Queue::close`], which follows a withdrawal, comes before or
    /// after.
    async fn next(&self, prewarm_delay: Duration) -> (ReadTask, Consented, oneshot::Receiver<()>) {
        let prewarm = tokio::time::sleep(prewarm_delay);
        tokio::pin!(prewarm);
        loop {
            if let Some(next) = self.first(prewarm.is_elapsed()) {
                return next;
            }
            tokio::select! {
                () = self.changed.notified() => {}
                () = &mut prewarm, if !prewarm.is_elapsed() => {}
            }
        }
    }

    /// The first picture that waits; if none does, a worker is started ahead, if it is time for that.
    fn first(&self, prewarm: bool) -> Option<(ReadTask, Consented, oneshot::Receiver<()>)> {
        let mut state = self.state();
        let consented = self.context.consented()?;
        let QueueState { entries, workers, current, .. } = &mut *state;
        for entry in entries {
            if let Some(task) = entry.begin() {
                self.emit(Some(entry));
                let (cancel, cancelled) = oneshot::channel();
                *current = Some(Current { id: task.id, _cancel: cancel, worker: None });
                return Some((task, consented, cancelled));
            }
        }
        if prewarm {
            workers.prewarm(&consented, self.engine());
        }
        None
    }

    async fn read(&self, task: &ReadTask, consented: &Consented) -> Result<ReadResult, ReadError> {
        let begun = Instant::now();
        let sent = SentDigest::default();
        let (bytes, input) = task.source.open(sent.clone()).await?;
        let clipboard = task.fetched + milliseconds(begun.elapsed());
        let mut worker = self.worker(task, consented)?;
        let begun = Instant::now();
        worker.ready().await?;
        let start = milliseconds(begun.elapsed());
        let options = ReadOptions {
            input,
            quarter_turns: task.quarter_turns,
            pages: task.only_page.map_or_else(PageRanges::default, PageRanges::one),
            password: task.password.clone(),
            previews: true,
            ..ReadOptions::default()
        };
        worker.read(options, bytes).await?;
        let timing = Timing { clipboard, start, ..Timing::default() };
        let mut read = ReadResult { pages: Vec::new(), stopped: None, timing, digest: None };
        if let Err(error) = self.receive_pages(task, &mut worker, &mut read).await {
            read.stopped = Some(error);
        }
        // Bytes in memory have no digest, as nobody changes them.
        if task.digest.zip(sent.get()).is_some_and(|(before, now)| before != now) {
            return Err(ReadError::Changed);
        }
        read.digest = sent.get();
        match read.stopped {
            Some(error) if read.is_empty() => Err(error),
            None if read.is_empty() => Err(ReadError::Internal),
            _ => Ok(read),
        }
    }

    async fn receive_pages(
        &self,
        task: &ReadTask,
        worker: &mut Worker,
        read: &mut ReadResult,
    ) -> Result<(), ReadError> {
        loop {
            match worker.next().await? {
                WorkerEvent::PageStarted(page) => self.reach(task, page),
                WorkerEvent::Page(page) => {
                    let ReadPage { page, images, is_searchable, timing, .. } = *page;
                    // The worker was asked for images, and `Worker::next` has checked that they came.
                    let [preview, thumbnail] = images.ok_or(ReadError::Internal)?;
                    read.timing.decode += timing.decode;
                    read.timing.detect += timing.detect;
                    read.timing.recognise += timing.recognise;
                    let was_read = true;
                    let page = PageResult { page, preview, thumbnail, was_read, is_searchable };
                    read.pages.push(page);
                }
                WorkerEvent::PageFailed(error) => {
                    let number = u32::try_from(read.pages.len() + 1).unwrap_or(u32::MAX);
                    read.pages.push(PageResult::unread(number));
                    read.stopped.get_or_insert(error.into());
                }
                WorkerEvent::Done(None) => return Ok(()),
                WorkerEvent::Done(Some(error)) => return Err(error.into()),
            }
        }
    }

    /// The idle worker, or a new one; the next one starts while this one reads.
    fn worker(&self, task: &ReadTask, consented: &Consented) -> Result<Worker, ReadError> {
        let mut state = self.state();
        let QueueState { entries, workers, current, .. } = &mut *state;
        // From now on cancelling kills this process; before, there was none to kill.
        let Some(current) = current.as_mut().filter(|current| current.id == task.id) else {
            return Err(ReadError::Crashed);
        };
        let worker = workers.take(consented, self.engine())?;
        current.worker = Some(worker.kill_handle());
        let more = entries.iter().any(|entry| entry.job().state == JobState::Waiting);
        if more && let Some(consented) = self.context.consented() {
            workers.prewarm(&consented, self.engine());
        }
        Ok(worker)
    }

    /// The engine that the person has chosen.
    pub(super) fn engine(&self) -> EngineKind {
        self.context.personal().settings().engine.into()
    }

    fn reach(&self, task: &ReadTask, page: u32) {
        let mut state = self.state();
        if let Ok(entry) = state.entry(task.id)
            && entry.is_at(task)
            && page > 1
        {
            entry.reach(page);
            self.emit(Some(entry));
        }
    }

    /// Keeps what was read, unless nobody wants it any more.
    fn finish(&self, task: &ReadTask, outcome: Result<ReadResult, ReadError>, begun: Instant) {
        let mut state = self.state();
        let current = state.take_current(|id| id == task.id);
        let ignored = state.ignored.clone();
        let Ok(entry) = state.entry(task.id) else { return };
        if !entry.is_at(task) {
            return;
        }
        let mut refused = None;
        let was_read = match outcome {
            Ok(mut read) => {
                read.timing.total = task.fetched + milliseconds(begun.elapsed());
                entry.finish(read);
                let lines = self.context.personal().settings().lines;
                ignored_areas::leave_out(entry, &ignored, lines);
                true
            }
            Err(error) => {
                if entry.fail(error.clone()) {
                    refused = Some(RefusedFile { name: entry.name().into(), error });
                }
                false
            }
        };
        self.emit(Some(entry));
        drop(state);
        drop(current);
        if was_read {
            self.context.personal().count(1);
        }
        if let Some(refused) = refused {
            let outcome = Intake { refused: vec![refused], ..Intake::default() };
            self.context.emit(Event::Intake { outcome });
        }
    }
}

fn milliseconds(duration: Duration) -> f32 {
    duration.as_secs_f32() * 1e3
}
