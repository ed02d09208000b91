//! The networks that we ship, and those that a person brings along.

/// Two networks and the alphabet of the second.
#[derive(Debug, Clone)]
pub struct Models {
    pub(crate) detection: std::borrow::Cow<'static, [u8]>,
    pub(crate) recognition: std::borrow::Cow<'static, [u8]>,
    pub(crate) alphabet: String,
}

impl Models {
    /// The models embedded in the program.
    pub fn shipped() -> Self {
        Self::new(Vec::new(), Vec::new(), String::new())
    }

    /// Models that a person brings along: ONNX or rten files and the alphabet of the recogniser.
    pub fn new(detection: Vec<u8>, recognition: Vec<u8>, alphabet: String) -> Self {
        Self { detection: detection.into(), recognition: recognition.into(), alphabet }
    }
}
