//! The thread that reads: takes the first picture that waits, hands it to a reader, and so on.

use std::sync::PoisonError;
use std::time::{Duration, Instant};

use super::entry::Turn;
use super::{Held, Queue};
use crate::contract::{Event, Intake, JobState, ReadError, RefusedFile, Timing};
use crate::personal::Consented;
use crate::reader::{Order, Reader, Reading};

/// After a picture the page has its text to draw, and a reader that gets ready takes all cores: it
/// waits for so long.
const LULL: Duration = Duration::from_millis(500);

impl Queue {
    /// Reads for ever.
    pub(super) fn work(&self) {
        let mut lull = Duration::ZERO;
        loop {
            let (turn, consented) = self.next(lull);
            let begun = Instant::now();
            let outcome = self.read(&turn, &consented);
            self.settle(&turn, outcome, begun);
            lull = LULL;
        }
    }

    /// Waits for the next picture, with a reader ready after `lull`. Consent is asked for anew each
    /// time, while the queue is held: [`Queue::close`], which follows a withdrawal, comes before or
    /// after.
    fn next(&self, lull: Duration) -> (Turn, Consented) {
        let rested = Instant::now() + lull;
        let mut held = self.held();
        loop {
            let rest = rested.saturating_duration_since(Instant::now());
            if let Some(consented) = self.context.consented() {
                if let Some(turn) = self.first(&mut held) {
                    return (turn, consented);
                }
                if rest.is_zero() {
                    self.prepare(&mut held, &consented);
                }
            }
            held = if rest.is_zero() {
                self.changed.wait(held).unwrap_or_else(PoisonError::into_inner)
            } else {
                let waited = self.changed.wait_timeout(held, rest);
                waited.unwrap_or_else(PoisonError::into_inner).0
            };
        }
    }

    fn first(&self, held: &mut Held) -> Option<Turn> {
        held.entries.iter_mut().find_map(|entry| {
            let turn = entry.begin()?;
            self.tell(Some(entry));
            Some(turn)
        })
    }

    fn read(&self, turn: &Turn, consented: &Consented) -> Result<(Reading, Timing), ReadError> {
        let begun = Instant::now();
        let (bytes, input) = turn.source.load()?;
        let loaded = begun.elapsed().as_secs_f32() * 1e3;
        let reader = self.reader(turn, consented)?;
        let order = Order { input, quarters: turn.quarters };
        let reading = reader.read(order, &bytes, |page| self.reach(turn, page))?;
        let clipboard = turn.fetched + loaded;
        let start = reading.timing.start;
        let timing = Timing { clipboard, start, ..reading.timing };
        Ok((reading, timing))
    }

    /// The reader that waited, or a new one; the next gets ready while this one reads.
    fn reader(&self, turn: &Turn, consented: &Consented) -> Result<Reader, ReadError> {
        let spare = self.held().spare.take().filter(Reader::is_alive);
        let start = || Reader::start(&self.program, consented).map_err(|_| ReadError::Internal);
        let reader = spare.map_or_else(start, Ok)?;
        let mut held = self.held();
        // Whoever cancels from now on ends this process.
        if !held.entry(turn.id).is_ok_and(|entry| entry.is_at(turn)) {
            return Err(ReadError::Crashed);
        }
        held.busy = Some((turn.id, reader.killer()));
        let more = held.entries.iter().any(|entry| entry.job().state == JobState::Waiting);
        if more && let Some(consented) = self.context.consented() {
            self.prepare(&mut held, &consented);
        }
        Ok(reader)
    }

    /// Starts the reader of the next picture. Readers are started by this thread only: they end
    /// with the thread that started them.
    fn prepare(&self, held: &mut Held, consented: &Consented) {
        if held.spare.as_ref().is_none_or(|spare| !spare.is_alive()) {
            // Without one the next picture waits a little longer.
            held.spare = Reader::start(&self.program, consented).ok();
        }
    }

    fn reach(&self, turn: &Turn, page: u32) {
        let mut held = self.held();
        if let Ok(entry) = held.entry(turn.id)
            && entry.is_at(turn)
            && page > 1
        {
            entry.reach(page);
            self.tell(Some(entry));
        }
    }

    /// Keeps what came of a reading, unless nobody wants it any more.
    fn settle(&self, turn: &Turn, outcome: Result<(Reading, Timing), ReadError>, begun: Instant) {
        let mut held = self.held();
        held.busy = None;
        let Ok(entry) = held.entry(turn.id) else { return };
        if !entry.is_at(turn) {
            return;
        }
        let mut refused = None;
        let was_read = match outcome {
            Ok((reading, timing)) => {
                let total = turn.fetched + begun.elapsed().as_secs_f32() * 1e3;
                entry.finish(reading, Timing { total, ..timing });
                true
            }
            Err(error) => {
                if entry.fail(error.clone()) {
                    refused = Some(RefusedFile { name: entry.name().into(), error });
                }
                false
            }
        };
        self.tell(Some(entry));
        drop(held);
        if was_read {
            self.context.personal().count(1);
        }
        if let Some(refused) = refused {
            let outcome = Intake { refused: vec![refused], ..Intake::default() };
            self.context.emit(Event::Intake { outcome });
        }
    }
}
