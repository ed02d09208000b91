//! Reads a file in this process, without a sandbox: decoders and networks run on a thread beside Python.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use imagetotext::source::{self, DecodeOptions, PageRanges};
use imagetotext::{CancelToken, Engine, Error, Picture, SecretBytes};
use imagetotext_worker::{InputKind, PictureError, ReadOptions, panics};
use pyo3::prelude::*;

use crate::detached::detached;
use crate::failure::Failure;
use crate::reading::{PageData, Reading, Step};
use crate::sandboxed::SIGNAL_INTERVAL;

/// A file that a thread reads. It is stopped when this is dropped.
pub(crate) struct InProcess {
    steps: Mutex<Receiver<Result<imagetotext::Page, Outcome>>>,
    cancel: CancelToken,
    ranges: PageRanges,
    count: u32,
}

/// Why a page was not read, or that there are no more.
enum Outcome {
    PageFailed(Failure),
    End(Option<Failure>),
}

type Sender = SyncSender<Result<imagetotext::Page, Outcome>>;

impl InProcess {
    /// Begins to read.
    pub(crate) fn new(
        engine: Arc<Engine>,
        bytes: Arc<SecretBytes>,
        options: ReadOptions,
    ) -> PyResult<Self> {
        let (sender, steps) = sync_channel(1);
        let cancel = CancelToken::new();
        let (ranges, token) = (options.pages.clone(), cancel.clone());
        thread::Builder::new().name("imagetotext".into()).spawn(move || {
            let outcome = panics::contain(|| read(&engine, &bytes, &options, &token, &sender));
            let failure = match outcome {
                Ok(Ok(())) => None,
                Ok(Err(error)) => Some(PictureError::from(error).into()),
                Err(panic) => Some(panic.into()),
            };
            // Nobody receives it after an interrupt.
            let _ = sender.send(Err(Outcome::End(failure)));
        })?;
        Ok(Self { steps: Mutex::new(steps), cancel, ranges, count: 0 })
    }
}

/// Sends all pages, until nobody receives them any more.
fn read(
    engine: &Engine,
    bytes: &Arc<SecretBytes>,
    options: &ReadOptions,
    token: &CancelToken,
    sender: &Sender,
) -> Result<(), Error> {
    let mut decode = DecodeOptions::default();
    decode.pages.clone_from(&options.pages);
    decode.pdf_text = options.pdf_text;
    decode.password.clone_from(&options.password);
    let pages: Box<dyn Iterator<Item = Result<Picture, Error>>> = match options.input {
        InputKind::File => Box::new(source::decode_with(bytes, &decode)?),
        InputKind::Rgba { width, height } => {
            Box::new(std::iter::once(Picture::from_rgba(width, height, bytes.to_vec())))
        }
    };
    let read_options = imagetotext::ReadOptions::new()
        .codes(!options.no_codes)
        .script(options.script)
        .cancel(token);
    let mut failure = None;
    for picture in pages {
        if let Some(failure) = failure.take()
            && sender.send(Err(Outcome::PageFailed(failure))).is_err()
        {
            return Ok(());
        }
        if matches!(picture, Err(Error::TooManyPages)) {
            return Err(Error::TooManyPages);
        }
        let page = panics::contain(|| -> Result<_, Error> {
            let picture = picture?.rotated(options.quarter_turns);
            Ok(engine.read_with(&picture, &read_options)?.page)
        });
        match page {
            Ok(Ok(page)) => {
                if sender.send(Ok(page)).is_err() {
                    return Ok(());
                }
            }
            Ok(Err(error)) => failure = Some(Failure::from(PictureError::from(error))),
            Err(panic) => failure = Some(panic.into()),
        }
    }
    // The failure of the last page ends the file.
    if let Some(failure) = failure {
        let _ = sender.send(Err(Outcome::End(Some(failure))));
    }
    Ok(())
}

impl Reading for InProcess {
    fn next(&mut self, py: Python<'_>) -> PyResult<Step> {
        let number = self.number();
        let steps = self.steps.get_mut().unwrap_or_else(PoisonError::into_inner);
        let outcome = loop {
            let steps = &mut *steps;
            match detached(py, move || steps.recv_timeout(SIGNAL_INTERVAL)) {
                Ok(outcome) => break outcome,
                Err(RecvTimeoutError::Timeout) => py.check_signals()?,
                Err(RecvTimeoutError::Disconnected) => return Ok(Step::End(None)),
            }
        };
        let page = match outcome {
            Ok(mut page) => {
                page.number = number;
                PageData { number, page, failure: None }
            }
            Err(Outcome::PageFailed(failure)) => PageData::failed(number, failure),
            Err(Outcome::End(failure)) => return Ok(Step::End(failure)),
        };
        self.count += 1;
        Ok(Step::Page(page))
    }

    fn number(&self) -> u32 {
        self.ranges.nth(self.count + 1).unwrap_or(u32::MAX)
    }
}

impl Drop for InProcess {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}
