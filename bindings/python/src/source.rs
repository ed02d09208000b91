//! What a caller gives to be read: a path, the bytes of a file, an array of pixels, an image of Pillow.

use std::path::PathBuf;
use std::sync::Arc;

use imagetotext::SecretBytes;
use imagetotext::source::{MAX_PIXELS, MAX_SIDE};
use imagetotext_files as files;
use imagetotext_worker::{InputKind, LIMITS, PictureError};
use pyo3::buffer::{PyBuffer, PyUntypedBuffer};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use zeroize::Zeroizing;

use crate::detached::detached;
use crate::failure::Failure;

/// Bytes to read, and what they are.
pub(crate) struct Source {
    /// The path, as it was given.
    pub(crate) name: Option<String>,
    pub(crate) kind: InputKind,
    pub(crate) bytes: Arc<SecretBytes>,
}

impl Source {
    /// Takes what there is to read out of `object`. A file is read while other threads run.
    pub(crate) fn of(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(buffer) = PyUntypedBuffer::get(object) {
            return Self::of_buffer(object.py(), &buffer);
        }
        if object.hasattr("convert")? && object.hasattr("tobytes")? {
            return Self::of_pillow(object);
        }
        let path: PathBuf = object.extract().map_err(|_| {
            PyTypeError::new_err(
                "a picture is a path, bytes, an array of uint8 or an image of Pillow",
            )
        })?;
        let name = path.to_string_lossy().into_owned();
        let bytes = detached(object.py(), || files::read(&path, LIMITS.input_bytes));
        let bytes =
            bytes.map_err(|error| Failure::from(error).exception(object.py(), Some(&name)))?;
        Ok(Self { name: Some(name), kind: InputKind::File, bytes: Arc::new(bytes.into()) })
    }

    fn of_buffer(py: Python<'_>, buffer: &PyUntypedBuffer) -> PyResult<Self> {
        let shape = buffer.shape();
        let wrong = |_| {
            let format = buffer.format().to_string_lossy();
            PyValueError::new_err(format!("an array of a picture has uint8 values, not '{format}'"))
        };
        let samples: &PyBuffer<u8> = buffer.as_typed().map_err(wrong)?;
        let (height, width, channels) = match *shape {
            [length] => {
                if length as u64 > LIMITS.input_bytes {
                    return Err(Failure::from(files::ReadError::TooLarge).exception(py, None));
                }
                let bytes = samples.to_vec(py)?.into();
                return Ok(Self { name: None, kind: InputKind::File, bytes: Arc::new(bytes) });
            }
            [height, width] => (height, width, 1),
            [height, width, channels @ (1 | 3 | 4)] => (height, width, channels),
            _ => {
                return Err(PyValueError::new_err(format!(
                    "an array of a picture has the shape (height, width), (height, width, 3) or \
                     (height, width, 4), not {shape:?}"
                )));
            }
        };
        let (width, height) = size(py, width, height)?;
        let samples = Zeroizing::new(samples.to_vec(py)?);
        Ok(Self::of_pixels(width, height, with_alpha(&samples, channels)))
    }

    /// As it is in memory: Pillow has decoded it, in this process.
    fn of_pillow(image: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = image.py();
        let (width, height) = image.getattr("size")?.extract::<(usize, usize)>()?;
        let (width, height) = size(py, width, height)?;
        let mode: String = image.getattr("mode")?.extract()?;
        if mode.starts_with('I') || mode == "F" {
            // `convert` would cut off what is brighter than 255.
            return Err(PyValueError::new_err(format!(
                "an image of mode {mode} has more than 8 bits; scale it to mode L first"
            )));
        }
        let pixels = image.call_method1("convert", ("RGBA",))?.call_method0("tobytes")?;
        let pixels = pixels.cast::<PyBytes>()?.as_bytes().to_vec();
        Ok(Self::of_pixels(width, height, pixels))
    }

    fn of_pixels(width: u32, height: u32, rgba: Vec<u8>) -> Self {
        let kind = InputKind::Rgba { width, height };
        Self { name: None, kind, bytes: Arc::new(rgba.into()) }
    }
}

/// The size of a picture that is neither empty nor too large.
fn size(py: Python<'_>, width: usize, height: usize) -> PyResult<(u32, u32)> {
    if width == 0 || height == 0 {
        return Err(PyValueError::new_err("a picture has at least one pixel"));
    }
    let side = |side: usize| u32::try_from(side).ok().filter(|side| *side <= MAX_SIDE);
    let sides = side(width).zip(side(height));
    sides
        .filter(|&(width, height)| u64::from(width) * u64::from(height) <= MAX_PIXELS)
        .ok_or_else(|| Failure::from(PictureError::TooLarge).exception(py, None))
}

/// Grey, RGB or RGBA samples as RGBA.
fn with_alpha(samples: &[u8], channels: usize) -> Vec<u8> {
    let mut rgba = Vec::with_capacity(samples.len() / channels * 4);
    for pixel in samples.chunks_exact(channels) {
        match *pixel {
            [grey] => rgba.extend([grey, grey, grey, 255]),
            [red, green, blue] => rgba.extend([red, green, blue, 255]),
            _ => rgba.extend_from_slice(pixel),
        }
    }
    rgba
}
