//! Where a program gets its workers from.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use imagetotext::{EngineKind, SecretBytes};

use crate::command::{ARGUMENT, own_program};
use crate::limits::{LIMITS, Limits};
use crate::protocol::{ModelFiles, Purpose, SandboxReport, Setup};
use crate::worker::{Worker, WorkerError};

/// How workers are started.
#[derive(Debug, Clone)]
pub struct Config {
    /// The executable whose `main` calls [`run`](crate::run); this program's own by default.
    pub program: Option<PathBuf>,
    /// Models to read with instead of the shipped ones.
    pub models: Option<ModelFiles>,
    /// The engine to read with; the built-in one, or the one that the models are made for, by default.
    pub engine: Option<EngineKind>,
    /// Most threads of a worker; as many as there are cores by default.
    pub threads: Option<NonZeroUsize>,
    /// The limits of a worker.
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Self {
        Self { program: None, models: None, engine: None, threads: None, limits: LIMITS }
    }
}

/// Starts workers, and keeps one that is ready, so that the next picture need not wait for it.
#[derive(Debug)]
pub struct Host {
    config: Config,
    idle: Option<Worker>,
}

impl Host {
    /// Without a worker yet.
    pub fn new(config: Config) -> Self {
        Self { config, idle: None }
    }

    /// Has later workers read with `engine`; one that waits with another engine is killed.
    pub fn set_engine(&mut self, engine: EngineKind) {
        if self.config.engine.replace(engine) != Some(engine) {
            self.discard_idle();
        }
    }

    /// Starts a worker ahead of time, unless one waits already.
    ///
    /// # Errors
    /// [`WorkerError::Start`].
    pub fn prewarm(&mut self) -> Result<(), WorkerError> {
        if !self.has_idle() {
            self.idle = Some(self.config.start(Purpose::Read)?);
        }
        Ok(())
    }

    /// The worker that waits, or a new one.
    ///
    /// # Errors
    /// [`WorkerError::Start`].
    pub fn take(&mut self) -> Result<Worker, WorkerError> {
        match self.idle.take().filter(Worker::is_alive) {
            Some(worker) => Ok(worker),
            None => self.config.start(Purpose::Read),
        }
    }

    /// Keeps a worker for the next picture, if it can read one.
    pub fn keep(&mut self, worker: Worker) {
        if worker.is_idle() {
            self.idle = Some(worker);
        }
    }

    /// Kills the worker that waits.
    pub fn discard_idle(&mut self) {
        self.idle = None;
    }

    /// Whether a worker waits.
    pub fn has_idle(&self) -> bool {
        self.idle.as_ref().is_some_and(Worker::is_alive)
    }

    /// Has a new process try what the sandbox refuses.
    ///
    /// # Errors
    /// [`WorkerError`].
    pub async fn try_sandbox(config: &Config) -> Result<SandboxReport, WorkerError> {
        config.start(Purpose::TrySandbox)?.report().await
    }
}

impl Config {
    fn start(&self, purpose: Purpose) -> Result<Worker, WorkerError> {
        let program = match &self.program {
            Some(program) => program.clone(),
            None => own_program().map_err(WorkerError::Start)?,
        };
        let mut command = Command::new(program);
        command.arg(ARGUMENT);
        let setup = Setup {
            purpose,
            own_models: self.models.is_some(),
            engine: self.engine,
            threads: self.threads,
        };
        let frames = self.models.as_ref().map_or_else(Vec::new, |models| {
            let ModelFiles { detection, recognition, alphabet, ngram } = models;
            let parts: [&[u8]; 4] = [detection, recognition, alphabet.as_bytes(), ngram];
            parts.map(|bytes| Arc::new(SecretBytes::from(bytes.to_vec()))).to_vec()
        });
        Worker::start(command, &setup, frames, self.limits)
    }
}
