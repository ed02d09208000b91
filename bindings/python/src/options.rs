//! What a caller can choose, from the values that Python gives.

use imagetotext::ScriptChoice;
use imagetotext::export::LineMode;
use imagetotext::source::{PageRanges, Password, PdfText};
use imagetotext_worker::ReadOptions;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// How something is read, as keyword arguments.
#[derive(Debug, FromPyObject)]
pub(crate) struct Keywords<'py> {
    #[pyo3(item)]
    script: String,
    #[pyo3(item)]
    pdf_text: String,
    #[pyo3(item)]
    rotate: i64,
    #[pyo3(item)]
    pages: Option<Bound<'py, PyAny>>,
    #[pyo3(item)]
    password: Option<String>,
    #[pyo3(item)]
    codes: bool,
}

impl Keywords<'_> {
    /// The same for a worker.
    pub(crate) fn options(self) -> PyResult<ReadOptions> {
        let invalid = |what: &str| PyValueError::new_err(what.to_owned());
        let script = ScriptChoice::ALL.iter().find(|script| script.name() == self.script);
        let pdf_text = match self.pdf_text.as_str() {
            "auto" => PdfText::Auto,
            "embedded" => PdfText::Embedded,
            "ocr" => PdfText::Ocr,
            _ => return Err(invalid("pdf_text is 'auto', 'embedded' or 'ocr'")),
        };
        if self.rotate % 90 != 0 {
            return Err(invalid("rotate is 0, 90, 180 or 270 degrees clockwise"));
        }
        let password = match self.password.map(Password::new) {
            Some(None) => return Err(invalid("password is too long")),
            password => password.flatten(),
        };
        Ok(ReadOptions {
            quarter_turns: (self.rotate / 90).rem_euclid(4) as u8,
            pages: self.pages.map_or_else(|| Ok(PageRanges::default()), |pages| ranges(&pages))?,
            pdf_text,
            password,
            script: *script
                .ok_or_else(|| invalid("script is 'auto', 'latin', 'alphabets' or 'cjk'"))?,
            no_codes: !self.codes,
            ..ReadOptions::default()
        })
    }
}

/// Pages as a number, several numbers, or a text such as `3-7,12`.
fn ranges(pages: &Bound<'_, PyAny>) -> PyResult<PageRanges> {
    let text = if let Ok(text) = pages.extract::<String>() {
        text
    } else if let Ok(number) = pages.extract::<i64>() {
        number.to_string()
    } else {
        let numbers = pages.try_iter()?.map(|number| number?.extract::<i64>());
        let numbers: Vec<String> =
            numbers.map(|number| Ok(number?.to_string())).collect::<PyResult<_>>()?;
        numbers.join(",")
    };
    text.parse().map_err(|error| PyValueError::new_err(format!("{error}")))
}

/// What becomes of line ends.
pub(crate) fn line_mode(name: &str) -> PyResult<LineMode> {
    match name {
        "keep" => Ok(LineMode::Keep),
        "paragraphs" => Ok(LineMode::Paragraphs),
        "one" => Ok(LineMode::One),
        _ => Err(PyValueError::new_err("lines is 'keep', 'paragraphs' or 'one'")),
    }
}
