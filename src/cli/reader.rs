//! One picture file in, its text out, whatever happens on the way.

use std::path::Path;

use imagetotext::{Document, Engine, Error, Models, Picture, picture};

use super::fault;
use super::input::Source;
use super::messages::{Name, Trouble};
use super::models::ModelFiles;
use super::progress::Progress;

/// The engine with its models, ready.
pub(crate) struct Reader {
    engine: Engine,
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
        let files = directory.map(ModelFiles::find);
        let models = files.as_ref().map_or_else(|| Ok(Models::shipped()), ModelFiles::load)?;
        let blame = |error: Option<&Error>| match (&files, error) {
            (Some(files), Some(error)) => files.blame(error),
            (Some(files), None) => files.directory(),
            (None, _) => Name::from("the built-in models"),
        };
        // Foreign models run through parsers that were not written for damaged files.
        let engine = fault::contain(|| Engine::new(models))
            .map_err(|_| (blame(None), Trouble::BadModels))?;
        let engine = engine.map_err(|error| (blame(Some(&error)), Trouble::Picture(error)))?;
        Ok(Self { engine })
    }

    /// Reads all pages. What was read before a damaged page is kept.
    pub(crate) fn read(&self, source: &Source, progress: &Progress) -> Result<Reading, Trouble> {
        let bytes = source.read().map_err(Trouble::Input)?;
        let mut pages = Vec::new();
        let outcome = fault::contain(|| {
            for (number, picture) in picture::decode(&bytes)?.enumerate() {
                progress.page(number + 1);
                let picture: Picture = picture?;
                pages.push(self.engine.read(&picture)?);
            }
            Ok::<(), Error>(())
        });
        let stopped = match outcome {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(Trouble::Picture(error)),
            Err(fault) => Some(Trouble::Fault(fault)),
        };
        match stopped {
            Some(trouble) if pages.is_empty() => Err(trouble),
            stopped => Ok(Reading {
                stopped: stopped.map(|why| Trouble::Page(pages.len() + 1, Box::new(why))),
                document: Document { pages },
            }),
        }
    }
}
