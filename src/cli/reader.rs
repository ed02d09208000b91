//! One picture file in, its text out, whatever happens on the way. The work is done by a process
//! that has locked itself in ([`confined`](super::confined)); this side opens the files.

use std::path::Path;

use imagetotext::{Document, Error};
use zeroize::Zeroizing;

use super::confined::Role;
use super::input::Source;
use super::messages::{Name, Trouble};
use super::models::ModelFiles;
use super::process::{Process, Silence};
use super::progress::Progress;
use super::wire::{Refusal, Reply};

/// A reading process with its models, ready; a new one takes its place when it fails.
pub(crate) struct Reader {
    models: Option<ModelFiles>,
    process: Option<Process>,
}

/// What was read of one file.
pub(crate) struct Reading {
    /// The pages, at least one.
    pub(crate) document: Document,
    /// Why later pages are missing, if they are.
    pub(crate) stopped: Option<Trouble>,
}

impl Reader {
    /// Gets the models ready: those in `directory`, or the built-in ones.
    pub(crate) fn new(directory: Option<&Path>) -> Result<Self, (Name, Trouble)> {
        let models = directory.map(ModelFiles::find);
        let process = start(models.as_ref())?;
        Ok(Self { models, process: Some(process) })
    }

    /// Reads all pages. What was read before a damaged page is kept.
    pub(crate) fn read(
        &mut self,
        source: &Source,
        progress: &Progress,
    ) -> Result<Reading, (Name, Trouble)> {
        let name = || source.name();
        let bytes = source.read().map_err(|error| (name(), Trouble::Input(error)))?;
        let process = match self.process.take() {
            Some(process) => process,
            None => start(self.models.as_ref())?,
        };
        process.ask(vec![bytes]);
        let mut pages = Vec::new();
        let stopped = loop {
            match process.answer() {
                Ok(Reply::Page(page)) => {
                    pages.push(page);
                    progress.page(pages.len() + 1);
                }
                Ok(Reply::End) => break None,
                Ok(Reply::Refused(refusal)) => break Some(refusal.into()),
                Ok(Reply::Ready | Reply::Tried(_)) => break Some(Trouble::Ended),
                Err(silence) => break Some(silence.into()),
            }
        };
        if !matches!(stopped, Some(Trouble::Ended | Trouble::TooSlow)) {
            self.process = Some(process);
        }
        match stopped {
            Some(trouble) if pages.is_empty() => Err((name(), trouble)),
            stopped => Ok(Reading {
                stopped: stopped.map(|why| Trouble::Page(pages.len() + 1, Box::new(why))),
                document: Document::new(pages),
            }),
        }
    }
}

fn start(files: Option<&ModelFiles>) -> Result<Process, (Name, Trouble)> {
    let role = if files.is_some() { Role::Given } else { Role::Shipped };
    let frames = files.map(ModelFiles::load).transpose()?.unwrap_or_default();
    let blame = |error: Option<&Error>| match (files, error) {
        (Some(files), Some(error)) => files.blame(error),
        (Some(files), None) => files.directory(),
        (None, _) => Name::from("the built-in models"),
    };
    let process = Process::start(role)
        .map_err(|error| (Name::from("the reading process"), Trouble::NoReader(error)))?;
    process.ask(frames.into_iter().map(Zeroizing::new).collect());
    match process.answer() {
        Ok(Reply::Ready) => Ok(process),
        Ok(Reply::Refused(Refusal::Fault(_))) | Err(_) if files.is_some() => {
            Err((blame(None), Trouble::BadModels))
        }
        Ok(Reply::Refused(refusal)) => match refusal.into() {
            Trouble::Picture(error) => Err((blame(Some(&error)), Trouble::Picture(error))),
            trouble => Err((blame(None), trouble)),
        },
        _ => Err((Name::from("the reading process"), Trouble::Ended)),
    }
}

impl From<Silence> for Trouble {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::Ended => Self::Ended,
            Silence::TooSlow => Self::TooSlow,
        }
    }
}
