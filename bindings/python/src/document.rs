//! `Document` and `Page`: what was read, and its exports.

use std::sync::Arc;

use imagetotext::export::{self, Format};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use zeroize::Zeroizing;

use crate::detached::{call, detached};
use crate::elements::{Block, Code};
use crate::failure::Failure;
use crate::options::line_mode;
use crate::reading::PageData;

/// All pages of a file that were read together.
#[pyclass(frozen, subclass, module = "imagetotext._native")]
pub(crate) struct Document {
    pages: Vec<Arc<PageData>>,
    name: Option<String>,
}

impl Document {
    pub(crate) fn new(pages: Vec<Arc<PageData>>, name: Option<String>) -> Self {
        Self { pages, name }
    }

    fn render(&self, py: Python<'_>, format: Format, lines: &str) -> PyResult<Zeroizing<Vec<u8>>> {
        let lines = line_mode(lines)?;
        let render = || {
            let pages = self.pages.iter().map(|page| page.page.clone()).collect();
            let document = imagetotext::Document::new(pages);
            export::render(&document, format, lines, self.name.as_deref())
        };
        Ok(call(py, || detached(py, render)))
    }
}

#[pymethods]
impl Document {
    /// A document of these pages, or of those of another document.
    #[new]
    fn of_pages(pages: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(document) = pages.cast::<Self>() {
            let document = document.get();
            return Ok(Self { pages: document.pages.clone(), name: document.name.clone() });
        }
        let pages: Vec<Bound<'_, Page>> = pages.extract()?;
        let name = pages.first().and_then(|page| page.get().name.clone());
        Ok(Self { pages: pages.iter().map(|page| page.get().data.clone()).collect(), name })
    }

    #[getter]
    fn pages(&self) -> Vec<Page> {
        self.pages.iter().map(|page| Page::new(page.clone(), self.name.clone())).collect()
    }

    #[getter]
    fn blocks(&self) -> Vec<Block> {
        self.pages.iter().flat_map(Block::all).collect()
    }

    #[getter]
    fn text(&self, py: Python<'_>) -> PyResult<String> {
        self.render_text(py, "text", "keep")
    }

    /// As a file of this format that is text.
    fn render_text(&self, py: Python<'_>, format: &str, lines: &str) -> PyResult<String> {
        let bytes = self.render(py, named(format)?, lines)?;
        String::from_utf8(bytes.to_vec()).map_err(|_| PyValueError::new_err("this is no text"))
    }

    /// As a file of this format.
    fn render_bytes<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        lines: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(py, &self.render(py, named(format)?, lines)?))
    }

    /// Without text: this is what logs and tracebacks show.
    fn __repr__(&self) -> String {
        format!("<imagetotext.Document: {} pages>", self.pages.len())
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        self.text(py)
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        self.pages == other.get().pages
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Vec<Page>,)) {
        (slf.get_type().into_any(), (slf.get().pages(),))
    }
}

fn named(format: &str) -> PyResult<Format> {
    let is_named = |it: &&Format| **it != Format::Pdf && name(**it) == format;
    let found = Format::ALL.iter().find(is_named).copied();
    found.ok_or_else(|| PyValueError::new_err("there is no such format"))
}

/// What the command line calls it.
fn name(format: Format) -> &'static str {
    match format {
        Format::Text => "text",
        Format::Markdown => "markdown",
        Format::Alto => "alto",
        Format::PageXml => "page",
        format => format.extension(),
    }
}

/// One page.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Page {
    data: Arc<PageData>,
    name: Option<String>,
}

impl Page {
    pub(crate) fn new(data: Arc<PageData>, name: Option<String>) -> Self {
        Self { data, name }
    }
}

#[pymethods]
impl Page {
    #[getter]
    fn number(&self) -> u32 {
        self.data.number
    }

    #[getter]
    fn width(&self) -> u32 {
        self.data.page.width
    }

    #[getter]
    fn height(&self) -> u32 {
        self.data.page.height
    }

    #[getter]
    fn resolution(&self) -> Option<(f32, f32)> {
        self.data.page.resolution.map(|it| (it.x, it.y))
    }

    #[getter]
    fn blocks(&self) -> Vec<Block> {
        Block::all(&self.data).collect()
    }

    #[getter]
    fn codes(&self) -> Vec<Code> {
        Code::all(&self.data).collect()
    }

    #[getter]
    fn text(&self, py: Python<'_>) -> PyResult<String> {
        Document::new(vec![self.data.clone()], None).text(py)
    }

    /// The script of most of its lines, if it is not read.
    #[getter]
    fn unread_script(&self) -> Option<&'static str> {
        self.data.page.unread.map(imagetotext::UnreadScript::name)
    }

    #[getter]
    fn attachments(&self) -> Vec<String> {
        self.data.page.attachments.clone()
    }

    /// Why it was not read.
    #[getter]
    fn error(&self, py: Python<'_>) -> Option<PyErr> {
        let exception = |failure: &Failure| failure.exception(py, self.name.as_deref());
        self.data.failure.as_ref().map(|failure| call(py, || exception(failure)))
    }

    fn __repr__(&self) -> String {
        format!("<imagetotext.Page {}: {} blocks>", self.data.number, self.data.page.blocks.len())
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        self.text(py)
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        self.data == other.get().data
    }

    /// A page from what `__reduce__` gave.
    #[staticmethod]
    fn _from_bytes(bytes: &[u8], name: Option<String>) -> PyResult<Self> {
        let data: Option<PageData> = postcard::from_bytes(bytes).ok();
        let sound = data.filter(|data| data.page.is_sound());
        let data = sound.ok_or_else(|| PyValueError::new_err("these bytes are no page"))?;
        Ok(Self::new(Arc::new(data), name))
    }

    #[expect(clippy::type_complexity, reason = "what Python asks for")]
    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>, Option<String>))> {
        let page = slf.get();
        let bytes = postcard::to_stdvec(&*page.data).map(Zeroizing::new);
        let bytes = bytes.map_err(|_| PyValueError::new_err("this page cannot be sent"))?;
        let bytes = PyBytes::new(slf.py(), &bytes);
        Ok((slf.get_type().getattr("_from_bytes")?, (bytes, page.name.clone())))
    }
}
