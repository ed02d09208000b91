//! Why something was not read, as Python's exceptions, sorted by who has to act.

use imagetotext_files::{ReadError, printable};
use imagetotext_messages::{
    CRASHED, OUT_OF_MEMORY, Remedies, TIMED_OUT, about_fault, about_file, about_missing_pages,
    about_picture, about_start,
};
use imagetotext_worker::panics::Panic;
use imagetotext_worker::{PictureError, WorkerError};
use pyo3::prelude::*;
use pyo3::types::PyType;
use serde::{Deserialize, Serialize};

/// What to do in a program in Python.
const REMEDIES: Remedies = Remedies {
    directory: "name the pictures in it, for example with pathlib.Path.iterdir()",
    special_file: "give its content as bytes",
    password_needed: "give it as password=",
    wrong_password: "correct password=",
    model: "install the package again",
    pages: "correct pages=",
};

/// Why something was not read, without its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failure {
    class: Class,
    message: String,
}

/// The exceptions of `_errors.py`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Class {
    File,
    Picture,
    Password,
    Limit,
    Worker,
    Internal,
}

impl Failure {
    /// None of the pages that were asked for is there.
    pub(crate) fn no_such_page() -> Self {
        Self { class: Class::Picture, message: about_missing_pages(&REMEDIES) }
    }

    /// The program that reads is not where the package has it.
    pub(crate) fn no_program() -> Self {
        let message =
            "the program that reads is missing from the package; install the package again";
        Self { class: Class::Worker, message: message.into() }
    }

    /// The exception; `name` is that of the file.
    pub(crate) fn exception(&self, py: Python<'_>, name: Option<&str>) -> PyErr {
        let class = match self.class {
            Class::File => "FileError",
            Class::Picture => "PictureError",
            Class::Password => "PasswordError",
            Class::Limit => "LimitError",
            Class::Worker => "WorkerError",
            Class::Internal => "InternalError",
        };
        let sentence = match name {
            Some(name) => format!("{}: {}", printable(name), self.message),
            None => self.message.clone(),
        };
        let class = py.import("imagetotext._errors").and_then(|errors| errors.getattr(class));
        match class.and_then(|class| Ok(class.cast_into::<PyType>()?)) {
            Ok(class) => PyErr::from_type(class, (sentence,)),
            Err(error) => error,
        }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let class = if matches!(error, ReadError::TooLarge) { Class::Limit } else { Class::File };
        Self { class, message: about_file(&error, &REMEDIES) }
    }
}

impl From<PictureError> for Failure {
    fn from(error: PictureError) -> Self {
        let class = match error {
            PictureError::TooLarge | PictureError::TooManyPages => Class::Limit,
            PictureError::PasswordNeeded | PictureError::WrongPassword => Class::Password,
            PictureError::Model { .. } | PictureError::Internal { .. } => Class::Internal,
            _ => Class::Picture,
        };
        Self { class, message: about_picture(&error, &REMEDIES) }
    }
}

impl From<WorkerError> for Failure {
    fn from(error: WorkerError) -> Self {
        let (class, message) = match error {
            WorkerError::Models(error) => return error.into(),
            WorkerError::Start(error) => (Class::Worker, about_start(&error)),
            WorkerError::OutOfMemory => (Class::Limit, OUT_OF_MEMORY.into()),
            WorkerError::TimedOut { .. } => (Class::Limit, TIMED_OUT.into()),
            _ => (Class::Worker, CRASHED.into()),
        };
        Self { class, message }
    }
}

impl From<Panic> for Failure {
    fn from(panic: Panic) -> Self {
        Self { class: Class::Internal, message: about_fault(&panic.place) }
    }
}
