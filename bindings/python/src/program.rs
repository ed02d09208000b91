//! The program whose process reads pictures in its sandbox: the command line, shipped beside this module.

use std::path::PathBuf;

use pyo3::prelude::*;

use crate::failure::Failure;

/// Where it is.
///
/// # Errors
/// `WorkerError` if the package lacks it.
pub(crate) fn path(py: Python<'_>) -> PyResult<PathBuf> {
    let package: PathBuf = py.import("imagetotext")?.getattr("__file__")?.extract()?;
    let name = format!("imagetotext{}", std::env::consts::EXE_SUFFIX);
    let path = package.with_file_name("bin").join(name);
    if path.is_file() { Ok(path) } else { Err(Failure::no_program().exception(py, None)) }
}
